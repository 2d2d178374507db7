/** Names that stand for all others. */
export interface RepresentativeNames {
  readonly names: readonly string[];
  /** Whether every kind of name is among them. */
  readonly complete: boolean;
}

/** More patterns than this many states tell apart are not followed to the end. */
const mostStates = 5_000;

/** Nor those that take more steps than this, one for each letter, pattern and state: what is proven is proven within a second. */
const mostSteps = 300_000;

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

/** What a pattern may have seen of texts: each set of places once, by a number, and where each letter leads. */
function followed(pattern: string): {
  readonly start: number;
  readonly after: (state: number, letter: string) => number;
} {
  const states: { readonly places: ReadonlySet<number>; readonly next: Map<string, number> }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (places: ReadonlySet<number>): number => {
    const name = [...places].sort((a, b) => a - b).join();
    const before = numbers.get(name);
    if (before !== undefined) return before;
    numbers.set(name, states.length);
    return states.push({ places, next: new Map() }) - 1;
  };
  return {
    start: numberOf(settle(pattern, [0])),
    after: (number, letter) => {
      const state = states[number];
      if (state === undefined) return number;
      const before = state.next.get(letter);
      if (before !== undefined) return before;
      const after = numberOf(advance(pattern, state.places, letter));
      state.next.set(letter, after);
      return after;
    },
  };
}

/** Names that a pattern matches, with nothing and with a letter for each `*`. */
function examplesOf(pattern: string, letter: string): readonly string[] {
  return [pattern.replaceAll("*", ""), pattern.replaceAll("*", letter)].filter((name) => name !== "");
}

/**
 * The shortest names of each kind that patterns can tell apart, so many of a kind: all names are read
 * letter by letter at once, and those of which the patterns have seen the same are followed as one.
 *
 * Of patterns that would take too long, an example of each stands for what is left out (`complete` is then false).
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
  const automata = patterns.map(followed);
  const byKind = new Map<string, string[]>();
  const keep = (name: string) => {
    const kind = name === "" ? undefined : kindOf(name);
    const ofKind = kind === undefined ? undefined : (byKind.get(kind) ?? []);
    if (kind !== undefined && ofKind !== undefined && ofKind.length < ofEachKind)
      byKind.set(kind, [...ofKind, name]);
  };
  const seen = new Map<string, number>();
  let steps = 0;
  let reached: { readonly name: string; readonly state: readonly number[] }[] = [
    { name: "", state: automata.map(({ start }) => start) },
  ];
  while (reached.length > 0) {
    const next: typeof reached = [];
    for (const { name, state } of reached) {
      const place = state.join();
      const visits = seen.get(place) ?? 0;
      // Of names that the patterns see alike, a few stand for all; the empty one is none.
      if (visits > ofEachKind) continue;
      seen.set(place, visits + 1);
      keep(name);
      steps += letters.length * patterns.length;
      if (seen.size > mostStates || steps > mostSteps) {
        for (const pattern of patterns) for (const example of examplesOf(pattern, letter)) keep(example);
        return { names: [...byKind.values()].flat(), complete: false };
      }
      for (const each of letters)
        next.push({
          name: name + each,
          state: automata.map(({ after }, index) => after(state[index] ?? 0, each)),
        });
    }
    reached = next;
  }
  return { names: [...byKind.values()].flat(), complete: true };
}
