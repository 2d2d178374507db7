import { describe, expect, it } from "vitest";
import * as channels from "../../src/channels/index.ts";
import { explain } from "../../src/index.ts";
import type { UnreadReason } from "../../src/scope/unread.ts";

type Mentions = readonly [mentioned: unknown, finely: unknown, others: unknown];

function mentionsOf(reading: channels.Reading<unknown>): Mentions {
  if (!reading.ok) throw new Error(explain(reading));
  return [reading.mentioned, reading.access.mentioned, reading.access.othersMentioned];
}

const named: Mentions = [true, true, false];
const replied: Mentions = [true, "reply", false];
const unnamed: Mentions = [false, false, false];
const others: Mentions = [false, false, true];
const everyone: Mentions = [false, "everyone", false];
const unknown: Mentions = [undefined, undefined, undefined];

describe("readTelegram tells whether the bot is meant", () => {
  const base = { date: 1, message_id: 5, chat: { id: -1, type: "group" }, from: { id: 7 } };
  const self = ["99", "@Desk_Bot"];
  const mention = { type: "mention", offset: 3, length: 9 };
  const bot = { id: 99, is_bot: true, username: "desk_bot" };
  const me = { id: 7, username: "ann" };

  it.each<readonly [why: string, message: object, self: readonly string[], expected: Mentions]>([
    ["nobody is named", { text: "hi" }, self, unnamed],
    ["nobody is named, whoever the bot is", { text: "hi" }, [], unnamed],
    ["the bot is, whatever the case", { text: "hi @DESK_bot", entities: [mention] }, self, named],
    ["in a caption", { caption: "hi @desk_bot", photo: [], caption_entities: [mention] }, self, named],
    [
      "somebody is, and nobody tells who the bot is",
      { text: "hi @desk_bot", entities: [mention] },
      [],
      unknown,
    ],
    ["somebody else is", { text: "hi @anna_lee", entities: [mention] }, self, others],
    ["text that only looks like a mention", { text: "hi @desk_bot" }, self, unnamed],
    [
      "a person without a username",
      { text: "hi Bob", entities: [{ ...mention, type: "text_mention", user: { id: 8 } }] },
      self,
      others,
    ],
    [
      "the bot, by id",
      { text: "hi", entities: [{ ...mention, type: "text_mention", user: bot }] },
      self,
      named,
    ],
    [
      "a name does not tell where only the id is known",
      { text: "hi @desk_bot", entities: [mention] },
      ["99"],
      unknown,
    ],
    ["an answer to the bot", { text: "hi", reply_to_message: { from: bot } }, self, replied],
    ["an answer to a person", { text: "hi", reply_to_message: { from: me } }, self, unnamed],
    [
      "each message of a topic answers its notice",
      { text: "hi", reply_to_message: { from: bot, forum_topic_created: {} } },
      self,
      unnamed,
    ],
    [
      "a command for this bot",
      { text: "/new@desk_bot", entities: [{ type: "bot_command", offset: 0, length: 13 }] },
      self,
      named,
    ],
    [
      "a command for another",
      { text: "/new@other_bot", entities: [{ type: "bot_command", offset: 0, length: 14 }] },
      self,
      others,
    ],
  ])("%s", (_why, message, ids, expected) => {
    const update = { message: { ...base, ...message } };
    expect(mentionsOf(channels.readTelegram(update, { self: ids }))).toEqual(expected);
  });

  it.each([
    ["/new@desk_bot hello", 13, "/new hello"],
    ["/new@desk_bot", 13, "/new"],
    ["/new@other_bot hello", 14, "/new@other_bot hello"],
    ["/new hello", 4, "/new hello"],
  ])("reads the command %s as text without its own name", (text, length, expected) => {
    const message = { ...base, text, entities: [{ type: "bot_command", offset: 0, length }] };
    expect(channels.readTelegram({ message }, { self })).toMatchObject({ kind: "command", text: expected });
  });
});

describe("readDiscord tells whether the bot is meant", () => {
  const base = { id: "1", type: 0, channel_id: "30", guild_id: "10", author: { id: "7" }, mentions: [] };

  it.each<readonly [why: string, message: object, self: string | undefined, expected: Mentions]>([
    ["nobody is named", {}, "99", unnamed],
    ["the bot is", { mentions: [{ id: "99" }] }, "99", named],
    ["the bot and another are", { mentions: [{ id: "99" }, { id: "8" }] }, "99", [true, true, true]],
    ["another is", { mentions: [{ id: "8" }] }, "99", others],
    ["somebody is, and nobody tells who the bot is", { mentions: [{ id: "8" }] }, undefined, unknown],
    ["it does not say", { mentions: undefined }, "99", unknown],
    ["everybody is", { mention_everyone: true }, "99", everyone],
    ["an answer to the bot", { type: 19, referenced_message: { author: { id: "99" } } }, "99", replied],
    [
      "an answer to what is gone",
      { type: 19, referenced_message: null },
      "99",
      [undefined, undefined, false],
    ],
    ["discord.js keeps maps", { mentions: { users: new Map([["99", {}]]), everyone: false } }, "99", named],
    [
      "discord.js tells who is answered",
      { type: 19, mentions: { users: new Map(), repliedUser: { id: "99" } } },
      "99",
      replied,
    ],
  ])("%s", (_why, message, self, expected) => {
    expect(mentionsOf(channels.readDiscord({ ...base, ...message }, { self }))).toEqual(expected);
  });

  it("reads roles as payloads and discord.js have them", () => {
    const cache = new Map([
      ["10", {}],
      ["5", {}],
    ]);
    const rolesOf = (roles: unknown) => channels.fromDiscord({ ...base, member: { roles } })?.roles;
    expect(rolesOf(["5"])).toEqual(["5"]);
    expect(rolesOf({ cache })).toEqual(["5"]);
  });
});

describe("readSlack tells whether the bot is meant", () => {
  const base = { type: "message", channel: "C1", channel_type: "channel", user: "U7", ts: "2.5" };
  const authorizations = [{ user_id: "UBOT", is_bot: true }];

  it.each<readonly [why: string, event: object, expected: Mentions]>([
    ["nobody is named", { text: "hi" }, unnamed],
    ["the bot is", { text: "<@UBOT> hi" }, named],
    ["the bot is, with its name", { text: "<@UBOT|desk> hi" }, named],
    ["another is", { text: "<@U8> hi" }, others],
    ["a mention event", { type: "app_mention", text: "<@UBOT> hi" }, named],
    ["everybody is", { text: "<!channel> hi" }, everyone],
    ["a reply in a thread of the bot's", { text: "hi", thread_ts: "1.0", parent_user_id: "UBOT" }, replied],
    ["a reply in another's", { text: "hi", thread_ts: "1.0", parent_user_id: "U8" }, unnamed],
  ])("%s", (_why, event, expected) => {
    expect(mentionsOf(channels.readSlack({ authorizations, event: { ...base, ...event } }))).toEqual(
      expected,
    );
  });
});

describe("readWhatsApp tells whether the bot is meant", () => {
  const key = { remoteJid: "1203630@g.us", participant: "15550001@s.whatsapp.net" };
  const self = ["+15559999", "99@lid"];

  it.each<readonly [why: string, contextInfo: object, self: readonly string[], expected: Mentions]>([
    ["nobody is named", {}, self, unnamed],
    ["the bot is, by number", { mentionedJid: ["15559999:3@s.whatsapp.net"] }, self, named],
    ["the bot is, by LID", { mentionedJid: ["99@lid"] }, self, named],
    [
      "a LID tells nothing where only the number is known",
      { mentionedJid: ["99@lid"] },
      ["15559999"],
      unknown,
    ],
    ["another is", { mentionedJid: ["15558888@s.whatsapp.net"] }, self, others],
    ["everybody is", { nonJidMentions: 1 }, self, everyone],
    ["an answer to the bot", { stanzaId: "3EB0", participant: "99@lid" }, self, replied],
    ["an answer to another", { stanzaId: "3EB0", participant: "98@lid" }, self, unnamed],
  ])("%s", (_why, contextInfo, ids, expected) => {
    const message = { extendedTextMessage: { text: "hi", contextInfo } };
    expect(mentionsOf(channels.readWhatsApp({ key, message }, { self: ids }))).toEqual(expected);
  });

  it.each([
    [1772442000, 1772442000000],
    ["1772442000", 1772442000000],
    [{ low: 1772442000, high: 0, unsigned: true }, 1772442000000],
    [{ low: -1, high: 0, unsigned: true }, 4294967295000],
    [true, undefined],
    ["", undefined],
    [{}, undefined],
  ])("reads the time %o", (messageTimestamp, at) => {
    const read = channels.readWhatsApp({ key, message: { conversation: "hi" }, messageTimestamp });
    expect(read.ok && read.at).toBe(at);
  });
});

describe("readMatrix tells whether the bot is meant", () => {
  const base = { type: "m.room.message", room_id: "!R:hs", event_id: "$1", sender: "@ann:hs" };

  it.each<readonly [why: string, content: object, expected: Mentions]>([
    ["nobody is named", { "m.mentions": {} }, unnamed],
    ["the bot is", { "m.mentions": { user_ids: ["@bot:hs"] } }, named],
    ["another is", { "m.mentions": { user_ids: ["@bob:hs"] } }, others],
    ["everybody is", { "m.mentions": { room: true } }, everyone],
    ["an older client does not say", { body: "hi" }, unknown],
    ["an older client's text does", { body: "@bot:hs hi" }, named],
  ])("%s", (_why, content, expected) => {
    const event = { ...base, content: { msgtype: "m.text", body: "hi", ...content } };
    expect(mentionsOf(channels.readMatrix(event, { self: "@bot:hs", direct: false }))).toEqual(expected);
  });
});

describe("a reading", () => {
  it.each([
    [
      "Telegram",
      channels.readTelegram({ message: { date: 1772442000, chat: { id: 7, type: "private" }, text: "x" } }),
      1772442000000,
    ],
    [
      "Discord",
      channels.readDiscord({
        type: 0,
        channel_id: "3",
        guild_id: "1",
        author: { id: "7" },
        timestamp: "2026-03-02T10:00:00.123000+01:00",
      }),
      1772442000123,
    ],
    [
      "a command of Discord, whose id tells",
      channels.readDiscord({
        id: "175928847299117063",
        type: 2,
        token: "t",
        guild_id: "1",
        channel_id: "3",
        data: { name: "new" },
        member: { user: { id: "7" } },
      }),
      1462015105796,
    ],
    [
      "Slack",
      channels.readSlack({
        event: {
          type: "message",
          channel: "C",
          channel_type: "channel",
          user: "U",
          text: "x",
          ts: "1772442000.123456",
        },
      }),
      1772442000123,
    ],
    [
      "Matrix",
      channels.readMatrix(
        {
          type: "m.room.message",
          room_id: "!r",
          sender: "@a:hs",
          origin_server_ts: 1772442000123,
          content: { msgtype: "m.text" },
        },
        { self: "@b:hs", direct: false },
      ),
      1772442000123,
    ],
  ])("tells when, in milliseconds: %s", (_platform, read, at) => {
    expect(read.ok && read.at).toBe(at);
  });

  it("hands the payload on as it is", () => {
    const update = { message: { chat: { id: 7, type: "private" }, text: "x" } };
    const read = channels.readTelegram(update);
    expect(read.ok && read.native).toBe(update);
  });

  it("reads a command of Discord as a person would have typed it", () => {
    const data = {
      name: "set",
      options: [
        {
          name: "model",
          options: [
            { name: "id", value: "gpt" },
            { name: "n", value: 2 },
          ],
        },
      ],
    };
    const interaction = {
      id: "1",
      type: 2,
      token: "t",
      guild_id: "1",
      channel_id: "3",
      data,
      member: { user: { id: "7" } },
    };
    expect(channels.readDiscord(interaction)).toMatchObject({ kind: "command", text: "/set model gpt 2" });
  });

  it("of a bot is made where bots are heard, but never of the bot's own words", () => {
    const message = { type: 0, channel_id: "3", guild_id: "1", author: { id: "8", bot: true }, mentions: [] };
    expect(channels.readDiscord(message).reason).toBe("bot");
    expect(channels.readDiscord(message, { bots: true })).toMatchObject({
      reason: "missing-fact",
      missing: ["self"],
    });
    expect(channels.readDiscord(message, { bots: true, self: "8" }).reason).toBe("own-message");
    expect(channels.readDiscord(message, { bots: true, self: "9" })).toMatchObject({ access: { bot: true } });
  });
});

describe("explain", () => {
  it.each<readonly [UnreadReason, string]>([
    ["not-a-message", "nobody said anything in it"],
    ["own-message", "the bot wrote it, or the person it answers for"],
    ["bot", "a bot wrote it"],
    ["unknown-shape", "it is not a payload of this platform that is known here"],
    ["contradicting-facts", "its facts cannot all be true"],
    ["undecrypted", "it has not been decrypted"],
    ["no-conversation", "it was written where the bot has no conversations"],
  ])("says what %s means", (reason, sentence) => {
    expect(explain({ kind: "unread", ok: false, reason, missing: [] })).toBe(
      `The payload is not a message to answer: ${sentence}.`,
    );
  });
});
