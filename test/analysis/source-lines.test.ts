import fc from "fast-check";
import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { sourceLines } from "../../src/analysis/source-lines.ts";
import { extendPath } from "../../src/config/path.ts";

describe("the line of a setting", () => {
  it.each<readonly [string, string, string, number | undefined]>([
    ["a property", "{\n  a: 1,\n  b: 2,\n}", "b", 3],
    ["a property in quotes", `{\n  "a b": 1\n}`, '["a b"]', 2],
    ["a property with escapes", `{\n  "\\u0061\\x62": 1\n}`, "ab", 2],
    ["a property in an object", "{ a: {\n b: {\n c: 1 } } }", "a.b.c", 3],
    ["an element", "{ a: [\n 1,\n 2,\n] }", "a[1]", 3],
    ["an object in a list", "{ a: [\n {\n b: 1 }, { b: 2 }] }", "a[1].b", 3],
    ["a list in a list", "[[1,\n2]]", "[0][1]", 2],
    ["past comments", "{ // a: {\n /* b:\n */ c: 1 }", "c", 3],
    ["past marks within texts", `{ a: "},{ b:",\n b: 1 }`, "b", 2],
    ["past a text over two lines", "{ a: 'one\\\ntwo',\n b: 1 }", "b", 3],
    ["past lines that end as on Windows", "{\r\n a: 1,\r\n b: 2 }", "b", 3],
    ["of what is around it, where it is not written", "{\n a: {\n } }", "a.b.c[2]", 2],
    ["nothing around it", "{\n a: 1 }", "b.c", undefined],
    ["no path", "{\n a: 1 }", "a..b", undefined],
    ["the whole", "{\n a: 1 }", "", undefined],
    ["text that breaks off", "{\n a: {\n b: [1, '", "a.b[0]", 3],
  ])("%s", (_what, text, path, line) => {
    expect(sourceLines(text)(path)).toBe(line);
  });

  it("is where the text has it, for whatever JSON5 writes with one setting a line", () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.oneof(fc.string(), fc.integer(), fc.boolean()),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 4 }), tie("tree"), { maxKeys: 3 }),
      ),
    }));
    function* paths(value: unknown, path = ""): Generator<string> {
      if (typeof value !== "object" || value === null) return;
      for (const [name, child] of Object.entries(value)) {
        const below = extendPath(path, Array.isArray(value) ? Number(name) : name);
        yield below;
        yield* paths(child, below);
      }
    }
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON5.stringify(value, undefined, 1);
        const lineOf = sourceLines(text);
        const found = [...paths(value)].map((path) => lineOf(path));
        // Printed so, every property and element begins a line of its own, in the order of the walk.
        const closing = /^\s*[}\]],?$/;
        const beginning = text.split("\n").flatMap((line, index) => (closing.test(line) ? [] : [index + 1]));
        expect(found).toEqual(beginning.slice(1));
      }),
    );
  });
});
