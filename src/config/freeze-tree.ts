/** A config nested deeper than this is refused, which also ends walks in circles. */
export const deepestNesting = 100;

/** A frozen tree, and what its reader must know. */
export interface FrozenTree {
  readonly tree: unknown;
  /** Whether a key in it is called `__proto__`. */
  readonly hasProtoKey: boolean;
  /** Whether it is nested too deeply to be a config; then it is not complete. */
  readonly tooDeep: boolean;
}

/**
 * Freezes the plain objects and lists in a value, all the way down: those of a copy, so that the value
 * itself is not touched, unless it is `owned`. Anything else in it, such as a function, is kept as it is.
 */
export function freezeTree(value: unknown, owned: boolean): FrozenTree {
  let hasProtoKey = false;
  let tooDeep = false;

  function freeze(at: unknown, depth: number): unknown {
    if (typeof at !== "object" || at === null || tooDeep) return at;
    tooDeep = depth > deepestNesting;
    if (Array.isArray(at)) return freezeList(owned ? at : at.slice(), depth);
    return isPlainObject(at) ? freezeObject(at, depth) : at;
  }

  function freezeList(list: unknown[], depth: number): unknown {
    for (let index = 0; index < list.length; index += 1)
      if (typeof list[index] === "object") list[index] = freeze(list[index], depth + 1);
    return Object.freeze(list);
  }

  function freezeObject(at: Record<string, unknown>, depth: number): unknown {
    const tree: Record<string, unknown> = owned ? at : {};
    for (const name of Object.keys(at)) {
      const inner = at[name];
      const frozen = typeof inner === "object" ? freeze(inner, depth + 1) : inner;
      if (name === "__proto__") {
        hasProtoKey = true;
        // An assignment would change the prototype; a property that is defined is data.
        Object.defineProperty(tree, name, { value: frozen, enumerable: true });
      } else tree[name] = frozen;
    }
    return Object.freeze(tree);
  }

  const tree = freeze(value, 0);
  return { tree, hasProtoKey, tooDeep };
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
