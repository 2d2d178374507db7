import { readQuantifier } from "./quantifier.ts";

/** A regular expression, taken apart so that it can be searched for without ever going back. */
export type Expression =
  | { readonly kind: "one"; readonly test: (character: string) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Expression[] }
  | { readonly kind: "choice"; readonly branches: readonly Expression[] }
  | {
      readonly kind: "repeat";
      readonly of: Expression;
      readonly min: number;
      /** `Infinity` where there is no limit. */
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: "edge"; readonly at: "start" | "end" | "word" | "no-word" }
  | { readonly kind: "look"; readonly of: Expression; readonly ahead: boolean; readonly negated: boolean };

/** A repetition by so many copies would make the search too large. */
const mostCopies = 1000;

/** Whether one character is what an atom means, by the language's own reading of it; a few thousand answers are kept. */
export function tester(atom: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${atom})$`, flags);
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const answer = expression.test(character);
    if (known.size < 4096) known.set(character, answer);
    return answer;
  };
}

/** The end of a class `[…]` that begins at a place. */
function endOfClass(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "]") return at + 1;
  }
  return source.length;
}

const escapes = {
  /** A pair of halves is one character where characters are whole. */
  unicode:
    /^\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|0|[\s\S])/u,
  plain: /^\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[0-3][0-7]{0,2}|[4-7][0-7]?|[\s\S])/,
} as const;

/**
 * Takes a sound regular expression apart; undefined for one that cannot be searched for without going back (one that
 * asks for what it found before, `(a)\1`, or has flags within), or that is too large.
 */
export function readExpression(source: string, flags: string): Expression | undefined {
  const unicode = flags.includes("u");
  const bare = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, "");
  const groups = (bare.match(/\((?!\?)|\(\?<(?![=!])/g) ?? []).length;
  const named = /\(\?<(?![=!])/.test(bare);
  let at = 0;
  /** Whether a part so far cannot be searched for. */
  const found = { odd: false };

  function odd(length: number): Expression {
    found.odd = true;
    at += length;
    return { kind: "sequence", parts: [] };
  }

  function one(length: number): Expression {
    const atom = source.slice(at, at + length);
    at += length;
    return { kind: "one", test: tester(atom, flags) };
  }

  function choice(): Expression {
    const branches = [sequence()];
    while (source[at] === "|") {
      at += 1;
      branches.push(sequence());
    }
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: "choice", branches };
  }

  function sequence(): Expression {
    const parts: Expression[] = [];
    while (!found.odd && at < source.length && source[at] !== "|" && source[at] !== ")")
      parts.push(quantified(term()));
    return { kind: "sequence", parts };
  }

  function quantified(of: Expression): Expression {
    const times = readQuantifier(source.slice(at, at + 24));
    if (times === undefined) return of;
    const { length, min, max, lazy } = times;
    if (min > mostCopies || (max !== Infinity && max > mostCopies)) return odd(length);
    at += length;
    return { kind: "repeat", of, min, max, lazy };
  }

  function term(): Expression {
    const rest = source.slice(at, at + 4);
    const [character = ""] = rest;
    if (character === "(") return group(rest);
    if (character === "\\") return escaped(rest);
    if (character === "[") return one(endOfClass(source, at) - at);
    if (character === "^" || character === "$") {
      at += 1;
      return { kind: "edge", at: character === "^" ? "start" : "end" };
    }
    return one(unicode ? String.fromCodePoint(source.codePointAt(at) ?? 0).length : 1);
  }

  function group(rest: string): Expression {
    const look = /^\(\?(<?)([=!])/.exec(rest);
    if (look !== null) at += look[0].length;
    else if (rest.startsWith("(?:")) at += 3;
    else if (rest.startsWith("(?<")) at = source.indexOf(">", at) + 1;
    // Any other mark sets flags for a part.
    else if (rest.startsWith("(?")) return odd(2);
    else at += 1;
    const of = choice();
    at += 1;
    return look === null ? of : { kind: "look", of, ahead: look[1] === "", negated: look[2] === "!" };
  }

  function escaped(rest: string): Expression {
    const [, next, letter = ""] = rest;
    if (next === "b" || next === "B") {
      at += 2;
      return { kind: "edge", at: next === "b" ? "word" : "no-word" };
    }
    if (!unicode && next === "c" && !/[A-Za-z]/.test(letter)) {
      // Without a letter after it, what stands there is the stroke, and then a `c`.
      at += 1;
      return { kind: "one", test: (other) => other === "\\" };
    }
    const before = /^\\([1-9]\d*)/.exec(source.slice(at, at + 8))?.[1];
    const asksAgain = before !== undefined && (unicode || Number(before) <= groups);
    if (asksAgain || (next === "k" && (unicode || named))) return odd(2);
    const escape = unicode ? escapes.unicode : escapes.plain;
    return one(escape.exec(source.slice(at))?.[0].length ?? 2);
  }

  const whole = choice();
  return found.odd ? undefined : whole;
}
