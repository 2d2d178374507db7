import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claims, endOf, key, taken, world, type Engine, type Notes } from "./claims.ts";
import { redisBackend } from "./redis.ts";

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const skipped = !isInstalled("redis-server") && process.env["CI"] === undefined;

describe.skipIf(skipped)(`sessions in Redis${skipped ? " (there is no redis-server here)" : ""}`, () => {
  const folder = join(tmpdir(), `keyscope-redis-${process.pid}`);
  const path = join(folder, "socket");
  const client = () =>
    createClient({ socket: { path, tls: false, reconnectStrategy: (tries) => (tries < 100 ? 50 : false) } });
  const clients = [client(), client(), client()] as const;
  const [watcher, ...workers] = clients;
  let server: ChildProcess;
  let made = 0;

  const engine: Engine = {
    backend: () => redisBackend<Notes>(workers[made++ % workers.length] ?? watcher),
    async everything() {
      const keys = (await watcher.keys("*")).sort();
      return Promise.all(
        keys.map(async (name) => [name, await watcher.get(name), await watcher.pExpireTime(name)]),
      );
    },
    storeMalformed: () => watcher.set(key, '{"updatedAt":"yesterday","revision":3,"data":["tulips"]}'),
  };

  beforeAll(async () => {
    mkdirSync(folder);
    const settings = { port: "0", unixsocket: path, save: "", dir: folder };
    const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    server = spawn("redis-server", words, { stdio: "ignore" });
    await once(server, "spawn");
    for (const one of clients) {
      // While the server starts, it is not there yet; whoever asks it then waits.
      one.on("error", () => undefined);
      await one.connect();
    }
  });
  beforeEach(() => watcher.flushAll());
  afterAll(async () => {
    for (const one of clients) if (one.isOpen) one.destroy();
    if (server.kill()) await once(server, "exit");
    rmSync(folder, { recursive: true });
  });

  it.each(claims)("$that", async ({ holds }) => holds(engine));

  it("each row has the millisecond at which the session ends, or none where it never does", async () => {
    const { clock, store } = world(engine);
    await store.set(key, ["tulips"]);
    expect(await watcher.pExpireTime(key)).toBe(endOf(clock.now));
    clock.now += 1;
    await taken(store, "roses");
    expect(await watcher.pExpireTime(key)).toBe(endOf(clock.now));
    const row = { updatedAt: clock.now, revision: 9 };
    const backend = engine.backend();
    expect(await backend.compareAndSet?.(key, 2, row, {})).toBe(true);
    expect(await watcher.pExpireTime(key)).toBe(-1);
    await backend.set(key, row, { expiresAt: endOf(clock.now) });
    expect(await watcher.pExpireTime(key)).toBe(endOf(clock.now));
    for (const never of [{}, { expiresAt: 5e20 }]) {
      await backend.set(key, row, never);
      expect(await watcher.pExpireTime(key)).toBe(-1);
    }
  });

  it("Redis drops by itself what has ended, and the next turn is the first", async () => {
    const { clock, store } = world(engine);
    const end = Date.now() + 200;
    clock.now -= endOf(clock.now) - end;
    await store.set(key, ["tulips"]);
    expect(await watcher.pExpireTime(key)).toBe(end);
    await expect.poll(() => watcher.exists(key), { timeout: 10_000, interval: 20 }).toBe(0);
    expect(Date.now()).toBeGreaterThanOrEqual(end);
    expect((await taken(store, "roses")).begins).toBe("first");
  });

  it("a row that something else wrote, without a revision, goes on", async () => {
    const { clock, store } = world(engine);
    await watcher.set(key, JSON.stringify({ updatedAt: clock.now, data: ["tulips"] }));
    const turn = await taken(store, "roses");
    expect([turn.begins, turn.data]).toEqual([undefined, ["tulips"]]);
    expect(JSON.parse((await watcher.get(key)) ?? "")).toMatchObject({ revision: 1, data: ["tulips"] });
  });

  it("what is no JSON fails the turn, and stays", async () => {
    const { store } = world(engine);
    await watcher.set(key, "tulips");
    await expect(taken(store, "roses")).rejects.toThrow(SyntaxError);
    expect(await watcher.get(key)).toBe("tulips");
  });
});
