import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePathExpression, compilePathGlob, compileGlob, resolvePath } from "../../src/policy/glob.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "_"), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom("a", "b", "_"), maxLength: 10 });
const path = fc.string({ unit: fc.constantFrom("a", "b", "/", "\n"), maxLength: 10 });
const pathPattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "/", "?"), maxLength: 7 });

describe("compileGlob", () => {
  it("answers what the releases' expressions answer", () => {
    fc.assert(
      fc.property(pattern, text, (glob, name) => {
        const expression = new RegExp(`^${escaped(glob).replace(/\*/g, ".*")}$`);
        expect(compileGlob(glob)(name)).toBe(expression.test(name));
      }),
      runs,
    );
  });

  it.each([
    ["exec", "exec", true, "a name is itself"],
    ["exec?", "execs", false, "`?` stands for itself (T13)"],
    ["*", "", true, "`*` is any text, the empty one too"],
    ["a*a", "a", false, "the two ends do not share a letter"],
    ["a*", "ba", false, "what stands before a `*` begins the text"],
    ["*a", "ab", false, "what stands behind it ends the text"],
    ["a*b*c", "axbyc", true, "what stands between two is in it"],
    ["a*b*c", "axyc", false, "and has to be"],
    ["a*bc*c", "abc", false, "in the part that the ends leave"],
    ["*ab*ba*", "aba", false, "one part after the other, without sharing a letter"],
    ["*ab*ba*", "abba", true, "but without a gap"],
    ["a**b", "ab", true, "two stars are as one"],
  ])("%s, %s: %s, for %s", (glob, name, matches) => {
    expect(compileGlob(glob)(name)).toBe(matches);
  });

  it("stands for no line end where it is asked to, as in the releases' expressions", () => {
    const lines = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\u2028"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, lines, (glob, name) => {
        const expression = new RegExp(`^${escaped(glob).replace(/\*/g, ".*")}$`);
        expect(compileGlob(glob, true)(name)).toBe(expression.test(name));
      }),
      runs,
    );
  });

  it.each([
    ["a*", false, "a\nb", true, "any text has any lines"],
    ["a*", true, "a\nb", false, "unless it is told to be in one"],
    ["a\n*", true, "a\nb", true, "which a pattern of two lines is not"],
  ])("%j, within a line %s, %j: %s, for %s", (glob, withinLine, name, matches) => {
    expect(compileGlob(glob, withinLine)(name)).toBe(matches);
  });

  it("stands for any lines where nothing is told", () => {
    expect(compileGlob("a*")("a\nb")).toBe(true);
  });

  it("answers at once where the releases' expressions took hours", () => {
    expect(compileGlob(`${"*a".repeat(5000)}*b`)("a".repeat(100_000))).toBe(false);
  });
});

describe("compilePathGlob", () => {
  it("keeps `*` within a segment, lets `**` cross them, and `?` where it is told", () => {
    fc.assert(
      fc.property(pathPattern, path, fc.boolean(), (glob, name, anyTakesSlash) => {
        const expression = escaped(glob.replaceAll("?", "\u0001"))
          .replace(/\*\*/g, "\u0002")
          .replaceAll("*", "[^/]*")
          .replaceAll("\u0002", ".*")
          .replaceAll("\u0001", anyTakesSlash ? "." : "[^/]");
        expect(compilePathGlob(glob, anyTakesSlash)(name)).toBe(new RegExp(`^${expression}$`).test(name));
      }),
      runs,
    );
  });

  it.each([
    ["/b?n", "/bin", false, true, "`?` is one character"],
    ["/b?n", "/b/n", false, false, "but no slash"],
    ["/b?n", "/b/n", true, true, "unless it is told so"],
    ["/b?n", "/b\nn", true, false, "and no line end then"],
    ["/bin/*", "/bin/", false, true, "`*` is any text, the empty one too"],
    ["/bin/*", "/bin/x/ls", false, false, "within its segment"],
    ["/bin/*", "/bin/x\ny", false, true, "of any lines"],
    ["/bin/**", "/bin/x/ls", false, true, "`**` goes across them"],
    ["/bin/**", "/bin/x\ny", false, false, "within its line"],
    ["/bin/***", "/bin/x/ls", false, true, "what stands behind a `**` stands for itself"],
    ["/bin/ls", "/bin/ls2", false, false, "all of a path is asked for"],
    ["/bin/ls", "/bin/l", false, false, "and all of a pattern"],
  ])("%s, %j, slash %s: %s, for %s", (glob, name, anyTakesSlash, matches) => {
    expect(compilePathGlob(glob, anyTakesSlash)(name)).toBe(matches);
  });

  it("lets `?` stand for no slash where nothing is told", () => {
    expect(compilePathGlob("a?b")("a/b")).toBe(false);
  });

  it("answers in the length of pattern and path", () => {
    expect(compilePathGlob(`${"**a".repeat(300)}b`)("a".repeat(3000))).toBe(false);
  });
});

describe("compilePathExpression", () => {
  it.each([
    ["/bin/l.", "/bin/ls", true, "a dot is any character"],
    ["/bin/[lg]s", "/bin/gs", true, "brackets are a choice"],
    ["/b?n/*", "/b/n/ls", true, "`?` is a dot"],
    ["/bin/*", "/bin/x/ls", false, "`*` stays within a segment"],
    ["/bin/[ls", "/bin/[ls", false, "what is no expression matches nothing, itself neither"],
  ])("%s, %s: %s, for %s", (written, name, matches) => {
    expect(compilePathExpression(written)(name)).toBe(matches);
  });
});

describe("resolvePath", () => {
  it.each([
    ["/w", "a/b", "/w/a/b", "what is relative begins in the directory"],
    ["/w", "/a/b", "/a/b", "what is absolute does not"],
    ["/w", "./a/.//b", "/w/a/b", "a dot and nothing are no segments"],
    ["/w/x", "../a", "/w/a", "two dots lead up"],
    ["/w", "../../../a", "/a", "and no further than to the root"],
    ["/w", "", "/w", "nothing is the directory"],
    ["/", "..", "/", "the root is a slash"],
  ])("%s, %j: %s, for %s", (directory, path, resolved) => {
    expect(resolvePath(directory, path)).toBe(resolved);
  });
});
