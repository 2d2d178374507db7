import type * as z from "zod/mini";

type Definition = z.core.$ZodTypes["_zod"]["def"];

function definition(schema: z.core.$ZodType): Definition {
  // The type of any schema; this one lists them all, so that `type` tells them apart.
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** A schema without what only says that it may be absent; each of several that it may be. */
function alternatives(schema: z.core.$ZodType): readonly Definition[] {
  const def = definition(schema);
  if (def.type === "optional" || def.type === "nullable") return alternatives(def.innerType);
  return def.type === "union" ? def.options.flatMap(alternatives) : [def];
}

function within(def: Definition, step: PropertyKey): readonly Definition[] {
  if (def.type === "array") return alternatives(def.element);
  if (def.type === "record") return alternatives(def.valueType);
  if (def.type !== "object") return [];
  const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : def.catchall;
  // Whatever else a host keeps in an open object is unknown.
  return field === undefined ? [] : alternatives(field).filter(({ type }) => type !== "unknown");
}

/** What may stand at a place, by a schema; nothing where the schema does not know the place. */
export function definitionsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly Definition[] {
  let at = alternatives(schema);
  for (const step of path) at = at.flatMap((def) => within(def, step));
  return at;
}
