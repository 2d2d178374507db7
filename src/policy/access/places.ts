import type { ChannelConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { PlaceLevel } from "../../config/rooms.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { definedFields, firstFound, type Section } from "../section.ts";
import type { AllowListSource } from "./allow-list.ts";
import type { LevelScheme, PlaceFacts, PlaceKeys } from "./room-scheme.ts";
import { slug } from "./slug.ts";

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

/** What a config says of one place. */
export type PlaceConfig = NonNullable<AccountConfig["guilds"]>[string];

/** One place that a config writes, and the places within it. */
export interface Place extends Section<PlaceConfig> {
  readonly key: string;
  /** Where it stands among its siblings. */
  readonly order: number;
  readonly within?: PlaceTable;
  /** Who may write there. */
  readonly users?: AllowListSource;
  readonly roles?: AllowListSource;
}

/** Places of one kind, as they stand side by side in a config. */
export interface PlaceTable {
  readonly path: string;
  /** As they are written. */
  readonly entries: Readonly<Record<string, PlaceConfig>>;
  readonly byKey: ReadonlyMap<string, Place>;
  /** The first place whose key is each, its case and blanks around it aside. */
  readonly byFoldedKey: ReadonlyMap<string, Place>;
  /** The first place whose key has each slug. */
  readonly bySlug: ReadonlyMap<string, Place>;
  /** The first place that writes each `slug`. */
  readonly byWrittenSlug: ReadonlyMap<string, Place>;
}

function tableOf(
  entries: Readonly<Record<string, PlaceConfig>>,
  path: string,
  { people, within }: Pick<PlaceLevel, "people" | "within">,
): PlaceTable {
  const byKey = new Map<string, Place>();
  const byFoldedKey = new Map<string, Place>();
  const bySlug = new Map<string, Place>();
  const byWrittenSlug = new Map<string, Place>();
  for (const [key, config] of Object.entries(entries)) {
    const at = extendPath(path, key);
    const list = people ?? "users";
    const { [list]: users, roles, channels } = config;
    const place: Place = {
      key,
      order: byKey.size,
      config,
      path: at,
      ...definedFields({
        within: within && channels && tableOf(channels, `${at}.channels`, {}),
        users: users && { entries: users, path: `${at}.${list}` },
        roles: roles && { entries: roles, path: `${at}.roles` },
      }),
    };
    byKey.set(key, place);
    if (!byFoldedKey.has(fold(key))) byFoldedKey.set(fold(key), place);
    if (!bySlug.has(slug(key))) bySlug.set(slug(key), place);
    const written = slug(config.slug ?? "");
    if (written !== "" && !byWrittenSlug.has(written)) byWrittenSlug.set(written, place);
  }
  return { path, entries, byKey, byFoldedKey, bySlug, byWrittenSlug };
}

/** The places that an account of a channel, or the channel, writes; they are never merged. */
export function readPlaces(
  sections: readonly Section<AccountConfig>[],
  { setting, older, ...level }: PlaceLevel,
): PlaceTable | undefined {
  for (const name of older === undefined ? [setting] : [setting, older])
    for (const { config, path } of sections) {
      const entries = config[name];
      // Some channels have places where others have groups.
      if (entries !== undefined) return tableOf(entries, `${path}.${name}`, level);
    }
  return undefined;
}

/** What was found of a place. */
export interface FoundPlace {
  readonly place: Place;
  readonly by: "direct" | "parent" | "wildcard";
}

/** The first of several places that has each key among the places within it. */
const withinIndex = /* @__PURE__ */ once(({ byKey }: PlaceTable) => {
  const holders = { byKey: new Map<string, Place>(), bySlug: new Map<string, Place>() };
  for (const place of byKey.values())
    for (const name of ["byKey", "bySlug"] as const)
      for (const key of place.within?.[name].keys() ?? [])
        if (!holders[name].has(key)) holders[name].set(key, place);
  return holders;
});

/** Finds the first place of a table that has a place within it for what is asked, if only by `*`. */
export function findHolder(
  table: PlaceTable,
  facts: PlaceFacts,
  scheme: LevelScheme,
  heeding: Heeding,
): Place | undefined {
  const { byKey, bySlug } = withinIndex(table);
  const keys = heededKeys(scheme.keys(facts, heeding.behaviours), scheme, heeding);
  return firstWritten([
    byKey.get("*"),
    ...keys.map((key) => byKey.get(key)),
    ...keys.map((key) => bySlug.get(slug(key))),
  ]);
}

/** Of several places of a table the one that is written first. */
function firstWritten(places: readonly (Place | undefined)[]): Place | undefined {
  return places.filter((place) => place !== undefined).toSorted((a, b) => a.order - b.order)[0];
}

/** What is heeded besides ids. */
export interface Heeding {
  readonly behaviours: Behaviours;
  /** `dangerouslyAllowNameMatching` is on. */
  readonly switchedOn: boolean;
}

/** Whether the names of places of a kind are heeded. */
function heedsNames(scheme: LevelScheme, heeding: Heeding): boolean {
  return (
    !namesShut(scheme, heeding) && (heeding.switchedOn || !heeding.behaviours.has(scheme.namesNeedSwitch))
  );
}

function namesShut({ namesShut }: LevelScheme, { behaviours }: Heeding): boolean {
  return namesShut !== undefined && behaviours.has(namesShut);
}

function heededKeys(
  { ids, names = [] }: Pick<PlaceKeys, "ids" | "names">,
  scheme: LevelScheme,
  heeding: Heeding,
): readonly string[] {
  return (heedsNames(scheme, heeding) ? [...ids, ...names] : ids)
    .map((key) => key?.trim() ?? "")
    .filter((key) => key !== "");
}

function firstOf(
  written: Pick<PlaceKeys, "ids" | "names">,
  table: PlaceTable,
  scheme: LevelScheme,
  heeding: Heeding,
): Place | undefined {
  const keys = heededKeys(written, scheme, heeding);
  for (const key of keys) {
    const place = table.byKey.get(key);
    if (place !== undefined) return place;
    const inherits = scheme.inheritedUntil !== undefined && !heeding.behaviours.has(scheme.inheritedUntil);
    if (inherits && key in Object.prototype) return { key, order: -1, config: {}, path: table.path };
  }
  if (scheme.anyCase === true) return firstFound(keys, (key) => table.byFoldedKey.get(fold(key)));
  if (scheme.slugs === undefined) return undefined;
  const slugs = scheme.slugs === "key" ? table.bySlug : table.byWrittenSlug;
  return firstWritten(keys.map((key) => slugs.get(slug(key))));
}

/** Finds what a config says of a place: its own entry, else its parent's, else that of `*`. */
export function findPlace(
  table: PlaceTable,
  facts: PlaceFacts,
  scheme: LevelScheme,
  heeding: Heeding,
): FoundPlace | undefined {
  const keys = scheme.keys(facts, heeding.behaviours);
  const own = firstOf(keys, table, scheme, heeding);
  if (own !== undefined) return { place: own, by: "direct" };
  const above = keys.parent && firstOf(keys.parent, table, scheme, heeding);
  if (above !== undefined) return { place: above, by: "parent" };
  const anyIsId = scheme.anySince !== undefined && !heeding.behaviours.has(scheme.anySince);
  if (keys.unknown === true || anyIsId) return undefined;
  // A name that is written where only ids count was meant to admit, or to shut; `*` must not decide in its place.
  if (
    namesShut(scheme, heeding) &&
    (keys.names ?? []).some((name) => name !== undefined && table.byKey.has(name))
  )
    return undefined;
  const any = table.byKey.get("*");
  return any && { place: any, by: "wildcard" };
}
