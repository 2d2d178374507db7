import type { ResetPolicy } from "../../lifecycle/reset/policy.ts";
import type { SessionTimes } from "../../lifecycle/session-entry.ts";

/** A session's times, and the instant at which it is asked about. */
export interface SessionMoment {
  /** What a store has of the session's life. */
  readonly times: SessionTimes;
  /** The instant, in epoch milliseconds. */
  readonly now: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** An ordinary day: no zone has changed its offset the day before, or does the day after. */
export const ordinaryNoon = Date.UTC(2026, 0, 15, 12);

/** The ages at which a session may come under another part of a policy. */
function limitsOf(policies: readonly ResetPolicy[]): readonly number[] {
  const limits = policies
    .flatMap(({ idleMinutes, maxAgeMinutes, graceMinutes }) => [idleMinutes, maxAgeMinutes, graceMinutes])
    .filter((minutes) => minutes !== undefined)
    .map((minutes) => minutes * minute);
  return [...new Set([0, ...limits])].sort((a, b) => a - b);
}

/** Each age, and the next one: whether a limit has passed is decided between the two. */
function aroundEach(ages: readonly number[]): readonly number[] {
  return [...new Set(ages.flatMap((age) => [age, age + 1]))];
}

/**
 * The moments that can tell reset policies apart on days without a change of the offset: a session is
 * stale by whether limits of its age and of its silence have passed, and whether the day's hour has,
 * so that one moment is enough for every order of these.
 *
 * @param boundaries - Of each policy with a daily hour, the last boundary before `ordinaryNoon`.
 */
export function* momentsToldApart(
  policies: readonly ResetPolicy[],
  boundaries: readonly number[],
): Generator<SessionMoment> {
  const limits = limitsOf(policies);
  const oldest = Math.max(...limits) + 2 * day;
  const sinceBoundary = aroundEach(limits.filter((limit) => limit < day));
  const nows = new Set([
    ordinaryNoon,
    ...boundaries.flatMap((boundary) => sinceBoundary.map((age) => boundary + age)),
  ]);
  for (const now of nows) {
    // Before its first minute a day's boundary is that of the day before.
    const passed = boundaries.map((boundary) => (((now - boundary) % day) + day) % day);
    const ages = aroundEach([...limits, ...passed]);
    for (const age of [...ages, oldest])
      for (const silence of [...ages, age])
        if (silence <= age) {
          const last = now - silence;
          yield { times: { sessionStartedAt: now - age, lastInteractionAt: last, updatedAt: last }, now };
        }
  }
}
