import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSend } from "../../src/analysis/compare-send.ts";
import type { RuleListConfig } from "../../src/config/config.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { evaluateSend, type SendRequest } from "../../src/policy/send.ts";
import { everyMix, searchDifferences } from "./compare-oracle.ts";

const prefixes = [
  "telegram:",
  "tele",
  "telegram:gr",
  "telegram:group:",
  "telegram:direct:7",
  "cron",
  "cron:j:r",
  "agent:",
  "agent:main:",
  "agent:m",
  "direct:",
  "global",
] as const;

function ruleLists(extended: boolean): fc.Arbitrary<RuleListConfig> {
  const match = fc
    .record(
      {
        channel: fc.constantFrom("telegram", "irc"),
        chatType: fc.constantFrom("direct", "group", "channel"),
        keyPrefix: fc.constantFrom(...prefixes),
        ...(extended && {
          rawKeyPrefix: fc.constantFrom(...prefixes),
          peer: fc.constantFrom("7", "8"),
          agent: fc.constantFrom("main", "work"),
          account: fc.constantFrom("default", "second"),
          thread: fc.constantFrom("1"),
        }),
      },
      { requiredKeys: [] },
    )
    .filter((fields) => Object.keys(fields).length > 0 && Object.keys(fields).length < 4);
  const rule = fc.record({ action: fc.constantFrom("allow", "deny"), match });
  return fc.record(
    { default: fc.constantFrom("allow", "deny"), rules: fc.array(rule, { maxLength: 5 }) },
    { requiredKeys: ["rules"] },
  ) as fc.Arbitrary<RuleListConfig>;
}

const keys = [
  "agent:main:main",
  "agent:work:main",
  "agent:main:telegram:direct:7",
  "agent:main:telegram:group:7",
  "agent:main:telegram:group:9:thread:1",
  "agent:main:telegram:second:group:7",
  "agent:other:irc:direct:7",
  "agent:main:direct:7",
  "agent:main:cron:j:run:r",
  "agent:main:telegramx",
  "global",
  "telegram:group:7",
  "x",
  "",
];

const sessions = everyMix<SendRequest>({
  key: keys,
  channel: [undefined, "telegram", "slack"],
  chatType: [undefined, "direct", "group", "channel"],
  peer: [undefined, "7", "9"],
  agentId: [undefined, "main", "other"],
  account: [undefined, "third"],
  thread: [undefined, "1"],
});

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

describe("compareSend", () => {
  it.each<[Edition, boolean, readonly SendRequest[]]>([
    ["2026-11", true, sessions],
    [
      "openclaw@2026.9.6",
      false,
      sessions.filter(({ peer, agentId, account, thread }) => !peer && !agentId && !account && !thread),
    ],
    [
      "openclaw@2026.3.7",
      false,
      sessions.filter(({ peer, agentId, account, thread }) => !peer && !agentId && !account && !thread),
    ],
  ])("agrees with a search of every session under %s", (edition, extended, universe) => {
    fc.assert(
      fc.property(ruleLists(extended), ruleLists(extended), (before, after) => {
        const from = parsePolicy({ session: { sendPolicy: before } }, { edition });
        const to = parsePolicy({ session: { sendPolicy: after } }, { edition });
        const comparison = compareSend(from, to);
        const searched = searchDifferences(universe, {
          from: (request) => evaluateSend(request, from),
          to: (request) => evaluateSend(request, to),
          loosens: (first, second) => !first.allowed && second.allowed,
        });
        expect(comparison.exact).toBe(true);
        for (const direction of ["looser", "stricter"] as const) {
          const witness = comparison[direction];
          const smallest = searched[direction];
          if (witness === undefined) expect(smallest).toBeUndefined();
          else {
            expect(evaluateSend(witness.request, from)).toEqual(witness.from);
            expect(evaluateSend(witness.request, to)).toEqual(witness.to);
            expect([witness.from.allowed, witness.to.allowed]).toEqual(
              direction === "looser" ? [false, true] : [true, false],
            );
            if (smallest !== undefined)
              expect(Object.keys(witness.request).length).toBeLessThanOrEqual(Object.keys(smallest).length);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
