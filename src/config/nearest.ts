import { lowerCase } from "../edition/lower-case.ts";

/** Spelling without what people vary most: case, and how words are joined. */
function plain(word: string): string {
  return lowerCase(word).replace(/[\s_-]+/g, "");
}

/** How many letters must be added, dropped, changed or swapped with their neighbour (Damerau-Levenshtein). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Up to this many letters may differ in a slip of the pen; short words allow none, for they resemble many. */
function tolerated(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** The known word that was probably meant, or undefined when none is close. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const word = plain(written);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const target = plain(candidate);
    const limit = tolerated(target);
    if (Math.abs(target.length - word.length) > limit) continue;
    const distance = editDistance(word, target);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The hint that names what was probably meant, or everything that is known. */
export function hintAmong(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === undefined ? `one of ${known.join(", ")}` : didYouMean(meant);
}

/** The hint that names what was probably meant. */
export function didYouMean(meant: string): string {
  return `did you mean \`${meant}\`?`;
}
