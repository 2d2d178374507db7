import type { ChannelConfig } from "../../config/config.ts";
import type { IdentityLink } from "../../config/identity-links.ts";
import type { Policy } from "../../config/policy.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { fold } from "../../identity/fold.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { knownChannels } from "../../scope/known-channels.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { freshText } from "../representative/representative.ts";

/** A chat that a config or a key names. */
export interface NamedChat {
  readonly chatType: ChatType;
  readonly peer: string;
}

/** Facts of a message that no key tells and that can decide who answers. */
export type Membership = Pick<Inbound, "guild" | "team" | "roles">;

/** What two configs and the stored keys tell about the messages that there may be. */
export interface Clues {
  /** The channels that there are, as far as they are named. */
  readonly channels: readonly string[];
  /** Others that there may be: those that the editions know by name, and some that nobody knows. */
  readonly possibleChannels: readonly string[];
  /** The accounts of a channel that are named, beside the default one. */
  readonly accountsOf: (channel: string) => readonly string[];
  /** Whether it may have others. */
  readonly accountsOpen: (channel: string) => boolean;
  readonly chatsOf: (channel: string) => Iterable<NamedChat>;
  /** An id of a chat as the configs spell it, which is as the platform does: an edition may have spelled what stands in a key. */
  readonly configuredSpellings: (channel: string, id: string) => readonly string[];
  /** The ids that are linked to a name. */
  readonly linksOf: (name: string) => readonly IdentityLink[];
  /** The combinations of memberships that bindings can tell apart on a channel. */
  readonly membershipsOf: (channel: string) => readonly Membership[];
  /** Two words that nothing is named by; they stand for people, rooms, accounts and channels that nothing names. */
  readonly strangers: readonly [string, string];
}

type Lists<Value> = Map<string, Map<string, Value>>;

/** Adds a value where the name has none yet, and tells which it has. */
function add<Value>(lists: Lists<Value>, at: string, name: string, value: Value): Value {
  const list = lists.get(at) ?? new Map<string, Value>();
  lists.set(at, list);
  const before = list.get(name);
  if (before !== undefined) return before;
  list.set(name, value);
  return value;
}

interface Noted {
  readonly channels: Map<string, string>;
  readonly accounts: Lists<string>;
  readonly chats: Lists<NamedChat>;
  /** The ids of chats that configs name, by what they are in lower case. */
  readonly spellings: Lists<Set<string>>;
  /** For each place that a binding names, the place alone and with each role there. */
  readonly roles: Lists<Membership>;
  readonly links: Lists<IdentityLink>;
}

function note(noted: Noted, channel: string, account?: string, chat?: NamedChat) {
  const at = fold(channel);
  if (!noted.channels.has(at)) noted.channels.set(at, channel.trim());
  if (account !== undefined) add(noted.accounts, at, account, account);
  if (chat !== undefined) add(noted.chats, at, `${chat.chatType} ${chat.peer}`, chat);
}

function noteConfigured(noted: Noted, channel: string, chat: NamedChat) {
  note(noted, channel, undefined, chat);
  add(noted.spellings, fold(channel), fold(chat.peer), new Set()).add(chat.peer);
}

function noteConfig(noted: Noted, policy: Policy): void {
  const { config, channels = [] } = policy;
  for (const channel of channels) note(noted, channel);
  for (const [channel, written] of Object.entries(config.channels ?? {})) {
    if (channel === "defaults" || written === undefined) continue;
    note(noted, channel);
    const { accounts = {}, groups = {} }: ChannelConfig = written;
    for (const account of Object.keys(accounts)) note(noted, channel, account);
    for (const peer of Object.keys(groups))
      if (peer !== "*") noteConfigured(noted, channel, { chatType: "group", peer });
  }
  for (const { match } of config.bindings ?? []) {
    const { channel, accountId, guildId: guild, teamId: team, roles, peer } = match;
    note(noted, channel, accountId === "*" ? undefined : accountId);
    if (peer !== undefined && peer.id !== "*")
      noteConfigured(noted, channel, {
        chatType: peer.kind === "dm" ? "direct" : peer.kind,
        peer: peer.id,
      });
    const place: Membership = { ...(guild && { guild }), ...(team && { team }) };
    for (const role of [undefined, ...(roles ?? [])])
      add(noted.roles, fold(channel), JSON.stringify([place, role]), {
        ...place,
        ...(role && { roles: [role] }),
      });
  }
  for (const link of linksOf(policy)) {
    add(noted.links, fold(link.name), JSON.stringify([link.key, link.index]), link);
    if (link.channel !== undefined)
      noteConfigured(noted, link.channel, { chatType: "direct", peer: link.id });
  }
}

function noteKey(noted: Noted, key: string): void {
  const parts = parseSessionKey(key);
  if (parts?.kind !== "direct" && parts?.kind !== "group" && parts?.kind !== "channel") return;
  const { kind: chatType, channel, account, peer } = parts;
  if (channel !== undefined && !("identity" in parts)) note(noted, channel, account, { chatType, peer });
}

/** Nobody's membership, and of each place every one and every two that somebody there can have. */
function combinations(memberships: Iterable<Membership>): readonly Membership[] {
  const places = new Map<string, Membership[]>();
  for (const membership of memberships) {
    const place = JSON.stringify([membership.guild, membership.team]);
    places.set(place, [...(places.get(place) ?? []), membership]);
  }
  const found = new Map<string, Membership>([["{}", {}]]);
  for (const there of places.values())
    for (const one of there)
      for (const other of there) {
        const roles = [...new Set([...(one.roles ?? []), ...(other.roles ?? [])])];
        const both = { ...one, ...(roles.length > 0 && { roles }) };
        found.set(JSON.stringify(both), both);
      }
  return [...found.values()];
}

function namesIn<Value>(lists: Lists<Value>): readonly string[] {
  return [...lists.values()].flatMap((list) => [...list.keys()]);
}

/** Tells whether a host said which channels it has, by configuring them or by a list of its own. */
function isClosed({ channels, config }: Policy): boolean {
  return channels !== undefined || Object.keys(config.channels ?? {}).some((name) => name !== "defaults");
}

/** Reads two configs, the stored keys, and the last messages of entries for what they tell about messages. */
export function cluesOf(keys: readonly string[], lasts: Iterable<Inbound>, from: Policy, to: Policy): Clues {
  const noted: Noted = {
    channels: new Map(),
    accounts: new Map(),
    chats: new Map(),
    spellings: new Map(),
    roles: new Map(),
    links: new Map(),
  };
  noteConfig(noted, from);
  noteConfig(noted, to);
  for (const key of keys) noteKey(noted, key);
  for (const { account, channel } of lasts) note(noted, channel, account);
  const combined = new Map<string, readonly Membership[]>();
  const configured = new Set(
    [from, to].flatMap(({ config }) => Object.keys(config.channels ?? {}).map(fold)),
  );
  const named = fold(
    JSON.stringify([...noted.channels.keys(), ...namesIn(noted.accounts), ...namesIn(noted.chats)]),
  );
  const stranger = freshText((text) => named.includes(text));
  const strangers = [stranger, `${stranger}${stranger}`] as const;
  const catalogue = new Set(
    [from, to]
      .flatMap(({ behaviours }) => [...knownChannels(behaviours)])
      .filter((channel) => !noted.channels.has(channel)),
  );
  const listOf = <Value>(lists: Lists<Value>, at: string): readonly Value[] => [
    ...(lists.get(fold(at))?.values() ?? []),
  ];
  return {
    channels: [...noted.channels.values()],
    possibleChannels: isClosed(from) && isClosed(to) ? [] : [...catalogue, ...strangers],
    accountsOf: (channel) => listOf(noted.accounts, channel),
    accountsOpen: (channel) => !configured.has(fold(channel)),
    chatsOf: (channel) => noted.chats.get(fold(channel))?.values() ?? [],
    configuredSpellings: (channel, id) => [...(noted.spellings.get(fold(channel))?.get(fold(id)) ?? [])],
    linksOf: (name) => listOf(noted.links, name),
    membershipsOf: (channel) => {
      const at = fold(channel);
      const before = combined.get(at) ?? combinations(noted.roles.get(at)?.values() ?? []);
      combined.set(at, before);
      return before;
    },
    strangers,
  };
}
