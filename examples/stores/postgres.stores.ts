import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claims, endOf, key, world, type Engine, type Notes } from "./claims.ts";
import { programs, startPostgres, type PostgresServer } from "./postgres-server.ts";
import { postgresBackend, sweepPostgres, table, type Postgres } from "./postgres.ts";

/** A Postgres that runs: what each worker of it has, and how it ends. */
interface Running {
  connect(): Postgres;
  stop(): Promise<void>;
}

const missing = programs === undefined ? " (none is installed here)" : "";

const engines: readonly { readonly name: string; readonly skipped?: boolean; start(): Promise<Running> }[] = [
  {
    name: "PGlite",
    async start() {
      const database = await PGlite.create();
      return { connect: () => database, stop: () => database.close() };
    },
  },
  {
    name: `a server${missing}`,
    skipped: programs === undefined,
    async start() {
      const server = await startPostgres();
      return { connect: () => server.pool(), stop: () => server.stop() };
    },
  },
];

for (const { name: engineName, skipped = false, start } of engines)
  describe.skipIf(skipped)(`sessions in Postgres: ${engineName}`, () => {
    let running: Running;
    let database: Postgres;
    const rowsOf = async (text: string, values: unknown[] = []) =>
      (await database.query(text, values)).rows as Record<string, unknown>[];
    const engine: Engine = {
      backend: () => postgresBackend<Notes>(running.connect()),
      everything: () => rowsOf("SELECT * FROM sessions ORDER BY key"),
      // Nanoseconds, where milliseconds belong.
      storeMalformed: () =>
        rowsOf(
          "INSERT INTO sessions (key, revision, updated_at, data) VALUES ($1, 3, 1795946400000000000, '[\"tulips\"]')",
          [key],
        ),
    };
    const makeTable = async () => {
      for (const statement of table.split(";")) await database.query(statement, []);
    };
    const ended = async () => {
      const rows = await rowsOf("SELECT next_reset_at AS at FROM sessions");
      return rows.map(({ at }) => (at instanceof Date ? at.getTime() : at));
    };

    beforeAll(async () => {
      running = await start();
      database = running.connect();
      await makeTable();
    });
    beforeEach(() => rowsOf("DELETE FROM sessions"));
    afterAll(() => running.stop());

    it.each(claims)("$that", async ({ holds }) => holds(engine));

    it("each row tells the millisecond at which the session ends, or that it never does", async () => {
      const { clock, store } = world(engine);
      await store.set(key, ["tulips"]);
      expect(await ended()).toEqual([endOf(clock.now)]);
      await engine.backend().set(key, { updatedAt: clock.now, revision: 2 }, {});
      expect(await ended()).toEqual([null]);
      await engine.backend().set(key, { updatedAt: clock.now, revision: 2 }, { expiresAt: 5e20 });
      expect(await ended()).toEqual([null]);
    });

    it("is made once, however often it is made", async () => {
      const { store } = world(engine);
      await store.set(key, ["tulips"]);
      await makeTable();
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
      expect(sweeps.flat().sort()).toEqual([0, 1, 2, 3].map(name));
      const rows = await rowsOf("SELECT key FROM sessions ORDER BY key");
      expect(rows.map((row) => row["key"])).toEqual(["agent:main:main", name(4)]);
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
      // Of a table without rows every plan costs the same.
      await rowsOf(
        `INSERT INTO sessions (key, revision, next_reset_at)
       SELECT 'agent:main:telegram:direct:' || n, 1, now() + n * interval '1 minute' FROM generate_series(1, 20000) n`,
      );
      await rowsOf("ANALYZE sessions");
      const rows = await rowsOf(
        "EXPLAIN SELECT key FROM sessions WHERE next_reset_at <= now() ORDER BY next_reset_at LIMIT 10 FOR UPDATE SKIP LOCKED",
      );
      expect(rows.flatMap(Object.values).join("\n")).toContain("Index Scan using sessions_next_reset_at");
    });
  });

describe.skipIf(programs === undefined)(`workers of one Postgres${missing}`, () => {
  let server: PostgresServer;
  const name = (place: number) => `agent:main:telegram:direct:${place}`;
  const end = Date.now();
  const stored = async () => (await server.pool().query("SELECT key FROM sessions ORDER BY key")).rows;

  beforeAll(async () => {
    server = await startPostgres();
    await server.pool().query(table);
  });
  beforeEach(async () => {
    const pool = server.pool();
    await pool.query("DELETE FROM sessions");
    for (const place of [0, 1, 2, 3])
      await postgresBackend(pool).set(name(place), { revision: 1 }, { expiresAt: end + place });
  });
  afterAll(() => server.stop());

  it("one that sweeps passes over what another is sweeping, without waiting for it", async () => {
    const slow = await server.pool().connect();
    await slow.query("BEGIN");
    expect([...(await sweepPostgres(slow, end + 3, 2))].sort()).toEqual([name(0), name(1)]);
    expect([...(await sweepPostgres(server.pool(), end + 3))].sort()).toEqual([name(2), name(3)]);
    await slow.query("COMMIT");
    slow.release();
    expect(await stored()).toEqual([]);
  });

  it("what one was sweeping when it crashed is there for the next", async () => {
    const crashing = await server.pool().connect();
    crashing.on("error", () => undefined);
    await crashing.query("BEGIN");
    await sweepPostgres(crashing, end + 3, 2);
    const { rows } = await crashing.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await server.pool().query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
    await expect(crashing.query("COMMIT")).rejects.toThrow();
    crashing.release(true);
    await expect.poll(() => sweepPostgres(server.pool(), end + 3)).toHaveLength(4);
  });

  it("a session that is taken up while it is swept is either swept before or goes on", async () => {
    const turning = await server.pool().connect();
    await turning.query("BEGIN");
    const backend = postgresBackend<Notes>(turning);
    expect(await backend.compareAndSet?.(name(0), 1, { revision: 2, data: ["tulips"] }, {})).toBe(true);
    expect([...(await sweepPostgres(server.pool(), end + 3))].sort()).toEqual([1, 2, 3].map(name));
    await turning.query("COMMIT");
    turning.release();
    expect(await stored()).toEqual([{ key: name(0) }]);
    expect(await sweepPostgres(server.pool(), end + 3)).toEqual([]);
  });
});
