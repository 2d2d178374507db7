import type { Inbound } from "./inbound.ts";

/** That a chat or a person has another id from now on. */
export interface Moved {
  /** The channel on which it has another id, such as `telegram`. */
  readonly channel: string;
  /** The id that stands in messages and keys from before. */
  readonly from: string;
  /** The id that it has from now on. */
  readonly to: string;
}

/** A message as it would have come with other ids; undefined where it has none of them. */
function renamed(
  inbound: Inbound,
  moved: Iterable<Moved>,
  ids: (move: Moved) => readonly [before: string, after: string],
): Inbound | undefined {
  let made = inbound;
  for (const move of moved) {
    if (move.channel !== made.channel) continue;
    const [before, after] = ids(move);
    const { parent, peer, sender } = made;
    if (![peer, sender, parent?.peer].includes(before)) continue;
    made = {
      ...made,
      ...(peer === before && { peer: after }),
      ...(sender === before && { sender: after }),
      ...(parent?.peer === before && { parent: { ...parent, peer: after } }),
    };
  }
  return made === inbound ? undefined : made;
}

/** A message as it comes after ids have changed. */
export function withNewIds(inbound: Inbound, moved: Iterable<Moved>): Inbound {
  return renamed(inbound, moved, ({ from, to }) => [from, to]) ?? inbound;
}

/** A message as it came before ids changed; undefined where it has none of those that did. */
export function withOldIds(inbound: Inbound, moved: readonly Moved[]): Inbound | undefined {
  return renamed(inbound, moved.toReversed(), ({ from, to }) => [to, from]);
}
