const blank = 0x20;
const visibleEnd = 0x7f;

/** Tells whether nothing of a text remains when it is trimmed. */
export function isBlank(text: string): boolean {
  // Most texts begin with a visible ASCII character, and looking is cheaper than trimming.
  const first = text.charCodeAt(0);
  return !(first > blank && first < visibleEnd) && text.trim() === "";
}
