import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { selfOf, unheard } from "./mentions.ts";
import { isoTime, millisecondsIn, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";

/** A message of a page's own chat: the shape in which a host with no platform tells it. */
export interface WebChatMessage {
  /** `message`, `edit`, or `button`; what a page tells beside (typing, opened, closed) is nothing. */
  readonly type: Maybe<string>;
  /** The message's id, as the page names it. */
  readonly id?: Maybe<string>;
  /** Where it was written. */
  readonly conversation: Maybe<{
    /** The id of a room; a chat with one person needs none. */
    readonly id?: Maybe<string>;
    /** `direct` for a chat with one visitor, `group` for a room. */
    readonly type?: Maybe<string>;
    /** The thread within the room; absent outside threads. */
    readonly thread?: Maybe<string>;
    /** What the room is called. */
    readonly name?: Maybe<string>;
  }>;
  /** Who wrote it. */
  readonly from?: Maybe<{
    /** The visitor: of an account where there is one, else of the browser's session. */
    readonly id?: Maybe<string>;
    /** What that person is called, as they say themselves. */
    readonly name?: Maybe<string>;
    /** That person's address, as the page knows it. */
    readonly email?: Maybe<string>;
    /** `visitor`; or `agent`, for somebody of the host's who answers in person; or `bot`. */
    readonly role?: Maybe<string>;
  }>;
  /** What was written, or what a button stands for. */
  readonly text?: Maybe<string>;
  /** Whether it names the bot, in a room. */
  readonly mentioned?: Maybe<boolean>;
  /** The files; a message with files and no words counts, too. */
  readonly attachments?: Maybe<readonly object[]>;
  /** Milliseconds, or ISO 8601. */
  readonly at?: Maybe<number | string>;
}

const kinds: ReadonlyMap<unknown, ReadingKind> = new Map([
  ["message", "message"],
  ["edit", "edit"],
  ["button", "button"],
]);

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["direct", "direct"],
  ["group", "group"],
]);

/**
 * Reads a message of a page's own chat, in a shape that the host writes itself.
 *
 * - The peer of a `direct` conversation is the visitor; that of a `group` the room. Which one it is, the page must say.
 * - A person of the host's who answers in the bot's place (`role: "agent"`) is not heard: `"own-message"`.
 *
 * @param message - The message, from outside; any value is answered.
 * @param options - `account`: which of the host's pages it came from. `self`, `bots` as everywhere.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const message = { type: "message", conversation: { type: "direct" }, from: { id: "v7", role: "visitor" }, text: "hi" };
 * const read = readWebChat(message);
 * read.ok && [read.inbound.chatType, read.inbound.peer]; //=> ["direct", "v7"]
 * readWebChat({ ...message, from: { id: "a1", role: "agent" } }).reason; //=> "own-message"
 * ```
 */
export function readWebChat<Message extends Maybe<WebChatMessage>>(
  message: Message,
  options: ReaderOptions = {},
): Reading<Message> {
  if (isPolluted()) return unpolluted(readWebChat, message, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<WebChatMessage> = message;
  if (typeof given !== "object" || given === null || typeof given.type !== "string")
    return unread("unknown-shape");
  const { at, attachments, conversation, from, id, mentioned, text, type } = given;
  const kind = kinds.get(type);
  const said = saidText(text);
  if (kind === undefined || (said === undefined && objectsIn(attachments).length === 0))
    return unread("not-a-message");
  if (typeof conversation !== "object" || conversation === null) return unread("unknown-shape");
  if (from?.role === "agent") return unread("own-message");
  if (from?.role !== "visitor" && from?.role !== "bot") return unread("missing-fact", "from.role");
  const isBot = from.role === "bot";
  const person = nativeId(from.id);
  const ignored = unheard([person], isBot, selfOf(chosen), chosen);
  if (ignored !== undefined) return ignored;
  if (conversation.type == null) return unread("missing-fact", "conversation.type");
  const chatType = chatTypes.get(conversation.type);
  if (chatType === undefined) return unread("unknown-shape");
  const isDirect = chatType === "direct";
  return reading({
    kind,
    facts: {
      channel: "webchat",
      account: chosen.account,
      chatType,
      peer: isDirect ? person : nativeId(conversation.id),
      thread: nativeId(conversation.thread),
      sender: person,
      messageId: kind === "button" ? undefined : nativeId(id),
    },
    text: said,
    at: millisecondsIn(at) ?? isoTime(at),
    access: {
      mentioned: kind === "button" ? true : typeof mentioned === "boolean" ? mentioned : undefined,
      bot: isBot ? true : undefined,
      roomName: isDirect ? undefined : saidText(conversation.name),
      senderName: saidText(from.name),
      senderEmail: saidText(from.email),
    },
    native: message,
  });
}

/**
 * Tells which conversation a message of a page's own chat belongs to: the short form of `readWebChat`.
 *
 * @param message - The message, as the host writes it; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's pages it came from.
 *
 * @example
 * ```ts
 * const conversation = { type: "group", id: "r1" };
 * const from = { id: "v7", role: "visitor" };
 * fromWebChat({ type: "message", conversation, from, text: "hi" })?.peer; //=> "r1"
 * ```
 */
export function fromWebChat(
  message: Maybe<WebChatMessage>,
  options: ReaderOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromWebChat, message, options);
  return saidIn(readWebChat(message, options));
}
