import { describe, expect, it } from "vitest";
import {
  compare,
  compareRandom,
  timesAround,
  minutesAround,
  offsetChanges,
  zones,
  type Agreement,
} from "./boundary-oracle.ts";

const from = Date.UTC(1970, 0, 1);
const to = Date.UTC(2038, 0, 1);
const minute = 60_000;
const hour = 60 * minute;

function report(name: string, { compared }: Agreement): void {
  console.info(`${name}: ${compared} boundaries agree with temporal-polyfill`);
}

describe("daily boundaries against temporal-polyfill, at length", () => {
  it("agrees at random instants of 1970 to 2100 in all zones", { timeout: 3_600_000 }, () => {
    const agreement: Agreement = { compared: 0, disagreements: [] };
    compareRandom(agreement, 200_000);
    expect(agreement.disagreements).toEqual([]);
    report("random instants", agreement);
  });

  it("agrees at every change of offset from 1970 to 2037 in all zones", { timeout: 3_600_000 }, () => {
    const agreement: Agreement = { compared: 0, disagreements: [] };
    const around = [-24 * hour, -hour, -minute, -1, 0, 1, minute, hour, 24 * hour];
    for (const timeZone of zones)
      for (const change of offsetChanges(timeZone, from, to))
        for (const time of timesAround(change, timeZone))
          compare(
            agreement,
            timeZone,
            time,
            around.map((offset) => change + offset),
          );
    expect(agreement.disagreements).toEqual([]);
    report("changes of offset", agreement);
  });

  it(
    "agrees minute by minute around every change of offset in every twelfth zone",
    { timeout: 3_600_000 },
    () => {
      const agreement: Agreement = { compared: 0, disagreements: [] };
      const some = zones.filter((_, index) => index % 12 === 0);
      expect(some.length).toBeGreaterThanOrEqual(30);
      for (const timeZone of some)
        for (const change of offsetChanges(timeZone, from, to))
          for (const time of timesAround(change, timeZone))
            compare(agreement, timeZone, time, minutesAround(change, 180));
      expect(agreement.disagreements).toEqual([]);
      report(`minutes around changes in ${some.length} zones`, agreement);
    },
  );
});
