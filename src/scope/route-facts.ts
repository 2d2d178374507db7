import type { Offer } from "./constraint-tree.ts";
import type { RoutingTerms } from "./routing-terms.ts";

/** A person or a room, its kind as the channel names it. */
export interface Peer {
  readonly kind: string;
  readonly id: string;
}

/** What routing asks about a message. */
export interface RouteFacts {
  readonly channel: string;
  readonly account: string | undefined;
  readonly peer: Peer | undefined;
  /** What a thread hangs under. */
  readonly parent: Peer | undefined;
  readonly guild: string | undefined;
  readonly team: string | undefined;
  readonly roles: readonly string[] | undefined;
}

/** What a message offers to bindings, in the terms of an edition. */
export interface Offers {
  readonly own: Offer;
  /** The same with the parent in the peer's place; undefined when there is no parent to ask about. */
  readonly ofParent: Offer | undefined;
}

const noRoles: readonly string[] = [];

/** Puts what routing asks about a message into the terms in which bindings are compared; its channel and account are. */
export function offersOf(facts: RouteFacts, channel: string, account: string, terms: RoutingTerms): Offers {
  const { parent } = facts;
  const guild = facts.guild?.trim();
  const team = facts.team?.trim();
  const role = facts.roles ?? noRoles;

  function offerOf(peer: Peer | undefined): Offer {
    if (peer === undefined) return { account, kind: undefined, peer: undefined, guild, team, role };
    const kind = terms.kind(peer.kind);
    const id = terms.peer(peer.id, channel, kind);
    return { account, kind: terms.family(kind), peer: id, guild, team, role };
  }

  const hasParent = parent !== undefined && parent.id.trim() !== "";
  return { own: offerOf(facts.peer), ofParent: hasParent ? offerOf(parent) : undefined };
}
