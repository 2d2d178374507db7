import type { ResetCause } from "./decision.ts";
import type { ResetRow } from "./table.ts";
import { type SessionTimes, isPastTime } from "../session-entry.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";

/** The two instants from which a session's life is counted. */
export interface SessionAnchors {
  /** Tells when the session began. */
  readonly startedAt: (times: SessionTimes, now: number) => number;
  /** Tells when a person last wrote in it. */
  readonly lastAt: (times: SessionTimes, started: number, now: number) => number;
  /** When a session began of which no time is known. */
  readonly unknown: number;
  /** Whether times after `now` count as missing. */
  readonly ignoresFuture: boolean;
}

/** How an edition finds the anchors of a session. */
export const sessionAnchors = /* @__PURE__ */ once((behaviours: Behaviours): SessionAnchors => {
  if (!behaviours.has("separate-reset-clocks"))
    return {
      startedAt: (times) => times.updatedAt ?? NaN,
      lastAt: (_, started) => started,
      unknown: NaN,
      ignoresFuture: false,
    };
  const ignoresFuture = behaviours.has("future-times-missing");
  const known = (time: number | undefined, now: number): time is number =>
    isPastTime(time, ignoresFuture && Number.isFinite(now) ? now : Infinity);
  const missingNamed = behaviours.has("missing-times-named");
  // Up to 2026.4.26 `updatedAt` is taken as it is: without it nothing can have passed.
  const unknown = missingNamed ? -Infinity : ignoresFuture ? 0 : NaN;
  return {
    startedAt({ sessionStartedAt, updatedAt, lastInteractionAt }, now) {
      if (known(sessionStartedAt, now)) return sessionStartedAt;
      if (!ignoresFuture) return updatedAt ?? unknown;
      if (known(updatedAt, now)) return updatedAt;
      return missingNamed && known(lastInteractionAt, now) ? lastInteractionAt : unknown;
    },
    lastAt: ({ lastInteractionAt }, started, now) =>
      known(lastInteractionAt, now) ? lastInteractionAt : started,
    unknown,
    ignoresFuture,
  };
});

/** When a session ends of itself, and by what. */
export interface SessionEnd {
  readonly at: number;
  readonly by: ResetCause;
}

/** The first whole millisecond after a window has passed: its last instant still belongs to it. */
function after(start: number, window: number): number {
  return Math.floor(start + window) + 1;
}

/** The first instant, `since` or later, at which a session with these anchors is stale. */
export function sessionEnd(
  row: ResetRow,
  started: number,
  last: number,
  since: number,
): SessionEnd | undefined {
  const start = row.graceMs === undefined ? since : Math.max(since, after(last, row.graceMs));
  const idle = row.idleMs === undefined ? Infinity : Math.max(start, after(last, row.idleMs));
  const age = row.maxAgeMs === undefined ? Infinity : Math.max(start, after(started, row.maxAgeMs));
  const daily = row.daily?.firstAfter(started, row.needsBoth ? idle : start) ?? Infinity;
  if (row.needsBoth) {
    const at = Math.min(daily, age);
    if (!Number.isFinite(at)) return undefined;
    // The later of the two is what ends it.
    return { at, by: age < daily ? "max-age" : daily > idle ? "daily" : "idle" };
  }
  const at = Math.min(daily, idle, age);
  if (!Number.isFinite(at)) return undefined;
  return { at, by: at === daily ? "daily" : at === idle ? "idle" : "max-age" };
}

/** The first of a session's times after an instant. */
function firstTimeAfter(times: SessionTimes, instant: number): number {
  const ahead = (time = 0) => (time > instant ? time : Infinity);
  return Math.min(ahead(times.sessionStartedAt), ahead(times.lastInteractionAt), ahead(times.updatedAt));
}

/** The end that lies ahead of a session that is fresh at `now`. */
export function nextSessionEnd(
  row: ResetRow,
  times: SessionTimes,
  anchors: SessionAnchors,
  now: number,
): SessionEnd | undefined {
  const endAt = (clock: number) => {
    const started = anchors.startedAt(times, clock);
    return sessionEnd(row, started, anchors.lastAt(times, started, clock), clock);
  };
  let end = endAt(now);
  if (!anchors.ignoresFuture) return end;
  // A time that counts as missing because it has not come yet prolongs the session when it comes.
  let clock = firstTimeAfter(times, now);
  while (end !== undefined && clock <= end.at) {
    end = endAt(clock);
    clock = firstTimeAfter(times, clock);
  }
  return end;
}
