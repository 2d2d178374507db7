import { describe, expect, it } from "vitest";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const edition = ["--edition", "2026-11"];
const doubtful = "{\n  session: {\n    // By day.\n    reset: { mode: 'daily' },\n  },\n}\n";
const wrong =
  "{\n  session: {\n    dmScope: 'per-per',\n  },\n  tools: {\n    sessions: {\n      visibility: 'everything',\n    },\n  },\n}\n";

describe("keyscope validate", () => {
  it("tells what is wrong with its line, what to write, and the verdict", async () => {
    const file = fileOf(wrong);
    const { err, exitCode, out } = await keyscope(["validate", file, ...edition]);
    expect(out).toMatch(/^line 3 {2}error {2}session\.dmScope: /);
    expect(out).toMatch(/\nline 7 {2}error {2}tools\.sessions\.visibility: /);
    expect(out).toContain("did you mean `per-peer`?");
    expect(out).toMatch(
      new RegExp(`\n\n${file} is not a valid config under 2026-11\\. Found: 2 errors\\.\n$`),
    );
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 1 });
  });

  it("tells the same to programs, and which edition was asked", async () => {
    const { exitCode, out } = await keyscope(["validate", "-", ...edition, "--json"], { input: wrong });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      edition: "2026-11",
      issues: [
        { path: "session.dmScope", severity: "error", line: 3 },
        { path: "tools.sessions.visibility", line: 7 },
      ],
    });
    expect(exitCode).toBe(1);
  });

  it.each<[string, string, readonly string[], number]>([
    ["what is doubtful", doubtful, [], 0],
    ["what is doubtful, where that is asked", doubtful, ["--fail-on", "warning"], 1],
    [
      "what is doubtful, unless it is not asked about",
      doubtful,
      ["--fail-on", "warning", "--only", "error"],
      0,
    ],
    ["nothing", "{}", ["--fail-on", "warning", "--time-zone", "UTC"], 0],
    ["text that is no JSON5", "{", [], 1],
    ["an edition that there is not", "{}", ["--edition", "2026-12"], 1],
  ])("fails, or not, on %s", async (_what, text, more, exitCode) => {
    expect((await keyscope(["validate", fileOf(text), ...edition, ...more])).exitCode).toBe(exitCode);
  });

  it("points at the place that includes what is wrong elsewhere", async () => {
    const file = fileOf("{\n  session: { $include: './nowhere.json5' },\n}");
    expect(jsonOf(await keyscope(["validate", file, ...edition, "--json"]))).toMatchObject({
      issues: [{ code: "unreadable-include", line: 2 }],
    });
  });
});
