import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("answer-lines.mjs", import.meta.url));

/** Lets an unpacked release answer the lines of an area, each in its own time zone. */
export function recordArea(packageDirectory, area, lines) {
  const answers = [];
  const leftOut = {};
  const failures = new Map();
  for (const zone of new Set(lines.map(({ timeZone }) => timeZone ?? "UTC"))) {
    const heard = answersIn(zone, packageDirectory, area);
    for (const [index, answer] of heard.answers) answers[index] = answer;
    for (const [fn, modules] of Object.entries(heard.leftOut)) leftOut[fn] = { ...leftOut[fn], ...modules };
    for (const [fn, error] of heard.failures) failures.set(fn, error);
  }
  return { answers, leftOut, failures };
}

function answersIn(zone, packageDirectory, area) {
  const directory = mkdtempSync(join(tmpdir(), "keyscope-answers-"));
  try {
    const file = join(directory, "answers.json");
    const { status, stderr } = spawnSync(process.execPath, [script, packageDirectory, area, zone, file], {
      // A home of its own: whatever a release reads there, it finds nothing.
      env: { PATH: process.env.PATH, HOME: directory, TZ: zone, OPENCLAW_LOG_LEVEL: "silent" },
      cwd: directory,
      encoding: "utf8",
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    if (status !== 0) throw new Error(`The release could not be asked about ${area}:\n${stderr}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
