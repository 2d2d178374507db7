/** Calls a function that reads the clock, which meanwhile stands still. */
export function atTime(now, call) {
  const clock = Date.now;
  Date.now = () => now;
  try {
    return call();
  } finally {
    Date.now = clock;
  }
}
