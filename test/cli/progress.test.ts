import { afterEach, describe, expect, it, vi } from "vitest";
import { watched } from "../../src/cli/progress.ts";

function onTerminal(isTTY: boolean): readonly unknown[] {
  vi.useFakeTimers();
  vi.spyOn(process.stderr, "isTTY", "get").mockReturnValue(isTTY);
  const written: unknown[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(text) > 0);
  return written;
}

/** Works on items, each of which takes so many milliseconds. */
function work(milliseconds: number): readonly number[] {
  return Array.from(watched([1, 2, 3, 4], "messages"), (item) => {
    vi.advanceTimersByTime(milliseconds);
    return item;
  });
}

describe("the progress of long work", () => {
  Object.defineProperty(process.stderr, "isTTY", { value: process.stderr.isTTY, configurable: true });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("is shown on a terminal, and taken away in the end", () => {
    const written = onTerminal(true);
    expect(work(60)).toEqual([1, 2, 3, 4]);
    expect(written).toEqual([
      "\rmessages ███████████████░░░░░░░░░░░░░░░ 2/4",
      "\rmessages ██████████████████████████████ 4/4",
      "\r\u001b[2K",
    ]);
  });

  it.each([
    ["work that is done at once", true, 0],
    ["anything but a terminal", false, 60],
  ])("is not shown for %s", (_what, isTTY, milliseconds) => {
    const written = onTerminal(isTTY);
    expect(work(milliseconds)).toEqual([1, 2, 3, 4]);
    expect(written).toEqual([]);
  });
});
