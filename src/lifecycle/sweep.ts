import { isPolluted, unpolluted, unpollutedSteps } from "../edition/unpolluted.ts";
import { isStream, objectsOf } from "../config/given.ts";
import { isObject } from "../config/is-object.ts";
import { demandPolicy, type Policy } from "../config/policy.ts";
import { instantFor } from "./clock-skew.ts";
import { isNumberOrNone, readNow } from "./read-times.ts";
import type { ResetReason } from "./reset/decision.ts";
import { evaluateReset } from "./reset/evaluate-reset.ts";
import type { ResetTarget } from "./reset/target.ts";
import type { SessionTimes } from "./session-entry.ts";
import { areTimes, sessionTimesOf, type StoredTimes } from "./session-times-of.ts";

/** What a store keeps of a session: which one it is, and its times. */
export type SweepEntry = ResetTarget & StoredTimes;

/** Whether a reason says that a session has ended, and not that nobody can tell. */
export const hasEnded: Readonly<Record<ResetReason, boolean>> = {
  daily: true,
  idle: true,
  "max-age": true,
  manual: true,
  none: false,
  "system-event": false,
  "missing-times": false,
  "invalid-clock": false,
  "unresolved-session": false,
  "malformed-request": false,
  "fact-mismatch": false,
};

function arePlainTimes(entry: SweepEntry): entry is SweepEntry & SessionTimes {
  const { lastInteractionAt, sessionStartedAt, updatedAt } = entry;
  return (
    typeof updatedAt === "number" && isNumberOrNone(lastInteractionAt) && isNumberOrNone(sessionStartedAt)
  );
}

function isStale(times: SessionTimes, entry: SweepEntry, policy: Policy, now: number): boolean {
  return hasEnded[evaluateReset(times, entry, policy, instantFor(times, now)).reason];
}

function isOver(entry: SweepEntry, policy: Policy, now: number): boolean {
  if (isPolluted()) return unpolluted(isOver, entry, policy, now);
  // Most stores tell their times as they are told here.
  if (arePlainTimes(entry)) return isStale(entry, entry, policy, now);
  const times = sessionTimesOf(entry);
  return areTimes(times) && Object.keys(times).length > 0 && isStale(times, entry, policy, now);
}

function* sweepList<Entry extends SweepEntry>(
  entries: Iterable<Entry>,
  policy: Policy,
  now: number,
): Generator<Entry, void, undefined> {
  if (isPolluted()) return yield* unpollutedSteps(sweepList, entries, policy, now);
  for (const entry of objectsOf(entries)) if (isOver(entry, policy, now)) yield entry;
}

async function* sweepStream<Entry extends SweepEntry>(
  entries: AsyncIterable<Entry>,
  policy: Policy,
  now: number,
): AsyncGenerator<Entry, void, undefined> {
  for await (const entry of entries) if (isObject(entry) && isOver(entry, policy, now)) yield entry;
}

/**
 * Yields the entries whose session has ended, one by one as they are asked for: of a list, or of a stream as databases give
 * them. It changes nothing; why one has ended, `evaluateReset(entry, entry, policy, now)` tells.
 *
 * Times are read as `sessionTimesOf` reads them. An entry of which nobody can tell whether it has ended is not yielded: its
 * times cannot be read or are not there, it names no session, or `now` is no instant. One that another machine wrote,
 * whose clock is up to a minute ahead, is taken for written just now.
 *
 * @param now - The current instant in epoch milliseconds.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 1 } } }, { edition: "2026-11" });
 * const store = [{ key: "agent:main:main", updatedAt: 1 }, { key: "agent:work:main", updatedAt: 90_000 }];
 * [...sweep(store, policy, 100_000)].map(({ key }) => key); //=> ["agent:main:main"]
 * [...sweep([{ key: "agent:main:main", updatedAt: "long ago" }], policy, 100_000)]; //=> []
 * ```
 */
export function sweep<Entry extends SweepEntry>(
  entries: AsyncIterable<Entry>,
  policy: Policy,
  now: number,
): AsyncGenerator<Entry, void, undefined>;
export function sweep<Entry extends SweepEntry>(
  entries: Iterable<Entry>,
  policy: Policy,
  now: number,
): Generator<Entry, void, undefined>;
export function sweep<Entry extends SweepEntry>(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  policy: Policy,
  now: number,
): Generator<Entry, void, undefined> | AsyncGenerator<Entry, void, undefined> {
  if (isPolluted()) return unpolluted(sweepAny, entries, policy, now);
  return sweepAny(entries, policy, now);
}

function sweepAny<Entry extends SweepEntry>(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  policy: Policy,
  now: number,
): Generator<Entry, void, undefined> | AsyncGenerator<Entry, void, undefined> {
  demandPolicy(policy);
  const instant = readNow(now);
  return isStream(entries) ? sweepStream(entries, policy, instant) : sweepList(entries, policy, instant);
}

/** Reads the page of a store that follows an entry; the first one without it. */
type ReadPage<Entry> = (after: Entry | undefined) => readonly Entry[] | Promise<readonly Entry[]>;

/**
 * Yields, page by page, the entries whose session has ended. Each page is read to its end before anything of it is yielded,
 * so that a host may delete what it gets: no cursor is open meanwhile. A page without any is passed over, and the sweep
 * ends with an empty page.
 *
 * @param readPage - Reads the page that follows an entry, in an order of the host's, such as by key; the first without one.
 * Entries that were deleted meanwhile change nothing, where the host asks for keys after the last one.
 * @param now - The current instant in epoch milliseconds.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 1 } } }, { edition: "2026-11" });
 * const rows = ["agent:a:main", "agent:b:main", "agent:c:main"].map((key) => ({ key, updatedAt: 1 }));
 * const pageAfter = (last?: { key: string }) => rows.filter(({ key }) => key > (last?.key ?? "")).slice(0, 2);
 * const pages: string[][] = [];
 * for await (const page of sweepPages(pageAfter, policy, 100_000)) pages.push(page.map(({ key }) => key));
 * pages; //=> [["agent:a:main", "agent:b:main"], ["agent:c:main"]]
 * ```
 */
export function sweepPages<Entry extends SweepEntry>(
  readPage: ReadPage<Entry>,
  policy: Policy,
  now: number,
): AsyncGenerator<readonly Entry[], void, undefined> {
  if (isPolluted()) return unpolluted(sweepPages<Entry>, readPage, policy, now);
  demandPolicy(policy);
  return sweepEach(readPage, policy, readNow(now));
}

async function* sweepEach<Entry extends SweepEntry>(
  readPage: ReadPage<Entry>,
  policy: Policy,
  now: number,
): AsyncGenerator<readonly Entry[], void, undefined> {
  let last: Entry | undefined;
  for (;;) {
    const page = await readPage(last);
    if (page.length === 0) return;
    const over = [...sweepList(page, policy, now)];
    if (over.length > 0) yield over;
    last = page.at(-1);
  }
}
