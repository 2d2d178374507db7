/** A config nested deeper than this is refused, which also ends walks in circles. */
export const deepestNesting = 100;

function isTree(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A deep copy that nobody can change, of the plain objects and lists in a value; anything else in it is
 * kept as it is. The value itself is not touched. Undefined when it is nested too deeply to be a config.
 */
export function frozenCopy(value: unknown, depth = 0): { readonly value: unknown } | undefined {
  if (depth > deepestNesting) return undefined;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (const element of value as readonly unknown[]) {
      const inner = frozenCopy(element, depth + 1);
      if (inner === undefined) return undefined;
      copy.push(inner.value);
    }
    return { value: Object.freeze(copy) };
  }
  if (!isTree(value)) return { value };
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = frozenCopy(value[name], depth + 1);
    if (inner === undefined) return undefined;
    if (name === "__proto__")
      // An assignment would change the prototype; as a defined property it is data like any other.
      Object.defineProperty(copy, name, { value: inner.value, enumerable: true });
    else copy[name] = inner.value;
  }
  return { value: Object.freeze(copy) };
}
