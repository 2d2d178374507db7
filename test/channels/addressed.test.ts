import { describe, expect, it } from "vitest";
import { fixture } from "./fixtures.ts";
import { platforms, type ReaderName } from "./platforms.ts";

type Row = readonly [
  reader: ReaderName,
  payload: string,
  why: string,
  self: string | readonly string[] | undefined,
  expected: readonly [mentioned: unknown, finely: unknown, others: unknown],
];

const named = [true, true, false] as const;
const unnamed = [false, false, false] as const;
const unknown = [undefined, undefined, undefined] as const;
const pressed = [true, true, undefined] as const;
const answersSomebody = [undefined, undefined, false] as const;

/** Whom each payload addresses; the five platforms with the finest rules have tables of their own. */
const rows: readonly Row[] = [
  ["readTeams", "channel-post", "the recipient is the bot", undefined, named],
  ["readTeams", "personal-message", "nobody is named", undefined, unnamed],
  ["readTeams", "card-action", "who presses a button means the bot", undefined, pressed],
  ["readTeams", "reaction-added", "a reaction names nobody", undefined, unknown],
  ["readGoogleChat", "space-message", "somebody is named", undefined, unknown],
  ["readGoogleChat", "space-message", "the app is", "users/115999999999999999999", named],
  ["readGoogleChat", "space-message", "another is", "users/1", [false, false, true]],
  ["readGoogleChat", "direct-message", "nobody is named", undefined, unnamed],
  ["readGoogleChat", "card-clicked", "who clicks means the app", undefined, pressed],
  ["readLine", "group-message", "LINE says that it is the bot", undefined, named],
  ["readLine", "user-message", "nobody is named", undefined, unnamed],
  ["readLine", "postback", "who presses a button means the bot", undefined, pressed],
  ["readSignal", "group-message", "the account is named by number", undefined, named],
  ["readSignal", "direct-message", "nobody is named", undefined, unnamed],
  ["readSignal", "group-reaction", "a reaction names nobody", undefined, unknown],
  ["readFeishu", "group-message", "somebody is named", undefined, unknown],
  ["readFeishu", "group-message", "the bot is", "ou_bot", named],
  ["readFeishu", "group-message", "another is", "ou_x", [false, false, true]],
  ["readFeishu", "thread-message", "named in an answer", "ou_bot", named],
  ["readFeishu", "topic-group-post", "somebody is named in a post", "ou_bot", named],
  ["readMattermost", "channel-post", "the bot is", "botbotbotbotbotbotbotbotbo", named],
  ["readMattermost", "channel-post", "another is", "other", [false, false, true]],
  ["readMattermost", "channel-post", "somebody is named", undefined, unknown],
  ["readIrc", "channel-message", "the nick stands in the text", "desk", [true, true, undefined]],
  ["readIrc", "action", "it does not", "desk", [false, false, undefined]],
  ["readIrc", "channel-message", "nobody tells the nick", undefined, unknown],
  ["readBlueBubbles", "group-message", "the number is marked in the text", "+12025550100", named],
  ["readBlueBubbles", "direct-message", "nothing is marked", "+12025550100", unnamed],
  ["readBlueBubbles", "reply", "whose message is answered is not told", "+12025550100", answersSomebody],
  ["readZalo", "group-text", "Zalo does not tell", "b1", unknown],
  ["readNextcloudTalk", "message", "everybody is", "users/desk", [false, "everyone", false]],
  ["readNextcloudTalk", "reply", "an answer to the bot", "bots/bot-1", [true, "reply", false]],
  ["readEmail", "mail", "addressed to the bot", "desk@example.org", named],
  ["readEmail", "mail", "a copy alone", "help@example.org", [false, false, true]],
  ["readWebChat", "button", "who presses a button means the bot", undefined, pressed],
  ["readWebChat", "room-message", "the page does not tell", undefined, unknown],
];

describe("whether the bot is meant", () => {
  it.each(rows)("%s, %s: %s", (reader, payload, _why, self, expected) => {
    const { fixtures, read } = platforms[reader];
    const options = self === undefined ? {} : { self };
    const reading = read(fixture(fixtures, payload), options);
    expect(
      reading.ok ? [reading.mentioned, reading.access.mentioned, reading.access.othersMentioned] : reading,
    ).toEqual(expected);
  });
});

describe("what places and people are called", () => {
  const called: readonly (readonly [reader: ReaderName, payload: string, names: object])[] = [
    ["readTeams", "channel-post", { teamName: "Garden club", senderName: "Ann Lee" }],
    ["readGoogleChat", "space-message", { roomName: "Garden club", senderEmail: "ann@example.com" }],
    ["readSignal", "group-message", { roomName: "Garden club", senderName: "Ann Lee" }],
    ["readMattermost", "channel-post", { roomName: "Garden club", senderUsername: "ann" }],
    ["readBlueBubbles", "group-message", { roomName: "Garden club" }],
    ["readZalo", "group-text", { senderName: "Ann" }],
    ["readNextcloudTalk", "message", { roomName: "world", senderName: "Ada Lovelace" }],
    ["readEmail", "to-several", { roomName: "Roses", senderName: "Ann Lee", senderEmail: "ann@example.com" }],
    ["readWebChat", "room-message", { roomName: "Garden club", senderName: "Ann" }],
  ];

  it.each(called)("%s, %s", (reader, payload, names) => {
    const { fixtures, read } = platforms[reader];
    const reading = read(fixture(fixtures, payload), { self: "desk@example.org" });
    expect(reading.ok ? reading.access : reading).toMatchObject(names);
  });

  it.each([
    ["garden", "garden"],
    ["directmessage", undefined],
    ["privategroup", undefined],
  ])("a command of Slack in %s", (channel_name, roomName) => {
    const command = { command: "/desk", channel_id: "C1", channel_name, user_id: "U7" };
    const reading = platforms.readSlack.read(command, { channelType: "channel" });
    expect(reading.ok && reading.access.roomName).toBe(roomName);
  });
});
