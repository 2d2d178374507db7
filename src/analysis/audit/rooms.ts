import { told } from "../representative/representative.ts";
import type { Policy } from "../../config/policy.ts";
import { listedSenders } from "../../policy/access/sender-list.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { Inbound } from "../../scope/inbound.ts";
import type { AuditWorld } from "../world.ts";
import { accountsOf, addressOf, strangersAt, type ChannelAccount, type Participant } from "./people.ts";

/** A room that no config lists. */
export const unlistedRoom = "-1001";

/** The rooms that an account's config lists by their id. */
export function listedRooms({ access }: ChannelAccount): readonly string[] {
  return [...(access.groups?.byId.keys() ?? [])].filter((id) => id !== "*");
}

/** Tells in which rooms anybody is answered: somebody that a list names, or a stranger. */
function answering(account: ChannelAccount, policy: Policy): (room: Inbound) => boolean {
  const { access, channel } = account;
  const firstOf = (list: AllowListSource | undefined) => listedSenders(list, channel, policy).slice(0, 1);
  const anywhere = [
    ...firstOf(access.groupAllowFrom),
    ...firstOf(access.allowFrom),
    ...firstOf(access.directList),
    ...strangersAt(account, policy),
  ];
  return (room) => {
    const own = room.peer === undefined ? undefined : access.groups?.byId.get(room.peer);
    const entries = own?.config.allowFrom;
    const here = entries === undefined ? [] : firstOf({ entries, path: `${own?.path ?? ""}.allowFrom` });
    return [...here, ...anywhere].some(
      (sender) => evaluateAccess({ ...room, sender, mentioned: true }, policy).allowed,
    );
  };
}

/** The rooms in which an account's config has the bot answer. A config that does not speak of groups has none. */
function atAccount(account: ChannelAccount, policy: Policy): readonly Participant[] {
  const { access } = account;
  const isAnswered = answering(account, policy);
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
    .filter(({ inbound }) => isAnswered(inbound));
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
