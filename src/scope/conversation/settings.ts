import { once } from "../../edition/once.ts";
import { isObject } from "../../config/is-object.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { normalizeAccountId } from "../../identity/account-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import type { ChatType } from "../chat-type.ts";
import {
  conversationsOf,
  ofChatType,
  ofThread,
  type ChannelConversations,
  type SettingPlace,
  type Spell,
  type WordSetting,
} from "./rules.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A part of a config that may hold anything, and where it stands. */
interface Section {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly path: string;
}

/** What stands at a place of a config. */
interface Written {
  readonly value: unknown;
  readonly path: string;
}

/** The facts of a message that lead to its settings. */
export interface Where {
  readonly chatType: ChatType;
  /** The room, or the chat, that may have an entry of its own. */
  readonly room: string | undefined;
  readonly team: string | undefined;
  readonly thread: string | undefined;
}

/** A word, and where it is written; no path for what goes without saying. */
export interface Word {
  readonly word: string;
  readonly path?: string;
}

/** What an account of a channel says of its conversations. */
export interface ConversationSettings {
  /** Nothing is written anywhere that could part a chat. */
  readonly isSilent: boolean;
  /** What stands at the first place that says something. */
  readonly find: (places: readonly SettingPlace[], where: Where) => Written | undefined;
  /** The word that decides. */
  readonly word: (setting: WordSetting, where: Where) => Word;
}

/** Whether something holds under an edition. */
export function holds({ since, until }: Spell, behaviours: Behaviours): boolean {
  return (since === undefined || behaviours.has(since)) && (until === undefined || !behaviours.has(until));
}

function section(value: unknown, path: string): Section | undefined {
  return isObject(value) ? { settings: value, path } : undefined;
}

function own({ settings, path }: Section, name: string): Written | undefined {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return value === undefined || value === null ? undefined : { value, path: extendPath(path, name) };
}

function within(start: Section, names: readonly string[]): Written | undefined {
  let found: Written | undefined = { value: start.settings, path: start.path };
  for (const name of names) {
    const inside: Section | undefined = section(found.value, found.path);
    found = inside && own(inside, name);
    if (found === undefined) return undefined;
  }
  return found;
}

/** The names of entries in lower case, each with the first that is written so. */
const foldedNames = /* @__PURE__ */ once(
  (entries: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> =>
    new Map(
      Object.keys(entries)
        .reverse()
        .map((name) => [lowerCase(name), name]),
    ),
);

/** The entries that a room may take a setting from, the nearest first: its own, and that of `*`. */
function roomEntries(
  sections: readonly Section[],
  { rooms }: ChannelConversations,
  { room, team }: Where,
  behaviours: Behaviours,
): readonly Section[] {
  if (rooms === undefined || room === undefined) return [];
  const found = nearest(sections, [rooms.at]);
  const entries = found && section(found.value, found.path);
  if (entries === undefined) return [];
  const entryOf = (name: string | undefined) => {
    const entry = name === undefined ? undefined : own(entries, name);
    return entry && section(entry.value, entry.path);
  };
  let itself: Section | undefined;
  for (const { name, ...spell } of rooms.names)
    if (itself === undefined && holds(spell, behaviours)) itself = entryOf(name(room, team));
  if (rooms.anyCase) itself ??= entryOf(foldedNames(entries.settings).get(lowerCase(room)));
  const fallback = entryOf("*");
  const both = rooms.overlaid ? [itself, fallback] : [itself ?? fallback];
  return both.filter((entry) => entry !== undefined);
}

/** What stands in the nearest section that has the first of several names. */
function nearest(
  sections: readonly Section[],
  names: readonly string[],
  laidOver = false,
): Written | undefined {
  for (const each of sections) {
    const found = within(each, names);
    if (found !== undefined) return found;
    // What an account says of a key replaces all that its channel says of it.
    if (!laidOver && Object.hasOwn(each.settings, names[0] ?? "")) return undefined;
  }
  return undefined;
}

/** What the settings are called by which a channel parts its chats. */
function partingNames({ mode, split, directRooms, threads }: ChannelConversations): ReadonlySet<string> {
  const places = [
    ...(mode?.places ?? []),
    ...(split?.setting.places ?? []),
    ...(split?.older.setting.places ?? []),
    ...(directRooms?.setting.places ?? []),
    ...threads.flatMap(({ written }) => written ?? []),
  ];
  return new Set(
    places.map(({ at }) => at.findLast((name) => name !== ofThread && name !== ofChatType) ?? ""),
  );
}

/** Whether something of one of these names stands anywhere in a part of a config. */
function mentions(value: unknown, names: ReadonlySet<string>): boolean {
  return (
    isObject(value) &&
    Object.entries(value).some(([name, inner]) => names.has(name) || mentions(inner, names))
  );
}

/** The settings of one account of a channel. */
function settingsOf(
  sections: readonly Section[],
  rules: ChannelConversations,
  behaviours: Behaviours,
): ConversationSettings {
  const find: ConversationSettings["find"] = (places, where) => {
    let entries: readonly Section[] | undefined;
    for (const { at, chats, ofRoom, ...spell } of places) {
      if (!holds(spell, behaviours) || chats?.includes(where.chatType) === false) continue;
      const names = at.map((name) => {
        if (name === ofChatType) return where.chatType;
        return name === ofThread ? (where.thread ?? "") : name;
      });
      if (ofRoom) entries ??= roomEntries(sections, rules, where, behaviours);
      const found = ofRoom
        ? nearest(entries ?? [], names, true)
        : nearest(sections, names, rules.laidOver?.includes(names[0] ?? ""));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const names = partingNames(rules);
  return {
    isSilent: !sections.some(({ settings }) => mentions(settings, names)),
    find,
    word: ({ places, otherwise }, where) => {
      const found = find(places, where);
      // Another type than text is no word; the schema refuses it, and what is handed past it says nothing.
      return typeof found?.value === "string" ? { word: found.value, path: found.path } : { word: otherwise };
    },
  };
}

/** What a config says of a channel's conversations, by account. */
interface Channel {
  readonly ofChannel: ConversationSettings;
  readonly ofAccounts: ReadonlyMap<string, ConversationSettings>;
}

function compileChannel(
  name: string,
  config: unknown,
  rules: ChannelConversations,
  { behaviours }: Policy,
): Channel {
  const base = section(config, extendPath("channels", name));
  const sections = base === undefined ? [] : [base];
  const written = nearest(sections, ["accounts"]);
  const accounts = written && section(written.value, written.path);
  const ofAccounts = new Map<string, ConversationSettings>();
  for (const account of Object.keys(accounts?.settings ?? {}).reverse()) {
    const ownSection = accounts && within(accounts, [account]);
    const inside = ownSection && section(ownSection.value, ownSection.path);
    if (inside !== undefined)
      ofAccounts.set(
        normalizeAccountId(account, behaviours),
        settingsOf([inside, ...sections], rules, behaviours),
      );
  }
  return { ofChannel: settingsOf(sections, rules, behaviours), ofAccounts };
}

const compiled = /* @__PURE__ */ once((policy: Policy): ReadonlyMap<string, Channel> => {
  const channels = new Map<string, Channel>();
  for (const [name, config] of Object.entries(policy.config.channels ?? {})) {
    const channel = channelIdOf(name, policy.behaviours);
    const rules = Object.hasOwn(conversationsOf, channel) ? conversationsOf[channel] : undefined;
    if (rules !== undefined && !channels.has(channel))
      channels.set(channel, compileChannel(name, config, rules, policy));
  }
  return channels;
});

const silent: ConversationSettings = {
  isSilent: true,
  find: () => undefined,
  word: ({ otherwise }) => ({ word: otherwise }),
};

/** What a policy says of the conversations of a channel's accounts, both as messages name them. */
export function conversationSettings(
  channel: string,
  policy: Policy,
): (account: string) => ConversationSettings {
  const found = compiled(policy).get(channel);
  if (found === undefined) return () => silent;
  const { ofAccounts, ofChannel } = found;
  if (ofAccounts.size === 0) return () => ofChannel;
  return (account) => ofAccounts.get(normalizeAccountId(account, policy.behaviours)) ?? ofChannel;
}

/** A room, or a direct chat, of which a config says something by itself. */
export interface ConfiguredRoom {
  readonly channel: string;
  /** The account that has the entry; undefined where it is the channel's. */
  readonly account: string | undefined;
  readonly chatType: ChatType;
  readonly peer: string;
}

/** The rooms that a policy has entries for where a channel's settings may split them in a way of their own. */
export function* configuredRooms({ behaviours, config }: Policy): Generator<ConfiguredRoom> {
  for (const [channel, value] of Object.entries(config.channels ?? {})) {
    const id = channelIdOf(channel, behaviours);
    const rooms = Object.hasOwn(conversationsOf, id) ? conversationsOf[id]?.rooms : undefined;
    const base = section(value, channel);
    if (rooms === undefined || base === undefined) continue;
    const accounts = Object.entries(within(base, ["accounts"])?.value ?? {});
    for (const [account, own] of [[undefined, value] as const, ...accounts]) {
      const written = section(own, channel);
      const entries = written && within(written, [rooms.at])?.value;
      for (const name of Object.keys(isObject(entries) ? entries : {}))
        // Slack's may be written behind their kind and team.
        if (name !== "*")
          yield { channel: id, account, chatType: rooms.chatType, peer: name.split(":").at(-1) ?? name };
    }
  }
}
