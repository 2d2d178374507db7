import { perPolicy } from "../../config/per-policy.ts";
import type { Policy } from "../../config/policy.ts";
import { ownerAgent, type ChosenAgent } from "./agent-choice.ts";
import { bindingIndex, matchBinding, type Binding } from "./binding-index.ts";
import type { DmScope, GroupScope, MatchedBy, Unresolved } from "../resolution.ts";
import { offersOf, type RouteFacts } from "./route-facts.ts";
import { routingTerms } from "./routing-terms.ts";

/** Where a message goes. */
export interface Routed {
  readonly ok: true;
  readonly choice: ChosenAgent;
  readonly matchedBy: MatchedBy;
  readonly binding: Binding | undefined;
  /** The kind of chat, in the edition's word; undefined when the message names no peer. */
  readonly kind: string | undefined;
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
  /** Whether the config wrote the dmScope; otherwise it is the edition's default. */
  readonly dmScopeWritten: boolean;
}

/** Where a message goes, or why nowhere. */
export type Route = Routed | Unresolved;

/** Finds the agent that a message goes to under a policy, and the scopes under which. */
export const router = perPolicy((policy: Policy) => {
  const { behaviours, config } = policy;
  const index = bindingIndex(policy);
  const terms = routingTerms(policy);
  const owner = ownerAgent(policy);
  const generalDmScope = config.session?.dmScope;
  const generalGroupScope = behaviours.has("group-scope") ? config.session?.groupScope : undefined;

  return (facts: RouteFacts): Route => {
    const attempts = index.attempts.get(facts.channel);
    const match = attempts && matchBinding(index, attempts, offersOf(facts, terms));
    const binding = match?.binding;
    const choice = binding?.choice ?? owner;
    if (!choice.ok) return choice;
    const dmScope = binding?.dmScope ?? generalDmScope;
    return {
      ok: true,
      choice,
      matchedBy: match?.matchedBy ?? "default",
      binding,
      kind: facts.peer && terms.kind(facts.peer.kind),
      dmScope: dmScope ?? "main",
      groupScope: binding?.groupScope ?? generalGroupScope ?? "per-group",
      dmScopeWritten: dmScope !== undefined,
    };
  };
});
