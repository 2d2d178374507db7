import type { Played } from "./play.ts";

/** What a time line shows: from the hour before a script begins to after its last end, no further than two days after it. */
export function spanOf(
  { end, sessions }: Played,
  start: number,
): { readonly from: number; readonly to: number } {
  const hour = 3_600_000;
  const ends = sessions.flatMap(({ conversations }) => conversations.map(({ next }) => next?.at ?? end));
  const last = Math.min(Math.max(end, ...ends), end + 48 * hour);
  const length = Math.max(last - start, hour);
  return { from: start - length * 0.03, to: last + length * 0.08 };
}
