import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { MaintenanceStep } from "./steps.ts";
import { lastSignOfLife, time, type SessionEntry } from "../session-entry.ts";

/** Each time together with its place, as one number; undefined where a number cannot hold both. */
function packTimes(times: readonly number[]): Float64Array | undefined {
  const packed = new Float64Array(times.length);
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (!Number.isInteger(time)) return undefined;
    earliest = Math.min(earliest, time);
    latest = Math.max(latest, time);
  }
  if ((latest - earliest + 1) * times.length > Number.MAX_SAFE_INTEGER) return undefined;
  const last = times.length - 1;
  for (const [place, time] of times.entries())
    packed[place] = (time - earliest) * times.length + (last - place);
  return packed;
}

/**
 * The places of times, earliest time first; of equal times the last place comes first. Gives what
 * sorting with a comparison gives, several times as fast: whole milliseconds of a few years leave
 * room in a number for the place, and plain numbers sort without a call for each pair.
 */
export function placesByTime(times: readonly number[]): number[] {
  const packed = packTimes(times);
  if (packed !== undefined) {
    const last = times.length - 1;
    return Array.from(packed.sort(), (number) => last - (number % times.length));
  }
  const timeAt = (place: number) => times[place] ?? NaN;
  // Two infinite times differ by NaN, which counts as a tie.
  return [...times.keys()].sort((a, b) => timeAt(a) - timeAt(b) || b - a);
}

/** Orders those of equal time among themselves; their places lie side by side. */
export function settleTies(
  places: readonly number[],
  times: readonly number[],
  order: (a: number, b: number) => number,
): number[] {
  const settled: number[] = [];
  let equals: number[] = [];
  for (const place of places) {
    const [first = place] = equals;
    if (times[first] !== times[place]) {
      for (const equal of equals.sort(order)) settled.push(equal);
      equals = [];
    }
    equals.push(place);
  }
  return settled.concat(equals.sort(order));
}

/** Up to this cap, one session too many is enough. */
const strictCap = 49;

/**
 * How many sessions a store must hold before the cap is applied: one more than the cap, or, where
 * the edition leaves slack, 25 or a tenth of it more.
 */
export function entryHighWater(maxEntries: number, behaviours: Behaviours): number {
  if (!Number.isSafeInteger(maxEntries) || maxEntries <= 0) return 1;
  if (maxEntries <= strictCap || !behaviours.has("cap-slack")) return maxEntries + 1;
  return maxEntries + Math.max(25, Math.ceil(maxEntries * 0.1));
}

/** The time by which the cap ranks a session; before 2026.9.2 one that was never updated comes before all. */
export const capTime: (behaviours: Behaviours) => (entry: SessionEntry) => number = /* @__PURE__ */ once(
  (behaviours: Behaviours) =>
    behaviours.has("cap-archives")
      ? lastSignOfLife
      : ({ updatedAt }) => time(updatedAt) ?? Number.NEGATIVE_INFINITY,
);

type CapVictims = (
  candidates: readonly MaintenanceStep[],
  times: readonly number[],
  overflow: number,
) => readonly MaintenanceStep[];

/** Which candidates the cap takes, in which order, when `overflow` sessions are too many. */
export const capVictims: (behaviours: Behaviours) => CapVictims = /* @__PURE__ */ once(
  (behaviours: Behaviours) => {
    const tiesByKey = behaviours.has("cap-ties-by-key");
    // Until 2026.9.2 the tail was cut off a list that began with the latest.
    const latestFirst = !behaviours.has("cap-archives");
    return (candidates, times, overflow) => {
      if (overflow <= 0) return [];
      const keyAt = (place: number) => candidates[place]?.key ?? "";
      const byKey = (a: number, b: number) => (keyAt(a) < keyAt(b) ? -1 : keyAt(a) > keyAt(b) ? 1 : 0);
      const ordered = placesByTime(times);
      const settled = tiesByKey ? settleTies(ordered, times, byKey) : ordered;
      const victims: MaintenanceStep[] = [];
      for (const place of settled.slice(0, overflow)) {
        const candidate = candidates[place];
        if (candidate !== undefined) victims.push(candidate);
      }
      return latestFirst ? victims.reverse() : victims;
    };
  },
);
