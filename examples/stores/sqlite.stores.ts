import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claims, endOf, key, world, type Engine, type Notes } from "./claims.ts";
import { drivers, type Database } from "./sqlite-driver.ts";
import { sqliteBackend, sweepSqlite, table } from "./sqlite.ts";

const run = promisify(execFile);

for (const { name: driver, open, runs } of drivers)
  describe.skipIf(!runs)(`sessions in SQLite by ${driver}`, () => {
    let folder: string;
    let opened: Database[] = [];
    /** Another process has a connection of its own on the same file. */
    const connect = () => {
      const database = open(join(folder, "sessions.db"));
      database.exec("PRAGMA busy_timeout = 5000");
      opened.push(database);
      return database;
    };
    let database: Database;
    const engine: Engine = {
      backend: () => sqliteBackend<Notes>(connect()),
      everything: async () => database.prepare("SELECT * FROM sessions ORDER BY key").all(),
      // Nanoseconds, where milliseconds belong.
      storeMalformed: async () =>
        database
          .prepare(
            "INSERT INTO sessions (key, revision, updated_at, data) VALUES (?, 3, 1795946400000000000, '[\"tulips\"]')",
          )
          .run(key),
    };
    const ended = () => database.prepare("SELECT next_reset_at AS at FROM sessions").all();

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "keyscope-sqlite-"));
      database = connect();
      database.exec("PRAGMA journal_mode = WAL");
      database.exec(table);
    });
    afterEach(() => {
      for (const one of opened) one.close();
      opened = [];
      rmSync(folder, { recursive: true });
    });

    it.each(claims)("$that", async ({ holds }) => holds(engine));

    it("each row tells the millisecond at which the session ends, or that it never does", async () => {
      const { clock, store } = world(engine);
      await store.set(key, ["tulips"]);
      expect(ended()).toEqual([{ at: endOf(clock.now) }]);
      for (const never of [{}, { expiresAt: 5e20 }]) {
        await engine.backend().set(key, { updatedAt: clock.now, revision: 2 }, never);
        expect(ended()).toEqual([{ at: null }]);
      }
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
      expect(sweepSqlite(database, endOf(start) - 1)).toEqual([]);
      const sweeps = [1, 2, 3].map(() => sweepSqlite(connect(), endOf(start) + 3, 2));
      expect(sweeps.map((keys) => [...keys].sort())).toEqual([[name(0), name(1)], [name(2), name(3)], []]);
      expect(database.prepare("SELECT key FROM sessions ORDER BY key").all()).toEqual(
        ["agent:main:main", name(4)].map((left) => ({ key: left })),
      );
    });

    it("a sweep finds them by the index", () => {
      const plan = database
        .prepare(
          "EXPLAIN QUERY PLAN SELECT key FROM sessions WHERE next_reset_at <= 1 ORDER BY next_reset_at LIMIT 9",
        )
        .all();
      expect(JSON.stringify(plan)).toContain("INDEX sessions_next_reset_at");
    });
  });

describe("a million sessions", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(import.meta.dirname, "node_modules", "keyscope-million-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are swept in a heap of 32 MB", async () => {
    const program = join(folder, "million.mjs");
    await build({
      entryPoints: [join(import.meta.dirname, "million.ts")],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      alias: { keyscope: join(import.meta.dirname, "../../src/index.ts") },
    });
    const heap = ["--max-old-space-size=32", "--max-semi-space-size=1"];
    const { stdout } = await run(process.execPath, [...heap, program, join(folder, "sessions.db")]);
    expect(JSON.parse(stdout)).toMatchObject({ swept: 500_000, left: 500_000 });
  });
});
