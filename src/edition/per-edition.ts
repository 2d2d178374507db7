import type { Behaviours } from "./edition.ts";

/**
 * Keeps what can be computed from the behaviours alone beside them: computed at the first use and
 * once, because an edition's set of behaviours is one object.
 */
export function perEdition<Compiled extends object>(
  compile: (behaviours: Behaviours) => Compiled,
): (behaviours: Behaviours) => Compiled {
  const compiled = new WeakMap<Behaviours, Compiled>();
  return (behaviours) => {
    const before = compiled.get(behaviours);
    if (before !== undefined) return before;
    const now = compile(behaviours);
    compiled.set(behaviours, now);
    return now;
  };
}
