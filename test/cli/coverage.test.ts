import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverage, suggestInputs, toLcov, type Question } from "../../src/analysis/index.ts";
import { parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope, root } from "./keyscope.ts";

const config = "examples/openclaw.json5";
const edition = ["--edition", "2026-11"];
const source = readFileSync(root + config, "utf8");
const policy = parsePolicy(source, { edition: "2026-11" });
// One input may be that of several parts.
const suggested = [
  ...new Map(suggestInputs(policy).map(({ input }) => [JSON.stringify(input), input])).values(),
];
const one: readonly Question[] = [
  { ask: "resolution", request: { channel: "slack", chatType: "channel", peer: "C1" } },
];

async function covered(inputs: readonly Question[], more: readonly string[]) {
  return keyscope(["coverage", config, "-", ...edition, ...more], { input: JSON.stringify(inputs) });
}

describe("keyscope coverage", () => {
  it("tells what the library tells", async () => {
    const ended = await covered(one, ["--json"]);
    expect(jsonOf(ended)).toEqual(coverage(policy, one));
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("says it in words", async () => {
    const { out } = await covered(one, []);
    expect(out).toContain("1  binding   bindings[0]\n");
    expect(out).toContain("0  rule      session.sendPolicy.rules[0]\n");
    expect(out).toMatch(/\nCovered: \d+ of \d+\. Inputs: 1\.\n$/);
  });

  it("counts settings that decide, where a config has nothing else", async () => {
    const doors = fileOf('{ channels: { telegram: { dmPolicy: "pairing" } }, tools: { deny: ["exec"] } }');
    const inputs = fileOf('[{ "ask": "tool", "request": { "tool": "exec", "agentId": "main" } }]');
    const { out } = await keyscope(["coverage", doors, inputs, ...edition]);
    expect(out).toBe(
      "0  setting  channels.telegram.dmPolicy\n1  setting  tools.deny\nCovered: 1 of 2. Inputs: 1.\n",
    );
    const suggested = await keyscope(["coverage", doors, inputs, ...edition, "--suggest"]);
    // Somebody who was paired, and somebody who was not.
    expect(jsonOf(suggested)).toMatchObject([{ ask: "access" }, { ask: "access" }]);
  });

  it("shows what a message that asks nothing may ask", async () => {
    const message = { channel: "telegram", chatType: "direct", peer: "7" };
    const { err, exitCode } = await keyscope([
      "coverage",
      config,
      fileOf(JSON.stringify(message)),
      ...edition,
    ]);
    expect(err).toContain(
      'write {"ask":"resolution","request":{"channel":"telegram","chatType":"direct","peer":"7"}}',
    );
    expect(exitCode).toBe(2);
  });

  it("says so where there is nothing to cover", async () => {
    const { out } = await keyscope(["coverage", fileOf("{}"), "-", ...edition], { input: "[]" });
    expect(out).toBe("Covered: nothing, because no part of the config decides. Inputs: 0.\n");
  });

  it("prints an LCOV record", async () => {
    const { out } = await covered(one, ["--lcov"]);
    expect(out).toBe(toLcov(coverage(policy, one), source, config));
  });

  it("suggests inputs that cover everything, and that can be recorded as they are", async () => {
    const { exitCode, out } = await keyscope(["coverage", config, ...edition, "--suggest"]);
    expect(JSON.parse(out)).toEqual(suggested);
    expect(exitCode).toBe(0);
    const inputs = fileOf(out);
    const again = await keyscope(["coverage", config, inputs, ...edition, "--fail-on", "uncovered"]);
    expect(again).toMatchObject({ exitCode: 0, err: "" });
    expect(again.out).toMatch(/Covered: (\d+) of \1\./);
    expect(await keyscope(["pin", config, inputs, ...edition])).toMatchObject({ exitCode: 0, err: "" });
  });

  it("suggests an input once that several settings share", async () => {
    const open = fileOf('{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }');
    const { out } = await keyscope(["coverage", open, ...edition, "--suggest"]);
    expect(JSON.parse(out)).toEqual([
      { ask: "access", request: { channel: "telegram", chatType: "direct", peer: "1" } },
    ]);
  });

  it("counts parts of some kinds alone", async () => {
    const { out } = await covered(one, ["--only", "binding"]);
    expect(out).not.toMatch(/ (?:rule|setting) /);
    expect(out).toMatch(/^1 {2}binding {2}bindings\[0\]$/m);
  });

  it("suggests only what is missing", async () => {
    expect(jsonOf(await covered(suggested.slice(1), ["--suggest"]))).toEqual(suggested.slice(0, 1));
    expect(jsonOf(await covered(suggested, ["--suggest", "--json"]))).toEqual([]);
  });

  it.each<[string, readonly Question[], number]>([
    ["is not covered", suggested.slice(1), 1],
    ["is covered", suggested, 0],
  ])("ends as --fail-on says where something %s", async (_what, inputs, exitCode) => {
    expect(await covered(inputs, ["--fail-on", "uncovered"])).toMatchObject({ exitCode, err: "" });
  });

  it.each<[string, readonly string[], string]>([
    // One file is that of the inputs, and the config is the one that OpenClaw would read.
    ["nothing to cover with", [], "openclaw.json, which OpenClaw would read: name a config"],
    ["an input that is none", ["package.json"], "[0].ask"],
    ["an occasion that there is not", ["--suggest", "--fail-on", "covered"], "did you mean `uncovered`?"],
  ])("refuses %s", async (_what, words, message) => {
    const { err, exitCode, out } = await keyscope(["coverage", config, ...words, ...edition]);
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});
