/** Bounds that keep what is remembered within a few megabytes. */
const mostTexts = 16_384;
const longestText = 256;

/**
 * Remembers the results of a pure function of a text that is asked about again and again: a channel, with
 * every message that comes by it; a session key, with every message of its session.
 *
 * A full memory begins anew only when it has turned as many texts away as it holds: to those who go
 * round more texts than that, what it holds is of use, and making room for each would cost more than
 * computing.
 */
export /* @__NO_SIDE_EFFECTS__ */ function remember<Result extends object | string>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  let turnedAway = 0;
  return (text) => {
    const before = results.get(text);
    if (before !== undefined) return before;
    const now = compute(text);
    if (text.length > longestText) return now;
    if (results.size < mostTexts) results.set(text, now);
    else if (turnedAway < mostTexts) turnedAway += 1;
    else {
      results.clear();
      turnedAway = 0;
    }
    return now;
  };
}
