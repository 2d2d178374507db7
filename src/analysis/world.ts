import type { ChatType } from "../scope/chat-type.ts";

/** Somebody who writes to the bot directly. */
export interface WorldSender {
  readonly channel: string;
  /** Their id on the channel. */
  readonly peer?: string;
  /** The bot's account that they write to; every one of `World.accounts` when absent. */
  readonly account?: string;
  /** Other ids of theirs on the same channel. */
  readonly aliases?: readonly string[];
  /** Who it is: senders with the same name here are one person. Without it each id is a person of its own. */
  readonly person?: string;
}

/** A room that the bot is in. */
export interface WorldGroup {
  readonly channel: string;
  readonly peer: string;
  /** The bot's account that is in it; every one of `World.accounts` when absent. */
  readonly account?: string;
  /** `"group"` when absent. */
  readonly chatType?: Exclude<ChatType, "direct">;
  readonly thread?: string;
}

/** What a host knows about who is there, beside its config. */
export interface AuditWorld {
  readonly senders?: readonly WorldSender[];
  /** The bot's accounts, by channel. */
  readonly accounts?: Readonly<Record<string, readonly string[]>>;
  readonly groups?: readonly WorldGroup[];
  /** The keys of stored sessions; those of direct chats and rooms tell of senders and rooms. */
  readonly keys?: readonly string[];
}
