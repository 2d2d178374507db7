import type { Behaviours } from "../edition/edition.ts";
import { once } from "../edition/once.ts";
import type { SessionTimes } from "./session-times.ts";

/** A write of an entry. */
export interface EntryWrite {
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
export const updatedAtRule = once((behaviours: Behaviours): UpdatedAtRule => {
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
