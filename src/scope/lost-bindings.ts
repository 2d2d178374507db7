import { formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import { isRoute } from "./binding-index.ts";
import { placementsOf, type Placement } from "./binding-tiers.ts";
import type { Constraint, Offer } from "./constraint-tree.ts";
import type { LostBinding } from "./resolution.ts";
import { offersOf, type RouteFacts } from "./route-facts.ts";
import { routingTerms } from "./routing-terms.ts";

type Because = LostBinding["because"];

/** What people call each constraint, in the order in which they are asked about. */
const fields: readonly (readonly [Constraint, Because])[] = [
  ["account", "accountId"],
  ["kind", "peer.kind"],
  ["peer", "peer.id"],
  ["guild", "guildId"],
  ["team", "teamId"],
  ["role", "roles"],
];

function holds(constraint: Constraint, wanted: readonly string[], offer: Offer): boolean {
  const offered = offer[constraint];
  if (offered === undefined) return false;
  return typeof offered === "string"
    ? wanted.includes(offered)
    : offered.some((role) => wanted.includes(role));
}

/** The first field of a placement that does not hold; undefined when all hold. */
function failing({ wants }: Placement, offer: Offer): Because | undefined {
  return fields.find(([constraint]) => {
    const wanted = wants[constraint];
    return wanted !== undefined && !holds(constraint, wanted, offer);
  })?.[1];
}

/**
 * Tells why each binding but the winner lost a message. Goes through all of them, so it is for
 * explanations and tests, not for every message.
 */
export function lostBindings(
  facts: RouteFacts,
  winner: number | undefined,
  policy: Policy,
): readonly LostBinding[] {
  const { behaviours, config } = policy;
  const terms = routingTerms(policy);
  const channel = terms.channel(facts.channel);
  const { own, ofParent } = offersOf(facts, channel, terms.account(facts.account), terms);
  const parent = behaviours.has("parent-peer-tier") ? ofParent : undefined;

  function why(binding: NonNullable<typeof config.bindings>[number]): Because {
    if (!isRoute(binding, policy)) return "type";
    if (terms.channel(binding.match.channel.trim()) !== channel) return "channel";
    const placements = placementsOf(binding.match, terms, behaviours);
    const [first] = placements;
    if (first === undefined) return "impossible";
    const failures = placements.flatMap((placement) => {
      const offers = placement.tier === "peer" && parent !== undefined ? [own, parent] : [own];
      return offers.map((asked) => failing(placement, asked));
    });
    return failures.includes(undefined) ? "outranked" : (failures[0] ?? "outranked");
  }

  return (config.bindings ?? []).flatMap((binding, index) =>
    index === winner ? [] : [{ index, path: formatPath(["bindings", index]), because: why(binding) }],
  );
}
