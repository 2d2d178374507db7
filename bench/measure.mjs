/*
 * Variants of one piece of work are measured side by side: each is warmed up, then all are sampled
 * in turn, round by round, so that whatever else the machine does hits them alike. What counts is
 * the ratio of two variants within one run, not the figures of either.
 */

const nsPerMs = 1e6;

function sampleNs(work, inner) {
  const start = process.hrtime.bigint();
  work(inner);
  return Number(process.hrtime.bigint() - start) / inner;
}

/** How often the work is repeated within one sample, so that a sample takes about `sampleMs`. */
function calibrate(work, sampleMs) {
  for (let inner = 1; ; inner *= 2) {
    const took = sampleNs(work, inner) * inner;
    if (took >= sampleMs * nsPerMs || inner >= 2 ** 24) return inner;
  }
}

function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function prepared(variant, sampleMs, warmUpMs) {
  if (typeof variant !== "function") return { warmUp: 3, sample: () => sampleOnce(variant) };
  const until = performance.now() + warmUpMs;
  const first = calibrate(variant, sampleMs);
  while (performance.now() < until) variant(first);
  const inner = calibrate(variant, sampleMs);
  return { warmUp: 0, sample: () => sampleNs(variant, inner) };
}

/** Work that uses its input up: the input is made anew, unmeasured, for each sample. */
function sampleOnce({ prepare, work }) {
  const input = prepare();
  const start = process.hrtime.bigint();
  keep(work(input));
  return Number(process.hrtime.bigint() - start);
}

/**
 * Measures variants side by side. A variant is `(inner) => …`, the work done `inner` times over,
 * or `{ prepare, work }`.
 *
 * @returns for each variant, nanoseconds per repetition: the least and the median.
 */
export function measure(variants, { rounds = 30, sampleMs = 5, warmUpMs = 150 } = {}) {
  const entries = Object.entries(variants).map(([name, variant]) => {
    const entry = { name, samples: [], ...prepared(variant, sampleMs, warmUpMs) };
    for (let turn = 0; turn < entry.warmUp; turn += 1) entry.sample();
    return entry;
  });
  for (let round = 0; round < rounds; round += 1) {
    // The order turns with the round, so that nobody always runs after the same neighbour.
    for (let turn = 0; turn < entries.length; turn += 1) {
      const entry = entries[(turn + round) % entries.length];
      entry.samples.push(entry.sample());
    }
  }
  return Object.fromEntries(
    entries.map(({ name, samples }) => {
      const sorted = samples.sort((a, b) => a - b);
      return [name, { min: sorted[0], median: median(sorted) }];
    }),
  );
}

/** Keeps a result alive, so that the work for it cannot be optimised away. */
let kept;
export function keep(value) {
  kept = value;
  return kept;
}

/** Turns a function of one input into a variant that goes round a list of inputs. */
export function over(inputs, decide) {
  return (inner) => {
    for (let turn = 0; turn < inner; turn += 1) keep(decide(inputs[turn % inputs.length]));
  };
}
