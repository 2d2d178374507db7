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

interface TelegramPerson {
  readonly id?: Maybe<number | string>;
  readonly is_bot?: Maybe<boolean>;
  readonly username?: Maybe<string>;
  readonly first_name?: Maybe<string>;
  readonly last_name?: Maybe<string>;
}

interface TelegramChat {
  readonly id?: Maybe<number | string>;
  readonly type?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly username?: Maybe<string>;
  readonly is_forum?: Maybe<boolean>;
  readonly is_direct_messages?: Maybe<boolean>;
}

interface TelegramEntity {
  readonly type?: Maybe<string>;
  readonly offset?: Maybe<number>;
  readonly length?: Maybe<number>;
  readonly user?: Maybe<TelegramPerson>;
}

interface TelegramMessage {
  readonly message_id?: Maybe<number | string>;
  readonly date?: Maybe<number>;
  readonly edit_date?: Maybe<number>;
  readonly chat?: Maybe<TelegramChat>;
  readonly from?: Maybe<TelegramPerson>;
  readonly sender_chat?: Maybe<Pick<TelegramChat, "id" | "title">>;
  readonly sender_business_bot?: Maybe<TelegramPerson>;
  readonly message_thread_id?: Maybe<number | string>;
  readonly is_topic_message?: Maybe<boolean>;
  readonly direct_messages_topic?: Maybe<{ readonly topic_id?: Maybe<number | string> }>;
  readonly business_connection_id?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly entities?: Maybe<readonly TelegramEntity[]>;
  readonly caption?: Maybe<string>;
  readonly caption_entities?: Maybe<readonly TelegramEntity[]>;
  readonly migrate_to_chat_id?: Maybe<number | string>;
  readonly migrate_from_chat_id?: Maybe<number | string>;
  readonly web_app_data?: Maybe<{ readonly data?: Maybe<string> }>;
  readonly poll?: Maybe<{ readonly question?: Maybe<string> }>;
  readonly reply_to_message?: Maybe<{
    readonly from?: Maybe<TelegramPerson>;
    readonly forum_topic_created?: Maybe<object>;
  }>;
}

/** The parts of a Bot API `Update` that tell what a person did, and where. */
export interface TelegramUpdate {
  /** A framework's context holds its update here, and is none itself. */
  readonly update?: never;
  readonly update_id?: Maybe<number>;
  readonly message?: Maybe<TelegramMessage>;
  readonly edited_message?: Maybe<TelegramMessage>;
  readonly channel_post?: Maybe<TelegramMessage>;
  readonly edited_channel_post?: Maybe<TelegramMessage>;
  readonly business_message?: Maybe<TelegramMessage>;
  readonly edited_business_message?: Maybe<TelegramMessage>;
  readonly guest_message?: Maybe<object>;
  readonly callback_query?: Maybe<{
    readonly from?: Maybe<TelegramPerson>;
    readonly message?: Maybe<TelegramMessage>;
    readonly data?: Maybe<string>;
  }>;
  readonly message_reaction?: Maybe<{
    readonly chat?: Maybe<TelegramChat>;
    readonly message_id?: Maybe<number>;
    readonly date?: Maybe<number>;
    readonly user?: Maybe<TelegramPerson>;
    readonly actor_chat?: Maybe<Pick<TelegramChat, "id" | "title">>;
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
      ...access,
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
