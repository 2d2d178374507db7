import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { fold } from "../identity/fold.ts";
import { configuredAgent, ownerAgent, type AgentChoice, type ChosenAgent } from "./agent-choice.ts";
import { bindingIndex, matchBinding, type Binding } from "./binding-index.ts";
import type { DmScope, GroupScope, MatchedBy, Unresolved } from "./resolution.ts";
import { offersOf, type RouteFacts } from "./route-facts.ts";
import { routingTerms } from "./routing-terms.ts";

/** What a caller decides for one message; OpenClaw has it from 2026.8.1, and earlier editions ignore it. */
export interface RouteOverrides {
  readonly dmScope?: DmScope;
  readonly groupScope?: GroupScope;
  /** The agent of messages that no binding claims. */
  readonly defaultAgentId?: string;
}

/** Where a message goes. */
export interface Routed {
  readonly ok: true;
  readonly choice: ChosenAgent;
  readonly matchedBy: MatchedBy;
  readonly binding: Binding | undefined;
  readonly channel: string;
  readonly account: string;
  /** The kind of chat, in the edition's word; undefined when the message names no peer. */
  readonly kind: string | undefined;
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
  /** Whether the config or the caller wrote the dmScope; otherwise it is the edition's default. */
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
  const overridable = behaviours.has("call-overrides");
  const groupScope = behaviours.has("group-scope") ? config.session?.groupScope : undefined;

  function unclaimed({ defaultAgentId }: RouteOverrides): AgentChoice {
    const named = overridable ? fold(defaultAgentId ?? "") : "";
    return named === "" ? owner : configuredAgent(named, policy);
  }

  return (facts: RouteFacts, overrides: RouteOverrides): Route => {
    const channel = terms.channel(facts.channel);
    const account = terms.account(facts.account);
    const attempts = index.attempts.get(channel);
    const match = attempts && matchBinding(index, attempts, offersOf(facts, channel, account, terms));
    const choice = match?.binding.choice ?? unclaimed(overrides);
    if (!choice.ok) return choice;
    const general = (overridable ? overrides.dmScope : undefined) ?? config.session?.dmScope;
    const dmScope = match?.binding.dmScope ?? general;
    return {
      ok: true,
      choice,
      matchedBy: match?.matchedBy ?? "default",
      binding: match?.binding,
      channel,
      account,
      kind: facts.peer && terms.kind(facts.peer.kind),
      dmScope: dmScope ?? "main",
      groupScope:
        match?.binding.groupScope ??
        (overridable ? overrides.groupScope : undefined) ??
        groupScope ??
        "per-group",
      dmScopeWritten: dmScope !== undefined,
    };
  };
});
