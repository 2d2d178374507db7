import type { ChatType } from "./chat-type.ts";

/** The facts of one incoming message, in plain strings. */
export interface Inbound {
  /** The platform: `"telegram"`, `"discord"`, … */
  readonly channel: string;
  /** Which of the bot's own accounts received it; `"default"` when absent. */
  readonly account?: string;
  readonly chatType: ChatType;
  /** Whom the conversation is with: the person in a direct chat, the room otherwise. */
  readonly peer?: string;
  /** Other ids of the same person: phone and LID, id and username. */
  readonly aliases?: readonly string[];
  /** The thread or topic within the chat. */
  readonly thread?: string;
  /** What a thread hangs under. */
  readonly parent?: { readonly chatType: ChatType; readonly peer: string };
  /** Who wrote it, where that is not the peer. */
  readonly sender?: string;
  /** The Discord guild. */
  readonly guild?: string;
  /** The Slack or Teams team. */
  readonly team?: string;
  /** The sender's roles in the guild. */
  readonly roles?: readonly string[];
}
