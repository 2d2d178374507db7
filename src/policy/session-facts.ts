import type { FactField } from "../config/rule-fields.ts";
import type { ChatType } from "../scope/chat-type.ts";
import { isChatTypeOrNone, isGiven, isPlainSession, isTextOrNone } from "../scope/facts/plain.ts";
import { chatReadings, sessionReadings, type FactReadings } from "../scope/facts/read-facts.ts";
import type { Resolution, Resolved } from "../scope/resolution.ts";

/** What a host's store remembers of a session, as it stands there. */
export interface StoredSession {
  /** The kind of chat, as OpenClaw notes it: `direct`, `group` or `channel`. */
  readonly chatType?: string;
  /** Read until 2026.7. */
  readonly channel?: string;
  /** The channel last written to; read until 2026.7. */
  readonly lastChannel?: string;
  /** Where replies go; read since 2026.8.1, and only when it is external. */
  readonly delivery?: {
    /** `"external"` for a chat channel; of any other nothing is read. */
    readonly kind: string;
    /** The channel that replies go to. */
    readonly channel?: string;
    /** The channel by its older field; read where `channel` is absent. */
    readonly provider?: string;
    /** The kind of chat that replies go to. */
    readonly chatType?: string;
  };
}

/** What a host can tell about a session beside its key; what it leaves out is read from the key where possible. */
export interface SessionFacts {
  /** The session key. */
  readonly key: string;
  /** The channel that is written to, or that the message came from. */
  readonly channel?: string;
  /** The kind of chat; read from the key where absent. */
  readonly chatType?: ChatType;
  /** The bot's account on that channel. */
  readonly account?: string;
  /** Whom the conversation is with, as the platform spells it. */
  readonly peer?: string;
  /** The thread or topic; read from the key where absent. */
  readonly thread?: string;
  /** The agent that owns the session. */
  readonly agentId?: string;
  /** What the store remembers of the session; absent where nothing is stored. */
  readonly stored?: StoredSession;
}

const storedReadings = {
  chatType: "text",
  channel: "text",
  lastChannel: "text",
  delivery: { kind: "text", channel: "text", provider: "text", chatType: "text" },
} as const satisfies FactReadings;

const { account, channel, chatType, peer, thread } = chatReadings;

/** How the facts of a session may be told. */
export const sessionFactReadings = {
  ...sessionReadings,
  account,
  channel,
  chatType,
  peer,
  thread,
  stored: storedReadings,
} as const satisfies FactReadings;

/** The same in releases, where a kind of chat is any word. */
export const looseFactReadings = { ...sessionFactReadings, channel: "text", chatType: "text" } as const;

function isPlainStored(stored: unknown): boolean {
  if (stored === undefined) return true;
  if (!isGiven(stored)) return false;
  const told: { readonly [Fact in keyof StoredSession]?: unknown } = stored;
  return (
    told.delivery === undefined &&
    isTextOrNone(told.chatType) &&
    isTextOrNone(told.channel) &&
    isTextOrNone(told.lastChannel)
  );
}

/** Whether the facts of a session are what the types say, as those of most requests are. */
export function areSessionFacts(request: unknown): request is SessionFacts {
  if (!isGiven(request)) return false;
  const told: { readonly [Fact in keyof SessionFacts]?: unknown } = request;
  return (
    typeof told.key === "string" &&
    isPlainSession(told) &&
    isChatTypeOrNone(told.chatType) &&
    isPlainStored(told.stored)
  );
}

/** Where a request, and a resolved message that stands in for one, tell each fact that rules ask for. */
export const toldAs = {
  channel: "channel",
  account: "account",
  chatType: "chatType",
  peer: "peer",
  agent: "agentId",
  thread: "thread",
} as const satisfies Readonly<Record<FactField, keyof SessionFacts & keyof Resolved>>;

/** Tells whether a request is a message that could not be placed in a session. */
export function isUnresolved(request: object): request is Extract<Resolution, { ok: false }> {
  return "ok" in request && request.ok === false;
}
