type TimeOf<Item> = (item: Item) => number;

/** Each item's time and place as one number; undefined where a number cannot hold both. */
function packTimes<Item>(items: readonly Item[], timeOf: TimeOf<Item>): Float64Array | undefined {
  const packed = new Float64Array(items.length);
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const [place, item] of items.entries()) {
    const time = timeOf(item);
    if (!Number.isInteger(time)) return undefined;
    packed[place] = time;
    earliest = Math.min(earliest, time);
    latest = Math.max(latest, time);
  }
  if ((latest - earliest + 1) * items.length > Number.MAX_SAFE_INTEGER) return undefined;
  return packed.map((time, place) => (time - earliest) * items.length + place);
}

/**
 * Orders by a time, earliest first; equals stay in the order in which they come. Gives what sorting
 * with a comparison gives, several times as fast: whole milliseconds of a few years leave room in a
 * number for the place in the list, and plain numbers sort without a call for each pair.
 */
export function orderByTime<Item>(items: readonly Item[], timeOf: TimeOf<Item>): Item[] {
  const packed = packTimes(items, timeOf);
  // Two infinite times differ by NaN, which sorting takes for a tie.
  if (packed === undefined) return [...items].sort((a, b) => timeOf(a) - timeOf(b));
  const ordered: Item[] = [];
  for (const place of packed.sort()) {
    const item = items[place % items.length];
    if (item !== undefined) ordered.push(item);
  }
  return ordered;
}

/** Orders the equals of a list that is ordered by time among themselves. */
export function orderTies<Item>(
  ordered: readonly Item[],
  timeOf: TimeOf<Item>,
  order: (a: Item, b: Item) => number,
): Item[] {
  const settled: Item[] = [];
  let equals: Item[] = [];
  for (const item of ordered) {
    const [first] = equals;
    if (first !== undefined && timeOf(first) !== timeOf(item)) {
      for (const equal of equals.sort(order)) settled.push(equal);
      equals = [];
    }
    equals.push(item);
  }
  return settled.concat(equals.sort(order));
}
