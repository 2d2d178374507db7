import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMemorySearch } from "../../../src/analysis/compare/memory-search.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { evaluateMemorySearch } from "../../../src/policy/memory/memory-search.ts";
import type { SessionFacts } from "../../../src/policy/session-facts.ts";
import { expectAgreement } from "./oracle.ts";
import { isWanting } from "../../../src/analysis/representative/sessions.ts";
import { byKeyAndChat, ruleLists, sessions } from "./rule-arbitraries.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function configs(extended: boolean): fc.Arbitrary<ConfigInput> {
  const scope = fc.option(ruleLists(extended), { nil: undefined });
  const groupScope = extended
    ? fc.constantFrom(undefined, undefined, "main" as const)
    : fc.constant(undefined);
  return fc.record({ ofAll: scope, ofOne: scope, groupScope }).map(({ ofAll, ofOne, groupScope }) => ({
    ...(groupScope && { session: { groupScope } }),
    agents: {
      ...(ofAll && { defaults: { memorySearch: { scope: ofAll } } }),
      list: [
        { id: "main", default: true },
        { id: "work", ...(ofOne && { memorySearch: { scope: ofOne } }) },
      ],
    },
  }));
}

const qmdConfigs = ruleLists(false).map((scope): ConfigInput => ({ memory: { qmd: { scope } } }));

describe("compareMemorySearch", () => {
  it.each<[string, Edition, fc.Arbitrary<ConfigInput>, readonly SessionFacts[]]>([
    ["scopes", "2026-11", configs(true), sessions],
    ["scopes", "openclaw@2026.9.6", configs(false), byKeyAndChat],
    ["scopes", "openclaw@2026.1.29", configs(false), byKeyAndChat],
    ["the scope of qmd", "openclaw@2026.3.7", qmdConfigs, byKeyAndChat],
    ["the scope of qmd", "openclaw@2026.6.35", qmdConfigs, byKeyAndChat],
  ])("agrees with a search of every session about %s under %s", (_, edition, configs, universe) => {
    expectAgreement(configs, edition, universe, {
      compare: compareMemorySearch,
      decide: evaluateMemorySearch,
      loosens: (before, after) => (!before.allowed && after.allowed) || (!before.notes && after.notes),
      wants: isWanting,
    });
  });

  it("proves nothing where one policy asks the key alone, and the other what the host tells too", () => {
    const rules = [{ action: "deny", match: { chatType: "direct" } }] as const;
    const edition = "openclaw@2026.3.7";
    const from = parsePolicy({ memory: { qmd: { scope: { rules } } } }, { edition });
    const to = uncheckedPolicy({ agents: { defaults: { memorySearch: { scope: { rules } } } } }, edition);
    const { exact, verdict } = compareMemorySearch(from, to);
    expect(exact).toBe(verdict === "incomparable");
    expect(compareMemorySearch(from, from).exact).toBe(true);
  });
});
