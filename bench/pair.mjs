import { measure } from "./measure.mjs";

/** The columns of a table of pairs. */
export function besideColumns(theirs) {
  return {
    ours: { heading: "keyscope", kind: "time" },
    theirs: { heading: theirs, kind: "time" },
    ratio: { heading: "ratio", kind: "ratio" },
  };
}

/**
 * A case in which two sides do the same work. `prepare` gives both as variants, after it has checked that
 * they answer alike; `atLeast` says how often ours should fit into theirs, `atMostNs` how long it may take.
 */
export function pair(title, prepare, { atLeast, atMostNs, ...options } = {}) {
  return {
    title,
    targets: [
      ...(atLeast === undefined ? [] : [{ column: "ratio", atLeast }]),
      ...(atMostNs === undefined ? [] : [{ column: "ours", atMost: atMostNs }]),
    ],
    async run() {
      const { ours, theirs } = await measure(await prepare(), options);
      return { ours, theirs, ratio: theirs / ours };
    },
  };
}

/** Stops a case when two sides do not agree. */
export function assertEqual(what, actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: the answers differ\n${a?.slice(0, 500)}\n${b?.slice(0, 500)}`);
}

/** Stops a case when two sides answer one of the inputs differently. */
export function assertAgree(what, inputs, ours, theirs) {
  for (const input of inputs)
    assertEqual(`${what}: ${JSON.stringify(input)?.slice(0, 300)}`, ours(input), theirs(input));
}
