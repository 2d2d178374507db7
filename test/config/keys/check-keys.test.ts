import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { checkKeys } from "../../../src/config/keys/check-keys.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

function issuesOf(config: unknown, edition: Edition) {
  const parsed = safeParsePolicy(config as ConfigInput, { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.warnings : parsed.issues;
}

describe("what stands in a wrong place is told its right one", () => {
  it.each<readonly [config: object, path: string, hint: string]>([
    [{ dmScope: "per-channel-peer" }, "dmScope", "write `session.dmScope`"],
    [{ telegram: { dmPolicy: "disabled" } }, "telegram", "write `channels.telegram`"],
    [{ agents: { defaults: { tools: { deny: ["exec"] } } } }, "agents.defaults.tools", "write `tools`"],
    [
      { agents: { list: [{ id: "boss", tools: { sessions: { visibility: "all" } } }] } },
      "agents.list[0].tools.sessions",
      "write `tools.sessions`",
    ],
    [
      { agents: { defaults: { session: { pruneAfter: "1d" } } } },
      "agents.defaults.session",
      "write `session.maintenance.pruneAfter`",
    ],
    [{ pruneAfter: "1d" }, "pruneAfter", "write `session.maintenance.pruneAfter`"],
    [{ agents: { boss: { default: true } } }, "agents.boss", "configure an agent at `agents.entries.boss`"],
    [{ visibility: "all" }, "visibility", "write `tools.sessions.visibility`"],
    [{ channels: { telegrm: {} } }, "channels.telegrm", "did you mean `telegram`?"],
    [
      { channels: { discord: { dm: { policy: "open" } } } },
      "channels.discord.dm.policy",
      "write `channels.discord.dmPolicy`",
    ],
    [
      { channels: { matrix: { dmPolicy: "disabled" } } },
      "channels.matrix.dmPolicy",
      "write `channels.matrix.dm.policy`",
    ],
    [
      { channels: { telegram: { dm: { policy: "disabled" } } } },
      "channels.telegram.dm",
      "write `channels.telegram.dmPolicy`",
    ],
    [
      { agents: { list: [{ id: "a", subagents: { maxSpawnDepth: 2 } }] } },
      "agents.list[0].subagents.maxSpawnDepth",
      "write `agents.defaults.subagents.maxSpawnDepth`",
    ],
    [
      { bindings: [{ agent: "a", agentId: "a", match: { channel: "x" } }] },
      "bindings[0].agent",
      "write `bindings[].agentId`",
    ],
    [{ nonsense: 1 }, "nonsense", "leave it out: nothing reads it"],
  ])("under 2026-11: %j", (config, path, hint) => {
    expect(issuesOf(config, "2026-11")).toContainEqual(
      expect.objectContaining({ severity: "error", path, hint }),
    );
  });

  it.each<readonly [config: object, edition: Edition, path: string, hint: string]>([
    [{ agents: { entries: { a: {} } } }, "openclaw@2026.3.7", "agents.entries", "write `agents.list`"],
    [
      { channels: { slack: { dmPolicy: "open" } } },
      "openclaw@2026.2.1",
      "channels.slack.dmPolicy",
      "write `channels.slack.dm.policy`",
    ],
    [{ accessGroups: {} }, "openclaw@2026.3.7", "accessGroups", "leave it out: it is read since 2026.5.2"],
    [
      { commands: { useAccessGroups: false } },
      "openclaw@2026.9.6",
      "commands.useAccessGroups",
      "leave it out: 2026.7.35 was the last release that read it",
    ],
    [
      { agents: { defaults: { memorySearch: { enabled: true } } } },
      "openclaw@2026.9.6",
      "agents.defaults.memorySearch",
      "write `memory.search`",
    ],
    [
      { channels: { discord: { groups: { "1": {} } } } },
      "openclaw@2026.9.6",
      "channels.discord.groups",
      "write `channels.discord.guilds`",
    ],
  ])("%j under %s", (config, edition, path, hint) => {
    expect(issuesOf(config, edition)).toContainEqual(
      expect.objectContaining({ severity: "error", path, hint }),
    );
  });
});

describe("words of our own", () => {
  const words: readonly (readonly [config: object, path: string])[] = [
    [{ agents: { defaults: { sandbox: { enabled: true } } } }, "agents.defaults.sandbox.enabled"],
    [{ agents: { defaults: { sandbox: { network: "none" } } } }, "agents.defaults.sandbox.network"],
    [{ tools: { exec: { approvals: { enabled: true } } } }, "tools.exec.approvals"],
    [{ logging: { events: { sessionCreate: true } } }, "logging.events"],
    [{ session: { dailyReset: 4 } }, "session.dailyReset"],
    [
      { agents: { list: [{ id: "a", memorySearch: { scope: { default: "deny" } } }] } },
      "agents.list[0].memorySearch.scope",
    ],
  ];

  it.each(words)("%j is read under 2026-11", (config) => {
    expect(safeParsePolicy(config as ConfigInput, { edition: "2026-11" }).ok).toBe(true);
  });

  it.each(words)("%j is refused by releases", (config, path) => {
    const [issue] = issuesOf(config, "openclaw@2026.6.8");
    expect(issue).toMatchObject({ severity: "error", path });
    expect(issue?.hint).toBeTruthy();
  });
});

describe("what a release does not check", () => {
  it("is a warning, and is left out where nobody could read it", () => {
    const config = { channels: { matrix: { groupPolicy: "none", dmPolcy: "open", enabled: true } } };
    const parsed = safeParsePolicy(config as ConfigInput, { edition: "openclaw@2026.3.7", timeZone: "UTC" });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.warnings).toMatchObject([
      { code: "unknown-value", path: "channels.matrix.groupPolicy" },
      { code: "unknown-key", path: "channels.matrix.dmPolcy" },
    ]);
    expect(parsed.policy.config.channels).toEqual({ matrix: { dmPolcy: "open", enabled: true } });
  });

  it("leaves what stands beside it as it is", () => {
    const groups = { "!r:example.org": { users: ["@a:example.org"] } };
    const config = { channels: { matrix: { groupPolicy: "none", groups } } };
    const parsed = safeParsePolicy(config as ConfigInput, { edition: "openclaw@2026.3.7", timeZone: "UTC" });
    expect(parsed.policy?.config.channels).toEqual({ matrix: { groups } });
    expect(Object.isFrozen(parsed.policy?.config.channels?.["matrix"])).toBe(true);
  });

  it("is refused as soon as a release checks it", () => {
    const config = { channels: { matrix: { groupPolicy: "none" } } };
    expect(issuesOf(config, "openclaw@2026.9.6")).toMatchObject([
      { severity: "error", path: "channels.matrix.groupPolicy" },
    ]);
  });
});

describe("a release whose keys nobody listed", () => {
  it("refuses what the releases before and after it refuse, and warns where they differ", () => {
    const memory = { memory: { backend: "builtin" }, nonsense: 1 };
    expect(checkKeys(memory, "openclaw@2026.2.2")).toMatchObject([
      { severity: "warning", path: "memory" },
      { severity: "error", path: "nonsense" },
    ]);
  });
});

describe("a channel that the edition does not have", () => {
  it.each<readonly [why: string, edition: Edition, config: object, severities: readonly string[]]>([
    ["is refused by a release", "openclaw@2026.9.6", {}, ["error"]],
    [
      "may be brought by a plugin that has settings",
      "openclaw@2026.9.6",
      { plugins: { entries: { acme: {} } } },
      ["warning"],
    ],
    [
      "may be brought by any plugin that stands elsewhere",
      "openclaw@2026.9.6",
      { plugins: { load: { paths: ["./mine"] } } },
      ["warning"],
    ],
    ["may be a host's own under an edition of ours", "2026-11", {}, []],
  ])("%s", (_, edition, config, severities) => {
    const told = issuesOf({ ...config, channels: { acme: {} } }, edition);
    const unknown = told.filter(({ path, code }) => path === "channels.acme" && code === "unknown-channel");
    expect(unknown.map(({ severity }) => severity)).toEqual(severities);
  });

  it.each<readonly [edition: Edition, channels: readonly string[], severity: string | undefined]>([
    ["openclaw@2026.9.6", ["acme"], undefined],
    ["openclaw@2026.9.6", ["telegram"], "error"],
    ["2026-11", ["acme"], undefined],
    ["2026-11", ["telegram"], "error"],
  ])("under %s is held against %j where the host tells its channels", (edition, channels, severity) => {
    const parsed = safeParsePolicy({ channels: { acme: {} } }, { edition, channels, timeZone: "UTC" });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    expect(issues.map((issue) => issue.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it.each<readonly [channel: string, edition: Edition, severity: string]>([
    ["telegrm", "openclaw@2026.9.6", "error"],
    ["telegrm", "2026-11", "error"],
    ["Telegram", "openclaw@2026.5.2", "error"],
    // One release took the section in any case, and read nothing of it.
    ["Telegram", "openclaw@2026.5.7", "warning"],
  ])("%s is told with the one that is meant, under %s", (channel, edition, severity) => {
    expect(issuesOf({ channels: { [channel]: {} } }, edition)).toContainEqual(
      expect.objectContaining({ code: "unknown-channel", severity, hint: "did you mean `telegram`?" }),
    );
  });
});

describe("sections of which only some keys are listed", () => {
  it.each<readonly [config: object, accepted: Edition, refused: Edition]>([
    [{ env: { OWNER: "7" } }, "openclaw@2026.7.1", "openclaw@2026.8.1"],
    [{ talk: { agentId: "main" } }, "openclaw@2026.8.1", "openclaw@2026.7.1"],
  ])("%j is taken by %s and refused by %s", (config, accepted, refused) => {
    const isRefused = (edition: Edition) =>
      issuesOf(config, edition).some(({ severity }) => severity === "error");
    expect([accepted, refused].map(isRefused)).toEqual([false, true]);
  });
});

describe("what a config says", () => {
  it.each([
    ["a value of another type", { gateway: { port: "1" } }, "wrong-type", 'expected a number, found "1"'],
    [
      "another word",
      { approvals: { exec: { mode: "sesion" } } },
      "unknown-value",
      'expected "session" or "targets" or "both", found "sesion"',
    ],
  ])("%s is told with what is expected", (_, config, code, message) => {
    expect(checkKeys(config, "openclaw@2026.9.6")).toMatchObject([{ severity: "error", code, message }]);
    expect(checkKeys(config, "2026-11")).toMatchObject([{ severity: "warning", code, message }]);
  });

  it("is nothing where it is undefined, or no object", () => {
    expect(checkKeys({ nonsense: undefined }, "openclaw@2026.9.6")).toEqual([]);
    expect(checkKeys([], "openclaw@2026.9.6")).toEqual([]);
  });

  it("is not looked up among what objects inherit", () => {
    expect(checkKeys({ constructor: {}, tools: { toString: 1 } }, "openclaw@2026.9.6")).toMatchObject([
      { path: "constructor" },
      { path: "tools.toString" },
    ]);
  });
});
