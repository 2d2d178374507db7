import type * as z from "zod/mini";
import type { Behaviours } from "../edition/edition.ts";
import { formatTimeOfDay, guessTimeOfDay } from "./time-of-day.ts";
import { lowerCase } from "../edition/lower-case.ts";

const no: ReadonlySet<unknown> = new Set([
  "disabled",
  "false",
  "never",
  "no",
  "none",
  "off",
  false,
  null,
  "",
]);
const yes: ReadonlySet<unknown> = new Set(["daily", "enabled", "on", "true", "yes", true]);

function plain(found: unknown): unknown {
  return typeof found === "string" ? lowerCase(found.trim()) : found;
}

function numberIn(found: unknown): number | undefined {
  if (typeof found === "number") return found;
  return typeof found === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(found) ? Number(found) : undefined;
}

/** Whether somebody who wrote this wants nothing of the kind. */
function meansNone(found: unknown): boolean {
  return no.has(plain(found)) || (numberIn(found) ?? 0) < 0;
}

/** A setting as it is written, in the place of one that is refused. */
function write(name: string, value: unknown): string {
  return `\`${name}: ${JSON.stringify(value)}\``;
}

/** How a setting of a kind is spelled rightly, for somebody who wrote something else. */
type Spelling = (found: unknown, name: string, behaviours: Behaviours) => string;

/** A time of day at which a reset happens: under which names, given whether it is on the hour, and how to have none. */
function timeSpelling(
  spell: (hour: number, time: string, isOnTheHour: boolean, behaviours: Behaviours) => readonly string[],
  none: string,
): Spelling {
  return (found, _, behaviours) => {
    const time = guessTimeOfDay(found);
    if (time !== undefined) {
      const ways = spell(time.hour, formatTimeOfDay(time), time.minute === 0, behaviours);
      const isMidnight = time.hour === 0 && time.minute === 0;
      return `write ${ways.join(" or ")}${isMidnight ? " for midnight" : ""}`;
    }
    const [example = ""] = spell(4, "04:00", true, behaviours);
    return `write ${meansNone(found) ? `${none} for no daily reset, or ` : ""}a time such as ${example}`;
  };
}

const byHour = timeSpelling(
  (hour, time, isOnTheHour, behaviours) => {
    const isWritten = isOnTheHour || !behaviours.has("resets-to-the-minute");
    return [isWritten ? write("atHour", hour) : `${write("at", time)} in its place`];
  },
  write("mode", "idle"),
);

const byTime = timeSpelling((_, time) => [write("at", time)], write("mode", "idle"));

const byEither = timeSpelling(
  (hour, time, isOnTheHour) => [
    ...(isOnTheHour ? [write("dailyReset", hour)] : []),
    write("dailyReset", time),
  ],
  write("dailyReset", false),
);

/** The settings that tell when daily resets happen. */
const times: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ["at", byTime],
  ["atHour", byHour],
  [
    "dailyReset",
    (found, name, behaviours) =>
      yes.has(plain(found)) ? `write ${write(name, true)}` : byEither(found, name, behaviours),
  ],
]);

/** The units that names of settings end with, in milliseconds, and whether they are counted in whole numbers. */
const units = [
  { name: "Ms", length: 1, whole: true },
  { name: "Seconds", length: 1_000, whole: true },
  { name: "Minutes", length: 60_000, whole: true },
  { name: "Hours", length: 3_600_000, whole: false },
  { name: "Days", length: 86_400_000, whole: true },
] as const;

/** The same as people write them after a number. */
const lengths: readonly (readonly [RegExp, number])[] = [
  [/^(ms|millis|msecs?|milliseconds?)$/, 1],
  [/^(s|secs?|seconds?)$/, 1_000],
  [/^(m|mins?|minutes?)$/, 60_000],
  [/^(h|hrs?|hours?)$/, 3_600_000],
  [/^(d|days?)$/, 86_400_000],
  [/^(w|wks?|weeks?)$/, 604_800_000],
];

/** Guesses the milliseconds that somebody meant, a number without a unit counting `bare` ones. */
function guessLength(found: unknown, bare: number): number | undefined {
  const count = numberIn(found);
  if (count !== undefined) return count * bare;
  // Longer texts are no durations.
  if (typeof found !== "string" || found.length > 40) return undefined;
  const text = lowerCase(found.trim());
  let total = 0;
  if (!/^(\d+(\.\d+)?\s*[a-z]+[\s,]*)+$/.test(text)) return undefined;
  for (const [, amount, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const length = lengths.find(([words]) => words.test(unit))?.[1];
    if (length === undefined) return undefined;
    total += Number(amount) * length;
  }
  return total;
}

/** How a setting whose name ends with a unit of time is spelled. */
function lengthSpelling({ length, whole }: (typeof units)[number]): Spelling {
  return (found, name) => {
    const guess = guessLength(found, length);
    const count = guess === undefined ? undefined : whole ? Math.ceil(guess / length) : guess / length;
    if (count !== undefined && count > 0 && count <= Number.MAX_SAFE_INTEGER)
      return `write ${write(name, count)}`;
    const least = `write ${write(name, 1)} or more`;
    return meansNone(found) || count !== undefined ? `leave it out, or ${least}` : least;
  };
}

function spellingOf(name: string): Spelling | undefined {
  const unit = units.find((each) => name.endsWith(each.name));
  return times.get(name) ?? (unit && lengthSpelling(unit));
}

/** What a value of the wrong type or size most likely means, whatever the setting. */
function likelyValue(issue: z.core.$ZodIssue, found: unknown): { readonly value: unknown } | undefined {
  if (issue.code !== "invalid_type") return undefined;
  const count = numberIn(found);
  if ((issue.expected === "number" || issue.expected === "int") && typeof found === "string")
    return count === undefined ? undefined : { value: count };
  if (issue.expected === "array" && (typeof found === "string" || typeof found === "number"))
    return { value: [found] };
  if (issue.expected !== "boolean") return undefined;
  if (yes.has(plain(found)) || count === 1) return { value: true };
  return no.has(plain(found)) || count === 0 ? { value: false } : undefined;
}

/**
 * Tells how a value that the schema refused is to be written, as a hint; undefined where nobody could guess.
 *
 * @param name - The setting; undefined for an element of a list.
 */
export function rightSpelling(
  issue: z.core.$ZodIssue,
  found: unknown,
  name: string | undefined,
  behaviours: Behaviours,
): string | undefined {
  // What is absent, or within a setting, has no value of its own to spell.
  if (found === undefined || name === undefined) return undefined;
  const spelling = spellingOf(name);
  if (spelling !== undefined) return spelling(found, name, behaviours);
  if (found === null) return `leave \`${name}\` out`;
  const likely = likelyValue(issue, found);
  if (likely !== undefined) return `write ${write(name, likely.value)}`;
  if (issue.code === "too_small") return `write ${write(name, Number(issue.minimum))} or more`;
  if (issue.code === "too_big") return `write ${write(name, Number(issue.maximum))} or less`;
  return undefined;
}
