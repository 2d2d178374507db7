import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SessionRecord } from "keyscope";
import { claims, endOf, key, taken, world, type Engine, type Notes } from "./claims.ts";
import type { Asked, Failure } from "./durable-object.worker.ts";

/** A Worker as it is reached from outside. */
interface Worker {
  fetch(
    url: string,
    request: { readonly method: "POST"; readonly body: string },
  ): Promise<{ json(): Promise<unknown> }>;
}

/** What an object holds, and when it wakes. */
type Everything = readonly [row: SessionRecord<Notes> | null, alarm: number | null];

describe.each([
  { storage: "SQLite", useSQLite: true },
  { storage: "keys and values", useSQLite: false },
])("sessions in Durable Objects that store $storage", ({ useSQLite }) => {
  const names = ["first", "second"] as const;
  const [owner] = names;
  const className = "TriedSession";
  let folder: string;
  let engines: Miniflare | undefined;
  let workers: readonly Worker[];
  let asking = 0;

  /** One Worker after the other answers. */
  async function ask<What extends keyof Asked, Answer>(what: What, ...asked: Asked[What]): Promise<Answer> {
    const worker = workers[asking++ % workers.length];
    const body = JSON.stringify([what, ...asked]);
    const response = await worker?.fetch("http://worker/", { method: "POST", body });
    // The Worker answers in kind, and with null where there is nothing.
    return ((await response?.json()) ?? undefined) as Answer;
  }

  /** Every object that was ever written has a file, which bears its id. */
  function written(): readonly string[] {
    const files = readdirSync(join(folder, `${owner}-${className}`));
    return files.flatMap((file) => /^([0-9a-f]{64})\.sqlite$/.exec(file)?.[1] ?? []).sort();
  }

  const engine: Engine = {
    backend: () => ({
      get: (name) => ask("get", name),
      set: (...row) => ask("set", ...row),
      delete: (name) => ask("delete", name),
      compareAndSet: (name, revision, row, expiry) =>
        ask("compareAndSet", name, revision ?? null, row, expiry),
    }),
    async everything() {
      const all = await ask<"everything", readonly Everything[]>("everything", ...written());
      return all.filter(([row, alarm]) => row !== null || alarm !== null);
    },
    storeMalformed: () => {
      const row = { updatedAt: "yesterday" as unknown as number, revision: 3, data: ["tulips"] };
      return ask("set", key, row, {});
    },
  };
  /** When objects wake, of all that hold anything. */
  const alarms = async () => ((await engine.everything()) as readonly Everything[]).map(([, alarm]) => alarm);

  beforeAll(async () => {
    // Every write waits for its file: in memory that takes a tenth of the time.
    const memory = "/dev/shm";
    folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "keyscope-objects-"));
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "durable-object.worker.ts")],
      bundle: true,
      write: false,
      format: "esm",
      target: "es2022",
      external: ["cloudflare:workers"],
    });
    const started = new Miniflare({
      durableObjectsPersist: folder,
      workers: names.map((name) => ({
        name,
        modules: true,
        script: outputFiles[0]?.text ?? "",
        compatibilityDate: "2025-10-01",
        durableObjects: { SESSIONS: { className, useSQLite, ...(name !== owner && { scriptName: owner }) } },
      })),
    });
    engines = started;
    // Miniflare's own types need all of Cloudflare's.
    workers = (await Promise.all(names.map((name) => started.getWorker(name)))) as unknown as Worker[];
    // Makes the folder.
    await ask("delete", key);
  });
  beforeEach(async () => {
    await ask("dropEverything", ...written());
  });
  afterAll(async () => {
    await engines?.dispose();
    rmSync(folder, { recursive: true });
  });

  it.each(claims)("$that", async ({ holds }) => holds(engine));

  it("each object wakes at the millisecond at which its session ends, or not at all where it never does", async () => {
    const { clock, store } = world(engine);
    await store.set(key, ["tulips"]);
    expect(await alarms()).toEqual([endOf(clock.now)]);
    clock.now += 1;
    await taken(store, "roses");
    expect(await alarms()).toEqual([endOf(clock.now)]);
    const row = { updatedAt: clock.now, revision: 9 };
    const backend = engine.backend();
    expect(await backend.compareAndSet?.(key, 2, row, {})).toBe(true);
    expect(await alarms()).toEqual([null]);
    await backend.set(key, row, { expiresAt: endOf(clock.now) });
    expect(await alarms()).toEqual([endOf(clock.now)]);
    for (const never of [{}, { expiresAt: 5e20 }]) {
      await backend.set(key, row, never);
      expect(await alarms()).toEqual([null]);
    }
    await store.delete(key);
    expect(await engine.everything()).toEqual([]);
  });

  it("an object drops by itself what has ended, and the next turn is the first", async () => {
    const { clock, store } = world(engine);
    const end = Date.now() + 2000;
    clock.now -= endOf(clock.now) - end;
    await store.set(key, ["tulips"]);
    expect(await alarms()).toEqual([end]);
    await expect.poll(() => engine.everything(), { timeout: 10_000, interval: 20 }).toEqual([]);
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    expect((await taken(store, "roses")).begins).toBe("first");
  });

  it("an alarm that comes too early, or again, drops nothing, and is set anew", async () => {
    const { clock, store } = world(engine);
    await ask("wake", key);
    expect(await engine.everything()).toEqual([]);
    await store.set(key, ["tulips"]);
    const before = await engine.everything();
    await ask("wake", key);
    expect(await engine.everything()).toEqual(before);
    expect(await alarms()).toEqual([endOf(clock.now)]);
    await engine.backend().set(key, { updatedAt: 0, revision: 2 }, {});
    await ask("wake", key);
    expect(await engine.everything()).toEqual([[{ updatedAt: 0, revision: 2 }, null]]);
  });

  it("an alarm drops no session that is written again meanwhile, not even as it comes", async () => {
    const { clock, store } = world(engine);
    const end = Date.now() + 1000;
    clock.now -= endOf(clock.now) - end;
    const keys = Array.from({ length: 50 }, (_, place) => `agent:main:telegram:direct:${place}`);
    await Promise.all(keys.map((name) => store.set(name, ["tulips"])));
    clock.now += 20 * 60_000;
    const until = (instant: number) => new Promise((done) => setTimeout(done, instant - Date.now()));
    await Promise.all(
      keys.map(async (name, place) => {
        await until(end + place - 40);
        await store.set(name, ["tulips", "roses"]);
      }),
    );
    await until(end + 500);
    for (const name of keys) {
      expect(await store.get(name)).toEqual(["tulips", "roses"]);
    }
    expect(await alarms()).toEqual(keys.map(() => endOf(clock.now)));
  });

  it.each<{ readonly how: Failure; readonly revision: number }>([
    { how: "throws", revision: 2 },
    { how: "dies-before", revision: 2 },
    // It had written when it died; who had asked did not hear of it, and asks again.
    { how: "dies-after", revision: 3 },
  ])(
    "an object that fails between reading and answering ($how) loses and doubles nothing",
    async (failure) => {
      const { clock, store, worker } = world(engine);
      const first = await taken(store, "tulips");
      await first.save(() => ["tulips"]);
      clock.now += 60_000;
      await ask("failOnce", key, failure.how);
      await expect(taken(store, "roses")).rejects.toThrow("by a test");
      const { revision } = failure;
      expect(await engine.backend().get(key)).toMatchObject({ revision, data: ["tulips"] });
      const next = await taken(worker(), "roses");
      expect([next.begins, next.data]).toEqual([undefined, ["tulips"]]);
      expect(next.conversationId).toBe(first.conversationId);
      expect(await engine.backend().get(key)).toMatchObject({ revision: revision + 1, data: ["tulips"] });
      expect(await alarms()).toEqual([endOf(clock.now)]);
    },
  );

  it("where one of twenty turns at once fails, the others begin the session once, and each counts", async () => {
    const { worker } = world(engine);
    await ask("failOnce", key, "throws");
    const turns = await Promise.allSettled(Array.from({ length: 20 }, () => taken(worker(), "hello")));
    const through = turns.flatMap((turn) => (turn.status === "fulfilled" ? [turn.value] : []));
    expect(through).toHaveLength(19);
    expect(through.filter(({ begins }) => begins !== undefined)).toHaveLength(1);
    expect((await engine.backend().get(key))?.revision).toBe(19);
  });

  it("a Worker with the library in it: two thousand sessions, each of its own object, each begun once by two messages at once", async () => {
    interface Said {
      readonly begins?: string;
      readonly data?: Notes;
      readonly key: string;
      readonly saved: boolean;
    }
    const peers = Array.from({ length: 2000 }, (_, place) => String(place));
    const say = (peer: string, text: string) => ask<"say", Said>("say", peer, text);
    const heard = new Map<string, readonly Said[]>();
    for (let start = 0; start < peers.length; start += 100)
      await Promise.all(
        peers.slice(start, start + 100).map(async (peer) => {
          heard.set(peer, await Promise.all([say(peer, `${peer} tulips`), say(peer, `${peer} tulips`)]));
        }),
      );
    for (const [peer, said] of heard) {
      expect(said.map(({ key: name, saved }) => [name, saved])).toEqual(
        Array.from({ length: 2 }, () => [`agent:main:telegram:direct:${peer}`, true]),
      );
      expect(said.flatMap(({ begins }) => begins ?? [])).toEqual(["first"]);
    }
    const kept = ((await engine.everything()) as readonly Everything[]).flatMap(([row]) => row ?? []);
    // Two turns and two saves.
    expect(kept.map(({ revision }) => revision)).toEqual(peers.map(() => 4));
    const notes = kept.map(({ data }) => new Set(data));
    expect(notes.every(({ size }) => size === 1)).toBe(true);
    expect(new Set(notes.flatMap((one) => [...one]))).toEqual(new Set(peers.map((peer) => `${peer} tulips`)));
  }, 600_000);
});
