import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { configPath } from "../../src/cli/config-path.ts";
import { fileOf, keyscope } from "./keyscope.ts";

/** A home with these files in it. */
function homeWith(files: Readonly<Record<string, string>>): string {
  const home = mkdtempSync(join(tmpdir(), "keyscope-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(home, path, ".."), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return home;
}

describe("the config that OpenClaw would read", () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ["stands in the home", [".openclaw/openclaw.json"], {}, ".openclaw/openclaw.json"],
    ["would stand there where there is none", [], {}, ".openclaw/openclaw.json"],
    [
      "is the one that a variable names",
      [".openclaw/openclaw.json"],
      { OPENCLAW_CONFIG_PATH: "~/my.json5" },
      "my.json5",
    ],
    [
      "is that of another state",
      [".openclaw/openclaw.json", "state/openclaw.json"],
      { OPENCLAW_STATE_DIR: "~/state" },
      "state/openclaw.json",
    ],
    [
      "is that of another home",
      ["other/.openclaw/openclaw.json"],
      { OPENCLAW_HOME: "~/other" },
      "other/.openclaw/openclaw.json",
    ],
    [
      "is named before it is sought",
      ["state/openclaw.json"],
      { OPENCLAW_CONFIG_PATH: "~/my.json5", OPENCLAW_STATE_DIR: "~/state" },
      "my.json5",
    ],
    [
      "bears an older name where there is none of the new",
      [".clawdbot/clawdbot.json"],
      {},
      ".clawdbot/clawdbot.json",
    ],
    [
      "is sought by the new name first",
      [".clawdbot/clawdbot.json", ".openclaw/openclaw.json"],
      {},
      ".openclaw/openclaw.json",
    ],
    [
      "is not named by blanks",
      [".openclaw/openclaw.json"],
      { OPENCLAW_CONFIG_PATH: "  " },
      ".openclaw/openclaw.json",
    ],
  ])("%s", (_what, files, env, path) => {
    const home = homeWith(Object.fromEntries(files.map((file) => [file, "{}"])));
    expect(configPath({ HOME: home, ...env })).toBe(join(home, path));
  });

  it("is read where no other is named, whatever else a command takes", async () => {
    const config = "{ meta: { lastTouchedVersion: '2026.9.6' }, session: { dmScope: 'per-peer' } }";
    const env = { HOME: homeWith({ ".openclaw/openclaw.json": config }) };
    const message = fileOf({ channel: "telegram", chatType: "direct", peer: "7" });
    const { err, exitCode, out } = await keyscope(["explain", message], { env });
    expect(out).toContain("  session  agent:main:direct:7\n");
    expect(err).toBe(
      `keyscope: ${join(env.HOME, ".openclaw/openclaw.json")} is read under openclaw@2026.9.6, the release that wrote it\n`,
    );
    expect(exitCode).toBe(0);
  });
});

describe("the edition that goes without saying", () => {
  const written = (version: unknown) => fileOf({ meta: { lastTouchedVersion: version } });

  it("is that of the release that wrote the config, and is named", async () => {
    const config = written("2026.3.7");
    const { err, exitCode } = await keyscope(["audit", config]);
    expect(err).toBe(`keyscope: ${config} is read under openclaw@2026.3.7, the release that wrote it\n`);
    expect(exitCode).toBe(0);
    expect((await keyscope(["audit", config, "--quiet"])).err).toBe("");
  });

  it("is that of each of two configs", async () => {
    const { out } = await keyscope(["diff", written("2026.3.7"), written("2026.9.6")]);
    expect(out).toContain("keyscope editions openclaw@2026.3.7 openclaw@2026.9.6");
  });

  it("is that of the other config, where one does not tell", async () => {
    const { err, exitCode } = await keyscope(["diff", written("2026.3.7"), fileOf("{}")]);
    expect(err).toContain("is read under openclaw@2026.3.7");
    expect(exitCode).toBe(0);
  });

  it("gives way to the one that is named", async () => {
    expect((await keyscope(["audit", written("2026.3.7"), "--edition", "2026-11"])).err).toBe("");
  });

  it.each<[string, unknown, string]>([
    [
      "a release that is not known",
      "2026.3.6",
      "OpenClaw 2026.3.6, which has no edition here: name one with --edition; the nearest ones are openclaw@2026.3.7",
    ],
    ["what is no release", "latest", "OpenClaw latest, which has no edition here"],
    ["a number", 7, "--edition is missing"],
    ["nothing", undefined, "--edition is missing"],
  ])("is not guessed from %s", async (_what, version, message) => {
    const { err, exitCode, out } = await keyscope(["audit", written(version)]);
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });

  it("is not sought in what is no JSON5", async () => {
    const { err, exitCode } = await keyscope(["audit", fileOf("{ meta: ")]);
    expect(err).toMatch(/is not a config\n.*invalid end of input/);
    expect(exitCode).toBe(2);
  });
});
