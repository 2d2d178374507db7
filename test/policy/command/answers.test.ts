import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import type { CommandRequest } from "../../../src/policy/command/command-request.ts";
import { evaluateCommand } from "../../../src/policy/command/command.ts";
import { explainCommand } from "../../../src/policy/command/explain.ts";
import { writtenOwners } from "../../../src/policy/command/owners.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const direct = { channel: "telegram", chatType: "direct", peer: "123", admitted: true } as const;

function decide(config: ConfigInput, request: object, edition: Edition = "2026-11") {
  return evaluateCommand(request, uncheckedPolicy(config, edition), { trace: true });
}

/** All that a decision says but for its trace, in a line. */
function told(config: ConfigInput, request: object, edition?: Edition): string {
  const { outcome, reason, path, missing, facts, channel, sender, owners, ...is } = decide(
    config,
    request,
    edition,
  );
  expect([is.kind, is.allowed]).toEqual(["command", outcome === "commands"]);
  return [
    `${outcome}: ${reason}`,
    ...[path, missing, facts].filter((each) => each !== undefined).map(String),
    `${sender ?? "nobody"} on ${channel ?? "no channel"}`,
    ...(owners.length > 0 ? [`owned by ${owners.join(" ")}`] : []),
    ...(["owner", "resets", "activates"] as const).filter((each) => is[each]),
  ].join(", ");
}

const owned = (...ownerAllowFrom: (string | number)[]) => ({ commands: { ownerAllowFrom } }) as ConfigInput;
const listing = (allowFrom: Record<string, (string | number)[]>) =>
  ({ commands: { allowFrom } }) as ConfigInput;

describe("what a decision says, whole", () => {
  it("of an owner", () => {
    expect(decide(owned("signal:+1", "telegram:123"), direct)).toStrictEqual({
      kind: "command",
      allowed: true,
      outcome: "commands",
      reason: "owner",
      path: "commands.ownerAllowFrom[1]",
      owner: true,
      resets: true,
      activates: true,
      channel: "telegram",
      sender: "123",
      owners: ["123"],
      trace: {
        lists: [{ setting: "commands.ownerAllowFrom", people: ["123"] }],
        opposite: [[[{ setting: "commands.ownerAllowFrom", to: ["telegram:0"] }]]],
      },
    });
  });

  it("of a message that contradicts its key", () => {
    expect(told(owned("telegram:123"), { ...direct, key: "agent:main:signal:direct:123" })).toBe(
      "denied: fact-mismatch, channel,key, nobody on no channel",
    );
  });

  it("of somebody who lacks facts, and of what cannot be read", () => {
    const nothing = { owner: false, resets: false, activates: false, owners: [] };
    const denied = { kind: "command", allowed: false, outcome: "denied", ...nothing } as const;
    const policy = uncheckedPolicy({}, "2026-11");
    expect(evaluateCommand({}, policy)).toStrictEqual({
      ...denied,
      reason: "missing-fact",
      missing: ["channel", "sender", "admitted"],
    });
    const noText = { peer: 5 } as unknown as CommandRequest;
    expect(evaluateCommand(noText, policy)).toEqual({
      ...denied,
      reason: "malformed-request",
      facts: ["peer"],
    });
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;
    expect(evaluateCommand(unresolved, policy)).toEqual({ ...denied, reason: "unresolved-session" });
    expect(evaluateCommand(unresolved, uncheckedPolicy({}, "openclaw@2026.9.6"))).toEqual({
      ...denied,
      reason: "unresolved-session",
    });
  });
});

describe("the channel on which a command is one", () => {
  const before = ["openclaw@2026.2.12", "openclaw@2026.2.17", "openclaw@2026.3.22"] as const;
  const asked: readonly Edition[] = [...before, "openclaw@2026.9.6", "2026-11"];
  const members: ConfigInput = {
    channels: { telegram: { allowFrom: ["1"] }, irc: {}, signal: { allowFrom: [] } },
  };
  const nobodyElse: ConfigInput = {
    channels: { telegram: { allowFrom: ["tg:"] }, irc: { allowFrom: ["a"] } },
  };
  const two: ConfigInput = { channels: { telegram: { allowFrom: ["1"] }, irc: { allowFrom: ["a"] } } };

  it.each<readonly [string, ConfigInput, CommandRequest, string]>([
    [
      "the one that is named, by its id",
      {},
      { channel: " Telegram" },
      "telegram telegram telegram telegram telegram",
    ],
    [
      "or by another name of it",
      {},
      { channel: "google-chat" },
      "googlechat googlechat googlechat googlechat googlechat",
    ],
    ["one that the release does not have", {}, { channel: "Acme" }, "none none acme acme acme"],
    [
      "what showed it, or what delivered it",
      {},
      { channel: "slack", origin: "signal", provider: "telegram" },
      "telegram telegram telegram slack slack",
    ],
    [
      "where it came from, of a message that was handed on",
      {},
      { origin: "signal" },
      "signal signal signal signal signal",
    ],
    [
      "what delivered it, where nothing else is told",
      {},
      { provider: "signal" },
      "signal signal signal signal signal",
    ],
    [
      "what webchat hands on",
      {},
      { channel: "webchat", origin: "telegram" },
      "telegram none none telegram telegram",
    ],
    [
      "what a client of the gateway shows",
      {},
      { channel: "telegram", provider: "webchat" },
      "telegram none none telegram telegram",
    ],
    [
      "none of webchat, whatever the addresses",
      members,
      { channel: "webchat", from: "telegram:1" },
      "telegram none none none none",
    ],
    [
      "the first that the release has",
      {},
      { channel: "acme", origin: "telegram" },
      "telegram telegram acme acme acme",
    ],
    [
      "else one of the addresses",
      {},
      { channel: "acme", origin: "other", from: "telegram:1" },
      "telegram telegram acme acme acme",
    ],
    [
      "one of the addresses, where none is told",
      {},
      { from: "1: telegram", to: "signal:2" },
      "telegram telegram 1 1 none",
    ],
    ["one of whom it is to", {}, { from: " ", to: "a:imsg:2" }, "imessage imessage a a none"],
    [
      "no address that webchat comes first in",
      members,
      { from: "acme2:webchat:telegram" },
      "telegram none acme2 acme2 none",
    ],
    ["no address of webchat", members, { from: "webchat:1" }, "telegram none none none none"],
    ["the only one that has a list", members, {}, "telegram telegram telegram telegram none"],
    ["the only one whose list names somebody", nobodyElse, {}, "irc irc irc irc none"],
    ["none of two that have one", two, {}, "none none none none none"],
    [
      "none that the release does not have",
      { channels: { acme: { allowFrom: ["1"] } } },
      {},
      "none none none none none",
    ],
    [
      "none of which it knows the list by another name",
      { channels: { Telegram: { allowFrom: ["1"] } } },
      {},
      "none none none none none",
    ],
    ["none", {}, {}, "none none none none none"],
  ])("%s", (_, config, request, expected) => {
    const channels = asked.map((edition) => decide(config, request, edition).channel ?? "none");
    expect(channels.join(" ")).toBe(expected);
  });
});

describe("who gives a command", () => {
  const asked: readonly Edition[] = [
    "openclaw@2026.2.22",
    "openclaw@2026.3.7",
    "openclaw@2026.9.6",
    "2026-11",
  ];

  it.each<readonly [string, CommandRequest, string]>([
    ["the sender", { channel: "line", sender: "A7" }, "A7|A7|A7|A7"],
    ["without the blanks around", { channel: "line", sender: " A7 " }, "A7|A7|A7| A7 "],
    ["the person of a direct chat", { channel: "line", chatType: "direct", peer: "A7" }, "A7|A7|A7|A7"],
    [
      "not the room of another",
      { channel: "line", chatType: "group", peer: "A7" },
      "nobody|nobody|nobody|nobody",
    ],
    ["the sender before other ids", { channel: "line", sender: "A7", aliases: ["B8"] }, "A7|A7|A7|A7"],
    ["another id, where no sender is told", { channel: "line", sender: " ", aliases: ["B8"] }, "B8|B8|B8|B8"],
    ["on WhatsApp the number first", { channel: "whatsapp", sender: "8", aliases: ["+7"] }, "+7|+7|+7|+7"],
    [
      "an address, where nobody is told",
      { channel: "line", from: " line:A7 " },
      "line:A7|line:A7|line:A7|nobody",
    ],
    [
      "also where the sender is blank",
      { channel: "line", sender: " ", from: "line:A7" },
      "line:A7|line:A7|line:A7|nobody",
    ],
    ["as a list writes them in releases", { channel: "telegram", sender: "tg:7" }, "7|7|7|tg:7"],
    ["not where somebody is", { channel: "line", sender: "B8", from: "line:A7" }, "B8|B8|B8|B8"],
    [
      "not in a group",
      { channel: "line", chatType: "group", from: "line:A7" },
      "line:A7|nobody|nobody|nobody",
    ],
    [
      "but in a direct chat",
      { channel: "line", chatType: "direct", from: "line:A7" },
      "line:A7|line:A7|line:A7|nobody",
    ],
    [
      "no address of a conversation",
      { channel: "line", from: "line:Group:A7" },
      "line:Group:A7|nobody|nobody|nobody",
    ],
    ["none of a chat", { channel: "line", from: "chat_id:A7" }, "chat_id:A7|nobody|nobody|nobody"],
    [
      "none within which a chat is named",
      { channel: "line", from: "line:chat_id:A7" },
      "line:chat_id:A7|line:chat_id:A7|line:chat_id:A7|nobody",
    ],
    [
      "none of WhatsApp's groups",
      { channel: "whatsapp", from: "1-2@g.us" },
      "1-2@g.us|nobody|1-2@g.us|nobody",
    ],
    ["nor where it would make a number", { channel: "signal", from: " " }, "nobody|nobody|nobody|nobody"],
    ["nobody by a blank address", { channel: "line", from: " " }, "nobody|nobody|nobody|nobody"],
    ["nobody by what is no number", { channel: "whatsapp", sender: "x" }, "nobody|nobody|nobody|x"],
  ])("%s", (_, request, expected) => {
    const senders = asked.map((edition) => decide({}, request, edition).sender ?? "nobody");
    expect(senders.join("|")).toBe(expected);
  });

  it("lets a group's address that a list names give its members' commands, until they are asked for themselves", () => {
    const config = owned("telegram:group:-1");
    const request = { channel: "telegram", sender: "7", from: "telegram:group:-1", admitted: true };
    expect(told(config, request, "openclaw@2026.2.22")).toBe(
      "commands: owner, commands.ownerAllowFrom[0], group:-1 on telegram, owned by group:-1, owner, resets, activates",
    );
    expect(told(config, request, "openclaw@2026.2.23")).toBe(
      "denied: not-owner, commands.ownerAllowFrom, 7 on telegram, owned by group:-1",
    );
  });
});

describe("how a list writes the people of a channel", () => {
  it.each<readonly [string, readonly (string | number)[], Edition, string]>([
    [
      "telegram",
      ["Telegram:1", "tg:2", "TG:Ann", 3, "xtg:4", "tg:", " ", ""],
      "openclaw@2026.9.6",
      "1 2 ann 3 xtg:4",
    ],
    ["telegram", ["telegram:1", "tg:2", "telegram:Ann", " 3 "], "2026-11", "1 Ann 3"],
    [
      "discord",
      [
        "<@1>",
        "<@!2>",
        "discord:3",
        "user:4",
        "pk:5",
        "Ann",
        "a>b",
        "x<@6",
        "xdiscord:7",
        "xuser:8",
        "xpk:9",
      ],
      "openclaw@2026.9.6",
      "1 2 3 4 5 ann a>b x<@6 xdiscord:7 xuser:8 xpk:9",
    ],
    ["slack", ["U1", "slack:U2", "user:U3"], "openclaw@2026.9.6", "u1 u2 user:u3"],
    [
      "irc",
      ["irc:Ann", "user:Bob", "irc:user:Cy", "xirc:d", "xuser:e"],
      "openclaw@2026.9.6",
      "ann bob xirc:d xuser:e",
    ],
    [
      "googlechat",
      ["googlechat:A", "google-chat:B", "gchat:C", "user:D", "users/E", "xgchat:f", "xuser:g", "xusers/h"],
      "openclaw@2026.9.6",
      "a b c d e xgchat:f xuser:g xusers/h",
    ],
    ["signal", ["+1", "signal:+2", "(3) 4", "5+6", "*", " "], "openclaw@2026.7.35", "+1 +2 +34 +5+6"],
    ["line", ["Ann", "line:Bob"], "openclaw@2026.9.6", "Ann Bob"],
    [
      "whatsapp",
      [
        "+1",
        "whatsapp:+2",
        "whatsapp: WhatsApp:3",
        "4@s.whatsapp.net",
        "5:6@s.whatsapp.net",
        "7@lid",
        "8@c.us",
        "9-10@g.us",
        "11@x",
        "user:+12",
        "(13) 1-4",
        "15+6",
        "abc",
        "1x",
        "x1",
        "xwhatsapp:17",
      ],
      "openclaw@2026.4.29",
      "+1 +2 +3 +4 +5 +7 +8 9-10@g.us +12 +1314 +15+6 +17",
    ],
    [
      "whatsapp",
      ["+1", "whatsapp:+2", "user:+12", "(13) 1-4", "15+6", "abc", "17x", "x1", "whatsapp:"],
      "openclaw@2026.9.6",
      "+1 +2 +1314 +15+6",
    ],
  ])("%s, %j under %s", (channel, entries, edition, expected) => {
    const { owners } = decide(owned(...entries), { channel, sender: "nobody" }, edition);
    expect(owners.join(" ")).toBe(expected);
    // A channel's own list is read alike, but for the channels that stand before owners.
    const own = entries.filter((entry) => !/^[a-z]+:/i.test(String(entry)));
    const [, , members] =
      decide(
        { ...listing({ [channel]: [] }), channels: { [channel]: { allowFrom: own.map(String) } } },
        { channel, sender: "nobody" },
        edition,
      ).trace?.lists ?? [];
    const owning = decide(owned(...own), { channel, sender: "nobody" }, edition).owners;
    // Under 2026-11 that list is asked by the channel's own gate alone.
    const named = edition === "2026-11" ? undefined : own.includes("*") ? [] : owning;
    expect(members?.people.filter((id, at, all) => all.indexOf(id) === at)).toEqual(named);
  });

  it("drops who is an owner elsewhere, and keeps what names no channel that the release has", () => {
    const config = owned("telegram:1", "signal:+2", "acme:3", ":4", "telegram: 5 ", "telegram:user:6", "7");
    const of = (edition: Edition, channel?: string) =>
      decide(config, { ...(channel !== undefined && { channel }), sender: "x" }, edition).owners.join(" ");
    expect(of("openclaw@2026.9.6", "telegram")).toBe("1 acme:3 :4 5 7");
    expect(of("openclaw@2026.9.2", "telegram")).toBe("1 acme:3 :4 5 user:6 7");
    expect(of("openclaw@2026.4.26")).toBe("1 +2 acme:3 :4 5 user:6 7");
    expect(of("openclaw@2026.4.29")).toBe("acme:3 :4 7");
    expect(of("2026-11", "telegram")).toBe("1 :4 5 7");
    expect(of("2026-11", "acme")).toBe("3 :4 7");
    expect(writtenOwners(uncheckedPolicy(owned(" telegram:1", 2), "openclaw@2026.9.6"))).toEqual([
      "telegram:1",
      "2",
    ]);
    expect(writtenOwners(uncheckedPolicy({}, "2026-11"))).toEqual([]);
    expect(writtenOwners(uncheckedPolicy({ commands: {} }, "2026-11"))).toEqual([]);
  });

  it("has the members of an access group in place of it, under 2026-11 alone", () => {
    const config: ConfigInput = {
      accessGroups: {
        ops: { type: "message.senders", members: { telegram: ["1", "2"], "*": ["9"], signal: ["+3"] } },
      },
      commands: {
        ownerAllowFrom: ["telegram:7", " accessGroup:ops "],
        allowFrom: { telegram: ["1", " accessGroup:ops"], "*": ["accessGroup:dev"] },
      },
    };
    const request = { channel: "telegram", sender: "2", admitted: true };
    expect(decide(config, request).trace?.lists.slice(0, 2)).toEqual([
      { setting: "commands.ownerAllowFrom", people: ["7", "9", "1", "2"] },
      { setting: "commands.allowFrom.telegram", people: ["1", "9", "1", "2"] },
    ]);
    expect(told(config, request)).toBe(
      "commands: owner, commands.ownerAllowFrom[1], 2 on telegram, owned by 7 9 1 2, owner, resets, activates",
    );
    expect(decide(config, request, "openclaw@2026.9.6").trace?.lists.slice(0, 2)).toEqual([
      { setting: "commands.ownerAllowFrom", people: ["7", "accessgroup:ops"] },
      { setting: "commands.allowFrom.telegram", people: ["1", "accessgroup:ops"] },
    ]);
    expect(decide(config, { sender: "2" }).trace?.lists).toEqual([
      { setting: "commands.ownerAllowFrom", people: [] },
      { setting: 'commands.allowFrom["*"]', people: ["accessGroup:dev"] },
    ]);
  });
});

describe("the list of a channel that holds for an account", () => {
  const accounts = { work: { allowFrom: ["2"] }, Home: { allowFrom: ["3"] }, bare: {} };
  const telegram = { allowFrom: ["1"], accounts };
  const chosen = {
    channels: { telegram: { ...telegram, defaultAccount: "work" }, discord: telegram },
  } as ConfigInput;
  const sections = {
    channels: {
      discord: { allowFrom: ["1"], dm: { allowFrom: ["2"] } },
      slack: { dm: { allowFrom: ["3"] }, accounts: { work: { dm: { allowFrom: ["4"] } } } },
      irc: { allowFrom: ["x"], dm: { allowFrom: ["y"] } },
    },
  } as ConfigInput;
  const star: ConfigInput = { channels: { telegram: { allowFrom: ["1", "*"] } } };
  const foreign = {
    channels: { acme: { allowFrom: ["A"], accounts: { Work: { allowFrom: ["B"] } } } },
  } as ConfigInput;

  it.each<readonly [string, ConfigInput, CommandRequest, Edition, string]>([
    [
      "the account's own",
      { channels: { telegram } },
      { channel: "telegram", account: "work" },
      "openclaw@2026.7.35",
      "channels.telegram.accounts.work.allowFrom 2",
    ],
    [
      "in any spelling",
      { channels: { telegram } },
      { channel: "telegram", account: " HOME" },
      "openclaw@2026.7.35",
      "channels.telegram.accounts.Home.allowFrom 3",
    ],
    [
      "the channel's, where the account has none",
      { channels: { telegram } },
      { channel: "telegram", account: "bare" },
      "openclaw@2026.7.35",
      "channels.telegram.allowFrom 1",
    ],
    [
      "the channel's, where there is no such account",
      { channels: { telegram } },
      { channel: "telegram", account: "other" },
      "openclaw@2026.7.35",
      "channels.telegram.allowFrom 1",
    ],
    [
      "of a message without account the default's",
      chosen,
      { channel: "telegram" },
      "openclaw@2026.7.35",
      "channels.telegram.accounts.work.allowFrom 2",
    ],
    [
      "which only Telegram chooses",
      chosen,
      { channel: "discord" },
      "openclaw@2026.7.35",
      "channels.discord.allowFrom 1",
    ],
    [
      "and not before",
      chosen,
      { channel: "telegram" },
      "openclaw@2026.4.26",
      "channels.telegram.allowFrom 1",
    ],
    [
      "nobody where it has none",
      { channels: { telegram: {} } },
      { channel: "telegram" },
      "openclaw@2026.9.6",
      "channels.telegram.allowFrom",
    ],
    [
      "nobody where there is no section",
      {},
      { channel: "line" },
      "openclaw@2026.9.6",
      "channels.line.allowFrom",
    ],
    [
      "nobody where it is open to all",
      star,
      { channel: "telegram" },
      "openclaw@2026.9.6",
      "channels.telegram.allowFrom",
    ],
    [
      "none under 2026-11, where it counts by the channel's own gate",
      { channels: { telegram: { allowFrom: ["1"] } } },
      { channel: "telegram" },
      "2026-11",
      "",
    ],
    ["at the top", sections, { channel: "discord" }, "openclaw@2026.9.6", "channels.discord.allowFrom 1"],
    [
      "of direct chats alone, of releases between",
      sections,
      { channel: "discord" },
      "openclaw@2026.3.22",
      "channels.discord.dm.allowFrom 2",
    ],
    [
      "of direct chats, where none is at the top",
      sections,
      { channel: "slack" },
      "openclaw@2026.9.6",
      "channels.slack.dm.allowFrom 3",
    ],
    [
      "of the account's direct chats",
      sections,
      { channel: "slack", account: "work" },
      "openclaw@2026.9.6",
      "channels.slack.accounts.work.dm.allowFrom 4",
    ],
    [
      "of no direct chats elsewhere",
      sections,
      { channel: "irc" },
      "openclaw@2026.3.22",
      "channels.irc.allowFrom x",
    ],
    [
      "without what names nobody",
      { channels: { telegram: { allowFrom: ["tg:", " ", "1"] } } },
      { channel: "telegram" },
      "openclaw@2026.9.6",
      "channels.telegram.allowFrom 1",
    ],
    [
      "and no blank for a number",
      { channels: { signal: { allowFrom: ["", " ", "+1"] } } },
      { channel: "signal" },
      "openclaw@2026.9.6",
      "channels.signal.allowFrom +1",
    ],
    [
      "without the channel that stands before a number, however often",
      { channels: { whatsapp: { allowFrom: ["whatsapp: WhatsApp:+3", "xwhatsapp:+4", "whatsapp:5@lid"] } } },
      { channel: "whatsapp" },
      "openclaw@2026.9.6",
      "channels.whatsapp.allowFrom +3 +5",
    ],
    ["of no channel that the release does not have", foreign, { channel: "acme" }, "openclaw@2026.9.6", ""],
    ["but of 2026.3.22", foreign, { channel: "acme" }, "openclaw@2026.3.22", "channels.acme.allowFrom A"],
    [
      "where an account goes by its name",
      foreign,
      { channel: "acme", account: "Work" },
      "openclaw@2026.3.22",
      "channels.acme.accounts.Work.allowFrom B",
    ],
    [
      "as it is written",
      foreign,
      { channel: "acme", account: "work" },
      "openclaw@2026.3.22",
      "channels.acme.allowFrom A",
    ],
  ])("%s", (_, config, request, edition, expected) => {
    const lists = decide(config, { ...request, sender: "7" }, edition).trace?.lists ?? [];
    expect(
      lists
        .map(({ setting, people }) => [setting, ...people].join(" "))
        .filter((list) => !list.startsWith("commands."))
        .join(),
    ).toBe(expected);
  });
});

describe("who may command, and what else may they", () => {
  const members = (...allowFrom: string[]): ConfigInput => ({ channels: { telegram: { allowFrom } } });
  const ofWhatsapp = (allowFrom: string[], commands: ConfigInput["commands"] = {}): ConfigInput => ({
    commands,
    channels: { whatsapp: { allowFrom } },
  });
  const phone = { channel: "whatsapp", chatType: "direct", peer: "+1", admitted: true } as const;
  const client = { channel: "webchat", sender: "u", admitted: true } as const;
  const admin = { ...client, scopes: ["operator.admin"] };
  const reader = { ...client, scopes: ["operator.read"] };

  it.each<readonly [string, Edition, ConfigInput, CommandRequest, string]>([
    [
      "nobody of whom nothing is told",
      "2026-11",
      owned("telegram:1"),
      {},
      "denied: missing-fact, channel,sender,admitted, nobody on no channel",
    ],
    [
      "an unnamed one is not taken for no owner",
      "2026-11",
      owned("telegram:1"),
      { channel: "telegram", admitted: true },
      "denied: missing-fact, sender, nobody on telegram, owned by 1",
    ],
    [
      "nor for one who is not listed",
      "2026-11",
      listing({ "*": ["1"] }),
      { channel: "telegram", admitted: true },
      "denied: missing-fact, sender, nobody on telegram",
    ],
    [
      "the gate's refusal comes before what is missing",
      "2026-11",
      {},
      { admitted: false },
      "denied: not-admitted, nobody on no channel",
    ],
    [
      "what is no command comes before the gate",
      "2026-11",
      {},
      { ...direct, admitted: false, suppressed: true },
      "denied: suppressed, 123 on telegram",
    ],
    [
      "no owner on no channel",
      "2026-11",
      owned("telegram:1"),
      client,
      "denied: not-owner, commands.ownerAllowFrom, u on no channel",
    ],
    [
      "an owner whom the host takes for one",
      "2026-11",
      owned("telegram:123"),
      { ...direct, noOwner: false },
      "commands: owner, commands.ownerAllowFrom[0], 123 on telegram, owned by 123, owner, resets, activates",
    ],
    [
      "an owner whom the host takes for none",
      "2026-11",
      owned("telegram:123"),
      { ...direct, noOwner: true },
      "denied: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 123",
    ],
    [
      "who goes by no owner's id then",
      "2026-11",
      owned("telegram:123"),
      { ...direct, peer: "8", aliases: ["123"], noOwner: true },
      "denied: not-owner, commands.ownerAllowFrom, 8 on telegram, owned by 123",
    ],
    [
      "and by it where they are one",
      "2026-11",
      owned("telegram:123"),
      { ...direct, peer: "8", aliases: ["123"] },
      "commands: owner, commands.ownerAllowFrom[0], 123 on telegram, owned by 123, owner, resets, activates",
    ],
    [
      "in releases, too",
      "openclaw@2026.9.6",
      owned("telegram:123"),
      { ...direct, peer: "8", aliases: ["123"] },
      "commands: owner, commands.ownerAllowFrom[0], 123 on telegram, owned by 123, owner, resets, activates",
    ],
    [
      "an administrator of the gateway whom it does not",
      "2026-11",
      {},
      { ...admin, noOwner: true },
      "commands: admitted, u on no channel, resets",
    ],
    [
      "an administrator, listed or not",
      "2026-11",
      listing({ "*": ["x"] }),
      admin,
      "commands: owner, u on no channel, owner, resets, activates",
    ],
    [
      "no administrator elsewhere",
      "2026-11",
      {},
      { ...direct, scopes: ["operator.admin"] },
      "commands: admitted, 123 on telegram, resets",
    ],
    ["no reader", "2026-11", {}, reader, "denied: not-admitted, u on no channel"],
    [
      "a client that names no scopes",
      "2026-11",
      {},
      { ...client, scopes: [] },
      "commands: admitted, u on no channel, resets",
    ],
    [
      "everybody listed",
      "2026-11",
      listing({ telegram: ["*"] }),
      direct,
      "commands: listed, commands.allowFrom.telegram[0], 123 on telegram, resets",
    ],
    [
      "whom a list of all channels has, and not one of theirs",
      "2026-11",
      listing({ telegram: [], "*": ["123"] }),
      direct,
      "denied: not-listed, commands.allowFrom.telegram, 123 on telegram",
    ],

    [
      "members are owners where owners are not known",
      "openclaw@2026.1.29",
      members("123", "7"),
      direct,
      "commands: admitted, 123 on telegram, owned by 123 7, resets, activates",
    ],
    [
      "and are no owners in the config",
      "openclaw@2026.1.29",
      owned("telegram:7"),
      direct,
      "commands: admitted, 123 on telegram, resets, activates",
    ],
    [
      "members are owners",
      "openclaw@2026.2.3",
      members("123", "7"),
      direct,
      "commands: owner, channels.telegram.allowFrom[0], 123 on telegram, owned by 123 7, owner, resets, activates",
    ],
    [
      "also beside `*` among owners",
      "openclaw@2026.2.3",
      { ...members("123"), ...owned("*") },
      direct,
      "commands: owner, channels.telegram.allowFrom[0], 123 on telegram, owned by 123, owner, resets, activates",
    ],
    [
      "which leaves nobody on the list of owners",
      "openclaw@2026.2.6-3",
      { ...members("123"), ...owned("*") },
      direct,
      "commands: owner, channels.telegram.allowFrom[0], 123 on telegram, resets, activates",
    ],
    [
      "and makes everybody one",
      "openclaw@2026.3.7",
      { ...members("7"), ...owned("*") },
      direct,
      "commands: owner, commands.ownerAllowFrom, 123 on telegram, owner, resets, activates",
    ],
    [
      "or nobody",
      "openclaw@2026.8.1",
      { ...members("7"), ...owned("*") },
      direct,
      "commands: admitted, 123 on telegram, resets",
    ],
    [
      "a channel tells its owners",
      "openclaw@2026.2.3",
      {},
      { ...direct, owners: ["telegram:123", 7] },
      "commands: admitted, 123 on telegram, resets, activates",
    ],
    [
      "and they count",
      "openclaw@2026.2.6-3",
      {},
      { ...direct, owners: ["telegram:123", 7] },
      "commands: owner, owners[0], 123 on telegram, owned by 123 7, owner, resets, activates",
    ],
    [
      "before its members",
      "openclaw@2026.7.35",
      members("5"),
      { ...direct, owners: ["telegram:123", 7] },
      "commands: owner, owners[0], 123 on telegram, owned by 123 7, owner, resets, activates",
    ],
    [
      "and are none in the config's place",
      "openclaw@2026.8.1",
      {},
      { ...direct, owners: ["telegram:123", "*"] },
      "commands: admitted, 123 on telegram, resets",
    ],
    [
      "not beside those of the config",
      "openclaw@2026.7.35",
      owned("telegram:9"),
      { ...direct, owners: ["123"] },
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 9, resets",
    ],
    [
      "nor do those say who somebody is",
      "openclaw@2026.9.6",
      owned("telegram:9"),
      { ...direct, peer: "8", aliases: ["123"], owners: ["123"] },
      "reset-only: not-owner, commands.ownerAllowFrom, 8 on telegram, owned by 9, resets",
    ],
    [
      "where the sender is told, an address is nobody",
      "openclaw@2026.9.6",
      owned("telegram:7"),
      { ...direct, from: "telegram:7" },
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 7, resets",
    ],
    [
      "a host takes an owner for none",
      "openclaw@2026.3.31",
      owned("telegram:123"),
      { ...direct, noOwner: true },
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 123, resets",
    ],
    [
      "in vain",
      "openclaw@2026.5.22",
      owned("telegram:123"),
      { ...direct, noOwner: true },
      "commands: owner, commands.ownerAllowFrom[0], 123 on telegram, owned by 123, owner, resets, activates",
    ],
    [
      "no lists are read",
      "openclaw@2026.2.9",
      listing({ telegram: ["7"] }),
      direct,
      "commands: admitted, 123 on telegram, resets, activates",
    ],
    [
      "they decide alone",
      "openclaw@2026.2.12",
      listing({ telegram: ["7"] }),
      { ...direct, admitted: true },
      "denied: not-listed, commands.allowFrom.telegram, 123 on telegram",
    ],
    [
      "for all channels",
      "openclaw@2026.9.6",
      listing({ "*": ["tg:123"] }),
      { ...direct, admitted: false },
      'commands: listed, commands.allowFrom["*"][0], 123 on telegram, resets',
    ],
    [
      "that of no channel on none",
      "openclaw@2026.9.6",
      listing({ "": ["u"], "*": ["x"] }),
      client,
      'commands: listed, commands.allowFrom[""][0], u on no channel, resets',
    ],
    [
      "what is no command is one",
      "openclaw@2026.9.1",
      listing({ "*": ["*"] }),
      { ...direct, suppressed: true },
      'commands: listed, commands.allowFrom["*"][0], 123 on telegram, resets',
    ],
    [
      "and is none",
      "openclaw@2026.9.2",
      listing({ "*": ["*"] }),
      { ...direct, suppressed: true },
      "denied: suppressed, 123 on telegram",
    ],
    [
      "nobody whom the gate keeps out",
      "openclaw@2026.9.6",
      owned("telegram:123"),
      { ...direct, admitted: false },
      "denied: not-admitted, 123 on telegram, owned by 123, owner",
    ],
    [
      "of whom it says nothing",
      "openclaw@2026.9.6",
      {},
      { channel: "telegram", sender: "123" },
      "denied: not-admitted, 123 on telegram",
    ],
    [
      "no stranger where there are owners",
      "openclaw@2026.3.24",
      owned("telegram:7"),
      direct,
      "denied: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 7",
    ],
    [
      "but for a reset",
      "openclaw@2026.3.28",
      owned("telegram:7"),
      direct,
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 7, resets",
    ],
    [
      "as ever since",
      "openclaw@2026.9.6",
      owned("telegram:7"),
      direct,
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 7, resets",
    ],

    [
      "a client is an owner by a list alone",
      "openclaw@2026.3.2",
      owned("u"),
      admin,
      "commands: owner, commands.ownerAllowFrom[0], u on no channel, owned by u, owner, resets, activates",
    ],
    [
      "an administrator is none",
      "openclaw@2026.3.2",
      owned("v"),
      admin,
      "denied: not-owner, commands.ownerAllowFrom, u on no channel, owned by v",
    ],
    [
      "is one",
      "openclaw@2026.3.7",
      owned("v"),
      admin,
      "commands: owner, commands.ownerAllowFrom, u on no channel, owned by v, owner, resets, activates",
    ],
    [
      "also where no list is",
      "openclaw@2026.9.6",
      {},
      admin,
      "commands: owner, commands.ownerAllowFrom, u on no channel, owner, resets, activates",
    ],
    [
      "no reader is",
      "openclaw@2026.3.7",
      owned("v"),
      reader,
      "denied: not-owner, commands.ownerAllowFrom, u on no channel, owned by v",
    ],
    [
      "nobody elsewhere",
      "openclaw@2026.9.6",
      owned("telegram:7"),
      { ...direct, scopes: ["operator.admin"] },
      "reset-only: not-owner, commands.ownerAllowFrom, 123 on telegram, owned by 7, resets",
    ],
    [
      "a reader resets",
      "openclaw@2026.3.24",
      {},
      reader,
      "commands: admitted, u on no channel, resets, activates",
    ],
    ["no longer", "openclaw@2026.3.28", {}, reader, "commands: admitted, u on no channel, activates"],
    [
      "one that names no scopes does",
      "openclaw@2026.9.6",
      {},
      client,
      "commands: admitted, u on no channel, resets",
    ],
    [
      "a reader of another channel does",
      "openclaw@2026.9.6",
      {},
      { ...direct, scopes: ["operator.read"] },
      "commands: admitted, 123 on telegram, resets",
    ],
    [
      "one that webchat delivered for another does not",
      "openclaw@2026.9.6",
      {},
      { ...direct, provider: "WebChat", scopes: ["operator.read"] },
      "commands: admitted, 123 on telegram",
    ],

    [
      "where owners alone command, everybody does beside an open list",
      "openclaw@2026.4.22",
      ofWhatsapp(["*"]),
      phone,
      "commands: admitted, +1 on whatsapp, resets, activates",
    ],
    [
      "or an empty one",
      "openclaw@2026.4.22",
      ofWhatsapp([]),
      phone,
      "commands: admitted, +1 on whatsapp, resets, activates",
    ],
    [
      "nobody does",
      "openclaw@2026.4.23",
      ofWhatsapp(["*"]),
      phone,
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, resets",
    ],
    [
      "but whom it names",
      "openclaw@2026.4.23",
      ofWhatsapp(["+1", "+2"]),
      phone,
      "commands: owner, channels.whatsapp.allowFrom[0], +1 on whatsapp, owned by +1 +2, owner, resets, activates",
    ],
    [
      "not whom it does not",
      "openclaw@2026.4.22",
      ofWhatsapp(["+2"]),
      phone,
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +2, resets",
    ],
    [
      "not whom its list lacks, though the channel tells them",
      "openclaw@2026.7.35",
      ofWhatsapp(["+2"]),
      { ...phone, owners: ["+1"] },
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +1, owner, resets",
    ],
    [
      "whom the channel tells, whatever its list",
      "openclaw@2026.9.6",
      ofWhatsapp(["+2"]),
      { ...phone, owners: ["+1"] },
      "commands: owner, owners[0], +1 on whatsapp, resets",
    ],
    [
      "not whom its list has and the channel does not tell",
      "openclaw@2026.9.6",
      ofWhatsapp(["+1"]),
      { ...phone, owners: ["+2"] },
      "denied: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp",
    ],
    [
      "whom its list has, who is no owner for that",
      "openclaw@2026.9.6",
      ofWhatsapp(["+1"]),
      phone,
      "commands: owner, channels.whatsapp.allowFrom[0], +1 on whatsapp, resets",
    ],
    [
      "not whom the owners leave out",
      "openclaw@2026.9.6",
      ofWhatsapp(["+1"], { ownerAllowFrom: ["+2"] }),
      phone,
      "denied: not-owner, commands.ownerAllowFrom, +1 on whatsapp, owned by +2",
    ],
    [
      "an owner",
      "openclaw@2026.9.6",
      ofWhatsapp([], { ownerAllowFrom: ["whatsapp:+1"] }),
      phone,
      "commands: owner, commands.ownerAllowFrom[0], +1 on whatsapp, owned by +1, owner, resets, activates",
    ],
    [
      "everybody beside `*` among owners",
      "openclaw@2026.7.35",
      ofWhatsapp([], { ownerAllowFrom: ["*"] }),
      phone,
      "commands: owner, commands.ownerAllowFrom, +1 on whatsapp, owner, resets, activates",
    ],
    [
      "nobody",
      "openclaw@2026.9.6",
      ofWhatsapp([], { ownerAllowFrom: ["*"] }),
      phone,
      "denied: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp",
    ],
    [
      "a list lets them",
      "openclaw@2026.5.6",
      ofWhatsapp(["+2"], { allowFrom: { "*": ["+1"] } }),
      phone,
      'commands: listed, commands.allowFrom["*"][0], +1 on whatsapp, owned by +2, resets, activates',
    ],
    [
      "not any more",
      "openclaw@2026.5.7",
      ofWhatsapp(["+2"], { allowFrom: { "*": ["+1"] } }),
      phone,
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +2, resets",
    ],
    [
      "the channel's menu is no way around",
      "openclaw@2026.4.27",
      ofWhatsapp(["+2"]),
      { ...phone, source: "native" },
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +2, resets",
    ],
    [
      "is one",
      "openclaw@2026.4.29",
      ofWhatsapp(["+2"]),
      { ...phone, source: "native" },
      "commands: admitted, +1 on whatsapp, owned by +2, resets, activates",
    ],
    [
      "not where a command is typed",
      "openclaw@2026.4.29",
      ofWhatsapp(["+2"]),
      { ...phone, source: "text" },
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +2, resets",
    ],
    [
      "and not where there are owners",
      "openclaw@2026.4.29",
      ofWhatsapp(["+2"], { ownerAllowFrom: ["+3"] }),
      { ...phone, source: "native" },
      "reset-only: not-owner, commands.ownerAllowFrom, +1 on whatsapp, owned by +3, resets",
    ],
    [
      "is none again",
      "openclaw@2026.5.7",
      ofWhatsapp(["+2"]),
      { ...phone, source: "native" },
      "reset-only: not-owner, channels.whatsapp.allowFrom, +1 on whatsapp, owned by +2, resets",
    ],
    [
      "an administrator of the gateway does",
      "openclaw@2026.9.6",
      ofWhatsapp(["+2"]),
      { ...phone, provider: "webchat", scopes: ["operator.admin"] },
      "commands: owner, commands.ownerAllowFrom, +1 on whatsapp, owner, resets, activates",
    ],
    [
      "and did",
      "openclaw@2026.4.23",
      ofWhatsapp(["+2"]),
      { ...phone, provider: "webchat", channel: "whatsapp", scopes: ["operator.admin"] },
      "commands: owner, commands.ownerAllowFrom, +1 on whatsapp, owned by +2, owner, resets, activates",
    ],
  ])("%s (%s)", (_, edition, config, request, expected) => {
    expect(told(config, request, edition)).toBe(expected);
  });
});

describe("what would turn a decision on commands", () => {
  it.each<readonly [string, Edition, ConfigInput, CommandRequest, readonly unknown[]]>([
    [
      "an owner, or no owners at all",
      "2026-11",
      owned("telegram:7"),
      direct,
      [
        [[{ setting: "commands.ownerAllowFrom", to: null }]],
        [[{ setting: "commands.ownerAllowFrom[1]", to: "telegram:123" }]],
      ],
    ],
    [
      "owners who are others",
      "2026-11",
      {},
      { ...direct, peer: "120" },
      [[[{ setting: "commands.ownerAllowFrom", to: ["telegram:1"] }]]],
    ],
    [
      "owners who are others, and not one of the sender's ids",
      "2026-11",
      {},
      { ...direct, aliases: ["20"] },
      [[[{ setting: "commands.ownerAllowFrom", to: ["telegram:1"] }]]],
    ],
    [
      "both lists",
      "2026-11",
      { commands: { ownerAllowFrom: ["telegram:7"], allowFrom: { telegram: ["8", "9"] } } },
      direct,
      [
        [
          [{ setting: "commands.ownerAllowFrom", to: null }],
          [{ setting: "commands.allowFrom.telegram[2]", to: "123" }],
        ],
        [
          [{ setting: "commands.ownerAllowFrom[1]", to: "telegram:123" }],
          [{ setting: "commands.allowFrom.telegram[2]", to: "123" }],
        ],
      ],
    ],
    [
      "a list that holds somebody else alone",
      "openclaw@2026.9.6",
      listing({ "*": ["123"] }),
      direct,
      [[[{ setting: 'commands.allowFrom["*"]', to: ["0"] }]]],
    ],
    [
      "an owner who is named by a channel of the config",
      "2026-11",
      { channels: { acme: {} }, ...owned("acme:7") },
      { ...direct, channel: "acme" },
      [
        [[{ setting: "commands.ownerAllowFrom", to: null }]],
        [[{ setting: "commands.ownerAllowFrom[1]", to: "acme:123" }]],
      ],
    ],
    [
      "an owner who is written without a channel, which is none",
      "openclaw@2026.9.6",
      owned("7"),
      { ...direct, channel: "acme" },
      [
        [[{ setting: "commands.ownerAllowFrom", to: null }]],
        [[{ setting: "commands.ownerAllowFrom[1]", to: "123" }]],
      ],
    ],
    [
      "nothing, where nobody is named",
      "2026-11",
      owned("telegram:7"),
      { channel: "telegram", admitted: true },
      [],
    ],
    [
      "nothing on no channel but to take the owners away",
      "openclaw@2026.9.6",
      owned("7"),
      { sender: "u", admitted: true },
      [[[{ setting: "commands.ownerAllowFrom", to: null }]]],
    ],
    ["nothing, where the release knows no owners", "openclaw@2026.1.29", {}, direct, []],
    [
      "everybody's being an owner no more",
      "openclaw@2026.7.35",
      { ...owned("*"), channels: { whatsapp: { allowFrom: ["+2"] } } },
      { channel: "whatsapp", sender: "+1", admitted: true },
      [
        [[{ setting: "commands.ownerAllowFrom", to: null }]],
        [[{ setting: "commands.ownerAllowFrom", to: ["whatsapp:0"] }]],
      ],
    ],
  ])("%s", (_, edition, config, request, expected) => {
    expect(decide(config, request, edition).trace?.opposite).toEqual(expected);
  });

  it("is not asked unless a trace is", () => {
    expect(evaluateCommand(direct, uncheckedPolicy({}, "2026-11"))).not.toHaveProperty("trace");
    expect(evaluateCommand(direct, uncheckedPolicy({}, "2026-11"), { trace: false })).not.toHaveProperty(
      "trace",
    );
  });
});

describe("the sentence on a command", () => {
  const they = {
    c: "They may command the bot",
    r: "They may reset the session but give no other command",
    n: "They may not command the bot",
  };
  it.each<readonly [ConfigInput, CommandRequest, Edition, string]>([
    [owned("telegram:123"), direct, "2026-11", `${they.c}: they are an owner (commands.ownerAllowFrom[0]).`],
    [
      listing({ telegram: ["123"] }),
      direct,
      "2026-11",
      `${they.c}: they are on the list (commands.allowFrom.telegram[0]).`,
    ],
    [{}, direct, "2026-11", `${they.c}: the channel's own gate lets them through.`],
    [
      owned("telegram:7"),
      direct,
      "2026-11",
      `${they.n}: only owners may, and they are not one (commands.ownerAllowFrom).`,
    ],
    [
      owned("telegram:7"),
      direct,
      "openclaw@2026.9.6",
      `${they.r}: only owners may, and they are not one (commands.ownerAllowFrom).`,
    ],
    [
      owned("signal:+7"),
      direct,
      "2026-11",
      `${they.n}: only owners may, and none is named for this channel (commands.ownerAllowFrom).`,
    ],
    [
      listing({ telegram: ["7"] }),
      direct,
      "2026-11",
      `${they.n}: they are not on the list (commands.allowFrom.telegram).`,
    ],
    [{}, { ...direct, admitted: false }, "2026-11", `${they.n}: the channel's own gate keeps them out.`],
    [
      {},
      { ...direct, suppressed: true },
      "2026-11",
      `${they.n}: the message is not to be treated as a command.`,
    ],
    [{}, {}, "2026-11", `${they.n}: it cannot be decided without channel and sender and admitted.`],
    [
      {},
      { ok: false, reason: "missing-peer", missing: ["peer"] } as unknown as CommandRequest,
      "2026-11",
      `${they.n}: the message has no session.`,
    ],
    [
      {},
      { ...direct, chatType: "room" } as unknown as CommandRequest,
      "2026-11",
      `${they.n}: something in the request cannot be read (chatType).`,
    ],
  ])("%j %j %s", (config, request, edition, sentence) => {
    expect(explainCommand(decide(config, request, edition))).toBe(sentence);
  });
});

describe("what is wrong with owners and access groups, with what to write instead", () => {
  it.each<readonly [string, ConfigInput, readonly string[]]>([
    [
      "nothing",
      {
        accessGroups: { operators: { type: "message.senders", members: {} } },
        commands: {
          ownerAllowFrom: ["telegram:1", "gchat:users/1", "accessGroup:operators"],
          allowFrom: { "*": ["*", "1", "accessGroup:operators"] },
        },
      },
      [],
    ],
    [
      "everybody",
      owned("telegram:1", "*"),
      [
        'error owner-is-everybody commands.ownerAllowFrom[1]: "*" would make everybody an owner (name the owners, each with a channel)',
      ],
    ],
    [
      "no channel",
      owned(7, ":8", "acme:9", "acme"),
      [
        'error owner-without-channel commands.ownerAllowFrom[0]: "7" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:7`)',
        'error owner-without-channel commands.ownerAllowFrom[1]: ":8" names no channel, and would be an owner on every one (write the channel before it, such as `telegram::8`)',
        'error owner-without-channel commands.ownerAllowFrom[2]: "acme:9" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:acme:9`)',
        'error owner-without-channel commands.ownerAllowFrom[3]: "acme" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:acme`)',
      ],
    ],
    [
      "a channel that only the config has",
      { channels: { acme: {} }, ...owned("acme:9", "acmes", "telegrams", "acme") },
      [
        'error owner-without-channel commands.ownerAllowFrom[1]: "acmes" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:acmes`)',
        'error owner-without-channel commands.ownerAllowFrom[2]: "telegrams" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:telegrams`)',
        'error owner-without-channel commands.ownerAllowFrom[3]: "acme" names no channel, and would be an owner on every one (write the channel before it, such as `telegram:acme`)',
      ],
    ],
    [
      "a kind before the id",
      owned("telegram:user:7", "Telegram:USER:8", "telegram:7:user:8"),
      [
        'error owner-without-channel commands.ownerAllowFrom[0]: "telegram:user:7" matches nobody: the id follows the channel directly (write `telegram:7`)',
        'error owner-without-channel commands.ownerAllowFrom[1]: "Telegram:USER:8" matches nobody: the id follows the channel directly (write `Telegram:8`)',
      ],
    ],
    [
      "no such group",
      {
        accessGroups: { operators: { type: "message.senders", members: {} } },
        commands: {
          ownerAllowFrom: ["accessGroup:operator"],
          allowFrom: { "a b": ["1", "accessGroup:zzzz"] },
        },
      },
      [
        'error unknown-access-group commands.ownerAllowFrom[0]: there is no access group "operator" (did you mean `accessGroup:operators`?)',
        'error unknown-access-group commands.allowFrom["a b"][1]: there is no access group "zzzz" (name a group of accessGroups, or add it there)',
      ],
    ],
    [
      "no groups at all",
      listing({ telegram: ["accessGroup:operators"] }),
      [
        'error unknown-access-group commands.allowFrom.telegram[0]: there is no access group "operators" (name a group of accessGroups, or add it there)',
      ],
    ],
  ])("%s", (_, config, expected) => {
    const parsed = safeParsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    expect(
      issues.map(
        ({ severity, code, path, message, hint }) =>
          `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
      ),
    ).toEqual(expected);
  });

  it("is nobody's business in a release", () => {
    const parsed = safeParsePolicy(owned("*", "7"), { edition: "openclaw@2026.9.6", timeZone: "UTC" });
    expect(parsed.ok && parsed.warnings).toEqual([]);
  });
});
