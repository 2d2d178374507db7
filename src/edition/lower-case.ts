/*
 * An engine lower-cases the letters of the Unicode that it was built with, and engines are built years apart; a key that one
 * wrote would be another one's on the next. Capitals of Unicode 16 and 17, and what they are in lower case:
 */
const youngCapitals: readonly (readonly [first: number, last: number, lower: number])[] = [
  [0x1c89, 0x1c89, 0x1c8a],
  [0xa7cb, 0xa7cb, 0x264],
  [0xa7cc, 0xa7cc, 0xa7cd],
  [0xa7ce, 0xa7ce, 0xa7cf],
  [0xa7d2, 0xa7d2, 0xa7d3],
  [0xa7d4, 0xa7d4, 0xa7d5],
  [0xa7da, 0xa7da, 0xa7db],
  [0xa7dc, 0xa7dc, 0x19b],
  [0x10d50, 0x10d65, 0x10d70],
  [0x16ea0, 0x16eb8, 0x16ebb],
];

/** Those capitals, and the small letters that came with them. */
const young =
  /([\u1C89\u1C8A\uA7CB-\uA7CF\uA7D2-\uA7D5\uA7DA-\uA7DC\u{10D50}-\u{10D65}\u{10D70}-\u{10D85}\u{16EA0}-\u{16EB8}\u{16EBB}-\u{16ED3}]+)/u;

function lowerYoung(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const range = youngCapitals.find(([first, last]) => code >= first && code <= last);
  return range === undefined ? letter : String.fromCodePoint(code - range[0] + range[2]);
}

// eslint-disable-next-line no-restricted-properties -- The only place that asks the engine.
const byEngine = (text: string): string => text.toLowerCase();

/** A text in lower case by Unicode 17, whatever Unicode the engine has. */
export function lowerCaseByTable(text: string): string {
  const parts = text.split(young);
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return Array.from(part, lowerYoung).join("");
      // How a sigma is written depends on whether letters stand beside it; an `a` stands for those that the engine may not know.
      const [before, after] = [at > 0 ? "a" : "", at < parts.length - 1 ? "a" : ""];
      const lower = byEngine(before + part + after);
      return lower.slice(before.length, lower.length - after.length);
    })
    .join("");
}

/** A text in lower case, in no language in particular; the same on every engine. One that knows the youngest letters knows all. */
export const lowerCase = /* @__PURE__ */ byEngine("\u{16EA0}") === "\u{16EBB}" ? byEngine : lowerCaseByTable;
