/** A config nested deeper than this is refused, which also ends walks in circles. */
export const deepestNesting = 100;

/** Thrown for a value that is nested too deeply to be a config. */
export class TooDeep extends Error {}

/** A frozen tree, and whether a key in it is called `__proto__`. */
export interface FrozenTree {
  readonly tree: unknown;
  readonly hasProtoKey: boolean;
}

/**
 * Freezes the plain objects and lists in a value, all the way down: those of a copy, so that the value
 * itself is not touched, unless it is `owned`. Anything else in it, such as a function, is kept as it is.
 */
export function freezeTree(value: unknown, owned: boolean): FrozenTree {
  let hasProtoKey = false;

  function freeze(at: unknown, depth: number): unknown {
    if (typeof at !== "object" || at === null) return at;
    if (depth > deepestNesting) throw new TooDeep();
    if (Array.isArray(at)) {
      const list: unknown[] = owned ? at : at.slice();
      for (let index = 0; index < list.length; index += 1)
        if (typeof list[index] === "object") list[index] = freeze(list[index], depth + 1);
      return Object.freeze(list);
    }
    if (!isPlainObject(at)) return at;
    const names = Object.keys(at);
    const tree: Record<string, unknown> = owned ? at : {};
    if (names.includes("__proto__")) {
      hasProtoKey = true;
      // An assignment to this name would change the prototype; once it is an own property, it is data.
      if (!owned) Object.defineProperty(tree, "__proto__", { enumerable: true, writable: true });
    }
    for (const name of names) {
      const inner = at[name];
      tree[name] = typeof inner === "object" ? freeze(inner, depth + 1) : inner;
    }
    return Object.freeze(tree);
  }

  return { tree: freeze(value, 0), hasProtoKey };
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
