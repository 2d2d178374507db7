import type { Question } from "../../src/analysis/question.ts";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Inbound } from "../../src/scope/inbound.ts";

/** A config that every edition reads, with something of every kind that decides. */
export const config: ConfigInput = {
  session: {
    dmScope: "per-channel-peer",
    identityLinks: { ann: ["telegram:1", "discord:20"] },
    reset: { mode: "daily", atHour: 4, idleMinutes: 600 },
    resetByType: { group: { mode: "idle", idleMinutes: 120 }, thread: { mode: "daily", atHour: 6 } },
    resetByChannel: { discord: { mode: "idle", idleMinutes: 10080 } },
    sendPolicy: {
      default: "allow",
      rules: [
        { action: "deny", match: { channel: "discord", chatType: "group" } },
        { action: "deny", match: { keyPrefix: "cron:" } },
        { action: "allow", match: { channel: "telegram" } },
      ],
    },
  },
  agents: {
    list: [
      { id: "main", default: true },
      { id: "ops", tools: { deny: ["exec"] } },
    ],
  },
  bindings: [
    { agentId: "ops", match: { channel: "slack", accountId: "*" } },
    { agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id: "-100" } } },
    { agentId: "ops", match: { channel: "discord", guildId: "10" } },
  ],
  channels: {
    telegram: {
      dmPolicy: "allowlist",
      allowFrom: ["1", "2"],
      groups: { "-100": { requireMention: true }, "-200": { enabled: false } },
      accounts: { work: { dmPolicy: "open", allowFrom: ["*"] } },
    },
    discord: { dmPolicy: "pairing", groupPolicy: "open" },
    slack: { dmPolicy: "disabled" },
  },
  tools: { profile: "coding", deny: ["browser"], agentToAgent: { enabled: true, allow: ["main", "ops"] } },
};

const inbounds: readonly Inbound[] = [
  ...["telegram", "discord", "slack", "matrix"].flatMap((channel): readonly Inbound[] => [
    { channel, chatType: "direct", peer: "1" },
    { channel, chatType: "direct", peer: "20" },
    { channel, chatType: "direct", peer: "AbC:d", account: "work" },
    { channel, chatType: "direct", peer: "" },
    { channel, chatType: "direct" },
    { channel, chatType: "direct", peer: "2", thread: "7", sender: "2" },
    { channel, chatType: "group", peer: "-100", sender: "1" },
    { channel, chatType: "group", peer: "-100", sender: "2", thread: "7" },
    { channel, chatType: "group", peer: "-200", sender: "1", account: "work" },
    { channel, chatType: "channel", peer: "C0Lan", sender: "U1", guild: "10" },
    { channel, chatType: "channel", peer: "T1", thread: "T1", parent: { chatType: "channel", peer: "-100" } },
  ]),
];

const keys = [
  "agent:main:main",
  "agent:main:telegram:direct:1",
  "agent:main:telegram:dm:1",
  "agent:ops:discord:group:-100",
  "agent:ops:slack:channel:C1:thread:9",
  "agent:main:telegram:group:-100:topic:7",
  "agent:main:cron:nightly:run:1",
  "agent:main:subagent:a",
  "AGENT:Main:Discord:Group:1",
  "agent:main:telegram:group:direct:5",
  "discord:group:7",
  "global",
  "",
];

const now = Date.UTC(2026, 2, 29, 5, 30);
const hour = 3_600_000;

/** Some two hundred questions of every kind, the same for every edition. */
export const questions: readonly Question[] = [
  ...inbounds.map((request): Question => ({ ask: "resolution", request })),
  ...inbounds.map((request): Question => ({
    ask: "access",
    request: { ...request, mentioned: request.thread === undefined },
  })),
  ...keys.flatMap((key): readonly Question[] => [
    { ask: "send", request: { key } },
    { ask: "send", request: { key, channel: "discord", chatType: "group" } },
    { ask: "memory-search", request: { key } },
    {
      ask: "visibility",
      request: { action: "history", requester: "agent:main:main", target: key || "unknown" },
    },
    ...[1, 3, 30, 200].map((hours): Question => ({
      ask: "reset",
      request: { key },
      times: { sessionStartedAt: now - hours * hour, lastInteractionAt: now - hour, updatedAt: now - hour },
      now,
    })),
  ]),
  ...["read", "exec", "browser", "tts", "sessions_send", "memory_search", "cron", "no-such-tool"].flatMap(
    (tool): readonly Question[] =>
      ["main", "ops"].map((agentId) => ({ ask: "tool", request: { tool, agentId } })),
  ),
  ...["ls -l", "rm -rf /", "git status && curl x"].map((command): Question => ({
    ask: "exec",
    request: { command, agentId: "main" },
  })),
  ...["1", "3"].flatMap((sender): readonly Question[] =>
    ["telegram", "whatsapp"].flatMap((channel) =>
      [true, false].map((admitted) => ({ ask: "command", request: { channel, sender, admitted } })),
    ),
  ),
  ...(["read-workspace", "network"] as const).map((action): Question => ({
    ask: "sandbox",
    request: { action, agentId: "main" },
  })),
];
