/*
 * Runs every measurement, each in a process of its own: `node bench/run.mjs [name …]`. Expects the
 * library in dist/ (`npm run build`) and the peers in bench/node_modules (`npm install` there).
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const all = ["freshness", "maintenance", "growth", "engines", "compare"];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  process.exit(2);
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`,
);
for (const name of wanted) {
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--no-turbo-inline-js-wasm-calls", script], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
