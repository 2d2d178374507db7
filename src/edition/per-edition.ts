import { computeOnce } from "./compute-once.ts";
import type { Behaviours } from "./edition.ts";

/** Keeps what can be computed from the behaviours alone: once, because an edition's set is one object. */
export /* @__NO_SIDE_EFFECTS__ */ function perEdition<Compiled extends object>(
  compile: (behaviours: Behaviours) => Compiled,
): (behaviours: Behaviours) => Compiled {
  return computeOnce(compile);
}
