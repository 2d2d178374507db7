import { describe, expect, it } from "vitest";
import { audit, auditUnknowns, toSarif } from "../../src/analysis/index.ts";
import { parsePolicy } from "../../src/index.ts";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileOf, jsonOf, keyscope, root } from "./keyscope.ts";

const dangerous = "test/configs/dangerous.json5";
const edition = ["--edition", "2026-11"];
const source = readFileSync(root + dangerous, "utf8");
const policy = parsePolicy(source, { edition: "2026-11" });
const findings = audit(policy);
const unknown = auditUnknowns(policy);

describe("keyscope audit", () => {
  it("prints what the library finds", async () => {
    const ended = await keyscope(["audit", dangerous, ...edition, "--json"]);
    expect(jsonOf(ended)).toEqual({ findings, unknown });
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("says it in words, each finding with its place and the change that fixes it", async () => {
    const { out } = await keyscope(["audit", dangerous, ...edition]);
    for (const { fix, id, message, path, severity } of findings)
      for (const said of [`${id}  ${path}\n`, message, fix.sentence, severity]) expect(out).toContain(said);
  });

  it("says in its last line what it could not know, and how to tell it", async () => {
    const lastLine = async (...options: readonly string[]) => {
      const { out } = await keyscope(["audit", "test/configs/personal.json5", ...edition, ...options]);
      return out.trimEnd().split("\n").at(-1);
    };
    expect(await lastLine()).toBe(
      "Not known: who may write, since no channel is configured; which rooms the bot is in; which keys are stored. " +
        "Give it with --world <file>, a JSON object of senders, groups, keys.",
    );
    expect(await lastLine("--world", fileOf({ senders: [], groups: [], keys: [] }))).toBe(
      "Given by the world: who writes, which rooms the bot is in, which keys are stored.",
    );
  });

  it("lists what is not read among the findings, so that silence about it is no all-clear", async () => {
    const file = fileOf({ gateway: { bind: "lan" } });
    const { exitCode, out } = await keyscope(["audit", file, ...edition, "--fail-on", "info"]);
    expect(out).toMatch(/^info {6}not-read {2}gateway\.bind\n.*who reaches the gateway/m);
    expect(out).toContain("Findings: info 1.");
    expect(exitCode).toBe(1);
    const sarif = await keyscope(["audit", file, ...edition, "--sarif"]);
    expect(JSON.parse(sarif.out)).toMatchObject({
      runs: [{ results: [{ ruleId: "not-read", level: "note" }] }],
    });
  });

  it("reads the config from standard input", async () => {
    const ended = await keyscope(["audit", "-", ...edition, "--json"], { input: source });
    expect(jsonOf(ended)).toEqual({ findings, unknown });
  });

  it("takes a sessions.json as it is for the keys of the world, and what is none for none", async () => {
    const entry = (id: string) => ({ lastChannel: "telegram", lastTo: `telegram:${id}` });
    const keys = { "agent:main:direct:5": entry("5"), "agent:main:direct:6": entry("6") };
    const shared = fileOf("{ session: { dmScope: 'main' } }");
    const told = async (world: object) =>
      jsonOf(await keyscope(["audit", shared, ...edition, "--world", fileOf(world), "--json"]));
    expect(await told({ keys })).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          witness: expect.objectContaining({ who: ["telegram:5", "telegram:6"] }) as unknown,
        }),
      ]) as unknown,
    });
    expect(JSON.stringify(await told({ keys: { channels: {} } }))).toContain("which keys are stored");
  });

  it("asks about the world that it is told of", async () => {
    const senders = ["111", "222"].map((peer) => ({ channel: "telegram", peer }));
    const words = [
      "audit",
      "test/configs/personal.json5",
      ...edition,
      "--world",
      fileOf({ senders }),
      "--json",
    ];
    expect(jsonOf(await keyscope(words))).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ id: "direct-messages-shared" }),
      ]) as unknown,
    });
  });

  it("prints SARIF with the lines of the config", async () => {
    const { out } = await keyscope(["audit", dangerous, ...edition, "--sarif"]);
    expect(JSON.parse(out)).toEqual(toSarif(findings, { source: { uri: dangerous, text: source } }));
  });

  const all = findings.map(({ id }) => ({ id, reason: "a test" }));

  it.each<[string, string, readonly string[], number]>([
    ["nothing, whatever is found", dangerous, [], 0],
    ["what is found and worse", dangerous, ["--fail-on", "high"], 1],
    ["what is not found", "test/configs/hardened.json5", ["--fail-on", "low"], 0],
  ])("fails on %s", async (_what, config, options, exitCode) => {
    expect(await keyscope(["audit", config, ...edition, ...options])).toMatchObject({ exitCode, err: "" });
  });

  it("does not fail on what is suppressed", async () => {
    const words = ["audit", dangerous, ...edition, "--fail-on", "info", "--suppress", fileOf(all)];
    const { exitCode, out } = await keyscope(words);
    expect(out).toContain("suppressed: a test");
    expect(exitCode).toBe(0);
  });

  it.each([
    ["a world with a key that there is not", "--world", { sendres: [] }, "sendres: unknown key"],
    ["a world of another shape", "--world", [], "expected an object, found an empty list"],
    [
      "a suppression without a reason",
      "--suppress",
      [{ id: "tools-full" }],
      "[0].reason: expected text, found nothing",
    ],
  ])("refuses %s", async (_what, option, content, message) => {
    const { err, exitCode } = await keyscope(["audit", dangerous, ...edition, option, fileOf(content)]);
    expect(err).toContain(message);
    expect(exitCode).toBe(2);
  });

  it("writes what mends the findings into the config, each with its reason, and leaves the rest as it is", async () => {
    const before =
      "{\n  // Ours.\n  session: { dmScope: 'main' }, // for now\n" +
      "  channels: {\n    telegram: {\n      allowFrom: ['1', '2'],\n    },\n  },\n  logging: {},\n}\n";
    const file = fileOf(before);
    const ended = await keyscope(["audit", file, ...edition, "--fix"]);
    const after = readFileSync(file, "utf8");
    expect(after).toBe(
      before.replace(
        "  session: { dmScope: 'main' }",
        "  // direct-messages-shared: One session is shared by 2 people: each could be told what the others wrote, with the agent's private notes in it.\n  session: { dmScope: 'per-channel-peer' }",
      ),
    );
    expect(ended.out).toContain(`Written into ${file}:`);
    expect(ended.out).toContain('Write session.dmScope: "per-channel-peer".');
    expect(ended.out).toContain("Findings: info 2.");
    expect(jsonOf(await keyscope(["audit", file, ...edition, "--fix", "--json"]))).toMatchObject({
      made: [],
    });
    expect(readFileSync(file, "utf8")).toBe(after);
  });

  it("leaves as it was what stands in another file, or would be found all the same", async () => {
    const file = fileOf({ session: { dmScope: "per-channel-peer" }, channels: { $include: "./ours.json" } });
    const included = join(dirname(file), "ours.json");
    writeFileSync(included, JSON.stringify({ telegram: { dmPolicy: "open", allowFrom: ["*"] } }));
    const { out } = await keyscope(["audit", file, ...edition, "--fix"]);
    expect(out).toContain("open-direct-messages");
    expect(readFileSync(included, "utf8")).toContain("open");
  });

  it("writes no file where it reads none", async () => {
    const { err, exitCode } = await keyscope(["audit", "-", ...edition, "--fix"], { input: source });
    expect(err).toContain("--fix needs a file to write to");
    expect(exitCode).toBe(2);
  });
});
