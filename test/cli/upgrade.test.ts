import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { upgradeConfig } from "../../src/analysis/index.ts";
import type { ConfigInput } from "../../src/index.ts";
import { emptyHome, fileOf, jsonOf, keyscope, root } from "./keyscope.ts";

const secret = "a-secret-of-somebody";
const config = {
  session: { idleMinutes: 60 },
  agents: { list: [{ id: "main" }, { id: "work" }] },
  channels: { discord: { token: secret, dm: { policy: "allowlist", allowFrom: ["9"] } } },
  commands: { ownerDisplay: "hash" },
};
const editions = ["--edition", "openclaw@2026.4.14", "--to", "openclaw@2026.9.6"];

describe("keyscope upgrade", () => {
  const upgraded = upgradeConfig(config as ConfigInput, "openclaw@2026.4.14", "openclaw@2026.9.6", {
    env: { HOME: emptyHome },
  });

  it("tells what the library changes, what needs a look first", async () => {
    const { exitCode, out } = await keyscope(["upgrade", fileOf(config), ...editions]);
    expect(exitCode).toBe(0);
    for (const { sentence } of upgraded.changes) expect(out).toContain(sentence);
    expect(out.indexOf("loses")).toBeLessThan(out.indexOf("lossless"));
    expect(out).toContain("can be upgraded to openclaw@2026.9.6. Changes: loses 1, lossless 9.\n");
    expect(out.split("\n").length).toBeLessThan(40);
    // Who is an owner is no part of the sentence, and all that differs.
    expect(out).toContain(
      "  was  They may not command the bot: the channel's own gate keeps them out (owner: false).\n" +
        "  now  They may not command the bot: the channel's own gate keeps them out (owner: true).\n",
    );
    expect(out).not.toContain(secret);
  });

  it("writes the config where it is told to", async () => {
    const file = fileOf(config);
    const target = join(dirname(file), "next.json");
    const { out } = await keyscope(["upgrade", file, ...editions, "--output", target]);
    expect(JSON.parse(readFileSync(target, "utf8"))).toEqual(upgraded.config);
    expect(out).toContain("Changes: ");
    const after = await keyscope(["explain", target, fileOf("[]"), "--edition", "openclaw@2026.9.6"]);
    expect(after.err).toBe("");
  });

  it("keeps the comments and the formatting, but for what has moved", async () => {
    const text =
      "// Ours.\n{\n  session: { idleMinutes: 60 }, // an hour\n  channels: {\n    // Friends.\n" +
      "    discord: { token: '${TOKEN}', dm: { policy: 'allowlist', /* Ann */ allowFrom: ['9'] } },\n  },\n}\n";
    const file = fileOf(text, "openclaw.json5");
    const target = join(dirname(file), "next.json5");
    const { exitCode, out } = await keyscope(["upgrade", file, ...editions, "--output", target]);
    expect({ exitCode, anew: out.includes("written anew") }).toEqual({ exitCode: 0, anew: false });
    expect(readFileSync(target, "utf8")).toBe(
      "// Ours.\n{\n  session: { reset: { mode: 'idle', idleMinutes: 60 } }, // an hour\n  channels: {\n    // Friends.\n" +
        "    discord: { token: '${TOKEN}', dmPolicy: 'allowlist', allowFrom: ['9'] },\n  },\n}\n",
    );
  });

  it("prints for programs, without the config", async () => {
    const ended = await keyscope(["upgrade", fileOf(config), ...editions, "--json"]);
    const { changes, widens } = upgraded;
    expect(jsonOf(ended)).toEqual({ ok: true, changes, issues: [], widens });
    expect(ended.out).not.toContain(secret);
  });

  it("counts what is alike and loses nothing, and tells each when asked to", async () => {
    const names = ["discord", "googlechat", "slack"];
    const dm = { policy: "pairing", allowFrom: ["7"] };
    const file = fileOf({ channels: Object.fromEntries(names.map((name) => [name, { dm }])) });
    const { out } = await keyscope(["upgrade", file, ...editions]);
    expect(out.match(/^lossless .* now\./gm)).toHaveLength(4);
    expect(out).toContain("\n          and 2 more like these\n");
    const all = await keyscope(["upgrade", file, ...editions, "--verbose"]);
    expect(all.out.match(/^lossless .* now\./gm)).toHaveLength(6);
  });

  it("fails where something hinders it, and names it", async () => {
    const file = fileOf({ ...config, session: { nonsense: 1 } });
    const { exitCode, out } = await keyscope(["upgrade", file, ...editions]);
    expect(exitCode).toBe(1);
    expect(out).toContain("session.nonsense");
    expect(out).toContain("cannot be upgraded to openclaw@2026.9.6 yet");
  });

  it("wants both editions", async () => {
    const [edition = "", from = "", to = "", target = ""] = editions;
    for (const words of [
      [edition, from],
      [to, target],
    ])
      expect(await keyscope(["upgrade", fileOf(config), ...words])).toMatchObject({ exitCode: 2, out: "" });
  });

  it("is called as the page calls it", async () => {
    const page = readFileSync(`${root}docs/upgrade.md`, "utf8");
    const [, call = ""] = /^npx keyscope (upgrade .+)$/m.exec(page) ?? [];
    const file = fileOf(config);
    const target = join(dirname(file), "next.json");
    const words = call
      .split(" ")
      .map((word) => (word === "openclaw.json" ? file : word === "next.json" ? target : word));
    expect(await keyscope(words)).toMatchObject({ exitCode: 0, err: "" });
  });
});

describe("where the edition moved to refuses the config", () => {
  it.each([
    ["diff", ["--to", "openclaw@2026.9.6"], []],
    ["migrate", ["--to", "openclaw@2026.9.6"], ["-"]],
  ])("%s names the call that mends it", async (command, move, more) => {
    const file = fileOf(config);
    const { err, exitCode } = await keyscope([
      command,
      file,
      ...more,
      "--edition",
      "openclaw@2026.4.14",
      ...move,
    ]);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      `keyscope upgrade ${file} --edition openclaw@2026.4.14 --to openclaw@2026.9.6 --output <file>\n`,
    );
  });

  it("names none where it would mend nothing", async () => {
    const words = [
      "diff",
      fileOf({ session: {} }),
      fileOf({ session: { nonsense: 1 } }),
      "--edition",
      "2026-11",
    ];
    const { err } = await keyscope(words);
    expect(err).toContain("session.nonsense");
    expect(err).not.toContain("keyscope upgrade");
  });
});
