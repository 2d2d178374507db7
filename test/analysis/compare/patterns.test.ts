import { describe, expect, it } from "vitest";
import { comparePolicies } from "../../../src/analysis/compare/compare.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

/*
 * Whether two lists of patterns let the same through is looked for in time that grows with the lists, not with what they could
 * match. Eight patterns on each side took forty seconds once; two hundred have the few that every test has.
 */

const letters = "abcdefghijklmnopqrstuvwxyz";

function word(index: number): string {
  return [index, index * 5 + 3, index * 11 + 1].map((at) => letters[at % letters.length]).join("");
}

const shapes: Readonly<Record<string, (index: number) => string>> = {
  "with the same beginnings": (index) => `${word(index)}*`,
  "with anything around them": (index) => `*${word(index)}*`,
  "of three parts": (index) => `*${word(index)}*${word(index + 3)}*${word(index + 9)}*`,
  "with the same end": (index) => `*${word(index)}*zz`,
};

const places: Readonly<Record<string, (patterns: readonly string[]) => ConfigInput>> = {
  "tools.allow": (allow) => ({ tools: { allow } }),
  "tools.deny": (deny) => ({ tools: { deny } }),
  "a provider's tools": (allow) => ({ tools: { byProvider: { openai: { allow } } } }),
  "a sandbox's tools": (allow) => ({ agents: { defaults: { sandbox: { mode: "all", tools: { allow } } } } }),
  "tools.agentToAgent.allow": (allow) => ({ tools: { agentToAgent: { enabled: true, allow } } }),
};

const rows = Object.entries(places).flatMap(([place, configOf]) =>
  Object.entries(shapes).map(([shape, patternOf]) => ({ place, shape, configOf, patternOf })),
);

describe("two hundred patterns on each side", () => {
  it.each(rows)("$place, $shape", ({ configOf, patternOf }) => {
    const [from, to] = [0, 3].map((offset) =>
      parsePolicy(configOf(Array.from({ length: 200 }, (_, index) => patternOf(index * 7 + offset))), {
        edition: "2026-11",
        timeZone: "UTC",
      }),
    );
    if (from === undefined || to === undefined) throw new Error("there are two");
    const { byKind, exact } = comparePolicies(from, to);
    expect(exact).toBe(Object.values(byKind).every((kind) => kind.exact));
  });
});
