import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const config = "{ channels: { slack: {} } }";
const move = ["--edition", "openclaw@2026.3.7", "--to", "2026-11"];
const key = "agent:main:slack:channel:c1";
const entry = { sessionId: "1", updatedAt: 5, origin: { provider: "slack", from: "slack:channel:C1" } };
const renamed = { action: "rename", from: key, to: "agent:main:slack:channel:C1" };

function migrate(file: string, more: readonly string[] = ["--json"]) {
  return keyscope(["migrate", fileOf(config), file, ...move, ...more]);
}

describe("the stored sessions of a file", () => {
  it.each<readonly [string, unknown]>([
    ["sessions.json as OpenClaw writes it", JSON.stringify({ [key]: entry }, null, 2)],
    ["a list of entries", [{ key, ...entry }]],
    ["an entry a line", `${JSON.stringify({ sessionKey: key, ...entry })}\n`],
    ["what openclaw sessions --json prints", { count: 1, sessions: [{ key, ...entry }] }],
  ])("are read from %s", async (_, store) => {
    expect(jsonOf(await migrate(fileOf(store)))).toMatchObject({ migrations: [renamed], unread: [] });
  });

  it.each<readonly [string, string, string]>([
    ["a config", config.replaceAll("channels", '"channels"').replace("slack", '"slack"'), "it is a config"],
    ["a broken sessions.json", `{\n  "${key}": {\n`, "it begins like JSON and is not JSON"],
    ["a transcript", '{"type":"session"}\n', "it names no session"],
  ])("are not looked for in %s", async (_, text, message) => {
    const ended = await migrate(fileOf(text));
    expect(ended).toMatchObject({ exitCode: 2, out: "" });
    expect(ended.err).toContain(message);
  });

  it("are read though some rows are none, which are named", async () => {
    const store = fileOf({ [key]: entry, "agent:main:main": 5, "agent:main:x": { chatType: 7 } });
    const named = [
      { path: '["agent:main:main"]', reason: "no-entry" },
      { path: '["agent:main:x"].chatType', reason: "malformed-field" },
    ];
    expect(jsonOf(await migrate(store))).toMatchObject({ unread: named });
    const { out } = await migrate(store, []);
    expect(out).toContain(
      'Not read: ["agent:main:main"] (no entry), ["agent:main:x"].chatType (not of the type',
    );
  });
});

describe("the inputs of a file", () => {
  const bindings = "{ bindings: [{ agentId: 'main', match: { channel: 'slack' } }] }";
  const covered = async (inputs: unknown, more: readonly string[] = ["--json"]) =>
    keyscope(["coverage", fileOf(bindings), fileOf(inputs), "--edition", "2026-11", ...more]);

  it.each<readonly [string, unknown]>([
    ["stored sessions, which pose some", { [key]: entry }],
    ["keys, which do, too", "agent:main:slack:channel:C1\n"],
    ["questions", [{ ask: "resolution", request: { channel: "slack", chatType: "channel", peer: "C1" } }]],
  ])("are %s", async (_, inputs) => {
    expect(jsonOf(await covered(inputs))).toMatchObject({ uncovered: [] });
  });

  it("are refused as questions where they are neither", async () => {
    const ended = await covered([{ request: {} }]);
    expect(ended.exitCode).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ issues: [{ path: "[0].ask" }] });
  });

  it("name what of a store could not be read", async () => {
    const { out } = await covered({ [key]: entry, "agent:main:main": 5 }, []);
    expect(out).toContain('Not read: ["agent:main:main"] (no entry).');
  });

  it("name it beside a document, too", async () => {
    const inputs = fileOf({ [key]: entry, "agent:main:main": 5 });
    const pin = ["pin", fileOf(bindings), inputs, "--edition", "2026-11"];
    const { err, out } = await keyscope(pin);
    expect(err).toBe('keyscope: Not read: ["agent:main:main"] (no entry).\n');
    expect(JSON.parse(out)).toBeDefined();
    expect(await keyscope([...pin, "--quiet"])).toEqual({ exitCode: 0, out: "", err: "" });
  });
});

describe("a large store", () => {
  const sessions = 200;
  // What entries mostly consist of, and what nobody asks here.
  const snapshot = { prompt: "A skill. ".repeat(30_000) };

  async function written(open: string, row: (index: number) => string, end: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "keyscope-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, "sessions.json");
    const file = createWriteStream(path);
    file.write(open);
    for (let index = 0; index < sessions; index += 1) if (!file.write(row(index))) await once(file, "drain");
    file.end(end);
    await once(file, "finish");
    return path;
  }

  const rowOf = (index: number) => ({
    ...entry,
    skillsSnapshot: snapshot,
    lastTo: `channel:C${index}`,
    origin: undefined,
  });
  const keyOf = (index: number) => `agent:main:slack:channel:c${index}`;
  const separator = (index: number) => (index + 1 < sessions ? ",\n" : "\n");

  it.each<readonly [string, string, (index: number) => string, string]>([
    [
      "one object",
      "{\n",
      (index) => `  "${keyOf(index)}": ${JSON.stringify(rowOf(index))}${separator(index)}`,
      "}\n",
    ],
    [
      "one list",
      "[\n",
      (index) => `${JSON.stringify({ key: keyOf(index), ...rowOf(index) })}${separator(index)}`,
      "]\n",
    ],
    ["a row a line", "", (index) => `${JSON.stringify({ key: keyOf(index), ...rowOf(index) })}\n`, ""],
  ])(
    "is read row by row from %s, in less memory than it takes itself",
    async (_, open, row, end) => {
      const file = await written(open, row, end);
      // The file is of 54 MB; as one text it would take as many, and twice as many while it is read.
      const env = { NODE_OPTIONS: "--max-old-space-size=40" };
      const ended = await keyscope(
        ["migrate", fileOf("{ channels: { slack: {} } }"), file, ...move, "--json"],
        { env },
      );
      expect({ ...ended, out: "" }).toEqual({ exitCode: 0, err: "", out: "" });
      const { migrations } = jsonOf(ended) as { migrations: readonly unknown[] };
      expect(migrations).toHaveLength(sessions);
      expect(migrations[7]).toMatchObject({ action: "rename", to: "agent:main:slack:channel:C7" });
    },
    60_000,
  );

  it("is refused where it is broken at its end", async () => {
    const file = await written("{\n", (index) => `"${keyOf(index)}": ${JSON.stringify(rowOf(index))},\n`, "");
    const ended = await migrate(file);
    expect(ended).toMatchObject({ exitCode: 2, out: "" });
    expect(ended.err).toContain("it begins like JSON and is not JSON");
  }, 60_000);
});
