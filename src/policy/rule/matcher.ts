import type { Facts, KeyForms } from "./rule-facts.ts";
import { indexRules } from "./rule-index.ts";
import { matchesFacts, matchesKey, type Rule } from "./rule.ts";

/** Which of several matching rules decides. */
export type Precedence =
  /** Any deny beats every allow; among equals the one that stands first. */
  | "deny-overrides"
  /** The one that stands first. */
  | "first-match";

/** Finds the rule that decides about a session; undefined when none matches. */
export type RuleMatcher = (facts: Facts) => Rule | undefined;

/**
 * Finds the rules whose prefixes a key has. The matcher that it returns decides among them, about the
 * sessions of this key alone: who is asked about them again and again keeps it with the key.
 */
export type KeyMatcher = (key: KeyForms) => RuleMatcher;

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

function scanRules(ranked: readonly Rule[]): KeyMatcher {
  return (key) => {
    const begun = ranked.filter((rule) => matchesKey(rule, key));
    return (facts) => {
      for (const rule of begun) if (matchesFacts(rule, facts)) return rule;
      return undefined;
    };
  };
}

/**
 * Compiles rules into a matcher. The deciding rule is part of the contract: under `deny-overrides`
 * the matching deny of the lowest index, else the matching allow of the lowest index; under
 * `first-match` the matching rule of the lowest index.
 */
export function compileRules(rules: readonly Rule[], precedence: Precedence): KeyMatcher {
  const ranked = rankRules(rules, precedence);
  return ranked.length > scannedRules ? indexRules(ranked) : scanRules(ranked);
}
