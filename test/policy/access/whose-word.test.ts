import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { told } from "./told.ts";

/*
 * Whose word counts where several could speak, and what holds where nobody does: of each the answer, and what would turn it.
 */

type Message = Partial<Record<keyof AccessRequest, unknown>>;
type Row = readonly [
  why: string,
  channel: string,
  section: object | undefined,
  message: Message,
  edition: Edition,
  lines: readonly string[],
];

const [early, late, ours] = ["openclaw@2026.1.29", "openclaw@2026.9.6", "2026-11"] as const;

const direct = { chatType: "direct", peer: "7" };
const group = { chatType: "group", peer: "g", sender: "7", mentioned: true };
const discord = { chatType: "channel", guild: "9", peer: "30", sender: "7", mentioned: true };
const slack = { chatType: "channel", peer: "C1", sender: "7", mentioned: true };
const teams = { chatType: "channel", team: "t", peer: "c", sender: "7", mentioned: true };

function expectLines(
  ...[, channel, section, message, edition, lines, defaults]: readonly [...Row, defaults?: object]
): void {
  // What a row leaves out is not told, and what it tells has its type.
  expect(told(channel, section, message as Partial<AccessRequest>, edition, defaults)).toEqual(lines);
}

describe("what holds where nothing is written", () => {
  it.each<Row>([
    [
      "whoever was paired is kept out by the channel's own word",
      "telegram",
      undefined,
      { ...direct, paired: ["7"] },
      ours,
      [
        "admit dm-paired channels.telegram.dmPolicy",
        "channels.telegram.enabled=false",
        "channels.telegram.dmPolicy=allowlist | channels.telegram.dmPolicy=disabled",
      ],
    ],
    [
      "an account's word stands in its section",
      "telegram",
      { accounts: { work: { allowFrom: ["7"] } } },
      { ...direct, account: "work" },
      ours,
      [
        "admit dm-allowlisted channels.telegram.accounts.work.allowFrom[0]",
        "channels.telegram.accounts.work.enabled=false",
        "channels.telegram.accounts.work.dmPolicy=disabled",
      ],
    ],
    [
      "a group is answered by the word of all groups",
      "telegram",
      undefined,
      { ...group, mentioned: false },
      early,
      [
        "deny mention-required channels.telegram.requireMention (default)",
        'channels.telegram.groups["*"].requireMention=false',
      ],
    ],
    [
      "a group of Feishu is listed by its id",
      "feishu",
      undefined,
      { ...group, peer: "oc_1" },
      late,
      ["deny room-not-listed channels.feishu", "channels.feishu.groupAllowFrom[0]=oc_1"],
    ],
    [
      "or let in where rooms are open",
      "feishu",
      undefined,
      { ...group, peer: "oc_1" },
      early,
      [
        "admit group-open channels.feishu.groupPolicy (default)",
        "mention required and made, commands not obeyed",
        "channels.feishu.enabled=false",
        "channels.feishu.groupPolicy=disabled",
      ],
    ],
    [
      "a room of Discord is, too",
      "discord",
      undefined,
      discord,
      early,
      [
        "admit group-open channels.discord.groupPolicy (default)",
        "mention required and made, commands not obeyed",
        "channels.discord.enabled=false",
        "channels.discord.groupPolicy=disabled",
      ],
    ],
    [
      "chats of several people are not",
      "discord",
      undefined,
      { ...group },
      ours,
      [
        "deny group-chats-disabled channels.discord.dm.groupEnabled (default)",
        "channels.discord.dm.groupEnabled=true & channels.discord.allowFrom[0]=7",
      ],
    ],
    [
      "a bot in a room of Slack is not read",
      "slack",
      undefined,
      { ...slack, bot: true },
      ours,
      ["deny bot-not-admitted channels.slack.allowBots"],
    ],
    [
      "a bot that is read is watched by nobody",
      "slack",
      { allowBots: true },
      { ...slack, bot: true },
      ours,
      ["deny room-not-listed channels.slack.channels (default)"],
    ],
    [
      "a room of Matrix needs a mention beside that",
      "matrix",
      undefined,
      { ...group, mentioned: false },
      early,
      [
        'deny mention-required channels.matrix.groups["*"].requireMention (default)',
        'channels.matrix.groups["*"].requireMention=false & channels.matrix.groupPolicy=open',
      ],
    ],
    [
      "nor is a room of Matrix open by then",
      "matrix",
      undefined,
      { ...group, mentioned: false },
      late,
      [
        "deny room-not-listed channels.matrix.groups (default)",
        'channels.matrix.groupPolicy=open & channels.matrix.groups["*"].requireMention=false',
      ],
    ],
    [
      "a team has to be written",
      "msteams",
      { groupPolicy: "allowlist" },
      teams,
      ours,
      ["deny room-not-listed channels.msteams.teams", "channels.msteams.groupPolicy=open"],
    ],
    [
      "or people in its place",
      "msteams",
      { groupPolicy: "allowlist", groupAllowFrom: ["7"] },
      teams,
      ours,
      [
        "admit group-allowlisted channels.msteams.groupAllowFrom[0]",
        "mention required and made, commands obeyed",
        "channels.msteams.enabled=false",
        "channels.msteams.groupPolicy=disabled",
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("which groups the word for all channels reaches", () => {
  it.each<readonly [...Row, defaults: object]>([
    [
      "groups of Telegram that are listed for nobody",
      "telegram",
      { groupAllowFrom: ["7"] },
      group,
      "openclaw@2026.2.22",
      [
        "deny group-disabled channels.defaults.groupPolicy",
        "channels.defaults.groupPolicy=open | channels.defaults.groupPolicy=allowlist",
      ],
      { groupPolicy: "disabled" },
    ],
    [
      "the same where Telegram is not written",
      "telegram",
      undefined,
      group,
      late,
      ["deny group-disabled channels.defaults.groupPolicy", "channels.defaults.groupPolicy=open"],
      { groupPolicy: "disabled" },
    ],
    [
      "not those of another channel that is not written",
      "discord",
      undefined,
      discord,
      late,
      ["deny room-not-listed channels.discord.guilds (default)", "channels.discord.groupPolicy=open"],
      { groupPolicy: "open" },
    ],
    [
      "but once they were",
      "discord",
      undefined,
      discord,
      early,
      ["deny group-disabled channels.defaults.groupPolicy", "channels.defaults.groupPolicy=open"],
      { groupPolicy: "disabled" },
    ],
    [
      "those of a channel that is",
      "discord",
      {},
      discord,
      late,
      ["deny group-disabled channels.defaults.groupPolicy", "channels.defaults.groupPolicy=open"],
      { groupPolicy: "disabled" },
    ],
    [
      "a channel without rooms of its own way that is not written",
      "whatsapp",
      undefined,
      group,
      ours,
      [
        "deny group-empty-allowlist channels.whatsapp.groupAllowFrom (default)",
        "channels.whatsapp.groupPolicy=open | channels.whatsapp.groupAllowFrom[0]=+7",
      ],
      { groupPolicy: "open" },
    ],
    [
      "nor does a release know it",
      "whatsapp",
      undefined,
      group,
      early,
      ["admit group-open channels.whatsapp.groupPolicy (default)", "channels.whatsapp.groupPolicy=disabled"],
      { groupPolicy: "open" },
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told of whoever writes in a group", () => {
  it.each<Row>([
    [
      "nobody knows who it is, and a disabled group that lists everybody",
      "telegram",
      { groupPolicy: "disabled", groupAllowFrom: ["*"] },
      { ...group, sender: undefined },
      ours,
      ["deny group-disabled channels.telegram.groupPolicy", "channels.telegram.groupPolicy=open"],
    ],
    [
      "somebody listed in a disabled group of an early release",
      "telegram",
      { groupPolicy: "disabled", groupAllowFrom: ["7"] },
      group,
      early,
      [
        "deny group-disabled channels.telegram.groupPolicy",
        "channels.telegram.groupPolicy=open | channels.telegram.groupPolicy=allowlist",
      ],
    ],
    [
      "somebody listed in none of the groups of such a release",
      "telegram",
      { groupPolicy: "disabled", groupAllowFrom: ["7"], groups: { h: {} } },
      group,
      "openclaw@2026.2.21",
      [
        "deny group-disabled channels.telegram.groupPolicy",
        "channels.telegram.groupPolicy=open | channels.telegram.groupPolicy=allowlist & channels.telegram.groups.g.enabled=true",
      ],
    ],
    [
      "a stranger in a listed group that lists others",
      "telegram",
      { groupAllowFrom: ["8"], groups: { g: {} } },
      group,
      late,
      [
        "deny group-not-allowlisted channels.telegram.groupAllowFrom",
        "channels.telegram.groupPolicy=open | channels.telegram.groupAllowFrom[1]=7",
      ],
    ],
    [
      "a member of a listed group that lists nobody",
      "telegram",
      { groups: { g: {} } },
      group,
      late,
      [
        "admit group-member channels.telegram.groups.g",
        "channels.telegram.enabled=false",
        "channels.telegram.groups.g.enabled=false",
        "channels.telegram.groupPolicy=disabled",
      ],
    ],
    [
      "an empty list of Telegram is taken at its word",
      "telegram",
      { groupPolicy: "allowlist", groupAllowFrom: [], allowFrom: ["7"] },
      group,
      "openclaw@2026.2.23",
      [
        "deny group-empty-allowlist channels.telegram.groupAllowFrom",
        "channels.telegram.groupPolicy=open | channels.telegram.groupAllowFrom[0]=7 & channels.telegram.groups.g.enabled=true",
      ],
    ],
    [
      "an empty list of another channel",
      "whatsapp",
      { groupPolicy: "allowlist", groupAllowFrom: [], allowFrom: ["7"] },
      group,
      ours,
      [
        "deny room-not-listed channels.whatsapp.groups",
        "channels.whatsapp.groups.g.enabled=true & channels.whatsapp.groupPolicy=open | channels.whatsapp.groupAllowFrom[0]=+7",
      ],
    ],
    [
      "a number behind a prefix, in a release",
      "telegram",
      { groupAllowFrom: ["7"] },
      { ...group, sender: "tg:7" },
      late,
      [
        "admit group-allowlisted channels.telegram.groupAllowFrom[0]",
        "channels.telegram.enabled=false",
        "channels.telegram.groupPolicy=disabled",
      ],
    ],
    [
      "a number with blanks around it, in a release",
      "telegram",
      { groupAllowFrom: ["7"] },
      { ...group, sender: " 7 " },
      late,
      [
        "admit group-allowlisted channels.telegram.groupAllowFrom[0]",
        "channels.telegram.enabled=false",
        "channels.telegram.groupPolicy=disabled",
      ],
    ],
    [
      "and under 2026-11",
      "telegram",
      { groupAllowFrom: ["7"] },
      { ...group, sender: " 7 " },
      ours,
      ["deny group-not-allowlisted channels.telegram.groupAllowFrom", "channels.telegram.groupPolicy=open"],
    ],
    [
      "other ids, one of them blank",
      "telegram",
      { groupAllowFrom: ["7"] },
      { ...group, sender: "8", aliases: [" ", "7"] },
      ours,
      [
        "admit group-allowlisted channels.telegram.groupAllowFrom[0]",
        "channels.telegram.enabled=false",
        "channels.telegram.groupPolicy=disabled",
      ],
    ],
    [
      "one of several ids that was paired",
      "telegram",
      {},
      { ...direct, peer: "8", aliases: ["7"], paired: new Set(["7"]) },
      ours,
      [
        "admit dm-paired channels.telegram.dmPolicy",
        "channels.telegram.enabled=false",
        "channels.telegram.dmPolicy=allowlist | channels.telegram.dmPolicy=disabled",
      ],
    ],
    [
      "a group of no name is none",
      "telegram",
      { groupPolicy: "open", groups: { "": {} } },
      { ...group, peer: undefined },
      ours,
      ["unknown missing-fact without peer"],
    ],
    [
      "one gate is shut, and another lacks a fact",
      "telegram",
      { groupPolicy: "disabled", allowFrom: ["7"] },
      { ...group, sender: undefined, mentioned: undefined },
      ours,
      [
        "deny group-disabled channels.telegram.groupPolicy",
        "channels.telegram.groupPolicy=open & channels.telegram.requireMention=false",
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told of a topic", () => {
  it.each<Row>([
    [
      "its own word for mentions is no default",
      "telegram",
      { groupPolicy: "open", groups: { g: { topics: { "5": { requireMention: true } } } } },
      { ...group, thread: "5", mentioned: false },
      ours,
      [
        'deny mention-required channels.telegram.groups.g.topics["5"].requireMention',
        'channels.telegram.groups.g.topics["5"].requireMention=false',
      ],
    ],
    [
      "a switch of its own, in an early release",
      "telegram",
      { groupPolicy: "open", groups: { g: { topics: { "5": { enabled: false } } } } },
      { ...group, thread: "5" },
      early,
      [
        'deny topic-disabled channels.telegram.groups.g.topics["5"].enabled',
        'channels.telegram.groups.g.topics["5"].enabled=true',
      ],
    ],
    [
      "what is said of every topic holds for none",
      "telegram",
      { groupPolicy: "open", groups: { g: { topics: { "*": { enabled: false } } } } },
      group,
      late,
      [
        "admit group-open channels.telegram.groupPolicy",
        "channels.telegram.enabled=false",
        "channels.telegram.groups.g.enabled=false",
        "channels.telegram.groupPolicy=disabled",
      ],
    ],
    [
      "but for each",
      "telegram",
      { groupPolicy: "open", groups: { g: { topics: { "*": { enabled: false } } } } },
      { ...group, thread: "5" },
      late,
      [
        'deny topic-disabled channels.telegram.groups.g.topics["*"].enabled',
        'channels.telegram.groups.g.topics["*"].enabled=true',
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told of chats of several people", () => {
  it.each<Row>([
    [
      "a chat that is listed by its name, however that is written",
      "discord",
      { allowFrom: ["7"], dm: { groupEnabled: true, groupChannels: ["Help Desk"] } },
      { ...group, roomName: "help desk" },
      ours,
      [
        "admit group-allowlisted channels.discord.allowFrom[0]",
        "mention waived and made, commands obeyed",
        "channels.discord.enabled=false",
        "channels.discord.dm.groupEnabled=false",
      ],
    ],
    [
      "one that is not",
      "discord",
      { allowFrom: ["7"], dm: { groupEnabled: true, groupChannels: ["Help Desk"] } },
      { ...group, roomName: "other" },
      ours,
      ["deny room-not-listed channels.discord.dm.groupChannels", "channels.discord.dm.groupChannels[1]=g"],
    ],
    [
      "one whose id nobody tells",
      "discord",
      { allowFrom: ["7"], dm: { groupEnabled: true, groupChannels: ["Help Desk"] } },
      { ...group, peer: undefined },
      ours,
      ["unknown missing-fact without peer"],
    ],
    [
      "an empty list of people",
      "discord",
      { allowFrom: [], dm: { groupEnabled: true } },
      group,
      ours,
      ["deny group-empty-allowlist channels.discord.allowFrom", "channels.discord.allowFrom[0]=7"],
    ],
    [
      "one of everybody gives nobody the word",
      "discord",
      { groupPolicy: "allowlist", allowFrom: ["*"], groupAllowFrom: ["7"], dm: { groupEnabled: true } },
      group,
      ours,
      [
        "admit group-allowlisted channels.discord.allowFrom[0]",
        "mention waived and made, commands not obeyed",
        "channels.discord.enabled=false",
        "channels.discord.dm.groupEnabled=false",
      ],
    ],
    [
      "a chat of Slack by its id with blanks around it",
      "slack",
      { allowFrom: ["7"], dm: { groupEnabled: true, groupChannels: [" G1 "] } },
      { ...group, peer: "G1" },
      ours,
      [
        "admit group-allowlisted channels.slack.allowFrom[0]",
        "mention waived and made, commands obeyed",
        "channels.slack.enabled=false",
        "channels.slack.dm.groupEnabled=false",
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told of what bots write", () => {
  it.each<Row>([
    [
      "that must mention the bot, and does not",
      "discord",
      { groupPolicy: "open", allowBots: "mentions", guilds: { "9": { requireMention: false } } },
      { ...discord, bot: true, mentioned: false },
      late,
      ["deny bot-not-admitted channels.discord.allowBots", "channels.discord.allowBots=true"],
    ],
    [
      "that names everybody, while that is enough",
      "discord",
      { groupPolicy: "open", allowBots: "mentions", guilds: { "9": { requireMention: false } } },
      { ...discord, bot: true, mentioned: "everyone" },
      "openclaw@2026.9.2",
      [
        "admit group-open channels.discord.groupPolicy",
        "mention waived and made, commands not obeyed",
        "channels.discord.enabled=false",
        "channels.discord.allowBots=false",
        "channels.discord.groupPolicy=disabled",
      ],
    ],
    [
      "and where it is not",
      "discord",
      { groupPolicy: "open", allowBots: "mentions", guilds: { "9": { requireMention: false } } },
      { ...discord, bot: true, mentioned: "everyone" },
      late,
      ["deny bot-not-admitted channels.discord.allowBots", "channels.discord.allowBots=true"],
    ],
    [
      "that is a reply",
      "discord",
      { groupPolicy: "open", allowBots: "mentions", guilds: { "9": { requireMention: false } } },
      { ...discord, bot: true, mentioned: "reply" },
      late,
      ["deny bot-not-admitted channels.discord.allowBots", "channels.discord.allowBots=true"],
    ],
    [
      "that a room lists by the list that is next",
      "slack",
      { groupPolicy: "open", allowBots: true, allowFrom: ["8"], channels: { C1: { users: ["9"] } } },
      { ...slack, bot: true, ownerPresent: false },
      ours,
      ["deny group-not-allowlisted channels.slack.channels.C1.users"],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told by the lists of people in a room", () => {
  it.each<Row>([
    [
      "an empty list of the channel admits nobody in place of the next",
      "discord",
      { groupPolicy: "allowlist", guilds: { "9": {} }, groupAllowFrom: [], allowFrom: ["7"] },
      discord,
      ours,
      [
        "deny group-not-allowlisted channels.discord.groupAllowFrom",
        "channels.discord.groupPolicy=open | channels.discord.groupAllowFrom[0]=7",
      ],
    ],
    [
      "an empty list says nothing in a release",
      "googlechat",
      { groupPolicy: "allowlist", groups: { g: {} }, groupAllowFrom: [] },
      group,
      "openclaw@2026.3.13",
      [
        "admit group-member channels.googlechat.groups.g",
        "mention required and made, commands not obeyed",
        "channels.googlechat.enabled=false",
        "channels.googlechat.groups.g.enabled=false",
        "channels.googlechat.groupPolicy=disabled",
      ],
    ],
    [
      "whoever was paired where everybody may write",
      "nextcloud-talk",
      { groupPolicy: "open", rooms: { g: {} } },
      { ...group, paired: ["7"] },
      early,
      [
        'admit group-open channels["nextcloud-talk"].groupPolicy',
        "mention required and made, commands obeyed",
        'channels["nextcloud-talk"].enabled=false',
        'channels["nextcloud-talk"].rooms.g.enabled=false',
        'channels["nextcloud-talk"].groupPolicy=disabled',
      ],
    ],
    [
      "whoever is known by a name that no list has",
      "discord",
      { groupPolicy: "open", guilds: { "9": { users: ["8"] } } },
      { ...discord, sender: undefined, senderName: "ann" },
      early,
      ['deny group-not-allowlisted channels.discord.guilds["9"].users'],
    ],
    [
      "roles that nobody tells, beside a list of another place",
      "discord",
      { groupPolicy: "open", guilds: { "9": { roles: ["r"], channels: { "30": { users: ["8"] } } } } },
      { ...discord, sender: "7" },
      ours,
      ["unknown missing-fact without roles"],
    ],
    [
      "a list that gives way beside one that does not",
      "nextcloud-talk",
      { groupPolicy: "allowlist", groupAllowFrom: ["8"], rooms: { g: { allowFrom: ["8"] } } },
      group,
      ours,
      [
        'deny group-not-allowlisted channels["nextcloud-talk"].rooms.g.allowFrom',
        'channels["nextcloud-talk"].rooms.g.allowFrom[1]=7 & channels["nextcloud-talk"].groupAllowFrom[1]=7',
      ],
    ],
    [
      "commands of the next list, where the first is empty",
      "nextcloud-talk",
      { groupPolicy: "open", groupAllowFrom: [], allowFrom: ["7"], rooms: { g: {} } },
      group,
      ours,
      [
        'admit group-open channels["nextcloud-talk"].groupPolicy',
        "mention required and made, commands obeyed",
        'channels["nextcloud-talk"].enabled=false',
        'channels["nextcloud-talk"].rooms.g.enabled=false',
        'channels["nextcloud-talk"].groupPolicy=disabled',
      ],
    ],
    [
      "commands of a stranger where the paired may",
      "irc",
      { groupPolicy: "open", groups: { g: {} } },
      group,
      early,
      [
        "admit group-open channels.irc.groupPolicy",
        "mention required and made, commands not obeyed",
        "channels.irc.enabled=false",
        "channels.irc.groups.g.enabled=false",
        "channels.irc.groupPolicy=disabled",
      ],
    ],
    [
      "and of somebody who was",
      "irc",
      { groupPolicy: "open", groups: { g: {} } },
      { ...group, paired: ["7"] },
      early,
      [
        "admit group-open channels.irc.groupPolicy",
        "mention required and made, commands obeyed",
        "channels.irc.enabled=false",
        "channels.irc.groups.g.enabled=false",
        "channels.irc.groupPolicy=disabled",
      ],
    ],
    [
      "an account's section beside its channel's",
      "discord",
      { dm: { allowFrom: ["7"] }, accounts: { work: { dm: { policy: "allowlist" } } } },
      { ...direct, account: "work" },
      early,
      [
        "deny dm-not-allowlisted channels.discord.accounts.work.dm.policy",
        "channels.discord.accounts.work.dm.policy=open | channels.discord.accounts.work.dm.allowFrom[0]=7",
      ],
    ],
    [
      "commands of nobody that is listed",
      "irc",
      { groupPolicy: "open", groups: { g: { allowFrom: ["7"] } } },
      group,
      early,
      [
        "admit group-allowlisted channels.irc.groups.g.allowFrom[0]",
        "mention required and made, commands not obeyed",
        "channels.irc.enabled=false",
        "channels.irc.groups.g.enabled=false",
        "channels.irc.groupPolicy=disabled",
      ],
    ],
    [
      "commands of whoever was paired",
      "discord",
      { groupPolicy: "open", guilds: { "9": {} } },
      { ...discord, paired: ["7"] },
      late,
      [
        "admit group-open channels.discord.groupPolicy",
        "mention required and made, commands not obeyed",
        "channels.discord.enabled=false",
        "channels.discord.groupPolicy=disabled",
      ],
    ],
    [
      "commands of whoever a room lists",
      "matrix",
      { groupPolicy: "allowlist", groups: { g: { users: ["7"] } } },
      group,
      late,
      [
        "admit group-allowlisted channels.matrix.groups.g.users[0]",
        "mention required and made, commands obeyed",
        "channels.matrix.enabled=false",
        "channels.matrix.groups.g.enabled=false",
        "channels.matrix.groupPolicy=disabled",
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});

describe("what is told of rooms, listed or not", () => {
  it.each<Row>([
    [
      "where everybody may write, none has to be",
      "feishu",
      { groupPolicy: "open" },
      { ...group, peer: "oc_1" },
      ours,
      [
        "admit group-open channels.feishu.groupPolicy",
        "mention required and made, commands not obeyed",
        "channels.feishu.enabled=false",
        "channels.feishu.groupPolicy=disabled",
      ],
    ],
    [
      "nobody tells which it is",
      "feishu",
      { groupPolicy: "allowlist", groupAllowFrom: ["oc_1"] },
      { ...group, peer: undefined },
      ours,
      ["deny group-empty-allowlist channels.feishu.groupSenderAllowFrom"],
    ],
    [
      "nor in a release",
      "feishu",
      { groupPolicy: "allowlist", groupAllowFrom: ["oc_1"] },
      { ...group, peer: undefined },
      late,
      ["unknown missing-fact without peer"],
    ],
    [
      "nor does a word for all rooms stand for it",
      "feishu",
      { groupPolicy: "allowlist", groups: { "*": { allowFrom: ["7"] } } },
      { ...group, peer: undefined },
      late,
      ["unknown missing-fact without peer"],
    ],
    [
      "a release that has no word to shut them",
      "feishu",
      { groupPolicy: "open", groups: { oc_1: {} } },
      { ...group, peer: "oc_1" },
      "openclaw@2026.2.26",
      [
        "admit group-open channels.feishu.groupPolicy",
        "mention required and made, commands not obeyed",
        "channels.feishu.enabled=false",
        "channels.feishu.groupPolicy=disabled",
      ],
    ],
    [
      "a room of Slack that is not",
      "slack",
      { groupPolicy: "allowlist", channels: { C2: {} } },
      slack,
      late,
      ["deny room-not-listed channels.slack.channels", "channels.slack.channels.C1.enabled=true"],
    ],
    [
      "a word for mentions at the top that the channel does not have",
      "discord",
      { groupPolicy: "open", requireMention: false, guilds: { "9": {} } },
      { ...discord, mentioned: false },
      late,
      [
        'deny mention-required channels.discord.guilds["9"].requireMention (default)',
        'channels.discord.guilds["9"].requireMention=false',
      ],
    ],
    [
      "rooms of Matrix that are closed, and the mention beside",
      "matrix",
      { groups: { h: {} } },
      { ...group, mentioned: false },
      ours,
      [
        "deny room-not-listed channels.matrix.groups",
        "channels.matrix.groups.g.enabled=true & channels.matrix.groupPolicy=open & channels.matrix.groups.g.requireMention=false",
      ],
    ],
    [
      "a room of Matrix by its id behind a prefix",
      "matrix",
      { groups: { "!g": {} } },
      { ...group, peer: "matrix:!g" },
      late,
      [
        'admit group-member channels.matrix.groups["!g"]',
        "mention required and made, commands not obeyed",
        "channels.matrix.enabled=false",
        'channels.matrix.groups["!g"].enabled=false',
        "channels.matrix.groupPolicy=disabled",
      ],
    ],
    [
      "two teams of nearly one name, the first written",
      "msteams",
      { groupPolicy: "open", teams: { "Help Desk": { requireMention: false }, Help_Desk: {} } },
      { ...teams, team: "1", teamName: "HELP DESK", mentioned: false },
      early,
      [
        "admit group-open channels.msteams.groupPolicy",
        "mention waived and not made, commands not obeyed",
        "channels.msteams.enabled=false",
        "channels.msteams.groupPolicy=disabled",
        'channels.msteams.teams["Help Desk"].requireMention=true',
      ],
    ],
    [
      "two teams by its id and its name, the first written",
      "msteams",
      { groupPolicy: "open", teams: { A_B: { requireMention: false }, "X Y": {} } },
      { ...teams, team: "x.y", teamName: "a b", mentioned: false },
      early,
      [
        "admit group-open channels.msteams.groupPolicy",
        "mention waived and not made, commands not obeyed",
        "channels.msteams.enabled=false",
        "channels.msteams.groupPolicy=disabled",
        "channels.msteams.teams.A_B.requireMention=true",
      ],
    ],
    [
      "its own thread waives the mention, which the room's word brings back",
      "discord",
      { groupPolicy: "open", guilds: { "9": { channels: { "30": { autoThread: true } } } } },
      { ...discord, ownThread: true, mentioned: false },
      ours,
      [
        "admit group-open channels.discord.groupPolicy",
        "mention waived and not made, commands not obeyed",
        "channels.discord.enabled=false",
        'channels.discord.guilds["9"].channels["30"].enabled=false',
        "channels.discord.groupPolicy=disabled",
        'channels.discord.guilds["9"].channels["30"].autoThread=false',
      ],
    ],
    [
      "its own thread where the room needs none",
      "discord",
      {
        groupPolicy: "open",
        guilds: { "9": { channels: { "30": { autoThread: true, requireMention: false } } } },
      },
      { ...discord, ownThread: true, mentioned: false },
      ours,
      [
        "admit group-open channels.discord.groupPolicy",
        "mention waived and not made, commands not obeyed",
        "channels.discord.enabled=false",
        'channels.discord.guilds["9"].channels["30"].enabled=false',
        "channels.discord.groupPolicy=disabled",
      ],
    ],
    [
      "a room that is not written, in a channel that says itself",
      "msteams",
      { groupPolicy: "open", requireMention: true },
      { ...teams, mentioned: false },
      ours,
      ["deny mention-required channels.msteams.requireMention", "channels.msteams.requireMention=false"],
    ],
    [
      "a room that is not written of which the mention is waived",
      "irc",
      { groupPolicy: "allowlist", groups: { h: {} }, groupAllowFrom: ["7"] },
      { ...group, mentioned: false },
      ours,
      [
        "deny room-not-listed channels.irc.groups",
        "channels.irc.groups.g.enabled=true & channels.irc.groups.g.requireMention=false",
      ],
    ],
  ])("%s", (...row) => {
    expectLines(...row);
  });
});
