import type { ChatType } from "../chat-type.ts";

/** What can follow the name of any session of an agent. */
interface AgentSession {
  readonly agentId: string;
  /** The thread or topic within the session. */
  readonly thread?: string;
  /** The session of the isolated heartbeat that belongs to this one. */
  readonly heartbeat?: true;
}

/** The session that an agent's direct chats share unless a scope keeps them apart. */
interface MainKeyParts extends AgentSession {
  readonly kind: "main";
  readonly mainKey: string;
}

/** A chat with one person: on any channel, on one channel, or on one account of a channel. */
type DirectKeyParts = AgentSession & {
  readonly kind: "direct";
  readonly peer: string;
  /** Whether `peer` is a person's canonical name, from identity links, and not an id. */
  readonly identity?: true;
  /** Whose chat with the person it is, where the bot answers for several: a business account's, a workspace's. */
  readonly party?: string;
} & (
    | { readonly channel?: never; readonly account?: never }
    | { readonly channel: string; readonly account?: string }
  );

/** A room. */
interface RoomKeyParts extends AgentSession {
  readonly kind: Exclude<ChatType, "direct">;
  readonly channel: string;
  readonly account?: string;
  readonly peer: string;
  /** The one person whose messages in the room these are, where each person's are a session. */
  readonly sender?: string;
}

/** The session in which a person's native slash commands run. */
interface SlashKeyParts extends AgentSession {
  readonly kind: "slash";
  readonly channel: string;
  readonly user: string;
}

/** A scheduled job, or one run of it, with the sub-agents that the run started. */
type CronKeyParts = AgentSession & {
  readonly kind: "cron";
  readonly job: string;
} & (
    | { readonly run?: never; readonly subagents?: never }
    | { readonly run: string; readonly subagents?: readonly [string, ...string[]] }
  );

/** A sub-agent, under those that started it: the depth is the length of the path. */
interface SubagentKeyParts extends AgentSession {
  readonly kind: "subagent";
  readonly path: readonly [string, ...string[]];
}

/** An ACP session that a binding keeps for a conversation. */
interface AcpBindingKeyParts extends AgentSession {
  readonly kind: "acp-binding";
  readonly channel: string;
  readonly account: string;
  readonly conversation: string;
}

/** A session that a harness, such as a coding agent, keeps for itself. */
interface HarnessKeyParts extends AgentSession {
  readonly kind: "harness";
  readonly owner: string;
  readonly id: string;
}

/** Sessions that are named by one id: `hook:<id>`, `explicit:<id>`, … */
export interface NamedKeyParts extends AgentSession {
  readonly kind:
    | "hook"
    | "acp"
    | "explicit"
    | "openai"
    | "openai-user"
    | "openresponses"
    | "openresponses-user"
    | "dashboard"
    | "internal-session-effects";
  readonly id: string;
}

/** Sessions of a node or a terminal: `node-<id>`, `tui-<id>`. */
interface PrefixedKeyParts extends AgentSession {
  readonly kind: "node" | "tui";
  readonly id: string;
}

/** The session that an agent runs when it starts. */
interface BootKeyParts extends AgentSession {
  readonly kind: "boot";
}

/** Any other name of two or more segments that a host gave. */
interface CustomKeyParts extends AgentSession {
  readonly kind: "custom";
  readonly segments: readonly [string, string, ...string[]];
}

/** The session that all share under `session.scope: "global"`, and the one of messages without a session. */
type SentinelKeyParts = { readonly kind: "global" } | { readonly kind: "unknown" };

/** Sessions with a person or a room. */
export type ChatKeyParts = DirectKeyParts | RoomKeyParts | SlashKeyParts;

/** Sessions that something other than a chat started. */
export type TaskKeyParts =
  CronKeyParts | SubagentKeyParts | AcpBindingKeyParts | HarnessKeyParts | NamedKeyParts;

/** Sessions whose name is one segment. */
export type SoloKeyParts = MainKeyParts | PrefixedKeyParts | BootKeyParts;

/** Sessions of an agent. */
export type AgentKeyParts = SoloKeyParts | ChatKeyParts | TaskKeyParts | CustomKeyParts;

/** What a session key says, piece by piece; ids are exactly as they were. */
export type SessionKeyParts = AgentKeyParts | SentinelKeyParts;

/** `Omit` that keeps the members of a union apart. */
type Without<Parts, Names extends PropertyKey> = Parts extends unknown ? Omit<Parts, Names> : never;

/** What a key says between the agent's id and the suffixes. */
export type NameOf<Parts extends AgentKeyParts> = Without<Parts, keyof AgentSession>;
