import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { isSelf, mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import {
  reading,
  saidIn,
  unread,
  unreadMove,
  type ReaderOptions,
  type Reading,
  type ReadingKind,
} from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

/** A Telegram user, or a bot. */
interface TelegramPerson {
  /** The user's id, which also names the private chat with them. */
  readonly id?: Maybe<number | string>;
  /** Whether it is a bot; such a user is heard only under `bots`. */
  readonly is_bot?: Maybe<boolean>;
  /** The name without its `@`, which makes an alias; absent where the user has none. */
  readonly username?: Maybe<string>;
  /** The first part of what the sender is called. */
  readonly first_name?: Maybe<string>;
  /** The second part; absent where the user gave none. */
  readonly last_name?: Maybe<string>;
}

/** The chat that a message is in. */
interface TelegramChat {
  /** The chat's id; in a private chat that of the person. */
  readonly id?: Maybe<number | string>;
  /** The kind of chat: `private`, `group`, `supergroup` or `channel`. */
  readonly type?: Maybe<string>;
  /** What the chat is called; a private one has no title. */
  readonly title?: Maybe<string>;
  /** The name without its `@` of a private chat's person, or of a public room. */
  readonly username?: Maybe<string>;
  /** Whether a supergroup consists of topics. */
  readonly is_forum?: Maybe<boolean>;
  /** Whether the chat holds the direct messages of a channel, in which each person has a topic. */
  readonly is_direct_messages?: Maybe<boolean>;
}

/** What marks a part of the text. */
interface TelegramEntity {
  /** `mention`, `text_mention` and `bot_command` are read. */
  readonly type?: Maybe<string>;
  /** Where the part begins, in UTF-16 code units. */
  readonly offset?: Maybe<number>;
  /** How long the part is, in UTF-16 code units. */
  readonly length?: Maybe<number>;
  /** Who is meant, in a `text_mention`, of somebody without a user name. */
  readonly user?: Maybe<TelegramPerson>;
}

/** A message, as updates carry it. */
interface TelegramMessage {
  /** The message's id in its chat. */
  readonly message_id?: Maybe<number | string>;
  /** When it was sent, in seconds since 1970; 0 where Telegram no longer shows the message. */
  readonly date?: Maybe<number>;
  /** When it was last edited, in seconds since 1970. */
  readonly edit_date?: Maybe<number>;
  /** The chat it is in. */
  readonly chat?: Maybe<TelegramChat>;
  /** Who wrote it; a stand-in where somebody writes as a chat. */
  readonly from?: Maybe<TelegramPerson>;
  /**
   * The chat as which it was written: by an anonymous administrator, or by a channel; it is the sender then.
   */
  readonly sender_chat?: Maybe<Pick<TelegramChat, "id" | "title">>;
  /** The bot that wrote it for the owner of a business account. */
  readonly sender_business_bot?: Maybe<TelegramPerson>;
  /** The topic, or outside topics a chain of replies. */
  readonly message_thread_id?: Maybe<number | string>;
  /** Whether `message_thread_id` names a topic. */
  readonly is_topic_message?: Maybe<boolean>;
  /** The topic of a channel's direct messages. */
  readonly direct_messages_topic?: Maybe<{
    /** The topic's id; it is the thread. */
    readonly topic_id?: Maybe<number | string>;
  }>;
  /** The business account's connection to the bot; it is the `party`. */
  readonly business_connection_id?: Maybe<string>;
  /** What was written; absent where there is a file, which has a caption. */
  readonly text?: Maybe<string>;
  /** What marks the text. */
  readonly entities?: Maybe<readonly TelegramEntity[]>;
  /** What was written under a file. */
  readonly caption?: Maybe<string>;
  /** What marks the caption. */
  readonly caption_entities?: Maybe<readonly TelegramEntity[]>;
  /** The id of the supergroup that the group has become. */
  readonly migrate_to_chat_id?: Maybe<number | string>;
  /** The id that the supergroup had as a group. */
  readonly migrate_from_chat_id?: Maybe<number | string>;
  /** What a web app sent that the bot's keyboard opened. */
  readonly web_app_data?: Maybe<{
    /** What it sent; it is the text. */
    readonly data?: Maybe<string>;
  }>;
  /** A poll that was asked. */
  readonly poll?: Maybe<{
    /** What it asks; it is the text. */
    readonly question?: Maybe<string>;
  }>;
  /** The message that it answers. */
  readonly reply_to_message?: Maybe<{
    /** Who wrote that message; where it was the bot, the answer counts as a mention. */
    readonly from?: Maybe<TelegramPerson>;
    /**
     * Present where it is the notice that opened a topic; every message there is shown as an answer to it.
     */
    readonly forum_topic_created?: Maybe<object>;
  }>;
}

/** The parts of a Bot API `Update` that tell what a person did, and where. */
export interface TelegramUpdate {
  /** A framework's context holds its update here, and is none itself. */
  readonly update?: never;
  /** The update's number; an update with one and nothing that is read is `"not-a-message"`. */
  readonly update_id?: Maybe<number>;
  /** A new message. */
  readonly message?: Maybe<TelegramMessage>;
  /** A message that was edited. */
  readonly edited_message?: Maybe<TelegramMessage>;
  /** A new post of a channel. */
  readonly channel_post?: Maybe<TelegramMessage>;
  /** A post of a channel that was edited. */
  readonly edited_channel_post?: Maybe<TelegramMessage>;
  /** A new message in a chat that the bot answers for a business account. */
  readonly business_message?: Maybe<TelegramMessage>;
  /** Such a message that was edited. */
  readonly edited_business_message?: Maybe<TelegramMessage>;
  /** A message of a chat that the bot does not belong to, which is of no conversation. */
  readonly guest_message?: Maybe<object>;
  /** A button under a message that was pressed. */
  readonly callback_query?: Maybe<{
    /** Who pressed it. */
    readonly from?: Maybe<TelegramPerson>;
    /** The message that has the button; absent where it was sent through the bot in another chat. */
    readonly message?: Maybe<TelegramMessage>;
    /** What the bot's maker put behind the button; it is the text. */
    readonly data?: Maybe<string>;
  }>;
  /** A reaction to a message that was put, changed or taken back. */
  readonly message_reaction?: Maybe<{
    /** The chat that the message is in. */
    readonly chat?: Maybe<TelegramChat>;
    /** The message's id in its chat. */
    readonly message_id?: Maybe<number>;
    /** When it happened, in seconds since 1970. */
    readonly date?: Maybe<number>;
    /** Who put it; absent where it was put as a chat. */
    readonly user?: Maybe<TelegramPerson>;
    /** The chat as which it was put, by an anonymous administrator or a channel. */
    readonly actor_chat?: Maybe<Pick<TelegramChat, "id" | "title">>;
    /** The reactions as they are now; none where the last one was taken back. */
    readonly new_reaction?: Maybe<readonly object[]>;
  }>;
}

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["private", "direct"],
  ["group", "group"],
  ["supergroup", "group"],
  ["channel", "channel"],
]);

/** The topic that a forum shows first; its messages carry no topic of their own. */
const generalTopic = "1";

/** The updates that are about a message, and whether it was there before. */
const updates = [
  ["message", "message"],
  ["edited_message", "edit"],
  ["channel_post", "message"],
  ["edited_channel_post", "edit"],
  ["business_message", "message"],
  ["edited_business_message", "edit"],
] as const;

/** What people put into messages, as Bot API 10 has it. The rest is what Telegram tells of a chat: joins, pins, topics, gifts. */
const contents = [
  "text",
  "rich_message",
  "animation",
  "audio",
  "document",
  "live_photo",
  "paid_media",
  "photo",
  "sticker",
  "story",
  "video",
  "video_note",
  "voice",
  "checklist",
  "contact",
  "dice",
  "game",
  "poll",
  "venue",
  "location",
  // What is chosen with the bot's own keyboard: Telegram counts it among its notices, but a person sends it.
  "web_app_data",
  "users_shared",
  "chat_shared",
] as const;

function isWritten(message: object): boolean {
  const fields: Readonly<Partial<Record<(typeof contents)[number], unknown>>> = message;
  return contents.some((content) => fields[content] != null);
}

/** The topic of a message; undefined where its chat has none. */
function topicOf(message: TelegramMessage): string | undefined | Unread {
  const { chat, date, direct_messages_topic, is_topic_message, message_thread_id } = message;
  if (direct_messages_topic != null || chat?.is_direct_messages === true)
    return nativeId(direct_messages_topic?.topic_id) ?? unread("missing-fact", "direct_messages_topic");
  // Outside topics the thread id numbers a chain of replies, which is no place of its own.
  if (is_topic_message === true)
    return nativeId(message_thread_id) ?? unread("missing-fact", "message_thread_id");
  if (chat?.is_forum !== true) return undefined;
  // Of a message that Telegram no longer shows it tells no topic.
  return date === 0 ? unread("missing-fact", "message_thread_id") : generalTopic;
}

function handle(username: unknown): string | undefined {
  return typeof username === "string" && username !== "" ? `@${username}` : undefined;
}

function spellName(id: string): string {
  return id.startsWith("@") || !/^\d+$/.test(id) ? `@${lowerCase(id.replace(/^@/, ""))}` : id;
}

function namesOf(person: Maybe<TelegramPerson>): Named {
  const name = handle(person?.username);
  return [nativeId(person?.id), name === undefined ? undefined : lowerCase(name)];
}

function calledName({ first_name, last_name }: TelegramPerson): string | undefined {
  const names = [first_name, last_name].filter((name) => typeof name === "string" && name !== "");
  return names.length === 0 ? undefined : names.join(" ");
}

function milliseconds(seconds: unknown): number | undefined {
  return typeof seconds === "number" && Number.isSafeInteger(seconds) && seconds > 0
    ? seconds * 1000
    : undefined;
}

/** What an entity marks in the text. */
function markedBy({ length, offset }: TelegramEntity, text: string): string {
  return typeof offset === "number" && typeof length === "number" ? text.slice(offset, offset + length) : "";
}

/** Everybody whom the text names; a command may name its bot. */
function namedIn(text: string, entities: readonly TelegramEntity[]): readonly Named[] {
  return entities.flatMap((entity): readonly Named[] => {
    const marked = markedBy(entity, text);
    if (entity.type === "text_mention") return [namesOf(entity.user)];
    if (entity.type === "mention") return [[lowerCase(marked)]];
    const at = entity.type === "bot_command" ? marked.indexOf("@") : -1;
    return at === -1 ? [] : [[lowerCase(marked.slice(at))]];
  });
}

interface Action {
  readonly kind: ReadingKind;
  readonly message: TelegramMessage;
  /** Who did it; nobody in particular in a channel. */
  readonly author: Maybe<TelegramPerson>;
  readonly text: string | undefined;
  readonly at: number | undefined;
  readonly access: ReturnType<typeof mentionsIn>;
  readonly reply?: boolean;
}

/** Tells where something was done. */
function placed<Update>(action: Action, native: Update, { account }: ReaderOptions): Reading<Update> {
  const { access, at, author, kind, message, reply, text } = action;
  const { chat } = message;
  const chatType = chatTypes.get(chat?.type);
  if (chatType === undefined) return unread("unknown-shape");
  const thread = topicOf(message);
  if (typeof thread === "object") return thread;
  const peer = nativeId(chat?.id);
  const sender = nativeId(author?.id);
  const party = nativeId(message.business_connection_id);
  const isDirect = chatType === "direct";
  if (isDirect && sender !== undefined && sender !== peer)
    return unread(party === undefined ? "contradicting-facts" : "own-message");
  const alias = handle(isDirect ? chat?.username : author?.username);
  return reading({
    kind,
    facts: {
      channel: "telegram",
      account,
      chatType,
      peer,
      party,
      aliases: alias === undefined ? undefined : [alias],
      thread,
      forum: chat?.is_forum === true ? true : undefined,
      sender,
      messageId: nativeId(message.message_id),
      reply: reply === true ? true : undefined,
    },
    text,
    at,
    access: {
      mentioned: access.mentioned,
      othersMentioned: access.othersMentioned,
      bot: author?.is_bot === true ? true : undefined,
      roomName: isDirect ? undefined : saidText(chat?.title),
      senderName: author == null ? undefined : calledName(author),
      senderUsername: saidText(author?.username),
    },
    native,
  });
}

function readWritten<Update>(
  message: TelegramMessage,
  kind: "message" | "edit",
  isBusiness: boolean,
  native: Update,
  options: ReaderOptions,
): Reading<Update> {
  if (typeof message !== "object") return unread("unknown-shape");
  if (message.sender_business_bot != null) return unread("own-message");
  if (isBusiness && nativeId(message.business_connection_id) === undefined)
    return unread("missing-fact", "business_connection_id");
  if (isBusiness && nativeId(message.from?.id) === undefined) return unread("missing-fact", "from");
  // Who writes as a chat shows a stand-in account in `from`, for an anonymous administrator a bot.
  const author = message.sender_chat == null ? message.from : { id: message.sender_chat.id };
  const self = selfOf(options, spellName);
  const ignored = unheard(namesOf(author), author?.is_bot === true, self, options);
  if (ignored !== undefined) return ignored;
  if (!isWritten(message)) {
    const { chat, migrate_from_chat_id: before, migrate_to_chat_id: after } = message;
    return unreadMove("telegram", nativeId(before ?? chat?.id), nativeId(after ?? (before && chat?.id)));
  }
  const said = saidText(message.text) ?? saidText(message.caption);
  const text = said ?? "";
  const entities = [...objectsIn(message.entities), ...objectsIn(message.caption_entities)];
  const answered = message.reply_to_message;
  // Each message of a topic is shown as an answer to the notice that opened it.
  const reply = answered != null && answered.forum_topic_created == null;
  const command = entities.find(({ offset, type }) => type === "bot_command" && offset === 0);
  const [bare = "", to] = command === undefined ? [] : markedBy(command, text).split("@");
  const isOwn = to !== undefined && self.includes(`@${lowerCase(to)}`);
  return placed(
    {
      kind: kind === "message" && command !== undefined ? "command" : kind,
      message,
      author,
      text: isOwn
        ? bare + text.slice(bare.length + 1 + to.length)
        : (said ?? saidText(message.web_app_data?.data) ?? saidText(message.poll?.question)),
      at: milliseconds(kind === "edit" ? (message.edit_date ?? message.date) : message.date),
      access: mentionsIn(
        { named: namedIn(text, entities), answered: reply ? namesOf(answered.from) : undefined },
        self,
      ),
      reply,
    },
    native,
    options,
  );
}

/**
 * Reads a Telegram Bot API update, as grammY and Telegraf hand it on (`ctx.update`): what a person did, where, and
 * whether it was meant for the bot.
 *
 * - New and edited messages, channel posts and business messages with content of a person count; so do a button that
 *   was pressed under a message (`"button"`), a message that begins with a command (`"command"`) and a `"reaction"`.
 * - `mentioned` is told from mentions, commands with a bot's name, and answers. `self` names the bot: its id and its
 *   `@username`. The bot's own name behind a command is taken out of `text`.
 * - The owner of a business account is not heard in the chats that the bot answers for them: `"own-message"`.
 *
 * @param update - The update as Telegram sent it, from outside; any value is answered.
 * @param options - `account`: which of the host's bots received it. `bots`: whether other bots are heard.
 * @returns What was done, or why it is nothing to answer. What always stands below a topic and names none
 *   (channels' direct messages, an old button in a forum) is a `"missing-fact"`.
 *
 * @example
 * ```ts
 * const chat = { id: -1001, type: "supergroup" };
 * const entities = [{ type: "bot_command", offset: 0, length: 9 }];
 * const message = { message_id: 5, date: 1772442000, chat, from: { id: 7 }, text: "/new@desk hello", entities };
 * const read = readTelegram({ message }, { self: "@desk" });
 * read.ok && [read.kind, read.text, read.mentioned, read.at]; //=> ["command", "/new hello", true, 1772442000000]
 * readTelegram({ message: { ...message, text: undefined, pinned_message: {} } }).reason; //=> "not-a-message"
 * ```
 */
export function readTelegram<Update extends Maybe<TelegramUpdate>>(
  update: Update,
  options: ReaderOptions = {},
): Reading<Update> {
  if (isPolluted()) return unpolluted(readTelegram, update, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const payload: Maybe<TelegramUpdate> = update;
  if (typeof payload !== "object" || payload === null) return unread("unknown-shape");
  const { callback_query: pressed, message_reaction: reacted } = payload;
  const self = selfOf(chosen, spellName);
  if (pressed != null) {
    const { data, from, message } = pressed;
    // A message that was sent through the bot is in no chat of the bot's.
    if (message == null) return unread("no-conversation");
    if (typeof message !== "object" || from == null) return unread("unknown-shape");
    if (isSelf(namesOf(from), self) === true) return unread("own-message");
    return placed(
      {
        kind: "button",
        message,
        author: from,
        text: saidText(data),
        at: undefined,
        access: { mentioned: true },
      },
      update,
      chosen,
    );
  }
  if (reacted != null) {
    const { actor_chat, chat, date, message_id, new_reaction, user } = reacted;
    if (chat?.is_forum === true) return unread("missing-fact", "message_thread_id");
    const author = user ?? (actor_chat == null ? undefined : { id: actor_chat.id });
    if (author == null) return unread("unknown-shape");
    if (author.is_bot === true) return unread(isSelf(namesOf(author), self) === true ? "own-message" : "bot");
    const [put] = objectsIn(new_reaction);
    if (put === undefined) return unread("not-a-message");
    const emoji = "emoji" in put ? saidText(put.emoji) : undefined;
    return placed(
      {
        kind: "reaction",
        message: { chat, message_id },
        author,
        text: emoji,
        at: milliseconds(date),
        access: {},
      },
      update,
      chosen,
    );
  }
  for (const [name, kind] of updates) {
    const message = payload[name];
    if (message != null) return readWritten(message, kind, name.endsWith("business_message"), update, chosen);
  }
  if (payload.guest_message != null) return unread("no-conversation");
  return unread(payload.update_id == null ? "unknown-shape" : "not-a-message");
}

/**
 * Tells which conversation a Telegram Bot API update belongs to: the short form of `readTelegram`.
 *
 * - Whatever says nothing gives `undefined`: reactions, inline and guest queries, membership, joins, pins, topics that
 *   were opened, what a bot wrote.
 * - The peer is the chat: in a private chat its id is the person's. The person's `@username` is an alias.
 * - The thread is the topic: in a forum (its General topic is `"1"`), in a private chat with topics, in a
 *   channel's direct messages. A `message_thread_id` without `is_topic_message` is a chain of replies
 *   and is ignored. A button under a message that Telegram no longer shows tells no topic: where there are topics
 *   that gives `undefined`.
 * - A business message belongs to the chat of a customer with the account's owner: `party` is the business connection.
 * - An anonymous administrator or a channel writes as a chat: then that chat is the sender.
 *
 * @param update - The update as Telegram sent it; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's bots received it. `self`: the bot's id and `@username`.
 *
 * @example
 * ```ts
 * const chat = { id: -1001, type: "supergroup", is_forum: true };
 * const message = { chat, from: { id: 7 }, message_thread_id: 42, is_topic_message: true, text: "hi" };
 * const { peer, sender, thread } = fromTelegram({ message }) ?? {};
 * [peer, sender, thread]; //=> ["-1001", "7", "42"]
 * ```
 */
export function fromTelegram(
  update: Maybe<TelegramUpdate>,
  options: ReaderOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromTelegram, update, options);
  return saidIn(readTelegram(update, options));
}
