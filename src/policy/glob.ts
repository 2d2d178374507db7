/** Tells whether a text matches. */
export type TextMatcher = (text: string) => boolean;

/**
 * Compiles a pattern in which `*` stands for any text, the whole text having to match. It costs a
 * search per literal part; the backtracking expressions that OpenClaw compiles these patterns to
 * take exponential time on some of them and answer the same. With `withinLine` a `*` stands for
 * no line end, as in those expressions.
 *
 * @example
 * ```ts
 * compileGlob("sessions_*")("sessions_list"); //=> true
 * compileGlob("*_search")("search_x"); //=> false
 * ```
 */
export function compileGlob(pattern: string, withinLine = false): TextMatcher {
  const matches = compileParts(pattern);
  if (!withinLine || lineEnd.test(pattern)) return matches;
  return (text) => matches(text) && !lineEnd.test(text);
}

// What a `.` of the releases' expressions leaves out.
const lineEnd = /[\n\r\u2028\u2029]/;

function compileParts(pattern: string): TextMatcher {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (text.length < first.length + last.length) return false;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const part of rest) {
      const at = text.indexOf(part, from);
      if (at === -1 || at + part.length > end) return false;
      from = at + part.length;
    }
    return true;
  };
}

type Step = "within" | "across" | "any" | { readonly literal: string };

function steps(pattern: string): readonly Step[] {
  const found: Step[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "*" && pattern.charAt(at + 1) === "*") {
      found.push("across");
      at += 1;
    } else if (character === "*") found.push("within");
    else if (character === "?") found.push("any");
    else found.push({ literal: character });
  }
  return found;
}

function loops(step: Step | undefined, character: string): boolean {
  return (step === "across" && !lineEnd.test(character)) || (step === "within" && character !== "/");
}

function takes(step: Step | undefined, character: string, anyTakesSlash: boolean): boolean {
  if (step === "any") return anyTakesSlash ? !lineEnd.test(character) : character !== "/";
  return typeof step === "object" && step.literal === character;
}

/**
 * Compiles a pattern for paths: `*` within a segment, `**` across segments, `?` one character, a
 * slash included if told so. It walks the path once with every position the pattern may be in, so
 * that no pattern takes more than its length times the path's.
 */
export function compilePathGlob(pattern: string, anyTakesSlash = false): TextMatcher {
  const walk = steps(pattern);
  const settle = (positions: ReadonlySet<number>) => {
    const settled = new Set<number>();
    for (let position of positions) {
      settled.add(position);
      while (walk[position] === "within" || walk[position] === "across") settled.add((position += 1));
    }
    return settled;
  };
  return (path) => {
    let positions = settle(new Set([0]));
    for (let at = 0; at < path.length && positions.size > 0; at += 1) {
      const character = path.charAt(at);
      const next = new Set<number>();
      for (const position of positions) {
        if (loops(walk[position], character)) next.add(position);
        if (takes(walk[position], character, anyTakesSlash)) next.add(position + 1);
      }
      positions = settle(next);
    }
    return positions.has(walk.length);
  };
}

const wildcards: Readonly<Record<string, string>> = { "**": ".*", "*": "[^/]*", "?": "." };

/**
 * Compiles a pattern for paths as the releases up to 2026.3.1 do: what is no wildcard is an
 * expression, in which `.` and brackets have their meaning. One that is none matches nothing (the
 * release throws).
 */
export function compilePathExpression(pattern: string): TextMatcher {
  const expression = pattern.replace(/\*\*|[*?]/g, (wildcard) => wildcards[wildcard] ?? wildcard);
  try {
    const compiled = new RegExp(`^${expression}$`);
    return (path) => compiled.test(path);
  } catch {
    return () => false;
  }
}

/** Writes a path without `.` and `..`, from a directory if it is relative; pure, with `/` as the separator. */
export function resolvePath(directory: string, path: string): string {
  const resolved: string[] = [];
  for (const segment of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (segment === "..") resolved.pop();
    else if (segment !== "" && segment !== ".") resolved.push(segment);
  }
  return `/${resolved.join("/")}`;
}
