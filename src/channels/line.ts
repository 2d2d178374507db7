import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard } from "./mentions.ts";
import { millisecondsIn, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading } from "./reading.ts";

/** Somebody whom a text mentions. */
interface LineMentionee {
  /** `user`, or `all` for everybody in the chat. */
  readonly type?: Maybe<string>;
  /** The user id of whoever is mentioned, where LINE may tell it. */
  readonly userId?: Maybe<string>;
  /** Whether it is the bot. */
  readonly isSelf?: Maybe<boolean>;
}

/** One of the `events` that a webhook of LINE's Messaging API delivers. */
export interface LineEvent {
  /** The event: `message` and `postback` are read, any other is nothing. */
  readonly type: Maybe<string>;
  /** `active`; or `standby`, while something else answers for the account. */
  readonly mode?: Maybe<string>;
  /** When it happened, in epoch milliseconds. */
  readonly timestamp?: Maybe<number>;
  /** Where it happened, and who did it. */
  readonly source?: Maybe<{
    /** The kind of chat: `user`, `group` or `room`. */
    readonly type?: Maybe<string>;
    /** The person, `U…`; the peer of a chat with one person. */
    readonly userId?: Maybe<string>;
    /** The group, `C…`; the peer there. */
    readonly groupId?: Maybe<string>;
    /** The chat of several people of the older kind, `R…`; the peer there. */
    readonly roomId?: Maybe<string>;
  }>;
  /** The message, in a `message` event. */
  readonly message?: Maybe<{
    /** The message's id. */
    readonly id?: Maybe<string>;
    /** The kind of message: `text`, `image`, `video`, `audio`, `file`, `location` or `sticker`. */
    readonly type?: Maybe<string>;
    /** What was written, in a `text`. */
    readonly text?: Maybe<string>;
    /** The id of the message that it quotes; whose that is, LINE does not tell. */
    readonly quotedMessageId?: Maybe<string>;
    /** Whom the text mentions. */
    readonly mention?: Maybe<{
      /** Everybody who is mentioned, in the order of the text. */
      readonly mentionees?: Maybe<readonly LineMentionee[]>;
    }>;
  }>;
  /** What a button sends, in a `postback` event. */
  readonly postback?: Maybe<{
    /** What the bot's maker put behind the button; it is the text. */
    readonly data?: Maybe<string>;
  }>;
}

/** What people send. */
const written: ReadonlySet<unknown> = new Set([
  "text",
  "image",
  "video",
  "audio",
  "file",
  "location",
  "sticker",
]);

/** The field of a source that names the chat: groups, and older chats of several people. */
const rooms: ReadonlyMap<unknown, "groupId" | "roomId"> = new Map([
  ["group", "groupId"],
  ["room", "roomId"],
]);

/** Stands for the bot where LINE says that a mention is one of it, and for anybody else. */
const theBot = "U-self";
const another = "U-other";

/** Under which name a mention is known, as far as LINE tells. */
function mentioned({ isSelf, userId }: LineMentionee, hasSelf: boolean): string | undefined {
  if (isSelf === true) return theBot;
  if (isSelf === false) return another;
  return hasSelf ? nativeId(userId) : undefined;
}

/**
 * Reads an event of LINE: what a person did, where, and whether it was meant for the bot.
 *
 * - Texts, files, places and stickers count, and postbacks (`"button"`). Follows, joins, unsent messages, beacons and account
 *   links are nothing. While the bot stands by (`mode: "standby"`), another answers: `"no-conversation"`.
 * - Which kind of chat it is, `source.type` says: the peer is the person of a `user`, the group or the room of the others.
 * - `mentioned` is told by `isSelf`; whose message is quoted, LINE does not tell. LINE has no threads.
 *
 * @param event - One of the webhook's `events`, from outside; any value is answered.
 * @param options - `self`: the bot's user id, the `destination` of the webhook. `account`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const source = { type: "group", groupId: "C1", userId: "U7" };
 * const mention = { mentionees: [{ type: "user", userId: "UBOT", isSelf: true }] };
 * const event = { type: "message", mode: "active", timestamp: 1772442000000, source } as const;
 * const read = readLine({ ...event, message: { id: "5", type: "text", text: "@desk hi", mention } });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.mentioned]; //=> ["C1", "U7", true]
 * readLine({ type: "follow", source }).reason; //=> "not-a-message"
 * ```
 */
export function readLine<Event extends Maybe<LineEvent>>(
  event: Event,
  options: ReaderOptions = {},
): Reading<Event> {
  if (isPolluted()) return unpolluted(readLine, event, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<LineEvent> = event;
  if (typeof given !== "object" || given === null || typeof given.type !== "string")
    return unread("unknown-shape");
  const { message, mode, postback, source, timestamp, type } = given;
  const isSaid = type === "message" && written.has(message?.type);
  if (!isSaid && !(type === "postback" && postback != null)) return unread("not-a-message");
  if (mode === "standby") return unread("no-conversation");
  if (typeof source !== "object" || source === null) return unread("missing-fact", "source");
  const sender = nativeId(source.userId);
  const self = selfOf(chosen);
  const ignored = unheard([sender], false, self, chosen);
  if (ignored !== undefined) return ignored;
  const room = rooms.get(source.type);
  if (source.type == null) return unread("missing-fact", "source.type");
  if (room === undefined && source.type !== "user") return unread("unknown-shape");
  if (room === undefined && (source.groupId != null || source.roomId != null))
    return unread("contradicting-facts");
  const mentionees = objectsIn(message?.mention?.mentionees);
  const quotes = nativeId(message?.quotedMessageId) !== undefined;
  return reading({
    kind: isSaid ? "message" : "button",
    facts: {
      channel: "line",
      account: chosen.account,
      chatType: room === undefined ? "direct" : "group",
      peer: room === undefined ? sender : nativeId(source[room]),
      sender,
      messageId: isSaid ? nativeId(message?.id) : undefined,
      reply: quotes ? true : undefined,
    },
    text: isSaid ? saidText(message?.text) : saidText(postback?.data),
    at: millisecondsIn(timestamp),
    access: isSaid
      ? mentionsIn(
          {
            named: mentionees
              .filter(({ type: kind }) => kind !== "all")
              .map((mentionee) => [mentioned(mentionee, self.length > 0)]),
            answered: quotes ? [undefined] : undefined,
            everyone: mentionees.some(({ type: kind }) => kind === "all"),
          },
          [...self, theBot],
        )
      : { mentioned: true },
    native: event,
  });
}

/**
 * Tells which conversation an event of LINE belongs to: the short form of `readLine`.
 *
 * @param event - One of the webhook's `events`; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's channels received it.
 *
 * @example
 * ```ts
 * const message = { id: "5", type: "text", text: "hi" };
 * fromLine({ type: "message", source: { type: "user", userId: "U7" }, message })?.peer; //=> "U7"
 * ```
 */
export function fromLine(event: Maybe<LineEvent>, options: ReaderOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromLine, event, options);
  return saidIn(readLine(event, options));
}
