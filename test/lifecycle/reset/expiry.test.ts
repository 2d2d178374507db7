import { describe, expect, it } from "vitest";
import { evaluateReset, parsePolicy, toExpiry } from "../../../src/index.ts";

const minute = 60_000;
const policy = parsePolicy(
  { session: { reset: { mode: "idle", idleMinutes: 30 } } },
  { edition: "2026-11", timeZone: "UTC" },
);
const key = "agent:main:main";

describe("what a store may drop", () => {
  const at = (lastInteractionAt: number) => ({ sessionStartedAt: 1, lastInteractionAt });
  const never = parsePolicy({ session: { reset: { mode: "none" } } }, { edition: "2026-11" });

  it.each([
    [
      "a fresh session, when it ends",
      policy,
      at(10 * minute),
      20 * minute,
      { expiresAt: 40 * minute + 1, ttlMs: 20 * minute + 1, ttlSeconds: 1201 },
    ],
    [
      "a stale one, at once",
      policy,
      at(10 * minute),
      50 * minute,
      { expiresAt: 40 * minute + 1, ttlMs: 0, ttlSeconds: 0 },
    ],
    [
      "one whose times are not known, at once",
      policy,
      {},
      50 * minute,
      { expiresAt: 50 * minute, ttlMs: 0, ttlSeconds: 0 },
    ],
    ["one that never ends, never", never, at(1), 50 * minute, {}],
  ])("%s", (_, under, times, now, expected) => {
    expect(toExpiry(evaluateReset(times, { key }, under, now), now)).toEqual(expected);
  });

  it("has no time left when it is asked late", () => {
    const decision = evaluateReset(at(10 * minute), { key }, policy, 20 * minute);
    expect(toExpiry(decision, 60 * minute)).toMatchObject({ ttlMs: 0, ttlSeconds: 0 });
  });
});
