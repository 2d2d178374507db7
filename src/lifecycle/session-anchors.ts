import { perEdition } from "../edition/per-edition.ts";
import { isPastTime, type SessionTimes } from "./session-times.ts";

/** The two instants from which a session's life is counted; `NaN` or 0 where nothing tells them. */
export interface SessionAnchors {
  /** Tells when the session began. */
  readonly startedAt: (times: SessionTimes, now: number) => number;
  /** Tells when a person last wrote in it. */
  readonly lastAt: (times: SessionTimes, started: number, now: number) => number;
  /** Whether times after `now` count as missing. */
  readonly ignoresFuture: boolean;
}

const unlimited = () => Infinity;

/** How an edition finds the anchors of a session. */
export const sessionAnchors = perEdition((behaviours): SessionAnchors => {
  if (!behaviours.has("separate-reset-clocks"))
    return {
      startedAt: (times) => times.updatedAt ?? NaN,
      lastAt: (_, started) => started,
      ignoresFuture: false,
    };
  const ignoresFuture = behaviours.has("future-times-missing");
  const latest = ignoresFuture ? (now: number) => (Number.isFinite(now) ? now : Infinity) : unlimited;
  const known = (time: number | undefined, now: number): time is number => isPastTime(time, latest(now));
  const lastKnown = behaviours.has("missing-times-named");
  return {
    startedAt(times, now) {
      if (known(times.sessionStartedAt, now)) return times.sessionStartedAt;
      if (known(times.updatedAt, now)) return times.updatedAt;
      return lastKnown && known(times.lastInteractionAt, now) ? times.lastInteractionAt : 0;
    },
    lastAt: (times, started, now) =>
      known(times.lastInteractionAt, now) ? times.lastInteractionAt : started,
    ignoresFuture,
  };
});
