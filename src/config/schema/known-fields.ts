import type * as z from "zod";

/** A shape without the fields that are said to be unknown. */
export function knownFields<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  known: { readonly [Field in keyof Shape]?: boolean },
): Shape {
  const fields = Object.entries(shape).filter(([field]) => known[field] !== false);
  // Every field that may be left out is optional, so what is accepted still has the full shape's type.
  return Object.fromEntries(fields) as Shape;
}
