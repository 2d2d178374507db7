import type { Policy } from "../../config/policy.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Clues } from "./clues.ts";
import type { Leads, Outcome } from "./outcomes.ts";

/** Stands for whoever else writes. */
const anybody = "*";

/** Names the person or the room of a message, by what is known. */
function nameOf({ before, after, renamed }: Outcome, { possibleChannels, strangers }: Clues): string {
  const identity = (after.ok ? after.identity : undefined) ?? before.identity;
  if (identity !== undefined) return identity;
  const { channel, peer, sender } = renamed;
  // Where each person in a room has a session, it is that person's history.
  if (before.split?.by.includes("sender") && sender !== undefined && !strangers.includes(sender))
    return `${channel}:${sender}`;
  if (peer === undefined || strangers.includes(peer)) return anybody;
  return possibleChannels.includes(channel) ? peer : `${channel}:${peer}`;
}

/** Those whose history a stored session holds, as far as can be told. */
export function peopleOf(key: string, { last, outcomes, own }: Leads, clues: Clues): readonly string[] {
  const certain = outcomes.filter(({ invented }) => !invented);
  const told = certain.length > 0 ? certain : outcomes;
  const known = last === undefined ? told : [...told, last];
  return [
    ...new Set([...(own === undefined ? [] : [key]), ...known.map((outcome) => nameOf(outcome, clues))]),
  ];
}

/** Tells whether a session that was one person's, or one room's, is about to be shared with whoever else writes. */
export function opensToAnybody({ outcomes }: Leads, { strangers }: Clues, from: Policy, to: Policy): boolean {
  return outcomes.some(({ inbound, before, after }) => {
    if (inbound.peer === undefined) return false;
    const fromStranger = { ...inbound, peer: strangers[0], sender: strangers[0] };
    return (
      after.ok &&
      resolveSession(fromStranger, to).key === after.key &&
      resolveSession(fromStranger, from).key !== before.key
    );
  });
}

const mostNamed = 10;

/** Those who would read one another in a session that several stored ones go into; none when it is one history's people. */
export function mixOf(
  own: readonly string[],
  all: ReadonlySet<string>,
  isOpened: boolean,
): readonly string[] | undefined {
  const isMixed = all.size > own.length;
  if (!isMixed && !isOpened) return undefined;
  const named = new Set([...own, ...(isOpened ? [anybody] : [])]);
  for (const name of all) {
    if (named.size >= mostNamed) break;
    named.add(name);
  }
  return [...named].slice(0, mostNamed);
}
