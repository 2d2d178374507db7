import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { channelAccess } from "../../policy/access/channel-access.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { Inbound } from "../../scope/inbound.ts";
import {
  addressOf,
  accountsOf,
  channelAccountsOf,
  strangersAt,
  type ChannelAccount,
} from "../audit/people.ts";
import { listedRooms, unlistedRoom, unlistedRooms } from "../audit/rooms.ts";
import { told } from "../representative/representative.ts";
import type { AuditWorld } from "../world.ts";

/** Somewhere to write to the bot: a message without its writer. */
export interface Doorway {
  readonly account: ChannelAccount;
  readonly inbound: Inbound;
  /** The id of somebody whom no list of the account names. */
  readonly stranger: string;
}

/** The accounts that the config has, the world names, or the host told of beside its config. */
export function accountsToAsk(policy: Policy, world: AuditWorld): readonly ChannelAccount[] {
  const accounts = new Map<string, ChannelAccount>();
  const add = (account: ChannelAccount) => {
    const place = JSON.stringify([account.channel, account.account]);
    if (!accounts.has(place)) accounts.set(place, account);
  };
  const addNamed = (channel: string, account: string | undefined) => {
    const access = channelAccess(channel, account, policy) ?? { path: extendPath("channels", channel) };
    add(told({ channel, account, access }));
  };
  const configured = channelAccountsOf(policy);
  for (const account of configured) add(account);
  for (const [channel, ids] of Object.entries(world.accounts ?? {}))
    for (const account of ids) addNamed(channel, account);
  const known = new Set([...accounts.values()].map(({ channel }) => channel));
  const others = [...(policy.channels ?? []), ...Object.keys(world.accounts ?? {})];
  for (const channel of others) if (!known.has(channel)) addNamed(channel, undefined);
  for (const { channel, account } of [...(world.senders ?? []), ...(world.groups ?? [])])
    if (account !== undefined || !known.has(channel))
      for (const name of accountsOf(channel, account, world)) addNamed(channel, name);
  return [...accounts.values()];
}

/** The topics of a room of which an account's config says something. */
function topicsIn(account: ChannelAccount, room: Inbound): readonly Inbound[] {
  const { groups } = account.access;
  if (schemeOf(account.channel) !== undefined || room.peer === undefined) return [];
  const topics = (groups?.byId.get(room.peer) ?? groups?.fallback)?.config.topics;
  return Object.keys(topics ?? {}).map((thread) => ({ ...room, thread }));
}

/** Where to write to an account: directly, in each room that is listed or known, in any other room, and in their topics. */
export function doorwaysOf(account: ChannelAccount, world: AuditWorld, policy: Policy): readonly Doorway[] {
  const [stranger] = strangersAt(account, policy);
  const direct: Inbound = { ...addressOf(account), chatType: "direct" };
  const known = (world.groups ?? []).flatMap(({ channel, account: name, chatType = "group", ...room }) =>
    channel === account.channel && accountsOf(channel, name, world).includes(account.account)
      ? [{ ...room, chatType }]
      : [],
  );
  const rooms = [...listedRooms(account), ...known, ...unlistedRooms(account)].map((room): Inbound => ({
    ...addressOf(account),
    ...room,
  }));
  const inbounds = [direct, ...rooms.flatMap((room) => [room, ...topicsIn(account, room)])];
  const each = new Map(inbounds.map((inbound) => [JSON.stringify(Object.entries(inbound).sort()), inbound]));
  return [...each.values()].map((inbound) => ({ account, inbound, stranger }));
}

/** What a fact says to people: nothing where it stands for any room or server that nobody names. */
export function namedFact(fact: string | undefined): string | undefined {
  return fact === unlistedRoom ? undefined : fact;
}
