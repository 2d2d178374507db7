import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, type Named } from "./mentions.ts";
import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  saidIn,
  unread,
  type ReaderOptions,
  type Reading,
  type ThreadingOptions,
} from "./reading.ts";

/** The parts of a Matrix room event that tell what was said, and where, after decryption. */
export interface MatrixEvent {
  /** The event's type: `m.room.message`, `m.sticker` and the start of a poll are read. */
  readonly type: Maybe<string>;
  /** The room, `!…`; absent in events out of `/sync`, for which `roomId` tells it. */
  readonly room_id?: Maybe<string>;
  /** The event's id, `$…`. */
  readonly event_id?: Maybe<string>;
  /** Who sent it, `@name:server`. */
  readonly sender?: Maybe<string>;
  /** When the sender's server took it, in epoch milliseconds. */
  readonly origin_server_ts?: Maybe<number>;
  /** Present in events that set the state of a room, which say nothing to a bot. */
  readonly state_key?: Maybe<string>;
  /** What the event says; empty where it was redacted. */
  readonly content?: Maybe<{
    /** The kind of message: `m.text`, `m.emote`, `m.notice`, or that of a file. */
    readonly msgtype?: Maybe<string>;
    /** The words as plain text; for a file its name or its caption. */
    readonly body?: Maybe<string>;
    /** The words as HTML, in which older clients put their mentions. */
    readonly formatted_body?: Maybe<string>;
    /** Whom the message mentions, as the client says; absent from clients that do not say. */
    readonly "m.mentions"?: Maybe<{
      /** The user ids of those who are mentioned. */
      readonly user_ids?: Maybe<readonly string[]>;
      /** Whether everybody in the room is mentioned. */
      readonly room?: Maybe<boolean>;
    }>;
    /** How it relates to another event. */
    readonly "m.relates_to"?: Maybe<{
      /** The kind of relation: `m.thread`, or `m.replace` for an edit. */
      readonly rel_type?: Maybe<string>;
      /** The event that it relates to; of a thread, the one at its root. */
      readonly event_id?: Maybe<string>;
      /** Whether the answer below is only there for clients that know no threads. */
      readonly is_falling_back?: Maybe<boolean>;
      /** The answer that it is. */
      readonly "m.in_reply_to"?: Maybe<{
        /** The event that is answered. */
        readonly event_id?: Maybe<string>;
      }>;
    }>;
  }>;
}

/** An event as matrix-js-sdk keeps it: decrypted, if it was encrypted. */
export interface MatrixSdkEvent {
  /** Gives the event as it is after decryption. */
  readonly getEffectiveEvent: () => MatrixEvent;
  /** Whether it could not be decrypted; then the event is only a stand-in. */
  readonly isDecryptionFailure: () => boolean;
}

/** An event as matrix-bot-sdk wraps it. */
export interface MatrixBotEvent {
  /** The event as it came, decrypted by the library. */
  readonly raw: unknown;
}

/** What Matrix delivers, by a library or as it is. */
export type MatrixPayload = MatrixEvent | MatrixSdkEvent | MatrixBotEvent;

/** What the host knows beside the event. */
export interface MatrixOptions extends Omit<ReaderOptions, "self">, ThreadingOptions {
  /** The bot's own user id: a bot hears itself in every room. */
  readonly self: string;
  /** Whether the room is a chat with one person, as the bot's `m.direct` account data says. */
  readonly direct: boolean;
  /** The room, for an event out of `/sync`, which does not repeat it. */
  readonly roomId?: string | undefined;
}

/** What people write. A notice is by convention a bot's; the rest is for the clients alone, as when a device is verified. */
const spoken: ReadonlySet<unknown> = new Set([
  "m.text",
  "m.emote",
  "m.image",
  "m.file",
  "m.audio",
  "m.video",
  "m.location",
]);

/** Polls, by the names of the specification and of the proposal that clients went by before. */
const polls: ReadonlyMap<unknown, string> = new Map([
  ["m.poll.start", "m.poll"],
  ["org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.start"],
]);

/** What a text in either form says: a text, or a list of them in several formats. */
function plainText(text: unknown): string | undefined {
  if (!Array.isArray(text)) return saidText(text);
  const [first] = objectsIn(text as readonly { readonly body?: unknown }[]);
  return saidText(first?.body);
}

/** What a poll asks; undefined where an event is none. */
function questionOf({ content, type }: MatrixEvent): string | undefined {
  const name = polls.get(type);
  const fields: Readonly<Record<string, unknown>> = { ...content };
  const poll = name === undefined ? undefined : fields[name];
  const question: unknown =
    typeof poll === "object" && poll !== null && "question" in poll ? poll.question : undefined;
  const words: Readonly<Record<string, unknown>> =
    typeof question === "object" && question !== null ? { ...question } : {};
  return (
    plainText(words["m.text"]) ?? plainText(words["org.matrix.msc1767.text"]) ?? plainText(words["body"])
  );
}

/** The event in what a library hands over; undefined where there is none. */
function eventIn(payload: MatrixPayload): MatrixEvent | undefined {
  const held: unknown =
    "getEffectiveEvent" in payload && typeof payload.getEffectiveEvent === "function"
      ? payload.getEffectiveEvent()
      : "raw" in payload
        ? payload.raw
        : payload;
  // Readers trust no field of it.
  return typeof held === "object" && held !== null && "type" in held ? (held as MatrixEvent) : undefined;
}

/** Whom a message mentions: as it says itself, or, from clients that do not say, whom its text names. */
function namedIn(content: MatrixEvent["content"], self: string): readonly Named[] | undefined {
  const told = content?.["m.mentions"];
  if (typeof told === "object" && told !== null)
    return (Array.isArray(told.user_ids) ? told.user_ids : []).map((id) => [nativeId(id)]);
  const texts = [content?.body, content?.formatted_body].filter((text) => typeof text === "string");
  return texts.some((text) => text.includes(self)) ? [[self]] : undefined;
}

/**
 * Reads a Matrix room event: what a person said, where, and whether it was meant for the bot.
 *
 * - `m.room.message` with text, an emote, a file or a place, `m.sticker` and polls that are asked count. State, reactions, redacted events and
 *   what clients tell one another do not; an edit and a reaction do not tell in which thread the message stood, and so
 *   are a `"missing-fact"`.
 * - `mentioned` is what `m.mentions` says; of clients that leave it out, only that the text names the bot is known.
 *
 * @param event - The decrypted event, as it is or as matrix-js-sdk or matrix-bot-sdk has it, from outside; any value is answered.
 * @param options - `self`, `direct` and `roomId`: what an event does not tell. `bots`: whether notices are heard.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const content = { msgtype: "m.text", body: "hi", "m.mentions": { user_ids: ["@bot:hs"] } };
 * const event = { type: "m.room.message", room_id: "!Ops:hs", event_id: "$1", sender: "@Ann:hs", content };
 * const read = readMatrix(event, { self: "@bot:hs", direct: false });
 * read.ok && [read.text, read.mentioned, read.inbound.messageId]; //=> ["hi", true, "$1"]
 * readMatrix({ ...event, sender: "@bot:hs" }, { self: "@bot:hs", direct: false }).reason; //=> "own-message"
 * ```
 */
export function readMatrix<Event extends Maybe<MatrixPayload>>(
  event: Event,
  options: MatrixOptions,
): Reading<Event> {
  if (isPolluted()) return unpolluted(readMatrix, event, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the types came from outside.
  const payload: Maybe<MatrixPayload> = event;
  const { account, bots, direct, roomId, self }: Partial<MatrixOptions> = chosen;
  if (typeof payload !== "object" || payload === null) return unread("unknown-shape");
  const given = eventIn(payload);
  if (given === undefined) return unread("unknown-shape");
  // What could not be decrypted is shown as a message that says so.
  if ("isDecryptionFailure" in payload && typeof payload.isDecryptionFailure === "function")
    if (payload.isDecryptionFailure()) return unread("undecrypted");
  const { content, event_id, origin_server_ts, room_id, sender: writer, state_key, type } = given;
  if (typeof type !== "string") return unread("unknown-shape");
  if (state_key != null) return unread("not-a-message");
  if (type === "m.room.encrypted") return unread("undecrypted");
  if (type === "m.reaction") return unread("missing-fact", "thread");
  const isSticker = type === "m.sticker" && typeof content === "object" && content !== null;
  const question = questionOf(given);
  const isNotice = type === "m.room.message" && content?.msgtype === "m.notice";
  if (
    !isSticker &&
    !isNotice &&
    question === undefined &&
    !(type === "m.room.message" && spoken.has(content?.msgtype))
  )
    return unread("not-a-message");
  if (typeof self !== "string" || self === "") return unread("missing-fact", "self");
  if (typeof direct !== "boolean") return unread("missing-fact", "direct");
  const sender = nativeId(writer);
  if (sender === undefined) return unread("missing-fact", "sender");
  if (sender === self) return unread("own-message");
  if (isNotice && bots !== true) return unread("bot");
  const relation = content?.["m.relates_to"];
  if (relation?.rel_type === "m.replace") return unread("missing-fact", "thread");
  const thread = relation?.rel_type === "m.thread" ? nativeId(relation.event_id) : undefined;
  if (relation?.rel_type === "m.thread" && thread === undefined) return unread("missing-fact", "thread");
  const room = nativeId(room_id) ?? nativeId(roomId);
  const answers = relation?.["m.in_reply_to"] != null && relation.is_falling_back !== true;
  return reading({
    kind: "message",
    facts: {
      channel: "matrix",
      account,
      chatType: direct ? "direct" : "channel",
      peer: direct ? sender : room,
      room: direct ? room : undefined,
      thread,
      ...openedThread(thread === undefined && !direct, nativeId(event_id), chosen),
      sender,
      messageId: nativeId(event_id),
      reply: answers ? true : undefined,
    },
    text: question ?? saidText(content?.body),
    at: Number.isSafeInteger(origin_server_ts) ? (origin_server_ts ?? undefined) : undefined,
    access: {
      ...mentionsIn({ named: namedIn(content, self), everyone: content?.["m.mentions"]?.room === true }, [
        self,
      ]),
      bot: isNotice ? true : undefined,
    },
    native: event,
  });
}

/**
 * Tells which conversation a Matrix room event belongs to: the short form of `readMatrix`.
 *
 * - What people write counts. Notices (by convention a bot's), the bot's own events, state, reactions and what clients tell
 *   one another give `undefined`. So does an edit: it does not say in which thread the message stood.
 * - In a direct room the peer is the person who wrote, and `room` the room; elsewhere the room, as a `channel`, with `sender`.
 * - The thread is the root that an `m.thread` relation names. A plain reply is in no thread.
 * - Ids are kept to the letter: Matrix tells `!Room:x` from `!room:x`.
 *
 * @param event - The decrypted event; a misshaped one gives `undefined`.
 *
 * @example
 * ```ts
 * const event = { type: "m.room.message", room_id: "!Ops:hs", sender: "@Ann:hs", content: { msgtype: "m.text" } };
 * fromMatrix(event, { self: "@bot:hs", direct: false })?.peer; //=> "!Ops:hs"
 * fromMatrix(event, { self: "@bot:hs", direct: true })?.peer; //=> "@Ann:hs"
 * ```
 */
export function fromMatrix(event: Maybe<MatrixPayload>, options: MatrixOptions): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromMatrix, event, options);
  return saidIn(readMatrix(event, options));
}
