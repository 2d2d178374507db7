import type { TimeOfDay } from "../../config/time-of-day.ts";
import { lastInstant, zoneOffset, type ZoneOffset } from "./zone-offset.ts";

/** A stretch of time, `from <= now < to`, throughout which the latest daily boundary is the same. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly boundary: number;
  next?: Step;
}

/**
 * What the boundary is before today's time has come.
 * - `"shifted"`: as far back from today's boundary as a day is long; after a gap that is too late (before 2026.9.4).
 * - `"yesterday"`: the time on the previous date, which lies ahead where a zone skipped that date.
 * - `"passed"`: the time on the latest date on which it has passed.
 */
export type BoundaryRule = "shifted" | "yesterday" | "passed";

/** The daily boundaries of one time of day in one zone. */
export interface DailyBoundary {
  /** The boundary in force at `now`; `NaN` outside the range of dates. */
  readonly at: (now: number) => number;
  /** The first instant, `since` or later, at which the boundary in force lies after `started`. */
  readonly firstAfter: (started: number, since: number) => number | undefined;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The instant at which clocks first show a local time, given as if it were UTC. A time that is
 * skipped moves forward by the gap; of a time that is repeated the first counts.
 */
function toInstant(local: number, offsetAt: ZoneOffset): number {
  // A day either way is beyond any offset, and no zone changes its offset twice in that time.
  const before = offsetAt(local - day).offset;
  const after = offsetAt(local + day).offset;
  const early = local - before;
  if (before === after || offsetAt(early).offset === before) return early;
  const late = local - after;
  return offsetAt(late).offset === after ? late : early;
}

const nowhere: Step = { from: NaN, to: NaN, boundary: NaN };

/** @param sinceMidnight - How long after midnight clocks show the time, were every day 24 hours long. */
function stepAt(now: number, sinceMidnight: number, rule: BoundaryRule, offsetAt: ZoneOffset): Step {
  if (!(Math.abs(now) <= lastInstant)) return nowhere;
  const segment = offsetAt(now);
  const midnight = Math.floor((now + segment.offset) / day) * day;
  let from = Math.max(segment.from, midnight - segment.offset);
  let to = Math.min(segment.to, midnight + day - segment.offset);
  const today = toInstant(midnight + sinceMidnight, offsetAt);
  if (Math.abs(today) > lastInstant) return nowhere;
  if (now >= today) return { from: Math.max(from, today), to, boundary: today };
  to = Math.min(to, today);
  if (rule === "shifted") {
    const shown = today + offsetAt(today).offset;
    return { from, to, boundary: toInstant(shown - day, offsetAt) };
  }
  let date = midnight - day;
  let boundary = toInstant(date + sinceMidnight, offsetAt);
  while (rule === "passed" && boundary > now) {
    to = Math.min(to, boundary);
    date -= day;
    boundary = toInstant(date + sinceMidnight, offsetAt);
  }
  if (boundary <= now) from = Math.max(from, boundary);
  return { from, to, boundary };
}

/**
 * Makes the daily boundaries of a time of day in an IANA zone. Between two changes (of the
 * boundary, the local date, or the zone's offset) an answer costs two comparisons.
 */
export function dailyBoundary(time: TimeOfDay, timeZone: string, rule: BoundaryRule): DailyBoundary {
  const sinceMidnight = (time.hour * 60 + time.minute) * minute;
  const offsetAt = zoneOffset(timeZone);
  let latest = nowhere;

  function at(instant: number): Step {
    const now = Math.trunc(instant);
    return now >= latest.from && now < latest.to ? latest : stepAt(now, sinceMidnight, rule, offsetAt);
  }

  return {
    at(now) {
      latest = at(now);
      return latest.boundary;
    },
    firstAfter(started, since) {
      let step = at(Math.max(started, since));
      while (step.boundary <= started) step = step.next ??= stepAt(step.to, sinceMidnight, rule, offsetAt);
      return step.boundary > started ? Math.max(step.from, since) : undefined;
    },
  };
}
