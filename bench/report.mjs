import { measure } from "./measure.mjs";

function written(ns) {
  if (ns < 1e3) return `${ns.toFixed(0)} ns`;
  if (ns < 1e6) return `${(ns / 1e3).toFixed(2)} µs`;
  return `${(ns / 1e6).toFixed(1)} ms`;
}

const titleWidth = 64;

function times(ratio) {
  return `x${ratio.toFixed(ratio < 10 ? 2 : 0)}`.padStart(7);
}

/** Prints the medians of two variants, and the ratio of the second to the first by medians and by minima. */
function row(title, first, second, verdict = "") {
  const ratio = second.median / first.median;
  const leastRatio = second.min / first.min;
  const figures = [first, second].map(({ median }) => written(median).padStart(10)).join(" ");
  console.log(`${title.padEnd(titleWidth)} ${figures} ${times(ratio)} ${times(leastRatio)}${verdict}`);
  return { title, ratio, leastRatio };
}

/** The heading under which rows are printed. */
export function reportHeading(first, second) {
  const names = `${first.padStart(10)} ${second.padStart(10)}`;
  console.log(`\n${"".padEnd(titleWidth)} ${names}  median   least`);
}

/**
 * Measures a pair and prints how often `ours` fits into `theirs`; `target` is how often it should at
 * least. Outputs are compared before: nothing is timed that does not answer alike.
 */
export function reportPair(title, { ours, theirs, target }, options) {
  const measured = measure({ ours, theirs }, options);
  const reached = measured.theirs.median / measured.ours.median >= target;
  const verdict = target === undefined ? "" : reached ? `  ok, at least ${target}` : `  BELOW ${target}`;
  return row(title, measured.ours, measured.theirs, verdict);
}

/** Measures the same work in a small and in a large config, and prints how much dearer the large one is. */
export function reportGrowth(title, { small, large }, options) {
  const measured = measure({ small, large }, options);
  return row(title, measured.small, measured.large);
}

/** Stops the run when two sides do not agree. */
export function assertEqual(what, actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: outputs differ\n${a?.slice(0, 300)}\n${b?.slice(0, 300)}`);
}
