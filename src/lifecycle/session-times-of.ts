import { lowerCase } from "../edition/lower-case.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { isGiven } from "../scope/facts/plain.ts";
import { isPastTime, type SessionTimes, sessionTimeNames } from "./session-entry.ts";
import { readTime } from "./read-times.ts";

/** A time as a store may return it: epoch milliseconds in any spelling, a `Date`, or ISO 8601 with an offset. */
export type StoredTime = number | bigint | string | Date | null;

/** The times of a session as a store may return them. */
export type StoredTimes = { readonly [Name in keyof SessionTimes]?: StoredTime };

/** A row whose times cannot be read: a session of which nobody may say that it has ended. */
export interface MalformedTimes {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "times";
  /** False: there are no times to judge by. */
  readonly ok: false;
  /** Always this: a time is there and is none. */
  readonly reason: "malformed-times";
  /** The fields that are at fault, as the row spells them; `times` where it is no row. */
  readonly facts: readonly string[];
}

/** The last instant that a `Date` can hold. */
const lastInstant = 8.64e15;

/** How a row may call a time: as it is, in the words of SQL, and as SQL folds it. */
const spellings = sessionTimeNames.map(
  (name) =>
    [name, [name, name.replace(/[A-Z]/g, (letter) => `_${lowerCase(letter)}`), lowerCase(name)]] as const,
);

/** Whether something can be a row; what a store promises is none, nor is a whole list. */
function isRow(given: unknown): given is Readonly<Record<string, unknown>> {
  if (!isGiven(given) || Array.isArray(given)) return false;
  return !("then" in given || given instanceof Map || given instanceof Set || given instanceof Date);
}

/**
 * Reads the times of a session out of a row, as stores return them: epoch milliseconds as a number, a `bigint` or decimal text, a
 * `Date`, or a date and time with its offset as ISO 8601 and SQL write them. Columns may be called `sessionStartedAt` or
 * `session_started_at`. `null` and what is not there are absent times, and whatever else the row holds is left out.
 *
 * What cannot be an instant is no absent one: the answer then is `malformed-times`, and names the fields. Nobody may say of
 * such a session that it has ended, and no sweep does.
 *
 * @param row - A row, or what a store returns where it has none.
 *
 * @example
 * ```ts
 * sessionTimesOf({ session_started_at: "1795946400000", updated_at: new Date(1795953600000), said: [] });
 * //=> { sessionStartedAt: 1795946400000, updatedAt: 1795953600000 }
 * sessionTimesOf({ updatedAt: "2026-11-29T12:00:00+01:00" }); //=> { updatedAt: 1795950000000 }
 * sessionTimesOf({ updatedAt: "yesterday" });
 * //=> { kind: "times", ok: false, reason: "malformed-times", facts: ["updatedAt"] }
 * ```
 */
export function sessionTimesOf(row: unknown): SessionTimes | MalformedTimes {
  if (isPolluted()) return unpolluted(sessionTimesOf, row);
  if (row === undefined || row === null) return {};
  if (!isRow(row)) return malformed(["times"]);
  const times: { -readonly [Name in keyof SessionTimes]: SessionTimes[Name] } = {};
  const faults: string[] = [];
  for (const [name, ways] of spellings)
    for (const way of ways) {
      const value = row[way];
      if (value === undefined || value === null) continue;
      const time = readTime(value);
      // Two columns that tell one time must tell the same.
      if (!isPastTime(time, lastInstant) || (times[name] ?? time) !== time) faults.push(way);
      else times[name] = time;
    }
  return faults.length > 0 ? malformed(faults) : times;
}

function malformed(facts: readonly string[]): MalformedTimes {
  return { kind: "times", ok: false, reason: "malformed-times", facts };
}

/** Tells times from a row whose times cannot be read. */
export function areTimes(read: SessionTimes | MalformedTimes): read is SessionTimes {
  return !("reason" in read);
}
