/** Bounds that keep what is remembered within a few megabytes. */
const mostTexts = 4096;
const longestText = 256;

/**
 * Remembers the results of a pure function of a text that is asked about again and again: a channel, with
 * every message that comes by it; a session key, with every message of its session.
 */
export /* @__NO_SIDE_EFFECTS__ */ function remember<Result extends object | string>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const before = results.get(text);
    if (before !== undefined) return before;
    const now = compute(text);
    if (text.length > longestText) return now;
    if (results.size >= mostTexts) results.clear();
    results.set(text, now);
    return now;
  };
}
