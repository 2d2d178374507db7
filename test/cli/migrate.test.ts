import { describe, expect, it } from "vitest";
import { explainMigration, planMigration } from "../../src/analysis/index.ts";
import { parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const before = "{ session: { dmScope: 'per-channel-peer' } }";
const after = "{ session: { dmScope: 'per-peer' } }";
const keys = ["agent:main:telegram:direct:1", "agent:main:discord:direct:1", "agent:main:main"];
const edition = ["--edition", "2026-11"];
const plan = planMigration(
  keys,
  parsePolicy(before, { edition: "2026-11" }),
  parsePolicy(after, { edition: "2026-11" }),
);

function words(more: readonly string[]): readonly string[] {
  return ["migrate", fileOf(before), "-", ...edition, "--to-config", fileOf(after), ...more];
}

const input = keys.join("\r\n");

describe("keyscope migrate", () => {
  it("plans what the library plans", async () => {
    const ended = await keyscope(words(["--json"]), { input });
    expect(jsonOf(ended)).toEqual({ migrations: plan, unread: [] });
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("says it in words, with a warning where histories would mix", async () => {
    const { out } = await keyscope(words([]), { input });
    for (const migration of plan)
      expect(out).toContain(`${migration.action.padEnd(9)}  ${explainMigration(migration)}\n`);
    expect(out).toContain("It would mix the histories of telegram:1 and discord:1.");
    expect(out).toMatch(/\nKeys: keep 1, merge 2\.\n$/);
  });

  it.each([
    ["what happens", "split,merge", 1],
    ["histories that mix", "mixes", 1],
    ["what does not happen", "orphan,ambiguous", 0],
  ])("fails on %s", async (_what, occasions, exitCode) => {
    expect(await keyscope(words(["--fail-on", occasions]), { input })).toMatchObject({ exitCode, err: "" });
  });

  it("moves one config to another edition, read once from standard input", async () => {
    const move = ["--edition", "openclaw@2026.2.6-3", "--to", "openclaw@2026.2.9", "--json"];
    const stored = fileOf("agent:main:telegram:dm:1\n");
    const ended = await keyscope(["migrate", "-", stored, ...move], { input: before });
    expect(jsonOf(ended)).toMatchObject({
      migrations: [
        { action: "rename", from: "agent:main:telegram:dm:1", to: "agent:main:telegram:direct:1" },
      ],
    });
  });

  it("plans about the conversations that it is told of", async () => {
    const wide = fileOf("{ session: { dmScope: 'main' } }");
    const messages = fileOf({ channel: "telegram", chatType: "direct", peer: "1" });
    const move = ["--to-config", fileOf(before), "--messages", messages, "--json"];
    const ended = await keyscope(["migrate", wide, "-", ...edition, ...move], { input: "agent:main:main" });
    expect(jsonOf(ended)).toMatchObject({
      migrations: [{ action: "split", into: ["agent:main:main", "agent:main:telegram:direct:1"] }],
    });
  });

  it.each<[string, readonly string[], string]>([
    ["a move to nowhere", [], "name --to-config, --to, or both"],
    [
      "an occasion that there is not",
      ["--to", "2026-11", "--fail-on", "merge,slpit"],
      "did you mean `split`?",
    ],
    [
      "a config that is no policy",
      ["--to-config", "test/configs/broken.json5"],
      "broken.json5 is not a valid config under 2026-11",
    ],
    ["an edition that there is not", ["--to", "2026-12"], "the nearest known ones are 2026-11"],
  ])("refuses %s", async (_what, more, message) => {
    const { err, exitCode, out } = await keyscope(["migrate", fileOf(before), "-", ...edition, ...more], {
      input,
    });
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });

  it("tells what asks for attention first, and of many that are alike the first ones", async () => {
    const many = Array.from({ length: 10 }, (_, index) => `agent:main:telegram:direct:${index}`);
    const stored = ["agent:main:discord:channel:5", ...many, "agent:gone:telegram:direct:1"].join("\n");
    const told = async (...more: readonly string[]) => (await keyscope(words(more), { input: stored })).out;
    const actions = (await told()).match(/^\w+(?= {2,})/gm) ?? [];
    expect(actions.slice(-3)).toEqual(["rename", "rename", "keep"]);
    expect(await told()).toContain("\n           and 8 more like these\n");
    expect((await told("--verbose")).match(/^rename /gm)).toHaveLength(10);
    expect(await told("--only", "keep")).toMatch(/^keep .*\nKeys: keep 1\.\n$/);
  });
});
