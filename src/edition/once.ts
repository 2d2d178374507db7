/**
 * Keeps what can be computed from an object beside the object: computed at the first use, once,
 * and forgotten with the object.
 *
 * Nothing happens before that use, so a bundle can do without what nobody uses. The mark on this
 * function, and on those that call it, says so to bundlers. Some (esbuild) do not look for it in another
 * file: where a file exports something besides, the call in it is marked too, `@__PURE__`.
 */
export /* @__NO_SIDE_EFFECTS__ */ function once<Source extends object, Computed extends object>(
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
