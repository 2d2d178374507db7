import { describe, expect, it } from "vitest";
import { readByteSize, readDuration } from "../../src/config/amounts.ts";
import { behavioursOf } from "../../src/edition/edition.ts";

const own = behavioursOf("2026-11");

describe("durations", () => {
  it.each([
    ["30d", 2_592_000_000],
    [" 3D ", 259_200_000],
    ["90m", 5_400_000],
    ["500ms", 500],
    ["1.5d", 129_600_000],
    ["7", 604_800_000],
    ["1h30m", 5_400_000],
    ["30m1h", 5_400_000],
    ["1h30", undefined],
    ["1d 12h", undefined],
    ["1w", undefined],
    ["-1d", undefined],
    [".5d", undefined],
    ["1e3", undefined],
    ["", undefined],
    ["9".repeat(20), undefined],
  ])("%j is %j ms", (text, duration) => {
    expect(readDuration(text, "d", own)).toBe(duration);
  });

  it("have one part before 2026.2.23", () => {
    const before = behavioursOf("openclaw@2026.2.22-1");
    expect(readDuration("1h30m", "d", before)).toBeUndefined();
    expect(readDuration("1h", "d", before)).toBe(3_600_000);
  });

  it("count the unit of the place when they name none", () => {
    expect(readDuration("12", "ms", own)).toBe(12);
  });

  it("may be longer than can be told exactly before 2026.5.28", () => {
    expect(readDuration("104249992d", "d", behavioursOf("openclaw@2026.5.27"))).toBe(
      104_249_992 * 86_400_000,
    );
    expect(readDuration("104249992d", "d", behavioursOf("openclaw@2026.5.28"))).toBeUndefined();
    expect(readDuration("9".repeat(400), "d", behavioursOf("openclaw@2026.5.27"))).toBeUndefined();
  });
});

describe("sizes", () => {
  it.each([
    ["1gb", 1_073_741_824],
    ["10MB", 10_485_760],
    ["1k", 1024],
    ["500", 500],
    ["0.4b", 0],
    ["1tb", 1_099_511_627_776],
    ["10 mb", undefined],
    ["10MiB", undefined],
    ["1pb", undefined],
    ["", undefined],
  ])("%j is %j bytes", (text, bytes) => {
    expect(readByteSize(text, own)).toBe(bytes);
  });

  it("may be larger than can be told exactly before 2026.8.1", () => {
    expect(readByteSize("8192tb", behavioursOf("openclaw@2026.7.35"))).toBe(2 ** 53);
    expect(readByteSize("8192tb", behavioursOf("openclaw@2026.8.1"))).toBeUndefined();
  });
});
