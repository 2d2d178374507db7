/** What releases count on and an older Node does not have yet. */
const additions = [
  [Set.prototype, "union", (a, b) => [...a, ...b]],
  [Set.prototype, "difference", (a, b) => [...a].filter((value) => !b.has(value))],
  [Set.prototype, "intersection", (a, b) => [...a].filter((value) => b.has(value))],
];

for (const [prototype, name, combine] of additions)
  if (!(name in prototype))
    Object.defineProperty(prototype, name, {
      value(other) {
        return new Set(combine(this, other));
      },
      configurable: true,
      writable: true,
    });

Promise.withResolvers ??= function () {
  const resolvers = {};
  resolvers.promise = new this((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return resolvers;
};
