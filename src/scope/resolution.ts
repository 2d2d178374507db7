import type { DmScope, GroupScope } from "../config/scopes.ts";
import type { Edition } from "../edition/edition.ts";
import type { ChatType } from "./chat-type.ts";

/** The canonical name of a conversation, `agent:<agentId>:…`. */
export type SessionKey = string & {
  /** Nothing has it: a key is a plain text, and any text may stand for one. */
  readonly __sessionKey?: never;
};

/** The routing tier that chose the agent. */
export type MatchedBy =
  | "topic"
  | "binding.peer"
  | "binding.peer.parent"
  | "binding.peer.wildcard"
  | "binding.guild+roles"
  | "binding.guild"
  | "binding.team"
  | "binding.account"
  | "binding.channel"
  | "default";

/** An inbound that belongs to a conversation. */
export interface Resolved {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "resolution";
  /** True: the message belongs to a session. */
  readonly ok: true;
  /** The session key, `agent:<agentId>:…`, under which the host stores the conversation. */
  readonly key: SessionKey;
  /** The agent that answers, as the config names it. */
  readonly agentId: string;
  /** By which tier of bindings that agent was found. */
  readonly matchedBy: MatchedBy;
  /** The binding that won, when one did. */
  readonly binding?: {
    /** Its place in `bindings`, from 0. */
    readonly index: number;
    /** Where it is written: `bindings[0]`. */
    readonly path: string;
  };
  /** Where the topic that chose the agent is configured; the binding that it replaced stands in `binding`. */
  readonly topic?: {
    /** The path of the topic in the config. */
    readonly path: string;
  };
  /** The channel that the message came on, in the spelling of the config. */
  readonly channel: string;
  /** The bot's account that received it; `"default"` where the message named none. */
  readonly account: string;
  /** The kind of chat, as it was told. */
  readonly chatType: ChatType;
  /** The native id of the peer, exactly as it came in. */
  readonly peer?: string;
  /** The thread that the message is in, or opens where its channel gives that a session. */
  readonly thread?: string;
  /** The session that a thread's own continues: a host begins it with what was said there. */
  readonly parentKey?: SessionKey;
  /**
   * What the channel makes of the chat, where that is more than that a thread is apart: what its session is kept to,
   * nothing where a thread shares the session of its chat, and the path of the setting that says so, where one does.
   */
  readonly split?: {
    /** What its session is kept to; empty where a thread shares the session of its chat. */
    readonly by: readonly ("room" | "sender" | "thread")[];
    /** The path of the setting that says so; absent where none does. */
    readonly setting?: string;
  };
  /** The room of a direct chat, where each has a session of its own. */
  readonly room?: string;
  /** Who wrote the message, where that is not the peer. */
  readonly sender?: string;
  /** Whose direct chat it is, where the key tells that apart: a Telegram business connection, a Slack workspace. */
  readonly party?: string;
  /** What else the message told of whoever wrote it and of where, for the questions that follow. */
  readonly aliases?: readonly string[];
  /** The Discord guild, as it was told. */
  readonly guild?: string;
  /** The Slack or Teams team, as it was told. */
  readonly team?: string;
  /** The sender's roles in the guild, as they were told. */
  readonly roles?: readonly string[];
  /** What the thread hangs under, as it was told. */
  readonly parent?: {
    /** The kind of chat that it is. */
    readonly chatType: ChatType;
    /** Its id. */
    readonly peer: string;
  };
  /** The canonical name that identity links gave the peer, when it was used. */
  readonly identity?: string;
  /** The scope that decides who shares a session of direct chats with this agent. */
  readonly dmScope: DmScope;
  /**
   * What keeps a direct chat in a session of its own although its `dmScope` would share one: its thread, or a
   * Telegram bot that no binding gives an agent.
   */
  readonly keptApartBy?: "thread" | "account";
  /** The edition whose `dmScope` decides about a direct chat, where the config writes none. */
  readonly defaultOf?: Edition;
  /** The scope that decides whether this agent's rooms have sessions of their own, or share its main one. */
  readonly groupScope: GroupScope;
  /** The main session of the same agent. */
  readonly mainKey: SessionKey;
  /** Absent where the message has a session. */
  readonly reason?: never;
}

/** An inbound that cannot be placed, and what it would have needed. */
export interface Unresolved {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "resolution";
  /** False: the message belongs to no session. */
  readonly ok: false;
  /** Absent where the message has no session. */
  readonly key?: never;
  /** What is missing, wrong or open. */
  readonly reason:
    | "missing-peer"
    /** A fact that decides which session of its chat is the message's. */
    | "missing-message-id"
    | "missing-mention"
    | "missing-sender"
    | "missing-room"
    | "ambiguous-agent"
    | "unknown-agent"
    | "no-agent"
    | "malformed-inbound";
  /** The inbound facts, or the config paths, that are missing. */
  readonly missing: readonly string[];
}

/** Which conversation an inbound belongs to. */
export type Resolution = Resolved | Unresolved;
