import type { ChatType } from "../chat-type.ts";

/** What can follow the name of any session of an agent. */
interface AgentSession {
  /** The agent that owns the session, as the second segment of the key. */
  readonly agentId: string;
  /** The thread or topic within the session. */
  readonly thread?: string;
  /** The session of the isolated heartbeat that belongs to this one. */
  readonly heartbeat?: true;
}

/** The session that an agent's direct chats share unless a scope keeps them apart. */
interface MainKeyParts extends AgentSession {
  /** The main session: `agent:<agentId>:<mainKey>`. */
  readonly kind: "main";
  /** The word for it: `main`, or what `session.mainKey` says in editions that heed it. */
  readonly mainKey: string;
}

/** A chat with one person: on any channel, on one channel, or on one account of a channel. */
type DirectKeyParts = AgentSession & {
  /** A chat with one person: `…:direct:<peer>`. */
  readonly kind: "direct";
  /** The person: an id, or where `identity` says so, a name. */
  readonly peer: string;
  /** Whether `peer` is a person's canonical name, from identity links, and not an id. */
  readonly identity?: true;
  /** Whose chat with the person it is, where the bot answers for several: a business account's, a workspace's. */
  readonly party?: string;
} & (
    | {
        /** Absent where the person has one session on all channels. */
        readonly channel?: never;
        /** Absent where no channel is named. */
        readonly account?: never;
      }
    | {
        /** The channel of the chat. */
        readonly channel: string;
        /** The bot's account there; absent where the person has one session on all accounts. */
        readonly account?: string;
      }
  );

/** A room. */
interface RoomKeyParts extends AgentSession {
  /** A group or a channel: `…:group:<peer>`, `…:channel:<peer>`. */
  readonly kind: Exclude<ChatType, "direct">;
  /** The channel that the room is on. */
  readonly channel: string;
  /** The bot's account there; absent where the key names none. */
  readonly account?: string;
  /** The room's id. */
  readonly peer: string;
  /** The one person whose messages in the room these are, where each person's are a session. */
  readonly sender?: string;
}

/** The session in which a person's native slash commands run. */
interface SlashKeyParts extends AgentSession {
  /** Slash commands: `…:<channel>:slash:<user>`. */
  readonly kind: "slash";
  /** The channel on which the person commands. */
  readonly channel: string;
  /** The person's id. */
  readonly user: string;
}

/** A scheduled job, or one run of it, with the sub-agents that the run started. */
type CronKeyParts = AgentSession & {
  /** A scheduled job: `…:cron:<job>`. */
  readonly kind: "cron";
  /** The job's id. */
  readonly job: string;
} & (
    | {
        /** Absent in the session of the job itself. */
        readonly run?: never;
        /** Absent there, too: sub-agents belong to a run. */
        readonly subagents?: never;
      }
    | {
        /** The id of the run. */
        readonly run: string;
        /**
         * The sub-agents that the run started, each under the one before; absent in the session of the run
         * itself.
         */
        readonly subagents?: readonly [string, ...string[]];
      }
  );

/** A sub-agent, under those that started it: the depth is the length of the path. */
interface SubagentKeyParts extends AgentSession {
  /** A sub-agent: `…:subagent:<id>`. */
  readonly kind: "subagent";
  /** The ids from the outermost sub-agent to this one. */
  readonly path: readonly [string, ...string[]];
}

/** An ACP session that a binding keeps for a conversation. */
interface AcpBindingKeyParts extends AgentSession {
  /** An ACP session of a conversation: `…:acp:binding:<channel>:<account>:<conversation>`. */
  readonly kind: "acp-binding";
  /** The channel of the conversation. */
  readonly channel: string;
  /** The bot's account there. */
  readonly account: string;
  /** The id of the conversation, as the binding derives it. */
  readonly conversation: string;
}

/** A session that a harness, such as a coding agent, keeps for itself. */
interface HarnessKeyParts extends AgentSession {
  /** A harness's own session: `…:harness:<owner>:<id>`. */
  readonly kind: "harness";
  /** The harness that owns it. */
  readonly owner: string;
  /** The id that the harness gave it. */
  readonly id: string;
}

/** Sessions that are named by one id: `hook:<id>`, `explicit:<id>`, … */
export interface NamedKeyParts extends AgentSession {
  /** The word that stands before the id. */
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
  /** The id behind the word. */
  readonly id: string;
}

/** Sessions of a node or a terminal: `node-<id>`, `tui-<id>`. */
interface PrefixedKeyParts extends AgentSession {
  /** The word that stands before the id, with a hyphen. */
  readonly kind: "node" | "tui";
  /** The id behind it. */
  readonly id: string;
}

/** The session that an agent runs when it starts. */
interface BootKeyParts extends AgentSession {
  /** The session of an agent's start: `…:boot`. */
  readonly kind: "boot";
}

/** Any other name of two or more segments that a host gave. */
interface CustomKeyParts extends AgentSession {
  /** A name that is none of the others. */
  readonly kind: "custom";
  /** The segments of the name, unescaped; two at least. */
  readonly segments: readonly [string, string, ...string[]];
}

/** The session that all share under `session.scope: "global"`, and the one of messages without a session. */
type SentinelKeyParts =
  | {
      /** The session that all share; the word is the whole key. */
      readonly kind: "global";
    }
  | {
      /** The session of messages without one; the word is the whole key. */
      readonly kind: "unknown";
    };

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
