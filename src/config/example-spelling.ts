import * as z from "zod/mini";
import { describeValue } from "./expectation.ts";
import { isObject } from "./is-object.ts";
import { alternatives, type Definition } from "./schema-at.ts";

/** What people write where any text may stand. */
const texts: Readonly<Record<string, string>> = {
  accountId: "default",
  agentId: "main",
  at: "04:00",
  channel: "telegram",
  dailyReset: "04:00",
  id: "main",
  mainKey: "main",
  "peer.id": "7",
  timeZone: "Europe/Berlin",
};

/** A text such as stands in a setting: an amount, where its name or what is expected says so. */
function textFor(name: string | undefined, expected: string): string {
  if (name?.endsWith("Bytes") === true || expected.includes("size")) return "10mb";
  if (expected.includes("duration") || expected.includes("number or false")) return "30d";
  return texts[name ?? ""] ?? "…";
}

/** A value that a schema takes, as it is written; an object with the names of its first fields. */
function example(def: Definition, name: string | undefined, expected: string): string {
  if (name === "identityLinks") return '{ ann: ["telegram:7", "discord:8"] }';
  if (def.type === "object") {
    const fields = Object.keys(def.shape).slice(0, 4);
    return fields.length === 0 ? "{}" : `{ ${fields.map((field) => `${field}: …`).join(", ")} }`;
  }
  if (def.type === "record") return "{ … }";
  if (def.type === "array") {
    const [element] = alternatives(def.element);
    return element === undefined ? "[…]" : `[${example(element, undefined, expected)}]`;
  }
  if (def.type === "enum") return JSON.stringify(Object.values(def.entries)[0]);
  if (def.type === "number") return "1";
  if (def.type === "boolean") return "true";
  if (def.type === "literal") return JSON.stringify(def.values[0]);
  return JSON.stringify(textFor(name, expected));
}

/** Whether a value may stand at a place. Of an object only that it is one: what is wrong within it is told of itself. */
function takes(schema: z.core.$ZodType, value: unknown): boolean {
  if (!isObject(value)) return z.safeParse(schema, value).success;
  return alternatives(schema).some(({ type }) => type === "object" || type === "record");
}

/** A number as the text that it is where a text may stand, because not every channel and release takes ids as numbers. */
function asText(value: unknown, schemas: readonly z.core.$ZodType[]): unknown {
  const text = String(value);
  return typeof value === "number" && schemas.some((schema) => takes(schema, text)) ? text : value;
}

/** The elements that somebody meant who wrote no list: one, or several with commas. */
function elementsIn(found: unknown, element: z.core.$ZodType): readonly unknown[] | undefined {
  const parts = typeof found === "string" ? found.split(",").map((part) => part.trim()) : [found];
  const elements = parts.filter((part) => part !== "").map((part) => asText(part, [element]));
  const fits = elements.length > 0 && elements.length < 4 && elements.every((value) => takes(element, value));
  return fits ? elements : undefined;
}

/** What stands in a list of one. */
function elementOf(found: unknown): unknown {
  return Array.isArray(found) && found.length === 1 ? (found as readonly unknown[])[0] : undefined;
}

/** The one field of an object that takes a list of objects, for somebody who wrote such a list in place of the object. */
function soleList(def: Definition, found: unknown): string | undefined {
  if (def.type !== "object" || !Array.isArray(found) || found.length === 0) return undefined;
  const fields = Object.entries(def.shape).filter(([, field]) =>
    alternatives(field).some(
      (list) => list.type === "array" && found.every((each) => isObject(each) && takes(list.element, each)),
    ),
  );
  return fields.length === 1 ? fields[0]?.[0] : undefined;
}

/** A value in short, as it is written in a config. */
function spell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spell).join(", ")}]`;
  return isObject(value) ? "{ … }" : describeValue(value);
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^an? object/, "an object"],
  // To leave an empty one out may let more through than to write what it was to say.
  [/^a list with something in it/, "a list with something in it"],
  [/^text that is not empty/, "text that is not empty"],
  [/^a list/, "a list"],
  [/^text or a number/, "text or a number"],
  [/^text/, "text"],
  [/integer|number/, "a number"],
];

/**
 * Shows by an example what may stand at a place, as a hint for somebody who wrote something that nobody could guess the
 * meaning of.
 *
 * @param expected - The phrase that says it, such as `"text"`.
 * @param name - The setting; undefined for an element of a list.
 * @param schemas - What may stand there.
 * @param meaning - The setting by its whole name, where its own says too little.
 */
export function exampleSpelling(
  expected: string,
  found: unknown,
  name: string | undefined,
  schemas: readonly z.core.$ZodType[],
  meaning = name,
): string {
  const defs = schemas.flatMap(alternatives);
  const written = (value: string): string => `\`${name === undefined ? "" : `${name}: `}${value}\``;
  const [inner] = defs.flatMap((def) => (def.type === "array" ? [def.element] : []));
  const elements = inner && elementsIn(found, inner);
  if (elements !== undefined) return `write ${written(spell(elements))}`;
  const element = asText(elementOf(found), schemas);
  if (inner === undefined && element !== undefined && schemas.some((schema) => takes(schema, element)))
    return `write ${written(spell(element))}`;
  const holder = defs.map((def) => soleList(def, found)).find((field) => field !== undefined);
  if (holder !== undefined) return `write ${written(`{ ${holder}: [ … ] }`)}`;
  if (expected === "true or false") return `write ${written("true")} or ${written("false")}`;
  const kind = kinds.find(([phrase]) => phrase.test(expected))?.[1] ?? "a value";
  const shown = defs
    .slice(0, defs[0]?.type === "string" ? 1 : 2)
    .map((def) => example(def, meaning, expected));
  const such = (shown.length > 0 ? shown : [fallback(kind, meaning, expected)]).map(written);
  return `${found === undefined ? "add" : "write"} ${kind}, such as ${such.join(" or ")}`;
}

/** An example where no schema knows the place. */
function fallback(kind: string, name: string | undefined, expected: string): string {
  if (kind === "an object") return "{ … }";
  return kind.startsWith("a list") ? "[…]" : JSON.stringify(textFor(name, expected));
}
