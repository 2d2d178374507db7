import type { Behaviours } from "../edition/edition.ts";

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
  const written = /^(\d+(?:\.\d+)?)(b|kb?|mb?|gb?|tb?)?$/.exec(text.trim().toLowerCase());
  if (written === null) return undefined;
  const bytes = Math.round(Number(written[1]) * 1024 ** (exponents[written[2] ?? "b"] ?? 0));
  return isExact(bytes) ? bytes : undefined;
}
