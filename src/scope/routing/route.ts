import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { ownerAgent, type AgentChoice, type ChosenAgent } from "./agent-choice.ts";
import { bindingIndex, matchBinding, type Binding } from "./binding-index.ts";
import { defaultDmScope, defaultGroupScope } from "../defaults.ts";
import type { DmScope, GroupScope, MatchedBy, Unresolved } from "../resolution.ts";
import { offersOf, type RouteFacts } from "./route-facts.ts";
import { routingTerms } from "./routing-terms.ts";

/** Where a message goes. */
export interface Routed {
  readonly ok: true;
  readonly choice: ChosenAgent;
  readonly matchedBy: MatchedBy;
  readonly binding: Binding | undefined;
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
  /** Whether the config wrote the dmScope; otherwise it is the edition's default. */
  readonly dmScopeWritten: boolean;
}

/** Where a message goes, or why nowhere. */
export type Route = Routed | Unresolved;

/** Finds the agent that a message goes to under a policy, and the scopes under which. */
export const router = once((policy: Policy) => {
  const { behaviours, config } = policy;
  const index = bindingIndex(policy);
  const terms = routingTerms(policy);
  const owner = ownerAgent(policy);
  const generalDmScope = config.session?.dmScope;
  const generalGroupScope = behaviours.has("group-scope") ? config.session?.groupScope : undefined;

  function routeBy(matchedBy: MatchedBy, choice: AgentChoice, binding: Binding | undefined): Route {
    if (!choice.ok) return choice;
    const dmScope = binding?.dmScope ?? generalDmScope;
    return {
      ok: true,
      choice,
      matchedBy,
      binding,
      dmScope: dmScope ?? defaultDmScope,
      groupScope: binding?.groupScope ?? generalGroupScope ?? defaultGroupScope,
      dmScopeWritten: dmScope !== undefined,
    };
  }

  const unbound = routeBy("default", owner, undefined);

  return (facts: RouteFacts): Route => {
    const attempts = index.attempts.get(facts.channel);
    const match = attempts && matchBinding(index, attempts, offersOf(facts, terms));
    if (match === undefined) return unbound;
    const { binding, matchedBy } = match;
    return routeBy(matchedBy, binding.choice, binding);
  };
});
