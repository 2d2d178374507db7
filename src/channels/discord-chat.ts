import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { selfOf, unheard, type mentionsIn } from "./mentions.ts";
import { type Maybe, nativeId, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  unread,
  type ReaderOptions,
  type Reading,
  type ReadingKind,
  type ThreadingOptions,
} from "./reading.ts";

/** A user, as payloads and discord.js spell it. */
export interface DiscordUser {
  /** The user's snowflake: the sender, and in a direct message the peer. */
  readonly id?: Maybe<string>;
  /** Whether it is an application's account; such a user is heard only under `bots`. */
  readonly bot?: Maybe<boolean>;
  /** Whether Discord itself writes as this user, which is then nothing to answer. */
  readonly system?: Maybe<boolean>;
  /** The unique name, which makes the alias `@name`. */
  readonly username?: Maybe<string>;
  /** The four digits of an account that still has them, for the alias `name#1234`; `"0"` of any other. */
  readonly discriminator?: Maybe<string>;
  /** The display name that the user chose, in a payload. */
  readonly global_name?: Maybe<string>;
  /** The same in discord.js. */
  readonly globalName?: Maybe<string>;
}

/** Something with a name: a server, or what a channel stands below. */
interface DiscordNamed {
  /** Its snowflake. */
  readonly id?: Maybe<string>;
  /** What it is called, which those who run it may change. */
  readonly name?: Maybe<string>;
}

/** What a server knows of a user. */
export interface DiscordMember {
  /** Ids in a payload; a manager with a `cache` in discord.js. */
  readonly roles?: unknown;
  /** The name that the user has on this server, in a payload. */
  readonly nick?: Maybe<string>;
  /** The same in discord.js. */
  readonly nickname?: Maybe<string>;
  /** The user who is the member; a payload of an interaction on a server has it only here. */
  readonly user?: Maybe<DiscordUser>;
}

/** The parts of a channel that place a message, as payloads (`GUILD_CREATE`, `THREAD_CREATE`, …) and discord.js spell them. */
export interface DiscordChannel {
  /** The channel's snowflake, which must agree with the message's. */
  readonly id?: Maybe<string>;
  /**
   * Discord's number of the channel type: 1 is a direct message, 3 a group of people, 10 to 12 are threads.
   */
  readonly type: Maybe<number>;
  /** What the channel is called; a direct message has no name. */
  readonly name?: Maybe<string>;
  /** The channel that a thread hangs under, in a payload; the category of any other channel. */
  readonly parent_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly parentId?: Maybe<string>;
  /** The server that the channel belongs to, in a payload. */
  readonly guild_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly guildId?: Maybe<string>;
  /** Of discord.js, what the channel stands below. */
  readonly parent?: Maybe<DiscordNamed>;
}

/** Where something was done, as payloads and discord.js spell it. */
export interface DiscordPlace {
  /** The channel or thread in which it was done, in a payload. */
  readonly channel_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly channelId?: Maybe<string>;
  /** The channel's type by Discord's number, where a payload tells it beside the id. */
  readonly channel_type?: Maybe<number>;
  /** The server, in a payload; absent in direct messages, and of messages fetched over REST. */
  readonly guild_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly guildId?: Maybe<string>;
  /** The channel itself, where an interaction or discord.js has it beside the id. */
  readonly channel?: Maybe<DiscordChannel>;
  /** Of discord.js, the server. */
  readonly guild?: Maybe<DiscordNamed>;
  /** How far down a thread it stands; messages elsewhere have none. */
  readonly position?: Maybe<number>;
}

/** What the host knows beside the message. */
export interface DiscordOptions extends ReaderOptions, ThreadingOptions {
  /**
   * The channel that `channel_id` names: a message does not tell whether that is a chat with one person, of several, or
   * a thread, nor under what.
   */
  readonly channel?: DiscordChannel | undefined;
}

/** What kind of chat a channel is, by its type; threads are those of `threads`. */
const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  [1, "direct"],
  [3, "group"],
  ...[0, 2, 5, 10, 11, 12, 13, 14, 15, 16].map((type) => [type, "channel"] as const),
]);

/** Threads: in an announcement channel, public, private. A forum's posts are public threads. */
const threads: ReadonlySet<unknown> = new Set([10, 11, 12]);

function handle({ username, discriminator }: DiscordUser): readonly string[] | undefined {
  if (typeof username !== "string" || username === "") return undefined;
  // "@": a name may be all digits, and must not pass for somebody's id.
  const numbered = typeof discriminator === "string" && /^(?!0+$)\d+$/.test(discriminator);
  return [numbered ? `${username}#${discriminator}` : `@${username}`];
}

/** The ids that a list holds, or that a manager of discord.js keeps. */
function idsIn(list: unknown): readonly string[] | undefined {
  if (Array.isArray(list)) return list.filter((id) => typeof id === "string");
  const cache: unknown =
    typeof list === "object" && list !== null && "cache" in list ? list.cache : undefined;
  return cache instanceof Map ? [...cache.keys()].filter((id) => typeof id === "string") : undefined;
}

type ChatFacts = Pick<Inbound, "chatType" | "startsThread"> & {
  readonly [Fact in "peer" | "thread" | "parent" | "guild"]: Inbound[Fact] | undefined;
};

/** The first that is told; a contradiction where two tell different things. */
function agreed<Value>(
  ...values: readonly (Value | undefined)[]
): { readonly value: Value | undefined } | undefined {
  let value: Value | undefined;
  for (const each of values) {
    if (each === undefined) continue;
    if (value !== undefined && value !== each) return undefined;
    value = each;
  }
  return { value };
}

function agreedId(...ids: readonly unknown[]): ReturnType<typeof agreed<string>> {
  return agreed(...ids.map(nativeId));
}

/** A number as it was told; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** Which chat it is; that no guild is named says nothing, because REST and quoted messages name none. */
function chatOf(
  place: DiscordPlace,
  channel: DiscordChannel | undefined,
  person: string | undefined,
): ChatFacts | Unread {
  const own = typeof place.channel === "object" ? place.channel : undefined;
  const type = agreed(numberOf(channel?.type), numberOf(own?.type), numberOf(place.channel_type));
  const room = agreedId(place.channel_id, place.channelId, channel?.id, own?.id);
  const guild = agreedId(
    place.guild_id,
    place.guildId,
    channel?.guild_id,
    channel?.guildId,
    own?.guild_id,
    own?.guildId,
  );
  const parent = agreedId(channel?.parent_id, channel?.parentId, own?.parent_id, own?.parentId);
  if (type === undefined || room === undefined || guild === undefined || parent === undefined)
    return unread("contradicting-facts");
  const isPositioned = type.value === undefined && typeof place.position === "number";
  if (isPositioned || (type.value === undefined && guild.value === undefined))
    return unread("missing-fact", "channel.type");
  const chatType = type.value === undefined ? "channel" : chatTypes.get(type.value);
  if (chatType === undefined) return unread("unknown-shape");
  if (chatType !== "channel" && guild.value !== undefined) return unread("contradicting-facts");
  const isThread = threads.has(type.value);
  if (isThread && parent.value === undefined) return unread("missing-fact", "channel.parent_id");
  return {
    chatType,
    peer: chatType === "direct" ? person : room.value,
    thread: isThread ? room.value : undefined,
    parent: isThread && parent.value !== undefined ? { chatType: "channel", peer: parent.value } : undefined,
    guild: guild.value,
  };
}

/** The chat of a message on a server whose answer opens a thread under it, which is a channel with its id. */
function inOwnThread(chat: ChatFacts, id: string | undefined, options: DiscordOptions): ChatFacts {
  const opened = openedThread(chat.chatType === "channel" && chat.thread === undefined, id, options);
  const { thread } = opened;
  if (thread === undefined || chat.peer === undefined) return chat;
  return { ...chat, ...opened, peer: thread, parent: { chatType: "channel", peer: chat.peer } };
}

interface Action {
  readonly kind: ReadingKind;
  readonly user: DiscordUser;
  readonly member: Maybe<DiscordMember>;
  readonly place: DiscordPlace;
  readonly id: unknown;
  readonly text: string | undefined;
  readonly at: number | undefined;
  readonly access: ReturnType<typeof mentionsIn>;
  readonly reply?: boolean;
}

/** Reads what a user did, by the chat in which it was done. */
export function placed<Payload>(
  { access, at, id, kind, member, place, reply, text, user }: Action,
  native: Payload,
  options: DiscordOptions,
): Reading<Payload> {
  const { account, channel } = options;
  // Discord itself writes as a person who is marked.
  if (user.system === true) return unread("not-a-message");
  const person = nativeId(user.id);
  const ignored = unheard([person], user.bot === true, selfOf(options), options);
  if (ignored !== undefined) return ignored;
  const written = kind === "message" || kind === "edit" ? nativeId(id) : undefined;
  const found = chatOf(place, channel, person);
  if ("ok" in found) return found;
  const chat = inOwnThread(found, written, options);
  const called = [member?.nick, member?.nickname, user.global_name, user.globalName];
  return reading({
    kind,
    facts: {
      channel: "discord",
      account,
      chatType: chat.chatType,
      peer: chat.peer,
      thread: chat.thread,
      parent: chat.parent,
      guild: chat.guild,
      startsThread: chat.startsThread,
      aliases: handle(user),
      sender: person,
      roles:
        chat.guild === undefined ? undefined : idsIn(member?.roles)?.filter((role) => role !== chat.guild),
      messageId: written,
      reply: reply === true ? true : undefined,
    },
    text,
    at,
    access: {
      mentioned: access.mentioned,
      othersMentioned: access.othersMentioned,
      bot: user.bot === true ? true : undefined,
      guildName: saidText(place.guild?.name),
      // A room has a parent, too: the category that it is listed in, which holds no conversation.
      parentName: chat.thread === undefined ? undefined : saidText((channel ?? place.channel)?.parent?.name),
      roomName: chat.chatType === "direct" ? undefined : saidText(channel?.name ?? place.channel?.name),
      senderName: called.map(saidText).find((name) => name !== undefined),
      senderUsername: saidText(user.username),
    },
    native,
  });
}
