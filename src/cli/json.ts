/** Writes a value as a JSON document. */
export function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
