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

const lineEnd = /[\n\r\u2028\u2029]/;

function compileParts(pattern: string): TextMatcher {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  const between = rest.filter((part) => part !== "");
  return (text) => {
    if (text.length < first.length + last.length) return false;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const part of between) {
      const at = text.indexOf(part, from);
      if (at === -1 || at + part.length > end) return false;
      from = at + part.length;
    }
    return true;
  };
}
