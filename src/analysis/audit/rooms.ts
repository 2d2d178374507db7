import { told } from "../representative/representative.ts";
import type { Policy } from "../../config/policy.ts";
import { listedSenders } from "../../policy/access/sender-list.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
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

/** The rooms that an account's config lists by their id. */
export function listedRooms({ access }: ChannelAccount): readonly string[] {
  return [...(access.groups?.byId.keys() ?? [])].filter((id) => id !== "*");
}

/**
 * Who is answered in a room of an account, and is shown by the config: of each list the first two, which are several, and
 * a stranger.
 */
function writersIn(room: Inbound, account: ChannelAccount, policy: Policy): readonly Participant[] {
  const { access, channel } = account;
  const listed = (list: AllowListSource | undefined) =>
    listedSenders(list, channel, policy)
      .slice(0, 2)
      .map((sender) => ({ sender, invented: false }));
  const own = room.peer === undefined ? undefined : access.groups?.byId.get(room.peer);
  const entries = own?.config.allowFrom;
  const [stranger] = strangersAt(account, policy);
  const candidates = [
    ...(entries === undefined ? [] : listed({ entries, path: `${own?.path ?? ""}.allowFrom` })),
    ...listed(access.groupAllowFrom),
    ...listed(access.allowFrom),
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
    const places = [unlistedRoom, ...listedRooms(account)].map((peer): Inbound => ({
      ...addressOf(account),
      chatType: "group",
      peer,
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
    access.groupPolicy !== undefined ||
    access.groupAllowFrom !== undefined ||
    policy.config.channels?.defaults?.groupPolicy !== undefined;
  const ids = [
    ...listedRooms(account).map((peer) => ({ peer, invented: false })),
    ...(speaks ? [{ peer: unlistedRoom, invented: true }] : []),
  ];
  return ids
    .map(({ peer, invented }) => {
      const inbound: Inbound = { ...addressOf(account), chatType: "group", peer };
      return { inbound, invented, name: peer };
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
