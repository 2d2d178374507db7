/*
 * Where in JSON5 text everything stands that it writes.
 */

/** A value that a text writes, from its first character to the one after its last. */
export interface SourceValue {
  readonly start: number;
  end: number;
  /** What stands in it; undefined in what is neither an object nor a list. */
  readonly entries: SourceEntry[] | undefined;
  readonly isList: boolean;
}

/** A property of an object, or an element of a list. */
export interface SourceEntry {
  readonly key: string | number;
  /** Where it begins: at its name, or, in a list, at its value. */
  readonly start: number;
  value: SourceValue | undefined;
  /** Where the comma after it stands. */
  comma: number | undefined;
}

const tokens =
  /(?<blank>\s+|\/\/.*|\/\*[\s\S]*?\*\/)|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[{}[\]:,]|[^\s{}[\]:,"'/]+/g;

const escapes = /\\(?:u([\da-f]{4})|x([\da-f]{2})|\r\n|([\s\S]))/gi;
const named: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["0", "\0"],
  // A line that goes on: the break is no part of the text.
  ["\n", ""],
  ["\r", ""],
  ["\u2028", ""],
  ["\u2029", ""],
]);

function nameIn(token: string): string {
  const text = /^["']/.test(token) ? token.slice(1, -1) : token;
  return text.replace(escapes, (_, four?: string, two?: string, one?: string) => {
    const code = four ?? two;
    return code === undefined
      ? (named.get(one ?? "") ?? one ?? "")
      : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** The blanks and comments of a text, each from its first character to the one after its last. */
export function blanksIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(tokens)]
    .filter(({ groups }) => groups?.["blank"] !== undefined)
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

/** Reads what JSON5 text writes, and goes on through whatever is no JSON5; undefined where nothing is written. */
export function sourceTree(text: string): SourceValue | undefined {
  const open: SourceValue[] = [];
  let root: SourceValue | undefined;
  for (const { 0: token, groups, index: start } of text.matchAll(tokens)) {
    if (groups?.["blank"] !== undefined || token === ":") continue;
    const end = start + token.length;
    const within = open.at(-1);
    const entries = within?.entries ?? [];
    const last = entries.at(-1);
    if (token === "}" || token === "]") {
      if (within !== undefined) within.end = end;
      open.pop();
    } else if (token === ",") {
      if (last !== undefined) last.comma ??= start;
    } else {
      const begins = token === "{" || token === "[";
      const isNext = last === undefined || last.comma !== undefined;
      if (within?.isList === false && isNext && !begins) {
        entries.push({ key: nameIn(token), start, value: undefined, comma: undefined });
        continue;
      }
      const value: SourceValue = { start, end, entries: begins ? [] : undefined, isList: token === "[" };
      if (within?.isList === true) entries.push({ key: entries.length, start, value, comma: undefined });
      else if (last !== undefined) last.value ??= value;
      root ??= value;
      if (begins) open.push(value);
    }
  }
  return root;
}
