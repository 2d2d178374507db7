import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";
import { isDependency } from "./dependencies.mjs";

const script = fileURLToPath(new URL("answer-lines.mjs", import.meta.url));

/**
 * Lets an unpacked release answer the lines of an area, each in its own time zone. A function that takes longer
 * than `seconds`, to load or to answer, is told and passed over. What called a package that answers need and
 * that could not be had is no answer.
 */
export async function recordArea(packageDirectory, area, lines, { seconds, progress = () => undefined }) {
  const answers = [];
  const leftOut = {};
  const failures = new Map();
  const take = ({ index, answer, called }) => {
    if (!called.some(isDependency)) answers[index] = answer;
    for (const module of called) (leftOut[lines[index].fn] ??= {})[module] = true;
  };
  for (const zone of new Set(lines.map(({ timeZone }) => timeZone ?? "UTC"))) {
    const passedOver = [];
    for (;;) {
      progress(`${area} in ${zone}`);
      const stopped = await ask({ packageDirectory, area, zone, passedOver, seconds }, (message) => {
        if (message.at !== undefined) progress(`${area} in ${zone}: ${message.at}`);
        else if (message.failure !== undefined) failures.set(...message.failure);
        else take(message);
      });
      if (stopped === undefined) break;
      failures.set(stopped.at ?? area, stopped.why);
      if (stopped.at === undefined || passedOver.includes(stopped.at)) break;
      passedOver.push(stopped.at);
    }
  }
  return { answers, leftOut, failures };
}

/** Asks a process of its own. Where that ends before it is done: at which function, and why. */
async function ask({ packageDirectory, area, zone, passedOver, seconds }, hear) {
  const home = mkdtempSync(join(tmpdir(), "keyscope-answers-"));
  const child = spawn(process.execPath, [script, packageDirectory, area, zone, ...passedOver], {
    // A home of its own: whatever a release reads there, it finds nothing.
    env: { PATH: process.env.PATH, HOME: home, TZ: zone, OPENCLAW_LOG_LEVEL: "silent" },
    cwd: home,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let at;
  let late = false;
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (errors = (errors + text).slice(-2000)));
  const end = () => {
    late = true;
    child.kill("SIGKILL");
  };
  let timer;
  const ended = new Promise((resolve) => child.on("close", resolve));
  for await (const row of createInterface({ input: child.stdio[3] })) {
    const message = parsed(row);
    if (message === undefined) continue;
    hear(message);
    if (message.at === undefined) continue;
    at = message.at;
    clearTimeout(timer);
    timer = setTimeout(end, seconds * 1000);
  }
  const status = await ended;
  clearTimeout(timer);
  rmSync(home, { recursive: true });
  if (late) return { at, why: `it was not done after ${seconds} seconds` };
  return status === 0 ? undefined : { at, why: `the process ended with ${status}: ${errors}` };
}

/** A row may be cut off where its process was ended. */
function parsed(row) {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
