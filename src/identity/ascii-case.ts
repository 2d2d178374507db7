const capital = /[A-Z]/;

/** Lower-cases the letters A to Z alone: whatever else a text contains, nothing merges or grows. */
export function lowerAscii(text: string): string {
  // Most texts have none, and looking is cheaper than replacing.
  return capital.test(text) ? text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()) : text;
}
