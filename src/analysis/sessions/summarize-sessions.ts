import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import { instantFor } from "../../lifecycle/clock-skew.ts";
import { planMaintenance } from "../../lifecycle/maintenance/plan-maintenance.ts";
import type { MaintenanceSettings } from "../../lifecycle/maintenance/resolve-maintenance.ts";
import type { MaintenanceStep } from "../../lifecycle/maintenance/steps.ts";
import { readNow } from "../../lifecycle/read-times.ts";
import type { ResetCause, ResetReason } from "../../lifecycle/reset/decision.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import type { ResetTarget } from "../../lifecycle/reset/target.ts";
import { areTimes, sessionTimesOf } from "../../lifecycle/session-times-of.ts";
import {
  readStore,
  type NoStore,
  type StoredSessions,
  type UnreadRow,
} from "../../lifecycle/store/read-store.ts";
import type { StoreRow } from "../../lifecycle/store/store-row.ts";
import { hasEnded } from "../../lifecycle/sweep.ts";
import { joined } from "../enumeration.ts";
import { told } from "../representative/representative.ts";
import { factsOfRow } from "../store/inbound-of-entry.ts";
import { labelOf } from "../store/label-of.ts";

/**
 * How a stored session stands:
 * - `fresh`: the next message goes on in it;
 * - `stale`: the next message begins it anew;
 * - `unreadable`: a time of it cannot be read, and nobody may say that it has ended;
 * - `unknown`: nothing tells, because it has no times or its facts contradict its key.
 */
export type SessionState = "fresh" | "stale" | "unreadable" | "unknown";

/** How one stored session stands. */
export interface SessionSummary {
  /** The session key, `agent:<agentId>:…`, as the store has it. */
  readonly key: string;
  /** What people call it. */
  readonly label?: string;
  /** Whether it goes on, begins anew, or cannot be judged. */
  readonly state: SessionState;
  /** What ended it or, of one that cannot be judged, why not. */
  readonly reason: ResetReason | "malformed-times";
  /** The fields that are at fault. */
  readonly faults?: readonly string[];
  /** The first instant at which it was stale, in epoch milliseconds. */
  readonly staleSince?: number;
  /** The first instant at which it will be stale if nothing happens, and what ends it then. */
  readonly nextResetAt?: number;
  /** What ends it at `nextResetAt`. */
  readonly nextResetBy?: ResetCause;
  /** What maintenance does with it, or would; absent where it stays. */
  readonly maintenance?: Pick<MaintenanceStep, "action" | "reason">;
}

/** How the sessions of a store stand at an instant. */
export interface StoreSummary {
  /** Which of the library's answers this is. */
  readonly kind: "store-summary";
  /** Every session, in the order of the store. */
  readonly sessions: readonly SessionSummary[];
  /** How many sessions there are in each state, and what maintenance does with them. */
  readonly counts: Readonly<Record<SessionState, number>> & {
    /** All sessions of the store. */
    readonly sessions: number;
    /** How many of them maintenance deletes, or sets aside. */
    readonly delete: number;
    /** How many of them it sets aside. */
    readonly archive: number;
  };
  /** Whether maintenance is carried out (`enforce`), shown (`warn`), or not there (`off`). */
  readonly maintenance: MaintenanceSettings["mode"];
  /** What of the store could not be read. */
  readonly unread: readonly UnreadRow[];
  /** Why nothing was read, where what was given is no store. */
  readonly refused?: NoStore["reason"];
  /** When the next of them ends if nothing happens, in epoch milliseconds. */
  readonly nextResetAt?: number;
}

/** What is known of the session that is asked about: its key, and of its chat what the entry tells. */
function targetOf(row: StoreRow, policy: Policy): ResetTarget {
  const facts = factsOfRow(row, policy);
  if ("reason" in facts) return { key: row.key };
  // A session whose key names no thread is the whole chat's.
  const { account, channel, chatType, peer } = facts.inbound;
  return { key: row.key, ...told({ account, channel, chatType, peer }) };
}

type Standing = Omit<SessionSummary, "key" | "label" | "maintenance">;

function standingOf(row: StoreRow, policy: Policy, now: number): Standing {
  const times = sessionTimesOf(row);
  if (!areTimes(times)) return { state: "unreadable", reason: times.reason, faults: times.facts };
  const decision = evaluateReset(times, targetOf(row, policy), policy, instantFor(times, now));
  const { fresh, nextResetAt, nextResetBy, reason, staleSince } = decision;
  const isTold = Object.keys(times).length > 0;
  const state = fresh && isTold ? "fresh" : hasEnded[reason] ? "stale" : "unknown";
  const faults = "facts" in decision ? decision.facts : undefined;
  return {
    state,
    reason: fresh && !isTold ? "missing-times" : reason,
    ...told({ faults, staleSince, nextResetAt, nextResetBy }),
  };
}

/**
 * Tells how the sessions of a store stand: which go on with the next message and which begin anew, when each ends next and
 * what ends it (`evaluateReset`), and what maintenance does with each, or would (`planMaintenance`). The entries are taken as
 * OpenClaw stores them. Nothing is changed.
 *
 * A session with a time that cannot be read is `unreadable`, and one without times is `unknown`; neither is ever called stale.
 *
 * @param entries - The store in any form that `readStore` knows, read: entries by key, or a list of entries or keys.
 * @param now - The current instant in epoch milliseconds.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 60 } } }, { edition: "2026-11" });
 * const store = {
 *   "agent:main:telegram:direct:111": { updatedAt: 1795953600000 },
 *   "agent:main:telegram:direct:222": { updatedAt: 1795900000000 },
 * };
 * const { counts, sessions } = summarizeSessions(store, policy, 1795953600000);
 * [counts.fresh, counts.stale]; //=> [1, 1]
 * sessions.map(({ state, nextResetAt }) => [state, nextResetAt]);
 * //=> [["fresh", 1795957200001], ["stale", undefined]]
 * ```
 */
export function summarizeSessions(entries: StoredSessions, policy: Policy, now: number): StoreSummary {
  if (isPolluted()) return unpolluted(summarizeSessions, entries, policy, now);
  demandPolicy(policy);
  const store = readStore(entries);
  const rows = store.ok ? store.rows : [];
  const instant = readNow(now);
  const plan = planMaintenance(rows, policy, instant);
  const steps = new Map(plan.steps.map(({ action, index, reason }) => [index, { action, reason }]));
  const counts = { fresh: 0, stale: 0, unreadable: 0, unknown: 0 };
  let nextResetAt = Infinity;
  const sessions = rows.map((row, index): SessionSummary => {
    const standing = standingOf(row, policy, instant);
    counts[standing.state] += 1;
    nextResetAt = Math.min(nextResetAt, standing.nextResetAt ?? Infinity);
    return {
      key: row.key,
      ...told({ label: labelOf(row) }),
      ...standing,
      ...told({ maintenance: steps.get(index) }),
    };
  });
  return {
    kind: "store-summary",
    sessions,
    counts: { sessions: rows.length, ...counts, delete: plan.counts.delete, archive: plan.counts.archive },
    maintenance: plan.mode,
    unread: store.ok ? store.unread : [],
    ...(!store.ok && { refused: store.reason }),
    ...(nextResetAt !== Infinity && { nextResetAt }),
  };
}

/**
 * Says in a sentence or two how the sessions of a store stand.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainStoreSummary(summarizeSessions(["agent:main:main"], policy, 1795953600000));
 * //=> "Of 1 session, 0 are fresh, 0 are stale and 1 cannot be judged. Maintenance would touch none."
 * ```
 */
export function explainStoreSummary(summary: StoreSummary): string {
  if (isPolluted()) return unpolluted(explainStoreSummary, summary);
  return said(summary, sentenceOf);
}

function are(count: number, what: string): string {
  return `${count} ${count === 1 ? "is" : "are"} ${what}`;
}

function sentenceOf({ counts, maintenance, refused, unread }: StoreSummary): string {
  if (refused !== undefined) return `This is not a store (${refused}).`;
  const { archive, fresh, sessions, stale, unknown, unreadable } = counts;
  const unjudged = unknown + unreadable;
  const parts = [
    are(fresh, "fresh"),
    are(stale, "stale"),
    ...(unjudged > 0 ? [`${unjudged} cannot be judged`] : []),
  ];
  const lost =
    unread.length === 0
      ? ""
      : ` ${unread.length} ${unread.length === 1 ? "part" : "parts"} of the store cannot be read.`;
  const standing = `Of ${sessions} ${sessions === 1 ? "session" : "sessions"}, ${joined(parts)}.${lost}`;
  if (maintenance === "off") return `${standing} This edition has no session maintenance.`;
  const verb = maintenance === "enforce" ? "will" : "would";
  const actions = [
    ...(counts.delete > 0 ? [`delete ${counts.delete}`] : []),
    ...(archive > 0 ? [`archive ${archive}`] : []),
  ];
  return `${standing} Maintenance ${verb} ${actions.length === 0 ? "touch none" : joined(actions)}.`;
}
