import type { Policy } from "../../config/policy.ts";
import type { RoomAddress } from "../../policy/access/access-request.ts";
import type { ChannelAccess } from "../../policy/access/channel-access.ts";
import type { PlaceTable } from "../../policy/access/places.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import { slug } from "../../policy/access/slug.ts";
import { freshText, told } from "./representative.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Where a room is, and which. */
export type Address = RoomAddress & { readonly peer?: string };

/** Rooms that stand for all as far as what is written of places goes. */
export interface RepresentativeRooms {
  readonly addresses: readonly Address[];
  /** Whether every kind of room is among them. */
  readonly complete: boolean;
}

/** More families of keys than this are not tried in pairs: by id and by name, in a room and above it. */
const mostPaired = 12;

/** What a key is written around: the id or name without what may stand before it. */
function stem(key: string): string {
  return slug(key.slice(key.lastIndexOf(":") + 1).replace(/^[#!]/, "")) || key;
}

function contentOf(table: PlaceTable | undefined, key: string): string {
  const place = table?.byKey.get(key);
  return place === undefined ? "" : JSON.stringify(place.config);
}

/** Keys around one stem, of which some facts may find the one and some the other; of families that are alike the first. */
function familiesOf(tables: readonly (PlaceTable | undefined)[]): readonly (readonly string[])[] {
  const keys = new Set(tables.flatMap((table) => [...(table?.byKey.keys() ?? [])]));
  keys.delete("*");
  const families = new Map<string, string[]>();
  for (const key of keys) families.set(stem(key), [...(families.get(stem(key)) ?? []), key]);
  const alike = new Map<string, readonly string[]>();
  for (const [base, family] of families) {
    const forms = family.map((key) => {
      const at = lowerCase(key).indexOf(base);
      const inside = at === -1 ? key : key.slice(at, at + base.length);
      const form = at === -1 ? "" : key.slice(0, at) + "·" + key.slice(at + base.length);
      const letters = [inside === lowerCase(inside), inside === inside.toUpperCase(), /^\d+$/.test(inside)];
      return [form, letters, ...tables.map((table) => contentOf(table, key))];
    });
    const name = JSON.stringify(forms);
    if (!alike.has(name)) alike.set(name, family);
  }
  return [...alike.values()];
}

/** A spelling of a key, its case aside, that is none of those written; undefined where it has no other. */
function otherSpelling(key: string, written: ReadonlySet<string>): string | undefined {
  const low = lowerCase(key);
  return Array.from(
    { length: low.length },
    (_, index) => low.slice(0, index) + low.charAt(index).toUpperCase() + low.slice(index + 1),
  ).find((spelling) => !written.has(spelling));
}

/** Every id and name by which some keys may be found, or that a list names, and one by which none is. */
function wordsFor(
  families: readonly (readonly string[])[],
  listed: readonly string[] = [],
  looseKeys = false,
): readonly string[] {
  const keys = [...families.flat(), ...listed];
  const bare = keys.flatMap((key) => [key, key.slice(key.lastIndexOf(":") + 1), key.replace(/^[#!]/, "")]);
  const words = new Set(bare.flatMap((key) => [key, lowerCase(key), key.toUpperCase()]));
  if (looseKeys) {
    const written = new Set(keys);
    for (const key of keys) words.add(otherSpelling(key, written) ?? key);
  }
  words.add(freshText((text) => [...words].some((word) => stem(word) === text)));
  return [...words];
}

const silent = [undefined] as const;

/** What tells places of one kind apart, as facts of a message. */
function* levelFacts(
  scheme: RoomScheme,
  level: "outer" | "room",
  words: readonly string[],
  named: boolean,
  inPairs: boolean,
): Generator<Address> {
  const names = named && inPairs ? [undefined, ...words] : silent;
  const isDiscord = scheme.rolesSince !== undefined;
  if (level === "outer") {
    for (const id of words)
      for (const name of names)
        yield isDiscord ? told({ guild: id, guildName: name }) : told({ team: id, teamName: name });
    if (isDiscord) for (const id of words) yield { guild: id, guildUnavailable: true };
    return;
  }
  for (const peer of words) {
    for (const roomName of names) yield told({ peer, roomName });
    // Only where a thread is a room of its own does what it hangs under count.
    if (!isDiscord) continue;
    for (const parent of inPairs ? words : words.slice(-1))
      for (const parentName of names) yield { peer, parent: { peer: parent }, ...told({ parentName }) };
  }
}

/**
 * The rooms of a channel that can tell two policies apart. Whoever asks leaves out those of which both say what they say of
 * another one.
 */
export function representativeRooms(
  scheme: RoomScheme,
  accesses: readonly (ChannelAccess | undefined)[],
  policies: readonly Policy[],
): RepresentativeRooms {
  const addresses: Address[] = [];
  let complete = true;
  const ofSession = scheme.ofSession?.levels ?? [];
  const named = policies.some(
    ({ behaviours }, index) =>
      accesses[index]?.nameMatching?.value === true ||
      [...scheme.levels, ...ofSession].some((level) => level && !behaviours.has(level.namesNeedSwitch)),
  );
  const factsOf = (
    level: "outer" | "room",
    tables: readonly (PlaceTable | undefined)[],
    listed?: readonly string[],
  ) => {
    const families = familiesOf(tables);
    const inPairs = families.length <= mostPaired;
    if (!inPairs && (named || level === "room")) complete = false;
    const looseKeys = scheme.levels.some((each) => each?.anyCase === true || each?.slugs !== undefined);
    return [...levelFacts(scheme, level, wordsFor(families, listed, looseKeys), named, inPairs)];
  };
  const { listedIn } = scheme;
  const listedRooms = () =>
    accesses.flatMap((access) =>
      listedIn === undefined ? [] : (access?.[listedIn.list]?.entries ?? []).map(String),
    );
  const tables = accesses.map((access) => access?.places);
  if (scheme.levels.length === 1) return { addresses: factsOf("room", tables, listedRooms()), complete };
  const within = tables.flatMap((table) => [...(table?.byKey.values() ?? [])].map((place) => place.within));
  const rooms = factsOf("room", within);
  for (const outer of factsOf("outer", tables))
    for (const room of rooms) addresses.push({ ...outer, ...room });
  return { addresses, complete };
}
