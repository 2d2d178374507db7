import { Temporal } from "temporal-polyfill";
import { formatTimeOfDay, type TimeOfDay } from "../../../src/config/time-of-day.ts";
import { dailyBoundary, type BoundaryRule } from "../../../src/lifecycle/reset/daily-boundary.ts";

const minute = 60_000;

/** The zones that the runtime knows. */
export const zones = Intl.supportedValuesOf("timeZone");

function local(now: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
}

/** The boundary as `Temporal` tells it: a skipped time moves forward, of a repeated one the first counts. */
export function expectedBoundary(
  now: number,
  plainTime: TimeOfDay,
  timeZone: string,
  rule: BoundaryRule,
): number {
  const date = local(now, timeZone).toPlainDate();
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime });
  const today = at(date);
  if (today.epochMilliseconds <= now) return today.epochMilliseconds;
  if (rule === "shifted") return today.subtract({ days: 1 }).epochMilliseconds;
  let day = date.subtract({ days: 1 });
  while (rule === "passed" && at(day).epochMilliseconds > now) day = day.subtract({ days: 1 });
  return at(day).epochMilliseconds;
}

/** A boundary that is not what `Temporal` tells. */
export interface Disagreement {
  readonly timeZone: string;
  readonly time: string;
  readonly now: string;
  readonly expected: string;
  readonly actual: string;
}

/** How many instants were compared, and the first that differed. */
export interface Agreement {
  compared: number;
  readonly disagreements: Disagreement[];
}

/** Compares the boundaries of one time of day in one zone. */
export function compare(
  agreement: Agreement,
  timeZone: string,
  time: TimeOfDay,
  instants: Iterable<number>,
): void {
  const boundary = dailyBoundary(time, timeZone, "passed");
  for (const now of instants) {
    agreement.compared += 1;
    const expected = expectedBoundary(now, time, timeZone, "passed");
    const actual = boundary.at(now);
    if (actual === expected || agreement.disagreements.length >= 20) continue;
    const [nowText, expectedText, actualText] = [now, expected, actual].map((at) =>
      new Date(at).toISOString(),
    );
    agreement.disagreements.push({
      timeZone,
      time: formatTimeOfDay(time),
      now: nowText ?? "",
      expected: expectedText ?? "",
      actual: actualText ?? "",
    });
  }
}

/** The instants at which a zone changes its offset. */
export function offsetChanges(timeZone: string, from: number, to: number): number[] {
  const changes: number[] = [];
  let at = local(from, timeZone).getTimeZoneTransition("next");
  while (at !== null && at.epochMilliseconds < to) {
    changes.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition("next");
  }
  return changes;
}

/**
 * The times of day that a change of offset can touch: the hours that clocks show around it, the ends of what is
 * skipped or repeated, the middle of it, and the usual time.
 */
export function timesAround(change: number, timeZone: string): readonly TimeOfDay[] {
  const [before, after] = [local(change - 1, timeZone), local(change, timeZone)];
  const shift = (after.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
  const middle = after.subtract({ minutes: Math.trunc(shift / 2) });
  const times = [
    { hour: 4, minute: 0 },
    { hour: before.hour, minute: 0 },
    { hour: after.hour, minute: 0 },
    ...[before, after, middle].map(({ hour, minute }) => ({ hour, minute })),
  ];
  return [...new Map(times.map((time) => [formatTimeOfDay(time), time])).values()];
}

/** Every minute around an instant, and the milliseconds next to it. */
export function* minutesAround(instant: number, minutes: number): Generator<number> {
  yield instant - 1;
  for (let offset = -minutes; offset <= minutes; offset += 1) yield instant + offset * minute;
  yield instant + 1;
}

/** Pseudo-random numbers from 0 to 1, the same for the same seed. */
export function* randoms(seed: number): Generator<number, never> {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A time of day to the minute, half of them on the hour. */
export function randomTime(next: () => number): TimeOfDay {
  return { hour: Math.floor(next() * 24), minute: Math.max(0, Math.floor(next() * 120) - 60) };
}

/** Compares random instants of 1970 to 2100, going round the zones. */
export function compareRandom(agreement: Agreement, count: number): void {
  const random = randoms(20_261_101);
  const next = () => random.next().value;
  const end = Date.UTC(2100, 0, 1);
  for (let index = 0; index < count; index += 1) {
    const timeZone = zones[index % zones.length] ?? "UTC";
    compare(agreement, timeZone, randomTime(next), [Math.floor(next() * end)]);
  }
}
