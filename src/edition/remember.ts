/** How many texts are remembered, by all memories together; that keeps them within a few megabytes. */
const mostTexts = 16_384;
/** So many are any memory's due. */
const fewTexts = 256;
/** A longer text is not worth its place. */
const longestText = 256;
/** How often a memory that finds no place asks whether what is held is still of use. */
const patience = 16 * mostTexts;
/** Below this share of answers from memory, what it holds is of no use. */
const usefulShare = 1 / 32;

/** The memories that hold something. */
const holding = new Set<Map<string, unknown>>();
let held = 0;

/** Forgets all that one memory holds: the one that holds most. */
function makeRoom(): void {
  let largest = new Map<string, unknown>();
  for (const results of holding) if (results.size > largest.size) largest = results;
  held -= largest.size;
  holding.delete(largest);
  largest.clear();
}

/**
 * Remembers the results of a pure function of a text that is asked about again and again: a channel, with
 * every message that comes by it; a session key, with every message of its session. All memories share one
 * bound.
 *
 * What is held stays when there is no place left. Asked in turn about more texts than that, a memory that
 * makes room for each holds none of them when it comes round again, and one that keeps some answers for
 * those at least. Room is made for a memory that holds little, and where what is held is of no use any more.
 */
export /* @__NO_SIDE_EFFECTS__ */ function remember<Result extends object | string>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  let answered = 0;
  let turnedAway = 0;

  /** Whether there is a place for one more, after it was made where that is worth it. */
  function hasPlace(): boolean {
    if (held < mostTexts) return true;
    if (results.size >= fewTexts) {
      turnedAway += 1;
      if (turnedAway < patience) return false;
      const isUseful = answered >= turnedAway * usefulShare;
      answered = 0;
      turnedAway = 0;
      if (isUseful) return false;
    }
    makeRoom();
    return true;
  }

  return (text) => {
    const before = results.get(text);
    if (before !== undefined) {
      answered += 1;
      return before;
    }
    const now = compute(text);
    if (text.length > longestText || !hasPlace()) return now;
    if (results.size === 0) holding.add(results);
    results.set(text, now);
    held += 1;
    return now;
  };
}
