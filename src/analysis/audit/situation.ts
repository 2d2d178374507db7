import { told } from "../representative/representative.ts";
import type { Policy } from "../../config/policy.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { rowsOf } from "../../lifecycle/store/read-store.ts";
import type { StoreRow } from "../../lifecycle/store/store-row.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { factsOfRow } from "../store/inbound-of-entry.ts";
import type { AuditWorld } from "../world.ts";
import { areSeveral, channelAccountsOf, type ChannelAccount, type Participant, peopleOf } from "./people.ts";
import { roomsOf, writersInRooms } from "./rooms.ts";

/** Everything that an audit looks at. */
export interface Situation {
  readonly policy: Policy;
  readonly accounts: readonly ChannelAccount[];
  /** Who gets in directly, as far as config and world tell. */
  readonly people: readonly Participant[];
  /** The rooms in which the bot answers, likewise. */
  readonly rooms: readonly Participant[];
  /** Who makes the bot act in rooms, as far as the config shows it; their message in each. */
  readonly roomWriters: readonly Participant[];
  /** Whether strangers, or more than one person, make the bot act, directly or in rooms. */
  readonly severalPeople: boolean;
  readonly agentIds: readonly string[];
  /** The keys of stored sessions. */
  readonly keys: readonly string[];
}

/** Whether an id of a channel is the name of a person whom identity links know there: older keys spell names like ids. */
function isLinkedName(peer: string, at: string, policy: Policy): boolean {
  return linksOf(policy).some(
    ({ name, channel = at }) => fold(name) === fold(peer) && fold(channel) === fold(at),
  );
}

/** The chat that a stored session is of: as its entry tells it, else as its key does; undefined where it is nobody's, or anybody's. */
function chatOf(row: StoreRow, policy: Policy): Inbound | undefined {
  const read = Object.keys(row).length > 1 ? factsOfRow(row, policy) : undefined;
  if (read !== undefined && !("reason" in read)) return read.inbound;
  const parts = parseSessionKey(row.key);
  if (parts?.kind !== "direct" && parts?.kind !== "group" && parts?.kind !== "channel") return undefined;
  const { account, channel, kind: chatType, peer } = parts;
  if (channel === undefined || "identity" in parts) return undefined;
  return chatType === "direct" && isLinkedName(peer, channel, policy)
    ? undefined
    : told({ channel, peer, chatType, account });
}

/** What stored sessions tell about who is there. */
function readRows(
  rows: readonly StoreRow[],
  policy: Policy,
): Pick<Required<AuditWorld>, "senders" | "groups"> {
  const senders: NonNullable<AuditWorld["senders"]>[number][] = [];
  const groups: NonNullable<AuditWorld["groups"]>[number][] = [];
  for (const row of rows) {
    const { account, channel = "", chatType, peer = "" }: Partial<Inbound> = chatOf(row, policy) ?? {};
    if (chatType === "direct") senders.push(told({ channel, peer, account }));
    else if (chatType !== undefined) groups.push(told({ channel, peer, chatType, account }));
  }
  return { senders, groups };
}

/** Sets the situation: who is there, as the config, the world and the stored keys tell. */
export function situationOf(policy: Policy, world: AuditWorld): Situation {
  const rows = rowsOf(world.keys ?? []);
  const stored = readRows(rows, policy);
  const known: AuditWorld = {
    ...world,
    senders: [...(world.senders ?? []), ...stored.senders],
    groups: [...(world.groups ?? []), ...stored.groups],
  };
  const accounts = channelAccountsOf(policy);
  const people = peopleOf(accounts, known, policy);
  const rooms = roomsOf(accounts, known, policy);
  const roomWriters = writersInRooms(accounts, rooms, policy);
  const agentIds = agentRoster(policy).agents.map(({ id }) => id);
  return {
    policy,
    accounts,
    people,
    rooms,
    roomWriters,
    severalPeople: areSeveral(people) || areSeveral(roomWriters),
    agentIds: agentIds.length > 0 ? agentIds : [mainAgentId],
    keys: rows.map(({ key }) => key),
  };
}
