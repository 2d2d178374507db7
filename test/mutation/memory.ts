/**
 * Stands in for `src/edition/once.ts` and `remember.ts` while mutants are tried: what the rooms that are mutated
 * compute is kept within one test only. A mutant is tried by the tests that reach it; what is kept from one test to
 * the next is reached by the first of them alone, and all others would be said not to reach it.
 */
let test = 0;

/** Forgets what may be a mutant's work: before each test that is asked what it reaches, and where another mutant is tried. */
export function forget(): void {
  test += 1;
}

/** Whether whoever asks stands below all rooms that are mutated, and so never calls them: imports go down only. */
function asksFromBelow(): boolean {
  const caller = new Error().stack?.split("\n")[4] ?? "";
  return /\/src\/(?:config|edition|identity)\//.test(caller);
}

/** A memory that is given up with the test it was made in. */
function memoryOf<Memory>(make: () => Memory): () => Memory {
  const lasts = asksFromBelow();
  let memory = make();
  let during = test;
  return () => {
    if (!lasts && during !== test) [memory, during] = [make(), test];
    return memory;
  };
}

export function once<Source extends object, Computed extends object>(
  compute: (source: Source) => Computed,
): (source: Source) => Computed {
  const memory = memoryOf(() => new WeakMap<Source, Computed>());
  return (source) => {
    const computed = memory();
    const before = computed.get(source);
    if (before !== undefined) return before;
    const now = compute(source);
    computed.set(source, now);
    return now;
  };
}

export function remember<Result extends object | string>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const memory = memoryOf(() => new Map<string, Result>());
  return (text) => {
    const results = memory();
    const before = results.get(text);
    if (before !== undefined) return before;
    const now = compute(text);
    results.set(text, now);
    return now;
  };
}
