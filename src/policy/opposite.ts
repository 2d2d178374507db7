import type { RuleFacts } from "./rule-facts.ts";
import type { RuleList } from "./rule-list.ts";
import type { ChangeSet, Choice } from "./setting-change.ts";
import { holds, matches, type Condition, type Rule, type RuleAction } from "./rule.ts";

/** A list of rules, and what holds for the session where none matches. */
export interface Deciding {
  readonly list: RuleList;
  readonly byDefault: RuleAction;
}

function conditionPath({ reference }: Rule, { field }: Condition): string {
  return `${reference.path}.match.${field}`;
}

function setAction({ reference }: Rule, to: RuleAction): Choice {
  return [{ setting: `${reference.path}.action`, to }];
}

/** Ways to make a matching rule not match: any of its fields. */
function loosen(rule: Rule): Choice {
  return rule.conditions.map((condition) => ({ setting: conditionPath(rule, condition) }));
}

function factFor(condition: Condition, facts: RuleFacts): string | null {
  if (!("of" in condition)) return facts[condition.field] ?? null;
  return (condition.of === "scoped" ? facts.scopedKey : facts.rawKey) || null;
}

/** What makes a rule that does not match do so: all of the fields that differ. */
function adapt(rule: Rule, facts: RuleFacts): ChangeSet {
  return rule.conditions
    .filter((condition) => !holds(condition, facts))
    .map((condition) => [{ setting: conditionPath(rule, condition), to: factFor(condition, facts) }]);
}

/** What makes a rule that does not match decide as wanted. */
function enlist(rule: Rule, facts: RuleFacts, want: RuleAction): ChangeSet {
  return [...(rule.action === want ? [] : [setAction(rule, want)]), ...adapt(rule, facts)];
}

function possible(changes: ChangeSet): boolean {
  return changes.every((choice) => choice.length > 0);
}

function toAllow({ list, byDefault }: Deciding, facts: RuleFacts): readonly ChangeSet[] {
  const matching = list.rules.filter((rule) => matches(rule, facts));
  const denies = matching.filter(({ action }) => action === "deny");
  const clear = (rule: Rule): Choice => [...setAction(rule, "allow"), ...loosen(rule)];
  if (byDefault === "allow" || denies.length < matching.length) return [denies.map(clear)];
  const loosened = denies.map(loosen);
  return [
    [...loosened, [{ setting: list.defaultPath, to: "allow" }]],
    ...list.rules
      .filter((rule) => !matching.includes(rule))
      .map((rule) => [...loosened, ...enlist(rule, facts, "allow")]),
    ...denies.map((rule) => [
      setAction(rule, "allow"),
      ...denies.filter((other) => other !== rule).map(clear),
    ]),
  ];
}

function toDeny({ list, byDefault }: Deciding, facts: RuleFacts): readonly ChangeSet[] {
  const allows = list.rules.filter((rule) => matches(rule, facts));
  return [
    ...allows.map((rule) => [setAction(rule, "deny")]),
    ...list.rules.filter((rule) => !allows.includes(rule)).map((rule) => enlist(rule, facts, "deny")),
    [...allows.map(loosen), ...(byDefault === "deny" ? [] : [[{ setting: list.defaultPath, to: "deny" }]])],
  ];
}

function byFirstMatch(
  { list, byDefault }: Deciding,
  facts: RuleFacts,
  want: RuleAction,
): readonly ChangeSet[] {
  const blockers: Choice[] = [];
  const certain: ChangeSet[] = [];
  const enlisted: { readonly after: number; readonly changes: ChangeSet }[] = [];
  let final = byDefault;
  for (const rule of list.rules) {
    if (!matches(rule, facts)) {
      enlisted.push({ after: blockers.length, changes: [...blockers, ...enlist(rule, facts, want)] });
      continue;
    }
    if (rule.action === want) {
      final = want;
      break;
    }
    certain.push([...blockers, setAction(rule, want)]);
    blockers.push(loosen(rule));
  }
  const last: ChangeSet =
    final === want ? [...blockers] : [...blockers, [{ setting: list.defaultPath, to: want }]];
  // Where loosening the blockers alone is enough, enlisting another rule is not needed.
  const needed = enlisted.filter(({ after }) => after < blockers.length || final !== want);
  return [...certain, ...needed.map(({ changes }) => changes), last];
}

/** Every smallest set of changes to the settings that would turn an answer of the rules into its opposite. */
export function opposite(deciding: Deciding, facts: RuleFacts, answer: RuleAction): readonly ChangeSet[] {
  const want = answer === "allow" ? "deny" : "allow";
  if (deciding.list.precedence === "first-match") return byFirstMatch(deciding, facts, want).filter(possible);
  return (want === "allow" ? toAllow(deciding, facts) : toDeny(deciding, facts)).filter(possible);
}
