const used = new Set();

/** Which of the modules that were left out have been called since this was last asked. */
export function takeUsed() {
  const names = [...used];
  used.clear();
  return names;
}

/** A stand-in for anything a left-out module exports: whatever is done with it, it gives another one. */
export function inertValue(module) {
  const another = () => {
    used.add(module);
    return inertValue(module);
  };
  return new Proxy(function () {}, {
    get: (target, name) => {
      if (name === Symbol.toPrimitive) return () => "";
      if (name === Symbol.iterator) return () => [].values();
      if (name === "then") return undefined;
      return Object.hasOwn(target, name) ? target[name] : inertValue(module);
    },
    apply: another,
    construct: another,
  });
}
