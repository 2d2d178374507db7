import { describe, expect, it } from "vitest";
import { readTimeOfDay } from "../../../src/config/time-of-day.ts";
import { dailyBoundary, type BoundaryRule } from "../../../src/lifecycle/reset/daily-boundary.ts";
import {
  compare,
  compareRandom,
  expectedBoundary,
  minutesAround,
  offsetChanges,
  randoms,
  randomTime,
  timesAround,
  zones,
  type Agreement,
} from "./boundary-oracle.ts";

function boundary(now: string, time: string | number, timeZone: string, rule: BoundaryRule): string {
  const at = typeof time === "number" ? { hour: time, minute: 0 } : readTimeOfDay(time);
  if (at === undefined) throw new Error(`no time of day: ${time}`);
  return new Date(dailyBoundary(at, timeZone, rule).at(Date.parse(now))).toISOString();
}

describe("the boundary around changes of offset", () => {
  it.each([
    [
      "before a gap: yesterday's hour",
      "America/New_York",
      2,
      "2026-03-08T06:59:59.999Z",
      "2026-03-07T07:00:00.000Z",
    ],
    [
      "a skipped hour moves forward by the gap",
      "America/New_York",
      2,
      "2026-03-08T07:00:00Z",
      "2026-03-08T07:00:00.000Z",
    ],
    [
      "a repeated hour is its first occurrence",
      "America/New_York",
      1,
      "2026-11-01T06:30:00Z",
      "2026-11-01T05:00:00.000Z",
    ],
    ["a gap of half an hour", "Australia/Lord_Howe", 2, "2026-10-03T15:29:59Z", "2026-10-02T15:30:00.000Z"],
    ["before a gap in Berlin", "Europe/Berlin", 2, "2026-03-29T00:59:59Z", "2026-03-28T01:00:00.000Z"],
    [
      "before a gap of two hours, its first",
      "Antarctica/Troll",
      1,
      "2026-03-29T00:59:59Z",
      "2026-03-28T01:00:00.000Z",
    ],
    [
      "before a gap of two hours, its second",
      "Antarctica/Troll",
      2,
      "2026-03-29T00:59:59Z",
      "2026-03-28T02:00:00.000Z",
    ],
    ["a skipped midnight", "America/Sao_Paulo", 0, "2018-11-04T03:00:00Z", "2018-11-04T03:00:00.000Z"],
    [
      "a repeated hour before midnight",
      "America/Sao_Paulo",
      23,
      "2018-02-18T02:30:00Z",
      "2018-02-18T01:00:00.000Z",
    ],
    ["a half-hour zone", "Asia/Kolkata", 4, "2026-11-02T00:00:00Z", "2026-11-01T22:30:00.000Z"],
    ["a zone that skipped a date", "Pacific/Apia", 4, "2011-12-30T10:00:00Z", "2011-12-29T14:00:00.000Z"],
    [
      "a skipped minute moves forward by the gap",
      "America/New_York",
      "02:30",
      "2026-03-08T07:30:00Z",
      "2026-03-08T07:30:00.000Z",
    ],
    [
      "before that minute: yesterday's",
      "America/New_York",
      "02:30",
      "2026-03-08T07:29:59.999Z",
      "2026-03-07T07:30:00.000Z",
    ],
    [
      "a repeated minute is its first occurrence",
      "America/New_York",
      "01:30",
      "2026-11-01T06:45:00Z",
      "2026-11-01T05:30:00.000Z",
    ],
    [
      "within a gap of half an hour",
      "Australia/Lord_Howe",
      "02:15",
      "2026-10-03T15:45:00Z",
      "2026-10-03T15:45:00.000Z",
    ],
    [
      "after a gap of half an hour",
      "Australia/Lord_Howe",
      "02:45",
      "2026-10-03T15:45:00Z",
      "2026-10-03T15:45:00.000Z",
    ],
    [
      "the minute of a half-hour zone",
      "Asia/Kolkata",
      "04:30",
      "2026-11-02T00:00:00Z",
      "2026-11-01T23:00:00.000Z",
    ],
    [
      "a zone off by 45 minutes",
      "Asia/Kathmandu",
      "05:45",
      "2026-11-02T00:00:00Z",
      "2026-11-02T00:00:00.000Z",
    ],
    ["the last minute of a day", "UTC", "23:59", "2026-11-02T23:58:59Z", "2026-11-01T23:59:00.000Z"],
  ])("%s: %s at %s, %s", (_, timeZone, time, now, expected) => {
    expect(boundary(now, time, timeZone, "passed")).toBe(expected);
  });
});

describe("the faults of releases", () => {
  it.each([
    ["New York", "America/New_York", 2, "2026-03-08T06:59:59.999Z", "2026-03-07T08:00:00.000Z"],
    ["Lord Howe", "Australia/Lord_Howe", 2, "2026-10-03T15:29:59Z", "2026-10-02T16:00:00.000Z"],
    ["Berlin", "Europe/Berlin", 2, "2026-03-29T00:59:59Z", "2026-03-28T02:00:00.000Z"],
    ["Troll, first hour", "Antarctica/Troll", 1, "2026-03-29T00:59:59Z", "2026-03-28T03:00:00.000Z"],
    ["Troll, second hour", "Antarctica/Troll", 2, "2026-03-29T00:59:59Z", "2026-03-28T04:00:00.000Z"],
  ])(
    "before 2026.9.4 the boundary before a gap is late by the gap: %s",
    (_, timeZone, hour, now, expected) => {
      expect(boundary(now, hour, timeZone, "shifted")).toBe(expected);
    },
  );

  it.each(["shifted", "yesterday"] as const)(
    "where a zone skipped a date, the boundary lies in the future: %s",
    (rule) => {
      expect(boundary("2011-12-30T10:00:00Z", 4, "Pacific/Apia", rule)).toBe("2011-12-30T14:00:00.000Z");
    },
  );

  it.each(["shifted", "yesterday"] as const)(
    "agrees with the host's clock as Temporal tells it: %s",
    (rule) => {
      const random = randoms(7);
      const next = () => random.next().value;
      for (let index = 0; index < 1000; index += 1) {
        const timeZone = zones[Math.floor(next() * zones.length)] ?? "UTC";
        const [now, time] = [Math.floor(next() * Date.UTC(2100, 0, 1)), randomTime(next)];
        expect(dailyBoundary(time, timeZone, rule).at(now)).toBe(expectedBoundary(now, time, timeZone, rule));
      }
    },
  );
});

describe("against temporal-polyfill", () => {
  it("agrees at random instants in all zones", () => {
    const agreement: Agreement = { compared: 0, disagreements: [] };
    compareRandom(agreement, 5000);
    expect(agreement.disagreements).toEqual([]);
  });

  it.each([
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Tehran",
  ])("agrees minute by minute around changes of offset: %s", (timeZone) => {
    const agreement: Agreement = { compared: 0, disagreements: [] };
    for (const change of offsetChanges(timeZone, Date.UTC(2008, 0, 1), Date.UTC(2012, 0, 1)))
      for (const time of timesAround(change, timeZone))
        compare(agreement, timeZone, time, minutesAround(change, 75));
    expect(agreement.compared).toBeGreaterThan(0);
    expect(agreement.disagreements).toEqual([]);
  });
});

describe("what a boundary is asked", () => {
  const two = { hour: 2, minute: 0 };
  const four = { hour: 4, minute: 0 };

  it("answers the same in whatever order it is asked", () => {
    const instants = [5, 1, 9, 1, 3, 5].map((day) => Date.UTC(2026, 2, day, 12));
    const asked = dailyBoundary(two, "America/New_York", "passed");
    expect(instants.map(asked.at)).toEqual(
      instants.map((now) => dailyBoundary(two, "America/New_York", "passed").at(now)),
    );
  });

  it("answers the same where yesterday's time was skipped, and came after midnight", () => {
    // Toronto's clocks went from 23:30 to 00:30 on 30 March 1919.
    const late = { hour: 23, minute: 45 };
    const asked = dailyBoundary(late, "America/Toronto", "passed");
    const [after, before] = [Date.UTC(1919, 2, 31, 5), Date.UTC(1919, 2, 31, 4, 35)];
    expect([after, before].map((now) => new Date(asked.at(now)).toISOString())).toEqual([
      "1919-03-31T04:45:00.000Z",
      "1919-03-30T04:45:00.000Z",
    ]);
  });

  it.each([NaN, Infinity, -Infinity, 8.64e15 + 1])("answers NaN outside the range of dates: %s", (now) => {
    expect(dailyBoundary(four, "Europe/Berlin", "passed").at(now)).toBeNaN();
    expect(dailyBoundary(four, "Europe/Berlin", "passed").firstAfter(now, now)).toBeUndefined();
  });

  it("finds the first instant at which a session's boundary has passed", () => {
    const { at, firstAfter } = dailyBoundary(four, "Europe/Berlin", "passed");
    const started = Date.UTC(2026, 9, 24, 12);
    const ends = firstAfter(started, started) ?? NaN;
    expect(new Date(ends).toISOString()).toBe("2026-10-25T03:00:00.000Z");
    expect([at(ends - 1) > started, at(ends) > started]).toEqual([false, true]);
  });
});
