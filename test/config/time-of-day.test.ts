import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTimeOfDay, guessTimeOfDay, readTimeOfDay } from "../../src/config/time-of-day.ts";

const times = fc.record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) });

describe("a time of day", () => {
  it("is read as it is written, with one digit or two", () => {
    fc.assert(
      fc.property(times, (time) => {
        const text = formatTimeOfDay(time);
        expect(text).toMatch(/^\d\d:\d\d$/);
        expect(readTimeOfDay(text)).toEqual(time);
        expect(readTimeOfDay(text.replace(/^0/, ""))).toEqual(time);
        expect(guessTimeOfDay(text)).toEqual(time);
      }),
    );
  });

  it.each([
    "4",
    "4:5",
    "4:60",
    "24:00",
    "04:00:00",
    "4am",
    " 04:00",
    "004:00",
    "-4:00",
    "+4:00",
    "",
    "٠٤:٠٠",
    "04:00\n",
  ])("is not %j", (text) => {
    expect(readTimeOfDay(text)).toBeUndefined();
  });

  it.each<readonly [unknown, string | undefined]>([
    ["4", "04:00"],
    ["4:5", "04:05"],
    ["4:60", "05:00"],
    ["24:00", "00:00"],
    ["04:00:00", "04:00"],
    ["4am", "04:00"],
    ["12am", "00:00"],
    ["12 p.m.", "12:00"],
    ["4:30 PM", "16:30"],
    ["04h30", "04:30"],
    ["4.30", "04:30"],
    ["16h", "16:00"],
    ["0430", "04:30"],
    [" midnight ", "00:00"],
    [24, "00:00"],
    [4.5, "04:30"],
    [16.25, "16:15"],
    [1630, "16:30"],
    [-1, undefined],
    [25, undefined],
    [1675, undefined],
    [NaN, undefined],
    ["16pm", undefined],
    ["25:00", undefined],
    ["4:61", undefined],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
    [true, undefined],
    [[4], undefined],
  ])("written as %j can be guessed as %s", (found, expected) => {
    const time = guessTimeOfDay(found);
    expect(time && formatTimeOfDay(time)).toBe(expected);
  });
});
