import type { MatchConfig, RuleConfig, RuleListConfig } from "../../config/config.ts";
import { ofEachFact, ruleFields, type RuleField } from "../../config/rule-fields.ts";
import type { Facts, KeyForms, RuleFacts } from "./rule-facts.ts";
import { definedFields } from "../section.ts";

/** What a rule does with the sessions that it matches. */
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

/** Which form of the key a `keyPrefix` must begin: the whole one, the one without its agent, or either. */
export type KeyForm = "raw" | "scoped" | "either";

/** A rule made ready for matching. One that asks nothing matches every session. */
export interface Rule {
  readonly action: RuleAction;
  /** What it asks of a session, field by field; all of it must hold. */
  readonly asks: Readonly<Record<RuleField, string | undefined>>;
  readonly keyPrefixOf: KeyForm;
  readonly reference: RuleReference;
}

/** How one edition reads what a rule's `match` says. */
export interface RuleReading {
  /** The value in the form in which it is compared; undefined for a field that asks nothing. */
  readonly value: (field: RuleField, written: string, match: MatchConfig) => string | undefined;
  /** What a `keyPrefix` is compared with. */
  readonly keyPrefixOf: (prefix: string) => KeyForm;
  /** What stands for any value of a fact, and for none; absent where nothing does. */
  readonly anyValue?: string;
  /** Whether a deny rule also holds for a session of which a fact that it asks for is not known. */
  readonly deniesUntold: boolean;
}

function readRule(
  { action, match = {}, id, reason }: RuleConfig,
  index: number,
  list: string,
  reading: RuleReading,
): Rule {
  const asked = (field: RuleField) => {
    const written = match[field];
    return written === undefined ? undefined : reading.value(field, written, match);
  };
  const keyPrefix = asked("keyPrefix");
  return {
    action,
    asks: { ...ofEachFact(asked), keyPrefix, rawKeyPrefix: asked("rawKeyPrefix") },
    keyPrefixOf: reading.keyPrefixOf(keyPrefix ?? ""),
    reference: Object.freeze({
      index,
      path: `${list}.rules[${index}]`,
      ...definedFields({ id, reason }),
    }),
  };
}

/** Reads a list of rules, which stands at a path, as an edition understands them. */
export function readRules(
  list: RuleListConfig | undefined,
  path: string,
  reading: RuleReading,
): readonly Rule[] {
  return (list?.rules ?? []).map((rule, index) => readRule(rule, index, path, reading));
}

/** The fields in which a rule asks something. */
export function askedFields({ asks }: Rule): readonly RuleField[] {
  return ruleFields.filter((field) => asks[field] !== undefined);
}

function begins(prefix: string, form: KeyForm, { rawKey, scopedKey }: KeyForms): boolean {
  return (form !== "scoped" && rawKey.startsWith(prefix)) || (form !== "raw" && scopedKey.startsWith(prefix));
}

/** Tells whether a session has what a rule asks for in one field. A fact that is not known is not had. */
export function holds({ asks, keyPrefixOf }: Rule, field: RuleField, facts: RuleFacts): boolean {
  const asked = asks[field];
  if (asked === undefined) return true;
  if (field === "keyPrefix") return begins(asked, keyPrefixOf, facts);
  return field === "rawKeyPrefix" ? facts.rawKey.startsWith(asked) : facts[field] === asked;
}

/** Tells whether a key begins as a rule asks. */
export function matchesKey({ asks, keyPrefixOf }: Rule, key: KeyForms): boolean {
  return (
    (asks.rawKeyPrefix === undefined || key.rawKey.startsWith(asks.rawKeyPrefix)) &&
    (asks.keyPrefix === undefined || begins(asks.keyPrefix, keyPrefixOf, key))
  );
}

/** Tells whether a session has what a rule asks for beside its key. */
export function matchesFacts({ asks }: Rule, facts: Facts): boolean {
  // Written out, because a loop over the fields takes three times as long; a test holds it against the list of them.
  return (
    (asks.channel === undefined || asks.channel === facts.channel) &&
    (asks.chatType === undefined || asks.chatType === facts.chatType) &&
    (asks.account === undefined || asks.account === facts.account) &&
    (asks.peer === undefined || asks.peer === facts.peer) &&
    (asks.agent === undefined || asks.agent === facts.agent) &&
    (asks.thread === undefined || asks.thread === facts.thread)
  );
}

/** The prefixes that both forms of a key must have for a rule to match; `""` asks nothing. */
export interface KeyDemand {
  readonly raw: string;
  readonly scoped: string;
}

/** Of two prefixes of one text the longer, which says it all; undefined where no text has both. */
export function longer(a: string, b: string): string | undefined {
  if (a.startsWith(b)) return a;
  return b.startsWith(a) ? b : undefined;
}

/** What a rule asks of the key, as alternatives of which one must hold; none for a rule that never matches. */
export function keyDemands({ asks, keyPrefixOf }: Rule): readonly KeyDemand[] {
  const { keyPrefix = "", rawKeyPrefix = "" } = asks;
  if (keyPrefix === "") return [{ raw: rawKeyPrefix, scoped: "" }];
  const raw = keyPrefixOf === "scoped" ? undefined : longer(rawKeyPrefix, keyPrefix);
  return [
    ...(raw === undefined ? [] : [{ raw, scoped: "" }]),
    ...(keyPrefixOf === "raw" ? [] : [{ raw: rawKeyPrefix, scoped: keyPrefix }]),
  ];
}
