import type { Policy } from "../../config/policy.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { valuesOf, worldOf, worldSize, type StandIns, type Surroundings } from "./inbound-world.ts";
import { linkedIdsToldApart, type LinkedId } from "./people.ts";
import { placeDemands, type PlaceDemand } from "./places.ts";
import { told, twoFresh } from "./representative.ts";

/** Messages that stand for all, and whether all are represented. */
export interface RepresentativeInbounds {
  /** Messages that there may be at once; rooms stand in other guilds and teams in each world. */
  readonly worlds: readonly (readonly Inbound[])[];
  readonly complete: boolean;
}

/** More messages than this are not compared. */
const mostInbounds = 200_000;

/** Every text of an object that a policy may compare an id with. */
function textsOf(demands: readonly PlaceDemand[], ids: readonly LinkedId[]): ReadonlySet<string> {
  return new Set([
    ...demands.flatMap(({ channel, account, peer, thread, parent }) =>
      [channel, account, peer, thread, parent?.peer].filter((text) => text !== undefined),
    ),
    ...ids.flatMap(({ id, channel }) => (channel === undefined ? [id] : [id, channel])),
  ]);
}

/** Every channel that a policy may treat in a way of its own, and two more. */
function channelsToTell(
  policies: readonly Policy[],
  demands: readonly PlaceDemand[],
  ids: readonly LinkedId[],
): readonly string[] {
  const named = new Set([
    "telegram",
    "discord",
    ...policies.flatMap((policy) => [...configuredChannels(policy.config).keys()]),
    ...demands.map(({ channel }) => channel),
    ...ids.flatMap(({ channel }) => channel ?? []),
  ]);
  return [...twoFresh(named), ...named];
}

/** Where rooms may stand. */
function surroundingsOf(demands: readonly PlaceDemand[]): readonly Surroundings[] {
  const places = demands.map(({ guild, team }) => ({ ...(guild && { guild }), ...(team && { team }) }));
  return [...new Map([{}, ...places].map((place) => [JSON.stringify(place), place])).values()];
}

/** People under an id that is not linked, beside one that is. */
function* aliased(ids: readonly LinkedId[], fresh: string): Generator<Inbound> {
  for (const { channel, id } of ids)
    if (channel !== undefined) yield { channel, chatType: "direct", peer: fresh + id, aliases: [id] };
}

const undemandedTypes = ["direct", "group"] as const satisfies readonly ChatType[];

/** Messages that meet a demand, or all of it but the account or the roles. */
function* inboundsOf(
  { anyAccount, account, chatType, peer, roles, ...demand }: PlaceDemand,
  { peers, accounts }: StandIns,
): Generator<Inbound> {
  const open = account === undefined && anyAccount;
  for (const type of chatType === undefined ? undemandedTypes : [chatType])
    for (const id of peer === undefined ? peers : [peer])
      for (const owner of open ? [undefined, ...accounts] : new Set([account, undefined, accounts[0]]))
        for (const having of roles === undefined ? [undefined] : [roles, undefined])
          yield told({ ...demand, chatType: type, peer: id, account: owner, roles: having });
}

/** What is left of a world that is too large: for each demand by itself, messages that it is about. */
function excerpt(
  channels: readonly string[],
  demands: readonly PlaceDemand[],
  ids: readonly LinkedId[],
  standIns: StandIns,
): readonly Inbound[] {
  const inbounds: Inbound[] = [];
  const anywhere = channels.map((channel) => ({ channel, anyAccount: true }));
  const linked = ids.flatMap(({ channel = channels[0] ?? "", id }) =>
    [channel, channels[0] ?? ""].map((place): PlaceDemand => ({
      channel: place,
      anyAccount: false,
      chatType: "direct",
      peer: id,
    })),
  );
  for (const demand of [...anywhere, ...demands, ...linked])
    for (const inbound of inboundsOf(demand, standIns)) {
      if (inbounds.length === mostInbounds) return inbounds;
      inbounds.push(inbound);
    }
  return inbounds;
}

/**
 * Messages of which two share a session under a policy wherever any two do: they have, in every mix, what
 * bindings, topics and links ask for, and two values for all that these leave open. Of policies that ask
 * for too much they are an excerpt.
 */
export function representativeInbounds(from: Policy, to: Policy): RepresentativeInbounds {
  const demands = [from, to].flatMap((policy) => [...placeDemands(policy)]);
  const bound = new Set(demands.flatMap(({ peer }) => peer ?? []));
  const ids = linkedIdsToldApart(from, to, (id) => bound.has(id));
  const taken = textsOf(demands, ids);
  const boundPeople = demands.flatMap(({ chatType, peer }) => (chatType === "direct" ? (peer ?? []) : []));
  const standIns: StandIns = {
    peers: twoFresh(taken),
    accounts: twoFresh(taken),
    known: [...new Set([...ids.map(({ id }) => id), ...boundPeople])],
  };
  const channels = channelsToTell([from, to], demands, ids);
  const values = channels.map((channel) => valuesOf(channel, demands, standIns));
  const surroundings = surroundingsOf(demands);
  if (surroundings.length * worldSize(values, standIns) > mostInbounds)
    return { worlds: [excerpt(channels, demands, ids, standIns)], complete: false };
  const aliases = [...aliased(ids, standIns.peers[0])];
  return {
    worlds: surroundings.map((place) => [...aliases, ...worldOf(values, place, standIns)]),
    complete: true,
  };
}
