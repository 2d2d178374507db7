import { computeOnce } from "../edition/compute-once.ts";
import type { Policy } from "./policy.ts";

/**
 * Keeps what can be computed from the policy alone beside the policy: computed at the first use,
 * once, and forgotten with the policy.
 */
export /* @__NO_SIDE_EFFECTS__ */ function perPolicy<Compiled extends object>(
  compile: (policy: Policy) => Compiled,
): (policy: Policy) => Compiled {
  return computeOnce(compile);
}
