import { optionsOf } from "../config/given.ts";
import { isObject } from "../config/is-object.ts";
import { demandPolicy, type Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { instantFor } from "../lifecycle/clock-skew.ts";
import { evaluateReset } from "../lifecycle/reset/evaluate-reset.ts";
import { type Expiry, toExpiry } from "../lifecycle/reset/expiry.ts";
import type { SessionTimes } from "../lifecycle/session-entry.ts";
import { areTimes, sessionTimesOf, type StoredTimes } from "../lifecycle/session-times-of.ts";
import type { Admission } from "./admit.ts";
import { conversationId } from "./conversation-id.ts";
import { explainTimes, explainTurn } from "./explain.ts";
import {
  isAdmitted,
  notAdmitted,
  tick,
  touch,
  turn,
  type NoTurn,
  type Session,
  type TickKind,
  type Turn,
  type TurnOptions,
} from "./turn.ts";

/** A value, or a promise of it: stores answer at once or later. */
type Awaitable<Value> = Value | Promise<Value>;

/** What is to be stored of a session. */
export interface SessionRecord<Data> extends SessionTimes {
  /** How often the session was written: what `compareAndSet` compares. */
  readonly revision: number;
  /** What the host keeps of the conversation; absent until it saves something. */
  readonly data?: Data;
}

/** The same as a store may return it. */
export interface StoredRecord<Data> extends StoredTimes {
  /**
   * How often the session was written, in whatever number the store returns; absent in rows that something
   * else wrote.
   */
  readonly revision?: number | bigint | string | null;
  /** What the host keeps of the conversation; absent or `null` where it has saved nothing. */
  readonly data?: Data | null;
}

/** Where sessions are stored; a `Map` is one. */
export interface SessionBackend<Data> {
  /** Gives the row of a session; `undefined` or `null` where there is none. */
  get(key: string): Awaitable<StoredRecord<Data> | null | undefined>;
  /** Stores a row; `expiry` tells how long it is to be kept. */
  set(key: string, row: SessionRecord<Data>, expiry: Expiry): unknown;
  /** Takes away the row of a session, if there is one. */
  delete(key: string): unknown;
  /**
   * Stores a row only where the revision that is stored is still this one, or, of `undefined`, where nothing is stored; and
   * tells whether it did. With it two workers may write at once. Without it, workers of one process still may.
   */
  compareAndSet?(
    key: string,
    revision: number | undefined,
    row: SessionRecord<Data>,
    expiry: Expiry,
  ): Awaitable<boolean>;
}

/** A turn whose times are stored, and what the host keeps of the conversation. */
export interface StoredTurn<Data> extends Turn {
  /** What was saved in this conversation; absent where it begins. */
  readonly data: Data | undefined;
  /**
   * Saves what the host keeps, made of what is kept by now: another message of the conversation may have been answered
   * meanwhile. Tells whether it did. Of a conversation that was reset, deleted or ended since, nothing is saved: the one that
   * came after it must not hear of it.
   *
   * @param change - What is to be kept, given what is. It may be asked again where another worker came first.
   */
  readonly save: (change: (kept: Data | undefined) => Data) => Promise<boolean>;
}

/** A store in which sessions end when the policy says so. */
export interface SessionStore<Data> {
  /** What is kept of a session that is still fresh; undefined where it has ended, or was never stored. */
  readonly get: (key: string) => Promise<Data | undefined>;
  /** Stores what is kept of a session, as something that a person did in it now: it begins anew where it has ended. */
  readonly set: (key: string, data: Data) => Promise<void>;
  /** Forgets a session: the next message in it begins a new conversation. */
  readonly delete: (key: string) => Promise<void>;
  /** `turn` on what is stored; its times are stored when this returns. */
  readonly turn: (admitted: Admission, options?: TurnOptions) => Promise<StoredTurn<Data> | NoTurn>;
  /** `tick` likewise. */
  readonly tick: (key: string, kind: TickKind) => Promise<StoredTurn<Data> | NoTurn>;
}

/** Where the present comes from: a host's `Date.now`. */
export interface SessionStoreOptions {
  /** The present in epoch milliseconds. */
  readonly now: () => number;
}

/** So often a write is tried that others come before. Each time one of them has succeeded. */
const mostTries = 64;

/** What is to be written in place of what was read, and what to answer then; nothing to write where it is undefined. */
interface Step<Data, Answer> {
  readonly row?: { readonly times: SessionTimes; readonly data: Data | undefined; readonly expiry: Expiry };
  readonly answer: Answer;
}

type Stored<Data> = StoredRecord<Data> | null | undefined;

function isStored<Data>(row: Stored<Data>): row is StoredRecord<Data> {
  return isObject(row);
}

function dataOf<Data>(row: Stored<Data>): Data | undefined {
  return isStored(row) && Object.hasOwn(row, "data") ? (row.data ?? undefined) : undefined;
}

function revisionOf(row: Stored<unknown>): number | undefined {
  if (!isStored(row)) return undefined;
  // A row that something else wrote has none yet.
  const revision = Object.hasOwn(row, "revision") ? Number(row.revision) : 0;
  return Number.isSafeInteger(revision) ? revision : 0;
}

/** Has one caller after the other do something with a key. */
function queues() {
  const last = new Map<string, Promise<unknown>>();
  return async <Answer>(key: string, act: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(key);
    const mine = before === undefined ? act() : before.then(act, act);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}

/**
 * Lets a policy decide over a store: sessions that have ended are not read any more, what is written counts as activity and
 * carries its expiry, and `turn` and `tick` store their times before anybody acts on them.
 *
 * Two workers may take turns of one session at once. Where the store can compare and set, each write is made on what it has
 * read, and tried again otherwise, so that a conversation begins once; where it cannot, this holds within one process, and
 * between two the last write counts. What crashes between a turn and its `save` has lost what it would have saved, and nothing else.
 *
 * @param backend - Where rows are stored: a `Map`, or three functions of any store. Where one of them fails, so does what was asked.
 * @param policy - Whose resets hold.
 * @param options - `now`: the clock.
 * @throws TypeError where there is no clock; and, from what is asked, where the times of a stored row cannot be read; `turn` and `tick` answer that instead.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, { edition: "2026-11" });
 * let now = Date.UTC(2026, 10, 30, 12);
 * const store = sessionStore<string>(new Map(), policy, { now: () => now });
 * await store.set("agent:main:main", "tulips");
 * now += 30 * 60_000;
 * await store.get("agent:main:main"); //=> "tulips"
 * now += 1;
 * await store.get("agent:main:main"); //=> undefined
 * ```
 */
export function sessionStore<Data>(
  backend: SessionBackend<Data>,
  policy: Policy,
  options: SessionStoreOptions,
): SessionStore<Data> {
  if (isPolluted()) return unpolluted(sessionStore<Data>, backend, policy, options);
  demandPolicy(policy);
  if (typeof optionsOf(options).now !== "function")
    throw new TypeError("A store needs a clock: { now: Date.now }");
  const { now } = options;
  const queue = queues();

  async function write(key: string, was: Stored<Data>, step: Required<Step<Data, unknown>>["row"]) {
    const { data, expiry, times } = step;
    const revision = revisionOf(was);
    const row = { ...times, revision: (revision ?? 0) + 1, ...(data !== undefined && { data }) };
    if (backend.compareAndSet !== undefined) return backend.compareAndSet(key, revision, row, expiry);
    await backend.set(key, row, expiry);
    return true;
  }

  /** Reads, decides, and writes on what it read. */
  function change<Answer>(key: string, decide: (row: Stored<Data>) => Step<Data, Answer>): Promise<Answer> {
    return queue(key, async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const was = await backend.get(key);
        const { answer, row } = decide(was);
        if (row === undefined || (await write(key, was, row))) return answer;
      }
      throw new Error(`Others wrote the session ${JSON.stringify(key)} ${mostTries} times in a row`);
    });
  }

  function expiryOf(times: SessionTimes, session: Session): Expiry {
    const at = instantFor(times, now());
    return toExpiry(evaluateReset(times, session, policy, at), at);
  }

  function saving(taken: Turn, session: Session) {
    const { conversationId: id, key } = taken;
    return (made: (kept: Data | undefined) => Data) =>
      change(key, (row): Step<Data, boolean> => {
        const times = sessionTimesOf(row);
        if (!isStored(row) || !areTimes(times) || conversationId(key, times) !== id) return { answer: false };
        const expiry = expiryOf(times, session);
        if (expiry.ttlMs === 0) return { answer: false };
        return { row: { times, data: made(dataOf(row)), expiry }, answer: true };
      });
  }

  /** What a turn of a session writes, and answers. */
  function stepOf(
    row: Stored<Data>,
    taken: Turn | NoTurn,
    session: Session,
  ): Step<Data, StoredTurn<Data> | NoTurn> {
    if (!taken.ok) return { answer: taken };
    const data = taken.begins === undefined ? dataOf(row) : undefined;
    const { expiry, times } = taken;
    return { row: { times, data, expiry }, answer: { ...taken, data, save: saving(taken, session) } };
  }

  return {
    async get(key) {
      const row = await backend.get(key);
      const times = sessionTimesOf(row);
      if (!areTimes(times)) throw new TypeError(explainTimes(times));
      if (!isStored(row)) return undefined;
      return evaluateReset(times, { key }, policy, instantFor(times, now())).fresh ? dataOf(row) : undefined;
    },
    set: (key, data) =>
      change(key, (row) => {
        const taken = touch(key, row, now(), policy);
        if (!taken.ok) throw new TypeError(explainTurn(taken));
        return { row: { times: taken.times, data, expiry: taken.expiry }, answer: undefined };
      }),
    delete: (key) =>
      queue(key, async () => {
        await backend.delete(key);
      }),
    async turn(admitted, said) {
      if (!isAdmitted(admitted)) return notAdmitted;
      const { key, resolution } = admitted;
      return change(key, (row) => stepOf(row, turn(admitted, row, now(), policy, said), resolution));
    },
    tick: (key, kind) => change(key, (row) => stepOf(row, tick(key, row, kind, now(), policy), { key })),
  };
}
