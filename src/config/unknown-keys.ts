import * as z from "zod";
import { isObject } from "./is-object.ts";

/** A key that the schema does not know. */
export interface UnknownKey {
  readonly path: readonly PropertyKey[];
  /** Whether all keys of its object are known, so that this one is wrong however it is spelled. */
  readonly closed: boolean;
  readonly known: readonly string[];
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** Finds the keys that a schema does not know, wherever the schema describes an object. */
export function findUnknownKeys(schema: z.core.$ZodType, value: unknown): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  /** Where the walk is; one list for all of it, because configs can be large. */
  const path: PropertyKey[] = [];

  function visitAt(step: PropertyKey, inner: z.core.$ZodType, content: unknown): void {
    path.push(step);
    visit(inner, content);
    path.pop();
  }

  function visit(at: z.core.$ZodType, content: unknown): void {
    if (typeof content !== "object" || content === null) return;
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable) visit(at.unwrap(), content);
    else if (at instanceof z.ZodUnion) for (const option of at.options) visit(option, content);
    else if (at instanceof z.ZodArray && Array.isArray(content)) visitElements(at, content);
    else if (at instanceof z.ZodRecord && isObject(content))
      for (const key of Object.keys(content)) visitAt(key, at.valueType, content[key]);
    else if (at instanceof z.ZodObject && isObject(content)) visitObject(at, content);
  }

  function visitElements({ element }: z.ZodArray, content: readonly unknown[]): void {
    for (const [index, inner] of content.entries()) visitAt(index, element, inner);
  }

  function visitObject({ shape, def }: z.ZodObject<Shape>, content: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(content)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field !== undefined) visitAt(key, field, content[key]);
      else if (def.catchall instanceof z.ZodObject) visitAt(key, def.catchall, content[key]);
      else
        found.push({
          path: [...path, key],
          closed: def.catchall instanceof z.ZodNever,
          known: Object.keys(shape),
        });
    }
  }

  visit(schema, value);
  return found;
}
