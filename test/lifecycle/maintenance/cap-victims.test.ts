import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { entryHighWater } from "../../../src/lifecycle/maintenance/cap-victims.ts";

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
