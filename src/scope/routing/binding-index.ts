import { once } from "../../edition/once.ts";
import type { BindingConfig } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import { writtenPath } from "../../config/loaded/origin.ts";
import type { Policy } from "../../config/policy.ts";
import { configuredAgent, type AgentChoice } from "./agent-choice.ts";
import { placementsOf, tiers, type Tier } from "./binding-tiers.ts";
import { groupOf, growTree, type Constrained, type ConstraintTree } from "./constraint-tree.ts";
import type { DmScope, GroupScope } from "../../config/scopes.ts";
import type { MatchedBy } from "../resolution.ts";
import { routingTerms } from "./routing-terms.ts";

/** A binding as routing uses it. */
export interface Binding {
  readonly index: number;
  readonly path: string;
  readonly choice: AgentChoice;
  readonly dmScope: DmScope | undefined;
  readonly groupScope: GroupScope | undefined;
}

/** One question of routing, in the order in which they are asked. */
export interface Attempt {
  readonly matchedBy: MatchedBy;
  readonly tree: ConstraintTree;
  /** Whether the thread's parent is asked about in place of the peer. */
  readonly ofParent: boolean;
}

/** All bindings of a policy, found in a number of steps that does not depend on how many there are. */
export interface BindingIndex {
  readonly bindings: readonly (Binding | undefined)[];
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
}

/** Tells whether a binding routes messages. */
export function isRoute({ type }: BindingConfig, { behaviours }: Policy): boolean {
  return type !== "acp" || !behaviours.has("acp-bindings-excluded");
}

function readBinding({ agentId, session }: BindingConfig, index: number, policy: Policy): Binding {
  const { behaviours } = policy;
  return {
    index,
    path: writtenPath(formatPath(["bindings", index]), policy),
    choice: configuredAgent(agentId, policy),
    dmScope: behaviours.has("binding-dm-scope") ? session?.dmScope : undefined,
    groupScope: behaviours.has("group-scope") ? session?.groupScope : undefined,
  };
}

type ByTier = Map<Tier, Constrained[]>;

function attemptsOf(byTier: ByTier, parents: boolean): readonly Attempt[] {
  const attempts: Attempt[] = [];
  for (const tier of tiers) {
    const bound = byTier.get(tier);
    if (bound === undefined) continue;
    const tree = growTree(bound);
    attempts.push({ matchedBy: `binding.${tier}`, tree, ofParent: false });
    if (tier === "peer" && parents) attempts.push({ matchedBy: "binding.peer.parent", tree, ofParent: true });
  }
  return attempts;
}

/** The bindings of a policy. */
export const bindingIndex = /* @__PURE__ */ once((policy: Policy): BindingIndex => {
  const { behaviours } = policy;
  const terms = routingTerms(policy);
  const byChannel = new Map<string, ByTier>();
  const bindings = (policy.config.bindings ?? []).map((binding, index) => {
    if (!isRoute(binding, policy)) return undefined;
    const channel = terms.channel(binding.match.channel.trim());
    const byTier: ByTier = byChannel.get(channel) ?? new Map<Tier, Constrained[]>();
    byChannel.set(channel, byTier);
    for (const { tier, wants } of placementsOf(binding.match, terms, behaviours))
      groupOf(byTier, tier).push({ index, wants });
    return readBinding(binding, index, policy);
  });
  const parents = behaviours.has("parent-peer-tier");
  const attempts = new Map([...byChannel].map(([channel, byTier]) => [channel, attemptsOf(byTier, parents)]));
  return { bindings, attempts };
});
