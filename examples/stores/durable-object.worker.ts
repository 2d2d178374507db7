import {
  admit,
  parsePolicy,
  sessionStore,
  type Expiry,
  type SessionBackend,
  type SessionRecord,
} from "keyscope";
import { durableObjectBackend, SessionObject, type SessionObjects } from "./durable-object.ts";

/** How an object fails: it throws before it writes, or dies, with its memory, before that or after. */
export type Failure = "throws" | "dies-before" | "dies-after";

/** A session that can be looked into, woken, and made to fail. */
export class TriedSession extends SessionObject {
  #fails: Failure | undefined;

  failOnce(how: Failure): void {
    this.#fails = how;
  }

  override async write(row: SessionRecord<unknown>, expiry: Expiry): Promise<void> {
    const fails = this.#fails;
    this.#fails = undefined;
    if (fails === "throws") throw new Error("thrown by a test");
    if (fails === "dies-before") this.ctx.abort("ended by a test");
    await super.write(row, expiry);
    if (fails !== "dies-after") return;
    await this.ctx.storage.sync();
    this.ctx.abort("ended by a test");
  }

  async everything(): Promise<readonly [row: SessionRecord<unknown> | undefined, alarm: number | null]> {
    return [await this.read(), await this.ctx.storage.getAlarm()];
  }

  /** An alarm that comes now, whatever was set. */
  async wake(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.alarm();
  }
}

const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
    channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
  },
  { edition: "2026-11", timeZone: "UTC" },
);

type Notes = readonly string[];

type TriedObject = ReturnType<SessionObjects["getByName"]> &
  Pick<TriedSession, "everything" | "failOnce" | "wake">;

/** What the Worker is bound to. */
interface Env {
  readonly SESSIONS: {
    getByName(name: string): TriedObject;
    get(id: object): TriedObject;
    idFromString(id: string): object;
  };
}

/** What is asked in JSON: something of the Worker's backend, of its bot, or of an object. */
export interface Asked {
  readonly get: readonly [key: string];
  readonly delete: readonly [key: string];
  readonly set: readonly [key: string, row: SessionRecord<Notes>, expiry: Expiry];
  readonly compareAndSet: readonly [
    key: string,
    revision: number | null,
    row: SessionRecord<Notes>,
    expiry: Expiry,
  ];
  readonly say: readonly [peer: string, text: string];
  readonly everything: readonly string[];
  readonly dropEverything: readonly string[];
  readonly failOnce: readonly [key: string, how: Failure];
  readonly wake: readonly [key: string];
}

const answers: {
  readonly [What in keyof Asked]: (
    env: Env,
    backend: SessionBackend<Notes>,
    ...asked: Asked[What]
  ) => unknown;
} = {
  get: (_, backend, key) => backend.get(key),
  delete: (_, backend, key) => backend.delete(key),
  set: (_, backend, ...row) => backend.set(...row),
  compareAndSet: (_, backend, key, revision, row, expiry) =>
    backend.compareAndSet?.(key, revision ?? undefined, row, expiry),

  async say(_, backend, peer, text) {
    const store = sessionStore(backend, policy, { now: Date.now });
    const inbound = { channel: "telegram", chatType: "direct", peer } as const;
    const turn = await store.turn(admit({ inbound, text }, policy));
    if (!turn.ok) return turn;
    const { begins, data, key } = turn;
    return { begins, data, key, saved: await turn.save((kept = []) => [...kept, text]) };
  },

  everything: ({ SESSIONS }, _, ...ids) =>
    Promise.all(ids.map((id) => SESSIONS.get(SESSIONS.idFromString(id)).everything())),
  dropEverything: ({ SESSIONS }, _, ...ids) =>
    Promise.all(ids.map((id) => SESSIONS.get(SESSIONS.idFromString(id)).drop())),
  failOnce: ({ SESSIONS }, _, key, how) => SESSIONS.getByName(key).failOnce(how),
  wake: ({ SESSIONS }, _, key) => SESSIONS.getByName(key).wake(),
};

/** A Worker: its end of the store, and a bot that answers with what it heard before. */
const worker = {
  async fetch(request: Request, env: Env): Promise<Response> {
    // The tests ask nothing else, and JSON has no tuples.
    const [what, ...asked] = (await request.json()) as [keyof Asked, ...never[]];
    const answer = answers[what] as (env: Env, backend: SessionBackend<Notes>, ...asked: never[]) => unknown;
    return Response.json((await answer(env, durableObjectBackend(env.SESSIONS), ...asked)) ?? null);
  },
};
export default worker;
