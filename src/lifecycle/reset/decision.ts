import type { ResetPolicy } from "./policy.ts";
import type { ResetType } from "./type.ts";

/** What ends a session of itself. */
export type ResetCause = "daily" | "idle" | "max-age";

/**
 * Why a session is fresh or not.
 * - `none`: nothing has ended it.
 * - `system-event`: it is a system event that asks, and those end nothing.
 * - `manual`: it is marked for a reset (`updatedAt: 0`).
 * - `missing-times`: none of its times is known (`2026-11`).
 * - `invalid-clock`: `now` is no number (`2026-11`).
 * - `unresolved-session`: the inbound belongs to no session.
 */
export type ResetReason =
  ResetCause | "none" | "system-event" | "manual" | "missing-times" | "invalid-clock" | "unresolved-session";

/** Whether a session goes on, why, and when it will end if nothing happens. */
export interface EvaluatedReset {
  readonly kind: "reset";
  readonly fresh: boolean;
  readonly reason: Exclude<ResetReason, "unresolved-session">;
  /** The first instant at which it was stale; absent where its beginning is not known. */
  readonly staleSince?: number;
  /** The first instant at which it will be stale; absent when it is already, or never will be. */
  readonly nextResetAt?: number;
  readonly nextResetBy?: ResetCause;
  /** The latest daily boundary; a session that started before it has passed it. */
  readonly dailyResetAt?: number;
  /** The last instant within the idle window. */
  readonly idleExpiresAt?: number;
  readonly resetType: ResetType;
  readonly policy: ResetPolicy;
}

/** The answer for an inbound that belongs to no session. */
export interface UnresolvedReset {
  readonly kind: "reset";
  readonly fresh: false;
  readonly reason: "unresolved-session";
  readonly staleSince?: never;
  readonly nextResetAt?: never;
  readonly nextResetBy?: never;
  readonly dailyResetAt?: never;
  readonly idleExpiresAt?: never;
  readonly resetType?: never;
  readonly policy?: never;
}

/** Whether a session goes on, with the reason. */
export type ResetDecision = EvaluatedReset | UnresolvedReset;
