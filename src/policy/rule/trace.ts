import { definedFields } from "../section.ts";
import type { ChangeSet } from "../trace.ts";
import { opposite, type Deciding } from "./opposite.ts";
import type { RuleField } from "../../config/rule-fields.ts";
import type { RuleFacts } from "./rule-facts.ts";
import { askedFields, holds, type Rule, type RuleAction, type RuleReference } from "./rule.ts";

/** One field of a rule, held against the session. */
export interface FieldTrace {
  /** The name of the field in the rule's `match`. */
  readonly field: RuleField;
  /** What the rule asks for, in the form in which it is compared. */
  readonly asked: string;
  /** What the session has; absent where that is not known. For a prefix, the key. */
  readonly found?: string;
  /** Whether the session has what the rule asks for. */
  readonly matched: boolean;
}

/** One rule, field by field. */
export interface RuleTrace extends RuleReference {
  /** What the rule does with the sessions that it matches. */
  readonly action: RuleAction;
  /** Every field matched. */
  readonly matched: boolean;
  /** This rule decided. */
  readonly decisive: boolean;
  /** The fields that the rule asks about, each held against the session. */
  readonly fields: readonly FieldTrace[];
}

/** How a decision came about. */
export interface RuleListTrace {
  /** What the rules were held against. */
  readonly facts: Partial<RuleFacts>;
  /** Every rule of the list, in its order. */
  readonly rules: readonly RuleTrace[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

function traceField(rule: Rule, field: RuleField, facts: RuleFacts): FieldTrace {
  const key = rule.keyPrefixOf === "scoped" ? facts.scopedKey : facts.rawKey;
  const found = field === "keyPrefix" ? key : field === "rawKeyPrefix" ? facts.rawKey : facts[field];
  return {
    field,
    asked: rule.asks[field] ?? "",
    ...(found !== undefined && { found }),
    matched: holds(rule, field, facts),
  };
}

function traceRule(rule: Rule, facts: RuleFacts, decisive: boolean): RuleTrace {
  const fields = askedFields(rule).map((field) => traceField(rule, field, facts));
  return {
    ...rule.reference,
    action: rule.action,
    matched: fields.every(({ matched }) => matched),
    decisive,
    fields,
  };
}

/** Tells how a list of rules came to its answer. */
export function traceRules(
  deciding: Deciding,
  facts: RuleFacts,
  answer: RuleAction,
  decisive: RuleReference | undefined,
): RuleListTrace {
  return {
    facts: definedFields(facts),
    rules: deciding.list.rules.map((rule) => traceRule(rule, facts, rule.reference === decisive)),
    opposite: opposite(deciding, facts, answer),
  };
}
