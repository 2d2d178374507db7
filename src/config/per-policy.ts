import type { Policy } from "./policy.ts";

/**
 * Keeps what can be computed from the policy alone beside the policy: computed at the first use,
 * once, and forgotten with the policy.
 */
export function perPolicy<Compiled extends object>(
  compile: (policy: Policy) => Compiled,
): (policy: Policy) => Compiled {
  const compiled = new WeakMap<Policy, Compiled>();
  return (policy) => {
    const before = compiled.get(policy);
    if (before !== undefined) return before;
    const now = compile(policy);
    compiled.set(policy, now);
    return now;
  };
}
