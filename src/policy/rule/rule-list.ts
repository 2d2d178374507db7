import type { RuleListConfig } from "../../config/config.ts";
import { compileRules, type KeyMatcher, type Precedence } from "./matcher.ts";
import type { RuleFacts } from "./rule-facts.ts";
import { readRules, type Rule, type RuleAction, type RuleReading } from "./rule.ts";

/** A list of rules and its default, ready to decide. */
export interface RuleList {
  readonly rules: readonly Rule[];
  readonly precedence: Precedence;
  /** What holds where no rule matches; undefined where the host has not written it. */
  readonly default: RuleAction | undefined;
  /** Where the default is, or would be, written. */
  readonly defaultPath: string;
  /** What decides about the sessions of one key. */
  readonly matcherOf: KeyMatcher;
  readonly match: (facts: RuleFacts) => Rule | undefined;
  /** How the rules are read. */
  readonly reading: RuleReading;
}

/** Compiles a list of rules as an edition reads it. */
export function compileRuleList(
  config: RuleListConfig | undefined,
  path: string,
  reading: RuleReading,
  precedence: Precedence,
): RuleList {
  const rules = readRules(config, path, reading);
  const matcherOf = compileRules(rules, precedence);
  return {
    rules,
    precedence,
    default: config?.default,
    defaultPath: `${path}.default`,
    matcherOf,
    match: (facts) => matcherOf(facts)(facts),
    reading,
  };
}
