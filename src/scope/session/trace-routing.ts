import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { bindingIndex, isRoute, matchBinding } from "../routing/binding-index.ts";
import { placementsOf, type Placement } from "../routing/binding-tiers.ts";
import { chatFactsReader } from "./chat-facts.ts";
import type { Constraint, Offer } from "../routing/constraint-tree.ts";
import type { Inbound } from "../inbound.ts";
import { malformedInbound } from "./malformed-inbound.ts";
import { offersOf } from "../routing/route-facts.ts";
import { routingTerms } from "../routing/routing-terms.ts";

/** A binding that did not win, and the first thing about it that did not hold. */
export interface LostBinding {
  readonly index: number;
  readonly path: string;
  /**
   * The field of the binding that did not match; `"outranked"` when all of it did, and another binding
   * stands in a nearer tier or before it; `"impossible"` when no message can have what it asks for.
   */
  readonly because:
    | "type"
    | "channel"
    | "accountId"
    | "peer.kind"
    | "peer.id"
    | "guildId"
    | "teamId"
    | "roles"
    | "impossible"
    | "outranked";
}

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
 * Tells why each binding but the winner lost a message, in the order of the config. Goes through all of
 * them, so it is for explanations and tests, not for every message.
 *
 * @param inbound - The facts of one message; one that is refused as malformed lets no binding lose.
 *
 * @example
 * ```ts
 * const bindings = [{ agentId: "ops", match: { channel: "slack" } }];
 * const policy = parsePolicy({ bindings }, { edition: "2026-11" });
 * traceRouting({ channel: "irc", chatType: "channel", peer: "#ops" }, policy);
 * //=> [{ index: 0, path: "bindings[0]", because: "channel" }]
 * ```
 */
export function traceRouting(inbound: Inbound, policy: Policy): readonly LostBinding[] {
  const { behaviours, config } = policy;
  if (malformedInbound(behaviours)(inbound) !== undefined) return [];
  const facts = chatFactsReader(policy)(inbound);
  const terms = routingTerms(policy);
  const { channel } = facts;
  const offers = offersOf(facts, terms);
  const index = bindingIndex(policy);
  const winner = matchBinding(index, index.attempts.get(channel) ?? [], offers)?.binding.index;
  const { own } = offers;
  const parent = behaviours.has("parent-peer-tier") ? offers.ofParent : undefined;

  function why(binding: NonNullable<typeof config.bindings>[number]): Because {
    if (!isRoute(binding, policy)) return "type";
    if (terms.channel(binding.match.channel.trim()) !== channel) return "channel";
    const placements = placementsOf(binding.match, terms, behaviours);
    const [first] = placements;
    if (first === undefined) return "impossible";
    const failures = placements.flatMap((placement) => {
      const asked = placement.tier === "peer" && parent !== undefined ? [own, parent] : [own];
      return asked.map((offer) => failing(placement, offer));
    });
    return failures.includes(undefined) ? "outranked" : (failures[0] ?? "outranked");
  }

  return (config.bindings ?? []).flatMap((binding, place) =>
    place === winner ? [] : [{ index: place, path: formatPath(["bindings", place]), because: why(binding) }],
  );
}
