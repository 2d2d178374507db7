import type { FactFault } from "../../scope/facts/read-facts.ts";
import type { ChatType } from "../../scope/chat-type.ts";

/** Somebody who would command the bot in a chat. A resolved message can be handed on as it is, with `admitted` beside it. */
export interface CommandRequest {
  /** The session, where it is known; no fact may contradict it. */
  readonly key?: string;
  /** The channel that shows the chat. */
  readonly channel?: string;
  /** Where the message came from first, when it was handed on. */
  readonly origin?: string;
  /** The channel that delivered it, where that is another one; `"webchat"` for a client of the gateway. */
  readonly provider?: string;
  /** Which of the bot's accounts received it. */
  readonly account?: string;
  /** The kind of chat; in a direct one the peer is the sender, where no other is named. */
  readonly chatType?: ChatType;
  /** The person in a direct chat, the room otherwise. */
  readonly peer?: string;
  /** Who wrote it, where that is not the peer. */
  readonly sender?: string;
  /** Other ids of whoever wrote it, such as a phone number. */
  readonly aliases?: readonly string[];
  /** The addresses by which OpenClaw's channels describe a message; releases read the channel, and at times the sender, out of them. */
  readonly from?: string;
  /** Whom it is to. */
  readonly to?: string;
  /**
   * Whether the channel's own gate lets the sender command: `admitsCommands`, or what the channel itself says. Without it
   * nobody is let command whom no list names.
   */
  readonly admitted?: boolean;
  /** The owners whom the channel itself tells; counts from 2026.2.6-3 on. */
  readonly owners?: readonly (string | number)[];
  /** The scopes of a client of the gateway. */
  readonly scopes?: readonly string[];
  /** Whether the command was typed (`"text"`), or chosen from the channel's own menu (`"native"`). */
  readonly source?: "text" | "native";
  /** The message is not to be read as a command; counts from 2026.9.2 on. */
  readonly suppressed?: boolean;
  /** The host says that nobody is an owner here; counts in 2026.3.31 to 2026.5.20, and under `2026-11`. */
  readonly noOwner?: boolean;
}

/** Why somebody may command, may only reset, or may do neither. */
export type CommandReason =
  /** An owner. */
  | "owner"
  /** On the list of `commands.allowFrom`, by id or by `*`. */
  | "listed"
  /** Let command by the channel's own gate, and limited by no list. */
  | "admitted"
  /** Not an owner, where owners alone command. */
  | "not-owner"
  /** Owners are written, and none of them is one on this channel (`2026-11`). */
  | "no-owner-here"
  /** Not on the list of `commands.allowFrom` that holds here. */
  | "not-listed"
  /** The channel's own gate keeps the sender out. */
  | "not-admitted"
  /** The message is not to be read as a command. */
  | "suppressed"
  /** A fact is missing by which it would be decided (`2026-11`). */
  | "missing-fact"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;
