import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Resolution, Resolved, Unresolved } from "../../scope/resolution.ts";
import { freshnessRules, type ResetDraft } from "./freshness.ts";
import type { EvaluatedReset, ResetDecision, UnresolvedReset } from "./decision.ts";
import { readTarget, resetFactsReader, type ResetTarget } from "./target.ts";
import { resetTable } from "./table.ts";
import { resetTypes } from "./type.ts";
import { isRefused, type FactRefusal } from "../../scope/facts/read-facts.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import { readTime, readTimes } from "../read-times.ts";
import type { SessionTimes } from "../session-entry.ts";

const unresolved: UnresolvedReset = Object.freeze({
  kind: "reset",
  fresh: false,
  reason: "unresolved-session",
});

function isUnresolved(target: ResetTarget | Resolution): target is Unresolved {
  return "ok" in target && !target.ok;
}

function refuse({ reason, facts }: FactRefusal): UnresolvedReset {
  return { kind: "reset", fresh: false, reason, facts };
}

type Evaluation = (times: SessionTimes, target: ResetTarget | Resolved, now: number) => EvaluatedReset;

/** The evaluation of one policy, with everything that depends on the policy alone at hand. */
const evaluations = once((policy: Policy): { readonly evaluate: Evaluation } => {
  const { behaviours } = policy;
  const factsOf = resetFactsReader(behaviours);
  const { typeOf } = resetTypes(behaviours);
  const { judge } = freshnessRules(behaviours);
  const { rowOf } = resetTable(policy);
  const zeroIsReset = behaviours.has("zero-update-is-reset");
  const clockChecked = behaviours.has("missing-times-named");
  const systemKeeps = behaviours.has("system-turns-keep-session");
  return {
    evaluate(times, target, now) {
      const facts = factsOf(target);
      const resetType = typeOf(facts);
      const row = rowOf(facts, resetType);
      const decision: ResetDraft = {
        kind: "reset",
        fresh: true,
        reason: "none",
        resetType,
        policy: row.policy,
      };
      if (zeroIsReset && times.updatedAt === 0) {
        decision.fresh = false;
        decision.reason = "manual";
      } else if (clockChecked && !Number.isFinite(now)) {
        decision.fresh = false;
        decision.reason = "invalid-clock";
      } else if (systemKeeps && facts.system && Number.isFinite(times.updatedAt)) {
        decision.reason = "system-event";
      } else if (row.ends) judge(decision, times, row, now);
      return decision;
    },
  };
});

/**
 * Decides whether a session goes on or must begin anew, why, and when it will end if nothing happens.
 *
 * At the boundary itself a session that began then is fresh, and the last millisecond of an idle
 * window belongs to it. Evaluating changes nothing. Which times count for what depends on the
 * edition (LIFECYCLE a.5): the daily hour and the greatest age look at `sessionStartedAt`, the idle
 * window at `lastInteractionAt`, each falling back on the one before and on `updatedAt`; before
 * 2026.4.25 there is `updatedAt` alone. Negative times, `NaN` and, from 2026.4.27 on, times after
 * `now` count as missing; a session without any is stale unless its mode is `none`.
 * Times may be told as a `Date`, a `bigint` or decimal text; none at all are those of a session that was never stored. No
 * session goes on of which a time or a fact cannot be read, or (`2026-11`) contradicts its key, which alone is a target, too.
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
  times: SessionTimes | null | undefined,
  target: ResetTarget | Resolution | string,
  policy: Policy,
  now: number,
): ResetDecision {
  if (isPolluted()) return unpolluted(evaluateReset, times, target, policy, now);
  demandPolicy(policy);
  const session = readTarget(target, policy);
  if (isRefused(session)) return refuse(session);
  if (isUnresolved(session)) return unresolved;
  const stored = readTimes(times);
  if (isRefused(stored)) return refuse(stored);
  const contradiction = contradictionIn(session, session.key, policy);
  return contradiction === undefined
    ? evaluations(policy).evaluate(stored, session, readTime(now) ?? NaN)
    : refuse(contradiction);
}
