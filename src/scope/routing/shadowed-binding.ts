import type { BindingConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { bindingIndex } from "./binding-index.ts";
import { placementsOf, type Placement } from "./binding-tiers.ts";
import { lowestMatch, nobody } from "./constraint-tree.ts";
import { routingTerms } from "./routing-terms.ts";

/**
 * Of the bindings that win every message which a binding would match, the first; `"impossible"` when no
 * message can match it; undefined when it can win. A binding is asked about like a message that has
 * just what it asks for: whatever matches that, matches every message of it.
 */
export function shadowingBinding(
  { match }: BindingConfig,
  index: number,
  policy: Policy,
): number | "impossible" | undefined {
  const { behaviours } = policy;
  const placements = placementsOf(match, routingTerms(policy), behaviours);
  if (placements.length === 0) return "impossible";
  const attempts = bindingIndex(policy).attempts.get(channelIdOf(match.channel.trim(), behaviours)) ?? [];

  function firstIn({ tier, wants }: Placement): number {
    const tree = attempts.find(({ matchedBy }) => matchedBy === `binding.${tier}`)?.tree ?? nobody;
    const facts = {
      account: wants.account?.[0],
      kind: wants.kind?.[0],
      peer: wants.peer?.[0],
      guild: wants.guild?.[0],
      team: wants.team?.[0],
    };
    // A message with any one of the roles matches, so each of them must be covered.
    const roles = wants.role === undefined ? [[]] : wants.role.map((role) => [role]);
    return Math.max(...roles.map((role) => lowestMatch(tree, { ...facts, role })));
  }

  const first = Math.max(...placements.map(firstIn));
  return first < index ? first : undefined;
}
