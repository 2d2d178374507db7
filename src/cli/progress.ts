const width = 30;
/** Redrawing more often only costs time. */
const between = 100;

function draw(label: string, done: number, total: number): void {
  const filled = Math.floor((done / total) * width);
  const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
  process.stderr.write(`\r${label} ${bar} ${done}/${total}`);
}

/**
 * Hands items on, one by one, and shows on standard error how many are gone, where that is a terminal.
 * Work that is done before the first redraw shows nothing.
 */
export function* watched<Item>(items: readonly Item[], label: string): Generator<Item, void> {
  if (!process.stderr.isTTY) {
    yield* items;
    return;
  }
  let drawnAt = Date.now();
  let drawn = false;
  try {
    for (const [done, item] of items.entries()) {
      yield item;
      if (Date.now() - drawnAt < between) continue;
      draw(label, done + 1, items.length);
      drawnAt = Date.now();
      drawn = true;
    }
  } finally {
    if (drawn) process.stderr.write("\r\x1b[2K");
  }
}
