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
  [
    "agent:main:plug:group:=a:sender:=b",
    { kind: "group", agentId: "main", channel: "plug", peer: "=a", sender: "=b" },
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

describe("what words without their ids are", () => {
  const main = { agentId: "main" } as const;
  it.each<readonly [string, string, SessionKeyParts | undefined]>([
    ["a kind of chat alone", "agent:main:direct", undefined],
    ["a channel and a kind alone", "agent:main:telegram:group", undefined],
    ["a channel, an account and a kind alone", "agent:main:telegram:work:group", undefined],
    ["a channel and its commands alone", "agent:main:telegram:slash", undefined],
    ["a job alone", "agent:main:cron", undefined],
    ["a sub-agent alone", "agent:main:subagent", undefined],
    ["a sub-agent that started none", "agent:main:subagent:a:subagent", undefined],
    [
      "a sub-agent called like the word",
      "agent:main:subagent:subagent",
      { kind: "subagent", ...main, path: ["subagent"] },
    ],
    ["a harness without the session's id", "agent:main:harness:codex", undefined],
    [
      "a binding without its conversation",
      "agent:main:acp:binding:discord:default",
      { kind: "acp", ...main, id: "binding:discord:default" },
    ],
    [
      "a binding of none",
      "agent:main:explicit:binding:discord:default:c",
      { kind: "explicit", ...main, id: "binding:discord:default:c" },
    ],
    [
      "an ACP session whose id has colons",
      "agent:main:acp:a:b:c:d:e",
      { kind: "acp", ...main, id: "a:b:c:d:e" },
    ],
    ["a run without its id", "agent:main:cron:j:run", { kind: "cron", ...main, job: "j:run" }],
    [
      "a run's sub-agent without its id",
      "agent:main:cron:j:run:r:subagent",
      { kind: "cron", ...main, job: "j", run: "r:subagent" },
    ],
    [
      "a run's second sub-agent without its id",
      "agent:main:cron:j:run:r:subagent:a:subagent",
      { kind: "cron", ...main, job: "j", run: "r:subagent:a:subagent" },
    ],
    [
      "a sub-agent of a job that is no run",
      "agent:main:cron:j:subagent:a",
      { kind: "cron", ...main, job: "j:subagent:a" },
    ],
    [
      "a sub-agent within a run's id",
      "agent:main:cron:j:run:subagent:a",
      { kind: "cron", ...main, job: "j", run: "subagent:a" },
    ],
    [
      "a thread without its id",
      "agent:main:telegram:group:1:thread",
      { kind: "group", ...main, channel: "telegram", peer: "1:thread" },
    ],
    ["a thread of nothing", "agent:main:thread:1", undefined],
    [
      "a thread of a main session",
      "agent:main:telegram:thread:1",
      { kind: "main", ...main, mainKey: "telegram", thread: "1" },
    ],
    ["a thread of a word", "agent:main:run:thread:1", undefined],
    [
      "a sender without their id",
      "agent:main:plug:group:a:sender",
      { kind: "group", ...main, channel: "plug", peer: "a:sender" },
    ],
    [
      "a sender in no room",
      "agent:main:plug:group:sender:b",
      { kind: "group", ...main, channel: "plug", peer: "sender:b" },
    ],
    [
      "whose chat it is, with nobody",
      "agent:main:slack:direct:party:T",
      { kind: "direct", ...main, channel: "slack", peer: "party:T" },
    ],
    [
      "a sender in a chat with a person",
      "agent:main:slack:direct:a:sender:b",
      { kind: "direct", ...main, channel: "slack", peer: "a:sender:b" },
    ],
    [
      "whose chat it is, of a room",
      "agent:main:plug:group:a:party:b",
      { kind: "group", ...main, channel: "plug", peer: "a:party:b" },
    ],
    [
      "a room called like a person's name",
      "agent:main:plug:group:=a",
      { kind: "group", ...main, channel: "plug", peer: "=a" },
    ],
    ["a person's name with a colon", "agent:main:direct:=a:b", { kind: "direct", ...main, peer: "=a:b" }],
    ["a heartbeat of nothing", "agent:main:heartbeat", undefined],
    ["heartbeats of nothing", "agent:main:heartbeat:heartbeat", undefined],
    [
      "two heartbeats of a thread",
      "agent:main:telegram:group:1:thread:2:heartbeat:heartbeat",
      { kind: "group", ...main, channel: "telegram", peer: "1", thread: "2", heartbeat: true },
    ],
    ["the start of an agent", "agent:main:boot", { kind: "boot", ...main }],
    ["…and something behind it", "agent:main:boot:x", undefined],
    ["a word that names no session", "agent:main:run", undefined],
    ["the session of all, in capitals", "GLOBAL", { kind: "global" }],
    ["the session of messages without one", "Unknown", { kind: "unknown" }],
    ["…with something behind it", "unknown:x", undefined],
    ["…of the same length", "unknowx", undefined],
  ])("%s: %s", (_, key, parts) => {
    expect(parseSessionKey(key)).toStrictEqual(parts);
  });

  it.each([[undefined], [null], [7], [{}], [["agent:main:main"]]])("%j is no key", (given) => {
    expect(parseSessionKey(given as unknown as string)).toBeUndefined();
  });
});

describe("what no key is written of", () => {
  const main = { kind: "main", agentId: "main", mainKey: "main" };
  it.each<readonly [string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "agent:main:main"],
    ["a list", [main]],
    ["no kind", { ...main, kind: undefined }],
    ["a kind that there is none of", { ...main, kind: "chat" }],
    ["a kind that every object has", { ...main, kind: "toString" }],
    ["a kind that is a list", { ...main, kind: ["main"] }],
    ["no agent", { kind: "main", mainKey: "main" }],
    ["an agent that is a number", { ...main, agentId: 7 }],
    ["nothing of what the kind asks for", { kind: "group", agentId: "main", channel: "telegram" }],
    ["something else that is no text", { ...main, thread: 7 }],
    ["null for what may be absent", { ...main, thread: null }],
    ["a mark that is no mark", { ...main, heartbeat: "yes" }],
    ["a path that is a text", { kind: "subagent", agentId: "main", path: "a" }],
    ["a path of nothing", { kind: "subagent", agentId: "main", path: [] }],
    ["a path with a number in it", { kind: "subagent", agentId: "main", path: ["a", 7] }],
    [
      "a path that only looks like a list",
      { kind: "subagent", agentId: "main", path: { length: 1, every: () => true } },
    ],
  ])("%s", (_, given) => {
    expect(formatSessionKey(given as SessionKeyParts)).toBe("");
  });

  it("but what is absent may be named undefined", () => {
    expect(
      formatSessionKey({ ...main, thread: undefined, heartbeat: undefined } as unknown as SessionKeyParts),
    ).toBe("agent:main:main");
    expect(formatSessionKey({ ...main, heartbeat: false } as unknown as SessionKeyParts)).toBe(
      "agent:main:main",
    );
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
