/**
 * A platform's own id as a plain string: a text that is not blank, untouched, or a whole number in
 * decimal. Anything else is no id.
 *
 * @example
 * ```ts
 * nativeId(-1001234567890); //=> "-1001234567890"
 * nativeId(""); //=> undefined
 * ```
 */
export function nativeId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
