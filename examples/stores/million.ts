import { parsePolicy, sweepPages } from "keyscope";
import { openSqlite } from "./sqlite-driver.ts";
import { sqliteBackend, table } from "./sqlite.ts";

/** Stores a million sessions in the file that it is given, sweeps them page by page, and tells what was left and how long it took. */
const [path = "", count = "1000000"] = process.argv.slice(2);
const sessions = Number(count);
const start = Date.UTC(2026, 10, 30);
const policy = parsePolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, { edition: "2026-11" });

const database = openSqlite(path);
database.exec(table);
const backend = sqliteBackend<null>(database);
const keyOf = (place: number) => `agent:main:telegram:direct:${String(place).padStart(8, "0")}`;
database.exec("BEGIN");
for (let place = 0; place < sessions; place += 1)
  await backend.set(keyOf(place), { updatedAt: start + (place % 2) * 60_000, revision: 1 }, {});
database.exec("COMMIT");

const page = database.prepare("SELECT key, updated_at FROM sessions WHERE key > ? ORDER BY key LIMIT 1000");
// The columns are of these types.
const pageAfter = (last?: { key: string }) =>
  page.all(last?.key ?? "") as { key: string; updated_at: number }[];
const began = performance.now();
let swept = 0;
for await (const over of sweepPages(pageAfter, policy, start + 30 * 60_000 + 1)) {
  database.exec("BEGIN");
  for (const { key } of over) await backend.delete(key);
  database.exec("COMMIT");
  swept += over.length;
}
const { left } = database.prepare("SELECT count(*) AS left FROM sessions").get() as { left: number };
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ swept, left, seconds }));
