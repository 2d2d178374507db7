import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { PlaceFacts } from "../../../src/policy/access/room-scheme.ts";
import { schemeOf } from "../../../src/policy/access/room-schemes.ts";
import { sessionAccess, sessionPlaces } from "../../../src/policy/access/session-rooms.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** The entries that say something of a session's room, by their places in the channel's section. */
function placesOf(channel: string, section: object, facts: PlaceFacts, edition: Edition, account?: string) {
  const policy = uncheckedPolicy({ channels: { [channel]: section } } as ConfigInput, edition);
  const scheme = schemeOf(channel);
  const access = sessionAccess(channel, account, policy);
  // Facts of a message, of which none is told as nothing.
  const found = scheme && sessionPlaces(scheme, facts as Parameters<typeof sessionPlaces>[1], access, policy);
  return found?.map(({ path }) => path.replace(/^channels\.[a-z]+\./, ""));
}

describe("what says something of a session's room", () => {
  it.each<
    readonly [
      why: string,
      channel: string,
      section: object,
      facts: PlaceFacts,
      edition: Edition,
      places: readonly string[],
    ]
  >([
    [
      "a room and its server",
      "discord",
      { guilds: { "9": { channels: { "30": {} } } } },
      { guild: "9", peer: "30" },
      "2026-11",
      ['guilds["9"].channels["30"]', 'guilds["9"]'],
    ],
    [
      "a server alone, whose room is not written",
      "discord",
      { guilds: { "9": { channels: { "31": {} } } } },
      { guild: "9", peer: "30" },
      "2026-11",
      ['guilds["9"]'],
    ],
    [
      "nothing of another server",
      "discord",
      { guilds: { "8": { channels: { "30": {} } } } },
      { guild: "9", peer: "30" },
      "2026-11",
      [],
    ],
    ["nothing where nothing is written", "discord", {}, { guild: "9", peer: "30" }, "2026-11", []],
    [
      "a server by its written slug, in a release",
      "discord",
      { guilds: { "8": { slug: "nine", channels: { general: {} } } } },
      { guild: "Nine", peer: "30", roomName: "General" },
      "openclaw@2026.4.9",
      ['guilds["8"].channels.general', 'guilds["8"]'],
    ],
    [
      "a room by its name with the mark",
      "discord",
      { guilds: { "9": { channels: { "#general": {} } } } },
      { guild: "9", peer: "30", roomName: "general" },
      "openclaw@2026.4.9",
      ['guilds["9"].channels["#general"]', 'guilds["9"]'],
    ],
    [
      "no room by the entry of all, where the release did not take it",
      "discord",
      { guilds: { "9": { channels: { "*": {} } } } },
      { guild: "9", peer: "30" },
      "openclaw@2026.4.9",
      ['guilds["9"]'],
    ],
    [
      "a room and all rooms",
      "slack",
      { channels: { C1: {}, "*": {} } },
      { peer: "C1" },
      "2026-11",
      ["channels.C1", 'channels["*"]'],
    ],
    [
      "all rooms",
      "slack",
      { channels: { "*": {} } },
      { peer: "C1" },
      "2026-11",
      ['channels["*"]', 'channels["*"]'],
    ],
    [
      "a room alone in a release",
      "slack",
      { channels: { C1: {}, "*": {} } },
      { peer: "C1" },
      "openclaw@2026.4.9",
      ["channels.C1"],
    ],
    [
      "a room by its name in a release",
      "slack",
      { channels: { "#general": {} } },
      { peer: "C1", roomName: "#general" },
      "openclaw@2026.4.9",
      ['channels["#general"]'],
    ],
    [
      "a room of its team in a release",
      "slack",
      { channels: { "team:t1:channel:c1": {} } },
      { peer: "C1", team: "T1" },
      "openclaw@2026.9.6",
      ['channels["team:t1:channel:c1"]'],
    ],
    [
      "a channel and its team",
      "msteams",
      { teams: { "t-1": { channels: { "19:a": {} } } } },
      { team: "t-1", peer: "19:a" },
      "2026-11",
      ['teams["t-1"].channels["19:a"]', 'teams["t-1"]'],
    ],
    [
      "a channel of whichever team has it",
      "msteams",
      {
        teams: {
          "t-0": { channels: { "19:b": {} } },
          "t-2": { channels: { "19:a": {} } },
          "t-3": { channels: { "19:a": {} } },
        },
      },
      { team: "t-1", peer: "19:a" },
      "openclaw@2026.4.9",
      ['teams["t-2"].channels["19:a"]', 'teams["t-2"]'],
    ],
    [
      "none but its own, where the team says what tools it has",
      "msteams",
      { teams: { "t-1": { tools: { deny: ["exec"] } }, "t-2": { channels: { "19:a": {} } } } },
      { team: "t-1", peer: "19:a" },
      "openclaw@2026.4.9",
      ['teams["t-1"]'],
    ],
    [
      "a channel by its name in whichever team",
      "msteams",
      { teams: { "t-2": { channels: { "All Hands": {} } } } },
      { team: "t-1", peer: "19:a", roomName: "all hands" },
      "openclaw@2026.1.29",
      ['teams["t-2"].channels["All Hands"]', 'teams["t-2"]'],
    ],
    [
      "any channel of whichever team has any",
      "msteams",
      { teams: { "t-2": { channels: { "*": {} } }, "t-3": { channels: { "19:a": {} } } } },
      { team: "t-1", peer: "19:a" },
      "openclaw@2026.4.9",
      ['teams["t-2"].channels["*"]', 'teams["t-2"]'],
    ],
    [
      "none where nobody tells the channel",
      "msteams",
      { teams: { "t-2": { channels: { "*": {} } } } },
      { team: "t-1" },
      "openclaw@2026.4.9",
      [],
    ],
    [
      "a group without its entry of all",
      "feishu",
      { groups: { oc_a: {}, "*": {} } },
      { peer: "oc_a" },
      "2026-11",
      ["groups.oc_a"],
    ],
    [
      "a channel and all channels",
      "irc",
      { groups: { "#a": {}, "*": {} } },
      { peer: "#A" },
      "openclaw@2026.9.6",
      ['groups["#a"]', 'groups["*"]'],
    ],
    [
      "nothing by a name of marks alone, which has no slug",
      "discord",
      { guilds: { "8": {} } },
      { guild: "!!", peer: "30" },
      "openclaw@2026.1.29",
      [],
    ],
    [
      "nothing of a room that is not written",
      "slack",
      { channels: { C2: {} } },
      { peer: "C1" },
      "2026-11",
      [],
    ],
    [
      "a room by its name, where a switch says so",
      "slack",
      { dangerouslyAllowNameMatching: true, channels: { general: {} } },
      { peer: "C1", roomName: "general" },
      "2026-11",
      ["channels.general"],
    ],
    [
      "nothing by it, where none does",
      "slack",
      { channels: { general: {} } },
      { peer: "C1", roomName: "general" },
      "2026-11",
      [],
    ],
    [
      "a room by a name with a `#` within",
      "slack",
      { channels: { "a#b": {} } },
      { peer: "C1", roomName: "a#b" },
      "openclaw@2026.1.29",
      ['channels["a#b"]'],
    ],
    [
      "nothing by an id of another case, though a message is let in by it",
      "slack",
      { channels: { c1: {} } },
      { peer: "C1" },
      "openclaw@2026.5.3",
      [],
    ],
    [
      "a room of whichever team has it, by its id",
      "msteams",
      { teams: { t1: {}, t2: { channels: { c: {} } } } },
      { peer: "c" },
      "openclaw@2026.1.29",
      ["teams.t2.channels.c", "teams.t2"],
    ],
    [
      "a room of whichever team has it, by its name, where a switch says so",
      "msteams",
      { dangerouslyAllowNameMatching: true, teams: { t2: { channels: { General: {} } } } },
      { peer: "c", roomName: "General" },
      "openclaw@2026.3.13",
      ["teams.t2.channels.General", "teams.t2"],
    ],
  ])("%s", (_, channel, section, facts, edition, places) => {
    expect(placesOf(channel, section, facts, edition)).toEqual(places);
  });

  it.each<readonly [edition: Edition, places: readonly string[]]>([
    ["openclaw@2026.1.29", ['guilds["9"]']],
    ["openclaw@2026.4.9", ['accounts.work.guilds["9"]']],
    ["openclaw@2026.9.6", ['accounts.work.guilds["9"]']],
    ["2026-11", ['accounts.work.guilds["9"]']],
  ])("under %s is an account's own, or its channel's", (edition, places) => {
    const section = { guilds: { "9": {} }, accounts: { work: { guilds: { "9": {} } } } };
    expect(placesOf("discord", section, { guild: "9" }, edition, "work")).toEqual(places);
  });

  it.each<Edition>(["openclaw@2026.1.29", "2026-11"])("under %s is an account's own on Slack", (edition) => {
    const section = { channels: { C1: {} }, accounts: { work: { channels: { C1: {} } } } };
    expect(placesOf("slack", section, { peer: "C1" }, edition, "work")).toEqual([
      "accounts.work.channels.C1",
    ]);
  });

  it.each(["discord", "slack", "telegram"])("is nothing of %s, where that is not written", (channel) => {
    for (const edition of ["openclaw@2026.1.29", "2026-11"] as const) {
      const policy = uncheckedPolicy({}, edition);
      const access = sessionAccess(channel, undefined, policy);
      const scheme = schemeOf(channel);
      expect(access).toBeUndefined();
      expect(scheme && sessionPlaces(scheme, { peer: "C1" }, access, policy)).toEqual(scheme && []);
    }
  });
});
