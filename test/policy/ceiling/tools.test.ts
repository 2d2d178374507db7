import { describe, expect, it } from "vitest";
import type { ChannelConfig, ConfigInput, ToolsConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { definedFields, withoutFields } from "../../../src/policy/section.ts";
import { met, withNotes } from "./met.ts";

/** What is written of tools: for all agents, for one, for groups. */
interface Written extends ToolsConfig {
  readonly main?: ToolsConfig;
  readonly groups?: ChannelConfig["groups"];
}

function configOf({ main, groups, ...tools }: Written): ConfigInput {
  return {
    tools,
    ...(main && { agents: { list: [{ id: "main", tools: main }] } }),
    ...(groups && { channels: { telegram: { dmPolicy: "disabled", groupPolicy: "open", groups } } }),
  };
}

function listsOf(tools: ToolsConfig | undefined): object | undefined {
  return tools && withoutFields(tools, "sessions", "agentToAgent", "exec", "elevated");
}

describe("which tools may be used under both of two policies", () => {
  it.each<readonly [why: string, a: Written, b: Written, expected: object, edition: Edition]>([
    ["everything, where neither limits it", {}, {}, { all: { profile: "full" } }, "2026-11"],
    [
      "what neither denies",
      { deny: ["exec"] },
      { deny: ["read"] },
      { all: { profile: "full", deny: ["exec", "read"] } },
      "2026-11",
    ],
    [
      "what both allow, and nothing that the profile for it has beside",
      { allow: ["read", "write"] },
      { allow: ["write", "exec"] },
      { all: { profile: "minimal", alsoAllow: ["write"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "what both allow, by the name of a group",
      { allow: ["group:fs"] },
      { allow: ["read", "exec"] },
      { all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "what both allow, by patterns",
      { allow: ["sessions_*"] },
      { allow: ["sessions_list", "*_status"] },
      { all: { profile: "minimal", alsoAllow: ["sessions_list"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "the second's, where the first allows everything",
      { allow: ["*"] },
      { allow: ["read"] },
      { all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "nothing, where both allow something else",
      { allow: ["read"] },
      { allow: ["exec"] },
      { all: { profile: "minimal", deny: ["*"] } },
      "2026-11",
    ],
    [
      "nothing, where one denies everything",
      { deny: ["*"] },
      {},
      { all: { profile: "full", deny: ["*"] } },
      "2026-11",
    ],
    [
      "nothing by an empty list, under 2026-11",
      { allow: [] },
      {},
      { all: { profile: "minimal", deny: ["*"] } },
      "2026-11",
    ],
    [
      "the other's by an empty list, which is none in releases",
      { allow: [] },
      { allow: ["read"] },
      { all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] } },
      "openclaw@2026.9.6",
    ],
    [
      "nothing by a profile that there is not",
      { profile: "codin" },
      {},
      { all: { profile: "full", deny: ["*"] } },
      "2026-11",
    ],
    [
      "a profile and the list that extends it",
      { profile: "minimal", allow: ["browser"] },
      { allow: ["browser", "session_status"] },
      { all: { profile: "minimal", alsoAllow: ["session_status", "browser"], deny: ["gateway"] } },
      "2026-11",
    ],
    [
      "a profile that both have",
      { profile: "minimal" },
      { profile: "minimal" },
      { all: { profile: "minimal", alsoAllow: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "a plugin that one names, where the other allows everything",
      { allow: ["*"] },
      { allow: ["lobster"] },
      { all: { profile: "minimal", alsoAllow: ["lobster"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "what both allow, blanks left out",
      { allow: ["read", ""] },
      { allow: ["read", " "] },
      { all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "nothing, where a release cannot read a list",
      { allow: ["read", "constructor"] },
      {},
      { all: { profile: "full", deny: ["*"] } },
      "openclaw@2026.1.29",
    ],
    [
      "nothing, where it cannot read a denial",
      { deny: ["exec", "constructor"] },
      {},
      { all: { profile: "full", deny: ["*"] } },
      "openclaw@2026.1.29",
    ],
    [
      "what else is listed, where it passes over what it cannot read",
      { allow: ["read", "constructor"], deny: ["constructor"] },
      { allow: ["read", "constructor"] },
      { all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status"] } },
      "openclaw@2026.7.1",
    ],
    [
      "a plugin that both name",
      { allow: ["lobster"] },
      { allow: ["lobster"] },
      { all: { profile: "minimal", alsoAllow: ["lobster"], deny: ["session_status", "gateway"] } },
      "2026-11",
    ],
    [
      "not a plugin's tool by the name of the plugin, and says so",
      { allow: ["lobster", "read"] },
      { allow: ["lobster_run", "read"] },
      {
        all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] },
        notes: ["tools: a plugin and its tools are told apart by name: lobster, lobster_run is not in both"],
      },
      "2026-11",
    ],
    [
      "not a plugin by a pattern, and says so",
      { allow: ["lob*", "read"] },
      { allow: ["lobster", "read"] },
      {
        all: { profile: "minimal", alsoAllow: ["read"], deny: ["session_status", "gateway"] },
        notes: ["tools: a plugin and its tools are told apart by name: lobster is not in both"],
      },
      "2026-11",
    ],
    [
      "none of what a section grants in the releases in which it does",
      { allow: ["message"], exec: {} },
      { allow: ["message"] },
      {
        all: {
          profile: "minimal",
          alsoAllow: ["message"],
          deny: ["session_status", "exec", "process", "read", "write", "edit"],
        },
      },
      "openclaw@2026.4.9",
    ],
    [
      "by provider as the first, where both say the same",
      { byProvider: { openai: { deny: ["exec"] } } },
      { byProvider: { openai: { deny: ["exec"] } } },
      { all: { profile: "full", byProvider: { openai: { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "by provider as the first, where the second says nothing",
      { byProvider: { openai: { deny: ["exec"] } } },
      {},
      { all: { profile: "full", byProvider: { openai: { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "by provider as the second, where the first says nothing",
      {},
      { byProvider: { openai: { deny: ["exec"] } } },
      { all: { profile: "full", byProvider: { openai: { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "what neither denies to any provider, where they differ, and says so",
      { byProvider: { openai: { deny: ["exec"] } } },
      {
        byProvider: {
          openai: { profile: "minimal", allow: ["read"], deny: ["canvas"] },
          zai: { allow: ["read", "write", "session_status"], deny: ["write"] },
        },
      },
      {
        all: {
          profile: "minimal",
          alsoAllow: ["session_status", "read"],
          deny: ["exec", "canvas", "write", "gateway"],
        },
        notes: ["tools.byProvider: they differ here, so what either denies is denied to everybody"],
      },
      "2026-11",
    ],
    [
      "what a profile and a list beside it both have, where they differ in a release",
      { byProvider: { openai: { deny: ["exec"] } } },
      {
        byProvider: {
          openai: { profile: "coding", allow: ["read"] },
          zai: { allow: ["read", "write"], deny: ["write"] },
        },
      },
      {
        all: {
          profile: "minimal",
          alsoAllow: ["read"],
          deny: ["exec", "write", "session_status", "gateway"],
        },
        notes: [
          "tools.byProvider: they differ here, so what either denies is denied to everybody",
          "tools: a plugin and its tools are told apart by name: bundle-mcp is not in both",
        ],
      },
      "openclaw@2026.9.6",
    ],
    [
      "what a list allows a provider, without a profile that there is not",
      { byProvider: { openai: { profile: "none", allow: ["read"] } } },
      { byProvider: { openai: { deny: ["exec"] }, zai: {} } },
      {
        all: { profile: "minimal", alsoAllow: ["read"], deny: ["exec", "session_status", "gateway"] },
        notes: ["tools.byProvider: they differ here, so what either denies is denied to everybody"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "by sender as the first, where the second says nothing",
      { toolsBySender: { "id:1": { deny: ["exec"] } } },
      {},
      { all: { profile: "full", toolsBySender: { "id:1": { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "by sender as the second, where the first says nothing",
      {},
      { toolsBySender: { "id:1": { deny: ["exec"] } } },
      { all: { profile: "full", toolsBySender: { "id:1": { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "what neither denies any sender, where they differ, and says so",
      { toolsBySender: { "id:1": { allow: ["read", "exec"] } } },
      { toolsBySender: { "id:2": { deny: ["exec"] } } },
      {
        all: { profile: "minimal", alsoAllow: ["read", "exec"], deny: ["exec", "session_status", "gateway"] },
        notes: ["tools.toolsBySender: they differ here, so what either denies is denied to everybody"],
      },
      "2026-11",
    ],
    [
      "by sender and agent as the first",
      { main: { toolsBySender: { "id:1": { deny: ["exec"] } } } },
      {},
      { all: { profile: "full" }, main: { profile: "full", toolsBySender: { "id:1": { deny: ["exec"] } } } },
      "2026-11",
    ],
    [
      "what neither denies in any group, where they differ, and says so",
      { groups: { "-1": { tools: { deny: ["exec"] } } } },
      { groups: { "-1": { toolsBySender: { "id:1": { deny: ["read"] } } } } },
      {
        all: { profile: "full", deny: ["exec", "read"] },
        notes: [
          "channels.<id>.groups.<id>.tools: they differ here, so what either denies is denied to everybody",
        ],
      },
      "2026-11",
    ],
    [
      "what neither denies in any of several groups",
      { groups: { "-1": { tools: { deny: ["exec"] } }, "-2": {} } },
      { groups: { "-1": { tools: { deny: ["read"] } }, "-2": {} } },
      {
        all: { profile: "full", deny: ["exec", "read"] },
        notes: [
          "channels.<id>.groups.<id>.tools: they differ here, so what either denies is denied to everybody",
        ],
      },
      "2026-11",
    ],
    [
      "by an agent what holds for all, and what each says of it",
      { deny: ["exec"], main: { deny: ["read"] } },
      { main: { allow: ["read", "write"] } },
      {
        all: { profile: "full", deny: ["exec"] },
        main: {
          profile: "minimal",
          alsoAllow: ["read", "write"],
          deny: ["exec", "read", "session_status", "gateway"],
        },
      },
      "2026-11",
    ],
    [
      "by an agent of the second alone",
      {},
      { main: { allow: ["read", "write"] } },
      {
        all: { profile: "full" },
        main: { profile: "minimal", alsoAllow: ["read", "write"], deny: ["session_status", "gateway"] },
      },
      "2026-11",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met(configOf(a), configOf(b), edition);
    const found = { all: listsOf(config.tools), main: listsOf(config.agents?.list?.[0]?.tools) };
    expect(withNotes(definedFields(found), notes)).toStrictEqual(expected);
  });
});

/** What 2026-11 keeps from sub-agents. */
const deniedToSubagents = [
  "gateway",
  "agents_list",
  "openclaw",
  "session_status",
  "progress_card",
  "automations",
  "message",
  "sessions_send",
  "conversations_list",
  "conversations_send",
  "conversations_turn",
];

describe("which tools sub-agents may use under both", () => {
  type Subagents = ToolsConfig["subagents"];
  it.each<readonly [why: string, a: Subagents, b: Subagents, expected: object | undefined]>([
    ["nothing, where neither says anything", {}, {}, undefined],
    [
      "what the edition leaves them, and the first does not deny",
      { tools: { deny: ["exec"] } },
      {},
      { deny: [...deniedToSubagents, "exec"] },
    ],
    [
      "what the edition leaves them, and the second does not deny",
      {},
      { tools: { deny: ["exec"] } },
      { deny: [...deniedToSubagents, "exec"] },
    ],
    [
      "what both allow them",
      { tools: { allow: ["read", "exec"] } },
      { tools: { allow: ["read", "write"] } },
      { allow: ["read"], deny: [...deniedToSubagents] },
    ],
    [
      "nothing, where both allow something else",
      { tools: { allow: ["read"] } },
      { tools: { allow: ["write"] } },
      { deny: ["*"] },
    ],
    [
      "everything that the edition leaves them, where a list is empty",
      { tools: {} },
      {},
      { deny: [...deniedToSubagents] },
    ],
    [
      "not what one allows only to those that spawn",
      { tools: { allow: ["sessions_spawn", "read", "subagents"] } },
      { tools: { allow: ["sessions_spawn", "read"] } },
      { allow: ["sessions_spawn", "read"], deny: [...deniedToSubagents, "sessions_spawn"] },
    ],
  ])("%s", (_, a, b, expected) => {
    const { config, notes } = met({ tools: { subagents: a } }, { tools: { subagents: b } });
    expect(withNotes(config.tools?.subagents?.tools, notes)).toStrictEqual(expected);
  });

  it("is said of all agents, and not of each", () => {
    const written = {
      tools: { subagents: { tools: { deny: ["exec"] } } },
      agents: { list: [{ id: "main" }] },
    };
    expect(met(written, written).config.agents?.list?.[0]?.tools?.["subagents"]).toBeUndefined();
  });
});

/** What sandboxes have where nobody says anything. */
const allowedInSandboxes = [
  "exec",
  "process",
  "read",
  "ls",
  "write",
  "edit",
  "apply_patch",
  "view_image",
  "sessions_list",
  "sessions_history",
  "sessions_search",
  "sessions_send",
  "sessions_spawn",
  "sessions_yield",
  "subagents",
  "session_status",
];
/** What 2026.9.6 keeps from them. */
const deniedInSandboxes = [
  "browser",
  "canvas",
  "computer",
  "mobile_ui",
  "nodes",
  "automations",
  "gateway",
  "feishu",
  "googlechat",
  "nostr",
  "buzz",
  "msteams",
  "mattermost",
  "nextcloud-talk",
  "matrix",
  "raft",
  "a2a",
  "line",
  "zalo",
  "clickclack",
  "zalouser",
  "sms",
  "synology-chat",
  "tlon",
  "discord",
  "imessage",
  "irc",
  "reef",
  "signal",
  "slack",
  "telegram",
  "twitch",
  "whatsapp",
];
/** What 2026.4.9 did. */
const deniedInSandboxesBefore = [
  "browser",
  "canvas",
  "nodes",
  "cron",
  "gateway",
  "feishu",
  "googlechat",
  "nostr",
  "msteams",
  "mattermost",
  "nextcloud-talk",
  "matrix",
  "bluebubbles",
  "line",
  "zalo",
  "zalouser",
  "synology-chat",
  "tlon",
  "qa-channel",
  "discord",
  "imessage",
  "irc",
  "qqbot",
  "signal",
  "slack",
  "telegram",
  "twitch",
  "whatsapp",
];

describe("which tools may be used in a sandbox under both", () => {
  type Sandbox = ToolsConfig["sandbox"];
  it.each<readonly [why: string, a: Sandbox, b: Sandbox, expected: object, edition: Edition]>([
    [
      "what both allow, and no pictures where one does not",
      { tools: { allow: ["read", "exec"] } },
      { tools: { allow: ["read", "view_image"] } },
      { allow: ["read", "view_image"] },
      "2026-11",
    ],
    [
      "what the first allows of what the edition does",
      { tools: { allow: ["read", "exec"] } },
      {},
      { allow: ["read", "exec", "view_image"] },
      "2026-11",
    ],
    [
      "what the second does not deny of what the edition allows",
      {},
      { tools: { deny: ["read"] } },
      { allow: [...allowedInSandboxes], deny: ["read"] },
      "2026-11",
    ],
    [
      "what both allow and neither denies",
      { tools: { allow: ["read", "exec", "view_image"] } },
      { tools: { allow: ["read", "write", "view_image"], deny: ["write"] } },
      { allow: ["read", "view_image"], deny: ["write"] },
      "2026-11",
    ],
    [
      "nothing but pictures, where they have nothing in common",
      { tools: { allow: ["read"] } },
      { tools: { allow: ["write"] } },
      { allow: ["view_image"] },
      "2026-11",
    ],
    [
      "everything, where both allow it",
      { tools: { allow: ["*"] } },
      { tools: { allow: ["*"] } },
      { allow: ["*", "view_image"] },
      "2026-11",
    ],
    [
      "nothing, where one denies everything",
      { tools: { deny: ["*"] } },
      {},
      { allow: [...allowedInSandboxes], deny: ["*"] },
      "2026-11",
    ],
    [
      "pictures by the name of the release",
      { tools: { allow: ["read", "exec"] } },
      { tools: { allow: ["read", "image"] } },
      { allow: ["read", "image"], deny: [...deniedInSandboxesBefore] },
      "openclaw@2026.4.9",
    ],
    [
      "no pictures that a release adds to one of them",
      { tools: { allow: ["read", "image"], deny: ["image"] } },
      { tools: { allow: ["read"] } },
      { allow: ["read", "image"], deny: ["image", ...deniedInSandboxesBefore] },
      "openclaw@2026.4.9",
    ],
    [
      "what neither denies, where both deny the same",
      { tools: { deny: ["read"] } },
      { tools: { deny: ["read", "gateway"] } },
      { allow: [...allowedInSandboxes], deny: ["read"] },
      "2026-11",
    ],
    [
      "nothing, where they have nothing in common but pictures, which both deny",
      { tools: { allow: ["read"], deny: ["view_image"] } },
      { tools: { allow: ["write"], deny: ["view_image"] } },
      { deny: ["*"] },
      "2026-11",
    ],
    [
      "no pictures that one denies",
      { tools: { allow: ["read"], deny: ["view_image"] } },
      { tools: { allow: ["read"] } },
      { allow: ["read"], deny: ["view_image"] },
      "2026-11",
    ],
    [
      "everything, where both lists are empty in a release",
      { tools: { allow: [] } },
      { tools: { allow: [] } },
      { allow: ["*"], deny: [...deniedInSandboxes] },
      "openclaw@2026.9.6",
    ],
    [
      "the other's list and its pictures, where one is empty",
      { tools: { allow: [] } },
      { tools: { allow: ["read"] } },
      { allow: ["read", "view_image"], deny: [...deniedInSandboxes] },
      "openclaw@2026.9.6",
    ],
    [
      "all that a release denies there of itself",
      { tools: { deny: ["read"] } },
      {},
      { allow: [...allowedInSandboxes], deny: ["read", ...deniedInSandboxes] },
      "openclaw@2026.9.6",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met({ tools: { sandbox: a } }, { tools: { sandbox: b } }, edition);
    expect(withNotes(config.tools?.sandbox?.tools, notes)).toStrictEqual(expected);
  });

  it("is written for all, where an agent of one of them says something", () => {
    const own = { agents: { list: [{ id: "main", tools: { sandbox: { tools: { allow: ["read"] } } } }] } };
    for (const { config } of [met(own, {}), met({}, own)]) {
      expect(config.tools?.sandbox).toEqual({ tools: { allow: allowedInSandboxes } });
      expect(config.agents?.list?.[0]?.tools?.sandbox).toEqual({ tools: { allow: ["read", "view_image"] } });
    }
  });

  const workspace = (workspaceAccess: "ro" | "rw"): ConfigInput => ({
    agents: { defaults: { sandbox: { mode: "all", workspaceAccess } } },
  });
  const nothingWritten = { tools: { allow: allowedInSandboxes, deny: ["write", "edit", "apply_patch"] } };

  it.each<readonly [why: string, a: ConfigInput, b: ConfigInput, expected: object | undefined]>([
    [
      "nothing that writes a workspace that the first lets be read alone",
      workspace("ro"),
      {},
      nothingWritten,
    ],
    ["nothing that writes one that the second does", workspace("rw"), workspace("ro"), nothingWritten],
    ["what the sandbox says itself, where both do", workspace("ro"), workspace("ro"), undefined],
  ])("%s", (_, a, b, expected) => {
    expect(met(a, b).config.tools?.sandbox).toStrictEqual(expected);
  });
});
