import type { ChannelConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { normalizeAccountId, normalizeOptionalAccountId } from "../../identity/account-id.ts";
import { idWriter } from "../../identity/same-id.ts";
import { telegramDefaultAccount } from "../../scope/routing/default-account.ts";
import { unwrittenList, type AllowListSource } from "../access/allow-list.ts";
import { configuredChannels } from "../access/channel-access.ts";
import { listedId } from "../access/sender-list.ts";
import { nearest, type Section } from "../section.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Writes an entry of a list, or an id, as a channel compares them; undefined where it can be nobody. */
export type WritePerson = (entry: string) => string | undefined;

/** Removes what stands before an id, each once, in turn. */
function without(...prefixes: readonly RegExp[]): WritePerson {
  return (entry) => lowerCase(prefixes.reduce((rest, prefix) => rest.replace(prefix, ""), entry));
}

const whatsappUser = /^(\d+)(?::\d+)?@s\.whatsapp\.net$|^(\d+)@(?:lid|c\.us)$/i;
const whatsappGroup = /^(\d+(?:-\d+)*)@g\.us$/i;

function withoutWhatsapp(entry: string): string {
  let rest = entry;
  while (/^whatsapp:/i.test(rest)) rest = rest.slice("whatsapp:".length).trim();
  return rest;
}

function whatsappNumber(strict: boolean): WritePerson {
  return (entry) => {
    if (entry === "*") return entry;
    const bare = withoutWhatsapp(entry);
    const group = whatsappGroup.exec(bare)?.[1];
    if (group !== undefined) return `${group}@g.us`;
    const user = whatsappUser.exec(bare);
    const number = user === null ? bare : (user[1] ?? user[2] ?? "");
    if (number.includes("@") || (strict && !/^[\d+\s().-]+$/.test(number))) return undefined;
    const digits = number.replace(/[^\d+]/g, "").replace(/^\+/, "");
    return digits === "" ? undefined : `+${digits}`;
  };
}

const itself: WritePerson = (entry) => entry;

const spellings = /* @__PURE__ */ once((behaviours: Behaviours) => {
  const signal: WritePerson = (entry) =>
    entry === "*" ? entry : `+${entry.replace(/[^\d+]/g, "").replace(/^\+/, "")}`;
  return new Map<string, WritePerson>([
    ["telegram", without(/^(?:telegram|tg):/i)],
    ["whatsapp", whatsappNumber(behaviours.has("whatsapp-numbers-only"))],
    ["discord", without(/^<@!?/, />$/, /^discord:/i, /^user:/i, /^pk:/i)],
    ["slack", without()],
    ["irc", without(/^irc:/i, /^user:/i)],
    ["googlechat", without(/^(?:googlechat|google-chat|gchat):/i, /^user:/i, /^users\//i)],
    ["signal", signal],
  ]);
});

/** How a channel's lists write people; those of other channels are compared as they are. */
export function personWriter(channel: string | undefined, behaviours: Behaviours): WritePerson {
  return behaviours.has("listed-ids-compared-exactly")
    ? (entry) => listedId(entry, channel ?? "", behaviours)
    : (spellings(behaviours).get(channel ?? "") ?? itself);
}

/** How the ids of whoever commands are written, to be found there; see `idRules`. */
export function senderWriter(channel: string | undefined, behaviours: Behaviours): WritePerson {
  return behaviours.has("listed-ids-compared-exactly")
    ? idWriter(channel)
    : personWriter(channel, behaviours);
}

/** A list as its channel compares it: each entry that can be somebody, with where it stands. */
export interface WrittenPeople {
  readonly path: string;
  readonly entries: readonly { readonly id: string; readonly path: string }[];
}

/** The first entry of a list for each id. */
export const firstEntries = /* @__PURE__ */ once(
  ({ entries }: WrittenPeople): ReadonlyMap<string, WrittenPeople["entries"][number]> =>
    new Map(entries.toReversed().map((entry) => [entry.id, entry])),
);

/** The ids of a list, each once; the same object each time. */
export const listedIds = /* @__PURE__ */ once(({ entries }: WrittenPeople): readonly string[] =>
  Object.freeze([...new Set(entries.map(({ id }) => id))]),
);

/** Reads a list of people as a channel does. */
export function writtenPeople({ entries, path }: AllowListSource, write: WritePerson): WrittenPeople {
  return {
    path,
    entries: entries.flatMap((entry, index) => {
      const text = String(entry).trim();
      const id = text === "" ? undefined : write(text);
      return id === undefined || id === "" ? [] : [{ id, path: `${path}[${index}]` }];
    }),
  };
}

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

/** Channels whose list of people for direct chats stands, or stood, in a section of its own. */
const dmSections = new Set(["discord", "slack", "googlechat", "matrix"]);

function nearestList(
  sections: readonly Section<AccountConfig>[],
  inSection: boolean,
): AllowListSource | undefined {
  const dms = sections.flatMap(({ config, path }) =>
    config.dm === undefined ? [] : [{ config: config.dm, path: `${path}.dm` }],
  );
  const found = inSection ? nearest(dms, "allowFrom") : nearest(sections, "allowFrom");
  return found && { entries: found.value, path: found.path };
}

const channelLists = /* @__PURE__ */ once((policy: Policy) => {
  const { behaviours, config } = policy;
  const topFirst = behaviours.has("discord-owners-at-top");
  const chosen = behaviours.has("unnamed-account-is-default");

  function accountOf(channel: string, account: string | undefined): string {
    const named = normalizeOptionalAccountId(account, behaviours);
    return channel === "telegram" && named === undefined && chosen
      ? telegramDefaultAccount(policy).account
      : normalizeAccountId(account, behaviours);
  }

  function sectionsOf(
    channel: string,
    config: ChannelConfig,
    account: string | undefined,
    anySpelling: boolean,
  ): readonly Section<AccountConfig>[] {
    const path = extendPath("channels", channel);
    const accounts = Object.entries(config.accounts ?? {});
    const own =
      accounts.find(([name]) => name === account) ??
      (anySpelling ? accounts.find(([name]) => normalizeAccountId(name, behaviours) === account) : undefined);
    const base = { config, path };
    if (own === undefined) return [base];
    const [name, ofAccount] = own;
    return [{ config: ofAccount, path: extendPath(`${path}.accounts`, name) }, base];
  }

  return (channel: string, account: string | undefined, registered: boolean): AllowListSource => {
    const section = configuredChannels(config).get(channel);
    const nowhere = unwrittenList(`${extendPath("channels", channel)}.allowFrom`);
    if (section === undefined) return nowhere;
    // What read the lists of other channels took the name of an account as it came.
    const wanted = registered ? accountOf(channel, account) : account;
    const sections = sectionsOf(channel, section, wanted, registered);
    const top = nearestList(sections, false);
    const dm = dmSections.has(channel) ? nearestList(sections, true) : undefined;
    const onlyDm = dmSections.has(channel) && !topFirst;
    return (onlyDm ? dm : (top ?? dm)) ?? nowhere;
  };
});

/** The people of a channel's own list, for one account. */
export function channelPeople(
  channel: string,
  account: string | undefined,
  policy: Policy,
  registered = true,
): WrittenPeople {
  const write = registered ? personWriter(channel, policy.behaviours) : itself;
  return writtenPeople(channelLists(policy)(channel, account, registered), write);
}

/** The channels that a config has a section for. */
export function configuredPeople({ config }: Policy): readonly string[] {
  return [...configuredChannels(config).keys()];
}
