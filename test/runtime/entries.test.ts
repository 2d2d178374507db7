import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { entries } from "../docs/entries.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Runs a program that imports the built package by its name, as Node finds it in a folder. */
function printedBy(program: string, cwd = root, options: readonly string[] = []): unknown {
  const words = [...options, "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

/** The built package in a folder of its own, where it finds a `json5` that reads every text as the same config. */
function installedBesideAnotherJson5(): string {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ["dist", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, "node_modules/json5"), { recursive: true });
  for (const name of Object.keys(manifest.dependencies).map((name) => name.split("/")[0] ?? ""))
    if (name !== "json5")
      symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "dir");
  const json5 = `exports.parse = () => ({ session: { dmScope: "per-peer" } });`;
  writeFileSync(join(folder, "node_modules/json5/index.js"), json5);
  return folder;
}

describe("the package in Node", () => {
  it.each([...entries])("%s exports what its source exports, from one of a few files", (specifier, names) => {
    const program = `
      const names = Object.keys(await import("${specifier}"));
      console.log(JSON.stringify([import.meta.resolve("${specifier}"), names]));
    `;
    const [file, exported] = printedBy(program) as [string, string[]];
    expect(file).toContain("/dist/node/");
    expect(exported.sort()).toEqual(Object.keys(names).sort());
    const shared = readdirSync(join(root, "dist/node")).filter((name) => name.endsWith(".js"));
    expect(shared.length).toBeLessThan(2 * entries.size);
  });

  it("can be required from CommonJS", () => {
    const program = `
      import { createRequire } from "node:module";
      const { isEdition } = createRequire(import.meta.url)("keyscope");
      console.log(isEdition("2026-11"));
    `;
    expect(printedBy(program, root, ["--no-warnings"])).toBe(true);
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

it.each(["node", "module"])("takes its dependencies from where it is installed (%s)", (condition) => {
  const program = `
    import { parsePolicy } from "keyscope";
    const { config } = parsePolicy("{ /* no plain JSON */ }", { edition: "2026-11" });
    console.log(JSON.stringify(config.session));
  `;
  const folder = installedBesideAnotherJson5();
  expect(printedBy(program, folder, [`--conditions=${condition}`])).toEqual({ dmScope: "per-peer" });
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

it("explains what an analysis found without carrying the analysis", () => {
  const { metafile } = buildSync({
    stdin: { contents: `export { explain } from "keyscope"`, resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
  });
  const carried = Object.entries(metafile.outputs).flatMap(([, { inputs }]) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : [])),
  );
  expect(carried.filter((file) => file.startsWith("dist/analysis/")).sort()).toEqual([
    "dist/analysis/channel-names.js",
    "dist/analysis/compare/explain.js",
    "dist/analysis/doors/explain.js",
    "dist/analysis/enumeration.js",
    "dist/analysis/explain-decision.js",
    "dist/analysis/exposure/explain.js",
    "dist/analysis/log/log-finding.js",
    "dist/analysis/migration/migration.js",
  ]);
});
