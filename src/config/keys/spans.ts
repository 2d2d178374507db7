import { releases } from "./read-lists.ts";

/** Releases, by their first and last ones; without a last one, up to the newest. */
export type Span = readonly [first: string, last?: string];

/** Whether a list of keys is one of these releases'. */
export function within(spans: readonly Span[], time: number): boolean {
  return spans.some(
    ([first, last]) =>
      releases.indexOf(first) <= time && (last === undefined || time <= releases.indexOf(last)),
  );
}
