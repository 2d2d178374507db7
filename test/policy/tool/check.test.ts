import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

function issues(config: ConfigInput) {
  const parsed = safeParsePolicy(config, { edition: "2026-11" });
  // What daily resets lack is told of every config here.
  const found = (parsed.ok ? parsed.warnings : parsed.issues).filter(
    ({ path }) => !path.startsWith("session"),
  );
  return found.map(({ severity, code, path, hint }) => `${severity} ${code} ${path} (${hint ?? ""})`);
}

describe("what is found about tools and commands when a config is read", () => {
  it.each<readonly [string, ConfigInput, readonly string[]]>([
    [
      "nothing where it is sound",
      { tools: { profile: "coding", deny: ["group:fs", "lobster", "web_*", "group:plugins"] } },
      [],
    ],
    [
      "an unknown profile",
      { tools: { profile: "codng" } },
      ["error unknown-profile tools.profile (did you mean `coding`?)"],
    ],
    [
      "an unknown group",
      { tools: { deny: ["group:runtme"] } },
      ["error unknown-group tools.deny[0] (did you mean `group:runtime`?)"],
    ],
    [
      "a tool that is almost one",
      { tools: { deny: ["sesions_list"] } },
      ["warning unknown-tool tools.deny[0] (did you mean `sessions_list`?)"],
    ],
    [
      "the same, wherever tools are selected",
      {
        tools: { byProvider: { openai: { profile: "x" } }, sandbox: { tools: { deny: ["group:x"] } } },
        agents: { list: [{ id: "a", sandbox: { tools: { deny: ["group:y"] } } }] },
        channels: { irc: { groups: { "#a": { toolsBySender: { "id:1": { deny: ["group:z"] } } } } } },
      },
      [
        "error unknown-profile tools.byProvider.openai.profile",
        "error unknown-group tools.sandbox.tools.deny[0]",
        "error unknown-group agents.list[0].sandbox.tools.deny[0]",
        'error unknown-group channels.irc.groups["#a"].toolsBySender["id:1"].deny[0]',
      ],
    ],
    [
      "an empty list beside a profile",
      { tools: { profile: "coding", allow: [] } },
      ['error empty-list tools.allow (leave it out, or write `deny: ["*"]` to allow nothing)'],
    ],
    [
      "an empty list of what is denied",
      { agents: { list: [{ id: "a", tools: { deny: [] } }] } },
      ["error empty-list agents.list[0].tools.deny (leave it out)"],
    ],
    [
      "a list that adds nothing to the profile beside it",
      {
        tools: { profile: "coding", allow: ["read", "group:runtime"] },
        agents: {
          list: [
            { id: "a", default: true, tools: { profile: "full", allow: ["tts"] } },
            { id: "b", tools: { profile: "messaging", allow: ["message", "read"] } },
            {
              id: "c",
              tools: { allow: ["read"], byProvider: { zai: { profile: "coding", allow: ["ls"] } } },
            },
          ],
        },
      },
      [
        "warning setting-without-effect tools.allow (remove it",
        "warning setting-without-effect agents.list[0].tools.allow (remove it",
        "warning setting-without-effect agents.list[2].tools.byProvider.zai.allow (remove it",
      ],
    ],
    [
      "a command that no prefix can stand for",
      { tools: { exec: { approvals: { allowlist: ["git status", "ls | wc"] } } } },
      ["error not-plain-command tools.exec.approvals.allowlist[1] (list each command by itself: `ls`, `wc`)"],
    ],
  ])("%s", (_, config, expected) => {
    const found = issues(config);
    expect(found.length).toBe(expected.length);
    for (const [index, start] of expected.entries()) expect(found[index]).toContain(start);
  });

  it("leaves the releases their ways", () => {
    const config = { tools: { profile: "coding", deny: ["group:x"] } };
    const parsed = safeParsePolicy(config, { edition: "openclaw@2026.9.6" });
    expect(parsed.ok && parsed.warnings).toEqual([]);
  });
});

describe("what is said of it, whole", () => {
  const said = (config: object) => {
    const parsed = safeParsePolicy(config as ConfigInput, {
      edition: "2026-11",
      timeZone: "UTC",
      channels: ["telegram", "irc"],
    });
    const found = parsed.ok ? parsed.warnings : parsed.issues;
    return found.map(
      ({ severity, code, path, message, hint }) => `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
    );
  };
  it.each<readonly [string, object, unknown]>([
    [
      "of a group that there is not",
      { tools: { deny: ["group:runtme", "group:zzzzzzzz", "group:plugins", "Group:Runtme"] } },
      [
        'error unknown-group tools.deny[0]: there is no group of tools named "group:runtme" (did you mean `group:runtime`?)',
        'error unknown-group tools.deny[1]: there is no group of tools named "group:zzzzzzzz" (one of group:fs, group:runtime, group:openclaw, group:web, group:memory, group:sessions, group:ui, group:messaging, group:automation, group:nodes, group:agents, group:media)',
        'error unknown-group tools.deny[3]: there is no group of tools named "Group:Runtme" (did you mean `group:runtime`?)',
      ],
    ],
    [
      "of what is almost a tool",
      { tools: { deny: ["exce", "exec", "lobster", "constructor", "ex*e"] } },
      [
        'warning unknown-tool tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
      ],
    ],
    [
      "of a profile that there is not",
      { tools: { profile: "codng" } },
      ['error unknown-profile tools.profile: there is no profile "codng" (did you mean `coding`?)'],
    ],
    [
      "of a list that adds nothing",
      { tools: { profile: "coding", allow: ["read"] } },
      [
        "warning setting-without-effect tools.allow: adds nothing to the profile coding, which already has all of it (remove it; to allow only these, remove the profile, or list what must not be used in `deny`)",
      ],
    ],
    ["not of one that adds something", { tools: { profile: "coding", allow: ["read", "tts"] } }, []],
    [
      "nor of a profile where none is read",
      { tools: { toolsBySender: { "id:7": { profile: "coding", allow: ["read"] } } } },
      [],
    ],
    [
      "nor beside a profile that there is not",
      { tools: { profile: "codng", allow: ["read"] } },
      ['error unknown-profile tools.profile: there is no profile "codng" (did you mean `coding`?)'],
    ],
    ["nor without a profile", { tools: { allow: ["read"] } }, []],
    [
      "wherever a list stands",
      {
        tools: {
          alsoAllow: ["exce"],
          byProvider: { openai: { deny: ["exce"] } },
          toolsBySender: { "*": { deny: ["exce"] } },
          sandbox: { tools: { deny: ["exce"] } },
          subagents: { tools: { deny: ["exce"] } },
        },
        agents: {
          defaults: { sandbox: { tools: { deny: ["exce"] } } },
          list: [{ id: "a", tools: { deny: ["exce"] }, sandbox: { tools: { deny: ["exce"] } } }],
        },
        channels: {
          irc: {
            groups: {
              "#a": { tools: { deny: ["exce"] }, toolsBySender: { "7": { deny: ["exce"] } } },
            },
          },
        },
      },
      [
        'warning unknown-tool tools.alsoAllow[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool tools.byProvider.openai.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool tools.toolsBySender["*"].deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool tools.sandbox.tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool tools.subagents.tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool agents.defaults.sandbox.tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool agents.list[0].tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool agents.list[0].sandbox.tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning nobody-listed channels.irc.groupAllowFrom: lists nobody, so nobody in a group gets an answer (list who may write in groups, or write `groupPolicy: "open"`)',
        'warning unknown-tool channels.irc.groups["#a"].tools.deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
        'warning unknown-tool channels.irc.groups["#a"].toolsBySender["7"].deny[0]: "exce" is not one of OpenClaw\'s own tools (did you mean `exec`?)',
      ],
    ],
    [
      "of a kind of sender that there is not",
      {
        tools: {
          toolsBySender: {
            "usrname:bob": {},
            "id:7": {},
            foo: {},
            "zzzzzzzz:7": {},
            "NAME:Ann": {},
            idd: {},
            usernme: {},
          },
        },
      },
      [
        'error unknown-sender-kind tools.toolsBySender["usrname:bob"]: "usrname" is not a kind of sender (did you mean `username:bob`?)',
      ],
    ],
    [
      "of a channel that the host does not have",
      {
        tools: {
          toolsBySender: {
            "channel:telegrm:7": {},
            "channel: IRC :7": {},
            "Channel:irc:7": {},
            "channel:": {},
          },
        },
      },
      [
        'error unknown-channel tools.toolsBySender["channel:telegrm:7"]: the host has no channel "telegrm" (did you mean `telegram`?)',
        'error unknown-channel tools.toolsBySender["channel:"]: the host has no channel "" (one of telegram, irc)',
      ],
    ],
  ])("%s", (_, config, expected) => {
    expect(said(config)).toEqual(expected);
  });
});
