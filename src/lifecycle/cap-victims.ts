import type { Behaviours } from "../edition/edition.ts";
import type { Candidate } from "./maintenance-candidates.ts";
import { orderByTime, orderTies } from "./order-by-time.ts";

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

function byKey(a: Candidate, b: Candidate): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** A session that was never updated counts as updated before all others. */
function updateTime({ updatedAt }: Candidate): number {
  return updatedAt ?? Number.NEGATIVE_INFINITY;
}

function activeTime({ activeAt }: Candidate): number {
  return activeAt;
}

/** Compiles which candidates the cap takes, in which order, when `overflow` sessions are too many. */
export function compileCapVictims(
  behaviours: Behaviours,
): (candidates: readonly Candidate[], overflow: number) => readonly Candidate[] {
  const tiesByKey = behaviours.has("cap-ties-by-key");
  const timeOf = behaviours.has("cap-archives") ? activeTime : updateTime;
  // Until 2026.9.2 the tail was cut off a list that began with the latest.
  const latestFirst = !behaviours.has("cap-archives");
  return (candidates, overflow) => {
    if (overflow <= 0) return [];
    // Of equals, the last in the store goes first.
    const lastFirst = candidates.filter(({ kept }) => !kept).reverse();
    const ordered = orderByTime(lastFirst, timeOf);
    const victims = (tiesByKey ? orderTies(ordered, timeOf, byKey) : ordered).slice(0, overflow);
    return latestFirst ? victims.reverse() : victims;
  };
}
