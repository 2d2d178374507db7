import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePathExpression, compilePathGlob, compileGlob } from "../../src/policy/glob.ts";

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
