/*
 * Variants of one piece of work are measured side by side: each is warmed up, then all are sampled in
 * turn, round by round, so that whatever else the machine does hits them alike. A sample is CPU time of
 * this process, garbage collection included, because the clock on the wall also counts what others do.
 * What counts is the ratio of two variants within one run, not the figures of either.
 */

const nsPerMs = 1e6;

/** CPU time of this process so far, in nanoseconds. */
export function cpuNs() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e3;
}

/** Keeps a result alive, so that the work for it cannot be optimised away. */
let kept;
export function keep(value) {
  kept = value;
  return kept;
}

/** Work that goes once through a list of inputs; it can be repeated, as it uses nothing up. */
export function over(inputs, decide) {
  return {
    repeatable: true,
    count: inputs.length,
    work() {
      for (const input of inputs) keep(decide(input));
    },
  };
}

/** The same for a function that answers in time to come. */
export function awaitedOver(inputs, decide) {
  return {
    count: inputs.length,
    async work() {
      for (const input of inputs) keep(await decide(input));
    },
  };
}

/** As many of the inputs, spread over all of them, as are decided within 200 ms or so, and `atLeast` so many. */
export async function affordable(inputs, decide, atLeast = 8) {
  const tried = inputs.slice(0, 8);
  const start = cpuNs();
  for (const input of tried) keep(await decide(input));
  const each = (cpuNs() - start) / tried.length;
  const count = Math.min(inputs.length, Math.max(atLeast, Math.floor((200 * nsPerMs) / each)));
  return Array.from({ length: count }, (_, turn) => inputs[Math.floor((turn * inputs.length) / count)]);
}

function passesNs(work, passes) {
  const start = cpuNs();
  for (let pass = 0; pass < passes; pass += 1) work();
  return cpuNs() - start;
}

/** How often the work is repeated within one sample, so that a sample takes at least `sampleMs`. */
function calibrate(work, sampleMs) {
  for (let passes = 1; ; passes *= 2) {
    // The lesser of two, because collecting garbage takes a while at the wrong moment.
    const took = Math.min(passesNs(work, passes), passesNs(work, passes));
    if (took >= sampleMs * nsPerMs) return passes;
  }
}

function repeated({ work, count }, { sampleMs, warmUpMs }) {
  const until = cpuNs() + warmUpMs * nsPerMs;
  do work();
  while (cpuNs() < until);
  const passes = calibrate(work, sampleMs);
  return () => passesNs(work, passes) / passes / count;
}

/** Work that uses its input up, or takes its time: the input is made anew, unmeasured, for each sample. */
function whole({ prepare = () => undefined, work, count = 1 }) {
  return async () => {
    const input = prepare();
    const start = cpuNs();
    keep(await work(input));
    return (cpuNs() - start) / count;
  };
}

/**
 * Measures variants side by side. A variant is work that does something `count` times: `over` a list of inputs,
 * or `{ prepare, work, count }`, which is done once a sample and may be awaited.
 *
 * @returns for each variant the nanoseconds of CPU time that one of those times took at the least.
 */
export async function measure(variants, { rounds = 30, sampleMs = 5, warmUpMs = 200, warmUps = 2 } = {}) {
  const entries = Object.entries(variants).map(([name, variant]) => {
    const { repeatable = false } = variant;
    const sample = repeatable ? repeated(variant, { sampleMs, warmUpMs }) : whole(variant);
    return { name, sample, least: Infinity, warmUps: repeatable ? 0 : warmUps };
  });
  for (const { sample, warmUps } of entries) for (let turn = 0; turn < warmUps; turn += 1) await sample();
  for (let round = 0; round < rounds; round += 1) {
    // The order turns with the round, so that nobody always runs after the same neighbour.
    for (let turn = 0; turn < entries.length; turn += 1) {
      const entry = entries[(turn + round) % entries.length];
      entry.least = Math.min(entry.least, await entry.sample());
    }
  }
  return Object.fromEntries(entries.map(({ name, least }) => [name, least]));
}
