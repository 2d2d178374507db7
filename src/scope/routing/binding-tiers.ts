import type { BindingConfig } from "../../config/config.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { Constrained } from "./constraint-tree.ts";
import type { RoutingTerms } from "./routing-terms.ts";

/** What kind of constraint places a binding, nearest first. */
export const tiers = ["peer", "peer.wildcard", "guild+roles", "guild", "team", "account", "channel"] as const;

/** One of them. */
export type Tier = (typeof tiers)[number];

type Match = BindingConfig["match"];
type Wants = Constrained["wants"];

/** A tier that a binding stands in, and all that it asks of a message there. */
export interface Placement {
  readonly tier: Tier;
  readonly wants: Wants;
}

/** The accounts that a binding serves: one, or with `*` all (no constraint). */
function accountOf({ accountId }: Match, terms: RoutingTerms): Wants {
  const pattern = accountId?.trim() ?? "";
  if (pattern === "*") return {};
  return { account: [terms.account(pattern === "" ? undefined : accountId)] };
}

/** The peer that a binding names; undefined when no message can have it. */
function peerOf(
  peer: NonNullable<Match["peer"]>,
  { channel }: Match,
  terms: RoutingTerms,
): Required<Pick<Wants, "kind" | "peer">> | undefined {
  const kind = terms.boundKind(peer.kind);
  if (kind === undefined || peer.id.trim() === "") return undefined;
  const id = terms.peer(peer.id.trim(), terms.channel(channel.trim()), kind);
  return { kind: [terms.family(kind)], peer: [id] };
}

function named(id: string | undefined): readonly string[] | undefined {
  const trimmed = id?.trim() ?? "";
  return trimmed === "" ? undefined : [trimmed];
}

/** From 2026.2.17: one tier, in which everything that the binding names must hold. */
function placeAllOf(match: Match, terms: RoutingTerms, wildcards: boolean): readonly Placement[] {
  const guild = named(match.guildId);
  const team = named(match.teamId);
  const role = match.roles === undefined || match.roles.length === 0 ? undefined : match.roles;
  const peer = match.peer === undefined ? undefined : peerOf(match.peer, match, terms);
  if (match.peer !== undefined && peer === undefined) return [];
  const wildcard = wildcards && peer?.peer[0] === "*";
  const wants: Wants = {
    ...accountOf(match, terms),
    ...(wildcard ? { kind: peer.kind } : peer),
    ...(guild && { guild }),
    ...(team && { team }),
    ...(role && { role }),
  };
  if (peer !== undefined) return [{ tier: wildcard ? "peer.wildcard" : "peer", wants }];
  if (guild !== undefined) return [{ tier: role === undefined ? "guild" : "guild+roles", wants }];
  if (team !== undefined) return [{ tier: "team", wants }];
  return [{ tier: wants.account === undefined ? "channel" : "account", wants }];
}

/** Up to 2026.2.12: every tier whose one constraint the binding names, each by itself. */
function placeEach(match: Match, terms: RoutingTerms): readonly Placement[] {
  const account = accountOf(match, terms);
  const guild = named(match.guildId);
  const team = named(match.teamId);
  const peer = match.peer === undefined ? undefined : peerOf(match.peer, match, terms);
  const placements: Placement[] = [];
  if (peer !== undefined) placements.push({ tier: "peer", wants: { ...account, ...peer } });
  if (guild !== undefined) placements.push({ tier: "guild", wants: { ...account, guild } });
  if (team !== undefined) placements.push({ tier: "team", wants: { ...account, team } });
  if (match.peer === undefined && !match.guildId && !match.teamId)
    placements.push({ tier: account.account === undefined ? "channel" : "account", wants: account });
  return placements;
}

/**
 * The tiers in which a binding stands under an edition; none when it can never match, as one of a blank
 * channel, which does not stand for messages without a channel.
 */
export function placementsOf(
  match: Match,
  terms: RoutingTerms,
  behaviours: Behaviours,
): readonly Placement[] {
  if (match.channel.trim() === "") return [];
  return behaviours.has("bindings-are-all-of")
    ? placeAllOf(match, terms, behaviours.has("wildcard-peers"))
    : placeEach(match, terms);
}
