/** The only packages that answering needs; whatever else a release asks for is left out. */
export const dependencies = ["@openclaw/fs-safe", "ms", "zod"];

export function isDependency(specifier) {
  return dependencies.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}
