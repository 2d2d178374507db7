/** What a host stores of a session's life, in epoch milliseconds; anything may be missing. */
export interface SessionTimes {
  /** When the conversation began; the daily hour and the greatest age look at it. */
  readonly sessionStartedAt?: number;
  /** When a person last wrote; the idle window looks at it. */
  readonly lastInteractionAt?: number;
  /** When anything last happened, heartbeats included; stands in for the others where they are missing. */
  readonly updatedAt?: number;
}

/** Tells whether a stored time is one: a finite number, not negative, and not after `latest`. */
export function isPastTime(time: number | undefined, latest: number): time is number {
  return typeof time === "number" && time >= 0 && time <= latest && time !== Infinity;
}
