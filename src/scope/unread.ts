import type { Moved } from "./moved.ts";

/** Why a payload of a platform is no message that a bot should answer. */
export type UnreadReason =
  /** Nobody said anything: the platform's own notices, votes, receipts, deletions. */
  | "not-a-message"
  /** The bot's own account wrote it, or whoever the bot answers for. */
  | "own-message"
  | "bot"
  /** It is none of the payloads that the reader reads. */
  | "unknown-shape"
  /** What decides which conversation it is of is not told; `missing` names it. */
  | "missing-fact"
  /** Two facts of it, or one and an option, cannot both be true. */
  | "contradicting-facts"
  /** Nobody knows yet what it says. */
  | "undecrypted"
  /** It was said where the bot holds no conversation: a feed, another's chat. */
  | "no-conversation";

/** A payload that says nothing to a bot, and why. */
export interface Unread {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "unread";
  /** False: there is nothing to answer, or too little is told. */
  readonly ok: false;
  /** Why there is nothing to read. */
  readonly reason: UnreadReason;
  /**
   * The fields of the payload, or the reader's options, that would have told; of a stored entry, too, those that contradict each
   * other. Empty for any other reason.
   */
  readonly missing: readonly string[];
  /** What the platform tells instead: that a chat has another id from now on. */
  readonly moved?: Moved;
}

const sentences: Readonly<Record<UnreadReason, string>> = {
  "not-a-message": "nobody said anything in it",
  "own-message": "the bot wrote it, or the person it answers for",
  bot: "a bot wrote it",
  "unknown-shape": "it is not a payload of this platform that is known here",
  "missing-fact": "it does not say which conversation it belongs to",
  "contradicting-facts": "its facts cannot all be true",
  undecrypted: "it has not been decrypted",
  "no-conversation": "it was written where the bot has no conversations",
};

/**
 * Says in a sentence why a reader read nothing.
 *
 * @example
 * ```ts
 * explainUnread({ kind: "unread", ok: false, reason: "missing-fact", missing: ["channel.type"] });
 * //=> "The payload is not a message to answer: it does not say which conversation it belongs to (channel.type)."
 * ```
 */
export function explainUnread({ missing, reason }: Unread): string {
  const facts = missing.length === 0 ? "" : ` (${missing.join(", ")})`;
  return `The payload is not a message to answer: ${sentences[reason]}${facts}.`;
}
