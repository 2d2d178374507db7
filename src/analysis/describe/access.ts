import type { Door } from "../doors/door.ts";
import { sayDoors } from "../doors/explain.ts";
import { alike, statement, type Statement } from "./statement.ts";

/** What doors must have in common to be told in one sentence: all but the room. */
function sameness({ room, path = "", ...door }: Door): unknown {
  // What one room says is told of it alone.
  const ofRoom = room !== undefined && path.includes(room);
  return [door, ofRoom ? path : ""];
}

/** The doors to one kind of room of one account. */
function kindOf({ account, channel, chatType }: Door): string {
  return JSON.stringify([channel, account, chatType]);
}

/** Says who may write, directly and in rooms. */
export function describeAccess(doors: readonly Door[]): readonly Statement[] {
  const counts = new Map<string, number>();
  for (const door of doors) counts.set(kindOf(door), (counts.get(kindOf(door)) ?? 0) + 1);
  return alike(doors, sameness).map((group) => {
    const [first] = group;
    const { channel, path = `channels.${channel}`, defaultOf } = first;
    const all = counts.get(kindOf(first)) === group.length;
    const source = { path, ...(defaultOf !== undefined && { defaultOf }) };
    return statement("access", sayDoors(group, all), source);
  });
}
