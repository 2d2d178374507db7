import { spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { emptyHome, fileOf, root } from "./keyscope.ts";

/** Starts a command that goes on, and waits for what it says. */
function start(words: readonly string[]) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["dist/cli/keyscope.js", ...words], {
    cwd: root,
    env: { PATH, HOME: emptyHome },
  });
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (said += data.toString()));
  return async (text: string) => {
    await vi.waitFor(() => expect(said).toContain(text), { timeout: 10_000, interval: 20 });
    const end = said.indexOf(text) + text.length;
    said = said.slice(end);
  };
}

const edition = ["--edition", "2026-11", "--watch"];

describe("keyscope --watch", () => {
  it("answers again when the config changes, also while it is none", async () => {
    const config = fileOf("{}", "openclaw.json5");
    const says = start(["validate", config, ...edition]);
    await says("is a valid config");
    await says("Waiting for a change of ");
    writeFileSync(config, "{");
    await says("is not a valid config");
    await says("Waiting for a change of ");
    // As editors do that write another file first.
    writeFileSync(`${config}.new`, "{ session: { dmScope: 'per-peer' } }");
    renameSync(`${config}.new`, config);
    await says("is a valid config");
  }, 20_000);

  it("answers again when a file changes that the config includes, or comes", async () => {
    const config = fileOf("{ session: { $include: './session.json5' } }");
    const says = start(["validate", config, ...edition]);
    await says("there is no file ");
    await says("Waiting for a change of ");
    writeFileSync(join(dirname(config), "session.json5"), "{ dmScope: 'per-per' }");
    await says("did you mean `per-peer`?");
  }, 20_000);
});
