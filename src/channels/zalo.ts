import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { selfOf, unheard } from "./mentions.ts";
import { millisecondsIn, type Maybe, nativeId, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading } from "./reading.ts";

/** A message, as updates carry it. */
interface ZaloMessage {
  /** The message's id. */
  readonly message_id?: Maybe<string>;
  /** Milliseconds. */
  readonly date?: Maybe<number>;
  /** Who sent it. */
  readonly from?: Maybe<{
    /** The sender's id; in a private chat the peer. */
    readonly id?: Maybe<string>;
    /** What the sender is called. */
    readonly display_name?: Maybe<string>;
    /** Whether it is a bot; such a sender is heard only under `bots`. */
    readonly is_bot?: Maybe<boolean>;
  }>;
  /** The chat it was sent in. */
  readonly chat?: Maybe<{
    /** The chat's id; in a private chat that of the person. */
    readonly id?: Maybe<string>;
    /** The kind of chat: `PRIVATE` or `GROUP`. */
    readonly chat_type?: Maybe<string>;
  }>;
  /** What was written. */
  readonly text?: Maybe<string>;
  /** What was written under a picture. */
  readonly caption?: Maybe<string>;
  /** Present where a picture was sent. */
  readonly photo?: unknown;
  /** Present where a sticker was sent. */
  readonly sticker?: unknown;
  /** Present where a voice message was sent. */
  readonly voice_url?: unknown;
}

/** The event and its message. */
interface ZaloResult {
  /** The event's name; `message.text.received` and its like for pictures, stickers and voices are read. */
  readonly event_name?: Maybe<string>;
  /** What was sent. */
  readonly message?: Maybe<ZaloMessage>;
}

/** An update of the Zalo Bot API: what `getUpdates` gives and a webhook posts, or the `result` in it. */
export interface ZaloUpdate extends ZaloResult {
  /** Whether the Bot API answered; it is not read. */
  readonly ok?: Maybe<boolean>;
  /** The update, in an answer of `getUpdates` or a webhook. */
  readonly result?: Maybe<ZaloResult>;
}

/** What people send. */
const contents = ["text", "photo", "sticker", "voice_url"] as const;

/** The events about messages whose content the platform passes on. */
const received = /^message\.(?:text|image|sticker|voice)\.received$/;

/**
 * Reads an update of the Zalo Bot API: what a person said, and where.
 *
 * - Texts, pictures, stickers and voice messages count.
 * - Which kind of chat it is, `chat_type` says: the peer of a `PRIVATE` one is the person, that of a `GROUP` the group. Zalo
 *   has no threads, and does not tell whom a message mentions.
 *
 * @param update - The update, from outside; any value is answered.
 * @param options - `account`, `self`, `bots` as everywhere.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const chat = { id: "g1", chat_type: "GROUP" };
 * const message = { message_id: "5", date: 1772442000000, from: { id: "u7", display_name: "Ann" }, chat, text: "hi" };
 * const read = readZalo({ event_name: "message.text.received", message });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.at]; //=> ["g1", "u7", 1772442000000]
 * readZalo({ message: { ...message, chat: { id: "g1" } } }).missing; //=> ["chat.chat_type"]
 * ```
 */
export function readZalo<Update extends Maybe<ZaloUpdate>>(
  update: Update,
  options: ReaderOptions = {},
): Reading<Update> {
  if (isPolluted()) return unpolluted(readZalo, update, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<ZaloUpdate> = update;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  const { event_name, message } = given.result ?? given;
  if (event_name != null && !received.test(saidText(event_name) ?? "")) return unread("not-a-message");
  if (typeof message !== "object" || message === null) return unread("unknown-shape");
  const { chat, date, from, message_id } = message;
  if (!contents.some((content) => message[content] != null && message[content] !== ""))
    return unread("not-a-message");
  const person = nativeId(from?.id);
  const ignored = unheard([person], from?.is_bot === true, selfOf(chosen), chosen);
  if (ignored !== undefined) return ignored;
  const room = nativeId(chat?.id);
  if (chat?.chat_type == null) return unread("missing-fact", "chat.chat_type");
  if (chat.chat_type !== "PRIVATE" && chat.chat_type !== "GROUP") return unread("unknown-shape");
  const isDirect = chat.chat_type === "PRIVATE";
  if (isDirect && room !== undefined && room !== person) return unread("contradicting-facts");
  return reading({
    kind: "message",
    facts: {
      channel: "zalo",
      account: chosen.account,
      chatType: isDirect ? "direct" : "group",
      peer: isDirect ? person : room,
      sender: person,
      messageId: nativeId(message_id),
    },
    text: saidText(message.text) ?? saidText(message.caption),
    at: millisecondsIn(date),
    access: { bot: from?.is_bot === true ? true : undefined, senderName: saidText(from?.display_name) },
    native: update,
  });
}

/**
 * Tells which conversation an update of the Zalo Bot API belongs to: the short form of `readZalo`.
 *
 * @param update - The update, or the `result` in it; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's bots received it.
 *
 * @example
 * ```ts
 * const message = { from: { id: "u7" }, chat: { id: "u7", chat_type: "PRIVATE" }, text: "hi" };
 * fromZalo({ ok: true, result: { event_name: "message.text.received", message } })?.peer; //=> "u7"
 * ```
 */
export function fromZalo(update: Maybe<ZaloUpdate>, options: ReaderOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromZalo, update, options);
  return saidIn(readZalo(update, options));
}
