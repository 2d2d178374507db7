/* How figures are written, on the terminal and on the page. */

function three(figure) {
  if (figure >= 9999.5) return String(Math.round(figure)).replace(/\B(?=(?:\d{3})+$)/g, " ");
  if (figure >= 999.5) return String(Math.round(figure));
  const digits = figure.toPrecision(figure < 1 ? 2 : 3);
  return String(Number(digits));
}

const writers = {
  time(ns) {
    if (ns < 1e3) return `${three(ns)} ns`;
    if (ns < 1e6) return `${three(ns / 1e3)} µs`;
    return ns < 1e9 ? `${three(ns / 1e6)} ms` : `${three(ns / 1e9)} s`;
  },
  ratio: (ratio) => `×${three(ratio)}`,
  bytes(bytes) {
    if (bytes < 1e3) return `${three(bytes)} B`;
    return bytes < 1e6 ? `${three(bytes / 1e3)} kB` : `${three(bytes / 1e6)} MB`;
  },
  count: three,
};

/** One figure with its unit; a dash where there is none. */
export function written(figure, kind) {
  return figure === undefined ? "–" : writers[kind](figure);
}

/** The figures of a row in the order of the columns. */
export function cellsOf({ values }, columns) {
  return Object.entries(columns).map(([column, { kind }]) => written(values[column], kind).padStart(10));
}

/** What a row should reach, in words. */
export function targetOf({ column, atLeast, atMost }, columns) {
  const { kind } = columns[column];
  return atLeast === undefined ? `at most ${written(atMost, kind)}` : `at least ${written(atLeast, kind)}`;
}

function reaches(values, { column, atLeast = -Infinity, atMost = Infinity }) {
  return values[column] >= atLeast && values[column] <= atMost;
}

/** Whether a row reaches all of its targets; empty where nothing is asked of it. */
export function verdictOf({ values, targets = [] }) {
  if (targets.length === 0) return "";
  return targets.every((target) => reaches(values, target)) ? "reached" : "missed";
}
