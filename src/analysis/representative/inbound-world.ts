import type { ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { told } from "./representative.ts";
import type { PlaceDemand } from "./places.ts";

/** In which guild and team the rooms that bindings name stand: a room stands in one. */
export type Surroundings = Pick<Inbound, "guild" | "team">;

/** What a policy may tell messages of one channel apart by. */
export interface ChannelValues {
  readonly channel: string;
  /** Those that are named, none, and two that are not named. */
  readonly accounts: readonly (string | undefined)[];
  readonly roles: readonly (readonly string[] | undefined)[];
  readonly threads: readonly (string | undefined)[];
  /** The rooms that are named, threads that are rooms of their own among them. */
  readonly rooms: readonly (Pick<Inbound, "parent" | "thread"> & {
    readonly chatType: ChatType;
    readonly peer: string;
  })[];
}

/** Ids that stand in for all. */
export interface StandIns {
  /** Two people, or rooms, that no policy names. */
  readonly peers: readonly [string, string];
  readonly accounts: readonly [string, string];
  /** The people whom a policy knows, on whatever channel. */
  readonly known: readonly string[];
}

function distinct<Value>(values: readonly (Value | undefined)[]): readonly (Value | undefined)[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Nobody's roles, everyone that is asked for, and every two of them: one to decide under each policy. */
function roleSets(demands: readonly PlaceDemand[]): ChannelValues["roles"] {
  const roles = [...new Set(demands.flatMap((demand) => demand.roles ?? []))];
  const pairs = roles.flatMap((one, at) => roles.slice(at + 1).map((other) => [one, other]));
  return [undefined, ...roles.map((role) => [role]), ...pairs];
}

/** Reads what is asked of the messages of a channel. */
export function valuesOf(
  channel: string,
  demands: readonly PlaceDemand[],
  { accounts }: StandIns,
): ChannelValues {
  const here = demands.filter((demand) => demand.channel === channel);
  const rooms = here.flatMap(({ chatType, parent, peer, thread }) =>
    peer === undefined || chatType === undefined || chatType === "direct"
      ? []
      : [{ chatType, peer, ...(parent !== undefined && thread !== undefined && { parent, thread }) }],
  );
  const threads = here.flatMap(({ parent, thread }) => (parent === undefined ? [thread] : []));
  return {
    channel,
    accounts: distinct([undefined, ...accounts, ...here.map(({ account }) => account)]),
    roles: roleSets(here),
    threads: distinct([undefined, "1", "2", ...threads]),
    rooms: distinct(rooms).filter((room) => room !== undefined),
  };
}

/** The chats of a channel, some of them in no guild and team, those with a name where they stand. */
function* chatsOf(
  { channel, rooms }: ChannelValues,
  surroundings: Surroundings,
  { known, peers }: StandIns,
): Generator<Inbound> {
  const within = Object.keys(surroundings).length === 0 ? [{}] : [{}, surroundings];
  for (const around of within) {
    const { guild = "", team = "" }: Surroundings = around;
    for (const peer of [...peers, ...known]) yield { channel, chatType: "direct", ...around, peer };
    for (const id of peers) yield { channel, chatType: "group", ...around, peer: `${id}${guild}${team}` };
    for (const chatType of ["direct", "group"] as const) yield { channel, chatType, ...around };
  }
  for (const room of rooms) yield { channel, ...surroundings, ...room };
}

/** How many messages `worldOf` makes, at most. */
export function worldSize(channels: readonly ChannelValues[], { known }: StandIns): number {
  return channels.reduce(
    (sum, { accounts, roles, rooms, threads }) =>
      sum + accounts.length * roles.length * threads.length * (2 * (known.length + 6) + rooms.length),
    0,
  );
}

/** Messages with every mix of what a policy may tell them apart by, for rooms that stand somewhere. */
export function* worldOf(
  channels: readonly ChannelValues[],
  surroundings: Surroundings,
  standIns: StandIns,
): Generator<Inbound> {
  for (const values of channels)
    for (const chat of chatsOf(values, surroundings, standIns))
      for (const thread of chat.thread === undefined ? values.threads : [chat.thread])
        for (const account of values.accounts)
          for (const roles of values.roles) yield told({ ...chat, thread, account, roles });
}
