import type { ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { splittingFacts, type SplittingFact } from "../../scope/conversation/conversation.ts";
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
  /** Every mix of two values of the facts by which the channel may split a chat. */
  readonly splits: readonly Partial<Inbound>[];
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

/** Two values of each fact by which a channel may split its chats, and what stands for a message that tells none. */
const splitValues: Readonly<Record<SplittingFact, readonly (string | boolean)[]>> = {
  messageId: ["m1", "m2"],
  mentioned: [true, false],
  sender: ["s1", "s2"],
  room: ["r1", "r2"],
  root: ["m1"],
  forum: [true],
};

function splitsOf(channel: string): readonly Partial<Inbound>[] {
  let mixes: readonly Partial<Inbound>[] = [{}];
  for (const fact of splittingFacts(channel)) {
    const values = splitValues[fact];
    // What a platform seldom tells may be absent in any mix.
    const either = values.length > 1 ? values : [undefined, ...values];
    mixes = mixes.flatMap((mix) => either.map((value) => told({ ...mix, [fact]: value })));
  }
  return mixes.length === 1 ? mixes : [{}, ...mixes];
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
    splits: splitsOf(channel),
    rooms: distinct(rooms).filter((room) => room !== undefined),
  };
}

/** The chats of a channel, some of them in no guild and team, those with a name where they stand. */
function* chatsOf(
  { channel, rooms, splits }: ChannelValues,
  surroundings: Surroundings,
  { known, peers }: StandIns,
): Generator<Inbound> {
  const within = Object.keys(surroundings).length === 0 ? [{}] : [{}, surroundings];
  for (const around of within) {
    const { guild = "", team = "" }: Surroundings = around;
    for (const peer of [...peers, ...known]) yield { channel, chatType: "direct", ...around, peer };
    // What a channel splits by may hold for one kind of room alone.
    const kinds = splits.length > 1 ? (["group", "channel"] as const) : (["group"] as const);
    for (const chatType of kinds)
      for (const id of peers) yield { channel, chatType, ...around, peer: `${id}${guild}${team}` };
    for (const chatType of ["direct", "group"] as const) yield { channel, chatType, ...around };
  }
  for (const room of rooms) yield { channel, ...surroundings, ...room };
}

/** How many messages `worldOf` makes, at most. */
export function worldSize(channels: readonly ChannelValues[], { known }: StandIns): number {
  return channels.reduce(
    (sum, { accounts, roles, rooms, splits, threads }) =>
      sum +
      accounts.length *
        roles.length *
        threads.length *
        splits.length *
        (2 * (known.length + (splits.length > 1 ? 8 : 6)) + rooms.length),
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
          for (const roles of values.roles)
            for (const split of values.splits) yield told({ ...chat, ...split, thread, account, roles });
}
