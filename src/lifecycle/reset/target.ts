import type { ChatType } from "../../scope/chat-type.ts";
import { activityKinds, type ActivityKind, isSystemEvent } from "../session-entry.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { Policy } from "../../config/policy.ts";
import { isGiven, isPlainSession, isTextOrNone } from "../../scope/facts/plain.ts";
import {
  chatReadings,
  isRefused,
  readFacts,
  sessionReadings,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import type { Resolution, Resolved } from "../../scope/resolution.ts";
import { parseSessionKey, type ParsedSessionKey } from "../../scope/key/session-key.ts";

/** Which session is asked about. A `Resolution` is accepted in its place. */
export interface ResetTarget {
  /** The session key, `agent:<agentId>:…`; what is not told beside it is read from it where possible. */
  readonly key: string;
  /** The kind of chat that asks. */
  readonly chatType?: ChatType;
  /** The channel of the chat, such as `telegram`; read from the key where absent. */
  readonly channel?: string;
  /** The bot's account on the channel; read from the key where absent. */
  readonly account?: string;
  /** The native id of the peer; it decides only where a group has a reset policy of its own. */
  readonly peer?: string;
  /** The agent that owns the session; read from the key where absent. */
  readonly agentId?: string;
  /** The thread or topic. */
  readonly thread?: string;
  /** Other signs that a message belongs to a thread: its label, its first message, the key it came from. */
  readonly threadLabel?: string;
  /** The first message of the thread, as text; only whether there is one counts. */
  readonly threadStarter?: string;
  /** The key of the session that the thread continues; only whether there is one counts. */
  readonly parentKey?: string;
  /** What asks; a message when absent. From 2026.4.1 on a system event ends no session. */
  readonly event?: ActivityKind;
}

/** What is known of the session that is asked about. Every field is there, so that all have one shape. */
export interface ResetFacts {
  readonly key: string;
  readonly agentId: string | undefined;
  readonly channel: string | undefined;
  readonly account: string | undefined;
  readonly chatType: ChatType | undefined;
  readonly peer: string | undefined;
  readonly thread: string | undefined;
  /** Whether anything but the thread's id tells that the message belongs to a thread. */
  readonly threadSigns: boolean;
  /** Whether the host asks of itself, and not for a message. */
  readonly system: boolean;
}

/** Tells whether there is more than blanks in a text. */
export function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function factsOfResolution(session: Resolved): ResetFacts {
  const { key, agentId, channel, account, chatType, peer, thread } = session;
  return { key, agentId, channel, account, chatType, peer, thread, threadSigns: false, system: false };
}

function factsOfTarget(target: ResetTarget): ResetFacts {
  const { key, agentId, channel, account, chatType, peer, thread } = target;
  const { threadLabel, threadStarter, parentKey } = target;
  const threadSigns = isWritten(threadLabel) || isWritten(threadStarter) || isWritten(parentKey);
  const system = isSystemEvent(target.event);
  return { key, agentId, channel, account, chatType, peer, thread, threadSigns, system };
}

function withKey(facts: ResetFacts, parts: ParsedSessionKey | undefined): ResetFacts {
  if (parts === undefined || !("agentId" in parts)) return facts;
  const chat = "peer" in parts ? parts : undefined;
  return {
    key: facts.key,
    agentId: facts.agentId ?? parts.agentId,
    channel: facts.channel ?? chat?.channel,
    account: facts.account ?? chat?.account,
    chatType: facts.chatType ?? chat?.kind,
    peer: facts.peer ?? chat?.peer,
    thread: facts.thread ?? parts.thread,
    threadSigns: facts.threadSigns,
    system: facts.system,
  };
}

const readers = /* @__PURE__ */ once((behaviours: Behaviours) => ({
  // The openclaw@ editions take the caller's facts alone; what they see in a key is the reset type's matter.
  read: behaviours.has("reset-facts-from-key")
    ? (target: ResetTarget) => withKey(factsOfTarget(target), parseSessionKey(target.key))
    : factsOfTarget,
}));

/** Tells how an edition learns what it knows of a session. */
export function resetFactsReader(behaviours: Behaviours): (target: ResetTarget | Resolved) => ResetFacts {
  const { read } = readers(behaviours);
  return (target) => ("ok" in target ? factsOfResolution(target) : read(target));
}

const { account, channel, chatType, peer, thread } = chatReadings;

const readings = {
  ...sessionReadings,
  account,
  channel,
  chatType,
  peer,
  thread,
  threadLabel: "text",
  threadStarter: "text",
  parentKey: "text",
  event: activityKinds,
} as const satisfies FactReadings;

/** The same in releases, which take any word for a kind of chat. */
const looseReadings = { ...readings, channel: "text", chatType: "text" } as const satisfies FactReadings;

/** What may be told to have asked, nothing among it. */
const events: ReadonlySet<unknown> = new Set([...activityKinds, undefined]);

function isPlain(target: unknown): target is ResetTarget | Resolved {
  if (!isGiven(target)) return false;
  const told: { readonly [Fact in keyof ResetTarget]?: unknown } = target;
  return (
    typeof told.key === "string" &&
    isPlainSession(told) &&
    isTextOrNone(told.threadLabel) &&
    isTextOrNone(told.threadStarter) &&
    isTextOrNone(told.parentKey) &&
    events.has(told.event)
  );
}

/** Reads which session is asked about: a key alone is one, and what is told under other names or types is refused. */
export function readTarget(
  target: ResetTarget | Resolution | string,
  { behaviours }: Policy,
): ResetTarget | Resolution | FactRefusal {
  if (isPlain(target)) return target;
  const strict = behaviours.has("facts-held-against-keys");
  const read = readFacts<ResetTarget>(target, strict ? readings : looseReadings, ["key"]);
  return isRefused(read) ? read : read.facts;
}
