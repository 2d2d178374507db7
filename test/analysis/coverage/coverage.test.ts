import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/analysis/coverage/coverage.ts";
import { answer, type Question } from "../../../src/analysis/question.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { policiesWithParts, questionsAboutParts } from "./part-arbitraries.ts";

const now = Date.UTC(2026, 10, 3, 12);
const times = { sessionStartedAt: now - 60_000, lastInteractionAt: now - 60_000, updatedAt: now - 60_000 };
const room = { channel: "telegram", chatType: "group", peer: "-1" } as const;
const idle = { mode: "idle", idleMinutes: 5 } as const;

interface Row {
  readonly why: string;
  readonly config: ConfigInput;
  readonly edition?: Edition;
  readonly input: Question;
  /** The paths of the parts that decide. */
  readonly decided: readonly string[];
}

const rows: readonly Row[] = [
  {
    why: "the deny that stands first decides, not the allow before it",
    config: {
      session: {
        sendPolicy: {
          default: "deny",
          rules: [
            { action: "allow", match: { channel: "irc" } },
            { action: "deny", match: { chatType: "group" } },
          ],
        },
      },
    },
    input: { ask: "send", request: { key: "agent:main:irc:group:1" } },
    decided: ["session.sendPolicy.rules[1]"],
  },
  {
    why: "an agent's own memory scope is asked in place of everybody's",
    config: {
      agents: {
        defaults: { memorySearch: { scope: { rules: [{ action: "allow", match: { chatType: "group" } }] } } },
        list: [
          {
            id: "main",
            memorySearch: { scope: { rules: [{ action: "deny", match: { chatType: "group" } }] } },
          },
        ],
      },
    },
    input: { ask: "memory-search", request: { key: "agent:main:irc:group:1" } },
    decided: ["agents.list[0].memorySearch.scope.rules[0]"],
  },
  {
    why: "the binding that wins, and the link that told who wrote",
    config: {
      session: { dmScope: "per-peer", identityLinks: { ann: ["telegram:1", "irc:ann"] } },
      bindings: [
        { agentId: "ops", match: { channel: "irc" } },
        { agentId: "ops", match: { channel: "telegram" } },
      ],
    },
    input: { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "ann" } },
    decided: ["bindings[0]", "session.dmScope", "session.identityLinks.ann[1]"],
  },
  {
    why: "the link of an alias",
    config: { session: { dmScope: "per-peer", identityLinks: { ann: ["irc:ann", "irc:ann2"] } } },
    input: {
      ask: "resolution",
      request: { channel: "irc", chatType: "direct", peer: "x", aliases: ["ann2"] },
    },
    decided: ["session.dmScope", "session.identityLinks.ann[1]"],
  },
  {
    why: "a labelled link",
    config: { session: { dmScope: "per-peer", identityLinks: { "irc:ann:Ann": "ann" } } },
    input: { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "ann" } },
    decided: ["session.dmScope", 'session.identityLinks["irc:ann:Ann"]'],
  },
  {
    why: "no link, but the scope, where that does not ask who wrote",
    config: { session: { dmScope: "main", identityLinks: { ann: ["irc:ann"] } } },
    input: { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "ann" } },
    decided: ["session.dmScope"],
  },
  {
    why: "of two links of one id the first that the release reads",
    config: { session: { dmScope: "per-peer", identityLinks: { ann: ["2"], bob: ["irc:2"] } } },
    edition: "openclaw@2026.9.6",
    input: { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "2" } },
    decided: ["session.dmScope", "session.identityLinks.ann[0]"],
  },
  {
    why: "the topic that names the agent, and the group around it",
    config: {
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      channels: { telegram: { groups: { "-1": { topics: { "7": { agentId: "ops" } } } } } },
    },
    input: { ask: "resolution", request: { ...room, thread: "7" } },
    decided: [
      'channels.telegram.groups["-1"]',
      'channels.telegram.groups["-1"].topics["7"]',
      'channels.telegram.groups["-1"].topics["7"].agentId',
    ],
  },
  {
    why: "what any topic has, and what this one has",
    config: {
      channels: {
        telegram: { groups: { "-1": { topics: { "*": { requireMention: true }, "7": { enabled: true } } } } },
      },
    },
    input: { ask: "access", request: { ...room, thread: "7", sender: "1" } },
    decided: [
      'channels.telegram.groups["-1"]',
      'channels.telegram.groups["-1"].topics["*"]',
      'channels.telegram.groups["-1"].topics["*"].requireMention',
      'channels.telegram.groups["-1"].topics["7"]',
    ],
  },
  {
    why: "any group's entry, where the group has none",
    config: { channels: { telegram: { groups: { "-2": {}, "*": {} } } } },
    input: { ask: "access", request: { ...room, sender: "1" } },
    decided: ['channels.telegram.groups["*"]'],
  },
  {
    why: "of a channel that is off nothing but that",
    config: { channels: { telegram: { enabled: false, groups: { "-1": {} } } } },
    input: { ask: "access", request: { ...room, sender: "1" } },
    decided: ["channels.telegram.enabled"],
  },
  {
    why: "the group whose list of tools objects",
    config: { channels: { telegram: { groups: { "-1": { tools: { deny: ["exec"] } } } } } },
    input: { ask: "tool", request: { tool: "exec", agentId: "main", ...room } },
    decided: ['channels.telegram.groups["-1"]', 'channels.telegram.groups["-1"].tools'],
  },
  {
    why: "the room of a server, the server around it, and what would shut it or ask for a mention",
    config: {
      channels: {
        discord: {
          groupPolicy: "open",
          guilds: { "9": { requireMention: false, channels: { "*": {}, "3": { enabled: true } } } },
        },
      },
    },
    input: {
      ask: "access",
      request: {
        channel: "discord",
        chatType: "channel",
        guild: "9",
        peer: "3",
        sender: "1",
        mentioned: false,
      },
    },
    decided: [
      "channels.discord.groupPolicy",
      'channels.discord.guilds["9"]',
      'channels.discord.guilds["9"].requireMention',
      'channels.discord.guilds["9"].channels["3"]',
      'channels.discord.guilds["9"].channels["3"].enabled',
    ],
  },
  {
    why: "the people whom a room lists, of whom the sender is none, and not those of all rooms",
    config: {
      channels: {
        slack: { groupPolicy: "allowlist", channels: { C1: { users: ["U1"] }, "*": { users: ["U2"] } } },
      },
    },
    input: {
      ask: "access",
      request: { channel: "slack", chatType: "channel", peer: "C1", sender: "U2", mentioned: true },
    },
    decided: [
      "channels.slack.channels.C1",
      "channels.slack.channels.C1.users",
      'channels.slack.channels["*"]',
    ],
  },
  {
    why: "the room whose tools object, whoever is let in there",
    config: { channels: { slack: { channels: { C1: { tools: { deny: ["exec"] } } } } } },
    input: {
      ask: "tool",
      request: { tool: "exec", agentId: "main", channel: "slack", chatType: "channel", peer: "C1" },
    },
    decided: ["channels.slack.channels.C1", "channels.slack.channels.C1.tools"],
  },
  {
    why: "that the bot takes part in chats of several people, and no server",
    config: { channels: { discord: { allowFrom: ["1"], dm: { groupEnabled: true }, guilds: { "*": {} } } } },
    input: { ask: "access", request: { channel: "discord", chatType: "group", peer: "5", sender: "1" } },
    decided: ["channels.discord.allowFrom", "channels.discord.dm.groupEnabled"],
  },
  {
    why: "the room whose answers open threads",
    config: { channels: { slack: { channels: { C1: { replyToMode: "all" } } } } },
    input: {
      ask: "resolution",
      request: { channel: "slack", chatType: "channel", peer: "C1", messageId: "1.5", mentioned: true },
    },
    decided: ["channels.slack.channels.C1", "channels.slack.channels.C1.replyToMode"],
  },
  {
    why: "the type's entry",
    config: { session: { resetByType: { direct: idle, group: idle } } },
    input: { ask: "reset", request: { key: "agent:main:irc:group:1" }, times, now },
    decided: ["session.resetByType.group"],
  },
  {
    why: "the older name of the type, once it is called direct",
    config: { session: { resetByType: { dm: idle } } },
    edition: "openclaw@2026.3.7",
    input: { ask: "reset", request: { key: "agent:main:main", chatType: "direct" }, times, now },
    decided: ["session.resetByType.dm"],
  },
  {
    why: "the other word for the type",
    config: { session: { resetByType: { dm: idle } } },
    input: { ask: "reset", request: { key: "agent:main:main", chatType: "direct" }, times, now },
    decided: ["session.resetByType.dm"],
  },
  {
    why: "the channel's entry in place of the type's, though it writes nothing of its own",
    config: { session: { resetByType: { direct: idle }, resetByChannel: { irc: {} } } },
    input: { ask: "reset", request: { key: "agent:main:irc:direct:1" }, times, now },
    decided: ["session.resetByChannel.irc"],
  },
  {
    why: "the group's reset, which stands in the group",
    config: { channels: { telegram: { groups: { "-1": { reset: idle } } } } },
    input: { ask: "reset", request: { key: "agent:main:telegram:group:-1" }, times, now },
    decided: ['channels.telegram.groups["-1"].reset', 'channels.telegram.groups["-1"]'],
  },
  {
    why: "no reset policy, where the session is marked for a reset by hand",
    config: { session: { resetByType: { direct: idle } } },
    input: { ask: "reset", request: { key: "agent:main:irc:direct:1" }, times: { updatedAt: 0 }, now },
    decided: [],
  },
  {
    why: "the list that a sender is on, and the policy by which it would not count",
    config: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["7"], groupPolicy: "open" } } },
    input: { ask: "access", request: { channel: "telegram", chatType: "direct", peer: "7" } },
    decided: ["channels.telegram.allowFrom", "channels.telegram.dmPolicy"],
  },
  {
    why: "an account's own policy, and not its channel's",
    config: { channels: { telegram: { dmPolicy: "pairing", accounts: { work: { dmPolicy: "disabled" } } } } },
    input: {
      ask: "access",
      request: { channel: "telegram", account: "work", chatType: "direct", peer: "7" },
    },
    decided: ["channels.telegram.accounts.work.dmPolicy"],
  },
  {
    why: "a setting where the release's older place for it is",
    config: { channels: { discord: { dm: { policy: "disabled" } } } },
    edition: "openclaw@2026.1.29",
    input: { ask: "access", request: { channel: "discord", chatType: "direct", peer: "7" } },
    decided: ["channels.discord.dm.policy"],
  },
  {
    why: "what is said for the rooms of all channels",
    config: { channels: { defaults: { groupPolicy: "disabled" }, signal: {} } },
    input: {
      ask: "access",
      request: { channel: "signal", chatType: "group", peer: "g", sender: "7", mentioned: true },
    },
    decided: ["channels.defaults.groupPolicy"],
  },
  {
    why: "the access group that an entry of a list stands for",
    config: {
      accessGroups: {
        ops: { type: "message.senders", members: { telegram: ["7"] } },
        dev: { type: "message.senders", members: { telegram: ["8"] } },
      },
      channels: { telegram: { allowFrom: ["accessGroup:dev", "accessGroup:ops"] } },
    },
    input: { ask: "access", request: { channel: "telegram", chatType: "direct", peer: "7" } },
    decided: ["accessGroups.ops", "channels.telegram.allowFrom"],
  },
  {
    why: "the access group of an owner",
    config: {
      accessGroups: { ops: { type: "message.senders", members: { "*": ["7"] } } },
      commands: { ownerAllowFrom: ["accessGroup:ops"] },
    },
    input: {
      ask: "command",
      request: { channel: "signal", chatType: "direct", peer: "7", admitted: true },
    },
    decided: ["accessGroups.ops", "commands.ownerAllowFrom"],
  },
  {
    why: "the list of a channel's commands, which names somebody else",
    config: { commands: { allowFrom: { telegram: ["7"], "*": ["8"] } } },
    input: {
      ask: "command",
      request: { channel: "telegram", chatType: "direct", peer: "8", admitted: true },
    },
    decided: ["commands.allowFrom.telegram"],
  },
  {
    why: "the list that denies a tool, and not that beside it, which has the tool",
    config: {
      tools: { allow: ["exec", "read"], deny: ["exec"], byProvider: { openai: { deny: ["write"] } } },
    },
    input: { ask: "tool", request: { tool: "exec", agentId: "main" } },
    decided: ["tools.deny"],
  },
  {
    why: "the list that leaves a tool out",
    config: { tools: { allow: ["read"], sandbox: { tools: { deny: ["write"] } } } },
    input: { ask: "tool", request: { tool: "write", agentId: "main" } },
    decided: ["tools.allow"],
  },
  {
    why: "what is said of a provider, and of a sender",
    config: {
      tools: {
        byProvider: { openai: { deny: ["write"] }, google: { deny: ["write"] } },
        toolsBySender: { "id:7": { deny: ["write"] }, "id:8": { deny: ["write"] } },
      },
    },
    input: { ask: "tool", request: { tool: "write", agentId: "main", provider: "openai", sender: "7" } },
    decided: ["tools.byProvider.openai", 'tools.toolsBySender["id:7"]'],
  },
  {
    why: "what a sub-agent may not use",
    config: { tools: { subagents: { tools: { deny: ["write"] } } } },
    input: {
      ask: "tool",
      request: { tool: "write", key: "agent:main:subagent:x", subagent: { spawnDepth: 1 } },
    },
    decided: ["tools.subagents.tools.deny"],
  },
  {
    why: "the entry that lets a command run, and the words by which none would be asked for",
    config: { tools: { exec: { approvals: { policy: "allowlist", allowlist: ["git status"] } } } },
    input: { ask: "exec", request: { command: "git status", agentId: "main" } },
    decided: ["tools.exec.approvals.allowlist", "tools.exec.approvals.policy"],
  },
  {
    why: "an agent's own strictness, and not that of all",
    config: {
      agents: { list: [{ id: "main", tools: { exec: { security: "deny" } } }] },
      tools: { exec: { security: "full", ask: "off" } },
    },
    edition: "openclaw@2026.9.6",
    input: { ask: "exec", request: { command: "x", agentId: "main" } },
    decided: ["agents.list[0].tools.exec.security"],
  },
  {
    why: "the programs that need no entry, and the words by which no others run",
    config: { tools: { exec: { security: "allowlist", ask: "off", safeBins: ["head"] } } },
    edition: "openclaw@2026.9.6",
    input: {
      ask: "exec",
      request: { command: "head", agentId: "main", programs: { head: "/usr/bin/head" } },
    },
    decided: ["tools.exec.ask", "tools.exec.safeBins", "tools.exec.security"],
  },
  {
    why: "who is asked about a command on its channel",
    config: { channels: { telegram: { execApprovals: { enabled: true, approvers: ["7"] } } } },
    input: { ask: "exec", request: { command: "x", agentId: "main", channel: "telegram" } },
    decided: ["channels.telegram.execApprovals"],
  },
  {
    why: "the list by which somebody may leave the sandbox",
    config: { tools: { elevated: { enabled: true, allowFrom: { telegram: ["7"], slack: ["7"] } } } },
    input: {
      ask: "exec",
      request: { command: "x", agentId: "main", elevated: true, channel: "telegram", sender: "7" },
    },
    decided: ["tools.elevated.allowFrom.telegram", "tools.elevated.enabled"],
  },
  {
    why: "the list that leaves somebody in the sandbox, before approvals are asked",
    config: {
      tools: {
        elevated: { allowFrom: { telegram: ["7"] } },
        exec: { approvals: { policy: "always", allowlist: ["x"] } },
      },
    },
    input: {
      ask: "exec",
      request: { command: "x", agentId: "main", elevated: true, channel: "telegram", sender: "8" },
    },
    decided: ["tools.elevated.allowFrom.telegram"],
  },
  {
    why: "the agent's own switch that keeps everybody in the sandbox",
    config: {
      agents: { list: [{ id: "main", tools: { elevated: { enabled: false } } }] },
      tools: { elevated: { allowFrom: { telegram: ["7"] } } },
    },
    input: {
      ask: "exec",
      request: { command: "x", agentId: "main", elevated: true, channel: "telegram", sender: "7" },
    },
    decided: ["agents.list[0].tools.elevated.enabled"],
  },
  {
    why: "the workspace that may only be read, and what puts the session into the sandbox",
    config: {
      agents: { defaults: { sandbox: { mode: "all", workspaceAccess: "ro", docker: { network: "none" } } } },
    },
    input: { ask: "sandbox", request: { action: "write-workspace", agentId: "main" } },
    decided: ["agents.defaults.sandbox.mode", "agents.defaults.sandbox.workspaceAccess"],
  },
  {
    why: "the tools of a sandbox",
    config: {
      agents: { list: [{ id: "main", sandbox: { mode: "all" } }] },
      tools: { deny: ["read"], sandbox: { tools: { deny: ["exec"] } } },
    },
    input: { ask: "sandbox", request: { action: "tool", tool: "exec", agentId: "main" } },
    decided: ["agents.list[0].sandbox.mode", "tools.sandbox.tools.deny"],
  },
  {
    why: "how far sessions see, and not who may see other agents",
    config: { tools: { sessions: { visibility: "self" }, agentToAgent: { enabled: true, allow: ["*"] } } },
    input: {
      ask: "visibility",
      request: { action: "history", requester: "agent:main:main", target: "agent:main:x" },
    },
    decided: ["tools.sessions.visibility"],
  },
  {
    why: "no part, where a message has no session",
    config: { session: { dmScope: "per-peer" }, bindings: [{ agentId: "main", match: { channel: "irc" } }] },
    input: { ask: "resolution", request: { channel: "irc", chatType: "direct" } },
    decided: [],
  },
];

describe("coverage", () => {
  it.each(rows)("counts $why", ({ config, decided, edition = "2026-11", input }) => {
    const policy = parsePolicy(config, { edition });
    const { elements, inputs, uncovered } = coverage(policy, [input, input]);
    const hit = elements.filter(({ hits }) => hits > 0);
    expect(hit.map(({ path }) => path).sort()).toEqual([...decided].sort());
    expect(hit.every(({ hits }) => hits === 2)).toBe(true);
    expect(uncovered).toEqual(elements.filter(({ hits }) => hits === 0).map(({ path }) => path));
    expect(inputs).toBe(2);
  });

  it("lists what overrides resets where it is written, and not what a release takes for written", () => {
    const policy = parsePolicy(
      { session: { resetByChannel: { irc: idle } } },
      { edition: "openclaw@2026.9.6" },
    );
    expect(coverage(policy, []).uncovered).toEqual(["session.resetByChannel.irc"]);
  });

  it.each<[Edition]>([["2026-11"], ["openclaw@2026.9.6"], ["openclaw@2026.3.7"]])(
    "counts of rules and bindings what the decisions name, under %s",
    (edition) => {
      fc.assert(
        fc.property(policiesWithParts(edition), fc.array(questionsAboutParts), (policy, questions) => {
          const named = new Map<string, number>();
          for (const question of questions) {
            const decision = answer(question, policy);
            const paths = [
              "rule" in decision ? decision.rule.path : undefined,
              "binding" in decision ? decision.binding.path : undefined,
            ];
            // A mark that a loader made bindings of is no binding.
            for (const path of paths)
              if (path !== undefined && !path.endsWith(".default"))
                named.set(path, (named.get(path) ?? 0) + 1);
          }
          const counted = coverage(policy, questions).elements.filter(
            ({ hits, kind }) => hits > 0 && (kind === "rule" || kind === "binding"),
          );
          expect(new Map(counted.map(({ hits, path }) => [path, hits]))).toEqual(named);
        }),
      );
    },
  );
});
