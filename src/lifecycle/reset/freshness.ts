import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import type { Draft } from "../../config/draft.ts";
import type { EvaluatedReset } from "./decision.ts";
import type { ResetRow } from "./table.ts";
import { sessionAnchors, nextSessionEnd, sessionEnd, type SessionEnd } from "./session-end.ts";
import type { SessionTimes } from "../session-entry.ts";

/** A decision that is still being put together. */
export type ResetDraft = Draft<EvaluatedReset>;

/** What is known of a session that has ended. */
interface Ended {
  readonly daily: boolean;
  readonly idle: boolean;
  readonly boundary: number;
  readonly expiry: number;
  /** Its first end; undefined where its beginning is not known. */
  readonly end: SessionEnd | undefined;
}

type ReasonRule = (ended: Ended) => EvaluatedReset["reason"];

const windowFirst: ReasonRule = ({ idle }) => (idle ? "idle" : "daily");

/** Of the latest boundary and the end of the window the earlier. */
const earlierOfLatest: ReasonRule = ({ daily, idle, boundary, expiry }) =>
  daily && !(idle && expiry < boundary) ? "daily" : "idle";

const firstEnd: ReasonRule = ({ end }) => end?.by ?? "missing-times";

/** Writes into a decision, made for a session that goes on, what its times say of it. */
export type FreshnessRule = (decision: ResetDraft, times: SessionTimes, row: ResetRow, now: number) => void;

/** How an edition judges a session by its times. */
export const freshnessRules = once((behaviours: Behaviours): { readonly judge: FreshnessRule } => {
  const anchors = sessionAnchors(behaviours);
  const reasonOf = behaviours.has("first-end-is-reason")
    ? firstEnd
    : behaviours.has("earlier-end-is-reason")
      ? earlierOfLatest
      : windowFirst;
  return {
    judge(decision, times, row, now) {
      const started = anchors.startedAt(times, now);
      const last = anchors.lastAt(times, started, now);
      const boundary = row.daily?.at(now) ?? NaN;
      const expiry = last + (row.idleMs ?? NaN);
      if (!Number.isNaN(boundary)) decision.dailyResetAt = boundary;
      if (Number.isFinite(expiry)) decision.idleExpiresAt = expiry;
      const daily = started < boundary;
      const idle = now > expiry;
      const age = now > started + (row.maxAgeMs ?? NaN);
      const graced = now <= last + (row.graceMs ?? NaN);
      if (!graced && (age || (row.needsBoth ? daily && idle : daily || idle))) {
        const end = started === anchors.unknown ? undefined : sessionEnd(row, started, last, started);
        decision.fresh = false;
        decision.reason = reasonOf({ daily, idle, boundary, expiry, end });
        if (end !== undefined) decision.staleSince = end.at;
      } else if (Number.isFinite(now)) {
        const end = nextSessionEnd(row, times, anchors, now);
        if (end === undefined) return;
        decision.nextResetAt = end.at;
        decision.nextResetBy = end.by;
      }
    },
  };
});
