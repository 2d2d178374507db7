/** Stands for a key called `__proto__`, which zod passes over unread. */
const standIn = "__proto__\u0000";

/** A copy of a tree in which another name stands for every key called `__proto__`. */
export function withStandIns(tree: unknown): unknown {
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(withStandIns);
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name === "__proto__" ? standIn : name, withStandIns(value)]),
  );
}

/** A path in such a copy as a path in the tree itself. */
export function withoutStandIns(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path.map((step) => (step === standIn ? "__proto__" : step));
}
