/** A config nested deeper than this is refused, which also ends walks in circles. */
export const deepestNesting = 100;

/** More values than any config has: a tree that would be larger is refused. */
const mostValues = 10_000_000;

/** How many values more than are in memory a tree may stand for, because parts of it are shared. */
const mostRepeated = 1_000_000;

/** A frozen tree, and what its reader must know. */
export interface FrozenTree {
  readonly tree: unknown;
  /** Whether a key in it is called `__proto__`. */
  readonly hasProtoKey: boolean;
  /** Whether something in it may stand for something else, be inexact, or be no data: worth a closer look. */
  readonly isRemarkable: boolean;
  /** How many keys its objects have. */
  readonly keys: number;
  /** Whether it is nested too deeply to be a config, or in a circle; then it is not complete. */
  readonly tooDeep: boolean;
  /** Whether it stands for more values than can be read; then it is not complete. */
  readonly tooLarge: boolean;
}

/** What is known of a part that may stand in several places. */
interface Copy {
  readonly tree: unknown;
  /** How many levels it has below itself. */
  readonly height: number;
  /** How many values it stands for. */
  readonly size: number;
}

/**
 * Freezes the plain objects and lists in a value, all the way down: those of a copy, so that the value
 * itself is not touched, unless it is `owned`. Anything else in it, such as a function, is kept as it is.
 *
 * A part that stands in several places is copied once, and stays one part.
 *
 * @param owned - Whether nobody else has it: a tree that was just read from text, in which nothing is shared.
 */
export function freezeTree(value: unknown, owned: boolean): FrozenTree {
  let hasProtoKey = false;
  let isRemarkable = false;
  let tooDeep = false;
  let tooLarge = false;
  let keys = 0;
  /** Values read, and values that the tree stands for. */
  let read = 0;
  let size = 0;
  /** The deepest level within the part that is being read. */
  let reach = 0;
  /** What was copied; undefined while it is being copied. */
  const copies = new Map<object, Copy | undefined>();

  function freeze(at: object, depth: number): unknown {
    if (tooDeep || tooLarge) return at;
    tooDeep = depth > deepestNesting;
    if (owned) return freezeParts(at, depth);
    if (!copies.has(at)) return freezeOnce(at, depth);
    const copy = copies.get(at);
    if (copy === undefined) tooDeep = true;
    else {
      reach = Math.max(reach, depth + copy.height);
      size += copy.size;
      tooDeep ||= reach > deepestNesting;
      tooLarge = size - read > mostRepeated;
    }
    return copy?.tree;
  }

  function freezeOnce(at: object, depth: number): unknown {
    copies.set(at, undefined);
    const outerReach = reach;
    const sizeBefore = size;
    reach = depth;
    const tree = freezeParts(at, depth);
    copies.set(at, { tree, height: reach - depth, size: size - sizeBefore });
    reach = Math.max(reach, outerReach);
    return tree;
  }

  function freezeParts(at: object, depth: number): unknown {
    if (Array.isArray(at)) return freezeList(at, depth);
    if (isPlainObject(at)) return freezeObject(at, depth);
    isRemarkable = true;
    return at;
  }

  function freezeValue(inner: unknown, depth: number): unknown {
    if (typeof inner === "object" && inner !== null) return freeze(inner, depth);
    isRemarkable ||= isRemarkableValue(inner);
    return inner;
  }

  function count(values: number): void {
    read += values;
    size += values;
    tooLarge ||= !owned && read > mostValues;
  }

  function freezeList(at: unknown[], depth: number): unknown {
    count(at.length);
    if (tooLarge) return at;
    const list = owned ? at : at.slice();
    for (let index = 0; index < list.length; index += 1) {
      const inner = list[index];
      const frozen = freezeValue(inner, depth + 1);
      if (frozen !== inner) list[index] = frozen;
    }
    return Object.freeze(list);
  }

  function freezeObject(at: Record<string, unknown>, depth: number): unknown {
    const names = Object.keys(at);
    keys += names.length;
    count(names.length);
    const tree: Record<string, unknown> = owned ? at : {};
    for (const name of names) {
      const frozen = freezeValue(at[name], depth + 1);
      if (name === "$include") isRemarkable = true;
      if (name === "__proto__") {
        hasProtoKey = true;
        // An assignment would change the prototype; a property that is defined is data.
        Object.defineProperty(tree, name, { value: frozen, enumerable: true });
      } else tree[name] = frozen;
    }
    return Object.freeze(tree);
  }

  const tree = freezeValue(value, 0);
  return { tree, hasProtoKey, isRemarkable, keys, tooDeep, tooLarge };
}

/** Whether a value that is no object deserves a closer look. */
function isRemarkableValue(value: unknown): boolean {
  if (typeof value === "string") return value.includes("${");
  return typeof value === "number" && isInexact(value);
}

/** Whether a number is beyond those that stand for one integer alone. */
export function isInexact(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isFinite(value);
}

/** Tells plain objects, those of another realm included, from lists and from what has a nature of its own. */
export function isPlainObject(value: object): value is Record<string, unknown> {
  // A module namespace, `Math` and others of the language's own have a tag.
  if (Symbol.toStringTag in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // Another realm has an `Object.prototype` of its own.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "isPrototypeOf");
}
