import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { type Maybe, nativeId, inboundOf } from "./payload.ts";

interface TelegramPerson {
  readonly id?: Maybe<number | string>;
  readonly is_bot?: Maybe<boolean>;
  readonly username?: Maybe<string>;
}

interface TelegramChat {
  readonly id?: Maybe<number | string>;
  readonly type?: Maybe<string>;
  readonly username?: Maybe<string>;
  readonly is_forum?: Maybe<boolean>;
}

interface TelegramMessage {
  readonly date?: Maybe<number>;
  readonly chat?: Maybe<TelegramChat>;
  readonly from?: Maybe<TelegramPerson>;
  readonly sender_chat?: Maybe<Pick<TelegramChat, "id">>;
  readonly sender_business_bot?: Maybe<TelegramPerson>;
  readonly message_thread_id?: Maybe<number | string>;
  readonly is_topic_message?: Maybe<boolean>;
  readonly direct_messages_topic?: Maybe<{ readonly topic_id?: Maybe<number | string> }>;
  readonly business_connection_id?: Maybe<string>;
}

/** The parts of a Bot API `Update` that tell a conversation. */
export interface TelegramUpdate {
  readonly message?: Maybe<TelegramMessage>;
  readonly edited_message?: Maybe<TelegramMessage>;
  readonly channel_post?: Maybe<TelegramMessage>;
  readonly edited_channel_post?: Maybe<TelegramMessage>;
  readonly business_message?: Maybe<TelegramMessage>;
  readonly edited_business_message?: Maybe<TelegramMessage>;
  readonly callback_query?: Maybe<{
    readonly from?: Maybe<TelegramPerson>;
    readonly message?: Maybe<TelegramMessage>;
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

function topicOf(message: TelegramMessage): string | undefined {
  const { chat, direct_messages_topic, is_topic_message, message_thread_id } = message;
  if (direct_messages_topic != null) return nativeId(direct_messages_topic.topic_id);
  // Outside topics the thread id numbers a chain of replies, which is no place of its own.
  if (is_topic_message === true) return nativeId(message_thread_id);
  return chat?.is_forum === true ? generalTopic : undefined;
}

function handle(username: unknown): readonly string[] | undefined {
  return typeof username === "string" && username !== "" ? [`@${username}`] : undefined;
}

function placeOf(
  message: TelegramMessage,
  author: Maybe<TelegramPerson>,
  account: string | undefined,
): Inbound | undefined {
  const { chat } = message;
  const chatType = chatTypes.get(chat?.type);
  if (chatType === undefined) return undefined;
  return inboundOf({
    channel: "telegram",
    account: nativeId(message.business_connection_id) ?? account,
    chatType,
    peer: nativeId(chat?.id),
    aliases: handle(chatType === "direct" ? chat?.username : author?.username),
    thread: topicOf(message),
    sender: nativeId(author?.id),
  });
}

/**
 * Tells which conversation a Telegram Bot API update belongs to.
 *
 * - New and edited messages, channel posts and business messages count, and so does a button pressed
 *   under a message: there the sender is who pressed it. Everything else gives `undefined` (reactions,
 *   inline and guest queries, membership), and so does what a bot wrote.
 * - The peer is the chat: in a private chat its id is the person's. The person's `@username` is an alias.
 * - The thread is the topic: in a forum (its General topic is `"1"`), in a private chat with topics, in a
 *   channel's direct messages. A `message_thread_id` without `is_topic_message` is a chain of replies
 *   and is ignored. A button under a message that Telegram no longer shows tells no topic: in a forum
 *   that gives `undefined`.
 * - A business message was received by its owner's account: the account is the business connection.
 * - An anonymous administrator or a channel writes as a chat: then that chat is the sender.
 *
 * @param update - The update as Telegram sent it; a misshaped one gives `undefined`, or lacks a fact.
 * @param options - `account`: which of the host's bots received it.
 *
 * @example
 * ```ts
 * const chat = { id: -1001, type: "supergroup", is_forum: true };
 * const message = { chat, from: { id: 7 }, message_thread_id: 42, is_topic_message: true };
 * fromTelegram({ message }); //=> { channel: "telegram", chatType: "group", peer: "-1001", thread: "42", sender: "7" }
 * ```
 */
export function fromTelegram(
  update: Maybe<TelegramUpdate>,
  { account }: { readonly account?: string } = {},
): Inbound | undefined {
  const pressed = update?.callback_query;
  if (pressed != null) {
    const { from, message } = pressed;
    if (message == null || from == null) return undefined;
    const shownNoMore = message.date === 0;
    return shownNoMore && message.chat?.is_forum === true ? undefined : placeOf(message, from, account);
  }
  const message =
    update?.message ??
    update?.edited_message ??
    update?.channel_post ??
    update?.edited_channel_post ??
    update?.business_message ??
    update?.edited_business_message;
  if (message == null || message.sender_business_bot != null) return undefined;
  // Who writes as a chat shows a stand-in account in `from`, for an anonymous administrator a bot.
  const author = message.sender_chat == null ? message.from : { id: message.sender_chat.id };
  return author?.is_bot === true ? undefined : placeOf(message, author, account);
}
