import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { isPastTime, type SessionTimes } from "../session-times.ts";

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
export const sessionAnchors = once((behaviours: Behaviours): SessionAnchors => {
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
