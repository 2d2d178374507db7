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
    "function stored() {\n\treturn readStore();\n}",
    "export { buildKey as t, stored as n };",
  ],
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
    const chunk = [...found].map(([name, url]) => [name, fileURLToPath(url).slice(release.length)]);
    expect(Object.fromEntries(chunk)).toEqual({
      buildKey: "/dist/keys-A1.mjs",
      stored: "/dist/keys-A1.mjs",
      clean: "/dist/keys-A1.mjs",
    });
  });
});

describe("bindCalls", () => {
  it("calls a release's functions, whatever else their chunk needs, and the first variant that it has", () => {
    const script = `
      import { bindCalls } from ${JSON.stringify(new URL("../../../scripts/record/upstream.mjs", import.meta.url).href)};
      const { bound, failures } = await bindCalls(${JSON.stringify(release)}, {
        key: ({ buildKey }) => ({ value }) => buildKey(value),
        either: [({ absent }) => () => "newer", ({ stored }) => () => "older"],
        replaced: ({ stored, "replace:readStore": replace }) => (rows) => (replace(() => rows), stored()),
        absent: ({ absent }) => absent,
      });
      const key = bound.get("key")({ value: " x " });
      console.log(JSON.stringify([key, bound.get("either")(), bound.get("replaced")([1]), bound.has("absent"), failures.size]));
    `;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(JSON.parse(printed)).toEqual(["key:x", "older", [1], false, 0]);
  });
});
