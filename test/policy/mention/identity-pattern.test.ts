import { describe, expect, it } from "vitest";
import { quotePattern, unicodePatterns, wordPatterns } from "../../../src/policy/mention/identity-pattern.ts";

/** What parts of the patterns since 2026.8.1 mean: a character of a word, blanks and joiners, joiners. */
const parts = [
  ["<W>", String.raw`[\p{L}\p{N}\p{Pc}\p{M}\u200C\u200D]`],
  ["<S>", String.raw`[\u200C\u200D\s]*`],
  ["<J>", String.raw`[\u200C\u200D]*`],
] as const;

/** A pattern in which those parts have names. */
function named(pattern: string): string {
  return parts.reduce((text, [name, part]) => text.replaceAll(part, name), pattern);
}

describe("the patterns of a name", () => {
  it.each<readonly [why: string, name: string, words: readonly string[], unicode: readonly string[]]>([
    ["a name", "Clawd", ["\\b@?Clawd\\b"], ["(?:@|(?<!<W>))Clawd(?!<W>)"]],
    [
      "blanks within and around",
      "  Big  Bot ",
      ["\\b@?Big\\s+Bot\\b"],
      ["(?:@|(?<!<W>))Big\\s<S>Bot(?!<W>)"],
    ],
    ["a mark that parts it", "C-3PO", ["\\b@?C-3PO\\b"], ["(?:@|(?<!<W>))C-3PO(?!<W>)"]],
    ["marks of expressions", "a.b*", ["\\b@?a\\.b\\*\\b"], ["(?:@|(?<!<W>))a\\.b\\*(?!<W>)"]],
    ["a mark at its edges", "+bot+", ["\\b@?\\+bot\\+\\b"], ["(?:@|(?<!<W>))\\+bot\\+(?!<W>)"]],
    ["a mark with blanks around", "a + b", ["\\b@?a\\s+\\+\\s+b\\b"], ["(?:@|(?<!<W>))a\\s+\\+\\s+b(?!<W>)"]],
    ["letters of another script", "小助手", ["\\b@?小助手\\b"], ["(?:@|(?<!<W>))小助手(?!<W>)"]],
    ["a letter and its accent", "e\u0301", ["\\b@?e\u0301\\b"], ["(?:@|(?<!<W>))e\u0301(?!<W>)"]],
    ["a sign that joins words", "_x_", ["\\b@?_x_\\b"], ["(?:@|(?<!<W>))_x_(?!<W>)"]],
    [
      "a sign before it",
      "🦞 Clawd",
      ["\\b@?🦞\\s+Clawd\\b"],
      ["(?:@|(?<!<W>(?:🦞<S>|)))(?:🦞<S>|)Clawd(?!<W>)"],
    ],
    [
      "a sign after it",
      "Clawd 🦞",
      ["\\b@?Clawd\\s+🦞\\b"],
      ["(?:@|(?<!<W>))Clawd(?:<S>🦞(?!<W>)|(?!<W>)(?!<S>🦞<W>))"],
    ],
    [
      "signs on both sides",
      "★ Star ★",
      ["\\b@?★\\s+Star\\s+★\\b"],
      ["(?:@|(?<!<W>(?:★<S>|)))(?:★<S>|)Star(?:<S>★(?!<W>)|(?!<W>)(?!<S>★<W>))"],
    ],
    [
      "a sign within",
      "Clawd🦞Bot",
      ["\\b@?Clawd🦞Bot\\b"],
      ["(?:@|(?<!<W>))Clawd(?:<S>🦞<S>|\\s*)Bot(?!<W>)"],
    ],
    [
      "a sign within, with blanks around",
      "Clawd 🦞 Bot",
      ["\\b@?Clawd\\s+🦞\\s+Bot\\b"],
      ["(?:@|(?<!<W>))Clawd(?:<S>🦞<S>|\\s+)Bot(?!<W>)"],
    ],
    [
      "a sign of several characters",
      "👩\u200d💻 Ada",
      ["\\b@?👩\u200d💻\\s+Ada\\b"],
      ["(?:@|(?<!<W>(?:👩(?:\u200d|)💻<S>|)))(?:👩(?:\u200d|)💻<S>|)Ada(?!<W>)"],
    ],
    [
      "a digit that is a sign",
      "1\ufe0f\u20e3 Bot",
      ["\\b@?1\ufe0f\u20e3\\s+Bot\\b"],
      ["(?:@|(?<!<W>(?:1\ufe0f\u20e3<S>|)))(?:1\ufe0f\u20e3<S>|)Bot(?!<W>)"],
    ],
    [
      "a mark that is a sign",
      "#\ufe0f\u20e3 Ada",
      ["\\b@?#\ufe0f\u20e3\\s+Ada\\b"],
      ["(?:@|(?<!<W>(?:#\ufe0f\u20e3<S>|)))(?:#\ufe0f\u20e3<S>|)Ada(?!<W>)"],
    ],
    ["nothing but a sign", "🦞", ["\\b@?🦞\\b"], ["(?:@|(?<!<W>))🦞(?!<W>)"]],
    [
      "nothing but a digit that is a sign",
      "1\ufe0f\u20e3",
      ["\\b@?1\ufe0f\u20e3\\b"],
      ["(?:@|(?<!<W>))1\ufe0f\u20e3(?!<W>)"],
    ],
    [
      "a mark that nobody sees",
      "Bot\u200b",
      ["\\b@?Bot\u200b\\b"],
      ["(?:@|(?<!<W>))Bot(?:<S>\u200b(?!<W>)|(?!<W>)(?!<S>\u200b<W>))"],
    ],
    ["a joiner within", "Cl\u200dawd", ["\\b@?Cl\u200dawd\\b"], ["(?:@|(?<!<W>))Cl(?:\u200d|)awd(?!<W>)"]],
    [
      "two joiners within",
      "A\u200d\u200cB",
      ["\\b@?A\u200d\u200cB\\b"],
      ["(?:@|(?<!<W>))A(?:\u200d\u200c|)B(?!<W>)"],
    ],
    [
      "a joiner before it",
      "\u200dClawd",
      ["\\b@?\u200dClawd\\b"],
      ["(?:@|(?<!<W>(?:(?:\u200d|)<S>|)))(?:(?:\u200d|)<S>|)Clawd(?!<W>)"],
    ],
    ["a joiner after it", "A\u200d", ["\\b@?A\u200d\\b"], ["(?:@|(?<!<W>))A(?:\u200d|)(?!<W>)"]],
    [
      "a joiner before a sign",
      "A\u200d🦞B",
      ["\\b@?A\u200d🦞B\\b"],
      ["(?:@|(?<!<W>))A(?:\u200d|)(?:<S>🦞<S>|\\s*)B(?!<W>)"],
    ],
    [
      "a joiner between signs",
      "A 🦞\u200d🐙 B",
      ["\\b@?A\\s+🦞\u200d🐙\\s+B\\b"],
      ["(?:@|(?<!<W>))A(?:<S>🦞(?:\u200d|)🐙<S>|\\s+)B(?!<W>)"],
    ],
    [
      "a joiner among blanks",
      "A \u200d B",
      ["\\b@?A\\s+\u200d\\s+B\\b"],
      ["(?:@|(?<!<W>))A(?:<S> (?:\u200d|)<S>|\\s+)B(?!<W>)"],
    ],
    [
      "a joiner after a mark",
      "A +\u200d B",
      ["\\b@?A\\s+\\+\u200d\\s+B\\b"],
      ["(?:@|(?<!<W>))A\\s+\\+(?:\u200d|)\\s+B(?!<W>)"],
    ],
    [
      "joiners after a mark",
      "A +\u200d\u200c B",
      ["\\b@?A\\s+\\+\u200d\u200c\\s+B\\b"],
      ["(?:@|(?<!<W>))A\\s+\\+(?:\u200d\u200c|)\\s+B(?!<W>)"],
    ],
    ["an end of a line", "A\r\nB", ["\\b@?A\\s+B\\b"], ["(?:@|(?<!<W>))A\\s<S>B(?!<W>)"]],
    [
      "a sign and an end of a line",
      "A\r\n🦞\r\nB",
      ["\\b@?A\\s+🦞\\s+B\\b"],
      ["(?:@|(?<!<W>))A(?:<S>🦞<S>|\\s+)B(?!<W>)"],
    ],
    [
      "two signs before it",
      "🦞 🐙 Ada",
      ["\\b@?🦞\\s+🐙\\s+Ada\\b"],
      ["(?:@|(?<!<W>(?:🦞<J>🐙<S>|)))(?:🦞<J>🐙<S>|)Ada(?!<W>)"],
    ],
    [
      "a mark with several blanks around",
      "a  +  b",
      ["\\b@?a\\s+\\+\\s+b\\b"],
      ["(?:@|(?<!<W>))a\\s+\\+\\s+b(?!<W>)"],
    ],
    [
      "two joiners before it",
      "\u200d\u200cClawd",
      ["\\b@?\u200d\u200cClawd\\b"],
      ["(?:@|(?<!<W>(?:(?:\u200d\u200c|)<S>|)))(?:(?:\u200d\u200c|)<S>|)Clawd(?!<W>)"],
    ],
    [
      "a letter that is coloured as a sign would be",
      "a\u{1f3fb}\ufe0f B",
      ["\\b@?a\u{1f3fb}\ufe0f\\s+B\\b"],
      ["(?:@|(?<!<W>))a\u{1f3fb}\ufe0f\\s<S>B(?!<W>)"],
    ],
    ["a joiner alone", "\u200d", ["\\b@?\u200d\\b"], []],
    ["nothing", "  ", [], []],
  ])("with %s: %j", (_, name, words, unicode) => {
    expect(wordPatterns({ name }).map(named)).toEqual(words);
    expect(unicodePatterns({ name }).map(named)).toEqual(unicode);
  });

  it.each<readonly [why: string, emoji: string, words: readonly string[], unicode: readonly string[]]>([
    ["as it is", " 🦞+ ", ["🦞\\+"], ["🦞\\+"]],
    ["with a joiner that may be left out", "👩\u200d💻", ["👩\u200d💻"], ["👩(?:\u200d|)💻"]],
    ["not where it is blank", " ", [], []],
    ["not where it is a joiner", "\u200d", ["\u200d"], []],
  ])("beside that of a sign, %s", (_, emoji, words, unicode) => {
    expect(wordPatterns({ emoji })).toEqual(words);
    expect(unicodePatterns({ emoji })).toEqual(unicode);
    expect(wordPatterns({ name: "A", emoji }).slice(1)).toEqual(words);
    expect(unicodePatterns({ name: "A", emoji }).slice(1)).toEqual(unicode);
  });

  it.each(["a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o", "plain", "小助手 🦞"])("means just that text: %s", (text) => {
    expect(new RegExp(`^${quotePattern(text)}$`, "u").test(text)).toBe(true);
    expect(new RegExp(`^${quotePattern(text)}$`).test(`${text}a`)).toBe(false);
  });
});

describe("who is called by a name", () => {
  const calls = (name: string, text: string) =>
    unicodePatterns({ name }).some((pattern) => new RegExp(pattern, "iu").test(text));

  it.each<readonly [name: string, called: readonly string[], not: readonly string[]]>([
    [
      "🦞 Clawd",
      ["clawd", "🦞 Clawd!", "🦞Clawd", "hi@clawd", "x 🦞  clawd"],
      ["clawdia", "xclawd", "x🦞clawd"],
    ],
    ["Clawd 🦞", ["clawd", "clawd🦞", "clawd \u200d🦞."], ["clawd🦞x", "clawd 🦞x"]],
    ["Big Bot", ["big bot", "BIG \n bot"], ["bigbot", "big-bot"]],
    ["Clawd 🦞 Bot", ["clawd 🦞 bot", "clawd🦞bot", "clawd bot"], ["clawdbot"]],
    ["Clawd🦞Bot", ["clawd🦞bot", "clawdbot", "clawd bot"], ["clawdxbot"]],
    ["Cl\u200dawd", ["clawd", "cl\u200dawd"], ["cl awd"]],
  ])("%j", (name, called, not) => {
    expect(called.filter((text) => !calls(name, text))).toEqual([]);
    expect(not.filter((text) => calls(name, text))).toEqual([]);
  });
});
