import { describe, expect, it } from "vitest";
import type { DiscordChannel } from "../../src/channels/discord-chat.ts";
import { fromDiscord, type DiscordMessage } from "../../src/channels/discord.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";

const annId = "175928847299117063";
const room = {
  channel: "discord",
  chatType: "channel",
  peer: "290926798626357999",
  aliases: ["@ann.lee"],
  sender: annId,
  guild: "290926798626357250",
  roles: ["697138785317814292", "700000000000000001"],
} as const;
const inThread = {
  ...room,
  peer: "1345000000000000042",
  thread: "1345000000000000042",
  parent: { chatType: "channel", peer: "290926798626357999" },
} as const;
const publicThread: DiscordChannel = { type: 11, parent_id: "290926798626357999" };

type Row = readonly [
  name: string,
  why: string,
  channel: DiscordChannel | undefined,
  expected: Inbound | undefined,
];

const cases: readonly Row[] = [
  [
    "direct-message",
    "a direct message is with the person, not with the channel it travels on: the gateway tells the channel's type",
    undefined,
    { channel: "discord", chatType: "direct", peer: annId, aliases: ["@ann.lee"] },
  ],
  [
    "direct-message-of-numbered-account",
    "an old account is also known by name and number",
    undefined,
    { channel: "discord", chatType: "direct", peer: "41771983423143937", aliases: ["john#1234"] },
  ],
  [
    "group-direct-message",
    "a group chat is the room, once the channel tells",
    { type: 3 },
    {
      channel: "discord",
      chatType: "group",
      peer: "319674150115710529",
      aliases: ["@ann.lee"],
      sender: annId,
    },
  ],
  ["guild-message", "a guild's channel is the room", { type: 0, parent_id: "290926798626350000" }, room],
  ["guild-message", "without the channel it is the room as well", undefined, room],
  ["guild-reply", "a reply stays in its channel", undefined, room],
  ["thread-message", "a thread hangs under its channel", publicThread, inThread],
  ["thread-message", "a private thread likewise", { ...publicThread, type: 12 }, inThread],
  [
    "thread-message",
    "its position tells that it stands in a thread, and nothing of which room",
    undefined,
    undefined,
  ],
  ["thread-starter", "the platform's copy of the first message", publicThread, undefined],
  ["bot-message", "a bot's message starts nothing", undefined, undefined],
  ["webhook-message", "nor does a webhook's", undefined, undefined],
  ["member-joined", "the platform wrote it", undefined, undefined],
  ["message-update", "an edit stays where the message was", undefined, room],
];

describe("fromDiscord", () => {
  it.each(cases)("%s: %s", (name, _why, channel, expected) => {
    expect(placeOf(fromDiscord(fixture("discord", name) as DiscordMessage, { channel }))).toEqual(expected);
  });

  it("has a row for every recorded message", () => {
    expect([...new Set(cases.map(([name]) => name))].sort()).toEqual(fixtureNames("discord"));
  });

  it("never passes a name off as an id, be it all digits", () => {
    const author = { id: "7", username: "175928847299117063" };
    const message = { type: 0, channel_id: "30", guild_id: "10", author };
    expect(fromDiscord(message)?.aliases).toEqual(["@175928847299117063"]);
  });

  it("takes the account from the caller", () => {
    expect(
      fromDiscord(fixture("discord", "guild-message") as DiscordMessage, { account: "work" })?.account,
    ).toBe("work");
  });
});
