import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import * as source from "../../src/index.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Runs a program that imports the built package by its name, as Node finds it. */
function printedBy(program: string): unknown {
  const words = ["--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("the package in Node", () => {
  it("is loaded as a few files that export what the source exports", () => {
    const program = `
      import * as keyscope from "keyscope";
      console.log(JSON.stringify([import.meta.resolve("keyscope"), Object.keys(keyscope)]));
    `;
    const [file, names] = printedBy(program) as [string, string[]];
    expect(file).toMatch(/\/dist\/node\/index\.js$/);
    expect(names.sort()).toEqual(Object.keys(source).sort());
  });

  it("is one library, whichever entry is imported", () => {
    // A policy that one entry read is evaluated by functions of another.
    const program = `
      import { parsePolicy } from "keyscope";
      import { decisionTable } from "keyscope/testing";
      const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
      const request = { channel: "irc", chatType: "direct", peer: "ann" };
      const row = { why: "its own", ask: "resolution", request, expect: { key: "agent:main:irc:direct:ann" } };
      console.log(JSON.stringify(decisionTable(policy, [row]).map(({ check }) => check().message)));
    `;
    expect(printedBy(program)).toEqual([""]);
  });
});

it("passes on the licence of each package that Node's files hold", () => {
  const carried = new Set(
    readdirSync(join(root, "dist/node"))
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [
        ...readFileSync(join(root, "dist/node", file), "utf8").matchAll(
          /^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)/gm,
        ),
      ])
      .map(([, name = ""]) => name),
  );
  const licences = readFileSync(join(root, "dist/node/LICENSES.txt"), "utf8");
  expect([...carried].sort()).toEqual(["@noble/hashes", "json5", "zod"]);
  for (const name of carried) expect(licences).toContain(`${name} `);
});

it("is taken by bundlers file by file, for Node too", () => {
  const { metafile } = buildSync({
    stdin: { contents: `export { resolveSession } from "keyscope"`, resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
  });
  expect(Object.keys(metafile.inputs)).toContain("dist/scope/session/resolve-session.js");
});
