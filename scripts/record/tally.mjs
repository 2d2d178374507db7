/** Counts, function by function, how the recorded lines compare to the committed ones. */
export function tally(lines, recorded, committed) {
  const counts = new Map();
  for (const [index, { fn }] of lines.entries()) {
    const [ours, theirs] = [recorded[index], committed[index]];
    if (ours === undefined && theirs === undefined) continue;
    const count = counts.get(fn) ?? { fn, lines: 0, identical: 0, different: 0 };
    counts.set(fn, count);
    count.lines += 1;
    count[ours === theirs ? "identical" : "different"] += 1;
    if (ours !== theirs) count.example ??= { recorded: ours, committed: theirs };
  }
  return [...counts.values()];
}
