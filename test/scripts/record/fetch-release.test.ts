import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "keyscope-test-fetch-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

// A registry in small: an `npm` that packs a release, and installs what it is asked for unless that is gone.
const manifest = { name: "openclaw", dependencies: { zod: "^4.0.0", json5: "1.0.0", express: "*" } };
mkdirSync(join(root, "bin"));
mkdirSync(join(root, "package"));
writeFileSync(join(root, "package", "package.json"), JSON.stringify(manifest));
execFileSync("tar", ["-czf", join(root, "release.tgz"), "-C", root, "package"]);
writeFileSync(
  join(root, "bin", "npm"),
  `#!${process.execPath}
const { copyFileSync, mkdirSync } = require("node:fs");
const [command, ...words] = process.argv.slice(2);
if (command === "pack") copyFileSync(${JSON.stringify(join(root, "release.tgz"))}, words[0].replace("@", "-") + ".tgz");
const packages = command === "install" ? words.filter((word) => !word.startsWith("-")) : [];
if (packages.includes("json5@1.0.0")) process.exit(1);
for (const name of packages) mkdirSync("node_modules/" + name.split("@")[0], { recursive: true });
`,
  { mode: 0o755 },
);

function fetch(directory: string): { packageDirectory: string; missing: readonly string[] } {
  const module = new URL("../../../scripts/record/fetch-release.mjs", import.meta.url).href;
  const script = `
    import { fetchRelease } from ${JSON.stringify(module)};
    console.log(JSON.stringify(fetchRelease("2026.9.6", ${JSON.stringify(directory)})));
  `;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { PATH: [join(root, "bin"), process.env["PATH"]].join(delimiter) },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(printed) as ReturnType<typeof fetch>;
}

describe("fetchRelease", () => {
  it("unpacks a release although a package that it needs is gone, tells which, and takes what is there again", () => {
    const directory = join(root, "kept");
    const fetched = fetch(directory);
    expect(fetched.missing).toEqual(["json5"]);
    expect(existsSync(join(fetched.packageDirectory, "package.json"))).toBe(true);
    expect(existsSync(join(directory, "node_modules", "zod"))).toBe(true);
    expect(existsSync(join(directory, "node_modules", "express"))).toBe(false);
    expect(fetch(directory)).toEqual(fetched);
  });
});
