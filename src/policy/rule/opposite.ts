import type { RuleField } from "../../config/rule-fields.ts";
import type { RuleFacts } from "./rule-facts.ts";
import type { RuleList } from "./rule-list.ts";
import { canChange, change, type ChangeSet, type SettingChoice } from "../trace.ts";
import { askedFields, holds, type Rule, type RuleAction, type RuleReading } from "./rule.ts";
import { untoldFacts } from "./untold.ts";

/** A list of rules, and what holds for the session where none matches. */
export interface Deciding {
  readonly list: RuleList;
  readonly byDefault: RuleAction;
}

function setAction({ reference }: Rule, to: RuleAction): SettingChoice {
  return change(`${reference.path}.action`, to);
}

/** The fields that keep a rule from deciding, were this its action. A deny rule also decides for want of a fact. */
function unmet(
  rule: Rule,
  action: RuleAction,
  facts: RuleFacts,
  { deniesUntold }: RuleReading,
): readonly RuleField[] {
  const forgiven: readonly RuleField[] = action === "deny" && deniesUntold ? untoldFacts(rule, facts) : [];
  return askedFields(rule).filter((field) => !holds(rule, field, facts) && !forgiven.includes(field));
}

/** Tells whether a rule is among those that decide about a session. */
function isInForce(rule: Rule, facts: RuleFacts, reading: RuleReading): boolean {
  return unmet(rule, rule.action, facts, reading).length === 0;
}

/** Ways to put a rule out of force: any field by which it matches. Where a fact is not known, no other value helps. */
function loosen(rule: Rule, facts: RuleFacts): SettingChoice {
  return askedFields(rule)
    .filter((field) => holds(rule, field, facts))
    .map((field) => ({ setting: `${rule.reference.path}.match.${field}` }));
}

/** What would have to stand in a field of a rule for the session to have it. */
function fitting(
  { keyPrefixOf }: Rule,
  field: RuleField,
  facts: RuleFacts,
  reading: RuleReading,
): string | null {
  if (field === "keyPrefix") return (keyPrefixOf === "scoped" ? facts.scopedKey : facts.rawKey) || null;
  return (field === "rawKeyPrefix" ? facts.rawKey : facts[field]) ?? reading.anyValue ?? null;
}

/** What makes a rule decide as wanted: its action, and all of the fields that keep it from that. */
function enlist(rule: Rule, facts: RuleFacts, want: RuleAction, reading: RuleReading): ChangeSet {
  return [
    ...(rule.action === want ? [] : [setAction(rule, want)]),
    ...unmet(rule, want, facts, reading).map((field) => [
      { setting: `${rule.reference.path}.match.${field}`, to: fitting(rule, field, facts, reading) },
    ]),
  ];
}

function toAllow({ list, byDefault }: Deciding, facts: RuleFacts): readonly ChangeSet[] {
  const matching = list.rules.filter((rule) => isInForce(rule, facts, list.reading));
  const denies = matching.filter(({ action }) => action === "deny");
  const clear = (rule: Rule): SettingChoice => [...setAction(rule, "allow"), ...loosen(rule, facts)];
  if (byDefault === "allow" || denies.length < matching.length) return [denies.map(clear)];
  // As an allow rule, one that matches would decide itself; one that only could match would not.
  const matches = (rule: Rule) => unmet(rule, "allow", facts, list.reading).length === 0;
  const loosened = denies.map((rule) => (matches(rule) ? loosen(rule, facts) : clear(rule)));
  return [
    [...loosened, change(list.defaultPath, "allow")],
    ...list.rules
      .filter((rule) => !matching.includes(rule))
      .map((rule) => [...loosened, ...enlist(rule, facts, "allow", list.reading)]),
    ...denies.map((rule) => [
      ...enlist(rule, facts, "allow", list.reading),
      ...denies.filter((other) => other !== rule).map(clear),
    ]),
  ];
}

function toDeny({ list, byDefault }: Deciding, facts: RuleFacts): readonly ChangeSet[] {
  const allows = list.rules.filter((rule) => isInForce(rule, facts, list.reading));
  return [
    ...allows.map((rule) => [setAction(rule, "deny")]),
    ...list.rules
      .filter((rule) => !allows.includes(rule))
      .map((rule) => enlist(rule, facts, "deny", list.reading)),
    [
      ...allows.map((rule) => loosen(rule, facts)),
      ...(byDefault === "deny" ? [] : [change(list.defaultPath, "deny")]),
    ],
  ];
}

function byFirstMatch(
  { list, byDefault }: Deciding,
  facts: RuleFacts,
  want: RuleAction,
): readonly ChangeSet[] {
  const blockers: SettingChoice[] = [];
  const certain: ChangeSet[] = [];
  const enlisted: { readonly after: number; readonly changes: ChangeSet }[] = [];
  let final = byDefault;
  for (const rule of list.rules) {
    if (!isInForce(rule, facts, list.reading)) {
      enlisted.push({
        after: blockers.length,
        changes: [...blockers, ...enlist(rule, facts, want, list.reading)],
      });
      continue;
    }
    if (rule.action === want) {
      final = want;
      break;
    }
    certain.push([...blockers, setAction(rule, want)]);
    blockers.push(loosen(rule, facts));
  }
  const last: ChangeSet = final === want ? [...blockers] : [...blockers, change(list.defaultPath, want)];
  // Where loosening the blockers alone is enough, enlisting another rule is not needed.
  const needed = enlisted.filter(({ after }) => after < blockers.length || final !== want);
  return [...certain, ...needed.map(({ changes }) => changes), last];
}

/** Every smallest set of changes to the settings that would turn an answer of the rules into its opposite. */
export function opposite(deciding: Deciding, facts: RuleFacts, answer: RuleAction): readonly ChangeSet[] {
  const want = answer === "allow" ? "deny" : "allow";
  if (deciding.list.precedence === "first-match")
    return byFirstMatch(deciding, facts, want).filter(canChange);
  return (want === "allow" ? toAllow(deciding, facts) : toDeny(deciding, facts)).filter(canChange);
}
