/**
 * Tries mutants: `run.mjs` of every room, `run.mjs scope/key policy/exec` of some, `run.mjs policy/send/send.ts` of a file,
 * `run.mjs --since origin/main` of the lines that differ from a commit. `--minutes 3` ends it then, and tells what was not tried; `--list` tells which
 * mutants survived. Of each room `coverage/mutation/` holds Stryker's report.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { rooms } from "./rooms.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { since: { type: "string" }, minutes: { type: "string" }, list: { type: "boolean" } },
});

const until = options.minutes === undefined ? undefined : Date.now() + Number(options.minutes) * 60_000;

/** What git says; undefined where it does not know. */
function git(...args) {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

/** The commit that the work began from; what stands on it already is compared with the commit before. */
function baseOf(named) {
  const base = git("merge-base", named, "HEAD");
  return base === undefined || base === git("rev-parse", "HEAD") ? git("rev-parse", "HEAD~1") : base;
}

/** The lines of the rooms' files that differ from a commit, as Stryker takes them. */
function changedLines(base) {
  const lines = [];
  let file;
  for (const line of git("diff", "--unified=0", "--diff-filter=AMR", base, "--", "src").split("\n")) {
    if (line.startsWith("+++ b/")) file = line.slice("+++ b/".length);
    const [, start, count = "1"] = /^@@ \S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start !== undefined && count !== "0")
      lines.push({ file, range: `${start}-${Number(start) + Number(count) - 1}` });
  }
  return lines;
}

const roomOf = (file) => file.slice(0, file.lastIndexOf("/"));

/** What Stryker is told to mutate, room by room. */
function chosen() {
  if (options.since === undefined) {
    const names = positionals.length === 0 ? Object.keys(rooms) : positionals;
    return names.map((name) =>
      name.endsWith(".ts")
        ? [roomOf(name), [`src/${name}`]]
        : [name, [name === "policy" ? "src/policy/*.ts" : `src/${name}/**/*.ts`]],
    );
  }
  const base = baseOf(options.since);
  if (base === undefined) {
    console.log(
      `No mutants were tried: this clone has neither ${options.since} nor a commit before this one.`,
    );
    return [];
  }
  const lines = changedLines(base);
  const all = Object.keys(rooms).map((room) => {
    const inRoom = lines.filter(({ file }) => `src/${room}` === roomOf(file));
    return [room, inRoom.map(({ file, range }) => `${file}:${range}`)];
  });
  const changed = all.filter(([, files]) => files.length > 0);
  if (changed.length === 0)
    console.log(`No mutants were tried: since ${base.slice(0, 8)} no line of the rooms changed.`);
  return changed;
}

/** Has Stryker try the mutants of a room; what it reports, or undefined where there is nothing to mutate. */
function attempt(room, files) {
  const { tests, vectors } = rooms[room];
  const name = room.replace("/", "-");
  const report = `coverage/mutation/${name}.json`;
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      "node_modules/@stryker-mutator/core/bin/stryker.js",
      "run",
      "--mutate",
      files.join(),
      "--tempDirName",
      `.stryker-tmp/${name}`,
    ],
    {
      stdio: ["ignore", process.env.KEYSCOPE_MUTATION_LOUD === "1" ? "inherit" : "ignore", "inherit"],
      env: {
        KEYSCOPE_RUNS: "100",
        ...process.env,
        KEYSCOPE_MUTATION_TESTS: tests.join(),
        KEYSCOPE_MUTATION_VECTORS: vectors.join(),
        KEYSCOPE_MUTATION_REPORT: report,
        ...(until !== undefined && { KEYSCOPE_MUTATION_UNTIL: String(until) }),
      },
    },
  );
  if (status !== 0) throw new Error(`Stryker ended with ${status} in ${room}`);
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
}

const row = (...cells) =>
  console.log(
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(18) : String(cell).padStart(9))).join(" "),
  );

function share({ killed, alive }) {
  return killed + alive === 0 ? 100 : (killed / (killed + alive)) * 100;
}

/** How many mutants of a report ended how. */
function count(mutants) {
  const of = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    killed: of("Killed", "Timeout"),
    alive: of("Survived", "NoCoverage"),
    ignored: of("Ignored"),
    untried: of("RuntimeError", "CompileError", "Pending"),
  };
}

function tell(room, counts) {
  row(room, `${share(counts).toFixed(1)} %`, counts.killed, counts.alive, counts.ignored, counts.untried);
}

function survivors(report) {
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split("\n");
    for (const { status, location, mutatorName, replacement } of mutants) {
      if (status !== "Survived" && status !== "NoCoverage") continue;
      const { start, end } = location;
      const was = lines[start.line - 1].slice(
        start.column - 1,
        start.line === end.line ? end.column - 1 : undefined,
      );
      console.log(
        `  ${file}:${start.line} ${mutatorName}: ${was.trim()} -> ${replacement.replace(/\s+/g, " ")}`,
      );
    }
  }
}

const total = { killed: 0, alive: 0, ignored: 0, untried: 0 };
const todo = chosen();
if (todo.length > 0) row("room", "score", "dead", "alive", "ignored", "untried");
for (const [room, files] of todo) {
  const report = attempt(room, files);
  if (report === undefined) continue;
  const counts = count(Object.values(report.files).flatMap(({ mutants }) => mutants));
  for (const name of Object.keys(total)) total[name] += counts[name];
  tell(room, counts);
  if (options.list === true || options.since !== undefined) survivors(report);
}
if (todo.length > 1) tell("all", total);
