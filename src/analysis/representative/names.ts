/** Names that stand for all others. */
export interface RepresentativeNames {
  readonly names: readonly string[];
  /** Whether every kind of name is among them. */
  readonly complete: boolean;
}

/** More patterns than this many states tell apart are not followed to the end. */
const mostStates = 5_000;

/** Of a pattern in which `*` stands for any text, the places at which a text that was read so far may be. */
function settle(pattern: string, places: Iterable<number>): ReadonlySet<number> {
  const settled = new Set(places);
  for (const place of settled) if (pattern[place] === "*") settled.add(place + 1);
  return settled;
}

function advance(pattern: string, places: ReadonlySet<number>, letter: string): ReadonlySet<number> {
  const next: number[] = [];
  for (const place of places) {
    if (pattern[place] === "*") next.push(place);
    else if (pattern[place] === letter) next.push(place + 1);
  }
  return settle(pattern, next);
}

/**
 * The shortest names of each kind that patterns can tell apart, so many of a kind: all names are read
 * letter by letter at once, and those of which the patterns have seen the same are followed as one.
 *
 * @param kindOf - What a name is by those patterns; undefined where it is no name.
 * @param letter - A letter that stands in none of the patterns.
 */
export function namesByPatterns(
  patterns: readonly string[],
  kindOf: (name: string) => string | undefined,
  letter: string,
  ofEachKind: number,
): RepresentativeNames {
  const letters = [
    ...new Set([letter, ...patterns.flatMap((pattern) => pattern.replaceAll("*", "").split(""))]),
  ];
  const byKind = new Map<string, string[]>();
  const seen = new Map<string, number>();
  let reached: { readonly name: string; readonly places: readonly ReadonlySet<number>[] }[] = [
    { name: "", places: patterns.map((pattern) => settle(pattern, [0])) },
  ];
  while (reached.length > 0) {
    if (seen.size > mostStates) return { names: [...byKind.values()].flat(), complete: false };
    const next: typeof reached = [];
    for (const { name, places } of reached) {
      const state = places.map((each) => [...each].sort((a, b) => a - b).join()).join(";");
      const visits = seen.get(state) ?? 0;
      // Of names that the patterns see alike, a few stand for all; the empty one is none.
      if (visits > ofEachKind) continue;
      seen.set(state, visits + 1);
      const kind = name === "" ? undefined : kindOf(name);
      const ofKind = kind === undefined ? undefined : (byKind.get(kind) ?? []);
      if (kind !== undefined && ofKind !== undefined && ofKind.length < ofEachKind)
        byKind.set(kind, [...ofKind, name]);
      for (const each of letters)
        next.push({
          name: name + each,
          places: places.map((at, index) => advance(patterns[index] ?? "", at, each)),
        });
    }
    reached = next;
  }
  return { names: [...byKind.values()].flat(), complete: true };
}
