import { hostileRanges, hostileTexts } from "./texts.ts";

/** Chance that is the same everywhere: whole numbers of 32 bits, and nothing that an engine decides. */
export interface Draw {
  /** A whole number from 0 on, below a limit. */
  readonly below: (limit: number) => number;
  /** True in so many of a hundred draws. */
  readonly chance: (percent: number) => boolean;
  readonly one: <Each>(list: readonly Each[]) => Each;
  /** Up to so many. */
  readonly some: <Each>(most: number, make: () => Each) => readonly Each[];
  /** Most of the fields, each made as it says. */
  readonly facts: <Facts extends object>(makers: {
    readonly [Name in keyof Facts]: () => Facts[Name];
  }) => Partial<Facts>;
  /** One of the texts that are likely there, or at times a hostile one. */
  readonly text: (likely: readonly string[]) => string;
}

/** Marsaglia's xorshift of 32 bits. */
function numbers(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Draws that a seed decides. */
export function draws(seed: number): Draw {
  const next = numbers(seed);
  const below = (limit: number) => next() % limit;
  const chance = (percent: number) => below(100) < percent;
  const one = <Each>(list: readonly Each[]) => {
    if (list.length === 0) throw new RangeError("There is nothing to draw from.");
    // Below the length.
    return list[below(list.length)] as Each;
  };
  const some = <Each>(most: number, make: () => Each) => Array.from({ length: below(most + 1) }, make);
  const character = () => {
    const [first, last] = one(hostileRanges);
    return String.fromCodePoint(first + below(last - first + 1));
  };
  const hostile = () =>
    chance(50)
      ? one(hostileTexts)
      : Array.from({ length: 1 + below(6) }, character).join(chance(30) ? " " : "");
  return {
    below,
    chance,
    one,
    some,
    facts: (makers) =>
      // The fields of the makers are those of the facts.
      Object.fromEntries(
        Object.entries<() => unknown>(makers).flatMap(([name, make]) => (chance(70) ? [[name, make()]] : [])),
      ) as Partial<{ [Name in keyof typeof makers]: never }>,
    text: (likely) => {
      if (chance(80)) return one(likely);
      return chance(50) ? hostile() : one(likely) + hostile();
    },
  };
}
