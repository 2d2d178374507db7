/** How many texts are remembered, by all memories together; that keeps them within a few megabytes. */
const mostTexts = 32_768;
/** So many are any memory's due. */
const fewTexts = 256;
/** Of so many texts that find no place, one takes the place of another. */
const renewal = 16;
/** A longer text is not worth its place. */
const longestText = 256;

interface Memory {
  readonly results: Map<string, unknown>;
  /** The texts of the results, and which of them goes next. */
  readonly texts: string[];
  next: number;
}

/** The memories that hold something; those that gave a place up last stand at the end. */
const holding = new Set<Memory>();
let held = 0;

/** Forgets one text, each in turn. The order of a map would tell the oldest, but engines look for it among all that was deleted. */
function forgetOne(memory: Memory): void {
  const { results, texts } = memory;
  const at = memory.next < texts.length ? memory.next : 0;
  const last = texts.pop() ?? "";
  const forgotten = texts[at] ?? last;
  if (at < texts.length) texts[at] = last;
  memory.next = at + 1;
  results.delete(forgotten);
  held -= 1;
}

/** Has one of the other memories give up a place, each in turn; one that holds little only if all do. */
function takePlaceFor(memory: Memory): void {
  let giver: Memory | undefined;
  for (const other of holding) {
    if (other !== memory) giver ??= other;
    if (other.texts.length <= fewTexts) continue;
    giver = other;
    break;
  }
  if (giver === undefined) return;
  forgetOne(giver);
  holding.delete(giver);
  if (giver.texts.length > 0) holding.add(giver);
}

/**
 * Remembers the results of a pure function of a text that is asked about again and again: a channel, with
 * every message that comes by it; a session key, with every message of its session. All memories share one
 * bound.
 *
 * When there is no place left, most of what is held stays. Asked in turn about more texts than that, a
 * memory that makes room for each holds none of them when it comes round again; one that keeps most of what
 * it has answers for those, and what is asked about no more still goes in time. A memory that holds little
 * is always given a place.
 */
export /* @__NO_SIDE_EFFECTS__ */ function remember<Result extends object | string>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  const memory: Memory = { results, texts: [], next: 0 };
  let turnedAway = 0;
  let lastText: string | undefined;
  let lastResult: Result;

  /** Whether there is a place for one more, after it was made where it is the text's turn. */
  function hasPlace(): boolean {
    if (held < mostTexts) return true;
    if (memory.texts.length < fewTexts) takePlaceFor(memory);
    else {
      turnedAway = (turnedAway + 1) % renewal;
      if (turnedAway > 0) return false;
      forgetOne(memory);
    }
    return true;
  }

  /** Finds the result among those that are held, or computes it. */
  function resultOf(text: string): Result {
    const before = results.get(text);
    if (before !== undefined) return before;
    const now = compute(text);
    if (!hasPlace()) return now;
    if (memory.texts.length === 0) holding.add(memory);
    memory.texts.push(text);
    results.set(text, now);
    held += 1;
    return now;
  }

  return (text) => {
    if (text.length > longestText) return compute(text);
    // Several decisions about one message ask about the same text, one after the other, whether or not it found a place.
    if (text !== lastText) {
      lastResult = resultOf(text);
      lastText = text;
    }
    return lastResult;
  };
}
