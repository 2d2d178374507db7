import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/analysis/coverage/coverage.ts";
import { decidingParts } from "../../../src/analysis/coverage/deciding-places.ts";
import { foremost } from "../../../src/analysis/coverage/foremost.ts";
import { partsOf, type CoveragePartKind } from "../../../src/analysis/coverage/part.ts";
import { suggestInputs } from "../../../src/analysis/coverage/suggest-inputs.ts";
import { answer, type Question } from "../../../src/analysis/question.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import {
  policiesWithParts,
  policiesWithRooms,
  policiesWithSettings,
  questionsAboutParts,
  questionsAboutRooms,
  questionsAboutSettings,
} from "./part-arbitraries.ts";

type Sample = readonly [policies: typeof policiesWithParts, questions: typeof questionsAboutParts];

/** Holds the suggestions for policies against what some questions cover, and tells the kinds of parts that have one. */
function suggestedKinds(
  [policies, questions]: Sample,
  edition: Edition,
  numRuns = fc.readConfigureGlobal().numRuns ?? 100,
): readonly CoveragePartKind[] {
  const suggested = new Set<CoveragePartKind>();
  fc.assert(
    fc.property(
      policies(edition),
      fc.array(questions, { minLength: 20, maxLength: 20 }),
      (policy, questions) => {
        const suggestions = suggestInputs(policy);
        const aside = suggestions.filter(({ input, path }) => !decidingParts(input, policy).has(path));
        expect(aside).toEqual([]);
        const inputs = suggestions.map(({ input }) => input);
        const { uncovered } = coverage(policy, inputs);
        expect(uncovered).toEqual(coverage(policy, [...inputs, ...questions]).uncovered);
        for (const { kind } of suggestions) suggested.add(kind);
      },
    ),
    { numRuns },
  );
  return [...suggested].sort();
}

const editions: readonly Edition[] = [
  "2026-11",
  "openclaw@2026.9.6",
  "openclaw@2026.3.7",
  "openclaw@2026.1.29",
];

/** Each draw asks about every part; the editions share the draws. */
const shared = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / editions.length);

describe("suggested inputs", () => {
  it.each(editions)("cover every part that anything covers, and no others, under %s", (edition) => {
    const kinds = suggestedKinds([policiesWithParts, questionsAboutParts], edition, shared);
    expect(kinds).toEqual(["binding", "group", "link", "override", "reset", "rule", "setting", "topic"]);
  });

  it.each(editions)("cover every room that anything covers, and what is said of it, under %s", (edition) => {
    // Every message of every kind of room is asked for each policy.
    const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 8);
    const kinds = suggestedKinds([policiesWithRooms, questionsAboutRooms], edition, runs);
    expect(kinds).toEqual(["place", "setting"]);
  });

  it.each(editions)("cover every setting that anything covers, and no others, under %s", (edition) => {
    // Of every setting both answers are sought, which takes a second and more for each policy.
    const kinds = suggestedKinds(
      [policiesWithSettings, questionsAboutSettings],
      edition,
      Math.ceil(shared / 5),
    );
    expect(kinds).toEqual(["setting"]);
  });

  it.each<[string, ConfigInput, Edition?]>([
    [
      "doors",
      {
        channels: {
          defaults: { groupPolicy: "allowlist" },
          telegram: { enabled: true, dmPolicy: "allowlist", allowFrom: ["7"], groupAllowFrom: ["7"] },
          slack: { dmPolicy: "allowlist", allowFrom: ["U1"], groupPolicy: "open", allowBots: "mentions" },
          signal: {
            groupPolicy: "open",
            requireMention: false,
            accounts: { work: { dmPolicy: "disabled" }, off: { enabled: false } },
          },
        },
      },
    ],
    [
      "an agent's tools",
      {
        agents: {
          list: [
            { id: "main", tools: { profile: "coding", alsoAllow: ["cron"], deny: ["group:web"] } },
            { id: "guest", tools: { allow: ["read*"], sandbox: { tools: { deny: ["read"] } } } },
          ],
        },
      },
    ],
    [
      "everybody's tools",
      {
        tools: {
          allow: ["group:fs", "my-plugin"],
          byProvider: { "openai/gpt-5": { profile: "minimal" } },
          toolsBySender: { "id:7": { deny: ["write"] }, "*": { deny: ["edit"] } },
          sandbox: { tools: { allow: ["read"], deny: ["exec"] } },
          subagents: { tools: { deny: ["read"] } },
        },
      },
    ],
    [
      "commands of the shell",
      {
        agents: { list: [{ id: "main", tools: { exec: { strictInlineEval: true } } }] },
        channels: { telegram: { execApprovals: { enabled: true, approvers: ["7"] } } },
        tools: {
          exec: {
            host: "auto",
            approvals: { enabled: true, policy: "allowlist", allowlist: ["git status", "ls *"] },
          },
          elevated: { enabled: true, allowFrom: { telegram: ["username:ann"] } },
        },
      },
    ],
    [
      "commands of the shell in a release",
      {
        agents: { list: [{ id: "main", tools: { exec: { mode: "ask" } } }] },
        tools: { exec: { security: "allowlist", ask: "off", safeBins: ["tr"] } },
      },
      "openclaw@2026.9.6",
    ],
    [
      "sandboxes",
      {
        agents: {
          defaults: {
            sandbox: { mode: "non-main", workspaceAccess: "ro", sessionToolsVisibility: "spawned" },
          },
          list: [{ id: "main" }, { id: "guest", sandbox: { mode: "all", docker: { network: "bridge" } } }],
        },
        tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["main", "gue*"] } },
      },
    ],
    [
      "agents who are called like sections",
      {
        agents: {
          entries: {
            elevated: { default: true, tools: { exec: { host: "gateway" }, deny: ["exec"] } },
            sandbox: { tools: { profile: "minimal" } },
          },
        },
      },
    ],
    [
      "who commands",
      {
        accessGroups: { ops: { type: "message.senders", members: { telegram: ["7"] } } },
        commands: {
          ownerAllowFrom: ["accessGroup:ops", "signal:8"],
          allowFrom: { telegram: ["7"], "*": ["8"] },
        },
      },
    ],
  ])("are found for %s, each setting of them", (_, config, edition = "2026-11") => {
    const policy = parsePolicy(config, { edition });
    const parts = partsOf(policy);
    expect(parts.length).toBeGreaterThan(2);
    expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length);
    const suggested = new Set(suggestInputs(policy).map(({ path }) => path));
    expect([...suggested]).toEqual(parts.map(({ path }) => path));
  });

  it.each<[string, ConfigInput, Edition, string, Question]>([
    [
      "somebody on the list",
      { channels: { telegram: { allowFrom: ["7"] } } },
      "2026-11",
      "channels.telegram.allowFrom",
      { ask: "access", request: { channel: "telegram", chatType: "direct", peer: "7" } },
    ],
    [
      "the tool that is denied",
      { tools: { deny: ["exec"] } },
      "2026-11",
      "tools.deny",
      { ask: "tool", request: { tool: "exec", agentId: "main" } },
    ],
    [
      "the command that is listed, with something after it",
      { tools: { exec: { approvals: { allowlist: ["ls *"] } } } },
      "2026-11",
      "tools.exec.approvals.allowlist",
      { ask: "exec", request: { command: "ls x", agentId: "main" } },
    ],
    [
      "the owner on their channel",
      { commands: { ownerAllowFrom: ["telegram:7"] } },
      "openclaw@2026.9.6",
      "commands.ownerAllowFrom",
      { ask: "command", request: { channel: "telegram", chatType: "direct", sender: "7", admitted: true } },
    ],
  ])("ask of a setting %s", (_, config, edition, path, input) => {
    const suggested = suggestInputs(parsePolicy(config, { edition }));
    expect(suggested).toContainEqual({ kind: "setting", path, input });
  });

  it("try no more than some questions for one part, however many there are", () => {
    const policy = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
    let asked = 0;
    function* endless(): Generator<Question> {
      for (;;) {
        asked += 1;
        yield { ask: "tool", request: { tool: "read", agentId: "main" } };
      }
    }
    expect([...foremost("tools.deny", endless(), policy)].length).toBe(250);
    expect(asked).toBeLessThan(300);
  });

  it.each<[string, ConfigInput, readonly string[]]>([
    [
      "a rule behind one that asks for less",
      {
        session: {
          sendPolicy: {
            default: "deny",
            rules: [
              { action: "deny", match: { channel: "irc" } },
              { action: "allow", match: { channel: "irc", chatType: "group" } },
            ],
          },
        },
      },
      ["session.sendPolicy.rules[1]"],
    ],
    [
      "a rule that no key fulfils",
      {
        session: {
          sendPolicy: { default: "allow", rules: [{ action: "deny", match: { rawKeyPrefix: "agents:" } }] },
        },
      },
      ["session.sendPolicy.rules[0]"],
    ],
    [
      "a binding behind one that asks the same",
      {
        bindings: [
          { agentId: "a", match: { channel: "irc" } },
          { agentId: "b", match: { channel: "irc" } },
        ],
      },
      ["bindings[1]"],
    ],
    [
      "a scope and a link where one session is for all",
      { session: { scope: "global", dmScope: "per-peer", identityLinks: { ann: ["irc:1"] } } },
      ["session.dmScope", "session.identityLinks.ann[0]"],
    ],
    [
      "a group of a channel that is off",
      { channels: { irc: { enabled: false, groups: { "#a": {} } } } },
      ['channels.irc.groups["#a"]'],
    ],
    [
      "a list of agents who may see each other, where none sees another",
      { tools: { sessions: { visibility: "self" }, agentToAgent: { enabled: true, allow: ["*"] } } },
      ["tools.agentToAgent.enabled", "tools.agentToAgent.allow"],
    ],
    [
      "a policy of direct messages where the channel is off",
      { channels: { line: { enabled: false, dmPolicy: "open", allowFrom: ["*"] } } },
      ["channels.line.dmPolicy", "channels.line.allowFrom"],
    ],
    [
      "a topic that says nothing",
      { channels: { telegram: { groups: { "-1": { topics: { "7": {} } } } } } },
      ['channels.telegram.groups["-1"].topics["7"]'],
    ],
  ])("leave out %s", (_, config, dead) => {
    const policy = parsePolicy(config, { edition: "2026-11" });
    const suggested = suggestInputs(policy).map(({ path }) => path);
    const parts = partsOf(policy).map(({ path }) => path);
    expect(parts.filter((path) => !suggested.includes(path))).toEqual(dead);
  });

  it.each<[string, Edition, ConfigInput, string]>([
    [
      "a binding that is left only messages to nobody",
      "2026-11",
      {
        bindings: [
          ...(["direct", "group"] as const).map((kind) => ({
            agentId: "a",
            match: { channel: "irc", peer: { kind, id: "*" } },
          })),
          { agentId: "b", match: { channel: "irc" } },
        ],
      },
      "bindings[2]",
    ],
    [
      "a binding that an early release lets win by its team alone",
      "openclaw@2026.1.29",
      {
        bindings: [
          { agentId: "a", match: { channel: "slack", guildId: "5" } },
          { agentId: "b", match: { channel: "slack", guildId: "5", teamId: "T1" } },
        ],
      },
      "bindings[1]",
    ],
    [
      "a binding of every account, where the default one has its own",
      "2026-11",
      {
        bindings: [
          { agentId: "a", match: { channel: "irc" } },
          { agentId: "b", match: { channel: "irc", accountId: "*" } },
        ],
      },
      "bindings[1]",
    ],
    [
      "a link of somebody whose binding alone asks who wrote",
      "openclaw@2026.9.6",
      {
        session: { identityLinks: { ann: ["irc:ann"] } },
        bindings: [
          {
            agentId: "main",
            match: { channel: "irc", peer: { kind: "direct", id: "ann" } },
            session: { dmScope: "per-peer" },
          },
        ],
      },
      "session.identityLinks.ann[0]",
    ],
  ])("find %s", (_, edition, config, path) => {
    const policy = parsePolicy(config, { edition });
    expect(suggestInputs(policy).map((suggestion) => suggestion.path)).toContain(path);
  });

  it("ask of a room what its server, its tools and its people say, and nothing else", () => {
    const policy = parsePolicy(
      {
        channels: {
          discord: {
            groupPolicy: "allowlist",
            dm: { groupEnabled: true, groupChannels: ["crew"] },
            allowFrom: ["7"],
            guilds: {
              "900": {
                roles: ["55"],
                channels: {
                  "30": { requireMention: false, tools: { deny: ["exec"] } },
                  "31": { enabled: false },
                },
              },
            },
          },
        },
      },
      { edition: "2026-11" },
    );
    const suggested = suggestInputs(policy);
    const parts = partsOf(policy).map(({ path }) => path);
    expect([...new Set(suggested.map(({ path }) => path))]).toEqual(parts);
    // Of each part the input that tells most of it comes first.
    const inputs = new Map(suggested.toReversed().map(({ path, input }) => [path, input]));
    const room = { channel: "discord", chatType: "channel", guild: "900" };
    const guild = 'channels.discord.guilds["900"]';
    expect(inputs.get(`${guild}.roles`)).toMatchObject({
      ask: "access",
      request: { ...room, roles: ["55"] },
    });
    expect(inputs.get(`${guild}.channels["31"].enabled`)).toMatchObject({ request: { ...room, peer: "31" } });
    expect(inputs.get(`${guild}.channels["30"].tools`)).toMatchObject({
      ask: "tool",
      request: { ...room, peer: "30", tool: "exec" },
    });
    expect(inputs.get("channels.discord.dm.groupChannels")).toMatchObject({ request: { chatType: "group" } });
  });

  it("ask of a room what is let in and what is not, where its settings turn both", () => {
    const groups = {
      "#needs": { requireMention: true },
      "#own": { allowFrom: ["ann"] },
      "#off": { enabled: false },
    };
    const policy = parsePolicy(
      { channels: { line: { groupAllowFrom: ["bob"], groups } } },
      { edition: "2026-11" },
    );
    const asked = suggestInputs(policy)
      .filter(({ kind }) => kind === "group")
      .map(({ input }) => input.request);
    const room = (peer: string) => ({ channel: "line", chatType: "group", peer });
    expect(asked).toEqual([
      { ...room("#needs"), sender: "bob", mentioned: false },
      { ...room("#needs"), sender: "bob", mentioned: true },
      { ...room("#own"), sender: "ann", mentioned: true },
      { ...room("#own"), sender: "x", mentioned: true },
      { ...room("#off"), sender: "bob", mentioned: true },
    ]);
  });

  it("ask of a reset for a session at its last instant, and for a silent one at its end", () => {
    const reset = { mode: "daily", atHour: 4, idleMinutes: 120 } as const;
    const policy = parsePolicy({ session: { reset } }, { edition: "2026-11", timeZone: "UTC" });
    const answers = suggestInputs(policy).map(({ input }) => answer(input, policy));
    expect(answers).toMatchObject([
      { fresh: true, nextResetBy: "daily" },
      { fresh: false, reason: "idle" },
    ]);
  });
});
