import JSON5 from "json5";
import type { Issue } from "./issue.ts";

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
    const { lineNumber: line, columnNumber: column } = error;
    const fault = error.message.replace(/^JSON5: /, "").replace(/ at \d+:\d+$/, "");
    return {
      issue: {
        severity: "error",
        code: "malformed-json5",
        path: "",
        message: `${fault} at line ${line}, column ${column}`,
        line,
        column,
      },
    };
  }
}
