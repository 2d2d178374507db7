import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { compileAllowList } from "../../../src/policy/access/allow-list.ts";
import { channelAccess } from "../../../src/policy/access/channel-access.ts";
import { explainAccess } from "../../../src/policy/access/explain.ts";
import { mentionRule, type MentionRequest } from "../../../src/policy/access/mention.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

describe("a message to be let in lacks", () => {
  it.each<
    readonly [
      what: string,
      channels: object,
      message: object | undefined,
      edition: Edition,
      decision: object,
      sentence: string,
    ]
  >([
    [
      "a channel and a kind of chat",
      {},
      {},
      "2026-11",
      {
        kind: "access",
        outcome: "unknown",
        allowed: false,
        reason: "missing-fact",
        missing: ["channel", "chatType"],
      },
      "It is not known whether the message is let in: not enough is known: channel, chatType.",
    ],
    [
      "a kind of chat",
      {},
      { channel: "irc" },
      "2026-11",
      { kind: "access", outcome: "unknown", allowed: false, reason: "missing-fact", missing: ["chatType"] },
      "It is not known whether the message is let in: not enough is known: chatType.",
    ],
    [
      "a channel of blanks",
      {},
      { channel: " ", chatType: "direct", peer: "a" },
      "2026-11",
      { kind: "access", outcome: "unknown", allowed: false, reason: "missing-fact", missing: ["channel"] },
      "It is not known whether the message is let in: not enough is known: channel.",
    ],
    [
      "a channel of nothing, to a release",
      {},
      { channel: "", chatType: "direct", peer: "a" },
      "openclaw@2026.9.6",
      { kind: "access", outcome: "unknown", allowed: false, reason: "missing-fact", missing: ["channel"] },
      "It is not known whether the message is let in: not enough is known: channel.",
    ],
    [
      "a channel",
      {},
      { chatType: "direct" },
      "2026-11",
      { kind: "access", outcome: "unknown", allowed: false, reason: "missing-fact", missing: ["channel"] },
      "It is not known whether the message is let in: not enough is known: channel.",
    ],
    [
      "everything",
      {},
      undefined,
      "2026-11",
      { kind: "access", outcome: "deny", allowed: false, reason: "malformed-request", facts: ["request"] },
      "The message is not let in: something in the request cannot be read (request).",
    ],
    [
      "what can be read of an id and of roles",
      {},
      { channel: "irc", chatType: "direct", peer: 5, roles: "x" },
      "2026-11",
      {
        kind: "access",
        outcome: "deny",
        allowed: false,
        reason: "malformed-request",
        facts: ["peer", "roles"],
      },
      "The message is not let in: something in the request cannot be read (peer; roles).",
    ],
    [
      "who writes, and whether the bot is mentioned",
      { signal: { groupAllowFrom: ["1"] } },
      { channel: "signal", chatType: "group", peer: "g" },
      "2026-11",
      {
        kind: "access",
        outcome: "unknown",
        allowed: false,
        reason: "missing-fact",
        missing: ["sender", "mentioned"],
      },
      "It is not known whether the message is let in: not enough is known: sender, mentioned.",
    ],
    [
      "an open door",
      { slack: { dmPolicy: "disabled" } },
      { channel: "slack", chatType: "direct", peer: "U1" },
      "2026-11",
      {
        kind: "access",
        outcome: "deny",
        allowed: false,
        reason: "dm-disabled",
        path: "channels.slack.dmPolicy",
      },
      "The message is not let in: direct messages are switched off (channels.slack.dmPolicy).",
    ],
    [
      "a list",
      {},
      { channel: "slack", chatType: "direct", peer: "U1" },
      "2026-11",
      {
        kind: "access",
        outcome: "pair",
        allowed: false,
        reason: "dm-pairing",
        path: "channels.slack.dmPolicy",
        defaultOf: "2026-11",
      },
      "The sender has to be paired first: the sender is a stranger (channels.slack.dmPolicy: the default of 2026-11).",
    ],
    [
      "nothing",
      { slack: { allowFrom: ["U1"] } },
      { channel: "slack", chatType: "direct", peer: "U1" },
      "2026-11",
      {
        kind: "access",
        outcome: "admit",
        allowed: true,
        reason: "dm-allowlisted",
        path: "channels.slack.allowFrom[0]",
      },
      "The message is let in: the sender is on the list for direct messages (channels.slack.allowFrom[0]).",
    ],
    [
      "a record of what the release decides",
      { signal: {} },
      { channel: "signal", chatType: "group", peer: "g" },
      "openclaw@2026.9.6",
      { kind: "access", outcome: "unknown", allowed: false, reason: "rooms-not-known" },
      "It is not known whether the message is let in: what the release decides about rooms of this channel is not on record.",
    ],
    [
      "a server, in which it may be listed",
      { discord: { guilds: { "9": {} } } },
      { channel: "discord", chatType: "channel", peer: "30", sender: "7" },
      "2026-11",
      { kind: "access", outcome: "unknown", allowed: false, reason: "missing-fact", missing: ["guild"] },
      "It is not known whether the message is let in: not enough is known: guild.",
    ],
  ])("%s", (_, channels, message, edition, decision, sentence) => {
    const policy = uncheckedPolicy({ channels: { ...channels } }, edition);
    // Whatever is told.
    const told = evaluateAccess(message as unknown as AccessRequest, policy);
    expect(told).toStrictEqual(decision);
    expect(explainAccess(told)).toBe(sentence);
  });
});

describe("a group must mention the bot", () => {
  type Groups = Record<string, { requireMention?: boolean }>;

  it.each<
    readonly [
      where: string,
      groups: Groups | undefined,
      request: MentionRequest,
      edition: Edition,
      rule: object,
    ]
  >([
    [
      "where nothing says otherwise",
      undefined,
      { group: "a" },
      "2026-11",
      { required: true, from: "default" },
    ],
    [
      "not, where the group waives it",
      { a: { requireMention: false } },
      { group: "a" },
      "2026-11",
      { required: false, from: "group", path: "channels.whatsapp.groups.a.requireMention" },
    ],
    [
      "not, where all groups do",
      { a: {}, "*": { requireMention: false } },
      { group: "a" },
      "2026-11",
      { required: false, from: "any-group", path: 'channels.whatsapp.groups["*"].requireMention' },
    ],
    [
      "not, where the channel does",
      {},
      { group: "a", override: false },
      "2026-11",
      { required: false, from: "override" },
    ],
    [
      "where the group wants it before its channel",
      { a: { requireMention: true } },
      { group: "a", override: false },
      "2026-11",
      { required: true, from: "group", path: "channels.whatsapp.groups.a.requireMention" },
    ],
    [
      "not, where the channel comes first",
      { a: { requireMention: true } },
      { group: "a", override: false, overrideFirst: true },
      "2026-11",
      { required: false, from: "override" },
    ],
    [
      "where a channel that comes first says nothing",
      { a: { requireMention: true } },
      { group: "a", overrideFirst: true },
      "2026-11",
      { required: true, from: "group", path: "channels.whatsapp.groups.a.requireMention" },
    ],
    [
      "not in a group that is listed, where the channel says so",
      { a: {} },
      { group: "a", listedWaives: true },
      "openclaw@2026.9.6",
      { required: false, from: "listed" },
    ],
    [
      "in one that is listed, where it does not",
      { a: {} },
      { group: "a" },
      "openclaw@2026.9.6",
      { required: true, from: "default" },
    ],
    [
      "in one that is not listed",
      { b: {} },
      { group: "a", listedWaives: true },
      "openclaw@2026.9.6",
      { required: true, from: "default" },
    ],
    [
      "in one that is listed, in early releases",
      { a: {} },
      { group: "a", listedWaives: true },
      "openclaw@2026.1.29",
      { required: true, from: "default" },
    ],
  ])("%s", (_, groups, request, edition, rule) => {
    const config: ConfigInput = { channels: { whatsapp: { ...(groups && { groups }) } } };
    const policy = uncheckedPolicy(config, edition);
    expect(mentionRule(channelAccess("whatsapp", undefined, policy), request, policy)).toStrictEqual(rule);
  });
});

describe("several lists of people as one", () => {
  const lists = [
    { entries: [" ann ", "", 7, "ann"], path: "first" },
    { entries: ["ann", "name:bob", "name:bob", "*"], path: "second" },
  ];
  const nameOf = (entry: string) => (entry.startsWith("name:") ? entry.slice(5) : undefined);

  it("have every entry, and the first place of each id and of each name", () => {
    const list = compileAllowList(lists, undefined, nameOf);
    expect(list.entries).toEqual(["ann", "7", "ann", "ann", "name:bob", "name:bob", "*"]);
    expect(list.ids()).toEqual(["ann", "7", "name:bob", "*"]);
    expect(list.names()).toEqual(["bob"]);
    expect([list.wildcard, list.find("ann"), list.find("7"), list.find("bob")]).toEqual([
      "second[3]",
      "first[0]",
      "first[2]",
      undefined,
    ]);
    expect([list.findName("bob"), list.findName("ann")]).toEqual(["second[1]", undefined]);
  });

  it("have the ids that an entry is read as, and no names where none are read", () => {
    const list = compileAllowList(lists, (entry) => [entry, `${entry}!`]);
    expect(list.find("7!")).toBe("first[2]");
    expect(list.names()).toEqual([]);
    expect(list.findName("bob")).toBeUndefined();
  });
});
