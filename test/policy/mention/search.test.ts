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

/** Whether, and where, each text has what is looked for: the language is asked the same. */
function expectLanguage(source: string, flags: string, texts: readonly string[]): void {
  const program = programOf(source, flags);
  for (const where of texts) {
    const characters = charactersOf(where, flags);
    const spans = program === undefined ? [] : spansOf(program, characters, 16);
    const matches = spans.map(({ start, end }) => characters.slice(start, end).join(""));
    const expected = (where.match(new RegExp(source, `${flags}g`)) ?? []).filter((each) => each !== "");
    expect({ where, found: isFound(source, flags, where), matches }).toEqual({
      where,
      found: new RegExp(source, flags).test(where),
      matches: expected,
    });
  }
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

  it.each<readonly [why: string, source: string, texts: readonly string[]]>([
    ["any character but the end of a line", "a.c", ["abc", "a\nc", "a🦞c", "ac"]],
    ["a class, and what ends it", "[a\\]b]+c", ["a]bc", "]c", "c", "xc"]],
    ["a class that is not closed by what is escaped", "[\\\\]x", ["\\x", "x"]],
    ["what is not in a class", "[^a-c]d", ["ad", "xd", "d"]],
    ["the beginning and the end", "^ab$", ["ab", "xab", "abx", "x\nab"]],
    ["edges of words", "\\bab\\b", ["ab", "x ab.", "xab", "abx", "éab"]],
    ["places within words", "a\\Bb\\B", ["ab", "abx", "ab."]],
    ["branches, the first preferred", "a(?:b|bc|)d?", ["abcd", "abd", "ad", "x"]],
    ["what begins before, whatever begins later", "ab|a", ["aab", "aaab", "ba"]],
    ["what may be nothing", "x*", ["abx", "axxb", ""]],
    ["a branch that is empty", "a(?:|b)c", ["ac", "abc", "abbc"]],
    ["none or one", "ab?c", ["ac", "abc", "abbc"]],
    ["any number", "ab*c", ["ac", "abbbc", "adc"]],
    ["at least one", "ab+c", ["ac", "abc", "abbc"]],
    ["a number", "^a{2}$", ["a", "aa", "aaa"]],
    ["from a number on", "^a{2,}$", ["a", "aa", "aaaa"]],
    ["between two numbers", "^a{1,2}$", ["", "a", "aa", "aaa"]],
    ["no times", "^ba{0}$", ["b", "ba"]],
    ["as few as will do", "a+?b??", ["aab", "ab", "b"]],
    ["as few of a number", "a{1,3}?", ["aaaa"]],
    ["as few as will do, and more where the end is", "^a+?b*?c??$", ["abc", "aaabb", "bc", "a"]],
    ["a shorter one where the longer that is preferred comes to nothing", "ab+c|a", ["aba", "abba", "abc"]],
    ["as few as any, and more where needed", "<.*?>", ["<a><b>", "<>", "a"]],
    ["groups within groups", "((a|b)c)+d", ["acbcd", "abcd", "cd"]],
    ["groups with names", "(?<first>a)(?<second>b)", ["ab", "a"]],
    ["groups without numbers", "(?:ab)+", ["abab", "a"]],
    ["what comes after", "a(?=b|c)", ["ab", "ac", "ad", "a"]],
    ["what does not come after", "a(?!b.)", ["abx", "ab", "ac"]],
    ["what came before", "(?<=a|xy)b", ["ab", "xyb", "yb", "b"]],
    ["what did not come before", "(?<!a.)b", ["axb", "xb", "b"]],
    ["what comes after several characters", "(?<=ab+)c", ["abbc", "ac", "xabc"]],
    ["what looks ahead from behind", "(?<=a(?=bc)b)c", ["abc", "abd", "bc"]],
    ["what looks behind from ahead", "a(?=b(?<=ab)c)", ["abc", "abd"]],
    ["what looks to the edges", "(?=$)|(?<=^)a", ["a", "ba", ""]],
    ["what is escaped", "\\.\\*\\(\\)\\$\\/", [".*()$/", "x*()$/"]],
    ["classes by one letter", "\\d\\D\\s\\S\\w\\W", ["1a b_.", "aa b_.", "1a bb "]],
    ["characters by their numbers", "\\x61\\u0062\\cA", ["ab\u0001", "ab1"]],
    ["blanks by their letters", "\\t\\n\\r\\f\\v\\0", ["\t\n\r\f\v\0", "tnrfv0"]],
    ["letters in any case", "ÄöI", ["äÖi", "aoi"]],
    ["a number that is repeated", "\\x612?", ["a2", "a", "x612"]],
    ["a class that is repeated", "[ab]{2}c", ["abc", "ac"]],
    ["two numbers of two digits", "^a{10,12}$", ["aaaaaaaaa", "aaaaaaaaaa", "aaaaaaaaaaaaa"]],
  ])("finds %s as the language does: %s", (_, source, texts) => {
    for (const flags of ["i", "iu"]) expectLanguage(source, flags, texts);
  });

  it.each<readonly [why: string, source: string, texts: readonly string[]]>([
    ["a number in braces that is none", "a{b}", ["a{b}", "ab"]],
    ["braces without a number", "a{,2}", ["a{,2}", "aa"]],
    ["a brace or a bracket alone", "}]{", ["}]{", "}"]],
    ["numbers of eight digits", "\\101\\60\\7", ["A0\u0007", "101"]],
    ["as many of their digits as there may be", "\\1011\\477", ["A1'7", "A1"]],
    ["a digit that is none of them", "\\8\\9", ["89", "8"]],
    ["the group that there is not", "a\\1", ["a\u0001", "a1", "a"]],
    ["a name that there is not", "a\\k<x>", ["ak<x>", "a"]],
    ["letters that mean nothing", "\\a\\e\\-\\p{L}", ["ae-p{L}", "ae-b"]],
    ["unfinished numbers", "\\x6\\u00\\c", ["x6u00\\c", "x6", "x6u00c", "x6u00xc"]],
    ["characters of two halves one by one", "^..$", ["🦞", "ab", "a"]],
  ])("finds %s as the language does where characters are halves: %s", (_, source, texts) => {
    expectLanguage(source, "i", texts);
  });

  it.each<readonly [why: string, source: string, texts: readonly string[]]>([
    ["whole characters", "^.$", ["🦞", "a", "ab"]],
    ["characters of two halves", "🦞+", ["🦞🦞", "x"]],
    ["them by their numbers", "\\u{1f99e}\\u{61}", ["🦞a", "🦞"]],
    ["them by the numbers of their halves", "\\ud83e\\udd9e{2}", ["🦞🦞", "🦞"]],
    ["letters of every script", "^\\p{L}\\P{L}$", ["é.", "小 ", "1a"]],
    ["letters of one script", "\\p{Script=Han}{2}", ["小助", "ab"]],
    ["a class of whole characters", "[🦞🐙]$", ["🐙", "x"]],
    ["an end of nothing", "\\0", ["\0", "0"]],
  ])("finds %s as the language does: %s", (_, source, texts) => {
    expectLanguage(source, "iu", texts);
  });

  it.each<readonly [why: string, source: string, flags: string, taken: boolean]>([
    ["what was found before", "(a)\\1", "i", false],
    ["it by the last number there is", "(a)(b)\\2", "i", false],
    ["it by a number of two digits", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "i", false],
    ["not it by a number that there is not", "(a)\\2", "i", true],
    ["not by one in a class, or escaped", "[(]\\(\\1", "i", true],
    ["not by several in a class, or one after what is escaped there", "[((][\\](]\\1", "i", true],
    ["not by one after a blank that is escaped there", "[\\ (]\\1", "i", true],
    ["not by a digit after an escaped stroke", "(a)\\\\1", "i", true],
    ["not by a number of which the first digit alone is one", "(a)\\12", "i", true],
    ["flags within, which engines take at different times", "(?i:a)b", "i", false],
    ["not by groups without numbers", "(?:a)(?=b)\\1", "i", true],
    ["it where characters are whole", "(a)\\1", "iu", false],
    ["what there is not, where characters are whole", "\\k", "iu", false],
    ["it by its name", "(?<x>a)\\k<x>", "i", false],
    ["not by looking behind", "(?<=a)(?<!b)\\1", "i", true],
    ["it by the number of a group with a name", "(?<x>a)\\1", "i", false],
    ["a number of copies", "a{1000}", "i", true],
    ["more copies than there may be", "a{1001}", "i", false],
    ["more than there may be at most", "a{2,1001}", "i", false],
    ["more than there may be at least", "a{1001,}", "i", false],
    ["any number from many on", "a{1000,}", "i", true],
    ["as many parts as there may be", "(a{1000}){4}a{999}", "i", true],
    ["one part more", "(a{1000}){4}a{1000}", "i", false],
    ["copies of copies", "(a{900}){900}", "i", false],
    ["copies of copies of copies", "((a{900}){900}){900}", "i", false],
    ["copies of copies in what looks ahead", "(?=(a{900}){900})", "i", false],
    ["a few copies of copies", "(a{70}){70}", "i", true],
    ["a few too many", "(a{71}){71}", "i", false],
    ["as many that may be left out", "(a?){1000}", "i", true],
  ])("takes, or does not take, %s: %s", (_, source, flags, taken) => {
    expect(programOf(source, flags) !== undefined).toBe(taken);
  });
});
