/**
 * Whose words a session holds, or who is told them:
 * - `person`: one person, `telegram:111`, or the name that identity links give;
 * - `room`: everybody in a room, `telegram:-100`;
 * - `anybody`: people whom a door lets in and nobody names, such as whoever was paired.
 */
export type PartyKind = "person" | "room" | "anybody";

/** How it is known that somebody is of a session. */
export type PartyEvidence =
  /** The entry says so: the last message was theirs. */
  | "wrote"
  /** A list, or the world, names them, they are let in, and their messages lead here. */
  | "listed"
  /** A door lets them in, and their messages lead here. */
  | "open";

/** Somebody whose words a session may hold, or who may be told them. */
export interface Party {
  /** Whether it is one person, a room, or whoever a door lets in. */
  readonly kind: PartyKind;
  /** Equal for the same person or room. */
  readonly name: string;
  /** How it is known that they belong to the session. */
  readonly because: PartyEvidence;
  /** The setting or the entry of a list that lets them in; absent where the stored entry tells of them. */
  readonly path?: string;
}

/** Parties by their names. */
export type Parties = ReadonlyMap<string, Party>;

/** Adds a party unless it is known already; what the store tells of somebody counts more than what a list does. */
export function addParty(parties: Map<string, Party>, party: Party): void {
  const known = parties.get(party.name);
  if (known === undefined || (known.because !== "wrote" && party.because === "wrote"))
    parties.set(party.name, party);
}
