import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isNeeded } from "./dependencies.mjs";
import { fetchRelease } from "./fetch-release.mjs";
import { onRecord } from "./on-record.mjs";
import { recordArea } from "./record-area.mjs";
import { tally } from "./tally.mjs";
import { areas, formatRecord, mergeAnswers, projectOn, readVectors, writeVectors } from "./vectors.mjs";

const usage = `Usage: npm run record -- openclaw@<release> [options]
       npm run record -- --on-record

Asks a published release our whole input set and writes what it answers, one file an area.
Compares that with what the committed vectors say of the release; differences exit with 1.

  --against openclaw@<release>  compare with another recorded release: what changed since then
  --out <directory>             where to write (default: recorded/<release>)
  --merge                       put the answers into the committed vectors
  --keep <directory>            unpack the release there and leave it; one that is there is used
  --seconds <number>            how long one function may take before it is passed over (default: 300)
  --on-record                   ask nothing; list how much of each release the committed vectors hold`;

function readRelease(name) {
  const release = /^openclaw@(\d{4}\.\d+\.\d+(?:-[\w.]+)?)$/.exec(name ?? "")?.[1];
  if (release === undefined) throw new TypeError("A release is named openclaw@2026.9.6");
  return release;
}

function readCommand() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      against: { type: "string" },
      out: { type: "string" },
      merge: { type: "boolean" },
      keep: { type: "string" },
      seconds: { type: "string", default: "300" },
      "on-record": { type: "boolean" },
    },
  });
  if (values["on-record"]) return { listed: true };
  if (positionals.length !== 1) throw new TypeError("Name one release");
  const release = readRelease(positionals[0]);
  const against = values.against === undefined ? release : readRelease(values.against);
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new TypeError("--seconds takes a number above zero");
  return { out: join("recorded", release), ...values, release, against, seconds };
}

/** Tells on the error stream what is under way: each step, and what a long one stands at. */
function progressTeller() {
  const start = Date.now();
  const told = { step: "", at: 0 };
  return (step) => {
    const now = Date.now();
    const part = step.startsWith(told.step) && told.step !== "";
    if (part && now - told.at < 15_000) return;
    if (!part) told.step = step;
    told.at = now;
    console.error(`${String(Math.round((now - start) / 1000)).padStart(5)} s  ${step}`);
  };
}

async function record({ release, against, out, merge, seconds }, packageDirectory, progress) {
  mkdirSync(out, { recursive: true });
  let different = 0;
  for (const area of areas) {
    const lines = readVectors(area);
    const { answers, leftOut, failures } = await recordArea(packageDirectory, area, lines, {
      seconds,
      progress,
    });
    const recorded = lines.map((line, index) => answers[index] && formatRecord(line, answers[index]));
    const committed = projectOn(against, lines);
    writeFileSync(
      join(out, `${area}.jsonl`),
      recorded
        .filter(Boolean)
        .map((row) => `${row}\n`)
        .join(""),
    );
    different += report(area, tally(lines, recorded, committed), { leftOut, failures });
    if (merge) writeVectors(area, mergeAnswers(release, lines, answers));
  }
  return different;
}

const columns = ["lines", "identical", "different", "new", "not asked"];

function row(name, cells) {
  return `${name.padEnd(46)}${cells.map((cell, index) => String(cell).padStart(columns[index].length + 2)).join("")}`;
}

function report(area, counts, { leftOut, failures }) {
  console.log(`\n${row(area, columns)}`);
  for (const { fn, lines, identical, different, fresh, unasked, example } of counts) {
    console.log(row(`  ${fn}`, [lines, identical, different, fresh, unasked]));
    if (example) console.log(`    recorded  ${example.recorded}\n    committed ${example.committed}`);
  }
  for (const [fn, why] of failures) console.log(`  ${fn} could not be asked: ${why}`);
  for (const [fn, modules] of Object.entries(leftOut)) {
    const names = Object.keys(modules);
    const missing = names.filter(isNeeded);
    const others = names.filter((name) => !isNeeded(name));
    if (missing.length > 0) console.log(`  ${fn} needs what could not be had here: ${missing.join(", ")}`);
    if (others.length > 0) console.log(`  ${fn} called packages that are left out: ${others.join(", ")}`);
  }
  return counts.reduce((sum, { different }) => sum + different, 0);
}

function listOnRecord() {
  const lines = areas.flatMap(readVectors);
  const functions = new Set(lines.map(({ fn }) => fn)).size;
  console.log("release        functions   lines");
  for (const { release, functions: asked, lines: answered } of onRecord(lines))
    console.log(`${release.padEnd(14)} ${String(asked).padStart(9)} ${String(answered).padStart(7)}`);
  console.log(`of             ${String(functions).padStart(9)} ${String(lines.length).padStart(7)}`);
}

async function run(command) {
  const directory = command.keep ? resolve(command.keep) : mkdtempSync(join(tmpdir(), "keyscope-release-"));
  const progress = progressTeller();
  try {
    progress(`unpacking openclaw@${command.release}`);
    const { packageDirectory, missing } = fetchRelease(command.release, directory);
    for (const name of missing) console.log(`${name} could not be installed; what needs it is not asked.`);
    const different = await record(command, packageDirectory, progress);
    console.log(
      `\n${different === 0 ? "No" : different} answers differ from those committed of ${command.against}.`,
    );
    process.exitCode = different === 0 ? 0 : 1;
  } finally {
    if (!command.keep) rmSync(directory, { recursive: true });
  }
}

let command;
try {
  command = readCommand();
} catch (error) {
  console.error(`${error.message}\n\n${usage}`);
  process.exit(2);
}
if (command.listed) listOnRecord();
else await run(command);
