import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlank } from "../../src/identity/fold.ts";

describe("isBlank", () => {
  it.each<[string, boolean, string]>([
    ["", true, "nothing"],
    [" \t\n", true, "ASCII blanks"],
    ["\u00a0\ufeff\u2028", true, "blanks that JavaScript trims"],
    ["\0", false, "a control that is not trimmed"],
    ["\u200b", false, "a zero-width space is not trimmed"],
    ["0", false, "a digit"],
    ["\u007f", false, "the last ASCII character"],
    [" x", false, "something after a blank"],
  ])("%j: %s (%s)", (text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });

  it("is what trimming tells", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => isBlank(text) === (text.trim() === "")));
  });
});
