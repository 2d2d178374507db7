import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { withoutFields } from "../../../src/policy/section.ts";
import { met, withNotes } from "./met.ts";

/** Two sections of a channel, and what their ceiling writes. */
type Row = readonly [
  why: string,
  channel: string,
  a: object | undefined,
  b: object | undefined,
  expected: object,
  edition: Edition,
];

function section(channel: string, a: object | undefined, b: object | undefined, edition: Edition) {
  const configOf = (written: object | undefined) =>
    ({ channels: written && { [channel]: written } }) as ConfigInput;
  const { config, notes } = met(configOf(a), configOf(b), edition);
  // A channel's section, which the type of an open object cannot say.
  return withNotes(config.channels?.[channel], notes) as Record<string, unknown>;
}

describe("who may write directly under both of two policies", () => {
  it.each<Row>([
    [
      "those whom both list",
      "telegram",
      { allowFrom: ["1", "2"] },
      { allowFrom: ["3", "2"] },
      { dmPolicy: "pairing", allowFrom: ["2"] },
      "2026-11",
    ],
    [
      "those whom one lists, where the other lists everybody",
      "telegram",
      { allowFrom: ["*"] },
      { allowFrom: ["2", "3"] },
      { dmPolicy: "pairing", allowFrom: ["2", "3"] },
      "2026-11",
    ],
    [
      "everybody, where both are open",
      "telegram",
      { dmPolicy: "open", allowFrom: ["*"] },
      { dmPolicy: "open", allowFrom: ["*"] },
      { dmPolicy: "open", allowFrom: ["*"] },
      "2026-11",
    ],
    [
      "the listed, where one is open",
      "telegram",
      { dmPolicy: "open", allowFrom: ["*"] },
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      "2026-11",
    ],
    [
      "the listed, where both say that they are open and list some",
      "telegram",
      { dmPolicy: "open", allowFrom: ["1"] },
      { dmPolicy: "open", allowFrom: ["1", "2"] },
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      "openclaw@2026.9.6",
    ],
    [
      "everybody there in releases that did not ask the list",
      "telegram",
      { dmPolicy: "open", allowFrom: ["1"] },
      { dmPolicy: "open", allowFrom: ["1", "2"] },
      { dmPolicy: "open", allowFrom: ["*"] },
      "openclaw@2026.4.27",
    ],
    [
      "by the stricter of two words",
      "telegram",
      { dmPolicy: "pairing", allowFrom: ["1"] },
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      "2026-11",
    ],
    [
      "by the word of the edition, where one has none",
      "telegram",
      { dmPolicy: "open", allowFrom: ["*"] },
      { allowFrom: ["*"] },
      { dmPolicy: "pairing", allowFrom: ["*"] },
      "2026-11",
    ],
    [
      "nobody by a word that there is not",
      "telegram",
      { dmPolicy: "Open" },
      { dmPolicy: "open", allowFrom: ["*"] },
      { dmPolicy: "disabled" },
      "openclaw@2026.9.6",
    ],
    [
      "nobody, where one says so",
      "telegram",
      { dmPolicy: "disabled" },
      { allowFrom: ["1"] },
      { dmPolicy: "disabled" },
      "2026-11",
    ],
    [
      "nobody, as a list of nobody where whoever was paired would command groups",
      "telegram",
      { dmPolicy: "disabled" },
      { allowFrom: ["1"] },
      { dmPolicy: "allowlist", allowFrom: [""] },
      "openclaw@2026.2.24",
    ],
    [
      "nobody, where the lists have nobody in common, and says that nobody is paired",
      "telegram",
      { allowFrom: ["1"] },
      { allowFrom: ["2"] },
      {
        dmPolicy: "disabled",
        notes: [
          "channels.telegram.dmPolicy: both list senders, but none in common, and nobody is paired either",
        ],
      },
      "2026-11",
    ],
    [
      "nobody, where one of them asked for no pairing",
      "telegram",
      { dmPolicy: "allowlist", allowFrom: ["1"] },
      { allowFrom: ["2"] },
      { dmPolicy: "disabled" },
      "2026-11",
    ],
    [
      "nobody listed, and pairing, in releases that take such a list",
      "telegram",
      { allowFrom: ["1"] },
      { allowFrom: ["2"] },
      { dmPolicy: "pairing", allowFrom: [""] },
      "openclaw@2026.9.6",
    ],
    [
      "nobody, where one does not have the channel",
      "telegram",
      undefined,
      { allowFrom: ["2"] },
      {
        dmPolicy: "disabled",
        notes: [
          "channels.telegram.dmPolicy: both list senders, but none in common, and nobody is paired either",
        ],
      },
      "2026-11",
    ],
    [
      "nobody listed, where neither lists anybody",
      "telegram",
      {},
      {},
      { dmPolicy: "pairing", allowFrom: [""] },
      "openclaw@2026.9.6",
    ],
    [
      "nobody, where the section is switched off",
      "discord",
      { dm: { enabled: false } },
      { allowFrom: ["1"] },
      { dmPolicy: "disabled", dm: {} },
      "2026-11",
    ],
    [
      "those of the section, where the channel has it there, and keeps what else is in it",
      "matrix",
      { dm: { enabled: true, policy: "allowlist", allowFrom: ["@a:x"], threadReplies: "off" } },
      { dm: { allowFrom: ["@a:x", "@b:x"] } },
      { dm: { threadReplies: "off", policy: "allowlist", allowFrom: ["@a:x"] } },
      "2026-11",
    ],
    [
      "those at the top, and keeps what is in the section",
      "slack",
      { dm: { enabled: true, replyToMode: "off" }, allowFrom: ["U1"] },
      { allowFrom: ["U1"] },
      { dmPolicy: "pairing", allowFrom: ["U1"], dm: { replyToMode: "off" } },
      "2026-11",
    ],
  ])("%s", (_, channel, a, b, expected, edition) => {
    const door = withoutFields(section(channel, a, b, edition), "enabled", "groupPolicy", "groups");
    expect(door).toStrictEqual(expected);
  });
});

describe("groups in which the bot answers under both", () => {
  it.each<Row>([
    [
      "open, where both are, and one limits them to some",
      "telegram",
      { groupPolicy: "open", groups: { "-1": {} } },
      { groupPolicy: "open" },
      { "-1": { enabled: true, requireMention: true, groupPolicy: "open" }, "*": { enabled: false } },
      "2026-11",
    ],
    [
      "with a mention, where either wants one",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { requireMention: false }, "*": {} } },
      { groupPolicy: "open", groups: { "*": { requireMention: false } } },
      {
        "-1": { enabled: true, requireMention: false, groupPolicy: "open" },
        "*": { enabled: true, requireMention: true, groupPolicy: "open" },
      },
      "2026-11",
    ],
    [
      "without one, where both waive it",
      "whatsapp",
      { groupPolicy: "open", requireMention: false },
      { groupPolicy: "open", requireMention: false },
      { "*": { enabled: true, requireMention: false, groupPolicy: "open" } },
      "2026-11",
    ],
    [
      "for those of a group's own list",
      "whatsapp",
      { groupPolicy: "open", groups: { a: { allowFrom: ["+1", "+2"] } } },
      { groupPolicy: "open" },
      {
        a: { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["+1", "+2"] },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "by a group's own word",
      "telegram",
      {
        groupAllowFrom: ["1"],
        groups: { "-1": { groupPolicy: "open" }, "-2": { groupPolicy: "disabled" }, "-3": {} },
      },
      { groupPolicy: "open" },
      {
        "-1": { enabled: true, requireMention: true, groupPolicy: "open" },
        "-2": { enabled: false },
        "-3": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1"] },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "not one that is switched off",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { enabled: false }, "*": {} } },
      { groupPolicy: "open" },
      { "-1": { enabled: false }, "*": { enabled: true, requireMention: true, groupPolicy: "open" } },
      "2026-11",
    ],
    [
      "none where the channel is",
      "telegram",
      { enabled: false, groupPolicy: "open" },
      { groupPolicy: "open" },
      { "*": { enabled: false } },
      "2026-11",
    ],
    [
      "none where both say so",
      "telegram",
      { groupPolicy: "disabled", groups: { "-1": {} } },
      { groupPolicy: "open" },
      { "-1": { enabled: false }, "*": { enabled: false } },
      "2026-11",
    ],
    [
      "none where one is disabled, whatever a group says",
      "telegram",
      { groupPolicy: "disabled", groups: { "-1": { groupPolicy: "open" } } },
      { groupPolicy: "open" },
      { "-1": { enabled: false }, "*": { enabled: false } },
      "2026-11",
    ],
    [
      "none, nor any topic that says nothing",
      "telegram",
      { groupPolicy: "disabled", groups: { "-1": { topics: { "7": { requireMention: false } } } } },
      { groupPolicy: "open" },
      { "-1": { enabled: false, topics: { "7": { enabled: false } } }, "*": { enabled: false } },
      "2026-11",
    ],
    [
      "for those whom both list",
      "telegram",
      { groupAllowFrom: ["1", "2"] },
      { allowFrom: ["2", "3"] },
      { "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["2"] } },
      "2026-11",
    ],
    [
      "for those of its own list in place of the account's",
      "telegram",
      { groupAllowFrom: ["1", "2"], groups: { "-1": { allowFrom: ["3"] }, "*": {} } },
      { groupAllowFrom: ["3"] },
      {
        "-1": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["3"] },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "for members of a listed group, in releases that admit them",
      "telegram",
      { groups: { "-1": {} } },
      { groupPolicy: "open" },
      {
        "-1": { enabled: true, requireMention: true, groupPolicy: "open", allowFrom: ["*"] },
        "*": { enabled: false },
      },
      "openclaw@2026.9.6",
    ],
    [
      "for members, where the list of senders has nothing but blanks",
      "telegram",
      { groupAllowFrom: [" "], groups: { "-1": {} } },
      { groupPolicy: "open" },
      {
        "-1": { enabled: true, requireMention: true, groupPolicy: "open", allowFrom: ["*"] },
        "*": { enabled: false },
      },
      "openclaw@2026.9.6",
    ],
    [
      "for the listed alone, where anybody is",
      "telegram",
      { groupAllowFrom: ["7"], groups: { "-1": {} } },
      { groupPolicy: "open" },
      {
        "-1": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["7"] },
        "*": { enabled: false },
      },
      "openclaw@2026.9.6",
    ],
    [
      "where a list of senders stands in for one of groups",
      "whatsapp",
      { groupPolicy: "allowlist", groupAllowFrom: ["+1"] },
      { groupPolicy: "open" },
      { "*": { requireMention: true } },
      "openclaw@2026.4.9",
    ],
    [
      "where it does not yet",
      "telegram",
      { groupPolicy: "allowlist", groupAllowFrom: ["1"] },
      { groupPolicy: "open" },
      { "*": { enabled: false } },
      "openclaw@2026.2.22",
    ],
    [
      "not for those of `*`",
      "telegram",
      { groups: { "*": {} } },
      { groupPolicy: "open" },
      { "*": { enabled: false } },
      "openclaw@2026.9.6",
    ],
    [
      "nor where the group's own list is empty",
      "telegram",
      { groups: { "-1": { allowFrom: [] } } },
      { groupPolicy: "open" },
      { "-1": { enabled: false }, "*": { enabled: false } },
      "openclaw@2026.9.6",
    ],
    [
      "an empty list of an open group admits nobody",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { allowFrom: [] } } },
      { groupPolicy: "open" },
      { "-1": { enabled: false }, "*": { enabled: false } },
      "openclaw@2026.9.6",
    ],
    [
      "unless in releases that did not heed it",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { allowFrom: [] } } },
      { groupPolicy: "open" },
      { "-1": { enabled: true, requireMention: true, groupPolicy: "open" }, "*": { enabled: false } },
      "openclaw@2026.2.24",
    ],
    [
      "for everybody who is known, where Telegram lists everybody",
      "telegram",
      { groupAllowFrom: ["*"] },
      { groupPolicy: "open" },
      { "*": { enabled: true, requireMention: true, groupPolicy: "open", allowFrom: ["*"] } },
      "2026-11",
    ],
    [
      "for everybody, where another channel does",
      "signal",
      { groupAllowFrom: ["*"] },
      { groupPolicy: "open" },
      { "*": { enabled: true, requireMention: true, groupPolicy: "open" } },
      "2026-11",
    ],
    [
      "by a topic's own words",
      "telegram",
      {
        groupPolicy: "open",
        groups: {
          "-1": {
            topics: {
              "7": { requireMention: false, agentId: "ops" },
              "8": { enabled: false },
              "9": { allowFrom: ["1", "2"] },
              "*": { groupPolicy: "allowlist", allowFrom: ["3"] },
            },
          },
        },
      },
      {
        groupPolicy: "open",
        groupAllowFrom: ["2"],
        groups: { "-1": { requireMention: false, topics: { "10": { agentId: "x" } } }, "*": {} },
      },
      {
        "-1": {
          enabled: true,
          requireMention: true,
          groupPolicy: "open",
          topics: {
            "7": {
              agentId: "ops",
              enabled: true,
              requireMention: false,
              groupPolicy: "allowlist",
              allowFrom: ["3"],
            },
            "8": { enabled: false },
            "9": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1", "2"] },
            "10": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["3"] },
            "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["3"] },
          },
        },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "by the words for any topic and any group",
      "telegram",
      {
        groupPolicy: "open",
        groups: { "*": { topics: { "7": { enabled: false }, "*": { requireMention: false } } } },
      },
      { groupPolicy: "open", requireMention: false },
      {
        "*": {
          enabled: true,
          requireMention: true,
          groupPolicy: "open",
          topics: {
            "7": { enabled: false },
            "*": { enabled: true, requireMention: false, groupPolicy: "open", allowFrom: ["*"] },
          },
        },
      },
      "2026-11",
    ],
    [
      "in topics that are not named, where a release takes `*` for the name of one",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { topics: { "*": { enabled: false } } } } },
      { groupPolicy: "open" },
      {
        "-1": {
          enabled: true,
          requireMention: true,
          groupPolicy: "open",
          topics: { "*": { enabled: true, requireMention: true, groupPolicy: "open", allowFrom: ["*"] } },
        },
        "*": { enabled: false },
      },
      "openclaw@2026.4.9",
    ],
    [
      "in a topic of a group that is shut otherwise",
      "telegram",
      {
        groupPolicy: "open",
        groups: { "-1": { groupPolicy: "disabled", topics: { "7": { groupPolicy: "open" } } } },
      },
      { groupPolicy: "open" },
      {
        "-1": {
          enabled: true,
          groupPolicy: "disabled",
          topics: { "7": { enabled: true, requireMention: true, groupPolicy: "open", allowFrom: ["*"] } },
        },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "with the resets of the first, and the tools of the one that names any",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { reset: { mode: "idle", idleMinutes: 5 } } } },
      {
        groupPolicy: "open",
        groups: { "-1": { tools: { deny: ["exec"] }, reset: { mode: "idle", idleMinutes: 9 } } },
      },
      {
        "-1": {
          enabled: true,
          requireMention: true,
          groupPolicy: "open",
          reset: { mode: "idle", idleMinutes: 5 },
          tools: { deny: ["exec"] },
        },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "with the tools of the first, where the second names none",
      "telegram",
      {
        groupPolicy: "open",
        groups: { "-1": { tools: { deny: ["exec"] }, toolsBySender: { "id:1": { deny: ["read"] } } } },
      },
      { groupPolicy: "open" },
      {
        "-1": {
          enabled: true,
          requireMention: true,
          groupPolicy: "open",
          tools: { deny: ["exec"] },
          toolsBySender: { "id:1": { deny: ["read"] } },
        },
        "*": { enabled: false },
      },
      "2026-11",
    ],
    [
      "without tools of theirs, where both name some",
      "telegram",
      { groupPolicy: "open", groups: { "-1": { tools: { deny: ["read"] } } } },
      { groupPolicy: "open", groups: { "-1": { tools: { deny: ["exec"] } } } },
      { "-1": { enabled: true, requireMention: true, groupPolicy: "open" }, "*": { enabled: false } },
      "2026-11",
    ],
  ])("%s", (_, channel, a, b, expected, edition) => {
    expect(section(channel, a, b, edition)["groups"]).toStrictEqual(expected);
  });
});

describe("rooms that a channel writes in a way of its own", () => {
  it.each<Row>([
    [
      "as both write them",
      "discord",
      {
        dmPolicy: "disabled",
        groupPolicy: "open",
        guilds: { "9": { users: ["1"] } },
        allowBots: true,
        dangerouslyAllowNameMatching: true,
        dm: { groupEnabled: true, groupChannels: ["5"] },
      },
      {
        dmPolicy: "disabled",
        groupPolicy: "open",
        guilds: { "9": { users: ["1"] } },
        allowBots: true,
        dangerouslyAllowNameMatching: true,
        dm: { groupEnabled: true, groupChannels: ["5"] },
      },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "open",
        allowBots: true,
        dangerouslyAllowNameMatching: true,
        dm: { groupEnabled: true, groupChannels: ["5"] },
        guilds: { "9": { users: ["1"] } },
      },
      "2026-11",
    ],
    [
      "none, where they are not alike",
      "discord",
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { users: ["1"] } } },
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { users: ["2"] } } },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        dm: { groupEnabled: false },
        guilds: { "9": { users: ["1"] } },
        allowBots: false,
        notes: [
          "channels.discord.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "none, and the tools of their sessions",
      "discord",
      {
        dmPolicy: "disabled",
        groupPolicy: "open",
        groupAllowFrom: ["1"],
        guilds: { "9": { tools: { deny: ["exec"] } } },
        dm: { groupEnabled: true },
      },
      { dmPolicy: "disabled", groupPolicy: "open" },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        dm: { groupEnabled: false },
        guilds: { "9": { tools: { deny: ["exec"] } } },
        allowBots: false,
        notes: [
          "channels.discord.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "none, and the tools of the second's sessions",
      "discord",
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { users: ["1"] } } },
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { tools: { deny: ["exec"] } } } },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        dm: { groupEnabled: false },
        guilds: { "9": { tools: { deny: ["exec"] } } },
        allowBots: false,
        notes: [
          "channels.discord.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "none, and no tools where both name some",
      "discord",
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { tools: { deny: ["read"] } } } },
      { dmPolicy: "disabled", groupPolicy: "open", guilds: { "9": { tools: { deny: ["exec"] } } } },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        allowBots: false,
        dm: { groupEnabled: false },
        notes: [
          "channels.<id>.groups.<id>.tools: they differ here, so what either denies is denied to everybody",
          "channels.discord.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "none of a channel that only one has",
      "irc",
      undefined,
      { dmPolicy: "disabled", groupPolicy: "open", groups: { "#a": {} } },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        notes: [
          "channels.irc.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "as the edition has them, where neither says anything",
      "irc",
      { dmPolicy: "disabled", enabled: false },
      { dmPolicy: "disabled" },
      { enabled: false, dmPolicy: "disabled", groupPolicy: "allowlist" },
      "2026-11",
    ],
    [
      "with what is said of threads",
      "slack",
      {
        dmPolicy: "disabled",
        groupPolicy: "open",
        requireMention: false,
        thread: { requireExplicitMention: true },
        channels: { C1: {} },
      },
      {
        dmPolicy: "disabled",
        groupPolicy: "open",
        requireMention: false,
        thread: { requireExplicitMention: true },
        channels: { C1: {} },
      },
      {
        thread: { requireExplicitMention: true },
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "open",
        requireMention: false,
        dm: {},
        channels: { C1: {} },
      },
      "2026-11",
    ],
    [
      "by the lists of a channel that lists rooms",
      "feishu",
      {
        dmPolicy: "disabled",
        groupAllowFrom: ["oc_a"],
        groupSenderAllowFrom: ["ou_1"],
        groups: { oc_a: {} },
      },
      {
        dmPolicy: "disabled",
        groupAllowFrom: ["oc_a"],
        groupSenderAllowFrom: ["ou_1"],
        groups: { oc_a: {} },
      },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "allowlist",
        groupAllowFrom: ["oc_a"],
        groupSenderAllowFrom: ["ou_1"],
        groups: { oc_a: {} },
      },
      "2026-11",
    ],
    [
      "by a word for open that only this channel has",
      "feishu",
      { dmPolicy: "disabled", groupPolicy: "allowall" },
      { dmPolicy: "disabled", groupPolicy: "allowall" },
      { enabled: true, dmPolicy: "disabled", groupPolicy: "allowall" },
      "openclaw@2026.9.6",
    ],
    [
      "none, of a channel without chats of several people",
      "feishu",
      { dmPolicy: "disabled", groupAllowFrom: ["oc_a"] },
      { dmPolicy: "disabled", groupAllowFrom: ["oc_b"] },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        notes: [
          "channels.feishu.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "2026-11",
    ],
    [
      "none, where one is silent and the other names a server",
      "discord",
      { dmPolicy: "disabled" },
      { dmPolicy: "disabled", guilds: { "9": {} } },
      {
        enabled: true,
        dmPolicy: "disabled",
        groupPolicy: "disabled",
        dm: { groupEnabled: false },
        allowBots: false,
        notes: [
          "channels.discord.groupPolicy: both list rooms of this channel, and differently: the bot answers in none",
        ],
      },
      "openclaw@2026.9.6",
    ],
  ])("%s", (_, channel, a, b, expected, edition) => {
    expect(section(channel, a, b, edition)).toStrictEqual(expected);
  });
});

describe("who approves commands under both", () => {
  it.each<Row>([
    [
      "those who approve under both",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1", 2], target: "dm" } },
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["2", "3"], target: "channel" } },
      { enabled: true, approvers: [2], target: "dm" },
      "2026-11",
    ],
    [
      "nobody, where they have nobody in common",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"] } },
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["3"], target: "channel" } },
      { enabled: false, target: "channel" },
      "2026-11",
    ],
    [
      "nobody, where the second has it switched off",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"] } },
      { dmPolicy: "disabled", execApprovals: { enabled: false, approvers: ["1"] } },
      { enabled: false, approvers: ["1"] },
      "2026-11",
    ],
    [
      "nobody, where the first has",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: false, approvers: ["1"] } },
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"] } },
      { enabled: false, approvers: ["1"] },
      "2026-11",
    ],
    [
      "nobody, where the second does not speak of it",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"], target: "dm" } },
      { dmPolicy: "disabled" },
      { enabled: false, target: "dm" },
      "2026-11",
    ],
    [
      "nobody, where only the first speaks of it and of no place",
      "telegram",
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"] } },
      { dmPolicy: "disabled" },
      { enabled: false },
      "2026-11",
    ],
    [
      "nobody, where the first does not",
      "telegram",
      { dmPolicy: "disabled" },
      { dmPolicy: "disabled", execApprovals: { enabled: true, approvers: ["1"] } },
      { enabled: false },
      "2026-11",
    ],
  ])("%s", (_, channel, a, b, expected, edition) => {
    expect(section(channel, a, b, edition)["execApprovals"]).toStrictEqual(expected);
  });

  it("is not said, where neither speaks of it", () => {
    expect(section("telegram", {}, {}, "2026-11")["execApprovals"]).toBeUndefined();
  });
});

describe("the channels of both", () => {
  it.each<
    readonly [
      why: string,
      a: ConfigInput["channels"],
      b: ConfigInput["channels"],
      expected: object | undefined,
    ]
  >([
    [
      "accounts of either, each met with what holds for it in the other",
      {
        telegram: {
          dmPolicy: "allowlist",
          allowFrom: ["1", "2"],
          accounts: { work: { allowFrom: ["1"], botToken: "x", dm: {} } },
        },
      },
      { telegram: { dmPolicy: "allowlist", allowFrom: ["2", "1"], accounts: { home: { enabled: false } } } },
      {
        telegram: {
          enabled: true,
          dmPolicy: "allowlist",
          allowFrom: ["1", "2"],
          groupPolicy: "allowlist",
          groups: {
            "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1", "2"] },
          },
          accounts: {
            work: {
              botToken: "x",
              enabled: true,
              dmPolicy: "allowlist",
              allowFrom: ["1"],
              groupPolicy: "allowlist",
              groups: {
                "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1"] },
              },
            },
            home: {
              enabled: false,
              dmPolicy: "allowlist",
              allowFrom: ["1", "2"],
              groupPolicy: "allowlist",
              groups: { "*": { enabled: false } },
            },
          },
        },
        defaults: { groupPolicy: "allowlist" },
      },
    ],
    [
      "what a host keeps beside, of the first that has the channel",
      {
        telegram: {
          botToken: "t",
          dmPolicy: "disabled",
          accounts: { a: { botToken: "v", dmPolicy: "disabled" } },
        },
      },
      { telegram: { botToken: "u", dmPolicy: "disabled" }, signal: { account: "+1", dmPolicy: "disabled" } },
      {
        telegram: {
          botToken: "t",
          enabled: true,
          dmPolicy: "disabled",
          groupPolicy: "allowlist",
          groups: { "*": { enabled: false } },
          accounts: {
            a: {
              botToken: "v",
              enabled: true,
              dmPolicy: "disabled",
              groupPolicy: "allowlist",
              groups: { "*": { enabled: false } },
            },
          },
        },
        signal: {
          account: "+1",
          enabled: true,
          dmPolicy: "disabled",
          groupPolicy: "allowlist",
          groups: { "*": { enabled: false } },
        },
        defaults: { groupPolicy: "allowlist" },
      },
    ],
    [
      "accounts of the second alone, and what holds for those that are not named",
      { telegram: { dmPolicy: "disabled" } },
      {
        telegram: {
          dmPolicy: "allowlist",
          allowFrom: ["1"],
          accounts: { default: { dmPolicy: "disabled", token: "x" } },
        },
        signal: { dmPolicy: "disabled", accounts: { work: {} } },
      },
      {
        telegram: {
          enabled: true,
          dmPolicy: "disabled",
          groupPolicy: "allowlist",
          groups: { "*": { enabled: false } },
          accounts: {
            default: {
              enabled: true,
              dmPolicy: "disabled",
              groupPolicy: "allowlist",
              groups: { "*": { enabled: false } },
            },
          },
        },
        signal: {
          enabled: true,
          dmPolicy: "disabled",
          groupPolicy: "allowlist",
          groups: { "*": { enabled: false } },
          accounts: {
            work: {
              enabled: true,
              dmPolicy: "disabled",
              groupPolicy: "allowlist",
              groups: { "*": { enabled: false } },
            },
          },
        },
        defaults: { groupPolicy: "allowlist" },
      },
    ],
    [
      "for those that are not named what the channel says, though one is called `default`",
      {
        telegram: {
          dmPolicy: "allowlist",
          allowFrom: ["1"],
          accounts: { default: { dmPolicy: "disabled" } },
        },
      },
      { telegram: { dmPolicy: "allowlist", allowFrom: ["1"] } },
      {
        telegram: {
          enabled: true,
          dmPolicy: "allowlist",
          allowFrom: ["1"],
          groupPolicy: "allowlist",
          groups: {
            "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1"] },
          },
          accounts: {
            default: {
              enabled: true,
              dmPolicy: "disabled",
              groupPolicy: "allowlist",
              groups: {
                "*": { enabled: true, requireMention: true, groupPolicy: "allowlist", allowFrom: ["1"] },
              },
            },
          },
        },
        defaults: { groupPolicy: "allowlist" },
      },
    ],
    ["nothing, where neither says anything", {}, {}, undefined],
    [
      "nothing, where both write what goes without saying",
      { defaults: { groupPolicy: "allowlist" } },
      {},
      undefined,
    ],
    [
      "the stricter word for the groups of all channels",
      { defaults: { groupPolicy: "open" } },
      { defaults: { groupPolicy: "disabled" } },
      { defaults: { groupPolicy: "disabled" } },
    ],
    ["the edition's, where one has none", { defaults: { groupPolicy: "open" } }, {}, undefined],
    [
      "an open one, where both are",
      { defaults: { groupPolicy: "open" } },
      { defaults: { groupPolicy: "open" } },
      { defaults: { groupPolicy: "open" } },
    ],
  ])("have %s", (_, a, b, expected) => {
    expect(met({ channels: a }, { channels: b }).config.channels).toStrictEqual(expected);
  });
});
