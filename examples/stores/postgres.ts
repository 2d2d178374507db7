import type { Expiry, SessionBackend, SessionRecord, StoredRecord } from "keyscope";

/** What `pg` and PGlite have in common: a pool, a client or a database. */
export interface Postgres {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/**
 * The table. `data` is `json`, not `jsonb`, which refuses some of what people can write: U+0000, half a surrogate pair.
 * `next_reset_at` is the first instant at which the session has ended, and null where it never does by itself.
 */
export const table = `
  CREATE TABLE IF NOT EXISTS sessions (
    key text PRIMARY KEY,
    revision bigint NOT NULL,
    session_started_at bigint,
    last_interaction_at bigint,
    updated_at bigint,
    data json,
    next_reset_at timestamptz
  );
  CREATE INDEX IF NOT EXISTS sessions_next_reset_at ON sessions (next_reset_at);
`;

const insert = `
  INSERT INTO sessions
    (key, revision, session_started_at, last_interaction_at, updated_at, data, next_reset_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
`;

const columns = `
  revision = $2, session_started_at = $3, last_interaction_at = $4, updated_at = $5, data = $6, next_reset_at = $7
`;

/** After this a session never ends: a year of five digits is spelled by each client in its own way. */
const lastDay = Date.UTC(9999, 11, 31);

function valuesOf(key: string, row: SessionRecord<unknown>, { expiresAt }: Expiry): unknown[] {
  const { data, lastInteractionAt, revision, sessionStartedAt, updatedAt } = row;
  return [
    key,
    revision,
    sessionStartedAt ?? null,
    lastInteractionAt ?? null,
    updatedAt ?? null,
    data === undefined ? null : JSON.stringify(data),
    expiresAt === undefined || expiresAt > lastDay ? null : new Date(expiresAt),
  ];
}

/** Sessions in a table of Postgres, for any number of workers. */
export function postgresBackend<Data>(database: Postgres): SessionBackend<Data> {
  const wrote = async (text: string, values: unknown[]) =>
    (await database.query(`${text} RETURNING key`, values)).rows.length > 0;
  return {
    async get(key) {
      const { rows } = await database.query(
        "SELECT revision, session_started_at, last_interaction_at, updated_at, data FROM sessions WHERE key = $1",
        [key],
      );
      // The columns are of these types, and nothing but a store of this `Data` writes them.
      return rows[0] as StoredRecord<Data> | undefined;
    },
    set: (key, row, expiry) =>
      wrote(`${insert} ON CONFLICT (key) DO UPDATE SET ${columns}`, valuesOf(key, row, expiry)),
    delete: (key) => database.query("DELETE FROM sessions WHERE key = $1", [key]),
    compareAndSet: (key, revision, row, expiry) =>
      revision === undefined
        ? wrote(`${insert} ON CONFLICT (key) DO NOTHING`, valuesOf(key, row, expiry))
        : wrote(`UPDATE sessions SET ${columns} WHERE key = $1 AND revision = $8`, [
            ...valuesOf(key, row, expiry),
            revision,
          ]),
  };
}

/**
 * Drops up to `limit` sessions that have ended by `now`, the longest ended first, and returns their keys; call it until there
 * are none. Workers may sweep at once: what one of them, or a turn, has locked, the others pass over.
 */
export async function sweepPostgres(
  database: Postgres,
  now: number,
  limit = 1000,
): Promise<readonly string[]> {
  const { rows } = await database.query(
    `DELETE FROM sessions WHERE key IN (
       SELECT key FROM sessions WHERE next_reset_at <= $1 ORDER BY next_reset_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ) RETURNING key`,
    [new Date(now), limit],
  );
  // The column is text.
  return (rows as { key: string }[]).map(({ key }) => key);
}
