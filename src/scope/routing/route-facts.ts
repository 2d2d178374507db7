import type { Offer } from "./constraint-tree.ts";
import type { Inbound } from "../inbound.ts";
import type { RoutingTerms } from "./routing-terms.ts";

/** A person or a room, its kind as the channel names it. */
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

/** What a message offers to bindings, in the terms of an edition. */
export interface Offers {
  readonly own: Offer;
  /** The same with the parent in the peer's place; undefined when there is no parent to ask about. */
  readonly ofParent: Offer | undefined;
}

const noRoles: readonly string[] = [];

function offerOf(peer: Peer | undefined, facts: RouteFacts, terms: RoutingTerms): Offer {
  const { account, channel, inbound } = facts;
  const guild = inbound.guild?.trim();
  const team = inbound.team?.trim();
  const role = inbound.roles ?? noRoles;
  const kind = terms.kind(peer?.kind ?? "");
  const known = peer && { kind: terms.family(kind), id: terms.peer(peer.id, channel, kind) };
  return { account, kind: known?.kind, peer: known?.id, guild, team, role };
}

/** Puts what routing asks about a message into the terms in which bindings are compared. */
export function offersOf(facts: RouteFacts, terms: RoutingTerms): Offers {
  const { parent, peer } = facts;
  const hasParent = parent !== undefined && parent.id.trim() !== "";
  return {
    own: offerOf(peer, facts, terms),
    ofParent: hasParent ? offerOf(parent, facts, terms) : undefined,
  };
}
