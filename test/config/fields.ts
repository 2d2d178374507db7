import type * as z from "zod/mini";
import { configSchema } from "../../src/config/schema/config.ts";
import { behavioursOf, type Edition } from "../../src/edition/edition.ts";

/** A place that the schema of an edition knows: a name for each step, a number for the element of a list. */
export type Field = readonly (string | number)[];

function alternatives(schema: z.core.$ZodType): readonly z.core.$ZodTypes["_zod"]["def"][] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional" || def.type === "nullable") return alternatives(def.innerType);
  return def.type === "union" ? def.options.flatMap(alternatives) : [def];
}

function* within(schema: z.core.$ZodType, path: Field): Generator<Field> {
  yield path;
  for (const def of alternatives(schema)) {
    if (def.type === "array") yield* within(def.element, [...path, 0]);
    if (def.type === "record") yield* within(def.valueType, [...path, "x"]);
    if (def.type !== "object") continue;
    for (const [name, inner] of Object.entries(def.shape)) yield* within(inner, [...path, name]);
    if (def.catchall !== undefined && alternatives(def.catchall).some(({ type }) => type === "object"))
      yield* within(def.catchall, [...path, "telegram"]);
  }
}

/** Every field that the schema of an edition knows, each once. */
export function fieldsOf(edition: Edition): readonly Field[] {
  const fields = [...within(configSchema(behavioursOf(edition)), [])].filter((path) => path.length > 0);
  return [...new Map(fields.map((path) => [JSON.stringify(path), path])).values()];
}

/** What has to stand beside the fields of an entry. */
const beside: Readonly<Record<string, object>> = {
  '["bindings",0]': { agentId: "main", match: { channel: "telegram", accountId: "*" } },
  '["bindings",0,"match"]': { channel: "telegram", accountId: "*" },
  '["bindings",0,"match","peer"]': { kind: "direct", id: "7" },
  '["agents","list",0]': { id: "main", default: true },
};

/** A config in which a value stands at a field, and around it what has to. */
export function configWith([step, ...rest]: Field, value: unknown, above: Field = []): unknown {
  if (step === undefined) return value;
  const inner = configWith(rest, value, [...above, step]);
  return typeof step === "number" ? [inner] : { ...beside[JSON.stringify(above)], [step]: inner };
}
