import type * as z from "zod/mini";
import { isObject } from "./is-object.ts";

/** A key that the schema does not know. */
export interface UnknownKey {
  readonly path: readonly PropertyKey[];
  /** Whether all keys of its object are known, so that this one is wrong however it is spelled. */
  readonly closed: boolean;
  readonly known: readonly string[];
}

function definition(schema: z.core.$ZodType): z.core.$ZodTypes["_zod"]["def"] {
  // The type of any schema; this one lists them all, so that `type` tells them apart.
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** Finds the keys that a schema does not know, wherever the schema describes an object. */
export function findUnknownKeys(schema: z.core.$ZodType, value: unknown): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  /** Where the walk is; one list for all of it, because configs can be large. */
  const path: PropertyKey[] = [];

  function visitAt(step: PropertyKey, inner: z.core.$ZodType, content: unknown): void {
    if (typeof content !== "object") return;
    path.push(step);
    visit(inner, content);
    path.pop();
  }

  function visit(at: z.core.$ZodType, content: unknown): void {
    const def = definition(at);
    if (def.type === "optional" || def.type === "nullable") visit(def.innerType, content);
    else if (def.type === "union") for (const option of def.options) visit(option, content);
    else if (def.type === "array" && Array.isArray(content)) visitElements(def, content);
    else if (def.type === "record" && isObject(content))
      for (const key of Object.keys(content)) visitAt(key, def.valueType, content[key]);
    else if (def.type === "object" && isObject(content)) visitObject(def, content);
  }

  function visitElements({ element }: z.core.$ZodArrayDef, content: readonly unknown[]): void {
    for (const [index, inner] of content.entries()) visitAt(index, element, inner);
  }

  function visitObject(
    { shape, catchall }: z.core.$ZodObjectDef,
    content: Readonly<Record<string, unknown>>,
  ): void {
    // How it takes keys that it does not know: `never`, each as another `object`, or any as it is.
    const others = catchall === undefined ? undefined : definition(catchall).type;
    for (const key of Object.keys(content)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field !== undefined) visitAt(key, field, content[key]);
      else if (catchall !== undefined && others === "object") visitAt(key, catchall, content[key]);
      else found.push({ path: [...path, key], closed: others === "never", known: Object.keys(shape) });
    }
  }

  visit(schema, value);
  return found;
}

/** Whether a schema names the last key of a path, so that it judges what stands there. */
export function describes(schema: z.core.$ZodType, path: readonly PropertyKey[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  const def = definition(schema);
  if (def.type === "optional" || def.type === "nullable") return describes(def.innerType, path);
  if (def.type === "union") return def.options.some((option) => describes(option, path));
  if (def.type === "array") return rest.length > 0 && describes(def.element, rest);
  if (def.type === "record") return rest.length > 0 && describes(def.valueType, rest);
  if (def.type !== "object") return false;
  const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
  if (field !== undefined) return describes(field, rest);
  return def.catchall !== undefined && rest.length > 0 && describes(def.catchall, rest);
}
