import { expect } from "vitest";
import {
  admit,
  parsePolicy,
  sessionStore,
  type NoTurn,
  type SessionBackend,
  type SessionStore,
  type StoredTurn,
} from "keyscope";

const minute = 60_000;
const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
    channels: { telegram: { allowFrom: ["7"] } },
  },
  { edition: "2026-11", timeZone: "UTC" },
);

/** The session of the one who is let in. */
export const key = "agent:main:telegram:direct:7";

/** When a session ends in which somebody spoke last at `spoke`: the first instant at which it is no more. */
export function endOf(spoke: number): number {
  return spoke + 30 * minute + 1;
}

/** What the bot of these claims keeps of a conversation. */
export type Notes = readonly string[];

/** An engine that runs, and holds no session yet. */
export interface Engine {
  /** What a worker of its own makes; each call is another worker. */
  backend(): SessionBackend<Notes>;
  /** Everything that is stored, as the engine holds it. */
  everything(): Promise<unknown>;
  /** Stores a row of the session whose times cannot be read. */
  storeMalformed(): Promise<unknown>;
}

/** Workers of one engine on one clock, which a claim sets forward; it begins now, since an engine may have a clock, too. */
export function world(engine: Engine) {
  const clock = { now: Date.now() };
  const worker = () => sessionStore<Notes>(engine.backend(), policy, { now: () => clock.now });
  return { clock, worker, store: worker() };
}

/** Somebody who may reset what is theirs says something. */
export async function say(
  store: SessionStore<Notes>,
  text: string,
  peer = "7",
): Promise<StoredTurn<Notes> | NoTurn> {
  const inbound = { channel: "telegram", chatType: "direct", peer } as const;
  return store.turn(admit({ inbound, text }, policy), { authorized: true });
}

/** The same, of somebody who is let in. */
export async function taken(store: SessionStore<Notes>, text: string): Promise<StoredTurn<Notes>> {
  const turn = await say(store, text);
  if (!turn.ok) throw new Error(turn.reason);
  return turn;
}

/** What holds of a store on any engine. */
export const claims: readonly { readonly that: string; readonly holds: (engine: Engine) => Promise<void> }[] =
  [
    {
      that: "a session goes on, with what was saved in it",
      async holds(engine) {
        const { clock, store, worker } = world(engine);
        const first = await taken(store, "tulips");
        expect([first.begins, first.data]).toEqual(["first", undefined]);
        expect(await first.save(() => ["tulips"])).toBe(true);
        clock.now += 30 * minute;
        const second = await taken(worker(), "roses");
        expect([second.begins, second.data]).toEqual([undefined, ["tulips"]]);
        expect(second.conversationId).toBe(first.conversationId);
      },
    },
    {
      that: "a session ends when the policy says so, and begins without what was said before",
      async holds(engine) {
        const { clock, store } = world(engine);
        await store.set(key, ["tulips"]);
        clock.now = endOf(clock.now) - 1;
        expect(await store.get(key)).toEqual(["tulips"]);
        clock.now += 1;
        expect(await store.get(key)).toBeUndefined();
        const anew = await taken(store, "roses");
        expect([anew.begins, anew.data]).toEqual(["stale", undefined]);
        expect(await anew.save(() => ["roses"])).toBe(true);
        expect(await store.get(key)).toEqual(["roses"]);
      },
    },
    {
      that: "`/new` begins it anew, and what belongs to the conversation before is saved no more",
      async holds(engine) {
        const { store, worker } = world(engine);
        const slow = await taken(store, "tulips");
        await slow.save(() => ["tulips"]);
        const anew = await taken(worker(), "/new and lilies");
        expect([anew.begins, anew.data, anew.text]).toEqual(["trigger", undefined, "and lilies"]);
        expect(anew.conversationId).not.toBe(slow.conversationId);
        expect(await slow.save(() => ["a secret of before"])).toBe(false);
        expect(await store.get(key)).toBeUndefined();
      },
    },
    {
      that: "a stranger touches nothing",
      async holds(engine) {
        const { clock, store } = world(engine);
        await store.set(key, ["tulips"]);
        const before = await engine.everything();
        clock.now += minute;
        expect(await say(store, "/new", "8")).toMatchObject({ ok: false, reason: "not-admitted" });
        expect(await engine.everything()).toEqual(before);
      },
    },
    {
      that: "twenty turns at once on two workers begin it once, each counts, and all that they save is kept",
      async holds(engine) {
        const { worker } = world(engine);
        const workers = [worker(), worker()];
        const turns = await Promise.all(
          Array.from({ length: 10 }).flatMap(() => workers.map((store) => taken(store, "hello"))),
        );
        expect(turns.map(({ begins }) => begins).filter((begins) => begins !== undefined)).toEqual(["first"]);
        expect(new Set(turns.map(({ conversationId }) => conversationId)).size).toBe(1);
        expect(Number((await engine.backend().get(key))?.revision)).toBe(20);
        const saved = turns.map(({ save }, index) => save((kept = []) => [...kept, String(index)]));
        expect(await Promise.all(saved)).toEqual(turns.map(() => true));
        expect((await workers[0]?.get(key))?.map(Number).toSorted((a, b) => a - b)).toEqual(
          turns.map((_, index) => index),
        );
      },
    },
    {
      that: "what is written on an older revision, or where nothing should be, is refused",
      async holds(engine) {
        const { clock, store } = world(engine);
        await store.set(key, ["tulips"]);
        await store.set(key, ["roses"]);
        const before = await engine.everything();
        const row = { updatedAt: clock.now, revision: 2, data: ["lilies"] };
        const backend = engine.backend();
        for (const revision of [undefined, 0, 1, 3])
          expect([revision, await backend.compareAndSet?.(key, revision, row, {})]).toEqual([
            revision,
            false,
          ]);
        expect(await backend.compareAndSet?.("agent:main:main", 1, row, {})).toBe(false);
        expect(await engine.everything()).toEqual(before);
      },
    },
    {
      that: "a worker that crashes before it saves loses that save, and nothing else",
      async holds(engine) {
        const { clock, store, worker } = world(engine);
        await (await taken(store, "tulips")).save(() => ["tulips"]);
        clock.now += minute;
        await taken(store, "roses");
        clock.now += minute;
        const next = await taken(worker(), "lilies");
        expect([next.begins, next.data]).toEqual([undefined, ["tulips"]]);
      },
    },
    {
      that: "a row whose times cannot be read is refused, and left as it is",
      async holds(engine) {
        const { store } = world(engine);
        await engine.storeMalformed();
        const before = await engine.everything();
        expect(await say(store, "/new")).toMatchObject({ ok: false, reason: "malformed-times" });
        await expect(store.get(key)).rejects.toThrow("cannot be read");
        await expect(store.set(key, [])).rejects.toThrow("cannot be read");
        expect(await engine.everything()).toEqual(before);
      },
    },
    {
      that: "what is saved comes back as it was, whatever people write",
      async holds(engine) {
        const { store } = world(engine);
        const said = ["\u0000", "\ud800", '{"revision":9}', "$1'; \\", "🌷"];
        await (await taken(store, "tulips")).save(() => said);
        expect((await taken(store, "roses")).data).toEqual(said);
      },
    },
    {
      that: "what is set without a comparison replaces what was there, and what is deleted is gone",
      async holds(engine) {
        const { clock, store } = world(engine);
        const backend = engine.backend();
        for (const revision of [1, 7]) {
          await backend.set(key, { updatedAt: clock.now, revision, data: [String(revision)] }, {});
          expect(Number((await backend.get(key))?.revision)).toBe(revision);
          expect(await store.get(key)).toEqual([String(revision)]);
        }
        await store.delete(key);
        expect((await backend.get(key)) ?? undefined).toBeUndefined();
        expect((await taken(store, "tulips")).begins).toBe("first");
      },
    },
  ];
