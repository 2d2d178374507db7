import { inReleaseOrder } from "./vectors.mjs";

/** How many functions and lines of each release are on record, the oldest release first. */
export function onRecord(lines) {
  const counts = new Map();
  for (const { fn, outputs } of lines)
    for (const release of outputs.flatMap(({ releases }) => releases)) {
      const count = counts.get(release) ?? { functions: new Set(), lines: 0 };
      counts.set(release, count);
      count.functions.add(fn);
      count.lines += 1;
    }
  return [...counts]
    .map(([release, { functions, lines: answered }]) => ({
      release,
      functions: functions.size,
      lines: answered,
    }))
    .sort((a, b) => inReleaseOrder(a.release, b.release));
}
