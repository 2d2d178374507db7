import type { IssueCode } from "./issue-codes.ts";
import { lowerCase } from "../edition/lower-case.ts";

/** What people write after a number, and the unit that durations have for it: how often it is in that, and its sign. */
const durations: readonly (readonly [RegExp, number, string])[] = [
  [/^(ms|millis|msecs?|milliseconds?)$/, 1, "ms"],
  [/^(s|secs?|seconds?)$/, 1, "s"],
  [/^(m|mins?|minutes?)$/, 1, "m"],
  [/^(h|hrs?|hours?)$/, 1, "h"],
  [/^(d|days?)$/, 1, "d"],
  [/^(w|wks?|weeks?)$/, 7, "d"],
  [/^(mo|months?)$/, 30, "d"],
  [/^(y|yrs?|years?)$/, 365, "d"],
];

/** The same for sizes. */
const sizes: readonly (readonly [RegExp, number, string])[] = [
  [/^(b|bytes?)$/, 1, "b"],
  [/^(k|kb|kib|kilobytes?)$/, 1, "kb"],
  [/^(m|mb|mib|megabytes?)$/, 1, "mb"],
  [/^(g|gb|gib|gigabytes?)$/, 1, "gb"],
  [/^(t|tb|tib|terabytes?)$/, 1, "tb"],
];

/** Guesses the amount that somebody meant who wrote it with another unit, or with a blank. */
function guess(found: unknown, units: typeof durations): string | undefined {
  if (typeof found !== "string" || found.length > 40) return undefined;
  const [, amount, unit = ""] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\.?\s*$/i.exec(found) ?? [];
  const [, times = 1, sign] = units.find(([words]) => words.test(lowerCase(unit))) ?? [];
  const count = Number(amount?.replace(",", ".")) * times;
  return sign === undefined || !(count > 0) ? undefined : `${count}${sign}`;
}

/** Tells how an amount is to be written, as a hint; undefined for whatever is no amount, or out of its bounds. */
export function amountSpelling(
  code: IssueCode,
  found: unknown,
  name: string | undefined,
): string | undefined {
  if (code !== "malformed-duration" && code !== "malformed-size") return undefined;
  const isSize = code === "malformed-size";
  const meant = guess(found, isSize ? sizes : durations);
  const kinds = isSize ? "sizes are written such as 10mb or 1gb" : "durations are written such as 30d or 12h";
  if (meant === undefined) return `write ${isSize ? "a size" : "a duration"}: ${kinds}`;
  return `write \`${name === undefined ? "" : `${name}: `}${JSON.stringify(meant)}\`: ${kinds}`;
}
