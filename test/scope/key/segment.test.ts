import { describe, expect, it } from "vitest";
import { readSegment, writeSegment } from "../../../src/scope/key/segment.ts";

/** What no key holds as it is, each kind from its first code point to its last. */
const unsafe: readonly (readonly [kind: string, first: number, last: number])[] = [
  ["controls, the bell to the blank", 0x00, 0x20],
  ["the sign of an escape", 0x25, 0x25],
  ["the colon between segments", 0x3a, 0x3a],
  ["delete, and the second set of controls, to the blank that does not break", 0x7f, 0xa0],
  ["the hyphen that is not seen", 0xad, 0xad],
  ["the Arabic letter mark", 0x61c, 0x61c],
  ["the Ogham blank", 0x1680, 0x1680],
  ["the Mongolian vowel separator", 0x180e, 0x180e],
  ["blanks of every width, what has none, and marks of direction", 0x2000, 0x200f],
  ["ends of lines and paragraphs, and turns of direction", 0x2028, 0x202f],
  ["more of both", 0x205f, 0x206f],
  ["the ideographic blank", 0x3000, 0x3000],
  ["the mark of byte order", 0xfeff, 0xfeff],
  ["annotations between lines", 0xfff9, 0xfffb],
  ["surrogates without their other half", 0xd800, 0xdfff],
  ["tags", 0xe0000, 0xe007f],
];

const text = (point: number) => `a${String.fromCodePoint(point)}b`;
const isUnsafe = (point: number) => unsafe.some(([, first, last]) => point >= first && point <= last);

describe("an id in a key", () => {
  it.each(unsafe)("holds no %s as it is, and is read back", (_kind, first, last) => {
    for (const point of [first, last]) {
      const written = writeSegment(text(point));
      expect(written).not.toContain(
        String.fromCodePoint(point) === "%" ? "a%b" : String.fromCodePoint(point),
      );
      expect(readSegment(written)).toBe(text(point));
    }
  });

  it.each(unsafe)("holds what stands beside %s as it is", (_kind, first, last) => {
    for (const point of [first - 1, last + 1].filter((each) => each > 0 && !isUnsafe(each)))
      expect(writeSegment(text(point))).toBe(text(point));
  });
});
