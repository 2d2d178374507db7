/**
 * The bytes of a text: UTF-8, with a lone surrogate written like any other code point of three
 * bytes, so that different texts have different bytes.
 */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    const lead = following === 0 ? 0 : (0xff00 >> (following + 1)) & 0xff;
    bytes[length] = lead | (point >> (6 * following));
    for (let left = following - 1; left >= 0; left -= 1)
      bytes[length + following - left] = 0x80 | ((point >> (6 * left)) & 0x3f);
    length += following + 1;
  }
  return bytes.subarray(0, length);
}
