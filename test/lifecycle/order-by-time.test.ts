import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderByTime, orderTies } from "../../src/lifecycle/order-by-time.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

interface Stamped {
  readonly time: number;
  readonly name: string;
}

// Whole milliseconds, and what does not fit into the same number: fractions, extremes, never.
const time = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0.5, -1, 8.64e15, Number.MAX_SAFE_INTEGER, Number.NEGATIVE_INFINITY),
  },
);
const list: fc.Arbitrary<readonly Stamped[]> = fc.array(
  fc.record({ time, name: fc.string({ maxLength: 2 }) }),
);
const timeOf = (item: Stamped) => item.time;
const byName = (a: Stamped, b: Stamped) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const byTime = (a: Stamped, b: Stamped) => (a.time === b.time ? 0 : a.time - b.time);

describe("orderByTime", () => {
  it("gives what a stable sort with a comparison gives", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(orderByTime(items, timeOf)).toEqual([...items].sort(byTime));
      }),
      { numRuns },
    );
  });
});

describe("orderTies", () => {
  it("orders equals among themselves and moves nothing else", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(orderTies(orderByTime(items, timeOf), timeOf, byName)).toEqual(
          [...items].sort((a, b) => byTime(a, b) || byName(a, b)),
        );
      }),
      { numRuns },
    );
  });
});
