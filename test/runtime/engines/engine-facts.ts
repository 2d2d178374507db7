/** What an engine tells of the data that it brings. */
export interface EngineFacts {
  /** The newest version of Unicode of which it has the letters. */
  readonly unicode: string;
  /** The release of its zones, where it tells. */
  readonly zones: string | undefined;
}

/** A letter that each version brought. */
const letters: readonly (readonly [version: string, letter: string])[] = [
  ["17", "\u{16ea0}"],
  ["16", "\u{10d50}"],
  ["15.1", "\u{2ebf0}"],
  ["15", "\u{1e4d0}"],
];

interface Global {
  readonly process?: { readonly versions?: { readonly tz?: string } };
}

/** Asks the engine that runs this. */
export function engineFacts(): EngineFacts {
  // What a global object has beside the language's own is the engine's business.
  const { process } = globalThis as Global;
  const zones = process?.versions?.tz;
  return {
    unicode: letters.find(([, letter]) => /\p{L}/u.test(letter))?.[0] ?? "older",
    zones: zones === "" ? undefined : zones,
  };
}
