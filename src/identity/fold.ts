/**
 * The form in which OpenClaw compares names: trimmed (JavaScript's `trim`), then lower-cased as a
 * whole, independently of the locale. Whole texts are folded, never their segments, because the
 * lower case of a letter can depend on its neighbours (a final sigma).
 */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}
