import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";
import { isNeeded } from "./dependencies.mjs";

const script = fileURLToPath(new URL("answer-lines.mjs", import.meta.url));

/**
 * Lets an unpacked release answer the lines of an area. A function that takes longer than `seconds`, to load or to
 * answer, is told and passed over. What called something that answers need and that could not be had is no answer.
 */
export async function recordArea(packageDirectory, area, lines, { seconds, progress = () => undefined }) {
  const answers = [];
  const leftOut = {};
  const failures = new Map();
  const hear = ({ at, failure, index, answer, called, done }) => {
    if (done) return;
    if (at !== undefined) return progress(`${area}: ${at}`);
    if (failure !== undefined) return failures.set(...failure);
    if (!called.some(isNeeded)) answers[index] = answer;
    for (const module of called) (leftOut[lines[index].fn] ??= {})[module] = true;
  };
  progress(area);
  const passedOver = [];
  for (;;) {
    const stopped = await ask([packageDirectory, area, ...passedOver], seconds, hear);
    if (stopped === undefined) return { answers, leftOut, failures };
    const { at, why } = stopped;
    if (at === undefined || passedOver.includes(at))
      throw new Error(`The release could not be asked about ${area}: ${why}`);
    failures.set(at, why);
    passedOver.push(at);
  }
}

/** Asks a process of its own. Where that ends before it is done: at which function, and why. */
async function ask(words, seconds, hear) {
  const home = mkdtempSync(join(tmpdir(), "keyscope-answers-"));
  const child = spawn(process.execPath, [script, ...words], {
    // A home of its own: whatever a release reads there, it finds nothing.
    env: { PATH: process.env.PATH, HOME: home, TZ: "UTC", OPENCLAW_LOG_LEVEL: "silent" },
    cwd: home,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let at;
  let done = false;
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
    done = message.done === true;
    if (message.at === undefined) continue;
    at = message.at;
    clearTimeout(timer);
    timer = setTimeout(end, seconds * 1000);
  }
  const status = await ended;
  clearTimeout(timer);
  rmSync(home, { recursive: true });
  if (done) return undefined;
  return {
    at,
    why: late ? `it was not done after ${seconds} seconds` : `the process ended with ${status}: ${errors}`,
  };
}

/** A row may be cut off where its process was ended. */
function parsed(row) {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
