import type * as z from "zod/mini";

/** What a schema is made of; `type` tells which it is. */
export type Definition = z.core.$ZodTypes["_zod"]["def"];

function definition(schema: z.core.$ZodType): Definition {
  // The type of any schema; this one lists them all, so that `type` tells them apart.
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** A schema without what only says that it may be absent; each of several that it may be. */
export function alternatives(schema: z.core.$ZodType): readonly Definition[] {
  const def = definition(schema);
  if (def.type === "optional" || def.type === "nullable") return alternatives(def.innerType);
  return def.type === "union" ? def.options.flatMap(alternatives) : [def];
}

function within(def: Definition, step: PropertyKey): readonly z.core.$ZodType[] {
  if (def.type === "array") return [def.element];
  if (def.type === "record") return [def.valueType];
  if (def.type !== "object") return [];
  const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : def.catchall;
  // Whatever else a host keeps in an open object is unknown.
  return field === undefined || definition(field).type === "unknown" ? [] : [field];
}

/** The schemas of what may stand at a place; none where a schema does not know the place. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.core.$ZodType[] {
  let at: readonly z.core.$ZodType[] = [schema];
  for (const step of path) at = at.flatMap(alternatives).flatMap((def) => within(def, step));
  return at;
}
