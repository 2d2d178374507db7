import { extendPath, formatPath, parsePath } from "../config/path.ts";
import { sourceTree, type SourceValue } from "./source-tree.ts";

/** A place of a config and all those around it, the nearest first. */
export function* enclosingPlaces(path: string): Generator<string> {
  for (let segments = parsePath(path) ?? []; segments.length > 0; segments = segments.slice(0, -1))
    yield formatPath(segments);
}

/** Everything that a value writes, by its path, with the place in the text where it begins. */
function* startsIn(value: SourceValue | undefined, path: string): Generator<readonly [string, number]> {
  for (const { key, start, value: inner } of value?.entries ?? []) {
    const place = extendPath(path, key);
    yield [place, start];
    yield* startsIn(inner, place);
  }
}

/** The line, from 1, of everything that JSON5 text writes, by its path. */
function linesByPath(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let at = 0;
  for (const [path, start] of startsIn(sourceTree(text), "")) {
    line += text.slice(at, start).match(/\r\n?|\n/g)?.length ?? 0;
    at = start;
    lines.set(path, line);
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
