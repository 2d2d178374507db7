import JSON5 from "json5";

type Path = readonly (string | number)[];

/** A key that stands in one object more than once. */
export interface RepeatedKey {
  readonly path: Path;
  /** From 1, in the order of the text. */
  readonly lines: readonly number[];
}

/** A number as the text spells it. */
export interface SpelledNumber {
  readonly path: Path;
  readonly spelling: string;
}

/** What text tells that the value read from it does not. */
export interface Scanned {
  readonly repeated: readonly RepeatedKey[];
  /** The numbers of so many digits that a number may not hold them. */
  readonly longNumbers: readonly SpelledNumber[];
}

/** Where the string that opens at `at` has ended. */
function endOfString(text: string, at: number): number {
  const quote = text[at] ?? "";
  let end = at;
  for (;;) {
    end = text.indexOf(quote, end + 1);
    if (end < 0) return text.length;
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
}

/** Where the comment that opens at `at` has ended; undefined where none opens. */
function endOfComment(text: string, at: number): number | undefined {
  const opening = text.slice(at, at + 2);
  const mark = opening === "//" ? "\n" : opening === "/*" ? "*/" : undefined;
  if (mark === undefined) return undefined;
  const end = text.indexOf(mark, at + 2);
  return end < 0 ? text.length : end + mark.length;
}

/**
 * Counts the keys that JSON5 text writes, repeated ones included. It reads nothing of them, so it costs
 * little beside parsing; `scanSource` is for where the tree has fewer.
 */
export function countKeys(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length;) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "/") at = endOfComment(text, at) ?? at + 1;
    else {
      if (sign === ":") count += 1;
      at += 1;
    }
  }
  return count;
}

/** A key as JSON5 spells it: a word, or a text in quotes, either with escapes. */
function readKey(written: string): string {
  if (!/["'\\]/.test(written)) return written;
  return Object.keys(JSON5.parse<object>(`{${written}:0}`))[0] ?? "";
}

/** Whether a number is spelled with so many digits that not all of them may be kept. */
function isLong(spelling: string): boolean {
  return spelling.length > 15 && /^[+-]?(?:\d|0x[\da-f])/i.test(spelling);
}

/** An object or a list whose end has not been read. */
interface Open {
  /** Where each key was written; undefined for a list. */
  readonly keys: Map<string, number[]> | undefined;
  /** The key, or the place in the list, of what is read next. */
  step: string | number;
}

const signs = /[\s{}[\],:]/;

/** Reads through text that is JSON5. */
export function scanSource(text: string): Scanned {
  const repeated: RepeatedKey[] = [];
  const longNumbers: SpelledNumber[] = [];
  const open: Open[] = [];
  /** The last word or string, which is a key if a colon follows. */
  let word = "";
  /** Where it begins. */
  let wordLine = 1;
  let line = 1;
  let newline = text.indexOf("\n");

  const place = (): Path => open.map(({ step }) => step);

  function openPart(sign: string): void {
    open.push(sign === "{" ? { keys: new Map(), step: "" } : { keys: undefined, step: 0 });
  }

  function closePart(): void {
    const closed = open.pop();
    for (const [key, lines] of closed?.keys ?? [])
      if (lines.length > 1) repeated.push({ path: [...place(), key], lines });
  }

  function endKey(): void {
    const part = open.at(-1);
    if (part?.keys === undefined) return;
    part.step = readKey(word);
    part.keys.set(part.step, [...(part.keys.get(part.step) ?? []), wordLine]);
    word = "";
  }

  function endValue(): void {
    if (isLong(word)) longNumbers.push({ path: place(), spelling: word });
    word = "";
  }

  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? "";
    const from = at;
    for (; newline >= 0 && newline < from; newline = text.indexOf("\n", newline + 1)) line += 1;
    at = sign === "/" ? (endOfComment(text, at) ?? at + 1) : at + 1;
    if (sign === '"' || sign === "'") {
      at = endOfString(text, from);
      word = text.slice(from, at);
      wordLine = line;
    } else if (sign === "{" || sign === "[") openPart(sign);
    else if (sign === ":") endKey();
    else if (sign === "," || sign === "}" || sign === "]") {
      endValue();
      const part = open.at(-1);
      if (sign !== ",") closePart();
      else if (typeof part?.step === "number") part.step += 1;
    } else if (sign !== "/" && !signs.test(sign)) {
      while (at < text.length && !signs.test(text[at] ?? "") && text[at] !== "/") at += 1;
      word = text.slice(from, at);
      wordLine = line;
    }
  }
  return { repeated, longNumbers };
}
