import * as z from "zod";

type Path = readonly PropertyKey[];

/** A key that the schema does not know. */
export interface UnknownKey {
  readonly path: Path;
  readonly key: string;
  /** Whether all keys of its object are known, so that this one is wrong however it is spelled. */
  readonly closed: boolean;
  readonly known: readonly string[];
}

/** Tells objects from lists and everything else. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds the keys that a schema does not know, wherever the schema describes an object. */
export function findUnknownKeys(schema: z.core.$ZodType, value: unknown): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  visit(schema, value, [], found);
  return found;
}

function visit(schema: z.core.$ZodType, value: unknown, path: Path, found: UnknownKey[]): void {
  if (typeof value !== "object" || value === null) return;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    visit(schema.unwrap(), value, path, found);
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) visit(option, value, path, found);
  else if (schema instanceof z.ZodArray && Array.isArray(value))
    value.forEach((element, index) => visit(schema.element, element, [...path, index], found));
  else if (schema instanceof z.ZodRecord && isObject(value))
    for (const key of Object.keys(value)) visit(schema.valueType, value[key], [...path, key], found);
  else if (schema instanceof z.ZodObject && isObject(value)) visitObject(schema, value, path, found);
}

function visitObject(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  found: UnknownKey[],
): void {
  const { shape } = schema;
  const others = schema.def.catchall;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (field !== undefined) visit(field, value[key], here, found);
    else if (others instanceof z.ZodObject) visit(others, value[key], here, found);
    else found.push({ path: here, key, closed: others instanceof z.ZodNever, known: Object.keys(shape) });
  }
}
