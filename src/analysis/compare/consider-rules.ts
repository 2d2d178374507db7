import type { SessionFacts } from "../../policy/session-facts.ts";
import type { RunningComparison } from "./requests.ts";
import { nothing, ruleDemands, type Demand } from "../representative/demands.ts";
import { oddKeys, sessionFinder, type RulesToTell } from "../representative/sessions.ts";

/** Takes into account every session that can tell two lists of rules apart. */
export function considerRules<Decision>(
  lists: RulesToTell,
  comparison: RunningComparison<SessionFacts, Decision>,
): void {
  const sessionsFor = sessionFinder(lists);
  const seen = new Set<string>();

  function consider(demand: Demand): void {
    const text = JSON.stringify(demand);
    if (seen.has(text)) return;
    seen.add(text);
    for (const session of sessionsFor(demand)) comparison.consider(session);
  }

  for (const key of oddKeys) comparison.consider({ core: { key } });
  consider(nothing);
  const { rules, disagreements } = ruleDemands(lists.from, lists.to);
  for (const demand of rules) consider(demand);
  // Where a key alone shows a direction, nothing shows it with less.
  for (const demand of disagreements((direction) => comparison.factsOf(direction) > 1)) consider(demand);
}
