import type { Inbound } from "../../scope/inbound.ts";

/** Somebody who writes directly, or a room: a message of theirs, and who it is. */
export interface Participant {
  readonly inbound: Inbound;
  /** Equal for the same person. */
  readonly name: string;
  /** Made up, to show what an open account means. */
  readonly invented: boolean;
}

/** How a participant is named to people: `telegram:123`. */
export function nameOf({ channel, account, peer = "" }: Inbound): string {
  return [channel, ...(account === undefined ? [] : [account]), peer].join(":");
}
