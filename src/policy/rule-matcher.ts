import type { RuleFacts } from "./rule-facts.ts";
import { indexRules } from "./rule-index.ts";
import { matches, type Rule } from "./rule.ts";

/** Which of several matching rules decides. */
export type Precedence =
  /** Any deny beats every allow; among equals the one that stands first. */
  | "deny-overrides"
  /** The one that stands first. */
  | "first-match";

/** Finds the rule that decides about a session; undefined when none matches. */
export type RuleMatcher = (facts: RuleFacts) => Rule | undefined;

/** Up to this many rules are scanned; measured, an index costs more below it. */
const scannedRules = 64;

/** The rules in the order in which they decide. */
export function rankRules(rules: readonly Rule[], precedence: Precedence): readonly Rule[] {
  if (precedence === "first-match") return rules;
  return [
    ...rules.filter(({ action }) => action === "deny"),
    ...rules.filter(({ action }) => action === "allow"),
  ];
}

/**
 * Compiles rules into a matcher. The deciding rule is part of the contract: under `deny-overrides`
 * the matching deny of the lowest index, else the matching allow of the lowest index; under
 * `first-match` the matching rule of the lowest index.
 */
export function compileRules(rules: readonly Rule[], precedence: Precedence): RuleMatcher {
  const ranked = rankRules(rules, precedence);
  if (ranked.length > scannedRules) return indexRules(ranked);
  return (facts) => {
    for (const rule of ranked) if (matches(rule, facts)) return rule;
    return undefined;
  };
}
