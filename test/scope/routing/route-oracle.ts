import type { BindingConfig } from "../../../src/config/config.ts";
import type { Behaviours } from "../../../src/edition/edition.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import type { MatchedBy } from "../../../src/scope/resolution.ts";

interface Where {
  readonly kind: string;
  readonly id: string;
}

/**
 * How OpenClaw looks for a binding, read aloud: every tier in turn, every binding in turn, no index. Takes ids
 * and kinds in canonical form.
 */
export function scanBindings(
  bindings: readonly BindingConfig[],
  inbound: Inbound,
  behaviours: Behaviours,
): { readonly index: number; readonly matchedBy: MatchedBy } | undefined {
  const allOf = behaviours.has("bindings-are-all-of");
  const wildcards = allOf && behaviours.has("wildcard-peers");
  const roomsAreOne = behaviours.has("rooms-are-one-kind");
  const family = (kind: string) => (roomsAreOne && kind !== "direct" ? "room" : kind);
  const account = inbound.account ?? "default";
  const candidates = bindings
    .map((binding, index) => ({ ...binding.match, index }))
    .filter(({ channel }) => channel === inbound.channel)
    .filter(({ accountId = "default" }) => accountId === "*" || accountId === account);
  type Candidate = (typeof candidates)[number];

  const sameKind = ({ peer }: Candidate, where: Where | undefined) =>
    peer !== undefined && where !== undefined && family(peer.kind) === family(where.kind);
  const isWild = ({ peer }: Candidate) => wildcards && peer?.id === "*";
  const samePeer = (candidate: Candidate, where: Where | undefined) =>
    sameKind(candidate, where) && (isWild(candidate) || candidate.peer?.id === where?.id);
  const hasRole = ({ roles = [] }: Candidate) => roles.some((role) => inbound.roles?.includes(role));
  const all = (candidate: Candidate, where: Where | undefined) =>
    (candidate.peer === undefined || samePeer(candidate, where)) &&
    (candidate.guildId === undefined || candidate.guildId === inbound.guild) &&
    (candidate.teamId === undefined || candidate.teamId === inbound.team) &&
    (candidate.roles === undefined || hasRole(candidate));

  const peer = inbound.peer === undefined ? undefined : { kind: inbound.chatType, id: inbound.peer };
  const parent = inbound.parent && { kind: inbound.parent.chatType, id: inbound.parent.peer };
  const nowhere = ({ peer, guildId, teamId }: Candidate) => !peer && !guildId && !teamId;
  const holds = (where: Where | undefined, one: boolean, candidate: Candidate) =>
    allOf ? all(candidate, where) : one;

  const tiers: readonly (readonly [MatchedBy, (candidate: Candidate) => boolean])[] = [
    ["binding.peer", (c) => !!c.peer && !isWild(c) && holds(peer, samePeer(c, peer), c)],
    [
      "binding.peer.parent",
      (c) =>
        behaviours.has("parent-peer-tier") &&
        !!parent &&
        !!c.peer &&
        !isWild(c) &&
        holds(parent, samePeer(c, parent), c),
    ],
    ["binding.peer.wildcard", (c) => isWild(c) && all(c, peer)],
    ["binding.guild+roles", (c) => allOf && !c.peer && !!c.guildId && !!c.roles && all(c, peer)],
    [
      "binding.guild",
      (c) => !!c.guildId && (allOf ? !c.peer && !c.roles && all(c, peer) : c.guildId === inbound.guild),
    ],
    [
      "binding.team",
      (c) => !!c.teamId && (allOf ? !c.peer && !c.guildId && all(c, peer) : c.teamId === inbound.team),
    ],
    ["binding.account", (c) => nowhere(c) && c.accountId !== "*" && (!allOf || all(c, peer))],
    ["binding.channel", (c) => nowhere(c) && c.accountId === "*" && (!allOf || all(c, peer))],
  ];
  for (const [matchedBy, isMatch] of tiers) {
    const winner = candidates.find(isMatch);
    if (winner !== undefined) return { index: winner.index, matchedBy };
  }
  return undefined;
}
