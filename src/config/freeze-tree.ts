/** A config nested deeper than this is refused, which also ends walks in circles. */
export const deepestNesting = 100;

/** Thrown for a value that is nested too deeply to be a config. */
export class TooDeep extends Error {}

/**
 * Freezes the plain objects and lists in a value, all the way down: those of a copy, so that the value
 * itself is not touched, unless it is `owned`. Anything else in it, such as a function, is kept as it is.
 */
export function freezeTree(value: unknown, owned: boolean, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepestNesting) throw new TooDeep();
  if (Array.isArray(value)) {
    const list: unknown[] = owned ? value : value.slice();
    for (let index = 0; index < list.length; index += 1)
      if (typeof list[index] === "object") list[index] = freezeTree(list[index], owned, depth + 1);
    return Object.freeze(list);
  }
  if (!isPlainObject(value)) return value;
  const names = Object.keys(value);
  const tree: Record<string, unknown> = owned ? value : {};
  // An assignment to this name would change the prototype; once it is an own property, it is data.
  if (!owned && names.includes("__proto__"))
    Object.defineProperty(tree, "__proto__", { enumerable: true, writable: true });
  for (const name of names) {
    const inner = value[name];
    tree[name] = typeof inner === "object" ? freezeTree(inner, owned, depth + 1) : inner;
  }
  return Object.freeze(tree);
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
