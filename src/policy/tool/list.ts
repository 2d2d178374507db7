import type { ToolSelectionConfig } from "../../config/config.ts";
import { once } from "../../edition/once.ts";
import { remember } from "../../edition/remember.ts";
import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import { compileGlob, type TextMatcher } from "../glob.ts";
import { nearest, type Section } from "../section.ts";
import { toolTables } from "./groups.ts";

/** A part of a config that selects tools, and where it stands. */
export type ToolSection = Section<ToolSelectionConfig>;

/** A list of a config that selects tools, and where it stands. */
export interface ToolListSource {
  /** The names and patterns of tools, as they are written. */
  readonly entries: readonly string[];
  /** Where the list stands: `tools.allow`. */
  readonly path: string;
  /** The entries are not written there: `path` is the setting that brings them, or could replace them. */
  readonly builtIn?: boolean;
}

/** The lists of one name in those of the sections that write it. */
export function listsOf(
  sections: readonly (ToolSection | undefined)[],
  name: "allow" | "alsoAllow" | "deny",
): readonly ToolListSource[] {
  return sections.flatMap((section) => {
    const written = nearest([section], name);
    return written === undefined ? [] : [{ entries: written.value, path: written.path }];
  });
}

/** The lists of one layer, read as its config means them. */
export interface PickedLists {
  readonly allow?: readonly ToolListSource[];
  readonly deny?: readonly ToolListSource[];
}

/**
 * Reads `allow`, `alsoAllow` and `deny` of one layer. `alsoAllow` extends `allow`; without an
 * `allow` that has entries it extends `*`, so that it does not restrict by itself.
 */
export function pickToolLists(section: ToolSection): PickedLists | undefined {
  const [allow] = listsOf([section], "allow");
  const [also] = listsOf([section], "alsoAllow").filter(({ entries }) => entries.length > 0);
  const deny = listsOf([section], "deny");
  const base = also && !allow?.entries.length ? { ...also, entries: ["*"] } : allow;
  if (base === undefined && deny.length === 0) return undefined;
  return { ...(base && { allow: also ? [base, also] : [base] }), ...(deny.length > 0 && { deny }) };
}

/** One or more lists, read as one. */
export interface ToolList {
  /** No entry remained: every entry was blank, or there was none. */
  readonly empty: boolean;
  /** The release cannot read the list: it fails on an entry such as `constructor`. */
  readonly unreadable: boolean;
  /** Every entry, groups expanded, each once; undefined stands for an entry that names nothing. */
  readonly names: readonly (string | undefined)[];
  /** The config paths of the entries that are exactly this. */
  readonly findAll: (entry: string) => readonly string[];
  /** The config path of an entry that matches the tool. */
  readonly match: (tool: string) => string | undefined;
  /** The config paths of all entries that match the tool. */
  readonly matchAll: (tool: string) => readonly string[];
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["bash", "exec"],
  ["apply-patch", "apply_patch"],
]);

// Names that every JavaScript object inherits, as far as lower-cased text can spell them.
const inherited: ReadonlySet<string> = new Set(["constructor", "__proto__"]);

const names = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  aliases: behaviours.has("automations-alias") ? new Map([...aliases, ["cron", "automations"]]) : aliases,
  nameless: behaviours.has("inherited-entry-literal") ? new Set<string>() : inherited,
  skipsNameless: behaviours.has("inherited-entry-skipped"),
  withinLine: !behaviours.has("tool-patterns-cross-lines"),
}));

/** The name under which a tool is compared; undefined for a text that names none. */
export function toolName(text: string, policy: Policy): string | undefined {
  const { aliases, nameless } = names(policy);
  const folded = fold(text);
  return nameless.has(folded) ? undefined : (aliases.get(folded) ?? folded);
}

function first(places: ReadonlySet<string> | undefined): string | undefined {
  return places?.values().next().value;
}

/** What names mean beside the groups of the edition. */
export type ToolMeanings = ReadonlyMap<string, readonly string[]>;

const literal: ToolMeanings = new Map();

/** Compiles lists that are read as one. What it costs to match does not grow with names, nor, for a tool asked about before, with patterns. */
export function compileToolList(
  sources: readonly ToolListSource[],
  policy: Policy,
  meanings: ToolMeanings = literal,
): ToolList {
  const { groups } = toolTables(policy);
  const { withinLine, skipsNameless } = names(policy);
  const written = new Map<string | undefined, Set<string>>();
  for (const { entries, path, builtIn = false } of sources)
    for (const [index, entry] of entries.entries()) {
      const name = toolName(entry, policy);
      if (name === "") continue;
      const place = builtIn ? path : `${path}[${index}]`;
      const tools = name === undefined ? undefined : (meanings.get(name) ?? groups.get(name));
      for (const tool of tools ?? [name]) {
        const places = written.get(tool);
        if (places === undefined) written.set(tool, new Set([place]));
        else places.add(place);
      }
    }
  const globs: (readonly [TextMatcher, ReadonlySet<string>])[] = [];
  for (const [name, places] of written)
    if (name?.includes("*") === true) globs.push([compileGlob(name, withinLine && name !== "*"), places]);
  // Tools are few, and asked about with every call; patterns may be many.
  const placesOfGlobs = remember((tool) =>
    globs.flatMap(([matches, places]) => (matches(tool) ? [places] : [])),
  );
  const matchAll = (tool: string) => [
    ...(written.get(tool) ?? []),
    ...placesOfGlobs(tool).flatMap((places) => [...places]),
  ];
  return {
    empty: written.size === (written.has(undefined) ? 1 : 0),
    unreadable: written.has(undefined) && !skipsNameless,
    names: [...written.keys()],
    findAll: (entry) => [...(written.get(entry) ?? [])],
    match: (tool) => first(written.get(tool) ?? placesOfGlobs(tool)[0]),
    matchAll,
  };
}
