import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { explainAccess } from "../../../src/policy/access/explain.ts";
import { changeSettings } from "../change-settings.ts";
import { knownTo } from "../../known-to.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { roomMessages, roomSections } from "./room-arbitraries.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 300) };
const configs = fc.record({
  channels: fc.record(roomSections, { requiredKeys: [] }),
}) as fc.Arbitrary<ConfigInput>;

/** A channel's section, a message, the answer and the reason for it. */
type Row = readonly [why: string, section: object, message: Partial<AccessRequest>, answer: string];

function answer(channel: string, section: object, message: Partial<AccessRequest>, edition: Edition): string {
  const policy = uncheckedPolicy({ channels: { [channel]: section } } as ConfigInput, edition);
  const request = { channel, chatType: "channel", sender: "7", mentioned: true, ...message } as AccessRequest;
  const { outcome, reason, path } = evaluateAccess(request, policy);
  return [outcome, reason, path].join(" ");
}

const inHall = { guild: "900", peer: "30" };

describe("rooms of Discord under 2026-11", () => {
  const section = (guilds: object, rest: object = {}) => ({ groupPolicy: "allowlist", guilds, ...rest });

  it.each<Row>([
    [
      "lets in whom the room lists",
      section({ "900": { channels: { "30": { users: ["7"] } } } }),
      inHall,
      'admit group-allowlisted channels.discord.guilds["900"].channels["30"].users[0]',
    ],
    [
      "lets in who has a role that the server lists",
      section({ "900": { roles: ["5"] } }),
      { ...inHall, roles: ["5"] },
      'admit group-allowlisted channels.discord.guilds["900"].roles[0]',
    ],
    [
      "asks for the roles where nobody tells them",
      section({ "900": { roles: ["5"] } }),
      inHall,
      "unknown missing-fact ",
    ],
    [
      "asks for the server where servers are listed",
      section({ "900": { users: ["7"] } }),
      { peer: "30" },
      "unknown missing-fact ",
    ],
    [
      "wants both the room and the server to list who writes, where both list anybody",
      section({ "900": { users: ["8"], channels: { "30": { users: ["7"] } } } }),
      inHall,
      'deny group-not-allowlisted channels.discord.guilds["900"].users',
    ],
    [
      "does not let in everybody of a room that lists nobody",
      section({ "900": { channels: { "30": {} } } }),
      inHall,
      "deny group-empty-allowlist channels.discord.groupAllowFrom",
    ],
    [
      "does, where the policy is open",
      section({ "900": { channels: { "30": {} } } }, { groupPolicy: "open" }),
      inHall,
      "admit group-open channels.discord.groupPolicy",
    ],
    [
      "keeps a room shut that its server does not list, though the policy is open",
      section({ "900": { channels: { "30": {} } } }, { groupPolicy: "open" }),
      { guild: "900", peer: "31" },
      'deny room-not-listed channels.discord.guilds["900"].channels',
    ],
    [
      "finds a thread by the room that it hangs under",
      section({ "900": { channels: { "30": { users: ["7"] } } } }),
      { guild: "900", peer: "99", parent: { peer: "30" } },
      'admit group-allowlisted channels.discord.guilds["900"].channels["30"].users[0]',
    ],
    [
      "finds nothing by names",
      section({ hall: { users: ["7"] } }),
      { ...inHall, guildName: "Hall" },
      "deny room-not-listed channels.discord.guilds",
    ],
    [
      "finds a server by its name where names are heeded",
      section({ hall: { users: ["7"] } }, { dangerouslyAllowNameMatching: true }),
      { ...inHall, guildName: "Hall" },
      "admit group-allowlisted channels.discord.guilds.hall.users[0]",
    ],
    [
      "lets nobody in by a name that anybody may take",
      section({ "900": { users: ["ann"] } }),
      { ...inHall, senderName: "Ann" },
      'deny group-not-allowlisted channels.discord.guilds["900"].users',
    ],
    [
      "keeps a room shut that is switched off, by either word",
      section({ "900": { users: ["7"], channels: { "30": { allow: false } } } }),
      inHall,
      'deny room-disabled channels.discord.guilds["900"].channels["30"].allow',
    ],
    [
      "wants a mention unless the room says otherwise",
      section({ "900": { users: ["7"] } }),
      { ...inHall, mentioned: false },
      'deny mention-required channels.discord.guilds["900"].requireMention',
    ],
    [
      "needs none where the room says so",
      section({ "900": { users: ["7"], channels: { "30": { requireMention: false } } } }),
      { ...inHall, mentioned: false },
      'admit group-allowlisted channels.discord.guilds["900"].users[0]',
    ],
    [
      "leaves alone what is said to somebody else, where the server says so",
      section({ "900": { users: ["7"], requireMention: false, ignoreOtherMentions: true } }),
      { ...inHall, mentioned: false, othersMentioned: true },
      'deny others-mentioned channels.discord.guilds["900"].ignoreOtherMentions',
    ],
    [
      "reads no bots",
      section({ "900": { users: ["7"] } }),
      { ...inHall, bot: true },
      "deny bot-not-admitted channels.discord.allowBots",
    ],
    [
      "reads those that name it, where that is asked for",
      section({ "900": { users: ["7"] } }, { allowBots: "mentions" }),
      { ...inHall, bot: true },
      'admit group-allowlisted channels.discord.guilds["900"].users[0]',
    ],
    [
      "and not those that reply to it",
      section({ "900": { users: ["7"] } }, { allowBots: "mentions" }),
      { ...inHall, bot: true, mentioned: "reply" },
      "deny bot-not-admitted channels.discord.allowBots",
    ],
    [
      "takes part in no chats of several people",
      {},
      { chatType: "group", peer: "40" },
      "deny group-chats-disabled channels.discord.dm.groupEnabled",
    ],
    [
      "answers there whom it answers in private",
      { allowFrom: ["7"], dm: { groupEnabled: true } },
      { chatType: "group", peer: "40" },
      "admit group-allowlisted channels.discord.allowFrom[0]",
    ],
    [
      "and nobody else",
      { allowFrom: ["8"], dm: { groupEnabled: true } },
      { chatType: "group", peer: "40" },
      "deny group-not-allowlisted channels.discord.allowFrom",
    ],
  ])("%s", (_, written, message, expected) => {
    expect(answer("discord", written, message, "2026-11")).toBe(expected);
  });
});

describe("rooms of Slack", () => {
  it.each<readonly [...Row, Edition]>([
    [
      "takes what a room does not say from the entry of all rooms",
      { channels: { C1: {}, "*": { enabled: false } } },
      { peer: "C1" },
      'deny room-disabled channels.slack.channels["*"].enabled',
      "2026-11",
    ],
    [
      "finds a room in any case, with the prefix and without",
      { groupPolicy: "open", channels: { "channel:c1": {} } },
      { peer: "C1" },
      "admit group-open channels.slack.groupPolicy",
      "2026-11",
    ],
    [
      "keeps rooms shut that are not listed, though the policy is open",
      { groupPolicy: "open", channels: { C1: {} } },
      { peer: "C2" },
      "deny room-not-listed channels.slack.channels",
      "2026-11",
    ],
    [
      "which every release lets in",
      { groupPolicy: "open", channels: { C1: {} } },
      { peer: "C2" },
      "admit group-open channels.slack.groupPolicy",
      "openclaw@2026.9.6",
    ],
    [
      "is open where nothing is said, in every release",
      {},
      { peer: "C2" },
      "admit group-open channels.slack.groupPolicy",
      "openclaw@2026.9.6",
    ],
    ["and shut under 2026-11", {}, { peer: "C2" }, "deny room-not-listed channels.slack.channels", "2026-11"],
    [
      "needs no mention in a thread that the bot has joined",
      { groupPolicy: "open" },
      { peer: "C1", mentioned: "joined" },
      "admit group-open channels.slack.groupPolicy",
      "openclaw@2026.9.6",
    ],
    [
      "unless the channel wants one all the same",
      { groupPolicy: "open", thread: { requireExplicitMention: true } },
      { peer: "C1", mentioned: "joined" },
      "deny mention-required channels.slack.requireMention",
      "openclaw@2026.6.8",
    ],
  ])("%s", (_, written, message, expected, edition) => {
    expect(answer("slack", written, message, edition)).toBe(expected);
  });
});

describe("groups of Feishu", () => {
  const now = "openclaw@2026.9.5";

  it.each<readonly [...Row, Edition]>([
    [
      "are open where nothing is said, and need no mention then",
      {},
      { peer: "oc_a", mentioned: false },
      "admit group-open channels.feishu.groupPolicy",
      now,
    ],
    [
      "need one in releases before",
      {},
      { peer: "oc_a", mentioned: false },
      "deny mention-required channels.feishu.requireMention",
      "openclaw@2026.3.13",
    ],
    ["are shut under 2026-11", {}, { peer: "oc_a" }, "deny room-not-listed channels.feishu", "2026-11"],
    [
      "are listed by their ids in `groupAllowFrom`, which lists no people",
      { groupPolicy: "allowlist", groupAllowFrom: ["oc_a", "7"] },
      { peer: "oc_b" },
      "deny room-not-listed channels.feishu.groupAllowFrom",
      now,
    ],
    [
      "of which everybody may write in one that is listed",
      { groupPolicy: "allowlist", groupAllowFrom: ["feishu:chat:oc_a"] },
      { peer: "oc_a" },
      "admit group-member channels.feishu.groupAllowFrom[0]",
      now,
    ],
    [
      "but not under 2026-11, which asks for a list of people",
      { groupPolicy: "allowlist", groupAllowFrom: ["oc_a"] },
      { peer: "oc_a" },
      "deny group-empty-allowlist channels.feishu.groupSenderAllowFrom",
      "2026-11",
    ],
    [
      "are listed by an entry of their own",
      { groupPolicy: "allowlist", groups: { OC_A: {} } },
      { peer: "oc_a" },
      "admit group-member channels.feishu.groups.OC_A",
      now,
    ],
    [
      "which listed none in releases before",
      { groupPolicy: "allowlist", groups: { oc_a: {} } },
      { peer: "oc_a" },
      "deny room-not-listed channels.feishu.groups",
      "openclaw@2026.4.26",
    ],
    [
      "are not listed by the entry of all groups",
      { groupPolicy: "allowlist", groups: { "*": {} } },
      { peer: "oc_a" },
      "deny room-not-listed channels.feishu.groups",
      now,
    ],
    [
      "admit those of their own list, though the policy is open",
      { groupPolicy: "open", groups: { oc_a: { allowFrom: ["user:8"] } } },
      { peer: "oc_a" },
      "deny group-not-allowlisted channels.feishu.groups.oc_a.allowFrom",
      now,
    ],
    [
      "those of the channel's, where they have none",
      { groupPolicy: "open", groupSenderAllowFrom: ["lark:7"] },
      { peer: "oc_a" },
      "admit group-allowlisted channels.feishu.groupSenderAllowFrom[0]",
      now,
    ],
    [
      "which releases before did not read",
      { groupPolicy: "open", groupSenderAllowFrom: ["8"] },
      { peer: "oc_a" },
      "admit group-open channels.feishu.groupPolicy",
      "openclaw@2026.2.26",
    ],
    [
      "are shut by a word of their own",
      { groupPolicy: "open", groups: { "*": { enabled: false } } },
      { peer: "oc_a" },
      'deny room-disabled channels.feishu.groups["*"].enabled',
      now,
    ],
    [
      "which releases before did not read either",
      { groupPolicy: "open", groups: { oc_a: { enabled: false } } },
      { peer: "oc_a" },
      "admit group-open channels.feishu.groupPolicy",
      "openclaw@2026.2.26",
    ],
    [
      "are open by a word of Feishu's own",
      { groupPolicy: "allowall", requireMention: false },
      { peer: "oc_a", mentioned: false },
      "admit group-open channels.feishu.groupPolicy",
      now,
    ],
    [
      "do not go by the word of all channels in early releases",
      { groupPolicy: undefined },
      { peer: "oc_a" },
      "admit group-open channels.feishu.groupPolicy",
      "openclaw@2026.2.17",
    ],
    [
      "take no reply for a mention",
      { groupPolicy: "allowlist", groups: { oc_a: {} } },
      { peer: "oc_a", mentioned: "reply" },
      "deny mention-required channels.feishu.groups.oc_a.requireMention",
      now,
    ],
  ])("%s", (_, written, message, expected, edition) => {
    expect(answer("feishu", written, message, edition)).toBe(expected);
  });

  it("go by `channels.defaults` since 2026.2.22", () => {
    const channels = { defaults: { groupPolicy: "disabled" }, feishu: { appId: "a" } } as const;
    const message = {
      channel: "feishu",
      chatType: "group",
      peer: "oc_a",
      sender: "7",
      mentioned: true,
    } as const;
    const outcome = (edition: Edition) =>
      evaluateAccess(message, uncheckedPolicy({ channels }, edition)).outcome;
    expect([outcome("openclaw@2026.2.17"), outcome("openclaw@2026.2.26")]).toEqual(["admit", "deny"]);
  });

  it("let those command whom the nearest list names", () => {
    const section = { groupPolicy: "open", allowFrom: ["7"], groups: { oc_b: { allowFrom: ["7", "8"] } } };
    const commands = (peer: string, sender: string, edition: Edition = now) =>
      evaluateAccess(
        { channel: "feishu", chatType: "group", peer, sender, mentioned: true },
        uncheckedPolicy({ channels: { feishu: section } } as ConfigInput, edition),
      ).commands;
    expect([commands("oc_a", "7"), commands("oc_a", "8"), commands("oc_b", "8")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(commands("oc_a", "7", "openclaw@2026.2.17")).toBe(false);
  });
});

describe("rooms of IRC and Nextcloud Talk", () => {
  const release = "openclaw@2026.9.5";

  it.each<
    readonly [why: string, channel: string, section: object, message: Partial<AccessRequest>, string, Edition]
  >([
    [
      "a channel of IRC is found in any case",
      "irc",
      { groups: { "#Ops": { allowFrom: ["7"] } } },
      { peer: "#OPS" },
      'admit group-allowlisted channels.irc.groups["#Ops"].allowFrom[0]',
      release,
    ],
    [
      "`*` shuts a channel of IRC whatever it says itself",
      "irc",
      { groups: { "#ops": { enabled: true, allowFrom: ["7"] }, "*": { enabled: false } } },
      { peer: "#ops" },
      'deny room-disabled channels.irc.groups["*"].enabled',
      release,
    ],
    [
      "where a channel of IRC lists nobody, those whom `*` lists may write",
      "irc",
      { groups: { "#ops": { allowFrom: [] }, "*": { allowFrom: ["7"] } } },
      { peer: "#ops" },
      'admit group-allowlisted channels.irc.groups["*"].allowFrom[0]',
      release,
    ],
    [
      "a list binds on IRC even where the policy is open",
      "irc",
      { groupPolicy: "open", groupAllowFrom: ["8"] },
      { peer: "#ops" },
      "deny group-not-allowlisted channels.irc.groupAllowFrom",
      release,
    ],
    [
      "an open policy admits channels of IRC that are not listed",
      "irc",
      { groupPolicy: "open", groups: { "#ops": {} } },
      { peer: "#dev" },
      "admit group-open channels.irc.groupPolicy",
      release,
    ],
    [
      "and under 2026-11 only those that are",
      "irc",
      { groupPolicy: "open", groups: { "#ops": {} } },
      { peer: "#dev" },
      "deny room-not-listed channels.irc.groups",
      "2026-11",
    ],
    [
      "a listed channel of IRC in which nobody is listed answers nobody",
      "irc",
      { groups: { "#ops": {} } },
      { peer: "#ops" },
      "deny group-empty-allowlist channels.irc.groupAllowFrom",
      release,
    ],
    [
      "up to 2026.2.25 whoever was paired counted as listed",
      "irc",
      { groups: { "#ops": {} } },
      { peer: "#ops", paired: ["7"] },
      "admit group-paired channels.irc.groupAllowFrom",
      "openclaw@2026.2.22",
    ],
    [
      "but not where the channel of IRC lists people itself",
      "irc",
      { groups: { "#ops": { allowFrom: ["8"] } } },
      { peer: "#ops", paired: ["7"] },
      'deny group-not-allowlisted channels.irc.groups["#ops"].allowFrom',
      "openclaw@2026.2.22",
    ],
    [
      "a room of Talk that is not listed is shut even where the policy is open",
      "nextcloud-talk",
      { groupPolicy: "open", rooms: { tok1: {} } },
      { peer: "tok2" },
      'deny room-not-listed channels["nextcloud-talk"].rooms',
      release,
    ],
    [
      "who writes must be on the list of the room and on that of the channel",
      "nextcloud-talk",
      { groupAllowFrom: ["7"], rooms: { tok1: { allowFrom: ["8"] } } },
      { peer: "tok1" },
      'deny group-not-allowlisted channels["nextcloud-talk"].rooms.tok1.allowFrom',
      release,
    ],
    [
      "either list will do where the other names nobody",
      "nextcloud-talk",
      { rooms: { tok1: { allowFrom: ["nc:7"] } } },
      { peer: "tok1" },
      'admit group-allowlisted channels["nextcloud-talk"].rooms.tok1.allowFrom[0]',
      release,
    ],
    [
      "an open policy of Talk asks no list",
      "nextcloud-talk",
      { groupPolicy: "open", rooms: { tok1: { allowFrom: ["8"] } } },
      { peer: "tok1" },
      'admit group-open channels["nextcloud-talk"].groupPolicy',
      release,
    ],
    [
      "and under 2026-11 the room's own",
      "nextcloud-talk",
      { groupPolicy: "open", rooms: { tok1: { allowFrom: ["8"] } } },
      { peer: "tok1" },
      'deny group-not-allowlisted channels["nextcloud-talk"].rooms.tok1.allowFrom',
      "2026-11",
    ],
    [
      "a room's name found its entry up to 2026.3.13",
      "nextcloud-talk",
      { allowFrom: ["7"], rooms: { ops: {} } },
      { peer: "tok1", roomName: "Ops" },
      'admit group-allowlisted channels["nextcloud-talk"].allowFrom[0]',
      "openclaw@2026.3.13",
    ],
    [
      "and does not since",
      "nextcloud-talk",
      { allowFrom: ["7"], rooms: { ops: {} } },
      { peer: "tok1", roomName: "Ops" },
      'deny room-not-listed channels["nextcloud-talk"].rooms',
      "openclaw@2026.3.24",
    ],
  ])("%s", (_why, channel, section, message, expected, edition) => {
    expect(answer(channel, section, { chatType: "group", ...message }, edition)).toBe(expected);
  });

  it("let those command whom the channel lists for groups", () => {
    const commands = (channel: string, section: object, edition: Edition) => {
      const config = { channels: { [channel]: { groupPolicy: "open", ...section } } } as ConfigInput;
      const policy = uncheckedPolicy(config, edition);
      const message = { channel, chatType: "group", peer: "r", sender: "7", mentioned: true } as const;
      return evaluateAccess(message, policy).commands;
    };
    expect(commands("irc", { groupAllowFrom: ["7"] }, release)).toBe(true);
    expect(commands("irc", { allowFrom: ["7"] }, release)).toBe(false);
    expect(commands("nextcloud-talk", { allowFrom: ["7"] }, release)).toBe(true);
    expect(commands("nextcloud-talk", { allowFrom: ["7"], groupAllowFrom: ["8"] }, release)).toBe(false);
    expect(commands("irc", { allowFrom: [], paired: ["7"] }, release)).toBe(false);
  });
});

describe("rooms of channels of which it is not on record what releases decide", () => {
  const section = { groupPolicy: "open", groups: { "*": { requireMention: false } } };

  it.each(editions.filter((edition) => edition !== "2026-11"))("are not guessed at under %s", (edition) => {
    for (const channel of ["mattermost", "signal", "line", "zalo", "imessage", "our-own"])
      expect(answer(channel, section, { chatType: "group", peer: "r" }, edition)).toBe(
        "unknown rooms-not-known ",
      );
  });

  it("are decided by `groups` under 2026-11", () => {
    expect(answer("mattermost", section, { chatType: "group", peer: "r" }, "2026-11")).toBe(
      "admit group-open channels.mattermost.groupPolicy",
    );
  });

  it("stay shut where the channel is", () => {
    const message = { chatType: "group", peer: "r" } as const;
    expect(answer("signal", { enabled: false }, message, "openclaw@2026.9.6")).toBe(
      "deny channel-disabled channels.signal.enabled",
    );
  });

  it("are said to be so of every setting that is written for them", () => {
    const config = {
      channels: {
        defaults: { groupPolicy: "open" },
        signal: { groupPolicy: "open", accounts: { work: { groupAllowFrom: ["+15550001"] } } },
        telegram: { groupPolicy: "open" },
      },
    } as const;
    const { warnings } = parsePolicy(config, { edition: "openclaw@2026.9.6" });
    const told = warnings.filter(({ code }) => code === "rooms-not-known");
    expect(told.map(({ path }) => path)).toEqual([
      "channels.defaults.groupPolicy",
      "channels.signal.groupPolicy",
      "channels.signal.accounts.work.groupAllowFrom",
    ]);
    const ours = parsePolicy(config, { edition: "2026-11" });
    expect(ours.warnings.filter(({ code }) => code === "rooms-not-known")).toEqual([]);
  });
});

describe("faults of the releases in rooms, and 2026-11", () => {
  it.each<readonly [fault: string, channel: string, section: object, message: Partial<AccessRequest>]>([
    [
      "an empty list of a room lets everybody in whom its server keeps out",
      "discord",
      { guilds: { "900": { users: ["8"], channels: { "30": { users: [] } } } } },
      inHall,
    ],
    [
      "`allow: false` is not read",
      "discord",
      { groupPolicy: "open", guilds: { "900": { channels: { "30": { allow: false } } } } },
      inHall,
    ],
    [
      "a server is listed by a name that its owner may choose",
      "discord",
      { groupPolicy: "allowlist", guilds: { hall: {} } },
      { ...inHall, guildName: "Hall" },
    ],
    [
      "a server that is called `constructor` is listed",
      "discord",
      { groupPolicy: "allowlist", guilds: { "901": {} } },
      { ...inHall, guildName: "constructor" },
    ],
    [
      "anybody in a chat of several people is answered",
      "discord",
      { dm: { groupEnabled: true } },
      { chatType: "group", peer: "40" },
    ],
    [
      "everybody in a listed room of Matrix is answered",
      "matrix",
      { groups: { "!a:x": {} } },
      { peer: "!a:x" },
    ],
  ])("%s", (_, channel, section, message) => {
    expect(answer(channel, section, message, "openclaw@2026.7.1")).toMatch(/^admit /);
    expect(answer(channel, section, message, "2026-11")).toMatch(/^deny /);
  });
});

describe("what is written wrongly of rooms", () => {
  const spoil = fc.constantFrom<(name: string) => string>(
    (name) => name.slice(0, -1),
    (name) => `${name}s`,
    (name) => name.toUpperCase(),
    (name) => name.slice(1, 2) + name.slice(0, 1) + name.slice(2),
  );
  const wrong = fc.constantFrom<unknown>("yes", 1, null, {}, [], [[]], "7", [{}], [null], "");

  /** Every place of a tree that is an object's field, as a path. */
  function fields(tree: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return [];
    return Object.entries(tree).flatMap(([name, inner]) => [
      [...path, name],
      ...fields(inner, [...path, name]),
    ]);
  }

  function rewritten(
    tree: unknown,
    [name = "", ...rest]: readonly string[],
    to: (name: string, value: unknown) => object,
  ): object {
    const entries = Object.entries(tree as object).map(([key, value]): [string, unknown] =>
      key === name && rest.length > 0 ? [key, rewritten(value, rest, to)] : [key, value],
    );
    const kept = Object.fromEntries(entries);
    if (rest.length > 0) return kept;
    const { [name]: value, ...others } = kept;
    return { ...others, ...to(name, value) };
  }

  // Of several channels one at least is refused, mostly.
  const ofOneChannel = fc
    .constantFrom(...Object.entries<fc.Arbitrary<object>>(roomSections))
    .chain(([channel, sections]) => sections.map((section) => ({ channels: { [channel]: section } })));

  it("lets nobody in under 2026-11 whom the right words keep out", () => {
    fc.assert(
      fc.property(
        ofOneChannel as fc.Arbitrary<ConfigInput>,
        fc.nat(),
        spoil,
        fc.option(wrong),
        fc.array(roomMessages, { minLength: 20, maxLength: 20 }),
        (right, at, respell, value, anywhere) => {
          const [channel = ""] = Object.keys(right.channels ?? {});
          const messages = anywhere.map((message) => ({ ...message, channel }));
          const parsed = safeParsePolicy(right, { edition: "2026-11" });
          const paths = fields(right.channels).filter((path) => path.length > 1);
          const path = paths[at % Math.max(paths.length, 1)];
          fc.pre(parsed.ok && path !== undefined);
          // The keys of records are ids, which may be any.
          fc.pre(!/^(?:\d|[A-Z!*]|general|hall|19:|t-|spaces|oc_)/.test(path.at(-1) ?? ""));
          const channels = rewritten(right.channels, path, (name, before) =>
            value === null ? { [respell(name)]: before } : { [name]: value },
          );
          const spoilt = safeParsePolicy({ channels } as ConfigInput, { edition: "2026-11" });
          if (!spoilt.ok) return;
          const looser = messages.filter(
            (message) =>
              evaluateAccess(message, spoilt.policy).allowed &&
              !evaluateAccess(message, parsed.policy).allowed,
          );
          expect({ channels, looser }).toEqual({ channels, looser: [] });
        },
      ),
      { numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });
});

describe("the trace of a decision about a room", () => {
  it("agrees with the decision, and changes nothing about it", () => {
    fc.assert(
      fc.property(configs, roomMessages, fc.constantFrom(...editions), (written, message, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, written), { edition });
        fc.pre(parsed.ok);
        const { trace, ...decision } = evaluateAccess(message, parsed.policy, { trace: true });
        expect(evaluateAccess(message, parsed.policy)).toEqual(decision);
        expect(trace?.gates.every(({ outcome }) => outcome === "pass")).toBe(decision.allowed);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        expect(explainAccess(decision)).toMatch(/^[A-Z].*\.$/);
      }),
      runs,
    );
  });

  it("names settings that turn the answer, all of them needed", () => {
    fc.assert(
      fc.property(configs, roomMessages, fc.constantFrom(...editions), (config, message, edition) => {
        const policy = uncheckedPolicy(config, edition);
        const { allowed, trace } = evaluateAccess(message, policy, { trace: true });
        for (const changes of trace?.opposite ?? [])
          for (const which of [0, -1] as const) {
            const after = uncheckedPolicy(changeSettings(config, changes, which), edition);
            const turned = evaluateAccess(message, after).allowed;
            expect({ changes, turned }).toEqual({ changes, turned: !allowed });
          }
      }),
      runs,
    );
  });
});
