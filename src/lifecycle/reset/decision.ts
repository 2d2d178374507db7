import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { type ResetPolicy, timeOfReset } from "./policy.ts";
import type { ResetType } from "./type.ts";
import { nameSource } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import { formatTimeOfDay } from "../../config/time-of-day.ts";

/** What ends a session of itself. */
export type ResetCause = "daily" | "idle" | "max-age";

/**
 * Why a session is fresh or not.
 * - `none`: nothing has ended it.
 * - `system-event`: it is a system event that asks, and those end nothing.
 * - `manual`: it is marked for a reset (`updatedAt: 0`).
 * - `missing-times`: none of its times are known (`2026-11`).
 * - `invalid-clock`: `now` is no number (`2026-11`).
 * - `unresolved-session`: the inbound belongs to no session.
 * - `malformed-request`, `fact-mismatch`: what is told of the session cannot be read, or contradicts its key (`2026-11`).
 */
export type ResetReason = EvaluatedReset["reason"] | UnresolvedReset["reason"];

/** Whether a session goes on, why, and when it will end if nothing happens. */
export interface EvaluatedReset {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "reset";
  /** Whether the conversation goes on; where it is false, the host begins a new one. */
  readonly fresh: boolean;
  /** What ended it, or why it goes on or cannot be judged; see `ResetReason`. */
  readonly reason: ResetCause | "none" | "system-event" | "manual" | "missing-times" | "invalid-clock";
  /** The first instant at which it was stale; absent where its beginning is not known. */
  readonly staleSince?: number;
  /** The first instant at which it will be stale; absent when it is already, or never will be. */
  readonly nextResetAt?: number;
  /** What will end it at `nextResetAt`; absent where that is. */
  readonly nextResetBy?: ResetCause;
  /** The latest daily boundary; a session that started before it has passed it. */
  readonly dailyResetAt?: number;
  /** The last instant within the idle window. */
  readonly idleExpiresAt?: number;
  /** Which of the policies for kinds of session applied: that of direct chats, groups or threads. */
  readonly resetType: ResetType;
  /** The reset policy that was applied, and where each part of it is written. */
  readonly policy: ResetPolicy;
}

/** The answer for an inbound that belongs to no session, and for a request that names none for certain. */
export interface UnresolvedReset {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "reset";
  /** False: no session goes on, as none is known. */
  readonly fresh: false;
  /** Why none is known; see `ResetReason`. */
  readonly reason: "unresolved-session" | FactFault;
  /** The facts that are at fault. */
  readonly facts?: readonly string[];
  /** Absent, as no session is known that could end. */
  readonly staleSince?: never;
  /** Absent, as no session is known that could end. */
  readonly nextResetAt?: never;
  /** Absent, as no session is known that could end. */
  readonly nextResetBy?: never;
  /** Absent, as no reset policy was chosen. */
  readonly dailyResetAt?: never;
  /** Absent, as no reset policy was chosen. */
  readonly idleExpiresAt?: never;
  /** Absent, as no session is known whose kind would tell. */
  readonly resetType?: never;
  /** Absent, as no session is known for which one could be chosen. */
  readonly policy?: never;
}

/** Whether a session goes on, with the reason. */
export type ResetDecision = EvaluatedReset | UnresolvedReset;

function instant(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : "a time beyond all dates";
}

function time(policy: ResetPolicy): string {
  return `${formatTimeOfDay(timeOfReset(policy))} in ${policy.timeZone} (${nameSource(policy.from.atHour)})`;
}

function minutes(count: number | undefined, path: string | undefined): string {
  return `${count ?? 0} ${count === 1 ? "minute" : "minutes"} (${nameSource(path ?? "")})`;
}

function window(policy: ResetPolicy): string {
  return minutes(policy.idleMinutes, policy.from.idleMinutes);
}

function causeOf(cause: ResetCause, policy: ResetPolicy): string {
  if (cause === "max-age")
    return `it is older than ${minutes(policy.maxAgeMinutes, policy.from.maxAgeMinutes)}`;
  if (policy.mode === "all") return `it began before ${time(policy)} and nobody wrote for ${window(policy)}`;
  return cause === "daily" ? `it began before ${time(policy)}` : `nobody wrote for ${window(policy)}`;
}

function explainFresh({ reason, nextResetAt, nextResetBy, policy }: EvaluatedReset): string {
  if (reason === "system-event") return "The session goes on: system events do not end it.";
  if (nextResetAt === undefined || nextResetBy === undefined)
    return policy.mode === "none"
      ? `The session goes on: it never resets by itself (${nameSource(policy.from.mode)}).`
      : "The session goes on, and nothing known will end it.";
  return `The session goes on. If nothing happens it ends at ${instant(nextResetAt)}, because then ${causeOf(nextResetBy, policy)}.`;
}

function explainStale({ reason, staleSince, policy }: EvaluatedReset): string {
  if (reason === "manual") return "The session starts over: it was marked for a reset (updatedAt is 0).";
  if (reason === "missing-times") return "The session starts over: none of its times are known.";
  if (reason === "invalid-clock") return "The session starts over: the current time is not a number.";
  if (reason === "none" || reason === "system-event") return "The session starts over.";
  const since = staleSince === undefined ? "" : `, since ${instant(staleSince)}`;
  return `The session starts over: ${causeOf(reason, policy)}${since}.`;
}

/**
 * Says in a sentence why a session goes on or begins anew. Instants are in UTC.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, { edition: "2026-11" });
 * explainReset(evaluateReset({ updatedAt: 1 }, { key: "agent:main:main" }, policy, 1_800_002));
 * //=> "The session starts over: nobody wrote for 30 minutes (session.reset.idleMinutes), since 1970-01-01T00:30:00.002Z."
 * ```
 */
export function explainReset(decision: ResetDecision): string {
  if (isPolluted()) return unpolluted(explainReset, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: ResetDecision): string {
  if (decision.policy === undefined) {
    const { reason } = decision;
    const cause =
      reason === "unresolved-session" ? "the message belongs to no known session" : factCauses[reason];
    return `No session continues: ${cause}${explainFacts(decision)}.`;
  }
  return decision.fresh ? explainFresh(decision) : explainStale(decision);
}
