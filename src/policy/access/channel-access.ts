import { once } from "../../edition/once.ts";
import type { ChannelConfig, Config } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAccountId } from "../../identity/account-id.ts";
import { fold } from "../../identity/fold.ts";
import type { AllowListSource } from "./allow-list.ts";

/** What a config says about one group. */
export type GroupConfig = NonNullable<ChannelConfig["groups"]>[string];

/** One entry of `groups`, and where it stands. */
export interface GroupEntry {
  readonly id: string;
  readonly config: GroupConfig;
  readonly path: string;
}

/** The `groups` that are in force for one account of a channel. */
export interface GroupTable {
  readonly path: string;
  readonly byId: ReadonlyMap<string, GroupEntry>;
  /** The entry under each id's lower case, the first where there are several; `*` is not among them. */
  readonly byFoldedId: ReadonlyMap<string, GroupEntry>;
  /** The entry of `*`. */
  readonly fallback?: GroupEntry;
}

/** A setting with the config path it came from. */
export interface Setting<Value> {
  readonly value: Value;
  readonly path: string;
  /** Nothing is written there: the value is the edition's default. */
  readonly isDefault?: true;
}

/** What a config says about access to one account of one channel, nearest word first. */
export interface ChannelAccess {
  /** Where the account's own section stands, or the channel's where the account has none. */
  readonly path: string;
  readonly enabled?: Setting<boolean>;
  readonly dmPolicy?: Setting<string>;
  readonly groupPolicy?: Setting<string>;
  readonly requireMention?: Setting<boolean>;
  readonly allowFrom?: AllowListSource;
  readonly groupAllowFrom?: AllowListSource;
  readonly groups?: GroupTable;
}

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

interface Section {
  readonly config: AccountConfig;
  readonly path: readonly string[];
}

type SettingName = "enabled" | "dmPolicy" | "groupPolicy" | "requireMention";
type ListName = "allowFrom" | "groupAllowFrom";

/** The form in which group ids are compared where their channel writes them without case. */
export const groupIdFolding = once(({ behaviours }: Policy) =>
  behaviours.has("group-ids-trimmed") ? fold : lowerCase,
);

/** The form in which the names of accounts are compared where no name is exactly that. */
const accountFolding = once(({ behaviours }: Policy) =>
  behaviours.has("account-names-trimmed") ? fold : lowerCase,
);

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function groupTable({ config, path }: Section, policy: Policy): GroupTable | undefined {
  if (config.groups === undefined) return undefined;
  const byId = new Map<string, GroupEntry>();
  const byFoldedId = new Map<string, GroupEntry>();
  const foldId = groupIdFolding(policy);
  for (const [id, group] of Object.entries(config.groups)) {
    const entry = { id, config: group, path: formatPath([...path, "groups", id]) };
    byId.set(id, entry);
    const folded = foldId(id);
    if (id !== "*" && !byFoldedId.has(folded)) byFoldedId.set(folded, entry);
  }
  const fallback = byId.get("*");
  return { path: formatPath([...path, "groups"]), byId, byFoldedId, ...(fallback && { fallback }) };
}

/** The first section that says something about a setting, and where it does. */
function firstSetting<Name extends SettingName>(sections: readonly Section[], name: Name) {
  for (const { config, path } of sections) {
    const value = config[name];
    if (value !== undefined) return { [name]: { value, path: formatPath([...path, name]) } };
  }
  return {};
}

function firstList(sections: readonly Section[], name: ListName) {
  for (const { config, path } of sections) {
    const entries = config[name];
    if (entries !== undefined) return { [name]: { entries, path: formatPath([...path, name]) } };
  }
  return {};
}

/** Reads sections as one, the first that says something deciding; `groups` are never merged. */
function combine(
  sections: readonly Section[],
  groupsFrom: readonly Section[],
  policy: Policy,
): ChannelAccess {
  const groups = groupsFrom
    .map((section) => groupTable(section, policy))
    .find((table) => table !== undefined);
  return {
    path: formatPath(sections[0]?.path ?? []),
    ...firstSetting(sections, "enabled"),
    ...firstSetting(sections, "dmPolicy"),
    ...firstSetting(sections, "groupPolicy"),
    ...firstSetting(sections, "requireMention"),
    ...firstList(sections, "allowFrom"),
    ...firstList(sections, "groupAllowFrom"),
    ...(groups && { groups }),
  };
}

interface Channel {
  readonly own: ChannelAccess;
  readonly accounts: ReadonlyMap<string, ChannelAccess>;
  readonly accountsByFoldedId: ReadonlyMap<string, ChannelAccess>;
}

function compileChannel(id: string, config: ChannelConfig, policy: Policy): Channel {
  const base: Section = { config, path: ["channels", id] };
  const accounts = new Map<string, ChannelAccess>();
  const accountsByFoldedId = new Map<string, ChannelAccess>();
  const written = Object.entries(config.accounts ?? {});
  const sectionOf = (name: string, account: AccountConfig): Section => ({
    config: account,
    path: [...base.path, "accounts", name],
  });
  const foldName = accountFolding(policy);
  // Under each lower case the first account, which comes last here, so that it stays.
  const lenders = new Map(
    (policy.behaviours.has("account-groups-of-its-own") ? [] : [...written].reverse()).map(
      ([name, account]) => [name.toLowerCase(), sectionOf(name, account)],
    ),
  );
  const emptyInherits = policy.behaviours.has("empty-account-groups-inherit") && written.length === 1;
  for (const [name, account] of written) {
    const section = sectionOf(name, account);
    const folded = foldName(name);
    const empty = emptyInherits && Object.keys(account.groups ?? {}).length === 0;
    const groupsFrom = empty ? [base] : [section, lenders.get(folded) ?? base, base];
    const access = combine([section, base], groupsFrom, policy);
    accounts.set(name, access);
    if (!accountsByFoldedId.has(folded)) accountsByFoldedId.set(folded, access);
  }
  return { own: combine([base], [base], policy), accounts, accountsByFoldedId };
}

const channels = once(
  (policy: Policy): ReadonlyMap<string, Channel> =>
    new Map(
      Array.from(configuredChannels(policy.config), ([id, config]) => [
        id,
        compileChannel(id, config, policy),
      ]),
    ),
);

/** What the config says about access to an account of a channel; undefined for a channel it does not have. */
export function channelAccess(
  channel: string,
  account: string | undefined,
  policy: Policy,
): ChannelAccess | undefined {
  const found = channels(policy).get(channel);
  if (found === undefined) return undefined;
  const id = normalizeAccountId(account, policy.behaviours);
  const folded = policy.behaviours.has("account-ids-kept") ? undefined : accountFolding(policy)(id);
  return (
    found.accounts.get(id) ??
    (folded === undefined ? undefined : found.accountsByFoldedId.get(folded)) ??
    found.own
  );
}

/** What the config says about access to the accounts of a channel that it does not name. */
export function unnamedAccountAccess(channel: string, policy: Policy): ChannelAccess | undefined {
  return channels(policy).get(channel)?.own;
}

/** The channels that a config has a section for, by id; `channels.defaults` is none. */
export function configuredChannels({ channels = {} }: Config): ReadonlyMap<string, ChannelConfig> {
  const sections = Object.entries(channels).filter(([id]) => id !== "defaults");
  // Every section but `defaults` has a channel's shape, which the type of an open object cannot say.
  return new Map(sections as [string, ChannelConfig][]);
}
