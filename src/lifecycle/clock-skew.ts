import type { SessionTimes } from "./session-entry.ts";

/** So far apart the clocks of two machines may be. */
const skewMs = 60_000;

/**
 * The instant at which to ask about a session: the host's, unless another worker, whose clock is a little ahead, has just
 * written a later one. Releases take a time that lies ahead for none at all, and the session for one that has ended.
 */
export function instantFor(times: SessionTimes, now: number): number {
  const { lastInteractionAt = 0, sessionStartedAt = 0, updatedAt = 0 } = times;
  const latest = Math.max(lastInteractionAt, sessionStartedAt, updatedAt);
  return latest > now && latest - now <= skewMs ? latest : now;
}
