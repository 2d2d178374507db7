import { isObject } from "../config/is-object.ts";

/** Tells what JSON can say from what a host may keep beside it, such as a function. */
function isData(value: unknown): boolean {
  return ["object", "string", "number", "boolean"].includes(typeof value);
}

/** JSON with one spelling for equal data: names in order, no blanks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (!isObject(value)) return isData(value) ? JSON.stringify(value) : "null";
  const members = Object.keys(value)
    .filter((name) => isData(value[name]))
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join()}}`;
}
