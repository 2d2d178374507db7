import { describe, expect, it } from "vitest";
import { comparePolicies, type KindComparisons } from "../../../src/analysis/compare/compare.ts";
import type { UnprovenCause } from "../../../src/analysis/compare/verdict.ts";
import { explain } from "../../../src/explain.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const ours = "2026-11";
const policyOf = (config: ConfigInput, edition: Edition = ours) =>
  parsePolicy(config, { edition, timeZone: "UTC" });

const patterns = Array.from({ length: 200 }, (_, index) => `*a${index}*`);
const daily = (timeZone: string) => policyOf({ session: { reset: { mode: "daily", atHour: 4, timeZone } } });
const rooms = (requireMention: boolean) =>
  policyOf({
    channels: {
      discord: {
        groupPolicy: "open",
        guilds: Object.fromEntries(
          Array.from({ length: 60 }, (_, guild) => [
            String(guild),
            {
              requireMention,
              channels: Object.fromEntries(
                Array.from({ length: 3 }, (_, channel) => [`${guild}0${channel}`, { enabled: true }]),
              ),
            },
          ]),
        ),
      },
    },
  });

/** Of each cause two policies of which it leaves a kind unproven, and how that is said. */
const unproven: Readonly<
  Record<
    UnprovenCause,
    readonly [keyof KindComparisons, ReturnType<typeof policyOf>, ReturnType<typeof policyOf>, string]
  >
> = {
  "editions-differ": [
    "send",
    policyOf({}, "openclaw@2026.3.7"),
    policyOf({}, ours),
    "each edition reads questions in its own way",
  ],
  "too-many-patterns": [
    "tool",
    policyOf({ tools: { deny: patterns } }),
    policyOf({ tools: { deny: patterns.toReversed() } }),
    "there are too many names and patterns to check them all",
  ],
  "too-many-rooms": [
    "access",
    rooms(true),
    rooms(true),
    "there are too many rooms and people to check every combination",
  ],
  "days-out-of-step": [
    "reset",
    daily("Europe/Berlin"),
    daily("Europe/Paris"),
    "the hours at which their days begin are not the same distance apart all year",
  ],
  "facts-differ": [
    "memory-search",
    policyOf({ memory: { qmd: { scope: { default: "allow" } } } }, "openclaw@2026.3.7"),
    uncheckedPolicy(
      { agents: { defaults: { memorySearch: { scope: { default: "allow" } } } } },
      "openclaw@2026.3.7",
    ),
    "one of them asks only the key, the other also what the host says",
  ],
  "not-read": [
    "tool",
    policyOf({}),
    policyOf({ gateway: { tools: { deny: ["exec"] } } }),
    "not read: gateway.tools, which decides which tools requests over HTTP may use",
  ],
};

describe("a verdict that is not proven", () => {
  it.each(Object.entries(unproven))("says so: %s", (cause, [kind, from, to, sentence]) => {
    const comparison = comparePolicies(from, to);
    const { exact, unproven } = comparison.byKind[kind];
    expect(exact).toBe(false);
    expect(unproven).toContain(cause);
    expect(explain(comparison)).toContain(sentence);
  });

  it("says nothing where it is proven", () => {
    for (const comparison of Object.values(comparePolicies(policyOf({}), policyOf({})).byKind))
      expect(comparison).not.toHaveProperty("unproven");
  });
});
