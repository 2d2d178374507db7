import type { Policy } from "../config/policy.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { channelsOf } from "./representative-channels.ts";
import { peopleToldApart, type LinkedId } from "./representative-people.ts";
import { bothPlaces, placeDemands, type PlaceDemand } from "./representative-places.ts";
import { freshText } from "./representative-text.ts";

/** Messages that stand for all, and whether all are represented. */
export interface RepresentativeInbounds {
  readonly inbounds: readonly Inbound[];
  readonly complete: boolean;
}

/** More messages than this are not compared. */
const mostInbounds = 200_000;

/** Two texts that stand nowhere in the policies. */
function twoFresh(taken: ReadonlySet<string>): readonly [string, string] {
  const first = freshText((text) => taken.has(text));
  return [first, freshText((text) => text === first || taken.has(text))];
}

/** Every text of an object that a policy may compare an id with. */
function textsOf(demands: readonly PlaceDemand[], ids: readonly LinkedId[]): ReadonlySet<string> {
  return new Set([
    ...demands.flatMap(({ channel, account, peer, thread, parent }) =>
      [channel, account, peer, thread, parent?.peer].filter((text) => text !== undefined),
    ),
    ...ids.flatMap(({ id, channel }) => (channel === undefined ? [id] : [id, channel])),
  ]);
}

/** Finds the demands that a message may meet together with another one. */
function finder(demands: readonly PlaceDemand[]): (one: PlaceDemand) => readonly PlaceDemand[] {
  const byChat = new Map<string, PlaceDemand[]>();
  const nameOf = ({ channel }: PlaceDemand, peer: string | undefined) => JSON.stringify([channel, peer]);
  for (const demand of demands) {
    const name = nameOf(demand, demand.peer);
    byChat.set(name, [...(byChat.get(name) ?? []), demand]);
  }
  return (one) => {
    const peers = one.peer === undefined ? undefined : [one.peer, undefined];
    if (peers === undefined) return demands;
    return peers.flatMap((peer) => byChat.get(nameOf(one, peer)) ?? []);
  };
}

function demandsOfBoth(from: Policy, to: Policy): readonly PlaceDemand[] {
  const [before, after] = [[...placeDemands(from)], [...placeDemands(to)]];
  const found = new Map<string, PlaceDemand>();
  const add = (demand: PlaceDemand) => found.set(JSON.stringify(demand), demand);
  [...before, ...after].forEach(add);
  const alongside = finder(after);
  for (const one of before)
    for (const other of alongside(one)) {
      const both = bothPlaces(one, other);
      if (both !== undefined) add(both);
    }
  return [...found.values()];
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
    ...policies.flatMap((policy) => channelsOf(policy).map(([channel]) => channel)),
    ...demands.map(({ channel }) => channel),
    ...ids.flatMap(({ channel }) => channel ?? []),
  ]);
  return [...twoFresh(named), ...named];
}

const undemandedTypes = ["direct", "group"] as const satisfies readonly ChatType[];

interface Variations {
  /** Two that no policy knows. */
  readonly peers: readonly [string, string];
  readonly accounts: readonly [string, string];
  /** The ids of people that a policy knows, on whatever channel. */
  readonly known: readonly string[];
  /** The ids of whoever a policy knows by one. */
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
}

/** Messages that meet a demand, or all but one thing of it, in every way in which two of them may have the rest in common or not. */
function* inboundsOf(
  { anyAccount, account, chatType, peer, roles, thread, ...demand }: PlaceDemand,
  { peers, accounts, known, sameAs }: Variations,
): Generator<Inbound> {
  // A room stands in one guild and one team.
  const rooms = peers.map((id) => `${id}${demand.guild ?? ""}${demand.team ?? ""}`);
  const open = account === undefined && anyAccount;
  const idsOf = (type: ChatType) => {
    if (type !== "direct") return peer === undefined ? [...rooms, undefined] : [peer];
    return peer === undefined ? [...peers, undefined, ...known] : [peer, ...(sameAs.get(peer) ?? [])];
  };
  for (const type of chatType === undefined ? undemandedTypes : [chatType])
    for (const id of idsOf(type))
      for (const owner of open ? [undefined, ...accounts] : new Set([account, undefined, accounts[0]]))
        for (const within of thread === undefined ? [undefined, "1", "2"] : [thread, undefined, "1"])
          for (const having of roles === undefined ? [undefined] : [roles, undefined])
            yield {
              ...demand,
              chatType: type,
              ...(id !== undefined && { peer: id }),
              ...(owner !== undefined && { account: owner }),
              ...(within !== undefined && { thread: within }),
              ...(having !== undefined && { roles: having }),
            };
}

/** By each id, the ids of the people who have it. */
function samePeople(people: readonly (readonly LinkedId[])[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, readonly string[]>();
  for (const person of people) {
    const ids = person.map(({ id }) => id);
    for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), ...ids]);
  }
  return byId;
}

/** People under an id that is not linked, beside one that is. */
function* aliased(ids: readonly LinkedId[], fresh: string): Generator<Inbound> {
  for (const { channel, id } of ids)
    if (channel !== undefined) yield { channel, chatType: "direct", peer: fresh + id, aliases: [id] };
}

/**
 * Messages of which two share a session under a policy wherever any two do: for every binding of
 * the one policy and every one of the other that can both claim a message, what both ask for, or all but
 * one thing of it, with two values for all that they leave open.
 */
export function representativeInbounds(from: Policy, to: Policy): RepresentativeInbounds {
  const demands = demandsOfBoth(from, to);
  const bound = new Set(demands.flatMap(({ peer }) => peer ?? []));
  const people = peopleToldApart(from, to, (id) => bound.has(id));
  const ids = people.flat();
  const taken = textsOf(demands, ids);
  const peers = twoFresh(taken);
  const boundPeople = demands.flatMap(({ chatType, peer }) => (chatType === "direct" ? (peer ?? []) : []));
  const variations: Variations = {
    peers,
    accounts: twoFresh(taken),
    known: [...new Set([...ids.map(({ id }) => id), ...boundPeople])],
    sameAs: samePeople(people),
  };
  const anywhere = channelsToTell([from, to], demands, ids).map((channel) => ({ channel, anyAccount: true }));
  const inbounds = [...aliased(ids, peers[0])];
  for (const demand of [...anywhere, ...demands])
    for (const inbound of inboundsOf(demand, variations)) {
      if (inbounds.length === mostInbounds) return { inbounds, complete: false };
      inbounds.push(inbound);
    }
  return { inbounds, complete: true };
}
