import type { Expiry, SessionBackend, SessionRecord, StoredRecord } from "keyscope";

/** What `better-sqlite3`, `libsql` and Node's own `node:sqlite` have in common. */
export interface Sqlite {
  prepare(sql: string): {
    all(...values: unknown[]): unknown[];
    get(...values: unknown[]): unknown;
    run(...values: unknown[]): { readonly changes: number | bigint };
  };
}

/** The table; `next_reset_at` is the first millisecond at which the session has ended, and null where it never does by itself. */
export const table = `
  CREATE TABLE IF NOT EXISTS sessions (
    key TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    session_started_at INTEGER,
    last_interaction_at INTEGER,
    updated_at INTEGER,
    data TEXT,
    next_reset_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_next_reset_at ON sessions (next_reset_at);
`;

const into = `
  INTO sessions (revision, session_started_at, last_interaction_at, updated_at, data, next_reset_at, key)
  VALUES (?, ?, ?, ?, ?, ?, ?)
`;

function valuesOf(row: SessionRecord<unknown>, { expiresAt }: Expiry): unknown[] {
  return [
    row.revision,
    row.sessionStartedAt ?? null,
    row.lastInteractionAt ?? null,
    row.updatedAt ?? null,
    row.data === undefined ? null : JSON.stringify(row.data),
    // What SQLite cannot hold as a whole number is so late that the session never ends.
    Number.isSafeInteger(expiresAt) ? expiresAt : null,
  ];
}

/** Sessions in a table of SQLite, for any number of processes on its file. */
export function sqliteBackend<Data>(database: Sqlite): SessionBackend<Data> {
  const read = database.prepare(
    "SELECT revision, session_started_at, last_interaction_at, updated_at, data FROM sessions WHERE key = ?",
  );
  const replace = database.prepare(`REPLACE ${into}`);
  const remove = database.prepare("DELETE FROM sessions WHERE key = ?");
  const begin = database.prepare(`INSERT OR IGNORE ${into}`);
  const goOn = database.prepare(
    `UPDATE sessions SET
       revision = ?, session_started_at = ?, last_interaction_at = ?, updated_at = ?, data = ?, next_reset_at = ?
     WHERE key = ? AND revision = ?`,
  );
  return {
    get(key) {
      // The columns are of these types, and nothing but a store of this `Data` writes them.
      const row = read.get(key) as (StoredRecord<Data> & { readonly data: string | null }) | undefined;
      if (row === undefined) return undefined;
      return { ...row, data: row.data === null ? null : (JSON.parse(row.data) as Data) };
    },
    set: (key, row, expiry) => replace.run(...valuesOf(row, expiry), key),
    delete: (key) => remove.run(key),
    compareAndSet: (key, revision, row, expiry) => {
      const values = [...valuesOf(row, expiry), key];
      const wrote = revision === undefined ? begin.run(...values) : goOn.run(...values, revision);
      return Number(wrote.changes) > 0;
    },
  };
}

/** Drops up to `limit` sessions that have ended by `now`, the longest ended first, and returns their keys; call it until there are none. */
export function sweepSqlite(database: Sqlite, now: number, limit = 1000): readonly string[] {
  const rows = database
    .prepare(
      `DELETE FROM sessions WHERE key IN (
         SELECT key FROM sessions WHERE next_reset_at <= ? ORDER BY next_reset_at LIMIT ?
       ) RETURNING key`,
    )
    .all(now, limit);
  // The column is text.
  return (rows as { key: string }[]).map(({ key }) => key);
}
