import { once } from "../../edition/once.ts";
import type { ChannelConfig, Config } from "../../config/config.ts";
import { writtenPath } from "../../config/loaded/origin.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAccountId } from "../../identity/account-id.ts";
import { fold } from "../../identity/fold.ts";
import { definedFields, nearest, type Section, type Setting } from "../section.ts";
import type { AllowListSource } from "./allow-list.ts";
import { hasRooms, roomLevelOf } from "../../config/rooms.ts";
import { asWritten, readDoor, type Door } from "./door.ts";
import { readPlaces, type PlaceTable } from "./places.ts";
import { lowerCase } from "../../edition/lower-case.ts";

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
  /** The entry under each id's lower case, the first where there are several. */
  readonly byFoldedId: ReadonlyMap<string, GroupEntry>;
  /** The entry of `*`. */
  readonly fallback?: GroupEntry;
}

/** What is said about access in one place or another, each with where it stands. */
export interface AccessSettings {
  readonly enabled?: Setting<boolean>;
  readonly groupPolicy?: Setting<string>;
  readonly requireMention?: Setting<boolean>;
  readonly allowFrom?: AllowListSource;
  readonly groupAllowFrom?: AllowListSource;
  /** Who may write in rooms that list nobody. */
  readonly groupSenderAllowFrom?: AllowListSource;
}

/** What a config says about access to one account of one channel, nearest word first. */
export interface ChannelAccess extends AccessSettings, Door {
  /** Where the account's own section stands, or the channel's where the account has none. */
  readonly path: string;
  readonly groups?: GroupTable;
  /** The servers, teams or rooms of a channel that has a way of its own to write them. */
  readonly places?: PlaceTable;
  /** Whether what bots write is read. */
  readonly allowBots?: Setting<boolean | "mentions">;
  /** Whether lists may name people and places. */
  readonly nameMatching?: Setting<boolean>;
  /** Whether a thread that the bot has written in asks for a mention all the same. */
  readonly explicitMention?: boolean;
}

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

/** The groups that one section writes, or its servers and rooms. */
function roomsIn(channel: string, section: Section<AccountConfig>): readonly Section<GroupConfig>[] {
  const level = roomLevelOf(channel);
  if (level !== undefined) {
    const table = readPlaces([section], level);
    return [...(table?.byKey.values() ?? [])].flatMap((place) => [
      place,
      ...(place.within?.byKey.values() ?? []),
    ]);
  }
  return Object.entries(section.config.groups ?? {}).map(([id, config]) => ({
    config,
    path: extendPath(`${section.path}.groups`, id),
  }));
}

/** Every group that a config writes, with its channel: a channel's own before those of its accounts. */
export function configuredGroups(
  config: Config,
): readonly (Section<GroupConfig> & { readonly channel: string })[] {
  return [...configuredChannels(config)].flatMap(([channel, own]) => {
    const path = extendPath("channels", channel);
    const sections: readonly Section<AccountConfig>[] = [
      { config: own, path },
      ...Object.entries(own.accounts ?? {}).map(([account, section]) => ({
        config: section,
        path: extendPath(`${path}.accounts`, account),
      })),
    ];
    return sections.flatMap((section) => roomsIn(channel, section).map((room) => ({ channel, ...room })));
  });
}

/** The form in which group ids are compared where their channel writes them without case. */
export const groupIdFolding = /* @__PURE__ */ once(({ behaviours }: Policy) =>
  behaviours.has("group-ids-trimmed") ? fold : lowerCase,
);

function groupTable({ config, path }: Section<AccountConfig>, policy: Policy): GroupTable | undefined {
  if (config.groups === undefined) return undefined;
  const byId = new Map<string, GroupEntry>();
  const byFoldedId = new Map<string, GroupEntry>();
  const foldId = groupIdFolding(policy);
  for (const [id, group] of Object.entries(config.groups)) {
    const entry = { id, config: group, path: extendPath(`${path}.groups`, id) };
    byId.set(id, entry);
    const folded = foldId(id);
    if (!byFoldedId.has(folded)) byFoldedId.set(folded, entry);
  }
  const fallback = byId.get("*");
  return { path: `${path}.groups`, byId, byFoldedId, ...(fallback && { fallback }) };
}

/** What several sections say about access, the first that says something deciding. */
export function readAccess(
  sections: readonly (Section<AccountConfig> | undefined)[],
  policy: Policy,
): AccessSettings {
  const setting = <Name extends "enabled" | "groupPolicy" | "requireMention">(name: Name) => {
    const found = nearest(sections, name);
    return found && asWritten(found.value, found.path, policy);
  };
  const list = (
    name: "allowFrom" | "groupAllowFrom" | "groupSenderAllowFrom",
  ): AllowListSource | undefined => {
    const written = nearest(sections, name);
    return written && { entries: written.value, path: writtenPath(written.path, policy) };
  };
  return definedFields({
    enabled: setting("enabled"),
    groupPolicy: setting("groupPolicy"),
    requireMention: setting("requireMention"),
    allowFrom: list("allowFrom"),
    groupAllowFrom: list("groupAllowFrom"),
    groupSenderAllowFrom: list("groupSenderAllowFrom"),
  });
}

/** The access to one account, or to those that are not named; `groups` of several sections are never merged. */
function accessOf(
  channel: string,
  sections: readonly [Section<AccountConfig>, ...(readonly Section<AccountConfig>[])],
  groupsFrom: readonly Section<AccountConfig>[],
  policy: Policy,
): ChannelAccess {
  const tables = groupsFrom.map((section) => groupTable(section, policy));
  const groups = tables.find((table) => table !== undefined);
  const level = roomLevelOf(channel);
  const places = level && readPlaces(sections, level);
  return {
    path: sections[0].path,
    ...readAccess(sections, policy),
    ...readDoor(channel, sections, policy),
    ...definedFields({
      groups,
      places,
      allowBots: nearest(sections, "allowBots"),
      nameMatching: nearest(sections, "dangerouslyAllowNameMatching"),
      // An account's `thread` takes the place of its channel's.
      explicitMention: nearest(sections, "thread")?.value.requireExplicitMention,
    }),
  };
}

interface Channel {
  readonly own: ChannelAccess;
  /** The account that is meant where none is told. */
  readonly usual: string | undefined;
  readonly accounts: ReadonlyMap<string, ChannelAccess>;
  readonly accountsByFoldedId: ReadonlyMap<string, ChannelAccess>;
}

function compileChannel(id: string, config: ChannelConfig, policy: Policy): Channel {
  const { behaviours } = policy;
  const base: Section<AccountConfig> = { config, path: extendPath("channels", id) };
  const written = Object.entries(config.accounts ?? {}).map(([name, account]) => ({
    name,
    section: { config: account, path: extendPath(`${base.path}.accounts`, name) },
  }));
  const accounts = new Map<string, ChannelAccess>();
  const accountsByFoldedId = new Map<string, ChannelAccess>();
  const { foldName } = accountNames(policy);
  const lends = !behaviours.has("account-groups-of-its-own");
  // Under each lower case the first account, which comes last here, so that it stays.
  const lenders = new Map(
    (lends ? written.toReversed() : []).map(({ name, section }) => [lowerCase(name), section]),
  );
  const emptyInherits = behaviours.has("empty-account-groups-inherit") && written.length === 1;
  for (const { name, section } of written) {
    const folded = foldName(name);
    const empty = emptyInherits && Object.keys(section.config.groups ?? {}).length === 0;
    const groupsFrom = empty ? [base] : [section, lenders.get(folded) ?? base, base];
    const access = accessOf(id, [section, base], groupsFrom, policy);
    accounts.set(name, access);
    if (!accountsByFoldedId.has(folded)) accountsByFoldedId.set(folded, access);
  }
  const firstListed = hasRooms(id) && behaviours.has("first-account-by-default") && !accounts.has("default");
  const usual = firstListed ? [...accounts.keys()].sort()[0] : undefined;
  return { own: accessOf(id, [base], [base], policy), usual, accounts, accountsByFoldedId };
}

const accountNames = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  /** The form in which the names of accounts are compared where no name is exactly that. */
  foldName: behaviours.has("account-names-trimmed") ? fold : lowerCase,
  keptAsWritten: behaviours.has("account-ids-kept"),
}));

const channels = /* @__PURE__ */ once(
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
  const { foldName, keptAsWritten } = accountNames(policy);
  const folded = keptAsWritten ? undefined : found.accountsByFoldedId.get(foldName(id));
  return found.accounts.get(id) ?? folded ?? found.own;
}

/** Where the settings of an account stand, or those of its channel would. */
export function settingsPath(channel: string, access: ChannelAccess | undefined): string {
  return access?.path ?? extendPath("channels", channel);
}

/** The account of a channel that is meant where none is told; undefined for the one called `default`. */
export function usualAccount(channel: string, policy: Policy): string | undefined {
  return channels(policy).get(channel)?.usual;
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
