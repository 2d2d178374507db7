/** Lower-cases the letters A to Z alone: whatever else a text contains, nothing merges or grows. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
