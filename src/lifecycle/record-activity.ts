import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { demandPolicy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { once } from "../edition/once.ts";
import type { Policy } from "../config/policy.ts";
import { isGiven } from "../scope/facts/plain.ts";
import { isRefused } from "../scope/facts/read-facts.ts";
import { readTime, readTimes } from "./read-times.ts";
import { isSystemEvent, type ActivityKind, isPastTime, type SessionTimes } from "./session-entry.ts";

/** Something that happened in a session. */
export interface ActivityEvent {
  /** What happened: a message of a person's, or something that the host did of itself. */
  readonly kind: ActivityKind;
  /** When, by the host's clock, in epoch milliseconds. */
  readonly at: number;
}

interface ActivityRules {
  readonly afterMessage: (times: SessionTimes, at: number) => SessionTimes;
  readonly afterSystemEvent: (times: SessionTimes, at: number) => SessionTimes;
}

function isNew({ sessionStartedAt, lastInteractionAt, updatedAt }: SessionTimes): boolean {
  // Stores also keep `null`.
  return [sessionStartedAt, lastInteractionAt, updatedAt].every((time) => typeof time !== "number");
}

const activityRules = /* @__PURE__ */ once((behaviours: Behaviours): ActivityRules => {
  const updatedAt = updatedAtRule(behaviours);
  const touch = (times: SessionTimes, at: number): SessionTimes => ({
    ...times,
    updatedAt: updatedAt(times, { now: at }),
  });
  // Before 2026.4.25 entries have no other time, and whatever happens moves it.
  if (!behaviours.has("separate-reset-clocks")) return { afterMessage: touch, afterSystemEvent: touch };
  const begin = (times: SessionTimes, at: number): SessionTimes =>
    isNew(times) ? { sessionStartedAt: at, updatedAt: at } : touch(times, at);
  const afterMessage = (times: SessionTimes, at: number): SessionTimes => ({
    ...begin(times, at),
    lastInteractionAt: at,
  });
  if (!behaviours.has("system-events-keep-anchors")) return { afterMessage, afterSystemEvent: begin };
  return {
    afterMessage(times, at) {
      const { sessionStartedAt = times.updatedAt } = times;
      const begun = isPastTime(sessionStartedAt, at) ? sessionStartedAt : at;
      return { ...afterMessage(times, at), sessionStartedAt: begun };
    },
    afterSystemEvent(times, at) {
      if (isNew(times)) return begin(times, at);
      // What updatedAt stood in for is written down before updatedAt moves; where nothing is known, nothing moves.
      const { sessionStartedAt = times.updatedAt } = times;
      if (!isPastTime(sessionStartedAt, at) || times.updatedAt === 0) return times;
      return { ...touch(times, at), sessionStartedAt };
    },
  };
});

/**
 * Writes down that something happened in a session: the times to store in place of `times`. Pass
 * `{}` when a session begins or begins anew.
 *
 * Messages of users and channels extend a session's life; heartbeats, cron, exec and system events
 * do not, from 2026.4.25 on: they move `updatedAt` alone. Before, `updatedAt` is the only time and
 * everything moves it. From then up to 2026.9.6 a system event still prolongs a session of which
 * `updatedAt` alone is known; under `2026-11` never. An `at` that is no date leaves the times as they are.
 * Times are read as `evaluateReset` reads them; those that it would refuse are those of a session that begins.
 *
 * @example
 * ```ts
 * const policy = parsePolicy("{}", { edition: "2026-11" });
 * const times = recordActivity({}, { kind: "user-message", at: 1000 }, policy);
 * times; //=> { sessionStartedAt: 1000, lastInteractionAt: 1000, updatedAt: 1000 }
 * recordActivity(times, { kind: "heartbeat", at: 2000 }, policy).lastInteractionAt; //=> 1000
 * ```
 */
export function recordActivity(
  times: SessionTimes | null | undefined,
  event: ActivityEvent,
  policy: Policy,
): SessionTimes {
  if (isPolluted()) return unpolluted(recordActivity, times, event, policy);
  demandPolicy(policy);
  const read = readTimes(times);
  const stored = isRefused(read) ? {} : read;
  const at = isGiven(event) ? readTime(event.at) : undefined;
  if (!isPastTime(at, Infinity)) return stored;
  const rules = activityRules(policy.behaviours);
  return isSystemEvent(event.kind) ? rules.afterSystemEvent(stored, at) : rules.afterMessage(stored, at);
}

/** A write of an entry. */
interface EntryWrite {
  readonly now: number;
  /** The `updatedAt` that the writer brings. */
  readonly proposed?: number | undefined;
  /** Whether the write is no activity; known since 2026.3.2. */
  readonly preserve?: boolean;
}

type UpdatedAtRule = (entry: Pick<SessionTimes, "updatedAt"> | undefined, write: EntryWrite) => number;

/**
 * The `updatedAt` of an entry after a write: the latest of what is known. From 2026.4.27 on it is
 * never later than the present. `entry` is undefined where there was none.
 */
export const updatedAtRule = /* @__PURE__ */ once((behaviours: Behaviours): UpdatedAtRule => {
  const capped = behaviours.has("future-times-missing");
  const preserves = behaviours.has("writes-without-activity");
  return (entry, { now, proposed, preserve = false }) => {
    const merged =
      preserve && preserves && entry !== undefined
        ? (entry.updatedAt ?? proposed ?? now)
        : Math.max(entry?.updatedAt ?? 0, proposed ?? 0, now);
    return capped ? Math.min(merged, now) : merged;
  };
});
