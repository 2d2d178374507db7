import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fetchRelease } from "./fetch-release.mjs";
import { recordArea } from "./record-area.mjs";
import { tally } from "./tally.mjs";
import { areas, formatRecord, mergeAnswers, projectOn, readVectors, writeVectors } from "./vectors.mjs";

const usage = `Usage: npm run record -- openclaw@<release> [options]

Asks a published release our whole input set and writes what it answers, one file an area.
Compares that with what the committed vectors say of the release; differences exit with 1.

  --against openclaw@<release>  compare with another recorded release: what changed since then
  --out <directory>             where to write (default: recorded/<release>)
  --merge                       put the answers into the committed vectors
  --keep <directory>            unpack the release there and leave it; one that is there is used`;

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
    },
  });
  if (positionals.length !== 1) throw new TypeError("Name one release");
  const release = readRelease(positionals[0]);
  const against = values.against === undefined ? release : readRelease(values.against);
  return { out: join("recorded", release), ...values, release, against };
}

function record({ release, against, out, merge }, packageDirectory) {
  mkdirSync(out, { recursive: true });
  let different = 0;
  for (const area of areas) {
    const lines = readVectors(area);
    const { answers, leftOut, failures } = recordArea(packageDirectory, area, lines);
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

function report(area, counts, { leftOut, failures }) {
  console.log(`\n${area.padEnd(44)}   lines identical different`);
  for (const { fn, lines, identical, different, example } of counts) {
    console.log(
      `  ${fn.padEnd(44)} ${[lines, identical, different].map((n) => String(n).padStart(5)).join("     ")}`,
    );
    if (example) console.log(`    recorded  ${example.recorded}\n    committed ${example.committed}`);
  }
  for (const [fn, error] of failures) console.log(`  ${fn} could not be loaded: ${error}`);
  for (const [fn, modules] of Object.entries(leftOut))
    console.log(`  ${fn} called packages that are left out: ${Object.keys(modules).join(", ")}`);
  return counts.reduce((sum, { different }) => sum + different, 0);
}

let command;
try {
  command = readCommand();
} catch (error) {
  console.error(`${error.message}\n\n${usage}`);
  process.exit(2);
}
const directory = command.keep ? resolve(command.keep) : mkdtempSync(join(tmpdir(), "keyscope-release-"));
try {
  const different = record(command, fetchRelease(command.release, directory));
  console.log(
    `\n${different === 0 ? "No" : different} answers differ from those committed of ${command.against}.`,
  );
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  if (!command.keep) rmSync(directory, { recursive: true });
}
