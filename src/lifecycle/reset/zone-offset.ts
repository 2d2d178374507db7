import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText } from "../../config/given.ts";
import { remember } from "../../edition/remember.ts";

/** A stretch of time, `from <= instant < to`, over which a zone keeps one offset from UTC. */
export interface OffsetSegment {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC, in milliseconds. */
  readonly offset: number;
}

/** Tells the offset of one zone, and how far around the instant it holds at least. Beyond all dates the nearest counts. */
export type ZoneOffset = (instant: number) => OffsetSegment;

const second = 1_000;
const day = 86_400_000;
/** The last instant that a date can express; the first is its negative. */
export const lastInstant = 8.64e15;
/** How many days a segment looks around itself; a longer stretch is several segments. */
const reach = 32;
const segmentsPerZone = 64;

const longOffset = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = longOffset.exec(format.format(instant)) ?? [];
  const offset = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * second;
  return sign === "-" ? -offset : offset;
}

/** Finds how far an offset holds in one direction: to its change, which comes at a whole second, or as far as is looked. */
function edge(format: Intl.DateTimeFormat, start: number, offset: number, direction: 1 | -1): number {
  let inside = start;
  // Day by day, because no zone ever changed its offset twice within 24 hours.
  for (let days = 1; days <= reach; days += 1) {
    let outside = start + direction * days * day;
    if (Math.abs(outside) > lastInstant) return direction * Infinity;
    if (readOffset(format, outside) === offset) {
      inside = outside;
      continue;
    }
    while (Math.abs(outside - inside) > second) {
      const middle = Math.floor((inside + outside) / 2 / second) * second;
      if (readOffset(format, middle) === offset) inside = middle;
      else outside = middle;
    }
    return direction === 1 ? outside : inside;
  }
  return inside;
}

function readZone(timeZone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const segments: OffsetSegment[] = [];
  return (instant) => {
    for (const segment of segments) if (instant >= segment.from && instant < segment.to) return segment;
    const start = Math.floor(Math.min(Math.max(instant, -lastInstant), lastInstant) / second) * second;
    const offset = readOffset(format, start);
    const segment = { from: edge(format, start, offset, -1), to: edge(format, start, offset, 1), offset };
    if (segments.length === segmentsPerZone) segments.length = 0;
    segments.push(segment);
    return segment;
  };
}

/**
 * The offsets of an IANA zone, for instants in the range of dates. Answers are kept per zone, and a
 * zone's rules do not change while a process runs, so only the first question about a stretch of time costs.
 *
 * @throws RangeError for a zone that `isTimeZone` does not know.
 */
export const zoneOffset = /* @__PURE__ */ remember(readZone);

/**
 * Tells whether a text names an IANA time zone that the runtime knows. Bare offsets such as `+02:00`
 * do not count: runtimes disagree about them.
 *
 * @example
 * ```ts
 * isTimeZone("Europe/Berlin"); //=> true
 * isTimeZone("Europe/Bärlin"); //=> false
 * isTimeZone("+02:00"); //=> false
 * ```
 */
export function isTimeZone(name: string): boolean {
  if (isPolluted()) return unpolluted(isTimeZone, name);
  if (!isText(name) || !/^[A-Za-z]/.test(name)) return false;
  try {
    zoneOffset(name);
    return true;
  } catch {
    return false;
  }
}
