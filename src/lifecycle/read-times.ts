import { isGiven } from "../scope/facts/plain.ts";
import type { FactRefusal } from "../scope/facts/read-facts.ts";
import { sessionTimeNames, type SessionTimes } from "./session-entry.ts";

const decimal = /^-?\d+$/;

/** A date and a time of day with its offset, as ISO 8601 and databases write them; without one nobody knows which instant it is. */
const written =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-]\d\d)(?::?(\d\d))?)$/i;

function readWritten(told: string): number | undefined {
  const [, day, time, seconds = "00", decimals = "", hours = "+00", minutes = "00"] =
    written.exec(told) ?? [];
  // Some engines take the 30th of February for a day in March.
  if (day === undefined || new Date(Date.parse(`${day}T00:00Z`) || 0).toISOString().slice(0, 10) !== day)
    return undefined;
  const milliseconds = decimals.padEnd(3, "0").slice(0, 3);
  const at = Date.parse(`${day}T${time}:${seconds}.${milliseconds}${hours}:${minutes}`);
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Reads an instant as databases and hosts tell it: epoch milliseconds as a number, a `bigint` or decimal text, a `Date`, or
 * a date and time with its offset in the words of ISO 8601. Undefined for anything else; a number that is no date stays
 * one, because editions differ in what they make of it.
 */
export function readTime(told: unknown): number | undefined {
  if (typeof told === "number") return told;
  if (typeof told === "bigint") return Number(told);
  if (typeof told === "string") return decimal.test(told) ? Number(told) : readWritten(told);
  return told instanceof Date ? told.getTime() : undefined;
}

/** The instant at which something is asked; one that cannot be read comes before none and after none. */
export function readNow(told: unknown): number {
  return readTime(told) ?? NaN;
}

/** Whether a time is told as most are, or not at all. */
export function isNumberOrNone(told: unknown): boolean {
  return typeof told === "number" || told === undefined;
}

function arePlain(times: unknown): times is SessionTimes {
  if (!isGiven(times)) return false;
  const told: { readonly [Name in keyof SessionTimes]?: unknown } = times;
  return (
    isNumberOrNone(told.sessionStartedAt) &&
    isNumberOrNone(told.lastInteractionAt) &&
    isNumberOrNone(told.updatedAt)
  );
}

function readLong(given: unknown): SessionTimes | FactRefusal {
  if (given === undefined || given === null) return {};
  if (!isGiven(given)) return { reason: "malformed-request", facts: ["times"] };
  const told: { readonly [Name in keyof SessionTimes]?: unknown } = given;
  const times: { -readonly [Name in keyof SessionTimes]: SessionTimes[Name] } = {};
  const faults: string[] = [];
  for (const name of sessionTimeNames) {
    const value = told[name];
    if (value === undefined || value === null) continue;
    const time = readTime(value);
    if (time === undefined) faults.push(name);
    else times[name] = time;
  }
  return faults.length > 0 ? { reason: "malformed-request", facts: faults } : times;
}

/**
 * Reads the times of a session as a store returns them: `null` and nothing at all are absent ones, and what cannot be an
 * instant is refused by name. Most times are numbers already, and are handed back as they are.
 */
export function readTimes(given: unknown): SessionTimes | FactRefusal {
  return arePlain(given) ? given : readLong(given);
}
