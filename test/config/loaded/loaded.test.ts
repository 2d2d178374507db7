import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { loadChangeCodes } from "../../../src/config/loaded/change.ts";
import { loaded } from "../../../src/config/loaded/loaded.ts";
import { editions, isEdition, type Edition } from "../../../src/edition/edition.ts";

const newest = "openclaw@2026.9.6";

/** What a loader changes of a config, by code and place. */
function changesOf(config: object, edition: Edition, env = {}): readonly string[] {
  const result = loaded(config as ConfigInput, edition, { env });
  if (!result.ok) throw new Error(result.issues.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return result.changes
    .filter(({ code }) => code !== "default-written-in")
    .map(({ code, path, from }) => `${code} ${path}${from === undefined ? "" : ` < ${from}`}`);
}

function refusalOf(config: object, edition: Edition): readonly string[] {
  return (loaded(config as ConfigInput, edition).issues ?? []).map(({ code, path }) => `${code} ${path}`);
}

const bots = { default: {}, open: { dmPolicy: "open", allowFrom: ["*"] } };

describe("what a loader makes of a config", () => {
  it("is the config as it is written under our own edition", () => {
    const config = {
      agents: { list: [{ id: "a", default: true }, { id: "b" }] },
      channels: { telegram: {} },
    };
    const result = loaded(config, "2026-11");
    expect(result).toEqual({ ok: true, config, changes: [] });
    expect(result.config).toBe(config);
  });

  it("makes the mark of the default agent a binding for every channel that none claims as a whole", () => {
    const config = {
      agents: { list: [{ id: "main" }, { id: "work", default: true }] },
      bindings: [
        { agentId: "main", match: { channel: "Slack", accountId: "*" } },
        { agentId: "main", match: { channel: "discord", accountId: "*", guildId: "1" } },
      ],
      channels: { whatsapp: {}, slack: {}, discord: {}, irc: { enabled: false }, defaults: {} },
    };
    const { config: made, changes, defaultAgentId } = asLoaded(config, newest, { TELEGRAM_BOT_TOKEN: "1:x" });
    expect(made.bindings?.slice(2)).toEqual([
      { agentId: "work", match: { channel: "discord", accountId: "*" } },
      { agentId: "work", match: { channel: "whatsapp", accountId: "*" } },
      { agentId: "work", match: { channel: "telegram", accountId: "*" } },
    ]);
    expect(made.agents?.entries).toEqual({ main: {}, work: {} });
    expect(defaultAgentId).toBe("work");
    expect(changes.filter(({ code }) => code === "channel-bound").map(({ from }) => from)).toEqual(
      Array.from({ length: 3 }, () => "agents.entries.work.default"),
    );
  });

  it("takes the mark away, and that is all, where there is one agent", () => {
    expect(changesOf({ agents: { list: [{ id: "work", default: true }] } }, newest)).toEqual([
      "roster-keyed agents.entries < agents.list",
      "default-mark-removed agents.entries.work.default < agents.entries.work.default",
    ]);
  });

  it("binds nothing where ownership is explicit, and adds `main` where no agent is configured", () => {
    const explicit = { ownership: "explicit", entries: { a: {}, b: {} } };
    expect(changesOf({ agents: explicit, channels: { matrix: {} } }, newest)).toEqual([]);
    expect(changesOf({}, newest)).toEqual(["main-agent-added agents.entries.main"]);
  });

  it("knows a channel that the host has configured elsewhere", () => {
    const config = { agents: { entries: { a: { default: true }, b: {} } } };
    const result = loaded(config, newest, { channels: ["Slack"] });
    expect(result.config?.bindings).toEqual([{ agentId: "a", match: { channel: "slack", accountId: "*" } }]);
  });

  it.each([
    [
      "several agents and no mark",
      { list: [{ id: "a" }, { id: "b" }] },
      ["ambiguous-agent agents.ownership"],
    ],
    [
      "two marks",
      { entries: { a: { default: true }, b: { default: true } } },
      ["agent-conflict agents.entries.b.default"],
    ],
    [
      "a mark beside explicit ownership",
      { ownership: "explicit", entries: { a: { default: true }, b: {} } },
      ["conflicting-settings agents.ownership"],
    ],
    ["ids that are no ids", { list: [{ id: "Work" }] }, ["unknown-value agents.list[0].id"]],
    [
      "names that are one id",
      { entries: { work: { default: true }, WORK: {} } },
      ["agent-conflict agents.entries.WORK"],
    ],
    [
      "a role of an agent that is none",
      { entries: { a: {} }, defaults: { systemAgent: { agentId: "ghost" } } },
      ["unknown-agent agents.defaults.systemAgent.agentId"],
    ],
  ])("refuses a roster of %s", (_, agents, refused) => {
    expect(refusalOf({ agents }, newest)).toEqual(refused);
    expect(refusalOf({ agents: { list: [{ id: "a" }, { id: "b" }] } }, "openclaw@2026.7.35")).toEqual([]);
  });

  it("refuses two agents that keep their state in the same directory", () => {
    const list = [
      { id: "a", agentDir: "~/x/" },
      { id: "b", agentDir: "~/y/../x" },
      { id: "c", agentDir: "~/.openclaw/agents/a/agent" },
    ];
    expect(refusalOf({ agents: { list } }, "openclaw@2026.3.7")).toEqual([
      "agent-conflict agents.list[1].agentDir",
    ]);
  });

  it("writes policies into accounts, whatever the channel says, up to 2026.7.35", () => {
    const config = { channels: { telegram: { dmPolicy: "disabled", accounts: { work: {} } } } };
    expect(changesOf(config, "openclaw@2026.7.35")).toEqual([
      "policy-written-in channels.telegram.accounts.work.dmPolicy",
      "policy-written-in channels.telegram.groupPolicy",
      "policy-written-in channels.telegram.accounts.work.groupPolicy",
    ]);
    expect(changesOf(config, newest)).toEqual([
      "main-agent-added agents.entries.main",
      "policy-written-in channels.telegram.groupPolicy",
    ]);
  });

  it("replaces the name of main sessions in every release", () => {
    for (const edition of editions.filter((each) => each !== "2026-11"))
      expect(asLoaded({ session: { mainKey: "work" } }, edition).config.session?.mainKey).toBe("main");
  });

  it("reads older names of settings from 2026.3.28 to 2026.4.29", () => {
    const config = {
      heartbeat: { every: "1h", showOk: true },
      session: { threadBindings: { ttlHours: 4 } },
      channels: {
        discord: { dm: { policy: "open", allowFrom: ["*"], enabled: true }, accounts: { default: {} } },
        slack: { dm: { policy: "disabled" }, channels: { C1: { allow: false } } },
      },
    };
    expect(changesOf(config, "openclaw@2026.4.29").filter((told) => told.startsWith("old-"))).toEqual([
      "old-setting-moved session.threadBindings.idleHours < session.threadBindings.ttlHours",
      "old-setting-moved channels.slack.channels.C1.enabled < channels.slack.channels.C1.allow",
      "old-setting-moved channels.discord.dmPolicy < channels.discord.dm.policy",
      "old-setting-moved channels.slack.dmPolicy < channels.slack.dm.policy",
      "old-setting-moved channels.defaults.heartbeat < heartbeat",
      "old-setting-moved agents.defaults.heartbeat < heartbeat",
    ]);
    expect(asLoaded(config, "openclaw@2026.4.29").config.channels?.["slack"]).not.toHaveProperty("dm");
    const parts = ["heartbeat", "session.threadBindings.ttlHours"];
    expect(changesOf(config, "openclaw@2026.3.28").filter((told) => told.startsWith("old-"))).toEqual([
      `old-setting-moved session.threadBindings.idleHours < ${parts[1]}`,
      `old-setting-moved channels.defaults.heartbeat < ${parts[0]}`,
      `old-setting-moved agents.defaults.heartbeat < ${parts[0]}`,
    ]);
  });

  it("keeps an older setting beside its name of today where they say otherwise", () => {
    const dm = { policy: "open", allowFrom: ["*"] };
    const made = asLoaded({ channels: { slack: { dmPolicy: "disabled", dm } } }, "openclaw@2026.4.14");
    expect(made.config.channels?.["slack"]).toMatchObject({
      dmPolicy: "disabled",
      dm: { policy: "open" },
      allowFrom: ["*"],
    });
  });

  it("makes what a channel says about one bot an account, from 2026.4.5 to 2026.4.29", () => {
    const config = { channels: { discord: { token: "t", dmPolicy: "disabled", accounts: { a: {} } } } };
    expect(asLoaded(config, "openclaw@2026.4.14").config.channels?.["discord"]?.accounts).toEqual({
      a: { groupPolicy: "allowlist" },
      default: { token: "t", dmPolicy: "disabled", groupPolicy: "allowlist" },
    });
  });

  it("touches nothing of what was written, and shares what it does not change", () => {
    const config = deepFreeze({
      agents: { list: [{ id: "a", default: true, tools: { deny: ["exec"] } }, { id: "b" }] },
      channels: { telegram: { accounts: bots } },
      tools: { deny: ["read"] },
    });
    const shared = editions.map((edition) => loaded(config as ConfigInput, edition).config?.tools);
    expect(new Set(shared)).toEqual(new Set([config.tools]));
  });

  it("takes names that every object has for names", () => {
    const channels = JSON.parse(
      '{ "__proto__": { "accounts": { "__proto__": {} } }, "telegram": {} }',
    ) as object;
    const plugins = { load: { paths: ["./plugin"] } };
    const config = { plugins, channels, agents: { entries: { constructor: { default: true }, b: {} } } };
    const made = asLoaded(config, newest).config;
    expect(made.bindings?.map(({ match }) => match.channel)).toEqual(["__proto__", "telegram"]);
    expect(Object.getPrototypeOf(made.channels)).toBe(Object.prototype);
  });

  it("tells what it did in a sentence, and by a code of the list", () => {
    const config = { agents: { list: [{ id: "a", default: true }, { id: "b" }] }, channels: { discord: {} } };
    for (const { code, sentence } of asLoaded(config, newest).changes) {
      expect(loadChangeCodes).toHaveProperty(code);
      expect(sentence).toMatch(/^The loader .*\.$/);
    }
  });
});

interface Recorded {
  readonly fn: string;
  readonly input: { readonly config: ConfigInput; readonly env?: object; readonly files?: object };
  readonly outputs: readonly { readonly releases: readonly string[]; readonly value: { refused?: true } }[];
}

it("refuses nothing that a release accepts", () => {
  const vectors = new URL("../../conformance/vectors/loaded.jsonl.gz", import.meta.url);
  const lines = gunzipSync(readFileSync(vectors)).toString("utf8").trim().split("\n");
  const refused: string[] = [];
  for (const line of lines) {
    const { fn, input, outputs } = JSON.parse(line) as Recorded;
    if (fn !== "config.loaded" || input.files !== undefined) continue;
    for (const release of outputs.flatMap(({ releases, value }) =>
      value.refused === true ? [] : releases,
    )) {
      const edition = `openclaw@${release}`;
      if (isEdition(edition) && !loaded(input.config, edition).ok)
        refused.push(`${edition} ${JSON.stringify(input.config)}`);
    }
  }
  expect(refused.filter((told) => !told.includes("${"))).toEqual([]);
});

function asLoaded(config: object, edition: Edition, env = {}) {
  const result = loaded(config as ConfigInput, edition, { env });
  if (!result.ok) throw new Error(result.issues.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return result;
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value))
    if (typeof inner === "object" && inner !== null) deepFreeze(inner as object);
  return Object.freeze(value);
}
