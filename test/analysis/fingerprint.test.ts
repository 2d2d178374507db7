import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { policyFingerprint } from "../../src/analysis/fingerprint.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy } from "../../src/parse-policy.ts";

function fingerprint(source: string | ConfigInput, edition: Edition = "2026-11", timeZone = "UTC"): string {
  return policyFingerprint(parsePolicy(source, { edition, timeZone }));
}

/** The same data with every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

const base =
  "{ session: { dmScope: 'per-peer', reset: { mode: 'idle', idleMinutes: 5 } }, channels: { telegram: {} } }";

describe("the fingerprint of a policy", () => {
  it.each([
    ["comments and spelling", `// mine\n${base.replaceAll("'", '"')}`],
    [
      "the order of keys",
      "{ channels: { telegram: {} }, session: { reset: { idleMinutes: 5, mode: 'idle' }, dmScope: 'per-peer' } }",
    ],
    ["a scope that goes without saying", base.replace("dmScope", "scope: 'per-sender', dmScope")],
    ["an admission that goes without saying", base.replace("telegram: {", "telegram: { dmPolicy: 'pairing'")],
    [
      "a visibility that goes without saying",
      base.replace("{", "{ tools: { sessions: { visibility: 'tree' } },"),
    ],
  ])("does not depend on %s", (_, other) => {
    expect(fingerprint(other)).toBe(fingerprint(base));
  });

  it.each([
    ["another value", base.replace("per-peer", "main")],
    ["an empty reset, which resets daily in releases", base.replace("mode: 'idle', idleMinutes: 5", "")],
    ["a channel more", base.replace("telegram: {}", "telegram: {}, discord: {}")],
    ["another list order", "{ channels: { telegram: { allowFrom: ['2', '1'] } } }"],
  ])("tells %s", (_, other) => {
    expect(fingerprint(other)).not.toBe(fingerprint(base));
  });

  it("tells the edition and the zone", () => {
    expect(fingerprint("{}", "openclaw@2026.9.6")).not.toBe(fingerprint("{}"));
    expect(fingerprint("{}", "2026-11", "Europe/Berlin")).not.toBe(fingerprint("{}"));
  });

  it("takes for granted what its edition does", () => {
    const all = "{ tools: { sessions: { visibility: 'all' } } }";
    expect(fingerprint(all, "openclaw@2026.9.6")).toBe(fingerprint("{}", "openclaw@2026.9.6"));
    expect(fingerprint(all, "openclaw@2026.3.7")).not.toBe(fingerprint("{}", "openclaw@2026.3.7"));
  });

  it("is 64 hexadecimal digits, whatever the host keeps beside", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (own) => {
        const config = { models: { own } } as ConfigInput;
        expect(fingerprint(config)).toMatch(/^[0-9a-f]{64}$/);
        expect(fingerprint(reversed(config) as ConfigInput)).toBe(fingerprint(config));
      }),
    );
  });
});
