import type { Inbound } from "../scope/inbound.ts";
import { type Maybe, nativeId, inboundOf } from "./payload.ts";

/** The parts of a Matrix room event that tell a conversation, after decryption. */
export interface MatrixEvent {
  readonly type?: Maybe<string>;
  readonly room_id?: Maybe<string>;
  readonly sender?: Maybe<string>;
  readonly state_key?: Maybe<string>;
  readonly content?: Maybe<{
    readonly msgtype?: Maybe<string>;
    readonly "m.relates_to"?: Maybe<{ readonly rel_type?: Maybe<string>; readonly event_id?: Maybe<string> }>;
  }>;
}

/** What the host knows beside the event. */
export interface MatrixOptions {
  /** Which of the host's users received it. */
  readonly account?: string;
  /** The bot's own user id: a bot hears itself in every room. */
  readonly self: string;
  /** Whether the room is a chat with one person, as the bot's `m.direct` account data says. */
  readonly direct: boolean;
  /** The room, for an event out of `/sync`, which does not repeat it. */
  readonly roomId?: string;
}

/**
 * Tells which conversation a Matrix room event belongs to.
 *
 * - `m.room.message` and `m.sticker` count. Notices (by convention a bot's), the bot's own events, state
 *   and reactions give `undefined`. So does an edit: it does not say in which thread the message stood.
 * - In a direct room the peer is the person who wrote; elsewhere the room, as a `channel`, with `sender`.
 * - The thread is the root that an `m.thread` relation names. A plain reply is in no thread.
 * - Ids are kept to the letter: Matrix tells `!Room:x` from `!room:x`.
 *
 * @param event - The decrypted event; a misshaped one gives `undefined`, or lacks a fact.
 *
 * @example
 * ```ts
 * const event = { type: "m.room.message", room_id: "!Ops:hs", sender: "@Ann:hs", content: { msgtype: "m.text" } };
 * fromMatrix(event, { self: "@bot:hs", direct: false })?.peer; //=> "!Ops:hs"
 * fromMatrix(event, { self: "@bot:hs", direct: true })?.peer; //=> "@Ann:hs"
 * ```
 */
export function fromMatrix(
  event: Maybe<MatrixEvent>,
  { account, self, direct, roomId }: MatrixOptions,
): Inbound | undefined {
  const content = event?.content;
  const spoken = event?.type === "m.room.message" ? content?.msgtype != null : event?.type === "m.sticker";
  if (!spoken || content?.msgtype === "m.notice" || event?.state_key != null) return undefined;
  const sender = nativeId(event?.sender);
  const relation = content?.["m.relates_to"];
  if (sender === self || relation?.rel_type === "m.replace") return undefined;
  return inboundOf({
    channel: "matrix",
    account,
    chatType: direct ? "direct" : "channel",
    peer: direct ? sender : nativeId(event?.room_id ?? roomId),
    thread: relation?.rel_type === "m.thread" ? nativeId(relation.event_id) : undefined,
    sender,
  });
}
