import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, parsePath } from "../../src/config/path.ts";

describe("a path", () => {
  it("is read as it is written, whatever the names are", () => {
    const segment = fc.oneof(fc.string(), fc.constantFrom("a", "$b", '"', "]", "__proto__"), fc.nat());
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        expect(parsePath(formatPath(segments))).toEqual(segments);
      }),
    );
  });

  it.each(["a..b", ".a", "a.", "a b", "[x]", "a[1", 'a["b]', "a.[1]", "[1]a"])("is none: %s", (text) => {
    expect(parsePath(text)).toBeUndefined();
  });
});
