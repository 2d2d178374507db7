import { describe, expect, it } from "vitest";
import { isTimeZone, zoneOffset } from "../../../src/lifecycle/reset/zone-offset.ts";

const day = 86_400_000;
const minutes = (offset: number) => offset / 60_000;

describe("the offset of a zone", () => {
  it.each<readonly [string, number, number, string]>([
    ["UTC", Date.UTC(2026, 0, 1), 0, "none"],
    ["Europe/Berlin", Date.UTC(2026, 0, 1), 60, "winter"],
    ["Europe/Berlin", Date.UTC(2026, 6, 1), 120, "summer"],
    ["America/New_York", Date.UTC(2026, 6, 1), -240, "west of Greenwich"],
    ["America/St_Johns", Date.UTC(2026, 0, 1), -210, "with half an hour, west"],
    ["Asia/Kathmandu", Date.UTC(2026, 0, 1), 345, "with quarters of an hour"],
    ["Africa/Monrovia", Date.UTC(1960, 0, 1), -44.5, "with seconds"],
    ["Pacific/Apia", Date.UTC(2011, 11, 30, 9, 59, 59), -600, "before the day that was skipped"],
    ["Pacific/Apia", Date.UTC(2011, 11, 30, 10), 840, "and after"],
  ])("%s at %d is %d minutes: %s", (zone, at, offset) => {
    expect(minutes(zoneOffset(zone)(at).offset)).toBe(offset);
  });

  it.each<readonly [string, number, number, number, string]>([
    ["Europe/Berlin", Date.UTC(2026, 2, 29, 1), 60, 120, "spring"],
    ["Europe/Berlin", Date.UTC(2026, 9, 25, 1), 120, 60, "autumn"],
    ["America/New_York", Date.UTC(2026, 2, 8, 7), -300, -240, "spring"],
    ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15), 660, 630, "by half an hour"],
  ])("%s changes at %d, from %d to %d minutes: %s", (zone, change, before, after) => {
    // Each instant is the first to be asked about: what is known of the zone is of this test alone.
    for (const distance of [1, 1000, day - 1, day, 10 * day]) {
      const [early, late] = [zoneOffset(zone)(change - distance), zoneOffset(zone)(change + distance - 1)];
      expect([minutes(early.offset), early.to, minutes(late.offset), late.from]).toEqual([
        before,
        change,
        after,
        change,
      ]);
    }
  });

  it("holds for a stretch around the instant, and the next is another", () => {
    const offsetAt = zoneOffset("Europe/Berlin");
    const noon = Date.UTC(2026, 6, 1, 12);
    const stretch = offsetAt(noon);
    expect(stretch.from).toBeLessThanOrEqual(noon - 30 * day);
    expect(stretch.to).toBeGreaterThanOrEqual(noon + 30 * day);
    expect(offsetAt(stretch.to - 1)).toBe(stretch);
    expect(offsetAt(stretch.from)).toBe(stretch);
    expect(offsetAt(stretch.to)).not.toBe(stretch);
    expect(minutes(offsetAt(stretch.to).offset)).toBe(120);
  });

  it("reaches to the first and the last of all instants", () => {
    const offsetAt = zoneOffset("Etc/UTC");
    expect(offsetAt(8.64e15)).toMatchObject({ to: Infinity, offset: 0 });
    expect(offsetAt(-8.64e15)).toMatchObject({ from: -Infinity, offset: 0 });
  });
});

describe("what is the name of a zone", () => {
  it.each<readonly [unknown, boolean, string]>([
    ["UTC", true, "it is one"],
    ["Europe/Berlin", true, "it is one"],
    ["Etc/GMT+5", true, "it begins with a letter"],
    ["+02:00", false, "an offset is none"],
    ["5", false, "nor is a number"],
    ["", false, "nor nothing"],
    [" UTC", false, "nor with a blank before it"],
    ["Europe/Bärlin", false, "there is none of that name"],
    [["UTC"], false, "it is no text"],
    [undefined, false, "it is no text"],
  ])("%j: %s, for %s", (name, expected) => {
    expect(isTimeZone(name as string)).toBe(expected);
  });
});
