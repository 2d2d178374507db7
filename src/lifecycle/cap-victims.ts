import type { Behaviours } from "../edition/edition.ts";
import type { Candidate } from "./maintenance-candidates.ts";

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

type Order = (a: Candidate, b: Candidate) => number;

function byIndexDescending(a: Candidate, b: Candidate): number {
  return b.index - a.index;
}

function byKey(a: Candidate, b: Candidate): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : byIndexDescending(a, b);
}

/** A session that was never updated counts as updated before all others. */
function updateTime(candidate: Candidate): number {
  return candidate.updatedAt ?? Number.NEGATIVE_INFINITY;
}

/** Sessions that the cap takes first come first. */
function compileOrder(behaviours: Behaviours): Order {
  const tie = behaviours.has("cap-ties-by-key") ? byKey : byIndexDescending;
  if (behaviours.has("cap-archives")) return (a, b) => a.activeAt - b.activeAt || tie(a, b);
  // Two that were never updated differ by NaN: a tie.
  return (a, b) => updateTime(a) - updateTime(b) || tie(a, b);
}

/** Compiles which candidates the cap takes, in which order, when `overflow` sessions are too many. */
export function compileCapVictims(
  behaviours: Behaviours,
): (candidates: readonly Candidate[], overflow: number) => readonly Candidate[] {
  const order = compileOrder(behaviours);
  // Until 2026.9.2 the tail was cut off a list that began with the latest.
  const latestFirst = !behaviours.has("cap-archives");
  return (candidates, overflow) => {
    if (overflow <= 0) return [];
    const victims = candidates
      .filter(({ kept }) => !kept)
      .sort(order)
      .slice(0, overflow);
    return latestFirst ? victims.reverse() : victims;
  };
}
