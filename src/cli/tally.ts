/** Says how often each word occurs, in the order of those that can; `none` where there is none. */
export function tally<Word extends string>(found: readonly Word[], words: readonly Word[]): string {
  const counts = words
    .map((word) => ({ word, count: found.filter((one) => one === word).length }))
    .filter(({ count }) => count > 0);
  return counts.length === 0 ? "none" : counts.map(({ count, word }) => `${count} ${word}`).join(", ");
}
