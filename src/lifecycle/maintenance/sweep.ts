import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../reset/evaluate-reset.ts";
import type { ResetTarget } from "../reset/target.ts";
import type { SessionTimes } from "../session-times.ts";

/** What a store keeps of a session: which one it is, and its times. */
export type SweepEntry = ResetTarget & SessionTimes;

/**
 * Yields the entries whose session is stale, one by one as they are asked for. It changes nothing;
 * why one is stale, `evaluateReset(entry, entry, policy, now)` tells.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 1 } } }, { edition: "2026-11" });
 * const store = [{ key: "agent:main:main", updatedAt: 1 }, { key: "agent:work:main", updatedAt: 90_000 }];
 * [...sweep(store, policy, 100_000)].map(({ key }) => key); //=> ["agent:main:main"]
 * ```
 */
export function* sweep<Entry extends SweepEntry>(
  entries: Iterable<Entry>,
  policy: Policy,
  now: number,
): Generator<Entry, void, undefined> {
  for (const entry of entries) if (!evaluateReset(entry, entry, policy, now).fresh) yield entry;
}
