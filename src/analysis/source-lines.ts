import { extendPath, formatPath, parsePath } from "../config/path.ts";

/** A place of a config and all those around it, the nearest first. */
export function* enclosingPlaces(path: string): Generator<string> {
  for (let segments = parsePath(path) ?? []; segments.length > 0; segments = segments.slice(0, -1))
    yield formatPath(segments);
}

/** An object or list of a text that is being read. */
interface Open {
  readonly path: string;
  readonly isList: boolean;
  /** The element that comes next. */
  index: number;
  /** The property whose value comes next. */
  key: string | undefined;
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

function placeIn({ path, isList, index, key }: Open): string {
  return extendPath(path, isList ? index : (key ?? ""));
}

/** The line, from 1, of everything that JSON5 text writes, by its path. Reads on through whatever is no JSON5. */
function linesByPath(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let line = 1;
  for (const { 0: token, groups } of text.matchAll(tokens)) {
    const top = open.at(-1);
    const begins = token === "{" || token === "[";
    if (groups?.["blank"] !== undefined || token === ":") {
      // Nothing of its own.
    } else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (top?.isList === true) top.index += 1;
      else if (top !== undefined) top.key = undefined;
    } else {
      if (top?.isList === false && top.key === undefined && !begins) {
        top.key = nameIn(token);
        lines.set(placeIn(top), line);
      } else if (top?.isList === true) lines.set(placeIn(top), line);
      if (begins)
        open.push({ path: top ? placeIn(top) : "", isList: token === "[", index: 0, key: undefined });
    }
    line += token.match(/\r\n?|\n/g)?.length ?? 0;
  }
  return lines;
}

/**
 * Tells on which line of JSON5 text a setting stands, or the nearest thing around it that is written;
 * undefined where nothing is.
 *
 * @example
 * ```ts
 * const lineOf = sourceLines('{\n  tools: {\n    profile: "full",\n  },\n}');
 * lineOf("tools.profile"); //=> 3
 * lineOf("tools.sessions.visibility"); //=> 2
 * lineOf("session"); //=> undefined
 * ```
 */
export function sourceLines(text: string): (path: string) => number | undefined {
  const lines = linesByPath(text);
  return (path) => {
    for (const place of enclosingPlaces(path)) {
      const line = lines.get(place);
      if (line !== undefined) return line;
    }
    return undefined;
  };
}
