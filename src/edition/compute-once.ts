/**
 * Keeps what can be computed from an object beside the object: computed at the first use, once,
 * and forgotten with the object.
 */
export function computeOnce<Source extends object, Computed extends object>(
  compute: (source: Source) => Computed,
): (source: Source) => Computed {
  const computed = new WeakMap<Source, Computed>();
  return (source) => {
    const before = computed.get(source);
    if (before !== undefined) return before;
    const now = compute(source);
    computed.set(source, now);
    return now;
  };
}
