/*
 * `npm run bench [-- name …]`: measures everything, or the named groups of cases, each case in a process of
 * its own, and prints what it finds. A run of everything also writes docs/performance.md. Expects the
 * library in dist/ (`npm run build`); what it is compared with is installed into bench/ at the first run.
 */
import { execFileSync, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { groupNames, groupOf } from "./groups.mjs";
import { machine } from "./machine.mjs";
import { writePage } from "./page.mjs";
import { cellsOf, verdictOf } from "./table.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

// Cedar's wasm aborts Node 20 when the optimiser inlines calls into it.
const nodeOptions = ["--expose-gc", "--max-old-space-size=8192", "--no-turbo-inline-js-wasm-calls"];

function install() {
  if (existsSync(new URL("node_modules/openclaw/", import.meta.url))) return;
  console.log("installing what is compared with, once");
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", words, { cwd: here, stdio: "inherit" });
}

/** Runs one case in a process of its own. */
function measured(name, at, ownOptions = []) {
  return new Promise((resolve, reject) => {
    const child = fork(`${here}case.mjs`, [name, String(at)], { execArgv: [...nodeOptions, ...ownOptions] });
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`case ${at} of ${name} ended with ${code}`)));
  });
}

/** Runs the cases of a group, one after the other, and prints each. */
async function measuredGroup(name) {
  const { cases, nodeOptions, ...group } = await groupOf(name);
  const rows = [];
  console.log(`\n${group.title}`);
  for (const [at, { title, targets }] of cases.entries()) {
    const row = { title, targets, values: await measured(name, at, nodeOptions) };
    console.log(`  ${[title.padEnd(56), ...cellsOf(row, group.columns), verdictOf(row)].join("  ")}`);
    rows.push(row);
  }
  return { name, ...group, rows };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !groupNames.includes(name));
if (unknown.length > 0) {
  console.error(`No such group: ${unknown.join(", ")}. There are ${groupNames.join(", ")}.`);
  process.exit(2);
}

install();
console.log(machine());
const results = [];
for (const name of wanted.length === 0 ? groupNames : wanted) results.push(await measuredGroup(name));
const missed = results.flatMap(({ rows }) => rows).filter((row) => verdictOf(row) === "missed");
console.log(
  `\ntargets missed: ${missed.length === 0 ? "none" : missed.map(({ title }) => title).join("; ")}`,
);
if (wanted.length === 0) await writePage(results);
