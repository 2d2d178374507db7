import { describe, expect, it } from "vitest";
import type { Inbound, UnreadReason } from "../../src/index.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";
import { platforms, type ReaderName } from "./platforms.ts";

/** A recorded payload, why it is what it is, and where it was written or why it says nothing. */
export type Recorded = readonly [
  name: string,
  why: string,
  expected: Omit<Inbound, "channel"> | UnreadReason,
  options?: object,
];

/** Holds a reader to what it makes of every recorded payload of its platform. */
export function describeRecorded(reader: ReaderName, rows: readonly Recorded[]): void {
  const { channel, fixtures, read } = platforms[reader];
  const cases = rows.map(([name, why, expected, options = {}]) => ({ name, why, expected, options }));
  describe(`the recorded payloads of ${platforms[reader].name}`, () => {
    it.each(cases)("$name: $why", ({ expected, name, options }) => {
      const reading = read(fixture(fixtures, name), { account: "work", ...options });
      const where = typeof expected === "string" ? expected : { channel, account: "work", ...expected };
      expect(reading.ok ? placeOf(reading.inbound) : reading.reason).toEqual(where);
    });

    it("has a row for every recorded payload", () => {
      expect([...new Set(rows.map(([name]) => name))].sort()).toEqual(fixtureNames(fixtures));
    });
  });
}
