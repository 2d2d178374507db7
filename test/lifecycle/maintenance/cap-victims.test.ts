import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { entryHighWater, placesByTime, settleTies } from "../../../src/lifecycle/maintenance/cap-victims.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

// Whole milliseconds, and what does not fit into the same number: fractions, extremes, never.
const time = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0.5, -1, 8.64e15, Number.MAX_SAFE_INTEGER, Number.NEGATIVE_INFINITY),
  },
);
const list: fc.Arbitrary<readonly number[]> = fc.array(time);

function sorted(times: readonly number[], tie: (a: number, b: number) => number): readonly number[] {
  const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
  return times
    .map((at, place) => ({ at, place }))
    .sort((a, b) => compare(a.at, b.at) || tie(a.place, b.place))
    .map(({ place }) => place);
}

describe("placesByTime", () => {
  it("gives what sorting with a comparison gives", () => {
    fc.assert(
      fc.property(list, (times) => {
        expect(placesByTime(times)).toEqual(sorted(times, (a, b) => b - a));
      }),
      { numRuns },
    );
  });
});

describe("settleTies", () => {
  it("orders those of equal time among themselves and moves nothing else", () => {
    fc.assert(
      fc.property(list, (times) => {
        const settled = settleTies(placesByTime(times), times, (a, b) => a - b);
        expect(settled).toEqual(sorted(times, (a, b) => a - b));
      }),
      { numRuns },
    );
  });
});

describe("entryHighWater", () => {
  it.each<readonly [edition: Edition, maxEntries: number, highWater: number]>([
    ["openclaw@2026.4.25", 500, 501],
    ["2026-11", 1, 2],
    ["2026-11", 49, 50],
    ["2026-11", 50, 75],
    ["2026-11", 250, 275],
    ["2026-11", 251, 277],
    ["2026-11", 5000, 5500],
    ["2026-11", 0, 1],
    ["2026-11", -1, 1],
    ["2026-11", Number.NaN, 1],
  ])("%s: a cap of %d is applied from %d sessions on", (edition, maxEntries, highWater) => {
    expect(entryHighWater(maxEntries, behavioursOf(edition))).toBe(highWater);
  });
});
