import type { ChatType } from "./chat-type.ts";

/** The facts of one incoming message, in plain strings. */
export interface Inbound {
  /** The platform: `"telegram"`, `"discord"`, … */
  readonly channel: string;
  /** Which of the bot's own accounts received it; `"default"` when absent. */
  readonly account?: string;
  /** The kind of chat: with one person, of several, or a room of a server or workspace. */
  readonly chatType: ChatType;
  /** Whom the conversation is with: the person in a direct chat, the room otherwise. */
  readonly peer?: string;
  /** Other ids of the same person: phone and LID, id and username. */
  readonly aliases?: readonly string[];
  /** The thread or topic within the chat; on Slack and Mattermost the id of the message at its root. */
  readonly thread?: string;
  /** What a thread hangs under. */
  readonly parent?: {
    /** The kind of chat that it is. */
    readonly chatType: ChatType;
    /** Its id. */
    readonly peer: string;
  };
  /** Who wrote it, where that is not the peer. */
  readonly sender?: string;
  /** The Discord guild. */
  readonly guild?: string;
  /** The Slack or Teams team. */
  readonly team?: string;
  /** Whose chat it is beside the person's: Telegram's business connection, for whom the bot answers; the tenant of a Teams chat. */
  readonly party?: string;
  /** The sender's roles in the guild. */
  readonly roles?: readonly string[];
  /** The message's own id, as threads under it are named: Slack's `ts`, Matrix' event id. Where an answer opens a thread, it names the session. */
  readonly messageId?: string;
  /** The message at the root of those that it answers, where the platform tells it beside the thread: Feishu's `root_id`. */
  readonly root?: string;
  /**
   * Whether it answers another message. Where absent, a message whose thread has its own id stands at the root of it, and
   * any other with a thread is a reply there.
   */
  readonly reply?: boolean;
  /**
   * Whether answers to it stand in a thread that it opens, so that it belongs to that thread, which has its id. Only `2026-11`
   * heeds it: a release decides by its own settings.
   */
  readonly startsThread?: boolean;
  /** Whether it mentions the bot, as far as the host counts mentions; on Slack a mention can open a thread. A word of `evaluateAccess` counts as none. */
  readonly mentioned?: boolean;
  /** The room in which a direct chat takes place, where that has an id beside the person's: Matrix' `room_id`. */
  readonly room?: string;
  /** Whether the room consists of topics, as a Feishu topic group does. */
  readonly forum?: boolean;
}
