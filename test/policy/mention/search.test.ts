import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExpression, tester } from "../../../src/policy/mention/expression.ts";
import { compileExpression, occurs, spansOf } from "../../../src/policy/mention/search.ts";

function programOf(source: string, flags: string) {
  const expression = readExpression(source, flags);
  return expression && compileExpression(expression, tester("\\w", flags));
}

function charactersOf(text: string, flags: string): readonly string[] {
  return flags.includes("u") ? Array.from(text) : text.split("");
}

function isFound(source: string, flags: string, text: string): boolean | undefined {
  const program = programOf(source, flags);
  return program && occurs(program, charactersOf(text, flags));
}

const atom = fc.constantFrom(
  "a",
  "b",
  ".",
  "\\b",
  "\\w",
  "[ab]",
  "[^a]",
  "^",
  "$",
  "\\.",
  "\\x61",
  "\\s",
  "é",
);
const pattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => a + b),
    fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "*?", "{2}", "{1,2}", "{1,}"))
      .map(([a, times]) => `(${a})${times}`),
    fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("pattern")).map(([look, a]) => `(${look}${a})`),
  ),
})).pattern;
const text = fc.string({ unit: fc.constantFrom("a", "b", ".", " ", "é", "\n", "🦞"), maxLength: 8 });

describe("a search that never goes back", () => {
  it.each(["i", "iu"])("finds what the language finds, with the flags %s", (flags) => {
    fc.assert(
      fc.property(pattern, text, (source, where) => {
        expect(isFound(source, flags, where)).toBe(new RegExp(source, flags).test(where));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["@bot", "hi @BOT and @bot", ["@BOT", "@bot"]],
    ["a+", "baac a", ["aa", "a"]],
    ["a+?", "aa", ["a", "a"]],
    ["a|ab", "ab", ["a"]],
    ["ab|a", "ab", ["ab"]],
    ["(?<=x)a+", "aa xaa", ["aa"]],
    ["x*", "ab", []],
  ])("finds each %s in %s, as much as the language does", (source, where, expected) => {
    const program = programOf(source, "i");
    const spans = program === undefined ? [] : spansOf(program, where.split(""), 16);
    expect(spans.map(({ start, end }) => where.slice(start, end))).toEqual(expected);
    expect(expected).toEqual((where.match(new RegExp(source, "gi")) ?? []).filter((each) => each !== ""));
  });

  it.each([
    ["(a+)+$", "a".repeat(50_000) + "b"],
    ["(a|a)*b", "a".repeat(50_000)],
    ["(a|aa)+$", "a".repeat(50_000) + "b"],
    ["^(\\w+\\s?)*$", "a ".repeat(25_000) + "!"],
    ["(?=(a*)*b)a", "a".repeat(20_000)],
    ["(?<!(a|aa)*b)c", "a".repeat(20_000) + "c"],
  ])("takes no longer for %s than its text is long", (source, hostile) => {
    const started = performance.now();
    isFound(source, "i", hostile);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([["(a)\\1"], ["(?<x>a)\\k<x>"], ["a{2000}"], ["(a{900}){900}"]])("does not take %s", (source) => {
    expect(programOf(source, "i")).toBeUndefined();
  });
});
