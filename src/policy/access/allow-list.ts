/** A list of senders of a config, and where it stands. */
export interface AllowListSource {
  readonly entries: readonly (string | number)[];
  readonly path: string;
  /** Nothing is written there: the list names nobody because the edition starts with nobody. */
  readonly isDefault?: true;
}

const nobody: readonly string[] = [];

/** A list that is not written: it names nobody. The entries are the same ones each time, to be compiled once. */
export function unwrittenList(path: string): AllowListSource {
  return { entries: nobody, path, isDefault: true };
}

/** One or more lists of senders, read as one; what a look-up costs does not grow with the list. */
export interface AllowList {
  /** Every entry, trimmed, blanks left out; repeated ones are kept. */
  readonly entries: readonly string[];
  /** Every id that an entry means. */
  readonly ids: () => readonly string[];
  /** Config path of the `*` entry, when there is one. */
  readonly wildcard: string | undefined;
  /** Config path of the first entry that means exactly this id. */
  readonly find: (id: string) => string | undefined;
  /** Every name that an entry may mean. */
  readonly names: () => readonly string[];
  /** Config path of the first entry that means everybody of this name. */
  readonly findName: (name: string) => string | undefined;
}

function itself(entry: string): readonly string[] {
  return [entry];
}

/** A list, and where in it an entry stands. */
type Place = readonly [AllowListSource, number];

function pathOf(place: Place | undefined): string | undefined {
  return place && `${place[0].path}[${place[1]}]`;
}

/**
 * Compiles lists of senders. Entries are compared as they are, blanks around them aside; `read`
 * tells which ids an entry means, where that is not itself, and `readName` which name, where it may be one.
 */
export function compileAllowList(
  sources: readonly AllowListSource[],
  read: (entry: string) => readonly string[] = itself,
  readName?: (entry: string) => string | undefined,
): AllowList {
  const entries: string[] = [];
  const places = new Map<string, Place>();
  const names = new Map<string, Place>();
  for (const source of sources)
    for (const [index, written] of source.entries.entries()) {
      const entry = String(written).trim();
      if (entry === "") continue;
      entries.push(entry);
      for (const id of read(entry)) if (!places.has(id)) places.set(id, [source, index]);
      const name = readName?.(entry);
      if (name !== undefined && !names.has(name)) names.set(name, [source, index]);
    }
  const find = (id: string) => pathOf(places.get(id));
  const findName = (name: string) => pathOf(names.get(name));
  return {
    entries,
    ids: () => [...places.keys()],
    wildcard: find("*"),
    find,
    names: () => [...names.keys()],
    findName,
  };
}
