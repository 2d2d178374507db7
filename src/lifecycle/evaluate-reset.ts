import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import type { Resolution, Unresolved } from "../scope/resolution.ts";
import { completeTarget, isResolved, type KnownTarget } from "./complete-target.ts";
import { isSystemEvent } from "./record-activity.ts";
import type { EvaluatedReset, ResetCause, ResetDecision, UnresolvedReset } from "./reset-decision.ts";
import { resetTable, type ResetRow } from "./reset-table.ts";
import type { ResetTarget } from "./reset-target.ts";
import { resetTypes, type ResetType } from "./reset-type.ts";
import { sessionAnchors, type SessionAnchors } from "./session-anchors.ts";
import { sessionEnd, type SessionEnd } from "./session-end.ts";
import type { SessionTimes } from "./session-times.ts";

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };
type Draft = Mutable<EvaluatedReset>;

const unresolved: UnresolvedReset = Object.freeze({
  kind: "reset",
  fresh: false,
  reason: "unresolved-session",
});

/** What an edition holds about sessions whose times do not tell enough. */
const rules = perEdition((behaviours: Behaviours) => ({
  anchors: sessionAnchors(behaviours),
  systemKeeps: behaviours.has("system-turns-keep-session"),
  zeroIsReset: behaviours.has("zero-update-is-reset"),
  namesMissing: behaviours.has("missing-times-named"),
  firstIsReason: behaviours.has("first-end-is-reason"),
  earlierIsReason: behaviours.has("earlier-end-is-reason"),
}));

type Rules = ReturnType<typeof rules>;

/**
 * The end of a session that is fresh at `now`. A time that lies in the future counts as missing
 * until it comes, and from then on prolongs the session.
 */
function nextEnd(
  row: ResetRow,
  times: SessionTimes,
  anchors: SessionAnchors,
  started: number,
  last: number,
  now: number,
): SessionEnd | undefined {
  let end = sessionEnd(row, started, last, now);
  if (!anchors.ignoresFuture) return end;
  for (let clock = nextOf(times, now); end !== undefined && clock <= end.at; clock = nextOf(times, clock)) {
    const begun = anchors.startedAt(times, clock);
    end = sessionEnd(row, begun, anchors.lastAt(times, begun, clock), clock);
  }
  return end;
}

/** The first of a session's times after an instant. */
function nextOf(times: SessionTimes, instant: number): number {
  let next = Infinity;
  const { sessionStartedAt = 0, lastInteractionAt = 0, updatedAt = 0 } = times;
  if (sessionStartedAt > instant) next = sessionStartedAt;
  if (lastInteractionAt > instant && lastInteractionAt < next) next = lastInteractionAt;
  if (updatedAt > instant && updatedAt < next) next = updatedAt;
  return next;
}

interface Staleness {
  readonly daily: boolean;
  readonly idle: boolean;
  readonly age: boolean;
}

/** The reason that releases give: of the latest daily hour and the idle window the earlier, or always the window. */
function upstreamReason({ daily, idle }: Staleness, decision: EvaluatedReset, rule: Rules): ResetCause {
  if (!daily) return "idle";
  if (!idle) return "daily";
  const { dailyResetAt = 0, idleExpiresAt = 0 } = decision;
  return rule.earlierIsReason && dailyResetAt <= idleExpiresAt ? "daily" : "idle";
}

function decide(
  decision: Draft,
  times: SessionTimes,
  row: ResetRow,
  rule: Rules,
  now: number,
): EvaluatedReset {
  const started = rule.anchors.startedAt(times, now);
  const last = rule.anchors.lastAt(times, started, now);
  const boundary = row.daily?.at(now) ?? NaN;
  const expiry = row.idleMs === undefined ? NaN : last + row.idleMs;
  if (!Number.isNaN(boundary)) decision.dailyResetAt = boundary;
  if (Number.isFinite(expiry)) decision.idleExpiresAt = expiry;
  const daily = started < boundary;
  const idle = now > expiry;
  const age = row.maxAgeMs !== undefined && now > started + row.maxAgeMs;
  const graced = row.graceMs !== undefined && now <= last + row.graceMs;
  if (graced || !(age || (row.needsBoth ? daily && idle : daily || idle))) {
    const end = Number.isFinite(now) ? nextEnd(row, times, rule.anchors, started, last, now) : undefined;
    if (end !== undefined) {
      decision.nextResetAt = end.at;
      decision.nextResetBy = end.by;
    }
    return decision;
  }
  decision.fresh = false;
  const end = started > 0 ? sessionEnd(row, started, last, started) : undefined;
  if (end !== undefined) decision.staleSince = end.at;
  if (!rule.firstIsReason) decision.reason = upstreamReason({ daily, idle, age }, decision, rule);
  else decision.reason = started > 0 ? (end?.by ?? "idle") : "missing-times";
  return decision;
}

function evaluate(
  times: SessionTimes,
  target: KnownTarget,
  type: ResetType,
  row: ResetRow,
  policy: Policy,
  now: number,
): EvaluatedReset {
  const rule = rules(policy.behaviours);
  const decision: Draft = { kind: "reset", fresh: true, reason: "none", resetType: type, policy: row.policy };
  if (rule.zeroIsReset && times.updatedAt === 0) {
    decision.fresh = false;
    decision.reason = "manual";
    return decision;
  }
  if (rule.namesMissing && !Number.isFinite(now)) {
    decision.fresh = false;
    decision.reason = "invalid-clock";
    return decision;
  }
  if (
    rule.systemKeeps &&
    !isResolved(target) &&
    isSystemEvent(target.event) &&
    Number.isFinite(times.updatedAt)
  ) {
    decision.reason = "system-event";
    return decision;
  }
  return row.ends ? decide(decision, times, row, rule, now) : decision;
}

function isUnresolved(target: ResetTarget | Resolution): target is Unresolved {
  return "kind" in target && target.kind === "resolution" && !target.ok;
}

/**
 * Decides whether a session goes on or must begin anew, why, and when it will end if nothing happens.
 *
 * At the boundary itself a session that began then is fresh, and the last millisecond of an idle
 * window belongs to it. Evaluating changes nothing. Which times count for what depends on the
 * edition (LIFECYCLE a.5): the daily hour and the greatest age look at `sessionStartedAt`, the idle
 * window at `lastInteractionAt`, each falling back on the one before and on `updatedAt`; before
 * 2026.4.25 there is `updatedAt` alone. Negative times, `NaN` and, from 2026.4.27 on, times after
 * `now` count as missing; a session without any is stale unless its mode is `none`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy("{}", { edition: "2026-11", timeZone: "Europe/Berlin" });
 * const times = { sessionStartedAt: Date.UTC(2026, 10, 2, 8), lastInteractionAt: Date.UTC(2026, 10, 2, 8) };
 * const decision = evaluateReset(times, { key: "agent:main:main" }, policy, Date.UTC(2026, 10, 2, 12));
 * decision.fresh; //=> true
 * decision.nextResetAt; //=> Date.UTC(2026, 10, 3, 3)
 * ```
 */
export function evaluateReset(
  times: SessionTimes,
  target: ResetTarget | Resolution,
  policy: Policy,
  now: number,
): ResetDecision {
  if (isUnresolved(target)) return unresolved;
  const known = completeTarget(target, policy.behaviours);
  const type = resetTypes(policy.behaviours).typeOf(known);
  return evaluate(times, known, type, resetTable(policy).rowOf(known, type), policy, now);
}
