import { factFields, type FactField } from "../../config/rule-fields.ts";
import { toldAs } from "../session-facts.ts";
import { compileRules, type KeyMatcher } from "./matcher.ts";
import type { Facts, RuleFacts } from "./rule-facts.ts";
import type { Rule, RuleReading, RuleReference } from "./rule.ts";

/** A deny rule that nothing keeps from matching a session but that facts of it are not known. */
export interface UntoldDenial {
  readonly rule: RuleReference;
  /** The facts that are asked for and not known, as a request names them. */
  readonly missing: readonly string[];
}

/** Finds the first such rule, of a session that no deny rule matches by what is known of it. */
export type UntoldDenials = (facts: RuleFacts) => UntoldDenial | undefined;

/** The facts that may not be known of a session. Its thread is: a session whose key names none has none. */
const maybeUntold = /* @__PURE__ */ factFields.filter((field) => field !== "thread");

/** The facts that a rule asks for of a session of which they are not known. */
export function untoldFacts({ asks }: Rule, facts: Facts): readonly FactField[] {
  return maybeUntold.filter((field) => asks[field] !== undefined && facts[field] === undefined);
}

function withoutAsking(rule: Rule, fields: readonly FactField[]): Rule {
  return {
    ...rule,
    asks: { ...rule.asks, ...Object.fromEntries(fields.map((field) => [field, undefined])) },
  };
}

/** Compiles the deny rules of a list, for each set of facts that are not known when it is first asked for. */
export function compileUntoldDenials(rules: readonly Rule[], { deniesUntold }: RuleReading): UntoldDenials {
  const denials = deniesUntold ? rules.filter(({ action }) => action === "deny") : [];
  const asked = maybeUntold.filter((field) => denials.some(({ asks }) => asks[field] !== undefined));
  const matchers = new Map<string, KeyMatcher>();
  const find: UntoldDenials = (facts) => {
    const untold = asked.filter((field) => facts[field] === undefined);
    const name = untold.join(" ");
    let matcherOf = matchers.get(name);
    if (matcherOf === undefined) {
      const lessAsking = denials.map((rule) => withoutAsking(rule, untold));
      matchers.set(name, (matcherOf = compileRules(lessAsking, "first-match")));
    }
    const rule = rules[matcherOf(facts)(facts)?.reference.index ?? -1];
    return rule && { rule: rule.reference, missing: untoldFacts(rule, facts).map((field) => toldAs[field]) };
  };
  return (facts) => {
    // Most sessions tell all that is asked for.
    for (const field of asked) if (facts[field] === undefined) return find(facts);
    return undefined;
  };
}
