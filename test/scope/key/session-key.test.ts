import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSessionKey, parseSessionKey } from "../../../src/scope/key/session-key.ts";
import type { SessionKeyParts } from "../../../src/scope/key/parts.ts";
import { anyText, keyParts, trickyText } from "./key-arbitraries.ts";

const shapes: readonly (readonly [string, SessionKeyParts])[] = [
  ["global", { kind: "global" }],
  ["agent:main:main", { kind: "main", agentId: "main", mainKey: "main" }],
  ["agent:main:direct:42", { kind: "direct", agentId: "main", peer: "42" }],
  ["agent:main:direct:=alice", { kind: "direct", agentId: "main", peer: "alice", identity: true }],
  [
    "agent:main:slack:direct:U7:party:T1",
    { kind: "direct", agentId: "main", channel: "slack", peer: "U7", party: "T1" },
  ],
  [
    "agent:main:direct:=alice:party:BC1",
    { kind: "direct", agentId: "main", peer: "alice", identity: true, party: "BC1" },
  ],
  ["agent:main:irc:direct:bob", { kind: "direct", agentId: "main", channel: "irc", peer: "bob" }],
  [
    "agent:main:irc:work:direct:bob",
    { kind: "direct", agentId: "main", channel: "irc", account: "work", peer: "bob" },
  ],
  [
    "agent:ops:slack:channel:C1:thread:17.5",
    { kind: "channel", agentId: "ops", channel: "slack", peer: "C1", thread: "17.5" },
  ],
  ["agent:main:telegram:slash:7", { kind: "slash", agentId: "main", channel: "telegram", user: "7" }],
  ["agent:main:cron:daily:run:9", { kind: "cron", agentId: "main", job: "daily", run: "9" }],
  [
    "agent:main:cron:daily:run:9:subagent:x",
    { kind: "cron", agentId: "main", job: "daily", run: "9", subagents: ["x"] },
  ],
  ["agent:main:subagent:a:subagent:b", { kind: "subagent", agentId: "main", path: ["a", "b"] }],
  [
    "agent:main:acp:binding:discord:default:0123456789abcdef",
    {
      kind: "acp-binding",
      agentId: "main",
      channel: "discord",
      account: "default",
      conversation: "0123456789abcdef",
    },
  ],
  ["agent:main:acp:u1", { kind: "acp", agentId: "main", id: "u1" }],
  ["agent:main:hook:u1", { kind: "hook", agentId: "main", id: "u1" }],
  ["agent:main:explicit:S-1", { kind: "explicit", agentId: "main", id: "S-1" }],
  ["agent:main:openai-user:ann", { kind: "openai-user", agentId: "main", id: "ann" }],
  ["agent:main:harness:codex:7", { kind: "harness", agentId: "main", owner: "codex", id: "7" }],
  ["agent:main:node-macbook", { kind: "node", agentId: "main", id: "macbook" }],
  ["agent:main:tui-1", { kind: "tui", agentId: "main", id: "1" }],
  ["agent:main:boot", { kind: "boot", agentId: "main" }],
  ["agent:main:main:heartbeat", { kind: "main", agentId: "main", mainKey: "main", heartbeat: true }],
  ["agent:main:shop:order-7", { kind: "custom", agentId: "main", segments: ["shop", "order-7"] }],
];

describe("every shape of key", () => {
  it.each(shapes)("%s is written and read", (key, parts) => {
    expect(formatSessionKey(parts)).toBe(key);
    expect(parseSessionKey(key)).toEqual(parts);
  });
});

describe("an id that looks like structure is escaped", () => {
  it.each<readonly [string, SessionKeyParts, string]>([
    ["a colon", { kind: "direct", agentId: "main", peer: "a:b" }, "agent:main:direct:a%3Ab"],
    ["the empty id", { kind: "direct", agentId: "main", peer: "" }, "agent:main:direct:%"],
    ["a percent sign", { kind: "direct", agentId: "main", peer: "%" }, "agent:main:direct:%25"],
    [
      "a channel called like a kind of chat",
      { kind: "direct", agentId: "main", channel: "direct", peer: "x" },
      "agent:main:%64irect:direct:x",
    ],
    [
      "a peer called like a suffix, in capitals",
      { kind: "group", agentId: "main", channel: "irc", peer: "Thread" },
      "agent:main:irc:group:%54hread",
    ],
    [
      "a main key called like a task",
      { kind: "main", agentId: "main", mainKey: "cron" },
      "agent:main:%63ron",
    ],
    [
      "a main key called like a node",
      { kind: "main", agentId: "main", mainKey: "node-7" },
      "agent:main:%6Eode-7",
    ],
    [
      "a peer with the mark of a name",
      { kind: "direct", agentId: "main", peer: "=a" },
      "agent:main:direct:%3Da",
    ],
    ["a zero-width space", { kind: "direct", agentId: "main", peer: "\u200bx" }, "agent:main:direct:%u200Bx"],
    ["a lone surrogate", { kind: "direct", agentId: "main", peer: "\ud800" }, "agent:main:direct:%uD800"],
    ["a line break", { kind: "direct", agentId: "main", peer: "a\nb" }, "agent:main:direct:a%0Ab"],
  ])("%s", (_, parts, key) => {
    expect(formatSessionKey(parts)).toBe(key);
    expect(parseSessionKey(key)).toEqual(parts);
  });

  it("but what is no structure stays readable", () => {
    const parts = { kind: "direct", agentId: "main", channel: "matrix", peer: "@zoë/😀" } as const;
    expect(formatSessionKey(parts)).toBe("agent:main:matrix:direct:@zoë/😀");
  });
});

describe("keys of OpenClaw releases", () => {
  it.each<readonly [string, string, SessionKeyParts | undefined]>([
    [
      "colons in the last id",
      "agent:main:matrix:channel:!Room:example.org:thread:$ev:example.org",
      {
        kind: "channel",
        agentId: "main",
        channel: "matrix",
        peer: "!Room:example.org",
        thread: "$ev:example.org",
      },
    ],
    [
      "a Telegram topic stays in the id",
      "agent:main:telegram:group:-100:topic:42",
      { kind: "group", agentId: "main", channel: "telegram", peer: "-100:topic:42" },
    ],
    ["the old word for a direct chat", "agent:main:dm:7", { kind: "direct", agentId: "main", peer: "7" }],
    [
      "words in capitals",
      "AGENT:main:Slack:CHANNEL:C1",
      { kind: "channel", agentId: "main", channel: "Slack", peer: "C1" },
    ],
    [
      "a suffix that was added twice",
      "agent:main:main:heartbeat:heartbeat",
      { kind: "main", agentId: "main", mainKey: "main", heartbeat: true },
    ],
    [
      "a group called direct:5, or a person 5 of the account group",
      "agent:main:telegram:group:direct:5",
      undefined,
    ],
    ["a peer called direct:x, or a channel called direct", "agent:main:direct:direct:x", undefined],
    ["a prefix that stands twice", "agent:main:agent:main:main", undefined],
    [
      "a thread c of a:thread:b, or a thread b:thread:c of a",
      "agent:main:plug:group:a:thread:b:thread:c",
      undefined,
    ],
    ["…with nothing behind the second", "agent:main:plug:group:a:thread:b:thread", undefined],
    ["a sender, twice", "agent:main:plug:group:a:sender:b:sender:c", undefined],
    ["whose chat it is, twice", "agent:main:slack:direct:U1:party:T1:party:T2", undefined],
    ["a run, twice", "agent:main:cron:a:run:b:run:c", undefined],
    [
      "a sender within a thread, or a thread within a room",
      "agent:main:plug:group:a:thread:b:sender:c",
      undefined,
    ],
    ["no agent", "telegram:group:-100", undefined],
    ["an empty agent", "agent::main", undefined],
    ["an empty name", "agent:main:", undefined],
    ["a word without its id", "agent:main:telegram:direct", undefined],
  ])("%s", (_, key, parts) => {
    expect(parseSessionKey(key)).toEqual(parts);
  });
});

describe("parsing is the inverse of formatting", () => {
  it.each([
    ["any text", anyText],
    ["texts that look like structure", trickyText],
  ])("for %s in every field", (_, text) => {
    fc.assert(
      fc.property(keyParts(text), (parts) => {
        expect(parseSessionKey(formatSessionKey(parts))).toEqual(parts);
      }),
    );
  });

  it("for ids of a million characters", () => {
    const parts = { kind: "direct", agentId: "main", channel: "x", peer: ":\0".repeat(500_000) } as const;
    expect(parseSessionKey(formatSessionKey(parts))).toEqual(parts);
  });
});

describe("what are no parts give no key", () => {
  it.each([
    ["a part that is missing", { kind: "slash", agentId: "main", channel: "irc" }],
    [
      "a part that is there and says nothing",
      { kind: "slash", agentId: "main", channel: "irc", user: undefined },
    ],
    ["a part of another type", { kind: "slash", agentId: "main", channel: "irc", user: 7 }],
    ["an empty path", { kind: "subagent", agentId: "main", path: [] }],
    ["a kind that there is not", { kind: "toString", agentId: "main" }],
  ])("%s", (_, parts) => {
    // JavaScript hands over anything.
    expect(formatSessionKey(parts as SessionKeyParts)).toBe("");
  });
});

it("a key is one line without blanks", () => {
  fc.assert(fc.property(keyParts(anyText), (parts) => !/[\s\p{Cc}\p{Cs}]/u.test(formatSessionKey(parts))));
});

it("reading never throws, however strange the text", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, trickyText), (text) => {
      expect(() => parseSessionKey(`agent:${text}`)).not.toThrow();
      expect(() => parseSessionKey(text)).not.toThrow();
    }),
  );
  expect(parseSessionKey(`agent:main${":thread".repeat(100_000)}`)).toBeUndefined();
});
