import { factFields } from "../../../src/config/rule-fields.ts";
import type { RuleFacts } from "../../../src/policy/rule/rule-facts.ts";
import type { Rule } from "../../../src/policy/rule/rule.ts";

function isMatching({ asks, keyPrefixOf }: Rule, facts: RuleFacts): boolean {
  const { keyPrefix = "", rawKeyPrefix = "" } = asks;
  const forms = { raw: [facts.rawKey], scoped: [facts.scopedKey], either: [facts.rawKey, facts.scopedKey] };
  return (
    factFields.every((field) => asks[field] === undefined || asks[field] === facts[field]) &&
    forms[keyPrefixOf].some((key) => key.startsWith(keyPrefix)) &&
    facts.rawKey.startsWith(rawKeyPrefix)
  );
}

/** The oracle: looks at every rule, in order. */
export function scanRules(rules: readonly Rule[], facts: RuleFacts, firstMatch: boolean): Rule | undefined {
  const matching = rules.filter((rule) => isMatching(rule, facts));
  return firstMatch ? matching[0] : (matching.find(({ action }) => action === "deny") ?? matching[0]);
}
