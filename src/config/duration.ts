import type { Behaviours } from "../edition/edition.ts";

/** Milliseconds per unit, in the spelling of `session.maintenance`: `m` means minutes, and there are no weeks. */
const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** What a number in a duration counts. */
export type DurationUnit = keyof typeof milliseconds;

const amount = /(\d+(?:\.\d+)?)(ms|s|m|h|d)?/y;

/**
 * Reads a duration such as `"30d"`, `"1.5h"` or `"1h30m"` as milliseconds; undefined when the text is none.
 *
 * A bare number counts `bareUnit`s. From 2026.2.23 on several parts may be strung together, each with its
 * unit; from 2026.5.28 on a duration that milliseconds cannot tell exactly is none. Case and surrounding
 * blanks do not matter.
 */
export function readDuration(
  text: string,
  bareUnit: DurationUnit,
  behaviours: Behaviours,
): number | undefined {
  const composite = behaviours.has("disk-budget-settings");
  const isExact = behaviours.has("exact-durations") ? Number.isSafeInteger : Number.isFinite;
  const written = text.trim().toLowerCase();
  let total = 0;
  let parts = 0;
  for (amount.lastIndex = 0; amount.lastIndex < written.length; parts += 1) {
    const part = amount.exec(written);
    if (part === null) return undefined;
    const alone = part[0].length === written.length;
    if (!alone && (!composite || part[2] === undefined)) return undefined;
    total += Number(part[1]) * milliseconds[(part[2] as DurationUnit | undefined) ?? bareUnit];
  }
  const rounded = Math.round(total);
  return parts > 0 && isExact(rounded) ? rounded : undefined;
}
