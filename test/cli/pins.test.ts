import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPins, recordPins, type PinDocument, type Question } from "../../src/analysis/index.ts";
import { parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope, root } from "./keyscope.ts";

const config = "examples/openclaw.json5";
const other = "test/configs/personal.json5";
const edition = ["--edition", "2026-11"];

/** A question of each kind, with whatever stands in files. */
const inputs: readonly Question[] = [
  { ask: "resolution", request: { channel: "telegram", chatType: "direct", peer: "111222333" } },
  {
    ask: "reset",
    request: { key: "agent:main:telegram:direct:1", chatType: "direct", event: "user-message" },
    times: { updatedAt: 1_772_442_000_000 },
    now: 1_772_502_000_000,
  },
  { ask: "send", request: { key: "agent:main:discord:channel:500", override: "inherit", stored: {} } },
  { ask: "memory-search", request: { key: "agent:main:main", chatType: "direct" } },
  {
    ask: "visibility",
    request: {
      action: "list",
      requester: { key: "agent:main:main", spawned: ["agent:main:subagent:1"] },
      target: "agent:main:subagent:1",
      spawnedBy: {},
    },
  },
  {
    ask: "access",
    request: { channel: "slack", chatType: "channel", peer: "C1", sender: "U1", mentioned: true },
  },
  { ask: "tool", request: { tool: "exec", agentId: "main", subagent: { spawnDepth: 1 } } },
  {
    ask: "exec",
    request: {
      command: "ls",
      file: { defaults: { security: "allowlist" }, agents: { main: { allowlist: [{ pattern: "ls" }] } } },
      segments: [{ resolution: { rawExecutable: "ls", executableName: "ls" }, argv: ["ls"] }],
    },
  },
  { ask: "sandbox", request: { action: "tool", tool: "exec", key: "agent:main:main" } },
];

function documentOf(timeZone?: string): PinDocument {
  const source = readFileSync(root + config, "utf8");
  const policy = parsePolicy(source, { edition: "2026-11", ...(timeZone !== undefined && { timeZone }) });
  return recordPins(policy, inputs);
}

describe("keyscope pin", () => {
  it.each([
    ["a list", JSON.stringify(inputs)],
    ["an input a line", inputs.map((input) => JSON.stringify(input)).join("\n")],
  ])("records what the library records, asked by %s", async (_what, input) => {
    const ended = await keyscope(["pin", config, "-", ...edition], { input });
    expect(ended).toEqual({ exitCode: 0, out: `${JSON.stringify(documentOf(), null, 2)}\n`, err: "" });
  });

  it.each<[string, unknown, string, string]>([
    ["a question that there is not", { ask: "resloution" }, "[0].ask", "did you mean `resolution`?"],
    ["a question without a request", { ask: "send" }, "[0].request", "an object"],
    [
      "a fact of the wrong type",
      { ask: "tool", request: { tool: 7 } },
      "[0].request.tool",
      'write it in quotes: "7"',
    ],
    [
      "a slip of the pen",
      { ask: "send", request: { key: "k", overide: "deny" } },
      "[0].request.overide",
      "`override`",
    ],
    ["a reset without its time", { ask: "reset", request: { key: "k" }, times: {} }, "[0].now", "a number"],
    ["what is no input", 7, "[0]", "an object"],
  ])("refuses %s", async (_what, input, path, hint) => {
    const { err, exitCode, out } = await keyscope(["pin", config, fileOf(input), ...edition]);
    expect(err).toContain(`  error  ${path}: `);
    expect(err).toContain(hint);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});

describe("keyscope check", () => {
  it.each<[string, string | undefined]>([
    ["no zone was named", undefined],
    ["a zone was named", "Asia/Tokyo"],
    ["UTC was named", "UTC"],
  ])(
    "passes what is decided as before, under the edition and the zone of the pins: %s",
    async (_what, timeZone) => {
      const ended = await keyscope(["check", fileOf(documentOf(timeZone)), config]);
      expect(ended).toEqual({ exitCode: 0, out: "Pins: 9. Drifts: none.\n", err: "" });
    },
  );

  it("tells the drifts that the library tells", async () => {
    const document = documentOf();
    const policy = parsePolicy(readFileSync(root + other, "utf8"), { edition: "2026-11" });
    const drifts: unknown = JSON.parse(JSON.stringify(checkPins(document, policy)));
    const ended = await keyscope(["check", fileOf(document), other, "--json"]);
    expect(jsonOf(ended)).toEqual({ pins: 9, drifts });
    expect(ended).toMatchObject({ exitCode: 1, err: "" });
  });

  it("says them in words", async () => {
    const { out } = await keyscope(["check", fileOf(documentOf()), other]);
    expect(out).toMatch(/^re-keys {2}Pin 0 \(resolution\)/m);
    expect(out).toContain("\n  now: The direct message of telegram");
    expect(out).toMatch(/\nPins: 9\. Drifts: .*re-keys 1/);
  });

  it("tells of drifts that are alike the first, of many explanations how many, and each when asked to", async () => {
    const peers = Array.from({ length: 5 }, (_, index) => String(index));
    const asked = peers.flatMap((peer): readonly Question[] => [
      { ask: "resolution", request: { channel: "telegram", chatType: "direct", peer } },
      { ask: "send", request: { key: `agent:main:discord:channel:${peer}` } },
    ]);
    const source = "{ session: { dmScope: 'per-peer', sendPolicy: { default: 'allow' } } }";
    const pins = fileOf(recordPins(parsePolicy(source, { edition: "2026-11" }), asked));
    const next = fileOf("{ session: { dmScope: 'per-channel-peer' } }");
    const { out } = await keyscope(["check", pins, next]);
    expect(out).toContain("is not found. And 4 more like it.\n");
    expect(out).toContain(
      "explanation  send 5. The decisions are the same; the reasons, or the settings that decided, are not.\n",
    );
    const all = await keyscope(["check", pins, next, "--verbose"]);
    expect(all.out.match(/^(re-keys|explanation) {2}Pin/gm)).toHaveLength(10);
  });

  it.each<[string, string, number]>([
    ["a risk that a drift has", "widens,re-keys", 1],
    ["a risk that none has", "narrows", 0],
  ])("fails on %s", async (_what, risks, exitCode) => {
    const kept: PinDocument = { ...documentOf(), pins: documentOf().pins.slice(0, 3) };
    const words = ["check", "-", other, "--fail-on", risks];
    expect(await keyscope(words, { input: JSON.stringify(kept) })).toMatchObject({ exitCode, err: "" });
  });

  it("tells what another edition would change", async () => {
    const words = ["check", fileOf(documentOf()), other, "--edition", "openclaw@2026.9.6"];
    const { exitCode, out } = await keyscope(words);
    expect(out).toContain("They were recorded under edition 2026-11, and this is openclaw@2026.9.6.");
    expect(exitCode).toBe(1);
  });

  it.each<[string, unknown, readonly string[], string]>([
    ["what are no pins", {}, [], "pins: expected a list, found nothing"],
    [
      "pins with an input that is none",
      { ...documentOf(), pins: [{ input: {}, decision: { kind: "send" } }] },
      [],
      "pins[0].input.ask",
    ],
    [
      "pins of an edition that there is not",
      { ...documentOf(), edition: "2026-12" },
      [],
      "the nearest known ones are 2026-11",
    ],
    ["a risk that there is not", documentOf(), ["--fail-on", "widen"], "did you mean `widens`?"],
  ])("refuses %s", async (_what, document, more, message) => {
    const { err, exitCode, out } = await keyscope(["check", fileOf(document), config, ...more]);
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});
