import fc from "fast-check";
import json5 from "json5";
import { describe, expect, it } from "vitest";
import { applyFix, editSource, type ConfigChange } from "../../../src/analysis/index.ts";
import { blanksIn, sourceTree, type SourceValue } from "../../../src/analysis/source-tree.ts";
import { extendPath, parsePath } from "../../../src/config/path.ts";
import type { Config } from "../../../src/index.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 1000) };

describe("a change in the text of a config", () => {
  it.each<readonly [string, string, readonly ConfigChange[], string | undefined]>([
    [
      "puts a value in the place of another",
      "{ a: 'x', /* b */ b: 2 }",
      [{ path: "a", set: "y" }],
      "{ a: 'y', /* b */ b: 2 }",
    ],
    ["adds a setting to a line", "{ a: 1 }", [{ path: "b", set: [1, "x"] }], '{ a: 1, b: [1, "x"] }'],
    ["adds one to a line that ends in a comma", "{ a: 1, }", [{ path: "b", set: 2 }], "{ a: 1, b: 2, }"],
    [
      "adds a line behind a comment",
      "{\n  a: 1, // one\n}\n",
      [{ path: "b", set: 2 }],
      "{\n  a: 1, // one\n  b: 2,\n}\n",
    ],
    [
      "adds a line and the comma before it",
      "{\n  a: 1 // one\n}\n",
      [{ path: "b", set: 2 }],
      "{\n  a: 1, // one\n  b: 2\n}\n",
    ],
    [
      "keeps how lines end and are set in",
      "{\r\n\ta: 1,\r\n}\r\n",
      [{ path: "b", set: 2 }],
      "{\r\n\ta: 1,\r\n\tb: 2,\r\n}\r\n",
    ],
    ["adds what is around it, too", "{}", [{ path: "a.b.c", set: 1 }], "{ a: { b: { c: 1 } } }"],
    [
      "writes JSON over lines, as JSON is",
      '{\n  "a": 1\n}\n',
      [{ path: "b.c", set: ["x"] }],
      '{\n  "a": 1,\n  "b": {\n    "c": [\n      "x"\n    ]\n  }\n}\n',
    ],
    [
      "takes a setting away with its line",
      "{\n  a: 1,\n  b: 2,\n}\n",
      [{ path: "a", remove: true }],
      "{\n  b: 2,\n}\n",
    ],
    [
      "keeps the comment on that line",
      "{\n  a: 1, // one\n  b: 2,\n}\n",
      [{ path: "a", remove: true }],
      "{\n  // one\n  b: 2,\n}\n",
    ],
    ["leaves no comma behind in JSON", '{ "a": 1, "b": 2 }', [{ path: "b", remove: true }], '{ "a": 1 }'],
    [
      "lets a list go on",
      "{ a: ['x', /* y */ ] }",
      [{ path: "a", set: ["x", "z"] }],
      "{ a: ['x', 'z', /* y */ ] }",
    ],
    [
      "lets a list go on over lines",
      "{\n  a: [\n    1, // one\n    2 // two\n  ],\n}\n",
      [{ path: "a", set: [1, 2, 3, 4] }],
      "{\n  a: [\n    1, // one\n    2, // two\n    3,\n    4\n  ],\n}\n",
    ],
    ["begins a list", "{ a: [] }", [{ path: "a", set: [1, 2] }], "{ a: [1, 2] }"],
    ["takes an element away", "{ a: [1, 2, 3] }", [{ path: "a[1]", remove: true }], "{ a: [1, 3] }"],
    [
      "takes a name away as often as it is written",
      "{ a: 1, b: 2, a: 3 }",
      [{ path: "a", remove: true }],
      "{ b: 2 }",
    ],
    [
      "quotes names that need it",
      "{ a: 1 }",
      [{ path: '["-100"]', set: "it's" }],
      '{ a: 1, "-100": "it\'s" }',
    ],
    ["takes nothing away that is not there", "{ a: 1 }", [{ path: "b", remove: true }], "{ a: 1 }"],
    ["is none in a list that is too short", "{ a: [1] }", [{ path: "a[3]", set: 2 }], undefined],
    ["is none in what is no object", "7", [{ path: "a", set: 1 }], undefined],
    ["is none in what is no JSON5", "{ a: }", [{ path: "a", set: 1 }], undefined],
  ])("%s", (_what, text, changes, expected) => {
    expect(editSource(text, changes)).toBe(expected);
  });

  it.each<readonly [string, string, readonly ConfigChange[], string]>([
    [
      "a line that it changes",
      "{\n  a: { b: 1 },\n}",
      [{ path: "a.b", set: 2 }],
      "{\n  // Why.\n  a: { b: 2 },\n}",
    ],
    ["a line that it adds", "{\n  a: 1,\n}", [{ path: "b", set: 2 }], "{\n  a: 1,\n  // Why.\n  b: 2,\n}"],
    [
      "what stood where it takes a line away",
      "{\n  a: 1,\n  b: 2,\n}",
      [{ path: "a", remove: true }],
      "{\n  // Why.\n  b: 2,\n}",
    ],
    ["nothing in JSON, which has no comments", '{ "a": 1 }', [{ path: "a", set: 2 }], '{ "a": 2 }'],
  ])("has its reason above %s", (_what, text, changes, expected) => {
    expect(editSource(text, changes, " Why.\n")).toBe(expected);
  });
});

/** A value, and the text that writes it in whatever way. */
interface Written {
  readonly text: string;
}

const gap = fc.constantFrom("", " ", "\n", "\n  ", " /* c */ ", " // c\n", "\r\n\t", "\u2028", "\u00a0");
const keys = fc.constantFrom(
  "a",
  "b",
  "c",
  '"a"',
  "'b'",
  '"x y"',
  "'-1'",
  "$k",
  "\\u0061",
  "true",
  "ünï",
  '"__proto__"',
);
const plain = fc.constantFrom(
  "1",
  "-.5",
  "+0x1F",
  "Infinity",
  "true",
  "null",
  '"t"',
  "'s\\'q'",
  '"a\\\nb"',
  '"// no"',
  "'{'",
);

const { value } = fc.letrec<{ value: Written; object: Written; list: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    plain.map((text): Written => ({ text })),
    tie("object"),
    tie("list"),
  ),
  object: fc
    .tuple(fc.array(fc.tuple(gap, keys, gap, gap, tie("value"), gap), { maxLength: 4 }), fc.boolean(), gap)
    .map(([entries, trails, end]) => ({
      text: `{${entries
        .map(
          ([before, key, mid, after, inner, behind]) =>
            `${before}${key}${mid}:${after}${inner.text}${behind}`,
        )
        .join(",")}${trails && entries.length > 0 ? "," : ""}${end}}`,
    })),
  list: fc
    .tuple(fc.array(fc.tuple(gap, tie("value"), gap), { maxLength: 4 }), fc.boolean(), gap)
    .map(([entries, trails, end]) => ({
      text: `[${entries.map(([before, inner, behind]) => before + inner.text + behind).join(",")}${trails && entries.length > 0 ? "," : ""}${end}]`,
    })),
}));

const texts = fc
  .tuple(gap, value, gap)
  .map(([before, { text }, after]) => before + text + after)
  .filter((text) => {
    const parsed: unknown = json5.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  });

/** Everything that a text writes: its place, what is written there, and that with its name. */
function* placesIn(
  text: string,
  of: SourceValue | undefined = sourceTree(text),
  path = "",
): Generator<{ readonly path: string; readonly slice: string; readonly entry: string }> {
  for (const { key, start, value: inner } of of?.entries ?? []) {
    if (inner === undefined) continue;
    const place = extendPath(path, key);
    yield { path: place, slice: text.slice(inner.start, inner.end), entry: text.slice(start, inner.end) };
    yield* placesIn(text, inner, place);
  }
}

/** What is written at each place; of a name that is written twice, the last. */
const slicesOf = (text: string) => new Map([...placesIn(text)].map(({ path, slice }) => [path, slice]));

const commentsOf = (text: string) =>
  blanksIn(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((blank) => blank !== "");

const set = fc.oneof(
  fc.constantFrom("self", "it's", 'a "b"', "\u2028", 7, true, null),
  fc.constantFrom(["hook:"], ["t", "more"], [1, "t"], [null, { a: 1 }]),
  fc.constant({ default: "deny", rules: [{ action: "allow" }] }),
);

/** A change of something that stands in a text, or of something new in it. */
const edits = texts.chain((text) => {
  const places = [...slicesOf(text).keys()];
  const path = fc
    .tuple(fc.constantFrom("", ...places), fc.constantFrom("", "new", "a.b"))
    .map(([place, more]) => (more === "" ? place : place === "" ? more : `${place}.${more}`))
    .filter((each) => each !== "");
  const change = fc.oneof(
    fc.tuple(path, set).map(([at, to]): ConfigChange => ({ path: at, set: to })),
    path.map((at): ConfigChange => ({ path: at, remove: true })),
  );
  return fc.tuple(fc.constant(text), change);
});

describe("any text of a config", () => {
  it("is what applyFix makes of it, and all else stays to the character", () => {
    let made = 0;
    fc.assert(
      fc.property(edits, ([text, change]) => {
        const after = editSource(text, [change]);
        const before = json5.parse<Config>(text);
        fc.pre(after !== undefined);
        made += 1;
        expect(json5.parse(after)).toEqual(applyFix(before, { sentence: "", changes: [change] }));
        const touched = parsePath(change.path) ?? [];
        const own = [...placesIn(text)]
          .filter(({ path }) => path === change.path)
          .map(({ entry, slice }) => (change.remove === true ? entry : slice))
          .join(" ");
        const comments = commentsOf(text);
        // What is replaced, or goes, takes along the comments within it.
        const within = commentsOf(own);
        expect(commentsOf(after).length).toBeGreaterThanOrEqual(comments.length - within.length);
        const kept = within.length === 0 ? commentsOf(after) : comments;
        expect(kept).toEqual(comments);
        const now = slicesOf(after);
        const apart = [...slicesOf(text)].filter(([path]) => {
          const steps = parsePath(path) ?? [];
          const shared = steps.findIndex((step, index) => touched[index] !== step);
          const isAroundOrWithin = shared === -1 || shared >= touched.length;
          // An element that goes moves those behind it.
          const isMoved = typeof touched[shared] === "number" && change.remove === true;
          return !isAroundOrWithin && !isMoved;
        });
        expect(apart.map(([path]) => [path, now.get(path)])).toEqual(apart);
      }),
      runs,
    );
    expect(made).toBeGreaterThan(runs.numRuns / 2);
  });

  it("has the reason in lines of its own, and is the same without them", () => {
    fc.assert(
      fc.property(edits, ([text, change]) => {
        const [bare, told] = [editSource(text, [change]), editSource(text, [change], "the reason\nwhy")];
        const isReason = (line: string) => line.trim() === "// the reason why";
        const lines = told?.split(/(?<=\r\n|\n|\r(?!\n)|\u2028|\u2029)/) ?? [];
        fc.pre(bare !== undefined);
        expect(lines.filter((line) => !isReason(line)).join("")).toBe(bare);
      }),
      runs,
    );
  });

  it("is never thrown at", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, path) => {
        const after = editSource(text, [{ path, set: 1 }]);
        expect(after === undefined || typeof after === "string").toBe(true);
      }),
    );
  });
});
