import { DurableObject } from "cloudflare:workers";
import type { Expiry, SessionBackend, SessionRecord, StoredRecord } from "keyscope";

/** What an object holds. */
interface Held {
  readonly row: SessionRecord<unknown>;
  /** The first instant at which the session has ended; undefined where it never does by itself. */
  readonly endsAt: number | undefined;
}

/** After this a session never ends: an alarm is set in nanoseconds, which reach until 2262. */
const lastDay = Date.UTC(2261, 11, 31);

/**
 * One session: the object that has its key for a name holds its row. While it waits for its storage an object takes no other
 * call, so that nothing comes between what `compareAndSet` reads and what it writes.
 */
export class SessionObject extends DurableObject {
  async read(): Promise<SessionRecord<unknown> | undefined> {
    return (await this.#held())?.row;
  }

  async write(row: SessionRecord<unknown>, { expiresAt }: Expiry): Promise<void> {
    const { storage } = this.ctx;
    const endsAt = expiresAt === undefined || expiresAt > lastDay ? undefined : expiresAt;
    // What is written without waiting in between is stored all together, or not at all.
    await Promise.all([
      storage.put("held", { row, endsAt } satisfies Held),
      endsAt === undefined ? storage.deleteAlarm() : storage.setAlarm(endsAt),
    ]);
  }

  async compareAndSet(
    revision: number | undefined,
    row: SessionRecord<unknown>,
    expiry: Expiry,
  ): Promise<boolean> {
    if ((await this.read())?.revision !== revision) return false;
    await this.write(row, expiry);
    return true;
  }

  /** An object that has neither data nor an alarm is no more. */
  async drop(): Promise<void> {
    const { storage } = this.ctx;
    await Promise.all([storage.deleteAlarm(), storage.deleteAll()]);
  }

  /** Comes at least once, perhaps again, perhaps late: what the row itself says counts, not that it has come. */
  async alarm(): Promise<void> {
    const endsAt = (await this.#held())?.endsAt;
    if (endsAt === undefined) return;
    await (endsAt > Date.now() ? this.ctx.storage.setAlarm(endsAt) : this.drop());
  }

  #held(): Promise<Held | undefined> {
    return this.ctx.storage.get<Held>("held");
  }
}

/** What a Worker is bound to: `DurableObjectNamespace<SessionObject>`. */
export interface SessionObjects {
  getByName(name: string): Pick<SessionObject, "read" | "write" | "compareAndSet" | "drop">;
}

/** Sessions in Durable Objects, one each, which drops itself when the session has ended; for any number of workers. */
export function durableObjectBackend<Data>(sessions: SessionObjects): SessionBackend<Data> {
  return {
    // Nothing but a store of this `Data` writes there.
    get: async (key) => (await sessions.getByName(key).read()) as StoredRecord<Data> | undefined,
    set: (key, row, expiry) => sessions.getByName(key).write(row, expiry),
    delete: (key) => sessions.getByName(key).drop(),
    compareAndSet: (key, revision, row, expiry) =>
      sessions.getByName(key).compareAndSet(revision, row, expiry),
  };
}
