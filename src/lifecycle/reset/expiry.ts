import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isObject } from "../../config/is-object.ts";
import type { ResetDecision } from "./decision.ts";

/** When a store may drop a session. Nothing is defined for a session that never ends. */
export interface Expiry {
  /** The first instant at which it is stale, in epoch milliseconds. */
  readonly expiresAt?: number;
  /** How long until then; 0 for a session that is stale already. */
  readonly ttlMs?: number;
  /** The same in whole seconds, rounded up: a store never drops a session that is still fresh. */
  readonly ttlSeconds?: number;
}

/**
 * Tells a store how long to keep a session, in the units of Redis, grammY and Bolt. A stale session
 * has 0 left: delete it, because Redis refuses `EX 0`. One that never ends has no `ttlMs`: keep it
 * without a limit.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, { edition: "2026-11" });
 * const decision = evaluateReset({ sessionStartedAt: 0, lastInteractionAt: 60_000 }, { key: "agent:main:main" }, policy, 60_000);
 * toExpiry(decision, 60_000); //=> { expiresAt: 1_860_001, ttlMs: 1_800_001, ttlSeconds: 1801 }
 * ```
 */
export function toExpiry(decision: ResetDecision, now: number): Expiry {
  if (isPolluted()) return unpolluted(toExpiry, decision, now);
  // What is no decision tells of no session that goes on.
  if (!isObject(decision)) return { expiresAt: now, ttlMs: 0, ttlSeconds: 0 };
  if (!decision.fresh) return { expiresAt: decision.staleSince ?? now, ttlMs: 0, ttlSeconds: 0 };
  if (decision.nextResetAt === undefined) return {};
  const ttlMs = Math.max(0, decision.nextResetAt - now);
  return { expiresAt: decision.nextResetAt, ttlMs, ttlSeconds: Math.ceil(ttlMs / 1000) };
}
