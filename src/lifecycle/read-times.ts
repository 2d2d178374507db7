import { isGiven } from "../scope/facts/plain.ts";
import type { FactRefusal } from "../scope/facts/read-facts.ts";
import type { SessionTimes } from "./session-entry.ts";

const names = [
  "sessionStartedAt",
  "lastInteractionAt",
  "updatedAt",
] as const satisfies readonly (keyof SessionTimes)[];

const decimal = /^-?\d+$/;

/**
 * Reads an instant as databases and hosts tell it: epoch milliseconds as a number, a `bigint` or decimal text, or a `Date`.
 * Undefined for anything else; a number that is no date stays one, because editions differ in what they make of it.
 */
export function readTime(told: unknown): number | undefined {
  if (typeof told === "number") return told;
  if (typeof told === "bigint" || (typeof told === "string" && decimal.test(told))) return Number(told);
  return told instanceof Date ? told.getTime() : undefined;
}

/** The instant at which something is asked; one that cannot be read comes before none and after none. */
export function readNow(told: unknown): number {
  return readTime(told) ?? NaN;
}

function isNumberOrNone(told: unknown): boolean {
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
  for (const name of names) {
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
