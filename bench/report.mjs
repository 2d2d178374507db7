import { measure } from "./measure.mjs";

function written(ns) {
  if (ns < 1e3) return `${ns.toFixed(0)} ns`;
  if (ns < 1e6) return `${(ns / 1e3).toFixed(2)} µs`;
  return `${(ns / 1e6).toFixed(1)} ms`;
}

const titleWidth = 64;

function row(title, first, second, ratio, verdict) {
  const figures = [first, second].map((ns) => written(ns).padStart(10)).join(" ");
  console.log(`${title.padEnd(titleWidth)} ${figures}  x${ratio.toFixed(ratio < 10 ? 2 : 0)}${verdict}`);
}

/** The heading under which rows are printed. */
export function reportHeading(first, second) {
  console.log(`\n${"".padEnd(titleWidth)} ${first.padStart(10)} ${second.padStart(10)}  ratio of medians`);
}

/**
 * Measures a pair and prints how often `ours` fits into `theirs`; `target` is how often it should at
 * least. Outputs are compared before: nothing is timed that does not answer alike.
 */
export function reportPair(title, { ours, theirs, target }, options) {
  const times = measure({ ours, theirs }, options);
  const ratio = times.theirs.median / times.ours.median;
  const verdict =
    target === undefined ? "" : ratio >= target ? `  ok, at least ${target}` : `  BELOW ${target}`;
  row(title, times.ours.median, times.theirs.median, ratio, verdict);
  return { title, ...times, ratio };
}

/** Measures the same work in a small and in a large config, and prints how much dearer the large one is. */
export function reportGrowth(title, { small, large }, options) {
  const times = measure({ small, large }, options);
  const ratio = times.large.median / times.small.median;
  row(title, times.small.median, times.large.median, ratio, "");
  return { title, ...times, ratio };
}

/** Stops the run when two sides do not agree. */
export function assertEqual(what, actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: outputs differ\n${a?.slice(0, 300)}\n${b?.slice(0, 300)}`);
}
