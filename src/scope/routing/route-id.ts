import type { Behaviours } from "../../edition/edition.ts";

/**
 * Reads an id that a caller without types may have given as a number. Absent is empty; a number is its
 * decimal digits from 2026.2.17 on; anything else, and under `2026-11` a number too (a long one has lost
 * digits already), is no id.
 */
export function routeId(value: unknown, behaviours: Behaviours): string | undefined {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && behaviours.has("numeric-ids") ? String(value) : undefined;
}
