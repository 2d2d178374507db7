import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { behavioursOf, type Edition } from "../../src/edition/edition.ts";
import {
  defaultMemoryScope,
  defaultSpawnDepth,
  policyDefaults,
  unwrittenAccess,
  unwrittenVisibility,
} from "../../src/policy/defaults.ts";
import { parsePolicy } from "../../src/parse-policy.ts";

const directOnly = { default: "deny", rules: [{ action: "allow", match: { chatType: "direct" } }] };

describe("what an edition decides where nothing is written", () => {
  it.each<readonly [Edition, string, string, boolean, number, object | undefined]>([
    ["openclaw@2026.2.12", "open", "all", false, 1, undefined],
    ["openclaw@2026.2.17", "open", "tree", false, 1, undefined],
    ["openclaw@2026.2.22", "allowlist", "tree", false, 1, undefined],
    ["openclaw@2026.8.2", "allowlist", "agent", false, 1, undefined],
    ["openclaw@2026.9.2", "allowlist", "all", true, 1, undefined],
    ["openclaw@2026.9.6", "allowlist", "all", true, 5, undefined],
    ["2026-11", "allowlist", "tree", false, 5, directOnly],
  ])(
    "%s: groups of a missing channel %s, visibility %s, agent to agent %s, %d sub-agents deep, memory %j",
    (edition, groupPolicyOfMissing, visibility, agentToAgent, depth, memory) => {
      const behaviours = behavioursOf(edition);
      expect(unwrittenAccess(behaviours)).toEqual({
        dmPolicy: "pairing",
        groupPolicy: "allowlist",
        groupPolicyOfMissing,
      });
      expect(unwrittenVisibility(behaviours)).toEqual({ visibility, agentToAgent, sandbox: "spawned" });
      expect(defaultSpawnDepth(behaviours)).toBe(depth);
      expect(defaultMemoryScope(behaviours)).toEqual(memory);
    },
  );
});

describe("the settings that go without saying", () => {
  const sandbox = 'agents.defaults.sandbox.sessionToolsVisibility="spawned"';
  const scope = `agents.defaults.memorySearch.scope=${JSON.stringify(directOnly)}`;
  const ours = [
    'session.sendPolicy.default="allow"',
    'tools.sessions.visibility="tree"',
    "tools.agentToAgent.enabled=false",
    sandbox,
    scope,
  ];
  const channels = { telegram: {}, discord: {}, defaults: { groupPolicy: "open" } } as const;
  it.each<readonly [string, Edition, ConfigInput, readonly string[]]>([
    ["of an empty config", "2026-11", {}, [...ours, 'channels.*.groupPolicy="allowlist"']],
    [
      "of channels",
      "2026-11",
      { channels },
      [
        ...ours,
        'channels.telegram.dmPolicy="pairing"',
        'channels.discord.dmPolicy="pairing"',
        "channels.discord.dm.groupEnabled=false",
        'channels.*.groupPolicy="open"',
      ],
    ],
    [
      "before there was a visibility",
      "openclaw@2026.2.12",
      {},
      ["tools.agentToAgent.enabled=false", sandbox, 'channels.*.groupPolicy="allowlist"'],
    ],
    [
      "of a send policy, which counts in a release where it is written",
      "openclaw@2026.9.6",
      { session: { sendPolicy: {} } },
      [
        'session.sendPolicy.default="allow"',
        'tools.sessions.visibility="all"',
        "tools.agentToAgent.enabled=true",
        sandbox,
        'channels.*.groupPolicy="allowlist"',
      ],
    ],
    [
      "of a channel into which the release's loader writes",
      "openclaw@2026.9.6",
      { channels: { telegram: { accounts: { work: {} } } } },
      [
        'tools.sessions.visibility="all"',
        "tools.agentToAgent.enabled=true",
        sandbox,
        'channels.telegram.dmPolicy="pairing"',
        'channels.telegram.groupPolicy="allowlist"',
        'channels.telegram.dmPolicy="pairing"',
        'channels.*.groupPolicy="allowlist"',
      ],
    ],
  ])("%s (%s)", (_, edition, config, expected) => {
    const written = policyDefaults(parsePolicy(config, { edition, timeZone: "UTC" })).map(
      ({ path, value }) => `${path.join(".")}=${JSON.stringify(value)}`,
    );
    expect(written).toEqual(expected);
  });
});
