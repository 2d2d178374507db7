import { evaluateLogEvent, type LogRecord } from "../analysis/log-event.ts";
import { isText, optionsOf } from "../config/given.ts";
import { isObject } from "../config/is-object.ts";
import { demandPolicy, type Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { instantFor } from "../lifecycle/clock-skew.ts";
import { readTime } from "../lifecycle/read-times.ts";
import { recordActivity } from "../lifecycle/record-activity.ts";
import type { ResetDecision } from "../lifecycle/reset/decision.ts";
import { evaluateReset } from "../lifecycle/reset/evaluate-reset.ts";
import { type Expiry, toExpiry } from "../lifecycle/reset/expiry.ts";
import { type ActivityKind, isPastTime, type SessionTimes } from "../lifecycle/session-entry.ts";
import { areTimes, sessionTimesOf } from "../lifecycle/session-times-of.ts";
import type { ResetTriggerFacts } from "../lifecycle/trigger/command-text.ts";
import { matchResetTrigger, type ResetTrigger } from "../lifecycle/trigger/reset-trigger.ts";
import { evaluateCommand } from "../policy/command/command.ts";
import { evaluateMemorySearch, type MemorySearchDecision } from "../policy/memory/memory-search.ts";
import { evaluateSend, type SendDecision } from "../policy/send/send.ts";
import { isBlank } from "../identity/fold.ts";
import type { Resolved, SessionKey } from "../scope/resolution.ts";
import type { Admission, Admitted } from "./admit.ts";
import { conversationId } from "./conversation-id.ts";

/** What a host knows of a message beside what its reader told. */
export interface TurnOptions extends Omit<ResetTriggerFacts, "chatType"> {
  /** What was said, in place of the text that the reader told: a transcript, or the text of a whole batch. */
  readonly text?: string;
  /**
   * Whether the sender may reset the session. Where the host does not say, those may whom the config names: its owners, and
   * `commands.allowFrom`. Never everybody.
   */
  readonly authorized?: boolean;
}

/** Why a session begins anew: it was never stored, somebody asked for it, or it has ended of itself. */
export type Beginning = "first" | "trigger" | "stale";

/** What a host does with a message, or with something that happens of itself in a session. */
export interface Turn {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "turn";
  /** True: something is to be stored. */
  readonly ok: true;
  /** The session key, `agent:<agentId>:…`, under which the host stores the conversation. */
  readonly key: SessionKey;
  /** What to store in place of the times that were stored. */
  readonly times: SessionTimes;
  /** That the conversation begins anew, and why; absent where it goes on. What was stored of it belongs to another one then. */
  readonly begins?: Beginning;
  /** The trigger that the text is or begins with. With `command: "soft"` the conversation goes on. */
  readonly trigger?: ResetTrigger;
  /** What is left for the agent: the text without its trigger. */
  readonly text: string;
  /** Whether what was stored was still fresh. */
  readonly reset: ResetDecision;
  /** Whether the session may be answered. */
  readonly send: SendDecision;
  /** Whether it may search memory, and whether the agent's private notes belong in it. */
  readonly memory: MemorySearchDecision;
  /** How long a store keeps it. */
  readonly expiry: Expiry;
  /** The id of the conversation, which changes with each reset. */
  readonly conversationId: string;
  /** What the config would have logged. */
  readonly log: readonly LogRecord<TurnRecord>[];
  /** Absent where there is a turn. */
  readonly reason?: never;
}

/** What a log tells of a turn. */
export type TurnRecord = Pick<Turn, "begins" | "conversationId" | "memory" | "reset" | "send" | "times">;

/** Nothing to do, and nothing to store: what was stored stays as it is. */
export interface NoTurn {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "turn";
  /** False: there is nothing to do. */
  readonly ok: false;
  /**
   * `not-admitted`: the message was not let in. `malformed-times`: what is stored cannot be read, and nothing may replace it.
   * `invalid-clock`: `at` is no instant. `malformed-request`: what is asked about is no session, or not this kind of event.
   */
  readonly reason: "not-admitted" | "malformed-times" | "invalid-clock" | "malformed-request";
  /** What is at fault. */
  readonly facts: readonly string[];
  /** Absent, as what was stored stays as it is. */
  readonly times?: never;
  /** Absent, as no conversation begins. */
  readonly begins?: never;
}

function refuse(reason: NoTurn["reason"], facts: readonly string[]): NoTurn {
  return { kind: "turn", ok: false, reason, facts };
}

/** The answer to a message that nobody let in. */
export const notAdmitted: NoTurn = Object.freeze(refuse("not-admitted", Object.freeze([])));

/** Whether a message was let in, also where a caller without types hands over something else. */
export function isAdmitted(admission: Admission): admission is Admitted {
  return isObject(admission) && admission.ok && isObject(admission.resolution);
}

/** The session that something happens in: a message's, or one of which the key alone is known. */
export type Session = Resolved | { readonly key: SessionKey };

/** What happens in a session, and when. */
interface Happening {
  readonly event: ActivityKind;
  readonly stored: unknown;
  readonly at: unknown;
  readonly session: Session;
  readonly text: string;
  readonly trigger: ResetTrigger | undefined;
}

/** The times of a conversation that begins; one that follows another within a millisecond must not have its id. */
function timesOfBeginning(
  event: ActivityKind,
  before: SessionTimes,
  at: number,
  policy: Policy,
): SessionTimes {
  const begun = before.sessionStartedAt === at ? at + 1 : at;
  // Early releases store no beginning, and read none either.
  return { sessionStartedAt: begun, ...recordActivity({}, { kind: event, at: begun }, policy) };
}

function beginning(happening: Happening, before: SessionTimes, reset: ResetDecision): Beginning | undefined {
  if (Object.keys(before).length === 0) return "first";
  if (happening.trigger !== undefined && happening.trigger.command !== "soft") return "trigger";
  return reset.fresh ? undefined : "stale";
}

function logged(happening: Happening, turn: Omit<Turn, "log">, policy: Policy): Turn["log"] {
  const { begins, conversationId: id, memory, reset, send, times } = turn;
  const { record } = evaluateLogEvent<TurnRecord>(
    {
      event: begins === undefined ? "sessionAccess" : "sessionCreate",
      inputs: happening.session,
      decision: { ...(begins !== undefined && { begins }), conversationId: id, memory, reset, send, times },
    },
    policy,
  );
  return record === undefined ? [] : [record];
}

/** What every turn is, whoever caused it. */
function take(happening: Happening, policy: Policy): Turn | NoTurn {
  const { event, session, text, trigger } = happening;
  const before = sessionTimesOf(happening.stored);
  if (!areTimes(before)) return refuse("malformed-times", before.facts);
  const asked = readTime(happening.at);
  if (!isPastTime(asked, Infinity)) return refuse("invalid-clock", ["at"]);
  const at = instantFor(before, asked);
  const reset = evaluateReset(before, "ok" in session ? session : { ...session, event }, policy, at);
  if (!("resetType" in reset) || isBlank(session.key))
    return refuse("malformed-request", ("facts" in reset ? reset.facts : undefined) ?? ["key"]);
  const begins = beginning(happening, before, reset);
  const times =
    begins === undefined
      ? recordActivity(before, { kind: event, at }, policy)
      : timesOfBeginning(event, before, at, policy);
  const turn = {
    kind: "turn",
    ok: true,
    key: session.key,
    times,
    ...(begins !== undefined && { begins }),
    ...(trigger !== undefined && { trigger }),
    text: trigger === undefined ? text : trigger.rest,
    reset,
    send: evaluateSend(session, policy),
    memory: evaluateMemorySearch(session, policy),
    expiry: toExpiry(evaluateReset(times, session, policy, instantFor(times, at)), asked),
    conversationId: conversationId(session.key, times),
  } as const;
  return { ...turn, log: logged(happening, turn, policy) };
}

/** Decides the same for a session that somebody writes to, of whose message nothing is told. */
export function touch(key: string, stored: unknown, at: number, policy: Policy): Turn | NoTurn {
  const event = "user-message";
  return take({ event, stored, at, session: { key }, text: "", trigger: undefined }, policy);
}

/** Something that happens in a session of itself. */
export const tickKinds = {
  heartbeat: "heartbeat",
  cron: "cron",
  exec: "exec",
  hook: "system",
  system: "system",
} as const satisfies Readonly<Record<string, ActivityKind>>;

/** What can happen in a session without a message: a heartbeat, a scheduled job, a command that ended, a hook. */
export type TickKind = keyof typeof tickKinds;

function isTickKind(kind: unknown): kind is TickKind {
  return typeof kind === "string" && Object.hasOwn(tickKinds, kind);
}

/** Whether the config names whoever wrote: that the message was let in lets nobody reset what others read, too. */
function mayReset(resolution: Resolved, policy: Policy): boolean {
  const { reason, resets } = evaluateCommand({ ...resolution, admitted: true }, policy);
  return resets && (reason === "owner" || reason === "listed");
}

/**
 * Decides what a host does with a message that was let in: whether its conversation goes on or begins anew, what to store,
 * what the agent is to hear, and whether it may be answered. The second half of what a bot does with a message, after
 * `admit`; the host stores `times` before anything else.
 *
 * A conversation begins anew where nothing is stored, where it has ended, or where the text is one of
 * `session.resetTriggers` and whoever wrote it may reset: whom the host says (`authorized`), or else an owner, or whom
 * `commands.allowFrom` lists. Edits and reactions trigger nothing. Where what is stored cannot be read, there is no turn: the
 * conversation is neither lost nor shown to anybody.
 *
 * @param admitted - What `admit` returned; of a message that was not let in there is no turn.
 * @param stored - The row of the session, as the store returns it; see `sessionTimesOf`. Nothing where there is none.
 * @param at - Now, by the host's clock, in epoch milliseconds. Another worker's clock may be up to a minute ahead.
 * @param options - `text` and `authorized`, and what else `matchResetTrigger` can be told.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const at = Date.UTC(2026, 10, 30, 12);
 * const first = turn(admit({ inbound, text: "hello" }, policy), undefined, at, policy);
 * first.begins; //=> "first"
 * const again = turn(admit({ inbound, text: "/new Plan the week" }, policy), first.times, at + 60_000, policy);
 * again.begins; //=> undefined
 * const reset = turn(admit({ inbound, text: "/new Plan the week" }, policy), first.times, at + 60_000, policy, { authorized: true });
 * reset.ok && [reset.begins, reset.text, reset.send.allowed]; //=> ["trigger", "Plan the week", true]
 * turn(admit({ inbound: { ...inbound, peer: "8" } }, policy), first.times, at, policy).reason; //=> "not-admitted"
 * ```
 */
export function turn(
  admitted: Admission,
  stored: unknown,
  at: number,
  policy: Policy,
  options: TurnOptions = {},
): Turn | NoTurn {
  if (isPolluted()) return unpolluted(turn, admitted, stored, at, policy, options);
  demandPolicy(policy);
  if (!isAdmitted(admitted)) return notAdmitted;
  const { action, resolution } = admitted;
  const { text: said, ...facts } = optionsOf(options);
  const text: unknown = said ?? admitted.text;
  if (!isText(text)) return refuse("malformed-request", ["text"]);
  const { chatType } = resolution;
  const found =
    action === "edit" || action === "reaction"
      ? undefined
      : matchResetTrigger(text, policy, { authorized: true, ...facts, chatType });
  return take(
    {
      event: chatType === "direct" ? "user-message" : "channel-message",
      stored,
      at,
      session: resolution,
      text,
      trigger: found !== undefined && (facts.authorized ?? mayReset(resolution, policy)) ? found : undefined,
    },
    policy,
  );
}

/**
 * Decides the same for what happens in a session of itself: a heartbeat, a scheduled job, a command that ended, a hook. From
 * 2026.4.1 on none of these ends a session, and from 2026.4.25 on none prolongs its life; a session that was never stored
 * begins with it.
 *
 * @param key - The session key, as `resolveTaskSession` tells it.
 * @param stored - The row of the session, as the store returns it; nothing where there is none.
 * @param kind - What happens. Anything but one of `TickKind` is refused.
 * @param at - Now, by the host's clock, in epoch milliseconds.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, { edition: "2026-11" });
 * const times = { sessionStartedAt: 0, lastInteractionAt: 60_000, updatedAt: 60_000 };
 * const beat = tick("agent:main:main", times, "heartbeat", 600_000, policy);
 * beat.times; //=> { sessionStartedAt: 0, lastInteractionAt: 60_000, updatedAt: 600_000 }
 * tick("agent:main:cron:1", undefined, "cron", 600_000, policy).begins; //=> "first"
 * ```
 */
export function tick(
  key: string,
  stored: unknown,
  kind: TickKind,
  at: number,
  policy: Policy,
): Turn | NoTurn {
  if (isPolluted()) return unpolluted(tick, key, stored, kind, at, policy);
  demandPolicy(policy);
  if (!isTickKind(kind)) return refuse("malformed-request", ["kind"]);
  const event = tickKinds[kind];
  return take({ event, stored, at, session: { key }, text: "", trigger: undefined }, policy);
}
