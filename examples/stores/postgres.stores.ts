import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claims, endOf, key, world, type Engine, type Notes } from "./claims.ts";
import { postgresBackend, sweepPostgres, table } from "./postgres.ts";

describe("sessions in Postgres", () => {
  let database: PGlite;
  const engine: Engine = {
    backend: () => postgresBackend<Notes>(database),
    everything: async () => (await database.query("SELECT * FROM sessions ORDER BY key")).rows,
    // Nanoseconds, where milliseconds belong.
    storeMalformed: () =>
      database.query(
        "INSERT INTO sessions (key, revision, updated_at, data) VALUES ($1, 3, 1795946400000000000, '[\"tulips\"]')",
        [key],
      ),
  };
  const ended = async () => {
    const { rows } = await database.query<{ at: Date | null }>("SELECT next_reset_at AS at FROM sessions");
    return rows.map(({ at }) => at?.getTime());
  };

  beforeAll(async () => {
    database = await PGlite.create();
    await database.exec(table);
  });
  beforeEach(() => database.exec("DELETE FROM sessions"));
  afterAll(() => database.close());

  it.each(claims)("$that", async ({ holds }) => holds(engine));

  it("each row tells the millisecond at which the session ends, or that it never does", async () => {
    const { clock, store } = world(engine);
    await store.set(key, ["tulips"]);
    expect(await ended()).toEqual([endOf(clock.now)]);
    await engine.backend().set(key, { updatedAt: clock.now, revision: 2 }, {});
    expect(await ended()).toEqual([undefined]);
    await engine.backend().set(key, { updatedAt: clock.now, revision: 2 }, { expiresAt: 5e20 });
    expect(await ended()).toEqual([undefined]);
  });

  it("is made once, however often it is made", async () => {
    const { store } = world(engine);
    await store.set(key, ["tulips"]);
    await database.exec(table);
    expect(await store.get(key)).toEqual(["tulips"]);
  });

  it("a sweep drops what has ended, the longest ended first, and nothing else", async () => {
    const { clock, store } = world(engine);
    const start = clock.now;
    const name = (place: number) => `agent:main:telegram:direct:${place}`;
    for (const place of [3, 0, 4, 1, 2]) {
      clock.now = start + place;
      await store.set(name(place), []);
    }
    await engine.backend().set("agent:main:main", { updatedAt: 0, revision: 1 }, {});
    expect(await sweepPostgres(database, endOf(start) - 1)).toEqual([]);
    const sweeps = await Promise.all([1, 2, 3].map(() => sweepPostgres(database, endOf(start) + 3, 2)));
    expect(sweeps.map((keys) => [...keys].sort())).toEqual([[name(0), name(1)], [name(2), name(3)], []]);
    const { rows } = await database.query<{ key: string }>("SELECT key FROM sessions ORDER BY key");
    expect(rows.map((row) => row.key)).toEqual(["agent:main:main", name(4)]);
  });

  it("a sweep leaves a session that was taken up meanwhile", async () => {
    const { clock, store } = world(engine);
    await store.set(key, ["tulips"]);
    const end = endOf(clock.now);
    clock.now += 1;
    await store.set(key, ["tulips", "roses"]);
    expect(await sweepPostgres(database, end)).toEqual([]);
    expect(await store.get(key)).toEqual(["tulips", "roses"]);
  });

  it("a sweep finds them by the index", async () => {
    await database.exec("SET enable_seqscan = off");
    const { rows } = await database.query<Record<string, string>>(
      "EXPLAIN SELECT key FROM sessions WHERE next_reset_at <= now() ORDER BY next_reset_at LIMIT 10 FOR UPDATE SKIP LOCKED",
    );
    await database.exec("RESET enable_seqscan");
    expect(rows.flatMap(Object.values).join("\n")).toContain("Index Scan using sessions_next_reset_at");
  });
});
