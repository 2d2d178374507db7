import type { Behaviours } from "../edition/edition.ts";
import { lowerCase } from "../edition/lower-case.ts";

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
  const written = lowerCase(text.trim());
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

const exponents: Readonly<Record<string, number>> = {
  b: 0,
  k: 1,
  kb: 1,
  m: 2,
  mb: 2,
  g: 3,
  gb: 3,
  t: 4,
  tb: 4,
};

/**
 * Reads a size such as `"10mb"` as bytes, 1024 to a step; undefined when the text is none. A bare number
 * counts bytes. From 2026.8.1 on a size that a number cannot tell to the byte is none. Case and surrounding
 * blanks do not matter; a blank before the unit does.
 */
export function readByteSize(text: string, behaviours: Behaviours): number | undefined {
  const isExact = behaviours.has("exact-sizes") ? Number.isSafeInteger : Number.isFinite;
  const written = /^(\d+(?:\.\d+)?)(b|kb?|mb?|gb?|tb?)?$/.exec(lowerCase(text.trim()));
  if (written === null) return undefined;
  const bytes = Math.round(Number(written[1]) * 1024 ** (exponents[written[2] ?? "b"] ?? 0));
  return isExact(bytes) ? bytes : undefined;
}
