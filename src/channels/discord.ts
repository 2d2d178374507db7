import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  saidIn,
  unread,
  type ReaderOptions,
  type Reading,
  type ReadingKind,
  type ThreadingOptions,
} from "./reading.ts";

/** A user, as payloads and discord.js spell it. */
interface DiscordUser {
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
interface DiscordMember {
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
interface DiscordPlace {
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

/** The parts of a gateway `MESSAGE_CREATE` or `MESSAGE_UPDATE`, or of a discord.js `Message`, that tell what was said, and where. */
export interface DiscordMessage extends DiscordPlace {
  /** The message's snowflake, which names it as `messageId`. */
  readonly id?: Maybe<string>;
  /** Discord's number of the message type: 0 was written, 19 is a reply, all else is the platform's own. */
  readonly type?: Maybe<number>;
  /** What was written; empty where the app may not read the content, or where there are only files. */
  readonly content?: Maybe<string>;
  /** When it was written, in ISO 8601, in a payload. */
  readonly timestamp?: Maybe<string>;
  /** When it was last edited, in ISO 8601; a message that has it is read as an edit. */
  readonly edited_timestamp?: Maybe<string>;
  /** When it was written, in epoch milliseconds, in discord.js. */
  readonly createdTimestamp?: Maybe<number>;
  /** When it was last edited, in epoch milliseconds, in discord.js. */
  readonly editedTimestamp?: Maybe<number>;
  /** The webhook that wrote it, in a payload; such a message is a bot's. */
  readonly webhook_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly webhookId?: Maybe<string>;
  /** Who wrote it. */
  readonly author: Maybe<DiscordUser>;
  /** The author as a member of the server; absent in direct messages. */
  readonly member?: Maybe<DiscordMember>;
  /** Users in a payload; an object with `users` in discord.js. */
  readonly mentions?: unknown;
  /** Whether it mentions everyone or those who are here, in a payload. */
  readonly mention_everyone?: Maybe<boolean>;
  /** The message that a reply answers, in a payload. */
  readonly referenced_message?: Maybe<{
    /** Who wrote that message; where it was the bot, the reply counts as a mention. */
    readonly author?: Maybe<DiscordUser>;
  }>;
}

/** The parts of a gateway `INTERACTION_CREATE`, or of a discord.js interaction, that tell what was pressed or commanded, and where. */
export interface DiscordInteraction extends DiscordPlace {
  /** The interaction's snowflake, from which the time is read. */
  readonly id?: Maybe<string>;
  /** Discord's number of the interaction type: 2 is a command, 3 a button or a menu; the rest is nothing. */
  readonly type: Maybe<number>;
  /**
   * The token to answer it with, by which a payload is recognised as an interaction; nothing else is read
   * from it.
   */
  readonly token: Maybe<string>;
  /** Where it was made: 2 is a private chat without the bot, which is no conversation of the bot's. */
  readonly context?: Maybe<number>;
  /** What was commanded or pressed, in a payload. */
  readonly data?: Maybe<{
    /** Discord's number of the kind of command; it is not read. */
    readonly type?: Maybe<number>;
    /** The name of the command, without the slash. */
    readonly name?: Maybe<string>;
    /** The id that the app gave the button or the menu; it is the text where no value was chosen. */
    readonly custom_id?: Maybe<string>;
    /** What was chosen from a menu. */
    readonly values?: Maybe<readonly string[]>;
    /** The options of the command, with subcommands as options that have options. */
    readonly options?: Maybe<readonly object[]>;
  }>;
  /** Of discord.js, what stands in `data` of a payload. */
  readonly commandName?: Maybe<string>;
  /** The app's id of the button or the menu, in discord.js. */
  readonly customId?: Maybe<string>;
  /** What was chosen from a menu, a list of texts, in discord.js. */
  readonly values?: unknown;
  /** Of discord.js, an object with the options in `data`. */
  readonly options?: unknown;
  /** Who made it, as a member of the server; absent in direct messages. */
  readonly member?: Maybe<DiscordMember>;
  /** Who made it, where there is no `member`. */
  readonly user?: Maybe<DiscordUser>;
}

/** What the host knows beside the message. */
export interface DiscordOptions extends ReaderOptions, ThreadingOptions {
  /**
   * The channel that `channel_id` names: a message does not tell whether that is a chat with one person, of several, or
   * a thread, nor under what.
   */
  readonly channel?: DiscordChannel | undefined;
}

/** Message types that people write: an ordinary one, and a reply. The others are the platform's own. */
const messageType = 0;
const replyType = 19;

/** What kind of chat a channel is, by its type; threads are those of `threads`. */
const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  [1, "direct"],
  [3, "group"],
  ...[0, 2, 5, 10, 11, 12, 13, 14, 15, 16].map((type) => [type, "channel"] as const),
]);

/** Threads: in an announcement channel, public, private. A forum's posts are public threads. */
const threads: ReadonlySet<unknown> = new Set([10, 11, 12]);

/** Interactions that a person makes on purpose: a command, and a button or a menu. */
const commanded = 2;
const pressed = 3;

/** Where an interaction was made: in a chat of others, to which the bot does not belong. */
const chatOfOthers = 2;

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

/** Everybody who is mentioned; undefined where the message does not say. */
function mentionedBy({ mentions }: DiscordMessage): readonly Named[] | undefined {
  if (Array.isArray(mentions)) {
    // Readers trust no field of what stands in the list.
    const users: readonly DiscordUser[] = objectsIn(mentions as readonly object[]);
    return users.map(({ id }) => [nativeId(id)]);
  }
  const users: unknown =
    typeof mentions === "object" && mentions !== null && "users" in mentions ? mentions.users : undefined;
  return users instanceof Map ? [...users.keys()].map((id) => [nativeId(id)]) : undefined;
}

/** Who wrote what a message answers; undefined where it answers nothing. */
function answeredBy({ mentions, referenced_message, type }: DiscordMessage): Named | undefined {
  if (type !== replyType) return undefined;
  const replied: unknown =
    typeof mentions === "object" && mentions !== null && "repliedUser" in mentions
      ? mentions.repliedUser
      : referenced_message?.author;
  return [
    typeof replied === "object" && replied !== null && "id" in replied ? nativeId(replied.id) : undefined,
  ];
}

function mentionsEveryone({ mention_everyone, mentions }: DiscordMessage): boolean {
  const kept = typeof mentions === "object" && mentions !== null && "everyone" in mentions;
  return mention_everyone === true || (kept && mentions.everyone === true);
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

function numberOf(value: unknown): number | undefined {
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

function placed<Payload>(
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

/** When something was made, which Discord writes into its id, counted from the first second of 2015. */
function madeAt(id: unknown): number | undefined {
  return typeof id === "string" && /^\d{6,20}$/.test(id)
    ? Number(BigInt(id) >> 22n) + 1_420_070_400_000
    : undefined;
}

/** What was commanded, as a person would have typed it. */
function commandLine(name: string, options: Maybe<readonly object[]>): string {
  const words = objectsIn(options).flatMap((option): readonly string[] => {
    const value: unknown = "value" in option ? option.value : undefined;
    const within =
      "options" in option && Array.isArray(option.options) ? (option.options as object[]) : undefined;
    if (within !== undefined && "name" in option) return [commandLine(String(option.name), within)];
    return ["string", "number", "boolean"].includes(typeof value) ? [String(value)] : [];
  });
  return [name, ...words].join(" ");
}

/** The options of a command, as discord.js keeps them. */
function commandOptions(options: unknown): readonly object[] {
  const kept: unknown =
    typeof options === "object" && options !== null && "data" in options ? options.data : [];
  return objectsIn(Array.isArray(kept) ? (kept as readonly object[]) : []);
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((text) => typeof text === "string") : [];
}

function readInteraction<Payload>(
  interaction: DiscordInteraction,
  native: Payload,
  options: DiscordOptions,
): Reading<Payload> {
  const { commandName, context, customId, id, member, type } = interaction;
  const user = member?.user ?? interaction.user;
  if (type !== commanded && type !== pressed) return unread("not-a-message");
  if (typeof user !== "object" || user === null) return unread("unknown-shape");
  if (context === chatOfOthers) return unread("no-conversation");
  const data = interaction.data ?? {
    name: commandName,
    custom_id: customId,
    values: textsIn(interaction.values),
    options: commandOptions(interaction.options),
  };
  const name = saidText(type === commanded ? data.name : data.custom_id);
  if (name === undefined) return unread("unknown-shape");
  return placed(
    {
      kind: type === commanded ? "command" : "button",
      user,
      member,
      place: interaction,
      id,
      text:
        type === commanded
          ? commandLine(`/${name}`, data.options)
          : (saidText(textsIn(data.values).join(" ")) ?? name),
      at: madeAt(id),
      access: { mentioned: true },
    },
    native,
    options,
  );
}

function isInteraction(payload: DiscordMessage | DiscordInteraction): payload is DiscordInteraction {
  return !("author" in payload) && "token" in payload;
}

/**
 * Reads a Discord message or interaction: what a person did, where, and whether it was meant for the bot.
 *
 * - Read are the `d` of gateway events (`MESSAGE_CREATE`, `MESSAGE_UPDATE`, `INTERACTION_CREATE`), messages out of REST, and
 *   the `Message` and interactions of discord.js. Messages and replies that people wrote count, and commands (`"command"`) and buttons
 *   (`"button"`); joins, pins, boosts and what Discord itself says do not.
 * - A message without a guild is of a chat with one person only where its channel says so: tell `channel`, unless the
 *   payload has `channel_type`. Without either it is a `"missing-fact"`.
 * - `mentioned` is told from `mentions`, and from what it answers; `self` is the bot's user id.
 *
 * @param payload - The payload, from outside; any value is answered.
 * @param options - `channel`: the channel, as a payload or discord.js has it. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const message = { id: "1", type: 0, channel_id: "30", author: { id: "7" }, content: "hi", mentions: [] };
 * const read = readDiscord(message, { channel: { type: 1 }, self: "99" });
 * read.ok && [read.inbound.chatType, read.inbound.peer, read.mentioned]; //=> ["direct", "7", false]
 * readDiscord(message).reason; //=> "missing-fact"
 * ```
 */
export function readDiscord<Payload extends Maybe<DiscordMessage | DiscordInteraction>>(
  payload: Payload,
  options: DiscordOptions = {},
): Reading<Payload> {
  if (isPolluted()) return unpolluted(readDiscord, payload, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<DiscordMessage | DiscordInteraction> = payload;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  if (isInteraction(given)) return readInteraction(given, payload, chosen);
  const { author, content, edited_timestamp, editedTimestamp, id, member, timestamp, type } = given;
  if (typeof author !== "object" || author === null) return unread("unknown-shape");
  if (given.webhook_id != null || given.webhookId != null) return unread("bot");
  if (typeof type !== "number") return unread("missing-fact", "type");
  if (type !== messageType && type !== replyType) return unread("not-a-message");
  const edited = numberOf(editedTimestamp) ?? isoTime(edited_timestamp);
  return placed(
    {
      kind: edited === undefined ? "message" : "edit",
      user: author,
      member,
      place: given,
      id,
      text: saidText(content),
      at: edited ?? numberOf(given.createdTimestamp) ?? isoTime(timestamp),
      access: mentionsIn(
        { named: mentionedBy(given), answered: answeredBy(given), everyone: mentionsEveryone(given) },
        selfOf(chosen),
      ),
      reply: type === replyType,
    },
    payload,
    chosen,
  );
}

/**
 * Tells which conversation a Discord message or interaction belongs to: the short form of `readDiscord`.
 *
 * - Messages and replies that people wrote count, and commands and buttons. What a bot or a webhook wrote gives
 *   `undefined` (a bot would answer itself), and so does what the platform wrote (joins, pins, boosts).
 * - In a direct message the peer is the person; elsewhere it is the channel, and `sender` is the person. That no guild is
 *   named tells neither: without `options.channel` such a message gives `undefined`, unless it has a `channel_type`.
 * - A thread is a channel of its own: with `options.channel` told, it is the peer, the thread and the
 *   `parent` are named. Without it a message that tells by its `position` or `channel_type` that it stands in a thread gives
 *   `undefined`; one that does not is of the room whose id it names. The message that a thread was
 *   started from belongs to the channel it stands in.
 * - Aliases: `@name`, or `name#1234` for an account that still has a number.
 *
 * @param message - The `d` of the gateway event, or the `Message` of discord.js; a misshaped one gives `undefined`.
 *
 * @example
 * ```ts
 * const message = { type: 0, channel_id: "30", guild_id: "10", author: { id: "7" }, member: { roles: ["5"] } };
 * const { thread, parent } = fromDiscord(message, { channel: { type: 11, parent_id: "20" } }) ?? {};
 * thread; //=> "30"
 * parent; //=> { chatType: "channel", peer: "20" }
 * ```
 */
export function fromDiscord(
  message: Maybe<DiscordMessage | DiscordInteraction>,
  options: DiscordOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromDiscord, message, options);
  return saidIn(readDiscord(message, options));
}
