import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comparePolicies } from "../../src/analysis/compare/compare.ts";
import { behaviourChanges, parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope, root } from "./keyscope.ts";

const before = "test/configs/personal.json5";
const after = "test/configs/hardened.json5";
const edition = ["--edition", "2026-11"];

describe("keyscope diff", () => {
  it("compares two configs as the library does", async () => {
    const [from, to] = [before, after].map((file) =>
      parsePolicy(readFileSync(root + file, "utf8"), { edition: "2026-11", timeZone: "Europe/Berlin" }),
    );
    if (from === undefined || to === undefined) throw new Error("two configs give two policies");
    const words = ["diff", before, after, ...edition, "--time-zone", "Europe/Berlin", "--json"];
    const ended = await keyscope(words);
    const comparison: unknown = JSON.parse(JSON.stringify(comparePolicies(from, to)));
    expect(jsonOf(ended)).toEqual({
      ...(comparison as object),
      behaviourChanges: [],
      maintenance: [],
      triggers: [],
      inputs: [],
    });
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("compares one config under two editions, read once from standard input", async () => {
    const words = ["diff", "-", "--edition", "openclaw@2026.3.7", "--to", "2026-11", "--json"];
    const input = readFileSync(root + before, "utf8");
    expect(jsonOf(await keyscope(words, { input }))).toMatchObject({
      verdict: "incomparable",
      behaviourChanges: behaviourChanges("openclaw@2026.3.7", "2026-11"),
    });
  });

  it("says it in words, with both decisions", async () => {
    const denying = fileOf("{ tools: { deny: ['exec', 'tts'] } }");
    const { out } = await keyscope(["diff", denying, fileOf("{ tools: { deny: ['exec'] } }"), ...edition]);
    expect(out).toMatch(/^looser +tool$/m);
    expect(out).toMatch(/^looser +all together$/m);
    expect(out).toContain('tool, looser: {"tool":"tts"}\n  was  The tool may not be used');
    expect(out).toContain("\n  now  The tool may be used");
  });

  it("says what two messages of one session are to each other", async () => {
    const wide = fileOf("{ session: { dmScope: 'main' } }");
    const { out } = await keyscope([
      "diff",
      wide,
      fileOf("{ session: { dmScope: 'per-peer' } }"),
      ...edition,
    ]);
    expect(out).toContain(
      "  was  The two messages share a session: the scope of direct chats does not keep them apart (session.dmScope).\n" +
        "  now  The two messages are kept apart: they come from different people or rooms (session.dmScope).",
    );
  });

  it("names the command that tells how the editions differ, and what is not proven", async () => {
    const { out } = await keyscope(["diff", before, "--edition", "openclaw@2026.3.7", "--to", "2026-11"]);
    expect(out).toContain(`keyscope editions openclaw@2026.3.7 2026-11 --config ${before}`);
    expect(out).toContain("not proven");
  });

  it("tells what maintenance may let go, and which texts reset, by the settings that decide", async () => {
    const [one, other] = [
      "{ session: { maintenance: { pruneAfter: '30d', maxEntries: 500 }, resetTriggers: ['/new', '/done'] } }",
      "{ session: { maintenance: { pruneAfter: '36h', maxEntries: 100 } } }",
    ].map((text) => fileOf(text));
    const words = ["diff", one ?? "", other ?? "", ...edition, "--only", "maintenance,triggers"];
    expect((await keyscope(words)).out).toBe(
      "Maintenance:\n" +
        "  pruneAfter  was 30 days  now 36 hours\n" +
        "  maxEntries  was 500      now 100\n" +
        "\n" +
        "Reset triggers:\n" +
        '  "/done"   was a reset                   now a message like any other\n' +
        '  "/reset"  was a message like any other  now a reset\n',
    );
  });

  it("tells which of my inputs are answered otherwise, and fails on what they risk", async () => {
    const open = fileOf("{ session: { dmScope: 'per-peer' } }");
    const closed = fileOf(
      "{ session: { dmScope: 'per-peer', sendPolicy: { rules: [{ action: 'deny', match: { channel: 'discord' } }] } } }",
    );
    const inputs = fileOf([
      { ask: "send", request: { key: "agent:main:discord:channel:1" } },
      { ask: "resolution", request: { channel: "telegram", chatType: "direct", peer: "1" } },
    ]);
    const words = ["diff", open, ...edition, "--to-config", closed, "--inputs", inputs];
    const { out } = await keyscope(words);
    expect(out).toContain(
      '\nnarrows  send: {"key":"agent:main:discord:channel:1"}\n  was  The session may send: ',
    );
    expect(out).toContain("\n  now  The session may not send: session.sendPolicy.rules[0].\n");
    expect(out).toContain("\nInputs: 2. Different answers: 1.\n");
    expect((await keyscope([...words, "--only", "tool", "--fail-on", "stricter"])).exitCode).toBe(0);
    expect((await keyscope([...words, "--fail-on", "stricter"])).exitCode).toBe(1);
  });

  it("tells what becomes of stored sessions: which are let go, and what is answered otherwise", async () => {
    const day = 86_400_000;
    const now = Date.parse("2026-03-02T10:00:00Z");
    const store = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`agent:main:hook:${index}`, { updatedAt: now - index * day }]),
    );
    const [one, other] = ["30d", "2d"].map((pruneAfter) =>
      fileOf({
        session: {
          maintenance: { mode: "enforce", pruneAfter },
          ...(pruneAfter === "2d" && { sendPolicy: { default: "deny" } }),
        },
      }),
    );
    const words = [
      "diff",
      one ?? "",
      other ?? "",
      ...edition,
      "--store",
      fileOf(store),
      "--now",
      String(now),
    ];
    const { out } = await keyscope(words);
    expect(out).toContain(
      "Stored sessions:\n" +
        "  Of 6 sessions, maintenance removes 0 before the move, and removes 3 after it.\n" +
        "    was  Of 6 sessions, maintenance will touch none.\n" +
        "    now  Of 6 sessions, maintenance will delete 3: 3 too old (session.maintenance.pruneAfter).\n" +
        "  removed now but not before, 3: agent:main:hook:3, agent:main:hook:4, agent:main:hook:5\n" +
        "  6 sessions in no chat  send: narrows 6\n",
    );
    expect(out).toContain('\nnarrows  send: {"key":"agent:main:hook:0"}, and 5 more like it\n');
    expect(out).toContain("\nSessions: 6. Answers about them that differ: 6.\n");
  });

  it("names what is not read and not the same, and fails on it as on what is not proven", async () => {
    const [local, exposed] = ["loopback", "lan"].map((bind) => fileOf({ gateway: { bind } }));
    const words = ["diff", local ?? "", exposed ?? "", ...edition, "--fail-on", "unproven"];
    const { exitCode, out } = await keyscope(words);
    expect(out).toMatch(/^equivalent +all together +not proven$/m);
    expect(out).toMatch(
      /^Not read, so not compared:\n {2}gateway\.bind {2}gateway {2}who reaches the gateway/m,
    );
    expect(exitCode).toBe(1);
  });

  it.each<[string, readonly string[], number]>([
    ["a looser decision", ["--fail-on", "looser"], 1],
    ["what is not proven", ["--fail-on", "unproven"], 0],
    ["nothing unless asked", [], 0],
  ])("fails on %s", async (_what, more, exitCode) => {
    expect(await keyscope(["diff", before, after, ...edition, ...more])).toMatchObject({ exitCode, err: "" });
  });

  it.each<[string, readonly string[], string]>([
    ["a move to nowhere", [before, ...edition], "name another config, --to, or both"],
    [
      "a move to two places",
      [before, after, ...edition, "--to-config", after],
      "named twice: leave out --to-config",
    ],
    [
      "a config that is no policy",
      [before, "test/configs/broken.json5", ...edition],
      "test/configs/broken.json5 is not a valid config",
    ],
    [
      "an edition that there is not",
      [before, ...edition, "--to", "2026-12"],
      "the nearest known ones are 2026-11",
    ],
    [
      "an occasion that there is not",
      [before, ...edition, "--to", "2026-11", "--fail-on", "lose"],
      "stricter, looser, unproven",
    ],
  ])("refuses %s", async (_what, words, message) => {
    const { err, exitCode, out } = await keyscope(["diff", ...words]);
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});
