import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { topicAgent } from "../../../src/scope/routing/topic-agents.ts";
import { placeMessage, resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const topics = (agentId: string) => ({ topics: { "42": { agentId } } });
const inTopic = (peer: string, more: Partial<Inbound> = {}): Inbound => ({
  channel: "telegram",
  chatType: "group",
  peer,
  thread: "42",
  ...more,
});

const telegram: ConfigInput = {
  channels: {
    telegram: {
      groups: { "-1": topics("one"), "*": topics("any"), "-3": {} },
      accounts: { work: { groups: { "-1": topics("work") } } },
    },
  },
};

describe("the agent of a topic", () => {
  it.each<readonly [string, Inbound, ConfigInput, string]>([
    ["is the one that the group's topic names", inTopic("-1"), telegram, "one topic"],
    ["is that of any group where the group is not configured", inTopic("-2"), telegram, "any topic"],
    ["is nobody's where the configured group names none", inTopic("-3"), telegram, "main default"],
    [
      "is the account's own where the account has groups",
      inTopic("-1", { account: "work" }),
      telegram,
      "work topic",
    ],
    ["is of another topic", inTopic("-1", { thread: "43" }), telegram, "main default"],
    ["is for groups, not for direct chats", inTopic("-1", { chatType: "direct" }), telegram, "main default"],
    [
      "may be named on any channel",
      inTopic("C1", { channel: "line" }),
      { channels: { line: { groups: { C1: topics("one") } } } },
      "one topic",
    ],
  ])("%s", (_, inbound, config, expected) => {
    const resolution = resolveSession(inbound, parsePolicy(config, { edition: "2026-11" }));
    expect(resolution.ok && `${resolution.agentId} ${resolution.matchedBy}`).toBe(expected);
  });

  it.each<readonly [Edition, string, string]>([
    ["openclaw@2026.3.2", "agent:main:telegram:group:-1:topic:42", "agent:main:main"],
    ["openclaw@2026.3.7", "agent:one:telegram:group:-1:topic:42", "agent:one:main"],
    ["openclaw@2026.7.1", "agent:one:telegram:group:-1:topic:42", "agent:one:main"],
    ["openclaw@2026.8.1", "agent:one:telegram:group:-1:topic:42", "agent:one:home"],
  ])("replaces the routed one under %s", (edition, key, mainKey) => {
    const policy = uncheckedPolicy({ ...telegram, session: { mainKey: "Home" } }, edition);
    expect(resolveSession(inTopic("-1"), policy)).toMatchObject({ key, mainKey, matchedBy: "default" });
  });

  it("keeps the binding that lost to it in the result", () => {
    const bindings = [{ agentId: "ops", match: { channel: "telegram" } }];
    const policy = parsePolicy({ ...telegram, bindings }, { edition: "2026-11" });
    expect(resolveSession(inTopic("-1"), policy)).toMatchObject({
      agentId: "one",
      matchedBy: "topic",
      topic: { path: 'channels.telegram.groups["-1"].topics["42"].agentId' },
      binding: { path: "bindings[0]" },
    });
  });
});

describe("an agent that the caller names for the topic of a direct chat", () => {
  const config: ConfigInput = {
    agents: { list: [{ id: "main", default: true }, { id: "one" }] },
    session: { dmScope: "per-peer" },
    bindings: [{ agentId: "main", match: { channel: "telegram" }, session: { dmScope: "per-channel-peer" } }],
  };

  it.each<readonly [string, Edition, string]>([
    ["has the dmScope of the config, whatever the binding says", "openclaw@2026.6.35", "agent:one:direct:5"],
    ["has that of the binding from 2026.8.1 on", "openclaw@2026.8.1", "agent:one:telegram:direct:5"],
  ])("%s", (_, edition, key) => {
    const policy = uncheckedPolicy(config, edition);
    const placed = placeMessage(
      {
        inbound: { channel: "telegram", chatType: "direct", peer: "5" },
        channel: "telegram",
        account: "default",
        peer: { kind: "direct", id: "5" },
        parent: undefined,
        topic: topicAgent("one", policy),
      },
      policy,
    );
    expect(placed.key).toBe(key);
  });
});
