import fc from "fast-check";
import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { countKeys, scanSource } from "../../../src/config/source/scan.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

/** How many keys the objects in a value have. */
function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((count: number, inner) => count + keysIn(inner), own);
}

describe("text that was read once more", () => {
  const anyJson = fc.jsonValue({ maxDepth: 4 });

  it("has as many keys as the tree", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom("", "  "), (value, indent) => {
        for (const text of [JSON.stringify(value, null, indent), JSON5.stringify(value, null, indent)]) {
          expect(countKeys(text)).toBe(keysIn(value));
          expect(scanSource(text).repeated).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it.each<readonly [string, readonly unknown[]]>([
    ['{"a": 1,\n"a": 2}', [{ path: ["a"], lines: [1, 2] }]],
    ["{a: 1, // a: 5\n/* a: 6 */ 'a':\n2, \"\\u0061\": 3}", [{ path: ["a"], lines: [1, 2, 3] }]],
    ["{\n  list: [1, [], {\n x: {},\n x: {}}]}", [{ path: ["list", 2, "x"], lines: [3, 4] }]],
    ['{"__proto__": 1, "__proto__": 2}', [{ path: ["__proto__"], lines: [1, 1] }]],
    ["{a: ':', b: '\\'{', 'c\\\\': {}, \"{\": '\\\n,'}", []],
    ["{a: {x: 1}, b: {x: 1}, c: [{x: 1}, {x: 1}]}", []],
  ])("%j: keys that are written again", (text, repeated) => {
    expect(scanSource(text).repeated).toEqual(repeated);
  });

  it.each<readonly [string, readonly unknown[]]>([
    [
      "{ids: [1, 123456789012345678, '123456789012345678']}",
      [{ path: ["ids", 1], spelling: "123456789012345678" }],
    ],
    ["[-123456789012345678/* :, */\n]", [{ path: [0], spelling: "-123456789012345678" }]],
    ["{a: 0xfffffffffffffffff, b: infinityandmuchmore}", [{ path: ["a"], spelling: "0xfffffffffffffffff" }]],
    ["123456789012345678", []],
  ])("%j: long numbers", (text, longNumbers) => {
    expect(scanSource(text).longNumbers).toEqual(longNumbers);
  });

  it("ends with any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({
            unit: fc.constantFrom("{", "}", "[", "]", ":", ",", "'", '"', "\\", "/", "*", "\n", "a", "1"),
          }),
        ),
        (text) => {
          expect(countKeys(text)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: runs },
    );
  });
});
