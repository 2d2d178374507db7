/**
 * Counts, function by function, how the recorded lines compare to the committed ones. What only one side has is
 * no difference: it is new, or it was not asked.
 */
export function tally(lines, recorded, committed) {
  const counts = new Map();
  for (const [index, { fn }] of lines.entries()) {
    const [ours, theirs] = [recorded[index], committed[index]];
    if (ours === undefined && theirs === undefined) continue;
    const count = counts.get(fn) ?? { fn, lines: 0, identical: 0, different: 0, fresh: 0, unasked: 0 };
    counts.set(fn, count);
    count.lines += 1;
    if (theirs === undefined) count.fresh += 1;
    else if (ours === undefined) count.unasked += 1;
    else if (ours === theirs) count.identical += 1;
    else {
      count.different += 1;
      count.example ??= { recorded: ours, committed: theirs };
    }
  }
  return [...counts.values()];
}
