import { createRequire } from "node:module";
import type { Sqlite } from "./sqlite.ts";

/** A connection to a file. */
export type Database = Sqlite & { exec(sql: string): unknown; close(): unknown };

const require = createRequire(import.meta.url);

/** A package that opens files, and whether what is native in it was built for this machine. */
function driver(name: string) {
  const open = (path: string) => {
    // Both have the constructor of better-sqlite3, whose types say so.
    const Driver = require(name) as new (path: string) => Database;
    return new Driver(path);
  };
  try {
    open(":memory:").close();
    return { name, open, runs: true };
  } catch {
    return { name: `${name} (which was not built for this machine)`, open, runs: false };
  }
}

/** The drivers that stores of SQLite are tried with; `libsql` comes built from the registry. */
export const drivers = ["better-sqlite3", "libsql"].map(driver);

/** Opens a file by the first driver that runs here. */
export function openSqlite(path: string): Database {
  const first = drivers.find(({ runs }) => runs);
  if (first === undefined) throw new Error("No driver of SQLite runs on this machine");
  return first.open(path);
}
