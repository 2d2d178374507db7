import type { Expiry, SessionBackend, SessionRecord, StoredRecord } from "keyscope";

/** What is asked of a client of `redis`. */
export interface Redis {
  get(key: string): Promise<string | null>;
  del(key: string): Promise<unknown>;
  set(
    key: string,
    value: string,
    options?: { expiration: { type: "PXAT"; value: number } },
  ): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/**
 * Reads the revision where `textOf` puts it, so that nothing of what people wrote has to be read: Redis's own `cjson` fails
 * on half a surrogate pair. A row without one, which something else wrote, counts as 0, as it does in `sessionStore`.
 */
const compareAndSet = `
  local row = redis.call("GET", KEYS[1])
  local revision = row and (string.match(row, '^{"revision":(%d+)') or "0") or ""
  if revision ~= ARGV[1] then return 0 end
  redis.call("SET", KEYS[1], ARGV[2], unpack(ARGV, 3))
  return 1
`;

function textOf({ revision, ...row }: SessionRecord<unknown>): string {
  return JSON.stringify({ revision, ...row });
}

/** When Redis drops a row; never, where that is after the last instant that it can hold. */
function dropsAt({ expiresAt }: Expiry): number | undefined {
  return Number.isSafeInteger(expiresAt) ? expiresAt : undefined;
}

/** Sessions in Redis, which drops each at the millisecond at which it has ended; for any number of workers. */
export function redisBackend<Data>(client: Redis): SessionBackend<Data> {
  return {
    async get(key) {
      const text = await client.get(key);
      // Nothing but a store of this `Data` writes here.
      return text === null ? undefined : (JSON.parse(text) as StoredRecord<Data>);
    },
    set: (key, row, expiry) => {
      const value = dropsAt(expiry);
      return client.set(
        key,
        textOf(row),
        value === undefined ? undefined : { expiration: { type: "PXAT", value } },
      );
    },
    delete: (key) => client.del(key),
    async compareAndSet(key, revision, row, expiry) {
      const at = dropsAt(expiry);
      const wrote = await client.eval(compareAndSet, {
        keys: [key],
        arguments: [String(revision ?? ""), textOf(row), ...(at === undefined ? [] : ["PXAT", String(at)])],
      });
      return wrote === 1;
    },
  };
}
