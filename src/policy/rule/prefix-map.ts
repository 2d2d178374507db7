/** Values by prefix, laid out so that every prefix of a text is found in one search. */
export interface PrefixMap<Value> {
  /** In the order of their code units, so that a prefix comes before whatever it begins. */
  readonly prefixes: readonly string[];
  readonly values: readonly (Value | undefined)[];
  /** For each prefix, the place of the longest other one that it begins with; -1 where there is none. */
  readonly shorter: readonly number[];
}

/** Lays out values by prefix. */
export function prefixMap<Value>(entries: ReadonlyMap<string, Value>): PrefixMap<Value> {
  const prefixes = [...entries.keys()].sort();
  const shorter: number[] = [];
  prefixes.forEach((prefix, at) => {
    let candidate = at - 1;
    while (candidate !== -1 && !prefix.startsWith(prefixes[candidate] ?? ""))
      candidate = shorter[candidate] ?? -1;
    shorter.push(candidate);
  });
  return { prefixes, values: prefixes.map((prefix) => entries.get(prefix)), shorter };
}
/**
 * The place of the longest prefix that begins a text, or -1; `shorter` leads from it to the others.
 * The last prefix that does not come after the text is that one or begins with it.
 */
function longestPrefix({ prefixes, shorter }: PrefixMap<unknown>, text: string): number {
  let low = 0;
  let high = prefixes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // The search stays within the list; the fallback only tells the compiler so.
    if ((prefixes[middle] ?? "") <= text) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (at !== -1 && !text.startsWith(prefixes[at] ?? "")) at = shorter[at] ?? -1;
  return at;
}

/** The values of all prefixes that begin a text, the longest first. */
export function valuesOfPrefixes<Value>(map: PrefixMap<Value>, text: string): readonly Value[] {
  const found: Value[] = [];
  for (let at = longestPrefix(map, text); at !== -1; at = map.shorter[at] ?? -1) {
    const value = map.values[at];
    if (value !== undefined) found.push(value);
  }
  return found;
}
