import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { traceRouting } from "../../../src/scope/session/trace-routing.ts";
import type { DmScope } from "../../../src/config/scopes.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function keyOf(inbound: Inbound, config: ConfigInput, edition: Edition): string {
  const resolution = resolveSession(inbound, parsePolicy(config, { edition }));
  return resolution.ok ? resolution.key : resolution.reason;
}

const dm: Inbound = { channel: "telegram", chatType: "direct", peer: "7" };

describe("a direct message under each dmScope", () => {
  it.each<readonly [Edition, DmScope, string]>([
    ["openclaw@2026.2.6-3", "main", "agent:main:main"],
    ["openclaw@2026.2.6-3", "per-peer", "agent:main:dm:7"],
    ["openclaw@2026.2.6-3", "per-channel-peer", "agent:main:telegram:dm:7"],
    ["openclaw@2026.2.6-3", "per-account-channel-peer", "agent:main:telegram:default:dm:7"],
    ["openclaw@2026.3.7", "per-peer", "agent:main:direct:7"],
    ["openclaw@2026.3.7", "per-channel-peer", "agent:main:telegram:direct:7"],
    ["2026-11", "main", "agent:main:main"],
    ["2026-11", "per-peer", "agent:main:direct:7"],
    ["2026-11", "per-channel-peer", "agent:main:telegram:direct:7"],
    ["2026-11", "per-account-channel-peer", "agent:main:telegram:default:direct:7"],
  ])("%s, %s: %s", (edition, dmScope, key) => {
    expect(keyOf(dm, { session: { dmScope } }, edition)).toBe(key);
  });
});

describe("where a thread goes", () => {
  const topic: Inbound = { channel: "telegram", chatType: "group", peer: "-100", thread: "42" };
  const dmTopic: Inbound = { ...dm, thread: "42" };
  const discord: Inbound = {
    channel: "discord",
    chatType: "channel",
    peer: "30",
    thread: "30",
    parent: { chatType: "channel", peer: "20" },
  };
  const slack: Inbound = { channel: "slack", chatType: "channel", peer: "C1", thread: "1712.1" };
  const matrix: Inbound = { channel: "matrix", chatType: "channel", peer: "!R", thread: "$Ev" };

  it.each<readonly [string, Inbound, Edition, string]>([
    [
      "a forum topic is part of the peer",
      topic,
      "openclaw@2026.9.6",
      "agent:main:telegram:group:-100:topic:42",
    ],
    ["a forum topic is a thread", topic, "2026-11", "agent:main:telegram:group:-100:thread:42"],
    [
      "a topic in a direct chat had its number alone",
      dmTopic,
      "openclaw@2026.3.1",
      "agent:main:telegram:direct:7:thread:42",
    ],
    ["then also its chat's id", dmTopic, "openclaw@2026.3.2", "agent:main:telegram:direct:7:thread:7:42"],
    [
      "a Discord thread is a channel of its own",
      discord,
      "openclaw@2026.9.6",
      "agent:main:discord:channel:30",
    ],
    ["and so it is here", discord, "2026-11", "agent:main:discord:channel:30"],
    [
      "elsewhere a thread is a suffix",
      slack,
      "openclaw@2026.9.6",
      "agent:main:slack:channel:c1:thread:1712.1",
    ],
    [
      "Matrix lower-cased thread ids",
      matrix,
      "openclaw@2026.2.22",
      "agent:main:matrix:channel:!r:thread:$ev",
    ],
    ["then kept their case", matrix, "openclaw@2026.2.23", "agent:main:matrix:channel:!r:thread:$Ev"],
  ])("%s (%j under %s)", (_, inbound, edition, key) => {
    expect(keyOf(inbound, { session: { dmScope: "per-channel-peer" } }, edition)).toBe(key);
  });

  it("named the thread of a shared main session by number, which other chats have too; now names its chat", () => {
    const thread = (peer: string): Inbound => ({ channel: "zulip", chatType: "direct", peer, thread: "2" });
    const config: ConfigInput = { session: { dmScope: "main" } };
    expect(keyOf(thread("A"), config, "openclaw@2026.9.6")).toBe(
      keyOf(thread("B"), config, "openclaw@2026.9.6"),
    );
    expect(keyOf(thread("A"), config, "2026-11")).toBe("agent:main:zulip:default:direct:A:thread:2");
    expect(keyOf({ ...thread("A"), thread: "2" }, config, "2026-11")).not.toBe(
      keyOf(thread("B"), config, "2026-11"),
    );
  });

  it("is asked about by bindings under the id that OpenClaw gives it, its group after it", () => {
    const bindings = (id: string): ConfigInput => ({
      agents: { list: [{ id: "ops" }] },
      bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id } } }],
    });
    for (const edition of ["openclaw@2026.9.6", "2026-11"] as const) {
      const own = resolveSession(topic, uncheckedPolicy(bindings("-100:topic:42"), edition));
      expect(own).toMatchObject({ agentId: "ops", matchedBy: "binding.peer" });
      const group = resolveSession(topic, uncheckedPolicy(bindings("-100"), edition));
      expect(group).toMatchObject({ agentId: "ops", matchedBy: "binding.peer.parent" });
    }
  });
});

describe("direct messages to a second Telegram bot", () => {
  const work: Inbound = { ...dm, account: "work" };
  const bound: ConfigInput = {
    bindings: [{ agentId: "main", match: { channel: "telegram", accountId: "work" } }],
  };

  it.each<readonly [string, Inbound, ConfigInput, Edition, string]>([
    ["share the main session at first", work, {}, "openclaw@2026.3.2", "agent:main:main"],
    ["then are kept apart", work, {}, "openclaw@2026.3.7", "agent:main:telegram:work:direct:7"],
    ["unless a binding names the bot", work, bound, "openclaw@2026.9.6", "agent:main:main"],
    [
      "whatever dmScope says",
      work,
      { session: { dmScope: "per-peer" } },
      "openclaw@2026.9.6",
      "agent:main:telegram:work:direct:7",
    ],
    [
      "only where none is written",
      work,
      { session: { dmScope: "per-peer" } },
      "2026-11",
      "agent:main:direct:7",
    ],
    ["as by default", work, {}, "2026-11", "agent:main:telegram:work:direct:7"],
    ["on Telegram alone", { ...work, channel: "slack" }, {}, "openclaw@2026.9.6", "agent:main:main"],
  ])("%s", (_, inbound, config, edition, key) => {
    expect(keyOf(inbound, config, edition)).toBe(key);
  });
});

describe("what the result says", () => {
  it("keeps the native ids, and names the person, the binding and the scopes", () => {
    const policy = parsePolicy(
      {
        session: { dmScope: "per-peer", identityLinks: { Alice: ["slack:U1"] } },
        bindings: [
          { agentId: "ops", match: { channel: "irc" } },
          {
            agentId: "ops",
            match: { channel: "slack", teamId: "T1" },
            session: { dmScope: "per-channel-peer" },
          },
        ],
      },
      { edition: "2026-11" },
    );
    const inbound: Inbound = {
      channel: "slack",
      chatType: "direct",
      peer: "U1",
      team: "T1",
      thread: "1.0",
      sender: "U1",
    };
    expect(resolveSession(inbound, policy)).toEqual({
      kind: "resolution",
      ok: true,
      key: "agent:ops:direct:=alice",
      agentId: "ops",
      matchedBy: "binding.team",
      binding: { index: 1, path: "bindings[1]" },
      channel: "slack",
      account: "default",
      chatType: "direct",
      peer: "U1",
      team: "T1",
      thread: "1.0",
      // Slack's threads share a direct chat's session.
      split: { by: [] },
      sender: "U1",
      identity: "alice",
      dmScope: "per-channel-peer",
      groupScope: "per-group",
      mainKey: "agent:ops:main",
    });
  });
});

describe("a person who writes again", () => {
  const policy = parsePolicy(
    { session: { dmScope: "per-channel-peer", identityLinks: { Alice: ["telegram:@alice", "slack:7"] } } },
    { edition: "2026-11" },
  );
  // In this order, of one policy: what an earlier message taught must not answer a later one.
  it.each<readonly [string, Inbound, string]>([
    ["is a stranger by the id alone", dm, "agent:main:telegram:direct:7"],
    ["is known by an alias", { ...dm, aliases: ["@alice"] }, "agent:main:direct:=alice"],
    ["is a stranger again without it", dm, "agent:main:telegram:direct:7"],
    ["is a stranger by someone else's", { ...dm, aliases: ["@bob"] }, "agent:main:telegram:direct:7"],
    ["is known on the channel of the link", { ...dm, channel: "slack" }, "agent:main:direct:=alice"],
  ])("%s", (_, inbound, key) => {
    expect(resolveSession(inbound, policy).key).toBe(key);
  });
});

describe("a message that cannot be placed under 2026-11", () => {
  const isolating: ConfigInput = { session: { dmScope: "per-channel-peer" } };

  it.each<readonly [string, unknown, string, readonly string[]]>([
    ["nobody is named", { channel: "a", chatType: "direct" }, "missing-peer", ["peer"]],
    ["the name is blank", { channel: "a", chatType: "direct", peer: " " }, "missing-peer", ["peer"]],
    ["no room is named", { channel: "a", chatType: "group" }, "missing-peer", ["peer"]],
    ["no channel", { channel: " ", chatType: "direct", peer: "7" }, "malformed-inbound", ["channel"]],
    ["a number as the peer", { channel: "a", chatType: "direct", peer: 7 }, "malformed-inbound", ["peer"]],
    [
      "a number as the thread",
      { channel: "a", chatType: "group", peer: "7", thread: 7 },
      "malformed-inbound",
      ["thread"],
    ],
    [
      "an unknown kind of chat",
      { channel: "a", chatType: "private", peer: "7" },
      "malformed-inbound",
      ["chatType"],
    ],
  ])("%s", (_, inbound, reason, missing) => {
    const resolution = resolveSession(inbound as Inbound, parsePolicy(isolating, { edition: "2026-11" }));
    expect(resolution).toEqual({ kind: "resolution", ok: false, reason, missing });
  });

  it("shares the main session where that is for all", () => {
    expect(keyOf({ channel: "a", chatType: "direct" }, {}, "2026-11")).toBe("agent:main:main");
  });

  it("was placed by number from 2026.2.17 on, and failed before", () => {
    const inbound = { channel: "a", chatType: "group", peer: 7 } as unknown as Inbound;
    expect(keyOf(inbound, {}, "openclaw@2026.2.12")).toBe("malformed-inbound");
    expect(keyOf(inbound, {}, "openclaw@2026.2.17")).toBe("agent:main:a:group:7");
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    " ",
    ":",
    "a:b",
    "%",
    "=alice",
    "alice",
    "direct",
    "thread",
    "*",
    "__proto__",
    "\0",
    "\ud800",
    "İ",
    "é",
    "-100:topic:42",
  ),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const chatType = fc.constantFrom("direct", "group", "channel");
const channel = fc.oneof(fc.constantFrom("telegram", "discord", "slack", "irc", "matrix"), anyText);

const anyInbound = fc
  .record({
    channel,
    chatType,
    account: optional(anyText),
    peer: optional(anyText),
    thread: optional(anyText),
    sender: optional(anyText),
    guild: optional(anyText),
    team: optional(anyText),
    roles: optional(fc.array(anyText)),
    aliases: optional(fc.array(anyText)),
    parent: optional(fc.record({ chatType, peer: anyText })),
  })
  .map(
    (facts) =>
      Object.fromEntries(
        Object.entries(facts).filter(([, fact]) => fact !== undefined),
      ) as unknown as Inbound,
  );

const config: ConfigInput = {
  session: { dmScope: "per-account-channel-peer", identityLinks: { alice: ["telegram:1", "slack:a:b"] } },
  agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
  bindings: [
    { agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id: "*" } } },
    { agentId: "ops", match: { channel: "slack", guildId: "*", roles: ["*"] } },
  ],
};

describe("any message", () => {
  it.each<Edition>(["openclaw@2026.1.29", "openclaw@2026.3.7", "openclaw@2026.9.6", "2026-11"])(
    "has a plain answer under %s, and the same one each time",
    (edition) => {
      const policy = uncheckedPolicy(config, edition);
      fc.assert(
        fc.property(anyInbound, (inbound) => {
          const answers = {
            resolution: resolveSession(inbound, policy),
            lost: traceRouting(inbound, policy),
          };
          expect(resolveSession(inbound, policy)).toEqual(answers.resolution);
          expect(traceRouting(inbound, policy)).toEqual(answers.lost);
          // A lone surrogate survives JSON as an escape.
          expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
        }),
        { numRuns: runs },
      );
    },
  );

  it("has its own key under 2026-11, wherever anything that the scope tells apart differs", () => {
    const policy = parsePolicy(
      { session: { dmScope: "per-account-channel-peer", groupScope: "per-group" } },
      { edition: "2026-11" },
    );
    // IRC folds the case of its ids, and a channel's name is compared without case.
    const exact = fc.record({
      channel: fc.constantFrom("telegram", "discord", "zulip", "a:b"),
      chatType,
      account: optional(anyText),
      peer: anyText,
      thread: optional(anyText),
    });
    const inbound = exact.map(
      (facts) =>
        Object.fromEntries(
          Object.entries(facts).filter(([, fact]) => fact !== undefined),
        ) as unknown as Inbound,
    );
    const conversation = ({ account = "default", channel, chatType, peer, thread }: Inbound) =>
      JSON.stringify([account, channel, chatType, peer, thread]);
    fc.assert(
      fc.property(inbound, inbound, fc.constantFrom("peer", "account", "thread", "all"), (a, b, part) => {
        const { [part as "peer"]: differing } = b;
        const other = part === "all" ? b : { ...a, ...(differing !== undefined && { [part]: differing }) };
        const [one, two] = [resolveSession(a, policy), resolveSession(other, policy)];
        if (!one.ok || !two.ok) return;
        expect(one.key === two.key).toBe(conversation(a) === conversation(other));
      }),
      { numRuns: runs },
    );
  });
});
