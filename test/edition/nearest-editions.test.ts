import { describe, expect, it } from "vitest";
import { editions } from "../../src/edition/edition.ts";
import { nearestEditions } from "../../src/edition/nearest-editions.ts";

describe("the editions that come nearest to an unknown name", () => {
  it.each([
    [
      "openclaw@2026.3.6",
      ["openclaw@2026.3.7", "openclaw@2026.3.8", "openclaw@2026.3.2"],
      "a release between two",
    ],
    ["openclaw@2026.2.6", ["openclaw@2026.2.6-3"], "one that was rebuilt"],
    ["v2026.9.6", ["openclaw@2026.9.6"], "another prefix"],
    ["2026-10", ["openclaw@2026.9.6"], "a month without an edition"],
    ["latest", editions.slice(-2), "no release at all"],
  ])("%s: %j, %s", (name, expected) => {
    expect(nearestEditions(name)).toEqual(expect.arrayContaining(expected));
    expect(nearestEditions(name).length).toBeLessThanOrEqual(3);
  });
});
