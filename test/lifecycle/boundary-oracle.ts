import { Temporal } from "temporal-polyfill";
import { dailyBoundary, type BoundaryRule } from "../../src/lifecycle/reset/daily-boundary.ts";

const minute = 60_000;

/** The zones that the runtime knows. */
export const zones = Intl.supportedValuesOf("timeZone");

function local(now: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
}

/** The boundary as `Temporal` tells it: a skipped hour moves forward, of a repeated one the first counts. */
export function expectedBoundary(now: number, hour: number, timeZone: string, rule: BoundaryRule): number {
  const date = local(now, timeZone).toPlainDate();
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: { hour } });
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
  readonly hour: number;
  readonly now: string;
  readonly expected: string;
  readonly actual: string;
}

/** How many instants were compared, and the first that differed. */
export interface Agreement {
  compared: number;
  readonly disagreements: Disagreement[];
}

/** Compares the boundaries of one hour in one zone. */
export function compare(
  agreement: Agreement,
  timeZone: string,
  hour: number,
  instants: Iterable<number>,
): void {
  const boundary = dailyBoundary(hour, timeZone, "passed");
  for (const now of instants) {
    agreement.compared += 1;
    const expected = expectedBoundary(now, hour, timeZone, "passed");
    const actual = boundary.at(now);
    if (actual === expected || agreement.disagreements.length >= 20) continue;
    const [nowText, expectedText, actualText] = [now, expected, actual].map((at) =>
      new Date(at).toISOString(),
    );
    agreement.disagreements.push({
      timeZone,
      hour,
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

/** The hours that a change of offset can touch: those that clocks show around it, and the usual one. */
export function hoursAround(change: number, timeZone: string): ReadonlySet<number> {
  return new Set([local(change - 1, timeZone).hour, local(change, timeZone).hour, 4]);
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

/** Compares random instants of 1970 to 2100, going round the zones. */
export function compareRandom(agreement: Agreement, count: number): void {
  const random = randoms(20_261_101);
  const next = () => random.next().value;
  const end = Date.UTC(2100, 0, 1);
  for (let index = 0; index < count; index += 1) {
    const timeZone = zones[index % zones.length] ?? "UTC";
    compare(agreement, timeZone, Math.floor(next() * 24), [Math.floor(next() * end)]);
  }
}
