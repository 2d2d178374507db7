import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { explainMention } from "../../../src/policy/mention/explain.ts";
import {
  evaluateMention,
  mentionPatterns,
  type MentionRequest,
} from "../../../src/policy/mention/mention.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

describe("a message mentions the bot by", () => {
  it.each<
    readonly [
      why: string,
      config: object,
      request: object,
      edition: Edition,
      decision: object,
      sentence: string,
    ]
  >([
    [
      "a pattern, in any case",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "hi @BOT" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@BOT"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "none of the patterns",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "hi" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "no pattern, where there is none",
      {},
      { text: "hi" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "no-patterns", mentions: [] },
      "The message does not mention the bot: there are no patterns.",
    ],
    [
      "the channel",
      {},
      { text: "", told: "bot" },
      "2026-11",
      { kind: "mention", mentioned: true, reason: "told", mentions: [] },
      "The message mentions the bot: the channel says so.",
    ],
    [
      "the channel, beside a pattern",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@bot", told: "bot" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "told",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@bot"],
      },
      "The message mentions the bot: the channel says so (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "a pattern, though the channel tells of nobody",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@bot", told: "nobody" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@bot"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "a pattern that empty texts have, where others are mentioned",
      { messages: { groupChat: { mentionPatterns: ["\\w?"] } } },
      { text: "", told: "others" },
      "openclaw@2026.5.12",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "no pattern of an empty text, which a release does not search",
      { messages: { groupChat: { mentionPatterns: ["x?"] } } },
      { text: "", told: "nobody" },
      "openclaw@2026.5.12",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "a pattern of an empty text, which a release searches",
      { messages: { groupChat: { mentionPatterns: ["x?"] } } },
      { text: "" },
      "openclaw@2026.9.6",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "what was said aloud, where there is no text",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "", transcript: "say @Bot" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@Bot"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "nothing said aloud, where an early release does not search it",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "", transcript: "say @Bot" },
      "openclaw@2026.1.29",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "what was said aloud, where nobody sees the text",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "\u200b", transcript: "@Bot" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "nothing, where nothing was said",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "a text without the marks that nobody sees",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@b\u200dot" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "a text without blanks around it",
      { messages: { groupChat: { mentionPatterns: ["^@bot$"] } } },
      { text: " @bot " },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "no text with blanks around it, in an early release",
      { messages: { groupChat: { mentionPatterns: ["^@bot$"] } } },
      { text: " @bot " },
      "openclaw@2026.1.29",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "no pattern that is not looked for, and it is said so",
      { messages: { groupChat: { mentionPatterns: ["(ab*)\\1"] } } },
      { text: "abab" },
      "2026-11",
      {
        kind: "mention",
        mentioned: false,
        reason: "not-searched",
        mentions: [],
        path: "messages.groupChat.mentionPatterns[0]",
      },
      "The message does not mention the bot: a pattern was not tried, because that might never end (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "another pattern than that",
      { messages: { groupChat: { mentionPatterns: ["(ab*)\\1", "@bot"] } } },
      { text: "@bot" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[1]",
        mentions: ["@bot"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[1]).",
    ],
    [
      "none, and the first that was not looked for",
      { messages: { groupChat: { mentionPatterns: ["@bot", "(ab*)\\1", "(cd*)\\1"] } } },
      { text: "x" },
      "2026-11",
      {
        kind: "mention",
        mentioned: false,
        reason: "not-searched",
        mentions: [],
        path: "messages.groupChat.mentionPatterns[1]",
      },
      "The message does not mention the bot: a pattern was not tried, because that might never end (messages.groupChat.mentionPatterns[1]).",
    ],
    [
      "each mention once, as it is written",
      { messages: { groupChat: { mentionPatterns: ["(bo)\\1", "x+"] } } },
      { text: "bobo xx xx BOBO" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["bobo", "xx"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "a pattern that finds nothing to cut out",
      { messages: { groupChat: { mentionPatterns: ["x*", "(|a)\\1"] } } },
      { text: "b" },
      "openclaw@2026.9.6",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "no more mentions than a message has",
      { messages: { groupChat: { mentionPatterns: ["@\\d+"] } } },
      { text: "@0 @1 @2 @3 @4 @5 @6 @7 @8 @9 @10 @11 @12 @13 @14 @15 @16 @17 @18 @19" },
      "2026-11",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: [
          "@0",
          "@1",
          "@2",
          "@3",
          "@4",
          "@5",
          "@6",
          "@7",
          "@8",
          "@9",
          "@10",
          "@11",
          "@12",
          "@13",
          "@14",
          "@15",
        ],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "nothing of a message without a session",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { ok: false, kind: "resolution", reason: "missing-peer", missing: ["peer"], text: "@bot" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "unresolved-session", mentions: [] },
      "The message does not mention the bot: the message has no session.",
    ],
    [
      "nothing of a text that is none",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: 5 },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "malformed-request", mentions: [], facts: ["text"] },
      "The message does not mention the bot: something in the request cannot be read (text).",
    ],
    [
      "nothing of a word that there is not",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@bot", told: "everyone" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "malformed-request", mentions: [], facts: ["told"] },
      "The message does not mention the bot: something in the request cannot be read (told).",
    ],
    [
      "nothing of a message that contradicts its key",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@bot", channel: "telegram", key: "agent:main:slack:direct:u1" },
      "2026-11",
      { kind: "mention", mentioned: false, reason: "fact-mismatch", mentions: [], facts: ["channel", "key"] },
      "The message does not mention the bot: facts of the request contradict each other (channel; key).",
    ],
    [
      "a pattern in a release, which does not ask the key",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { text: "@bot", channel: "telegram", key: "agent:main:slack:direct:u1" },
      "openclaw@2026.9.6",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@bot"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "no pattern of a message without a text",
      { messages: { groupChat: { mentionPatterns: ["\\w"] } } },
      {},
      "2026-11",
      { kind: "mention", mentioned: false, reason: "no-match", mentions: [] },
      "The message does not mention the bot: no pattern matches it.",
    ],
    [
      "no pattern where they do not count",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { text: "@bot", channel: "telegram", peer: "1" },
      "2026-11",
      {
        kind: "mention",
        mentioned: false,
        reason: "switched-off",
        mentions: [],
        path: "channels.telegram.mentionPatterns.mode",
      },
      "The message does not mention the bot: patterns do not count in this conversation (channels.telegram.mentionPatterns.mode).",
    ],
    [
      "no pattern where they do not count, however the channel is written",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { text: "@bot", channel: " Telegram ", peer: "1" },
      "2026-11",
      {
        kind: "mention",
        mentioned: false,
        reason: "switched-off",
        mentions: [],
        path: "channels.telegram.mentionPatterns.mode",
      },
      "The message does not mention the bot: patterns do not count in this conversation (channels.telegram.mentionPatterns.mode).",
    ],
    [
      "a pattern, where a release takes the channel as it is written",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { text: "@bot", channel: " Telegram ", peer: "1" },
      "openclaw@2026.9.6",
      {
        kind: "mention",
        mentioned: true,
        reason: "pattern",
        path: "messages.groupChat.mentionPatterns[0]",
        mentions: ["@bot"],
      },
      "The message mentions the bot: a pattern matches it (messages.groupChat.mentionPatterns[0]).",
    ],
    [
      "the channel, where patterns do not count",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { text: "@bot", channel: "telegram", peer: "1", told: "bot" },
      "2026-11",
      { kind: "mention", mentioned: true, reason: "told", mentions: [] },
      "The message mentions the bot: the channel says so.",
    ],
    [
      "no pattern in one chat",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { denyIn: ["1"] } } },
      },
      { text: "@bot", channel: "telegram", peer: "1" },
      "2026-11",
      {
        kind: "mention",
        mentioned: false,
        reason: "switched-off",
        mentions: [],
        path: "channels.telegram.mentionPatterns.denyIn",
      },
      "The message does not mention the bot: patterns do not count in this conversation (channels.telegram.mentionPatterns.denyIn).",
    ],
  ])("%s", (_, config, request, edition, decision, sentence) => {
    // Whatever is told, and however the config is written.
    const told = evaluateMention(request as MentionRequest, uncheckedPolicy(config as ConfigInput, edition));
    expect(told).toStrictEqual(decision);
    expect(explainMention(told)).toBe(sentence);
  });
});

/** The pattern of the name `Ada` since 2026.8.1. */
const ofAda = String.raw`(?:@|(?<![\p{L}\p{N}\p{Pc}\p{M}\u200C\u200D]))Ada(?![\p{L}\p{N}\p{Pc}\p{M}\u200C\u200D])`;

describe("the patterns of an agent are", () => {
  it.each<
    readonly [why: string, config: object, request: object, edition: Edition, patterns: readonly string[]]
  >([
    [
      "a name and a sign",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada", emoji: "★" } },
          ],
        },
      },
      { agentId: "main" },
      "2026-11",
      ["<Ada> iu agents.list[1].identity.name", "★ iu agents.list[1].identity.emoji"],
    ],
    [
      "the same, however the agent is written",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada", emoji: "★" } },
          ],
        },
      },
      { agentId: " MAIN " },
      "2026-11",
      ["<Ada> iu agents.list[1].identity.name", "★ iu agents.list[1].identity.emoji"],
    ],
    [
      "the same in an earlier release",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada", emoji: "★" } },
          ],
        },
      },
      { agentId: "main" },
      "openclaw@2026.7.1",
      ["\\b@?Ada\\b i agents.list[1].identity.name", "★ i agents.list[1].identity.emoji"],
    ],
    [
      "a sign alone",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: " ", emoji: "★" } },
          ],
        },
      },
      { agentId: "main" },
      "2026-11",
      ["★ iu agents.list[1].identity.emoji"],
    ],
    [
      "nothing of an agent that is called nothing",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: {} },
          ],
        },
      },
      { agentId: "main" },
      "2026-11",
      [],
    ],
    [
      "nothing of an agent that there is not",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" } },
          ],
        },
      },
      { agentId: "nobody" },
      "2026-11",
      [],
    ],
    [
      "nothing where no agent is told",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" } },
          ],
        },
      },
      {},
      "2026-11",
      [],
    ],
    [
      "nothing where none is",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" } },
          ],
        },
      },
      { agentId: "" },
      "2026-11",
      [],
    ],
    [
      "an agent's own, blanks around them left out",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" }, groupChat: { mentionPatterns: ["own", " two "] } },
          ],
        },
        messages: { groupChat: { mentionPatterns: ["all"] } },
      },
      { agentId: "main" },
      "2026-11",
      [
        "own i agents.list[1].groupChat.mentionPatterns[0]",
        "two i agents.list[1].groupChat.mentionPatterns[1]",
      ],
    ],
    [
      "those of all, in place of the name",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" } },
          ],
        },
        messages: { groupChat: { mentionPatterns: ["all"] } },
      },
      { agentId: "main" },
      "2026-11",
      ["all i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "those of all, for an agent that there is not",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" }, groupChat: { mentionPatterns: ["own"] } },
          ],
        },
        messages: { groupChat: { mentionPatterns: ["all"] } },
      },
      { agentId: "nobody" },
      "2026-11",
      ["all i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "none, where an agent has an empty list",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { name: "Ada" }, groupChat: { mentionPatterns: [] } },
          ],
        },
        messages: { groupChat: { mentionPatterns: ["all"] } },
      },
      { agentId: "main" },
      "2026-11",
      [],
    ],
    [
      "those of the first of two agents of one name",
      {
        agents: {
          list: [
            { id: "main", groupChat: { mentionPatterns: ["first"] } },
            { id: "Main", groupChat: { mentionPatterns: ["second"] } },
          ],
        },
      },
      { agentId: "main" },
      "2026-11",
      ["first i agents.list[0].groupChat.mentionPatterns[0]"],
    ],
    [
      "a name, where nothing is said of all",
      {
        agents: {
          list: [
            { id: "other", identity: { name: "Bob" } },
            { id: "main", identity: { emoji: "★" } },
          ],
        },
        messages: {},
      },
      { agentId: "main" },
      "2026-11",
      ["★ iu agents.list[1].identity.emoji"],
    ],
    [
      "the sound ones",
      { messages: { groupChat: { mentionPatterns: ["a\bb", " c ", "(", "(a+)+"] } } },
      {},
      "2026-11",
      ["a\\bb i messages.groupChat.mentionPatterns[0]", "c i messages.groupChat.mentionPatterns[1]"],
    ],
    [
      "the sound ones in a release",
      { messages: { groupChat: { mentionPatterns: ["a\bb", " c ", " ", "(", "(a+)+"] } } },
      {},
      "openclaw@2026.9.6",
      ["a\\bb i messages.groupChat.mentionPatterns[0]", "c i messages.groupChat.mentionPatterns[1]"],
    ],
    [
      "all expressions in an earlier release",
      { messages: { groupChat: { mentionPatterns: ["a\bb", " c ", "(", "(a+)+"] } } },
      {},
      "openclaw@2026.3.13",
      [
        "a\\bb i messages.groupChat.mentionPatterns[0]",
        " c  i messages.groupChat.mentionPatterns[1]",
        "(a+)+ i messages.groupChat.mentionPatterns[3]",
      ],
    ],
    [
      "none that a release takes for a repetition of one",
      { messages: { groupChat: { mentionPatterns: ["([\\d]|b)+"] } } },
      {},
      "openclaw@2026.3.22",
      [],
    ],
    [
      "one that later ones do not",
      { messages: { groupChat: { mentionPatterns: ["([\\d]|b)+"] } } },
      {},
      "openclaw@2026.9.6",
      ["([\\d]|b)+ i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "none, where the mode is to deny",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { channel: "telegram", peer: "-1" },
      "2026-11",
      [],
    ],
    [
      "all in a chat that is excepted",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: ["-2", " -1 "] } } },
      },
      { channel: "telegram", peer: " -1 " },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all in a chat whose number is",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: [-1] } } },
      },
      { channel: "telegram", peer: "-1" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "none in a chat without an id",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: ["", "undefined"] } } },
      },
      { channel: "telegram", peer: " " },
      "2026-11",
      [],
    ],
    [
      "none where no chat is told",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: ["undefined"] } } },
      },
      { channel: "telegram" },
      "2026-11",
      [],
    ],
    [
      "none in a chat that is denied",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { denyIn: ["-2", "-1"] } } },
      },
      { channel: "telegram", peer: "-1" },
      "2026-11",
      [],
    ],
    [
      "none in a chat that is denied and excepted",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny", denyIn: ["-1"], allowIn: ["-1"] } } },
      },
      { channel: "telegram", peer: "-1" },
      "2026-11",
      [],
    ],
    [
      "all in another chat",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { denyIn: ["-1"] } } },
      },
      { channel: "telegram", peer: "-2" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all, where what is denied is no list",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { denyIn: "-1" } } },
      },
      { channel: "telegram", peer: "-1" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "none in a mode that there is not",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "other" } } },
      },
      { channel: "telegram" },
      "2026-11",
      [],
    ],
    [
      "all in such a mode in a release",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "other" } } },
      },
      { channel: "telegram" },
      "openclaw@2026.9.6",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all, where no mode is said",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: {} } },
      },
      { channel: "telegram" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all, where the mode is to allow",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "allow" } } },
      },
      { channel: "telegram" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all, where a release has no modes",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { channel: "telegram" },
      "openclaw@2026.5.12",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all on another channel",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      { channel: "slack" },
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "all where no channel is told",
      {
        messages: { groupChat: { mentionPatterns: ["@bot"] } },
        channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      },
      {},
      "2026-11",
      ["@bot i messages.groupChat.mentionPatterns[0]"],
    ],
    [
      "none of a request that cannot be read",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { agentId: 5 },
      "2026-11",
      [],
    ],
    [
      "none of a message without a session",
      { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
      { ok: false, kind: "resolution", reason: "missing-peer", missing: ["peer"] },
      "2026-11",
      [],
    ],
  ])("%s", (_, config, request, edition, patterns) => {
    const found = mentionPatterns(request, uncheckedPolicy(config as ConfigInput, edition));
    const lines = found.map(({ source, flags, path }) =>
      [source === ofAda ? "<Ada>" : source, flags, path].join(" "),
    );
    expect(lines).toEqual(patterns);
  });

  it("the same ones each time, and for agents that there are not", () => {
    const policy = uncheckedPolicy(
      { agents: { list: [{ id: "main", identity: { name: "Ada" } }] } },
      "2026-11",
    );
    const ask = (agentId: string) => mentionPatterns({ agentId }, policy).length;
    expect([ask("main"), ask("x"), ask("main"), ask("x"), ask(""), ask("main")]).toEqual([1, 0, 1, 0, 0, 1]);
  });
});
