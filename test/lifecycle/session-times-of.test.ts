import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateReset, parsePolicy, sessionTimesOf, sweep, sweepPages } from "../../src/index.ts";

const at = Date.UTC(2026, 10, 29, 12);

describe("the times of a row", () => {
  it.each<[how: string, row: unknown, times: object]>([
    [
      "numbers",
      { sessionStartedAt: at, lastInteractionAt: at, updatedAt: at, said: [] },
      { sessionStartedAt: at, lastInteractionAt: at, updatedAt: at },
    ],
    ["decimal text", { updatedAt: String(at) }, { updatedAt: at }],
    ["a bigint", { updatedAt: BigInt(at) }, { updatedAt: at }],
    ["a date", { updatedAt: new Date(at) }, { updatedAt: at }],
    ["ISO text", { updatedAt: "2026-11-29T12:00:00Z" }, { updatedAt: at }],
    ["ISO text with parts of a second", { updatedAt: "2026-11-29T12:00:00.5Z" }, { updatedAt: at + 500 }],
    ["ISO text without seconds, elsewhere", { updatedAt: "2026-11-29T17:30+05:30" }, { updatedAt: at }],
    ["as SQL writes it", { updatedAt: "2026-11-29 13:00:00.123456+01" }, { updatedAt: at + 123 }],
    [
      "columns of SQL",
      { session_started_at: at, last_interaction_at: at, updated_at: at },
      { sessionStartedAt: at, lastInteractionAt: at, updatedAt: at },
    ],
    ["columns as SQL folds them", { sessionstartedat: at }, { sessionStartedAt: at }],
    ["two columns that agree", { updatedAt: at, updated_at: String(at) }, { updatedAt: at }],
    ["a session that was marked for a reset", { updatedAt: 0 }, { updatedAt: 0 }],
    ["absent ones", { updatedAt: null, sessionStartedAt: undefined }, {}],
    ["no row", null, {}],
    ["nothing at all", undefined, {}],
  ])("are read from %s", (_, row, times) => {
    expect(sessionTimesOf(row)).toEqual(times);
  });

  it.each<[why: string, row: unknown, facts: readonly string[]]>([
    ["words", { updatedAt: "yesterday", sessionStartedAt: at }, ["updatedAt"]],
    [
      "a time without its offset, which is another instant in each zone",
      { updatedAt: "2026-11-29T12:00:00" },
      ["updatedAt"],
    ],
    ["a day alone", { updatedAt: "2026-11-29" }, ["updatedAt"]],
    ["a day that no month has", { updatedAt: "2026-02-30T12:00:00Z" }, ["updatedAt"]],
    ["an hour that no day has", { updatedAt: "2026-02-20T25:00:00Z" }, ["updatedAt"]],
    ["empty text", { updated_at: "" }, ["updated_at"]],
    ["a date that is none", { updatedAt: new Date(NaN) }, ["updatedAt"]],
    ["no number", { updatedAt: NaN, lastInteractionAt: Infinity }, ["lastInteractionAt", "updatedAt"]],
    ["a time before all", { updatedAt: -1 }, ["updatedAt"]],
    ["nanoseconds", { updatedAt: BigInt(at) * 1_000_000n }, ["updatedAt"]],
    ["yes", { updatedAt: true }, ["updatedAt"]],
    ["two columns that do not agree", { updatedAt: at, updated_at: at + 1 }, ["updated_at"]],
    ["a row that was not awaited", Promise.resolve({ updatedAt: at }), ["times"]],
    ["a row as text", JSON.stringify({ updatedAt: at }), ["times"]],
    ["a list of rows", [{ updatedAt: at }], ["times"]],
    ["a map", new Map([["updatedAt", at]]), ["times"]],
  ])("are malformed where they are %s", (_, row, facts) => {
    expect(sessionTimesOf(row)).toEqual({ kind: "times", ok: false, reason: "malformed-times", facts });
  });

  it("are those that ISO text was written from", () => {
    const instants = fc.date({
      min: new Date(0),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(sessionTimesOf({ updatedAt: date.toISOString() })).toEqual({ updatedAt: date.getTime() });
      }),
    );
  });
});

describe("a sweep", () => {
  const minute = 60_000;
  const policy = parsePolicy(
    { session: { reset: { mode: "idle", idleMinutes: 30 } } },
    { edition: "2026-11", timeZone: "UTC" },
  );
  const now = at + 61 * minute;
  const entry = (name: string, updatedAt: unknown) =>
    ({ key: `agent:main:${name}`, updatedAt }) as { key: string };
  const stale = { ...entry("a", at), note: "kept as it is" };
  const fresh = entry("b", now);

  async function* stream<Value>(values: readonly Value[]) {
    for (const value of values) yield await Promise.resolve(value);
  }

  async function all<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
    const found: Value[] = [];
    for await (const value of values) found.push(value);
    return found;
  }

  it("yields the stale entries as they are, of a list and of a stream", async () => {
    expect([...sweep([stale, fresh], policy, now)]).toEqual([stale]);
    expect([...sweep(new Set([stale]), policy, now)][0]).toBe(stale);
    expect(await all(sweep(stream([stale, fresh]), policy, now))).toEqual([stale]);
  });

  it("looks at no entry before it is asked for", () => {
    let looked = 0;
    function* store() {
      for (;;) {
        looked += 1;
        yield stale;
      }
    }
    const swept = sweep(store(), policy, now);
    expect(looked).toBe(0);
    swept.next();
    expect(looked).toBe(1);
  });

  it.each<[why: string, given: object, stale: boolean]>([
    ["decimal text", entry("a", String(at)), true],
    ["a column of SQL", { key: "agent:main:a", updated_at: new Date(at) }, true],
    ["marked for a reset", entry("a", 0), true],
    ["times in words", entry("a", "long ago"), false],
    ["no times at all", { key: "agent:main:a" }, false],
    ["columns by other names", { key: "agent:main:a", last_seen: 1 }, false],
    ["no session", { updatedAt: at }, false],
    [
      "facts that contradict its key",
      { key: "agent:main:telegram:direct:7", channel: "discord", updatedAt: at },
      false,
    ],
    ["a time that a faster clock wrote", entry("a", now + 5000), false],
  ])("of %s: %j is over: %j", async (_, given, over) => {
    const expected = over ? [given] : [];
    expect([...sweep([given as { key: string }], policy, now)]).toEqual(expected);
    expect(await all(sweep(stream([given as { key: string }]), policy, now))).toEqual(expected);
  });

  it("yields nothing where the clock stands, though each would be stale", () => {
    expect(evaluateReset(stale as object, stale, policy, NaN).fresh).toBe(false);
    expect([...sweep([stale], policy, NaN)]).toEqual([]);
  });

  it("reads a page to its end before anything of it is deleted, and passes over nothing", async () => {
    const rows = new Map<string, { key: string }>();
    for (let index = 0; index < 1000; index += 1) {
      const key = `agent:main:${String(index).padStart(4, "0")}`;
      rows.set(key, { key, ...({ updatedAt: index % 3 === 0 ? now : at } as object) });
    }
    let open = 0;
    const readPage = async (after: { key: string } | undefined) => {
      open += 1;
      await Promise.resolve();
      const page = [...rows.values()].filter(({ key }) => key > (after?.key ?? "")).slice(0, 64);
      open -= 1;
      return page;
    };
    for await (const page of sweepPages(readPage, policy, now)) {
      expect(open).toBe(0);
      for (const { key } of page) rows.delete(key);
    }
    expect(rows.size).toBe(334);
  });
});
