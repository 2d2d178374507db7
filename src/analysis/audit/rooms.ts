import { told } from "../representative/representative.ts";
import type { Policy } from "../../config/policy.ts";
import { listedSenders } from "../../policy/access/sender-list.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { ChannelAccess } from "../../policy/access/channel-access.ts";
import { overrideList } from "../../policy/access/group.ts";
import { placeRoom } from "../../policy/access/placed-room.ts";
import { findRoom } from "../../policy/access/room.ts";
import { listedPeople } from "../../policy/access/room-people.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import type { Inbound } from "../../scope/inbound.ts";
import type { AuditWorld } from "../world.ts";
import {
  accountsOf,
  addressOf,
  personNamed,
  strangersAt,
  type ChannelAccount,
  type Participant,
} from "./people.ts";

/** A room that no config lists. */
export const unlistedRoom = "-1001";

/** A room, by what a message in it tells of it. */
export type RoomOfAccount = Pick<Inbound, "chatType" | "guild" | "team"> & { readonly peer: string };

/** The rooms that an account's config lists by their id. */
export function listedRooms({ access, channel }: ChannelAccount): readonly RoomOfAccount[] {
  const scheme = schemeOf(channel);
  if (scheme === undefined)
    return namedKeys(access.groups?.byId).map((peer) => ({ chatType: "group", peer }));
  const { places } = access;
  const chatType = "channel";
  if (scheme.levels.length === 1) return namedKeys(places?.byKey).map((peer) => ({ chatType, peer }));
  return [...(places?.byKey ?? [])].flatMap(([key, { within }]) => {
    const around = aroundOf(scheme, key === "*" ? unlistedRoom : key);
    const rooms = namedKeys(within?.byKey).map((peer) => ({ chatType, ...around, peer }) as const);
    // A server that is listed has rooms of which it says nothing.
    return [...rooms, { chatType, ...around, peer: unlistedRoom }];
  });
}

/** Rooms that no config lists. */
export function unlistedRooms({ channel }: ChannelAccount): readonly RoomOfAccount[] {
  const scheme = schemeOf(channel);
  const inGroup = { chatType: "group", peer: unlistedRoom } as const;
  if (scheme === undefined) return [inGroup];
  const outside = scheme.levels.length === 1 ? {} : aroundOf(scheme, unlistedRoom);
  const room = { chatType: "channel", ...outside, peer: unlistedRoom } as const;
  return scheme.groupChats === undefined ? [room] : [room, inGroup];
}

/** The server or team around a room. */
function aroundOf({ levels: [outer] }: RoomScheme, id: string): Pick<Inbound, "guild" | "team"> {
  return outer.fact === "guild" ? { guild: id } : { team: id };
}

function namedKeys(entries: ReadonlyMap<string, unknown> | undefined): readonly string[] {
  return [...(entries?.keys() ?? [])].filter((id) => id !== "*");
}

function groupLists(
  { peer, thread }: Inbound,
  access: ChannelAccess,
  policy: Policy,
): readonly AllowListSource[] {
  return [overrideList(findRoom(access, peer, thread, policy))].filter((list) => list !== undefined);
}

function placeLists(
  scheme: RoomScheme,
  room: Inbound,
  access: ChannelAccess,
  policy: Policy,
): readonly AllowListSource[] {
  const placed = placeRoom(scheme, room, access, policy);
  return listedPeople(placed, policy).flatMap(({ users }) => users ?? []);
}

/** The lists that may name whoever is answered in a room of an account, the room's own first. */
export function listsOfRoom(
  room: Inbound,
  { access, channel }: ChannelAccount,
  policy: Policy,
): readonly AllowListSource[] {
  const scheme = schemeOf(channel);
  const own =
    scheme === undefined ? groupLists(room, access, policy) : placeLists(scheme, room, access, policy);
  return [...own, access.groupAllowFrom, access.allowFrom].filter((list) => list !== undefined);
}

/**
 * Who is answered in a room of an account, and is shown by the config: of each list the first two, which are several, and
 * a stranger.
 */
function writersIn(room: Inbound, account: ChannelAccount, policy: Policy): readonly Participant[] {
  const { channel } = account;
  const [stranger] = strangersAt(account, policy);
  const listed = listsOfRoom(room, account, policy).flatMap((list) =>
    listedSenders(list, channel, policy).slice(0, 2),
  );
  const candidates = [
    ...listed.map((sender) => ({ sender, invented: false })),
    { sender: stranger, invented: true },
  ];
  return candidates
    .filter(({ sender }) => evaluateAccess({ ...room, sender, mentioned: true }, policy).allowed)
    .map(({ sender, invented }) => ({
      inbound: { ...room, sender },
      name: personNamed({ channel, peer: sender }, policy),
      invented,
    }));
}

/** Who makes the bot act in rooms: in those that are known, and in those to which an account would be added. */
export function writersInRooms(
  accounts: readonly ChannelAccount[],
  rooms: readonly Participant[],
  policy: Policy,
): readonly Participant[] {
  return accounts.flatMap((account) => {
    const { channel, account: name } = account;
    const known = rooms.filter(({ inbound }) => inbound.channel === channel && inbound.account === name);
    const places = [...unlistedRooms(account), ...listedRooms(account)].map((room): Inbound => ({
      ...addressOf(account),
      ...room,
    }));
    return [...known.map(({ inbound }) => inbound), ...places].flatMap((room) =>
      writersIn(room, account, policy),
    );
  });
}

/** The rooms in which an account's config has the bot answer. A config that does not speak of groups has none. */
function atAccount(account: ChannelAccount, policy: Policy): readonly Participant[] {
  const { access } = account;
  const speaks =
    access.groups?.fallback !== undefined ||
    access.places !== undefined ||
    access.groupPolicy !== undefined ||
    access.groupAllowFrom !== undefined ||
    policy.config.channels?.defaults?.groupPolicy !== undefined;
  const ids = [
    ...listedRooms(account).map((room) => ({ room, invented: false })),
    ...(speaks ? unlistedRooms(account).map((room) => ({ room, invented: true })) : []),
  ];
  return ids
    .map(({ room, invented }) => {
      const inbound: Inbound = { ...addressOf(account), ...room };
      return { inbound, invented, name: room.peer };
    })
    .filter(({ inbound }) => writersIn(inbound, account, policy).length > 0);
}

/** The rooms that bindings name. */
function inBindings({ config }: Policy): readonly Participant[] {
  return (config.bindings ?? []).flatMap(({ match: { channel, accountId, peer } }) => {
    if ((peer?.kind !== "group" && peer?.kind !== "channel") || peer.id === "*") return [];
    const account = accountId === "*" ? undefined : accountId;
    const inbound = told({ channel, chatType: peer.kind, peer: peer.id, account });
    return [{ inbound, invented: false, name: peer.id }];
  });
}

function ofWorld(world: AuditWorld): readonly Participant[] {
  return (world.groups ?? []).flatMap(({ account, chatType = "group", ...place }) =>
    accountsOf(place.channel, account, world).map((name) => ({
      inbound: { ...place, chatType, ...(name !== undefined && { account: name }) },
      invented: false,
      name: place.peer,
    })),
  );
}

/** Every room in which the bot answers, as far as config and world tell. */
export function roomsOf(
  accounts: readonly ChannelAccount[],
  world: AuditWorld,
  policy: Policy,
): readonly Participant[] {
  return [
    ...ofWorld(world),
    ...accounts.flatMap((account) => atAccount(account, policy)),
    ...inBindings(policy),
  ];
}
