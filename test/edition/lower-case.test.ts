import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerCase, lowerCaseByTable } from "../../src/edition/lower-case.ts";

describe("lower case by table", () => {
  it.each([
    ["Ann", "ann", "as everybody writes it"],
    ["\u{16EA0}NN", "\u{16EBB}nn", "a letter of Unicode 17"],
    ["\u{10D50}\u{10D65}", "\u{10D70}\u{10D85}", "letters of Unicode 16"],
    ["\u1C89\uA7CE\uA7D2\uA7D4", "\u1C8A\uA7CF\uA7D3\uA7D5", "letters beside their capitals"],
    ["\uA7CB\uA7DC", "\u0264\u019B", "young capitals of letters that are old"],
    ["ΑΣ", "ας", "a sigma at the end of a word"],
    ["ΑΣ\u{16EA0}", "ασ\u{16EBB}", "a sigma before a letter that an engine may not know"],
    ["\u{16EA0}Σ", "\u{16EBB}ς", "a sigma after one"],
    ["İ\u{16EA0}I", "i̇\u{16EBB}i", "a letter that is longer in lower case"],
    ["\u{16EA0}\uD803", "\u{16EBB}\uD803", "half of a pair"],
  ])("%j is %j: %s", (text, lower) => {
    expect(lowerCaseByTable(text)).toBe(lower);
  });

  // The engine of the tests may be an older one: then it is the table that both are.
  it("is what an engine says that knows every letter, of each alone and between sigmas", () => {
    const differing = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) =>
        lowerCase(letter) !== lowerCaseByTable(letter) ||
        lowerCase(`ΑΣ${letter}Σ${letter}Α`) !== lowerCaseByTable(`ΑΣ${letter}Σ${letter}Α`),
    );
    expect(differing).toEqual([]);
  });

  it("is so of any text", () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom("Σ", "\u{16EA0}", "\uA7DC", "İ"), fc.string()) });
    fc.assert(fc.property(text, (given) => lowerCaseByTable(given) === lowerCase(given)));
  });
});
