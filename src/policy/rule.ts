import type { RuleConfig, RuleListConfig } from "../config/config.ts";
import {
  factFields,
  type FactField,
  type PrefixField,
  type RuleFacts,
  type RuleField,
} from "./rule-facts.ts";

export type RuleAction = "allow" | "deny";

/** The rule that decided, as a decision names it. */
export interface RuleReference {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** Where it stands: `session.sendPolicy.rules[1]`. */
  readonly path: string;
  /** The `id` that the host gave it, verbatim. */
  readonly id?: string;
  /** The `reason` that the host gave it, verbatim. */
  readonly reason?: string;
}

/** Which form of the key a prefix must begin: the whole one, the one without its agent, or either. */
export type KeyForm = "raw" | "scoped" | "either";

/** One thing that a rule asks of a session. */
export type Condition =
  | { readonly field: FactField; readonly value: string }
  | { readonly field: PrefixField; readonly value: string; readonly of: KeyForm };

/** A rule made ready for matching. A rule without conditions matches every session. */
export interface Rule {
  readonly action: RuleAction;
  readonly conditions: readonly Condition[];
  readonly reference: RuleReference;
}

/** How one edition reads what a rule's `match` says. */
export interface RuleReading {
  /** The value in the form in which it is compared; undefined for a condition that the edition ignores. */
  readonly value: (field: RuleField, written: string) => string | undefined;
  /** What a `keyPrefix` is compared with. */
  readonly keyPrefixOf: (prefix: string) => KeyForm;
}

const prefixFields = ["keyPrefix", "rawKeyPrefix"] as const;

function readConditions({ match = {} }: RuleConfig, reading: RuleReading): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const field of factFields) {
    const written = match[field];
    const value = written === undefined ? undefined : reading.value(field, written);
    if (value !== undefined) conditions.push({ field, value });
  }
  for (const field of prefixFields) {
    const written = match[field];
    const value = written === undefined ? undefined : reading.value(field, written);
    if (value === undefined) continue;
    conditions.push({ field, value, of: field === "rawKeyPrefix" ? "raw" : reading.keyPrefixOf(value) });
  }
  return conditions;
}

/** Reads a list of rules as an edition understands them. */
export function readRules(
  list: RuleListConfig | undefined,
  path: string,
  reading: RuleReading,
): readonly Rule[] {
  return (list?.rules ?? []).map((rule, index) => ({
    action: rule.action,
    conditions: readConditions(rule, reading),
    reference: Object.freeze({
      index,
      path: `${path}.rules[${index}]`,
      ...(rule.id !== undefined && { id: rule.id }),
      ...(rule.reason !== undefined && { reason: rule.reason }),
    }),
  }));
}

/** Tells whether a session meets one condition. A fact that is not known meets none. */
export function holds(condition: Condition, facts: RuleFacts): boolean {
  if (!("of" in condition)) return facts[condition.field] === condition.value;
  const { value, of } = condition;
  return (
    (of !== "scoped" && facts.rawKey.startsWith(value)) || (of !== "raw" && facts.scopedKey.startsWith(value))
  );
}

/** Tells whether a session meets every condition of a rule. */
export function matches(rule: Rule, facts: RuleFacts): boolean {
  for (const condition of rule.conditions) if (!holds(condition, facts)) return false;
  return true;
}
