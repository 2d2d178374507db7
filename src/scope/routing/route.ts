import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { dmReach, groupReach, type DmScope, type GroupScope, type ScopeReach } from "../../config/scopes.ts";
import { ownerAgent, type AgentChoice, type ChosenAgent } from "./agent-choice.ts";
import { bindingIndex, type Attempt, type Binding, type BindingIndex } from "./binding-index.ts";
import { lowestMatch, nobody, type BindingFacts } from "./constraint-tree.ts";
import { defaultDmScope, defaultGroupScope } from "../defaults.ts";
import type { Inbound } from "../inbound.ts";
import type { MatchedBy, Unresolved } from "../resolution.ts";
import { routingTerms, type RoutingTerms } from "./routing-terms.ts";

/** A person or a room, its kind in the edition's word. */
export interface Peer {
  readonly kind: string;
  readonly id: string;
}

/** What routing asks about a message. */
export interface RouteFacts {
  /** The message as it came in; whom it is with, routing learns from the peers beside it. */
  readonly inbound: Inbound;
  /** Its channel and account, in the terms of the edition. */
  readonly channel: string;
  readonly account: string;
  readonly peer: Peer | undefined;
  /** What a thread hangs under. */
  readonly parent: Peer | undefined;
}

/** What bindings are compared with. */
interface RouteBindingFacts {
  readonly own: BindingFacts;
  /** The same with the parent in the peer's place; undefined when there is no parent to ask about. */
  readonly ofParent: BindingFacts | undefined;
}

const noRoles: readonly string[] = [];

function factsAbout(peer: Peer | undefined, facts: RouteFacts, terms: RoutingTerms): BindingFacts {
  const { account, channel, inbound } = facts;
  const { guild, team, roles } = inbound;
  return {
    account,
    kind: peer && terms.family(peer.kind),
    peer: peer && terms.peer(peer.id, channel, peer.kind),
    guild: guild?.trim(),
    team: team?.trim(),
    role: roles ?? noRoles,
  };
}

/** Puts what routing asks about a message into the terms in which bindings are compared. */
export function bindingFacts(facts: RouteFacts, terms: RoutingTerms): RouteBindingFacts {
  const { parent, peer } = facts;
  const hasParent = parent !== undefined && parent.id.trim() !== "";
  return {
    own: factsAbout(peer, facts, terms),
    ofParent: hasParent ? factsAbout(parent, facts, terms) : undefined,
  };
}

/** The binding that wins a message, and by which tier. */
interface BindingMatch {
  readonly binding: Binding;
  readonly matchedBy: MatchedBy;
}

/** Finds the binding that wins a message, by the attempts of its channel. */
export function matchBinding(
  { bindings }: BindingIndex,
  attempts: readonly Attempt[],
  { own, ofParent }: RouteBindingFacts,
): BindingMatch | undefined {
  for (const attempt of attempts) {
    const asked = attempt.ofParent ? ofParent : own;
    const index = asked === undefined ? nobody : lowestMatch(attempt.tree, asked);
    const binding = index === nobody ? undefined : bindings[index];
    if (binding !== undefined) return { binding, matchedBy: attempt.matchedBy };
  }
  return undefined;
}

/** Where a message goes. */
export interface Routed {
  readonly ok: true;
  readonly choice: ChosenAgent;
  readonly matchedBy: MatchedBy;
  readonly binding: Binding | undefined;
  readonly dmScope: DmScope;
  readonly groupScope: GroupScope;
  /** What the two scopes keep apart. */
  readonly dmReach: ScopeReach;
  readonly groupReach: ScopeReach;
  /** Whether the config wrote the dmScope; otherwise it is the edition's default. */
  readonly dmScopeWritten: boolean;
}

/** Where a message goes, or why nowhere. */
type Route = Routed | Unresolved;

/** What the routes of a policy depend on. */
export interface RouteRules {
  readonly index: BindingIndex;
  readonly terms: RoutingTerms;
  readonly dmScope: DmScope | undefined;
  readonly groupScope: GroupScope | undefined;
  /** The route of what nothing binds. */
  readonly unbound: Route;
}

type ScopeRules = Pick<RouteRules, "dmScope" | "groupScope">;

function routeBy(
  matchedBy: MatchedBy,
  choice: AgentChoice,
  binding: Binding | undefined,
  general: ScopeRules,
): Route {
  if (!choice.ok) return choice;
  const written = binding?.dmScope ?? general.dmScope;
  const dmScope = written ?? defaultDmScope;
  const groupScope = binding?.groupScope ?? general.groupScope ?? defaultGroupScope;
  return {
    ok: true,
    choice,
    matchedBy,
    binding,
    dmScope,
    groupScope,
    dmReach: dmReach(dmScope),
    groupReach: groupReach(groupScope),
    dmScopeWritten: written !== undefined,
  };
}

/** Reads what the routes of a policy depend on. */
export const routeRules = once((policy: Policy): RouteRules => {
  const { behaviours, config } = policy;
  const dmScope = config.session?.dmScope;
  const groupScope = behaviours.has("group-scope") ? config.session?.groupScope : undefined;
  return {
    index: bindingIndex(policy),
    terms: routingTerms(policy),
    dmScope,
    groupScope,
    unbound: routeBy("default", ownerAgent(policy), undefined, { dmScope, groupScope }),
  };
});

/** Finds the agent that a message goes to, and the scopes under which. */
export function routeOf(facts: RouteFacts, rules: RouteRules): Route {
  const { index, terms } = rules;
  const attempts = index.attempts.get(facts.channel);
  const match = attempts && matchBinding(index, attempts, bindingFacts(facts, terms));
  return match === undefined
    ? rules.unbound
    : routeBy(match.matchedBy, match.binding.choice, match.binding, rules);
}
