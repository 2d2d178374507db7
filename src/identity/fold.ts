import { lowerCase } from "../edition/lower-case.ts";

/**
 * The form in which OpenClaw compares names: trimmed (JavaScript's `trim`), then lower-cased as a
 * whole, independently of the locale. Whole texts are folded, never their segments, because the
 * lower case of a letter can depend on its neighbours (a final sigma).
 */
export function fold(text: string): string {
  return lowerCase(text.trim());
}

const blank = 0x20;
const visibleEnd = 0x7f;

/** Tells whether nothing of a text remains when it is trimmed. */
export function isBlank(text: string): boolean {
  // Most texts begin with a visible ASCII character, and looking is cheaper than trimming.
  const first = text.charCodeAt(0);
  return !(first > blank && first < visibleEnd) && text.trim() === "";
}

const capital = /[A-Z]/;

/** Lower-cases the letters A to Z alone: whatever else a text contains, nothing merges or grows. */
export function lowerAscii(text: string): string {
  // Most texts have none, and looking is cheaper than replacing.
  return capital.test(text) ? text.replace(/[A-Z]+/g, (capitals) => lowerCase(capitals)) : text;
}
