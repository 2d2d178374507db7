import { isBuiltin } from "node:module";

/** The only packages that answering needs; whatever else a release asks for is left out. */
export const dependencies = ["@openclaw/fs-safe", "json5", "ms", "zod"];

/** Whether an import is answered as it is: one of those packages, or a release's own name for its parts. */
export function isDependency(specifier) {
  return ["openclaw", ...dependencies].some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** Whether an answer that called it, although it could not be had, is none: one of those packages, or a part of Node. */
export function isNeeded(module) {
  return isDependency(module) || module.startsWith("node:") || isBuiltin(module);
}
