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
        "warning setting-without-effect tools.allow (take it away",
        "warning setting-without-effect agents.list[0].tools.allow (take it away",
        "warning setting-without-effect agents.list[2].tools.byProvider.zai.allow (take it away",
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
