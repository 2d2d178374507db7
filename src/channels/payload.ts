/** A field of a payload: JSON from outside may leave anything out, or say `null`. */
export type Maybe<Value> = Value | null | undefined;

/**
 * A platform's own id as a plain string: a text that is not blank, untouched, or a whole number in
 * decimal. Anything else is no id.
 *
 * @example
 * ```ts
 * nativeId(-1001234567890); //=> "-1001234567890"
 * nativeId(""); //=> undefined
 * ```
 */
export function nativeId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A text that says something; anything else is none. */
export function saidText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The objects of a list, as a payload's type has them; nothing where it is no list. */
export function objectsIn<Item extends object>(list: Maybe<readonly Item[]>): readonly Item[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  // What is no object is dropped, and readers trust no field of the others.
  return items.filter((item): item is Item => typeof item === "object" && item !== null);
}

/** The object that stands in a text as JSON, as some platforms wrap a message; undefined where none does. */
export function jsonIn(text: unknown): object | undefined {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a button stands for: the text that its maker gave it, or the JSON of anything else. */
export function pressedText(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : saidText(value);
}

/** A whole number of milliseconds, as a number or in digits; undefined for any other, and for none. */
export function millisecondsIn(value: unknown): number | undefined {
  const at = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof at === "number" && Number.isSafeInteger(at) && at > 0 ? at : undefined;
}

/**
 * A time of day in ISO 8601, or as a library's `Date`, in epoch milliseconds; undefined for any that names no offset, which
 * would be the machine's own.
 */
export function isoTime(text: unknown): number | undefined {
  if (text instanceof Date) return millisecondsIn(text.getTime());
  const isTime = typeof text === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = isTime ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? Math.floor(at) : undefined;
}

/** What was found, with what was not as `undefined`. */
export type Loose<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | undefined };

/** What was found, and nothing of what was not. */
export function found<Shape extends object>(facts: Loose<Shape>): Shape {
  const kept: { -readonly [Name in keyof Shape]?: Shape[Name] } = {};
  // Readers begin by seeing to it that an object has nothing but its own.
  for (const name in facts) {
    const fact = facts[name];
    if (fact !== undefined) kept[name] = fact;
  }
  // Only optional facts are ever undefined, so what the type requires is still there.
  return kept as Shape;
}
