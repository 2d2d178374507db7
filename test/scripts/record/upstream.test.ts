import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findDefinitions } from "../../../scripts/record/definitions.mjs";

const release = mkdtempSync(join(tmpdir(), "keyscope-test-release-"));

// A release in small: hashed chunks, export aliases, a namesake, a bundled copy, and packages that are not there.
const chunks = {
  "keys-A1.mjs": [
    'import { DatabaseSync } from "node:sqlite";',
    'import { open, noSuchFunction } from "node:fs";',
    'import paint, { bold } from "no-such-package";',
    'import * as kit from "no-such-kit";',
    "class Registry extends kit.Base {}",
    "const style = bold(paint.red(new DatabaseSync().name, noSuchFunction()));",
    "function buildKey(value) {\n\treturn `key:${clean(value)}`;\n}",
    "function clean(value) {\n\treturn value.trim();\n}",
    "function readStore() {\n\tthrow new Error('the disk');\n}",
    "const listPlugins = () => [];",
    "function stored() {\n\treturn [...readStore(), ...listPlugins()];\n}",
    "export { buildKey as t, stored as n };",
  ],
  "extensions/discord/form-E5.js": ["function olderForm() {\n\treturn 'discord';\n}"],
  "whatsapp-form-F6.js": ["function olderForm() {\n\treturn 'whatsapp';\n}", "export { olderForm as f };"],
  "database-L9.js": [
    'import { createRequire } from "node:module";',
    'const { Database } = createRequire(import.meta.url)("node:no-such-part");',
    "function openDatabase() {\n\treturn new Database().name;\n}",
  ],
  "stream-N4.js": [
    'import * as whole from "no-such-stream";',
    "var stream_exports = {};",
    "const __reExport = (target, source) => Object.assign(target, source);",
    "__reExport(stream_exports, whole);",
    "export { stream_exports as t };",
  ],
  "streamed-P5.js": [
    'import { t as stream_exports } from "./stream-N4.js";',
    "class Mine extends stream_exports.Stream {}",
    "function streamed() {\n\treturn typeof Mine;\n}",
  ],
  "reader-H8.js": [
    'import { parse } from "json5";',
    "function readText(text) {\n\treturn parse(text);\n}",
    "function readNothing() {\n\treturn 0;\n}",
  ],
  "group-J1.js": [
    'import { a as allowed } from "./ours-K2.js";',
    "function groupOf() {\n\treturn 'group of ';\n}",
  ],
  "line-M3.js": ["function allowed() {\n\treturn 'another';\n}", "export { allowed as a };"],
  "ours-K2.js": ["function allowed() {\n\treturn 'ours';\n}", "export { allowed as a };"],
  "broken-I9.js": ["throw new Error('it does not load');", "function broken() {}"],
  "other-B2.mjs": ["function buildKey() {\n\treturn 'a namesake';\n}", "export { buildKey as t };"],
  "worker/bundle.js": ["function buildKey() {}", "function clean() {}"],
};
for (const [name, lines] of Object.entries(chunks)) {
  const path = join(release, "dist", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join("\n"));
}
afterAll(() => {
  rmSync(release, { recursive: true });
});

describe("findDefinitions", () => {
  it("finds the chunk that exports a name and most of the others, not its namesakes and copies", () => {
    const found = findDefinitions(release, new Set(["buildKey", "stored", "clean", "absent"]));
    const chunk = [...found].map(([name, [first]]) => [
      name,
      first && fileURLToPath(first.url).slice(release.length),
    ]);
    expect(Object.fromEntries(chunk)).toEqual({
      buildKey: "/dist/keys-A1.mjs",
      stored: "/dist/keys-A1.mjs",
      clean: "/dist/keys-A1.mjs",
    });
  });
});

describe("bindCalls", () => {
  function bound(calls: string, asked: string): unknown {
    const url = (name: string) => new URL(`../../../scripts/record/${name}.mjs`, import.meta.url).href;
    const script = `
      import { bindCalls } from ${JSON.stringify(url("upstream"))};
      import { takeUsed } from ${JSON.stringify(url("inert-value"))};
      const told = [];
      const { bound, failures } = await bindCalls(${JSON.stringify(release)}, ${calls}, (fn) => told.push(fn));
      const call = (fn, ...input) => bound.get(fn)(...input);
      console.log(JSON.stringify(${asked}));
    `;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(printed);
  }

  it("calls a release's functions, whatever else their chunk needs, and the first variant that it has", () => {
    const calls = `{
      key: ({ buildKey }) => ({ value }) => buildKey(value),
      either: [({ absent }) => () => "newer", ({ stored }) => () => "older"],
      replaced: ({ stored, "replace:readStore": replaceStore, "replace:listPlugins": replacePlugins }) => (rows) => {
        replaceStore(() => rows);
        replacePlugins(() => ["a plugin"]);
        return stored();
      },
      absent: ({ absent }) => absent,
    }`;
    expect(
      bound(
        calls,
        '[call("key", { value: " x " }), call("either"), call("replaced", [1]), bound.has("absent"), failures.size, told]',
      ),
    ).toEqual(["key:x", "older", [1, "a plugin"], false, 0, ["key", "either", "replaced"]]);
  });

  it("takes of namesakes the one that another function of the call imports", () => {
    const calls = "{ group: ({ groupOf, allowed }) => () => groupOf() + allowed() }";
    expect(bound(calls, 'call("group")')).toBe("group of ours");
  });

  it("takes the next one where a call says that it was given a namesake", () => {
    const calls = `{
      mine: ({ allowed }) => (allowed?.() === "ours" ? () => allowed() : undefined),
      nobodys: ({ allowed }) => (allowed?.() === "nobody's" ? allowed : undefined),
    }`;
    expect(bound(calls, '[call("mine"), bound.has("nobodys"), failures.size]')).toEqual(["ours", false, 0]);
  });

  it("takes the functions of all channels as a list", () => {
    const calls = '{ forms: ({ "each:olderForm": forms }) => () => forms.map((form) => form()).sort() }';
    expect(bound(calls, 'call("forms")')).toEqual(["discord", "whatsapp"]);
  });

  it("takes no other variant where the one that it has does not load", () => {
    const calls = "{ broken: [({ broken }) => broken, () => () => undefined] }";
    expect(bound(calls, '[bound.has("broken"), String(failures.get("broken"))]')).toEqual([
      false,
      "Error: it does not load",
    ]);
  });

  it("loads a chunk for which something could not be had, and tells what called it", () => {
    const calls = `{
      text: ({ readText }) => readText,
      nothing: ({ readNothing }) => readNothing,
      database: ({ openDatabase }) => openDatabase,
      streamed: ({ streamed }) => streamed,
    }`;
    const asked =
      '[call("nothing"), takeUsed(), (call("text", "{}"), takeUsed()), (call("database"), takeUsed()), call("streamed")]';
    expect(bound(calls, asked)).toEqual([0, [], ["json5"], ["node:no-such-part"], "function"]);
  });
});
