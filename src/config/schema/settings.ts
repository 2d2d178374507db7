import * as z from "zod/mini";

/** A shape without the fields that are said to be unknown. */
export function knownFields<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  known: { readonly [Field in keyof Shape]?: boolean },
): Shape {
  const fields = Object.entries(shape).filter(([field]) => known[field] !== false);
  // Every field that may be left out is optional, so what is accepted still has the full shape's type.
  return Object.fromEntries(fields) as Shape;
}

/** Settings of which each may be left out; a host keeps nothing of its own among them. */
export function closedSettings<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  known: { readonly [Field in keyof Shape]?: boolean } = {},
) {
  return z.partial(z.strictObject(knownFields(shape, known)));
}

/** Settings of which each may be left out, in an object where a host keeps much else. */
export function openSettings<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.partial(z.looseObject(shape));
}
