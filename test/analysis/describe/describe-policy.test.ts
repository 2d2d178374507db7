import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePolicy } from "../../../src/analysis/describe/describe-policy.ts";
import type { StatementSubject } from "../../../src/analysis/describe/statement.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { parsePath } from "../../../src/config/path.ts";
import { isEdition, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";

function about(
  subject: StatementSubject,
  config: ConfigInput,
  edition: Edition = "2026-11",
): readonly (readonly [string, string])[] {
  return describePolicy(parsePolicy(config, { edition, timeZone: "Asia/Taipei" }))
    .filter((each) => each.about === subject)
    .map(({ sentence, path, defaultOf }) => [
      sentence,
      defaultOf === undefined ? path : `${path} by default`,
    ]);
}

const telegram = { telegram: {} };
const three = { telegram: {}, slack: {}, whatsapp: {} };

describe("who may write", () => {
  it("tells rooms that are alike in one sentence, and other rooms by themselves", () => {
    const groups = { "-1": {}, "-2": {}, "-3": { requireMention: false } };
    expect(about("access", { channels: { telegram: { groupAllowFrom: ["7"], groups } } }).slice(1)).toEqual([
      [
        "In the Telegram groups -1 and -2, the bot answers only 7, and only when they mention it.",
        "channels.telegram.groupAllowFrom",
      ],
      [
        "In the Telegram group -3, the bot answers only 7, even when they don't mention it.",
        "channels.telegram.groupAllowFrom",
      ],
      [
        "In Telegram groups that the config does not list, the bot answers nobody.",
        "channels.telegram.groups",
      ],
    ]);
  });

  it("names some of many, and counts the others", () => {
    const allowFrom = ["1", "2", "3", "4", "5", "6", "7", "8"];
    const [[sentence] = []] = about("access", {
      channels: { telegram: { dmPolicy: "allowlist", allowFrom } },
    });
    expect(sentence).toBe("Only 1, 2, 3, 4, 5 and 3 others can message the bot on Telegram.");
  });

  it("calls a channel that it does not know by its name", () => {
    expect(about("access", { channels: { carrier: {} } })[0]?.[0]).toBe(
      "A stranger who messages the bot on carrier has to be paired first.",
    );
  });
});

describe("how conversations are kept apart", () => {
  it.each<readonly [string, ConfigInput, Edition, readonly (readonly [string, string])[]]>([
    [
      "not at all",
      { channels: three },
      "2026-11",
      [
        [
          "Everybody who messages the bot on Telegram, Slack and WhatsApp shares one conversation: what one person writes, another can be told.",
          "session.dmScope by default",
        ],
      ],
    ],
    [
      "by person, whatever the channel",
      { session: { dmScope: "per-peer" }, channels: { telegram: {}, slack: {} } },
      "2026-11",
      [
        [
          "On Telegram and Slack, each person has a conversation of their own with the bot; nobody else writes in it.",
          "session.dmScope",
        ],
        ["People with the same id on Telegram and Slack count as one person there.", "session.dmScope"],
      ],
    ],
    [
      "by person and channel, not by the bot's accounts",
      { session: { dmScope: "per-channel-peer" }, channels: { slack: { accounts: { a: {}, b: {} } } } },
      "2026-11",
      [
        [
          "On Slack (a) and Slack (b), each person has a conversation of their own with the bot; nobody else writes in it.",
          "session.dmScope",
        ],
        [
          "Anyone who writes to several of the bot's accounts (Slack (a) and Slack (b)) has one conversation with all of them.",
          "session.dmScope",
        ],
      ],
    ],
    [
      "links join people",
      {
        session: {
          dmScope: "per-channel-peer",
          identityLinks: {
            alice: ["telegram:7", "slack:U7"],
            bob: ["telegram:8", "slack:U8"],
            eve: ["telegram:9"],
          },
        },
        channels: { slack: {} },
      },
      "2026-11",
      [
        [
          "On Slack, each person has a conversation of their own with the bot; nobody else writes in it.",
          "session.dmScope",
        ],
        [
          "alice and bob are each known under several ids, which share one conversation.",
          "session.identityLinks",
        ],
      ],
    ],
    [
      "links that join nobody across channels in a release",
      {
        session: { dmScope: "per-channel-peer", identityLinks: { alice: ["telegram:7", "slack:U7"] } },
        channels: { slack: {} },
      },
      "openclaw@2026.9.6",
      [
        [
          "On Slack, each person has a conversation of their own with the bot; nobody else writes in it.",
          "session.dmScope",
        ],
        [
          "alice is known under several ids, and still has a separate conversation under each of them.",
          "session.dmScope",
        ],
      ],
    ],
    [
      "groups by themselves",
      { channels: { telegram: { groupPolicy: "open", dmPolicy: "disabled" } } },
      "2026-11",
      [
        [
          "On Telegram, each group has a conversation of its own, which everybody in it shares.",
          "session.groupScope by default",
        ],
      ],
    ],
    [
      "groups in the main session",
      {
        session: { groupScope: "main", dmScope: "per-peer" },
        channels: { telegram: { groupPolicy: "open", dmPolicy: "disabled" } },
      },
      "2026-11",
      [
        [
          "Groups on Telegram are part of the bot's main conversation: everybody in them can be told what was written elsewhere.",
          "session.groupScope",
        ],
      ],
    ],
    ["a channel that takes no messages", { channels: { slack: { dmPolicy: "disabled" } } }, "2026-11", []],
  ])("%s", (_, config, edition, statements) => {
    expect(about("conversations", config, edition)).toEqual(statements);
  });

  it("says which agent answers", () => {
    const list = [{ id: "main", default: true }, { id: "ops" }];
    const bindings = [
      { agentId: "ops", match: { channel: "slack" } },
      { agentId: "ops", match: { channel: "telegram", peer: { kind: "direct" as const, id: "7" } } },
    ];
    expect(about("agents", { agents: { list }, bindings, channels: { telegram: {}, slack: {} } })).toEqual([
      ["Messages on Telegram go to the agent main.", "agents.list"],
      ["Messages on Slack go to the agent ops.", "bindings[0]"],
      [
        "One binding sends the messages of single people, rooms or servers to an agent of their own.",
        "bindings",
      ],
    ]);
    expect(about("agents", { channels: telegram })).toEqual([]);
  });
});

describe("when conversations start over", () => {
  it.each<readonly [ConfigInput["session"], Edition, readonly (readonly [string, string])[]]>([
    [
      {},
      "2026-11",
      [["Conversations start over every day at 04:00 (Asia/Taipei).", "session.reset by default"]],
    ],
    [
      {},
      "openclaw@2026.9.6",
      [["Conversations never start over by themselves.", "session.reset by default"]],
    ],
    [
      { dailyReset: 6, idleMinutes: 120 },
      "2026-11",
      [
        [
          "Conversations start over every day at 06:00 (Asia/Taipei) or after 2 hours without a message, whichever comes first.",
          "session.dailyReset",
        ],
      ],
    ],
    [
      { reset: { mode: "idle", idleMinutes: 90 }, resetByType: { thread: { mode: "none" } } },
      "2026-11",
      [
        [
          "Direct conversations and conversations in groups start over after 90 minutes without a message.",
          "session.reset.mode",
        ],
        ["Conversations in threads never start over by themselves.", "session.resetByType.thread.mode"],
      ],
    ],
    [
      {
        reset: { mode: "all", idleMinutes: 60, graceMinutes: 10 },
        resetByChannel: { discord: { mode: "none" } },
      },
      "2026-11",
      [
        [
          "Conversations start over every day at 04:00 (Asia/Taipei), if nobody has written for 1 hour, but not within 10 minutes of the last message.",
          "session.reset.mode",
        ],
        ["Conversations on Discord never start over by themselves.", "session.resetByChannel.discord"],
      ],
    ],
    [
      { reset: { mode: "daily", maxAgeMinutes: 60 } },
      "2026-11",
      [
        [
          "Conversations start over every day at 04:00 (Asia/Taipei) or once they are 1 hour old, whichever comes first.",
          "session.reset.mode",
        ],
      ],
    ],
    [
      { reset: { mode: "idle", idleMinutes: 60 } },
      "openclaw@2026.2.6-3",
      [["Conversations start over after 1 hour without a message.", "session.reset.mode"]],
    ],
  ])("%j under %s", (session, edition, statements) => {
    expect(about("resets", { session }, edition)).toEqual(statements);
  });

  it("names the agents and groups with resets of their own", () => {
    const reset = { mode: "none" } as const;
    const config: ConfigInput = {
      agents: { list: [{ id: "ops", default: true, reset }] },
      channels: { telegram: { groups: { "-1": { reset }, "*": { reset } } } },
    };
    expect(about("resets", config).slice(1)).toEqual([
      ["Conversations of the agent ops never start over by themselves.", "agents.list[0].reset"],
      [
        "Conversations in the Telegram group -1 never start over by themselves.",
        'channels.telegram.groups["-1"].reset',
      ],
      [
        "Conversations in Telegram groups never start over by themselves.",
        'channels.telegram.groups["*"].reset',
      ],
    ]);
  });
});

describe("where the bot may send", () => {
  it.each<readonly [NonNullable<ConfigInput["session"]>["sendPolicy"], readonly string[]]>([
    [undefined, ["The bot may send everywhere."]],
    [{ default: "deny" }, ["The bot sends nothing anywhere."]],
    [
      {
        default: "allow",
        rules: [
          {
            action: "deny",
            match: { channel: "discord", chatType: "channel" },
            reason: "we only listen there",
          },
          { action: "deny", match: { keyPrefix: "cron:" } },
          { action: "deny", match: { channel: "slack", peer: "U1", account: "a" } },
        ],
      },
      [
        "The bot sends nothing in channels on Discord (we only listen there).",
        'The bot sends nothing in conversations whose key begins with "cron:".',
        "The bot sends nothing in conversations with U1 on Slack through the account a.",
        "The bot may send everywhere else.",
      ],
    ],
    [
      {
        default: "deny",
        rules: [
          { action: "allow", match: { chatType: "direct" } },
          { action: "deny", match: { channel: "irc" } },
          { action: "allow", match: { channel: "irc", chatType: "group" } },
        ],
      },
      [
        "The bot may send in direct conversations.",
        "The bot sends nothing in conversations on IRC.",
        "The bot sends nothing anywhere else.",
      ],
    ],
    [
      { default: "allow", rules: [{ action: "deny", match: { channel: "*" } }] },
      ["The bot sends nothing anywhere.", "The bot may send everywhere else."],
    ],
  ])("%j", (sendPolicy, sentences) => {
    const config = sendPolicy === undefined ? {} : { session: { sendPolicy } };
    expect(about("sending", config).map(([sentence]) => sentence)).toEqual(sentences);
  });
});

describe("which tools there are", () => {
  it.each<readonly [string, ConfigInput, readonly (readonly [string, string])[]]>([
    ["every one", {}, [["The agent main may use any tool.", "tools.profile by default"]]],
    ["none", { tools: { deny: ["*"] } }, [["The agent main may use no tool.", "tools.deny[0]"]]],
    [
      "all but some",
      { tools: { deny: ["group:runtime", "browser"] } },
      [["The agent main may use any tool except the tools for commands, plus browser.", "tools.deny[0]"]],
    ],
    [
      "some",
      { tools: { allow: ["read", "group:web"] } },
      [["The agent main may use only the tools for the web, plus read.", "tools"]],
    ],
    [
      "several agents that are alike, and another",
      {
        agents: { list: [{ id: "a", default: true }, { id: "b" }, { id: "c", tools: { allow: ["read"] } }] },
      },
      [
        ["The agents a and b may use any tool.", "tools.profile by default"],
        ["The agent c may use only read.", "agents.list[2].tools"],
      ],
    ],
    [
      "whose use depends on who asks",
      { tools: { allow: ["read"], toolsBySender: { "id:7": { deny: ["read"] } } } },
      [
        ["The agent main may use no tool.", "tools"],
        ["The agent main may use read or not depending on who asks, and where (sender).", "tools"],
      ],
    ],
  ])("%s", (_, config, statements) => {
    expect(about("tools", config).slice(0, statements.length)).toEqual(statements);
  });

  it.each<readonly [string, ConfigInput, Edition, string, string]>([
    [
      "an allowlist",
      {},
      "2026-11",
      "The agent main runs the commands on the allowlist on the host, and asks before any other.",
      "tools.exec by default",
    ],
    [
      "anything",
      {},
      "openclaw@2026.9.6",
      "The agent main runs any command on the host without asking.",
      "tools.exec by default",
    ],
    [
      "nothing",
      { tools: { exec: { host: "gateway", security: "deny" } } },
      "openclaw@2026.9.6",
      "The agent main runs no commands.",
      "tools.exec.security",
    ],
    [
      "what is listed alone",
      { tools: { exec: { host: "gateway", security: "allowlist", ask: "off" } } },
      "openclaw@2026.9.6",
      "The agent main runs the commands on the allowlist on the host, and no others.",
      "tools.exec.security",
    ],
    [
      "always asking",
      { tools: { exec: { host: "gateway", security: "full", ask: "always" } } },
      "openclaw@2026.9.6",
      "The agent main asks before every command on the host.",
      "tools.exec.ask",
    ],
    [
      "in a sandbox",
      { agents: { defaults: { sandbox: { mode: "all" } } } },
      "openclaw@2026.9.6",
      "The agent main runs commands in the sandbox, but not on the host.",
      "agents.defaults.sandbox",
    ],
  ])("commands: %s", (_, config, edition, sentence, path) => {
    expect(about("tools", config, edition).at(-1)).toEqual([sentence, path]);
  });

  it("says nothing of commands where the tool is denied", () => {
    const sentences = about("tools", { tools: { deny: ["exec"] } }).map(([sentence]) => sentence);
    expect(sentences).toEqual(["The agent main may use any tool except exec."]);
  });
});

describe("what can be read elsewhere", () => {
  it.each<readonly [string, ConfigInput, Edition, readonly (readonly [string, string])[]]>([
    [
      "what it started, and memory in direct chats",
      {},
      "2026-11",
      [
        [
          "From within a conversation, the agent main can read no other conversation except those that it started itself.",
          "tools.sessions.visibility by default",
        ],
        [
          "The memory of the agent main is searched in direct conversations, but not in groups.",
          "agents.defaults.memorySearch.scope by default",
        ],
      ],
    ],
    [
      "all of an agent's",
      { tools: { sessions: { visibility: "agent" } } },
      "2026-11",
      [
        [
          "From within a conversation, the agent main can read every other conversation of the same agent.",
          "tools.sessions.visibility",
        ],
      ],
    ],
    [
      "everything of every agent",
      { agents: { list: [{ id: "a", default: true }, { id: "b" }] } },
      "openclaw@2026.9.6",
      [
        [
          "From within a conversation, the agent a can read every other conversation of the same agent, and those of b.",
          "tools.sessions.visibility by default",
        ],
        [
          "From within a conversation, the agent b can read every other conversation of the same agent, and those of a.",
          "tools.sessions.visibility by default",
        ],
        [
          "The memories of the agents a and b are searched in direct conversations and in groups.",
          "agents.defaults.memorySearch.scope by default",
        ],
      ],
    ],
    [
      "nothing",
      { tools: { sessions: { visibility: "self" } } },
      "2026-11",
      [
        [
          "From within a conversation, the agent main can read no other conversation.",
          "tools.sessions.visibility",
        ],
      ],
    ],
    [
      "no agent has the tool",
      { tools: { deny: ["sessions_history"], sessions: { visibility: "all" } } },
      "2026-11",
      [
        [
          "The memory of the agent main is searched in direct conversations, but not in groups.",
          "agents.defaults.memorySearch.scope by default",
        ],
      ],
    ],
  ])("%s", (_, config, edition, statements) => {
    expect(about("visibility", config, edition).slice(0, statements.length)).toEqual(statements);
  });
});

describe("who owns the bot", () => {
  it.each<readonly [string, ConfigInput, Edition, readonly string[]]>([
    [
      "nobody",
      { channels: telegram },
      "2026-11",
      [
        "Nobody is named as an owner of the bot.",
        "Anyone who can message the bot on Telegram may give it commands.",
      ],
    ],
    [
      "somebody",
      { commands: { ownerAllowFrom: ["telegram:7", "telegram:8"] }, channels: telegram },
      "2026-11",
      [
        "telegram:7 and telegram:8 own the bot.",
        "Anyone who can message the bot on Telegram may not give it commands unless a list names them.",
      ],
    ],
    [
      "everybody",
      { commands: { ownerAllowFrom: ["*"] }, channels: telegram },
      "openclaw@2026.5.7",
      [
        "Everybody counts as an owner of the bot.",
        "Anyone who can message the bot on Telegram counts as an owner and may give it any command.",
      ],
    ],
  ])("%s", (_, config, edition, sentences) => {
    expect(about("owners", config, edition).map(([sentence]) => sentence)).toEqual(sentences);
  });
});

it("names what no decision reads", () => {
  expect(about("not-read", { gateway: { bind: "lan" } })).toEqual([
    ["Not looked at: who reaches the gateway, and what they may do there.", "gateway.bind"],
  ]);
});

describe("every sentence", () => {
  const folder = new URL("../../configs/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json5"));

  it.each(files)("of %s ends, names a setting, and is told once", (name) => {
    for (const edition of ["2026-11", "openclaw@2026.9.6", "openclaw@2026.3.7"] as const) {
      const parsed = safeParsePolicy(readFileSync(new URL(name, folder), "utf8"), { edition });
      if (!parsed.ok) continue;
      const statements = describePolicy(parsed.policy);
      for (const { sentence, path, defaultOf } of statements) {
        expect(sentence).toMatch(/^\S.*[.]$/);
        expect(sentence).not.toMatch(/undefined|\[object| {2}/);
        expect(parsePath(path)).toBeDefined();
        expect(defaultOf === undefined || isEdition(defaultOf)).toBe(true);
      }
      const told = statements.map(({ sentence, path }) => `${sentence} ${path}`);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  it("is one even of hostile names", () => {
    const name = fc.string({ minLength: 1, unit: "binary" });
    fc.assert(
      fc.property(name, name, (channel, id) => {
        const channels = Object.fromEntries([
          [channel, { allowFrom: [id], groups: Object.fromEntries([[id, {}]]) }],
        ]);
        const parsed = safeParsePolicy({ channels }, { edition: "openclaw@2026.9.6" });
        if (!parsed.ok) return;
        for (const { sentence } of describePolicy(parsed.policy)) expect(sentence.endsWith(".")).toBe(true);
      }),
    );
  });
});
