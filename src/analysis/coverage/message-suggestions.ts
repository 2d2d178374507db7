import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { demandsOfBinding, placeDemands, type PlaceDemand } from "../representative/places.ts";
import { freshText, told, twoFresh, chatTypes } from "../representative/representative.ts";
import type { Suggestions } from "./part.ts";
import { placeOf, type IdentityLink } from "../../config/identity-links.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";

/** A person or a room, and an account, that no binding names. */
interface Unbound {
  readonly peer: string;
  readonly account: string;
}

function unboundOf(policy: Policy): Unbound {
  const demands = [...placeDemands(policy)];
  const named = new Set(demands.flatMap(({ peer, parent }) => [peer, parent?.peer]));
  const accounts = new Set(demands.map(({ account }) => account));
  return {
    peer: freshText((text) => named.has(text)),
    account: freshText((text) => accounts.has(text)),
  };
}

/** Messages that have what is demanded, and nothing else that a binding asks for. */
function* messagesFor(
  { anyAccount, account, chatType, peer, ...place }: PlaceDemand,
  unbound: Unbound,
): Generator<Inbound> {
  const accounts = account === undefined && anyAccount ? [undefined, unbound.account] : [account];
  const types = chatType === undefined ? chatTypes : [chatType];
  // A message to nobody has no peer that a nearer binding could ask for.
  for (const id of peer === undefined ? [unbound.peer, undefined] : [peer])
    for (const type of types)
      for (const owner of accounts) yield told({ ...place, chatType: type, peer: id, account: owner });
}

function* questionsFor(demands: Iterable<PlaceDemand>, unbound: Unbound): Suggestions["inputs"] {
  for (const demand of demands)
    for (const request of messagesFor(demand, unbound)) yield { ask: "resolution", request };
}

/** Suggestions for bindings. */
export function* bindingSuggestions(policy: Policy): Generator<Suggestions> {
  const unbound = unboundOf(policy);
  for (const [index, { match }] of (policy.config.bindings ?? []).entries()) {
    yield {
      path: formatPath(["bindings", index]),
      inputs: questionsFor(demandsOfBinding(match, policy), unbound),
    };
  }
}

/** Where somebody may write directly: a message but for whose it is. */
type Spot = Omit<Inbound, "peer">;

/** Two people, the first of which is also an account, whom a config does not name. */
type Strangers = readonly [string, string];

function isDirect({ chatType = "direct", peer }: PlaceDemand): boolean {
  return chatType === "direct" && peer === undefined;
}

/** Ways to write in a place that routing, or the scope of direct chats, may tell apart. */
function* spotsIn({ anyAccount, account, ...place }: PlaceDemand, [stranger]: Strangers): Generator<Spot> {
  for (const owner of account === undefined && anyAccount ? [undefined, stranger] : [account])
    for (const thread of [undefined, "1"])
      yield told({ ...place, chatType: "direct", account: owner, thread });
}

/** The spots of a channel in which two people have two sessions, so that it matters who writes. */
function tellingSpots(channel: string, [one, other]: Strangers, policy: Policy): readonly Spot[] {
  const idOf = (name: string) => channelIdOf(name, policy.behaviours);
  const sessionOf = (spot: Spot, peer: string) => resolveSession({ ...spot, peer }, policy).key;
  // Where a binding of one person alone asks who writes, a message for that binding tells it.
  const bound = [...placeDemands(policy)].filter(
    (each) => isDirect(each) && idOf(each.channel) === idOf(channel),
  );
  return [{ channel, anyAccount: true }, ...bound]
    .flatMap((demand) => [...spotsIn(demand, [one, other])])
    .filter((spot) => sessionOf(spot, one) !== sessionOf(spot, other));
}

function strangersTo(policy: Policy, links: readonly IdentityLink[]): Strangers {
  const named = new Set([
    ...links.map(({ id }) => id),
    ...[...placeDemands(policy)].flatMap(({ account, peer }) => [account, peer]),
  ]);
  return twoFresh(named);
}

/** Suggestions for identity links. */
export function* linkSuggestions(policy: Policy): Generator<Suggestions> {
  const links = linksOf(policy);
  const strangers = strangersTo(policy, links);
  const channels = new Set([
    ...configuredChannels(policy.config).keys(),
    ...links.flatMap(({ channel }) => channel?.trim() ?? []),
  ]);
  channels.add(freshText((text) => channels.has(text)));
  const spots = new Map([...channels].map((channel) => [channel, tellingSpots(channel, strangers, policy)]));

  function* questionsFor({ channel: named, id }: IdentityLink): Suggestions["inputs"] {
    for (const channel of named === undefined ? channels : [named.trim()])
      for (const spot of spots.get(channel) ?? [])
        yield { ask: "resolution", request: { ...spot, peer: id } };
  }

  for (const link of links) yield { path: formatPath(placeOf(link)), inputs: questionsFor(link) };
}
