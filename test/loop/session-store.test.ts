import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  parsePolicy,
  sessionStore,
  type Expiry,
  type SessionBackend,
  type SessionRecord,
  type StoredTurn,
} from "../../src/index.ts";

const minute = 60_000;
const start = Date.UTC(2026, 10, 30, 12);
const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
    channels: { telegram: { allowFrom: ["7"] } },
  },
  { edition: "2026-11", timeZone: "UTC" },
);
const key = "agent:main:telegram:direct:7";

type Notes = readonly string[];
type Row = SessionRecord<Notes>;

function from(peer: string, text = "hello") {
  return admit({ inbound: { channel: "telegram", chatType: "direct", peer }, text }, policy);
}

/** A store in memory, and what it was asked to keep how long. */
function world() {
  const rows = new Map<string, Row>();
  const expiries: Expiry[] = [];
  const clock = { now: start };
  const backend: SessionBackend<Notes> = {
    get: (name) => rows.get(name),
    set(name, row, expiry) {
      rows.set(name, row);
      expiries.push(expiry);
    },
    delete: (name) => rows.delete(name),
  };
  return {
    rows,
    expiries,
    clock,
    backend,
    store: sessionStore<Notes>(backend, policy, { now: () => clock.now }),
  };
}

function taken<Data>(turn: StoredTurn<Data> | { ok: false; reason: string }): StoredTurn<Data> {
  if (!turn.ok) throw new Error(turn.reason);
  return turn;
}

describe("a session store", () => {
  it("keeps a session until the policy ends it, and tells the store how long", async () => {
    const { clock, expiries, rows, store } = world();
    await store.set(key, ["tulips"]);
    const times = { sessionStartedAt: start, lastInteractionAt: start, updatedAt: start };
    expect(rows.get(key)).toEqual({ ...times, revision: 1, data: ["tulips"] });
    expect(expiries).toEqual([
      { expiresAt: start + 30 * minute + 1, ttlMs: 30 * minute + 1, ttlSeconds: 1801 },
    ]);
    clock.now += 30 * minute;
    expect(await store.get(key)).toEqual(["tulips"]);
    await store.set(key, ["tulips", "roses"]);
    expect(rows.get(key)).toMatchObject({ sessionStartedAt: start, revision: 2 });
    clock.now += 30 * minute + 1;
    expect(await store.get(key)).toBeUndefined();
    await store.set(key, ["anew"]);
    expect(rows.get(key)).toMatchObject({ sessionStartedAt: clock.now, data: ["anew"] });
    await store.delete(key);
    expect(await store.get(key)).toBeUndefined();
  });

  it("stores a turn's times before anybody answers, and what is saved beside them", async () => {
    const { clock, rows, store } = world();
    const first = taken(await store.turn(from("7")));
    expect([first.begins, first.data, rows.get(key)]).toEqual([
      "first",
      undefined,
      { ...first.times, revision: 1 },
    ]);
    expect(await first.save(() => ["tulips"])).toBe(true);
    clock.now += minute;
    const second = taken(await store.turn(from("7")));
    expect([second.begins, second.data]).toEqual([undefined, ["tulips"]]);
    expect(second.conversationId).toBe(first.conversationId);
    clock.now += minute;
    const beat = taken(await store.tick(key, "heartbeat"));
    expect([beat.begins, beat.data, beat.times.lastInteractionAt]).toEqual([
      undefined,
      ["tulips"],
      start + minute,
    ]);
    const anew = taken(await store.turn(from("7", "/new"), { authorized: true }));
    expect([anew.begins, anew.data, await store.get(key)]).toEqual(["trigger", undefined, undefined]);
  });

  it.each<[why: string, meanwhile: (world_: ReturnType<typeof world>) => unknown]>([
    ["was reset", ({ store }) => store.turn(from("7", "/new"), { authorized: true })],
    ["was deleted", ({ store }) => store.delete(key)],
    ["has ended", ({ clock }) => (clock.now += 31 * minute)],
    ["cannot be read any more", ({ rows }) => rows.set(key, { updatedAt: "?", revision: 9 } as never)],
  ])("saves nothing of a conversation that %s meanwhile", async (_, meanwhile) => {
    const all = world();
    const slow = taken(await all.store.turn(from("7")));
    await meanwhile(all);
    const before = all.rows.get(key);
    expect(await slow.save(() => ["a secret of before"])).toBe(false);
    expect(all.rows.get(key)).toBe(before);
  });

  it("touches nothing for whoever is not let in", async () => {
    const { clock, rows, store } = world();
    await store.turn(from("7"));
    const before = rows.get(key);
    clock.now += 29 * minute;
    expect(await store.turn(from("8"))).toMatchObject({ ok: false, reason: "not-admitted" });
    expect([rows.size, rows.get(key)]).toEqual([1, before]);
  });

  it("overwrites no row whose times it cannot read, and says so", async () => {
    const { rows, store } = world();
    const odd = { updatedAt: "yesterday", data: ["tulips"] } as never;
    rows.set(key, odd);
    expect(await store.turn(from("7"))).toMatchObject({ ok: false, reason: "malformed-times" });
    await expect(store.get(key)).rejects.toThrow("The times of the session cannot be read: updatedAt.");
    await expect(store.set(key, [])).rejects.toThrow("its stored times cannot be read (updatedAt)");
    expect(rows.get(key)).toBe(odd);
  });

  it("fails where the store fails, and goes on with the next", async () => {
    const { backend } = world();
    let fails = true;
    const failing: SessionBackend<Notes> = {
      ...backend,
      get(name) {
        if (!fails) return backend.get(name);
        fails = false;
        throw new Error("the database is away");
      },
    };
    const store = sessionStore<Notes>(failing, policy, { now: () => start });
    const [first, second] = await Promise.allSettled([store.turn(from("7")), store.turn(from("7"))]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("asks for its clock where there is none", () => {
    const { backend } = world();
    for (const options of [undefined, {}, { now: start }])
      expect(() => sessionStore(backend, policy, options as never)).toThrow("A store needs a clock");
  });

  it("takes rows as databases return them", async () => {
    const { rows, store } = world();
    const row = { session_started_at: String(start), updated_at: new Date(start), revision: "4", data: null };
    rows.set(key, row as never);
    expect(await store.get(key)).toBeUndefined();
    expect(taken(await store.turn(from("7"))).begins).toBeUndefined();
    expect(rows.get(key)?.revision).toBe(5);
  });
});

describe("two workers on one session", () => {
  /** Whose every step waits for its turn in an order that is drawn. */
  function scheduled(scheduler: fc.Scheduler, rows: Map<string, Row>): SessionBackend<Notes> {
    const later = <Value>(act: () => Value) => scheduler.schedule(Promise.resolve()).then(act);
    return {
      get: (name) => later(() => rows.get(name)),
      set: (name, row) => later(() => rows.set(name, row)),
      delete: (name) => later(() => rows.delete(name)),
      compareAndSet: (name, revision, row) =>
        later(() => {
          if (rows.get(name)?.revision !== revision) return false;
          rows.set(name, row);
          return true;
        }),
    };
  }

  it("begin it once, and lose and double nothing, in whatever order they come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const rows = new Map<string, Row>();
        const workers = [0, 3].map((ahead) =>
          sessionStore<Notes>(scheduled(scheduler, rows), policy, { now: () => start + ahead }),
        );
        const turns = Promise.all(
          [...workers, ...workers].map(async (worker) => taken(await worker.turn(from("7")))),
        );
        await scheduler.waitFor(turns);
        const all = await turns;
        expect(all.filter(({ begins }) => begins !== undefined)).toHaveLength(1);
        expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
        expect(rows.get(key)?.revision).toBe(all.length);
      }),
      { numRuns: 200 },
    );
  });

  it("add to what each other saved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const rows = new Map<string, Row>();
        const workerAt = (ahead: number) =>
          sessionStore<Notes>(scheduled(scheduler, rows), policy, { now: () => start + ahead });
        const [first, second] = [workerAt(0), workerAt(3)];
        const answer = async (worker: typeof first, text: string) => {
          const turn = taken(await worker.turn(from("7", text)));
          return turn.save((kept = []) => [...kept, turn.text]);
        };
        const said = ["tulips", "roses", "lilies"];
        const answers = Promise.all([
          answer(first, "tulips"),
          answer(second, "roses"),
          answer(first, "lilies"),
        ]);
        await scheduler.waitFor(answers);
        expect(await answers).toEqual([true, true, true]);
        expect(rows.get(key)?.data?.toSorted()).toEqual(said.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it("of one process need no more than three functions of the store", async () => {
    const { backend, clock, rows } = world();
    const slow: SessionBackend<Notes> = {
      get: async (name) => {
        const row = await backend.get(name);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return row;
      },
      set: (name, row, expiry) => backend.set(name, row, expiry),
      delete: (name) => backend.delete(name),
    };
    const store = sessionStore<Notes>(slow, policy, { now: () => clock.now });
    const turns = await Promise.all(Array.from({ length: 8 }, () => store.turn(from("7"))));
    expect(turns.filter(({ begins }) => begins !== undefined)).toHaveLength(1);
    expect(rows.get(key)?.revision).toBe(8);
  });

  it("give up where others always come before", async () => {
    const store = sessionStore<Notes>({ ...world().backend, compareAndSet: () => false }, policy, {
      now: () => start,
    });
    await expect(store.turn(from("7"))).rejects.toThrow("64 times in a row");
  });
});
