import type { Rule } from "../policy/rule.ts";
import type { SessionFacts } from "../policy/session-facts.ts";
import type { Direction, RunningComparison } from "./compare-requests.ts";
import { nothing, ruleDemands, type Demand } from "./representative-demands.ts";
import { oddKeys, sessionFinder, type RulesToTell } from "./representative-sessions.ts";

const none: ReadonlySet<Direction> = new Set();

/** Takes into account every session that can tell two lists of rules apart. */
export function considerRules<Decision>(
  lists: RulesToTell,
  comparison: RunningComparison<SessionFacts, Decision>,
): void {
  const sessionsFor = sessionFinder(lists);
  const seen = new Map<string, ReadonlySet<Direction>>();

  function consider(demand: Demand): ReadonlySet<Direction> {
    const text = JSON.stringify(demand);
    let directions = seen.get(text);
    if (directions === undefined) {
      directions = new Set([...sessionsFor(demand)].flatMap((session) => comparison.consider(session)));
      seen.set(text, directions);
    }
    return directions;
  }

  for (const key of oddKeys) comparison.consider({ core: { key } });
  consider(nothing);
  const { rules, disagreements } = ruleDemands(lists.from, lists.to);
  const shown = new Map<Rule, ReadonlySet<Direction>>();
  for (const { rule, demand } of rules) shown.set(rule, consider(demand));
  // Where a rule alone shows a direction, no second one is needed to show it.
  const isOpen = (rule: Rule, direction: Direction) => !(shown.get(rule) ?? none).has(direction);
  for (const demand of disagreements(isOpen)) consider(demand);
}
