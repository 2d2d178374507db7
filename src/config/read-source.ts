import JSON5 from "json5";
import { describeValue } from "./expectation.ts";
import type { Issue } from "./issue.ts";
import { foreignText, mendingOf } from "./source/foreign-file.ts";
import { nameGiven } from "./source/given.ts";

/** What a JSON5 syntax error tells beside its message. */
interface SyntaxFault extends Error {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return error instanceof SyntaxError && "lineNumber" in error && "columnNumber" in error;
}

/** Reads JSON5 text as data, or tells where it cannot be read. */
export function readSource(text: string): { readonly value: unknown } | { readonly issue: Issue } {
  try {
    // Most configs that machines write are plain JSON, which the engine reads far faster.
    return { value: JSON.parse(text) as unknown };
  } catch {
    return readJson5(text);
  }
}

function readJson5(text: string): ReturnType<typeof readSource> {
  try {
    return { value: JSON5.parse<unknown>(text) };
  } catch (error) {
    if (!isSyntaxFault(error)) throw error;
    return { issue: malformed(text, error) };
  }
}

function malformed(text: string, { message, lineNumber: line, columnNumber: column }: SyntaxFault): Issue {
  const fault = message.replace(/^JSON5: /, "").replace(/ at \d+:\d+$/, "");
  const place = `${fault} at line ${line}, column ${column}`;
  const name = nameGiven(text);
  const other = name ?? foreignText(text);
  const told =
    name === undefined
      ? `this is ${other?.what ?? ""}, not JSON5: ${place}`
      : `expected the text of a config, found ${name.what}, ${describeValue(text.trim())}`;
  return {
    severity: "error",
    code: "malformed-json5",
    path: "",
    message: other === undefined ? place : told,
    hint: other === undefined ? mendingOf(text, fault) : `give ${other.instead}`,
    line,
    column,
  };
}
