/** A tree without what is at a path. */
export function without(tree: unknown, [step, ...rest]: readonly PropertyKey[]): unknown {
  if (step === undefined || typeof tree !== "object" || tree === null) return undefined;
  if (Array.isArray(tree)) {
    const list: readonly unknown[] = tree;
    return list.flatMap((inner, index) =>
      index !== step ? [inner] : rest.length === 0 ? [] : [without(inner, rest)],
    );
  }
  const entries = Object.entries(tree).filter(([name]) => name !== step || rest.length > 0);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, name === step ? without(inner, rest) : (inner as unknown)]),
  );
}
