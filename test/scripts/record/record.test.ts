import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const command = fileURLToPath(new URL("../../../scripts/record/record.mjs", import.meta.url));

describe("record", () => {
  it.each([
    ["no release", []],
    ["a release without its package", ["2026.9.6"]],
    ["something that is no release", ["openclaw@latest"]],
    ["two releases", ["openclaw@2026.9.5", "openclaw@2026.9.6"]],
    ["an unknown option", ["openclaw@2026.9.6", "--force"]],
    ["a comparison with no release", ["openclaw@2026.9.6", "--against", "latest"]],
    ["a limit that is none", ["openclaw@2026.9.6", "--seconds", "0"]],
  ])("refuses %s with 2 and tells its usage", (_, given) => {
    const { status, stderr } = spawnSync(process.execPath, [command, ...given], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("Usage: npm run record -- openclaw@<release>");
  });

  it("lists how much of each release is on record", () => {
    const { status, stdout } = spawnSync(process.execPath, [command, "--on-record"], { encoding: "utf8" });
    const rows = stdout.trimEnd().split("\n");
    expect(status).toBe(0);
    expect(rows[0]).toMatch(/^release +functions +lines$/);
    expect(rows).toContainEqual(expect.stringMatching(/^2026\.9\.6 +\d+ +\d+$/));
    expect(rows.at(-1)).toMatch(/^of +\d+ +\d+$/);
  });
});
