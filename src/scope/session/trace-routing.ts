import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { BindingConfig } from "../../config/config.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { bindingIndex, isRoute } from "../routing/binding-index.ts";
import { placementsOf, type Placement } from "../routing/binding-tiers.ts";
import type { BindingFacts, Constraint } from "../routing/constraint-tree.ts";
import type { Inbound } from "../inbound.ts";
import { isUnreadable, readInbound, readMessage } from "./message.ts";
import { messageRules } from "./message-rules.ts";
import { bindingFacts, matchBinding } from "../routing/route.ts";
import { routingTerms } from "../routing/routing-terms.ts";

/** A binding that did not win, and the first thing about it that did not hold. */
export interface LostBinding {
  /** Its place in `bindings`, from 0. */
  readonly index: number;
  /** Where it is written: `bindings[0]`. */
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

function holds(constraint: Constraint, wanted: readonly string[], facts: BindingFacts): boolean {
  const fact = facts[constraint];
  if (fact === undefined) return false;
  return typeof fact === "string" ? wanted.includes(fact) : fact.some((role) => wanted.includes(role));
}

/** The first field of a placement that does not hold; undefined when all hold. */
function failing({ wants }: Placement, facts: BindingFacts): Because | undefined {
  return fields.find(([constraint]) => {
    const wanted = wants[constraint];
    return wanted !== undefined && !holds(constraint, wanted, facts);
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
  if (isPolluted()) return unpolluted(traceRouting, inbound, policy);
  demandPolicy(policy);
  const { behaviours } = policy;
  const rules = messageRules(policy);
  const read = readInbound(inbound, rules);
  if (isUnreadable(read, inbound)) return [];
  const message = readMessage(read, rules);
  const terms = routingTerms(policy);
  const { channel } = message;
  const facts = bindingFacts(message, terms);
  const index = bindingIndex(policy);
  const winner = matchBinding(index, index.attempts.get(channel) ?? [], facts)?.binding.index;
  const { own } = facts;
  const parent = behaviours.has("parent-peer-tier") ? facts.ofParent : undefined;

  function why(binding: BindingConfig): Because {
    if (!isRoute(binding, policy)) return "type";
    if (terms.channel(binding.match.channel.trim()) !== channel) return "channel";
    const placements = placementsOf(binding.match, terms, behaviours);
    const [first] = placements;
    if (first === undefined) return "impossible";
    const failures = placements.flatMap((placement) => {
      const asked = placement.tier === "peer" && parent !== undefined ? [own, parent] : [own];
      return asked.map((each) => failing(placement, each));
    });
    return failures.includes(undefined) ? "outranked" : (failures[0] ?? "outranked");
  }

  // A binding that the release's loader made is nobody's to lose.
  return (writtenConfig(policy).bindings ?? []).flatMap((binding, place) =>
    place === winner ? [] : [{ index: place, path: formatPath(["bindings", place]), because: why(binding) }],
  );
}
