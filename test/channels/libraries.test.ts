import { proto as proto7, type WAMessage as WAMessage7 } from "baileys";
import { proto as proto6, type WAMessage as WAMessage6 } from "baileys-6";
import { Client, Events, type Interaction, type Message } from "discord.js";
import { Bot } from "grammy";
import { MatrixEvent as JsSdkEvent } from "matrix-js-sdk";
import { MessageEvent } from "matrix-bot-sdk/lib/models/events/MessageEvent.js";
import PostalMime from "postal-mime";
import { Telegraf } from "telegraf";
import { afterAll, describe, expect, it } from "vitest";
import {
  readDiscord,
  readEmail,
  readMatrix,
  readSlack,
  readTelegram,
  readWhatsApp,
  type Reading,
  type SlackPayload,
} from "../../src/channels/index.ts";
import { fixture, placeOf } from "./fixtures.ts";

/** Where something was done, and what; or why it is nothing. */
function toldBy(reading: Reading<unknown>) {
  if (!reading.ok) return [reading.reason, ...reading.missing].join(" ");
  return { kind: reading.kind, text: reading.text, ...placeOf(reading.inbound) };
}

describe("discord.js", () => {
  const client = new Client({ intents: [] });
  // A gateway's packets go this way, which the types keep to themselves.
  const { actions } = client as unknown as {
    readonly actions: Readonly<Record<string, { readonly handle: (data: object) => unknown }>>;
  };
  const guild = { id: "10", name: "Club", unavailable: false };
  const ann = { id: "175928847299117063", username: "ann.lee", discriminator: "0", global_name: "Ann Lee" };
  const member = {
    user: ann,
    roles: ["55"],
    joined_at: "2026-03-02T09:00:00.000Z",
    deaf: false,
    mute: false,
    flags: 0,
  };

  client.user = { id: "99" } as never;
  // Caches are filled as the gateway fills them.
  const caches = client as unknown as {
    readonly guilds: { readonly _add: (data: object) => unknown };
    readonly channels: { readonly _add: (data: object, guild: unknown) => unknown };
  };
  const kept = caches.guilds._add({
    ...guild,
    roles: [{ id: "10" }, { id: "55" }],
    members: [],
    channels: [],
    emojis: [],
    stickers: [],
  });
  for (const channel of [
    { id: "30", type: 0, name: "general", guild_id: "10" },
    {
      id: "31",
      type: 11,
      name: "roses",
      guild_id: "10",
      parent_id: "30",
      thread_metadata: { archived: false },
    },
  ])
    caches.channels._add(channel, kept);
  caches.channels._add({ id: "40", type: 1, recipients: [ann] }, undefined);

  function heard(event: string, action: string, data: object): unknown {
    let got: unknown;
    client.once(event, (each: unknown) => {
      got = each;
    });
    actions[action]?.handle(data);
    return got;
  }

  let count = 0;
  // Each event has an object of its own class.
  const written = (data: object) =>
    heard(Events.MessageCreate, "MessageCreate", {
      // A client tells of no message twice.
      id: String(1_200_000_000_000_000n + BigInt((count += 1))),
      type: 0,
      author: ann,
      content: "hi",
      timestamp: "2026-03-02T09:00:00.000Z",
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      tts: false,
      ...data,
    }) as Message;
  const inGuild = { guild_id: "10", member };
  const room = {
    channel: "discord",
    chatType: "channel",
    aliases: ["@ann.lee"],
    sender: ann.id,
    guild: "10",
    roles: ["55"],
  };

  afterAll(() => client.destroy());

  it.each([
    ["a room", { channel_id: "30", ...inGuild }, { ...room, peer: "30" }],
    [
      "a thread, whose room the client knows",
      { channel_id: "31", ...inGuild },
      { ...room, peer: "31", thread: "31", parent: { chatType: "channel", peer: "30" } },
    ],
    [
      "a chat with one person",
      { channel_id: "40" },
      { channel: "discord", chatType: "direct", peer: ann.id, aliases: ["@ann.lee"] },
    ],
  ])("a message in %s", (_what, data, expected) => {
    expect(toldBy(readDiscord(written(data), { self: "99" }))).toEqual({
      kind: "message",
      text: "hi",
      ...expected,
    });
  });

  it("what the places are called", () => {
    const access = { guildName: "Club", parentName: "general", roomName: "roses", senderName: "Ann Lee" };
    expect(readDiscord(written({ channel_id: "31", ...inGuild }), { self: "99" })).toMatchObject({ access });
  });

  it("mentions", () => {
    const message = written({
      channel_id: "30",
      ...inGuild,
      mentions: [{ id: "99", username: "desk", discriminator: "0" }],
    });
    expect(readDiscord(message, { self: "99" })).toMatchObject({ mentioned: true });
  });

  const interacted = (data: object) =>
    heard(Events.InteractionCreate, "InteractionCreate", {
      id: "1200000000000000001",
      application_id: "99",
      token: "t",
      version: 1,
      entitlements: [],
      authorizing_integration_owners: {},
      locale: "en-US",
      app_permissions: "0",
      channel: { id: "30", type: 0, name: "general" },
      channel_id: "30",
      guild_id: "10",
      member: { ...member, permissions: "0" },
      ...data,
    }) as Interaction;

  it.each([
    [
      "a command",
      {
        type: 2,
        data: { id: "1", type: 1, name: "ask", options: [{ name: "what", type: 3, value: "roses" }] },
      },
      { kind: "command", text: "/ask roses" },
    ],
    [
      "a button",
      { type: 3, data: { component_type: 2, custom_id: "yes" }, message: { id: "1", channel_id: "30" } },
      { kind: "button", text: "yes" },
    ],
    [
      "a menu",
      {
        type: 3,
        data: { component_type: 3, custom_id: "day", values: ["mon"] },
        message: { id: "1", channel_id: "30" },
      },
      { kind: "button", text: "mon" },
    ],
  ])("%s", (_what, data, expected) => {
    const read = readDiscord(interacted(data));
    expect(toldBy(read)).toEqual({ ...room, peer: "30", ...expected });
    expect(toldBy(read)).toEqual(
      toldBy(readDiscord({ channel_id: "30", guild_id: "10", token: "t", member, ...data })),
    );
  });
});

describe("grammY and Telegraf", () => {
  const payloads = [
    "private-message",
    "callback-query",
    "business-message-of-customer",
    "channel-direct-messages",
    "guest-message",
  ];

  it.each(payloads)("hand on %s as it came", async (name) => {
    const update = fixture("telegram", name);
    const expected = toldBy(readTelegram(update));
    const told: unknown[] = [];
    const grammy = new Bot("1:x", {
      botInfo: { id: 1, is_bot: true, first_name: "Desk", username: "desk_bot" } as never,
    });
    grammy.use((context) => {
      told.push(toldBy(readTelegram(context.update)));
    });
    await grammy.handleUpdate(update as never);
    const telegraf = new Telegraf("1:x");
    telegraf.botInfo = { id: 1, is_bot: true, first_name: "Desk", username: "desk_bot" } as never;
    telegraf.use((context) => {
      told.push(toldBy(readTelegram(context.update)));
    });
    await telegraf.handleUpdate(update as never);
    expect(told).toEqual([expected, expected]);
  });
});

/** A message as each version takes it off the wire. */
const fromWire: Readonly<Record<string, (message: object) => WAMessage6 | WAMessage7>> = {
  "6": (message) => {
    const bytes = proto6.WebMessageInfo.encode(proto6.WebMessageInfo.fromObject({ ...message })).finish();
    return proto6.WebMessageInfo.decode(bytes);
  },
  "7": (message) => {
    const bytes = proto7.WebMessageInfo.encode(proto7.WebMessageInfo.create({ ...message })).finish();
    return proto7.WebMessageInfo.decode(bytes) as WAMessage7;
  },
};

describe.each(Object.entries(fromWire))("Baileys %s", (_version, take) => {
  const key = { remoteJid: "1203630@g.us", participant: "2718@lid", fromMe: false, id: "3EB0" };
  const contextInfo = { mentionedJid: ["15550001@s.whatsapp.net"] };

  it("a message", () => {
    const message = { ephemeralMessage: { message: { extendedTextMessage: { text: "hi", contextInfo } } } };
    const read = readWhatsApp(take({ key, messageTimestamp: 1772442000, message }), { self: "+15550001" });
    expect(read).toMatchObject({ kind: "message", text: "hi", at: 1772442000000, mentioned: true });
    expect(read).toMatchObject({ inbound: { chatType: "group", peer: "1203630@g.us", sender: "2718@lid" } });
  });

  it("what is between programs", () => {
    expect(readWhatsApp(take({ key, message: { protocolMessage: { type: 0 } } })).reason).toBe(
      "not-a-message",
    );
  });
});

describe("the SDKs of Matrix", () => {
  const event = fixture("matrix", "thread-message");
  const options = { self: "@desk:example.org", direct: false, roomId: "!OpsRoom:example.org" };
  const plain = toldBy(readMatrix(event as never, options));

  it("matrix-js-sdk keeps an event", () => {
    expect(toldBy(readMatrix(new JsSdkEvent(event), options))).toEqual(plain);
  });

  it("matrix-js-sdk keeps one that it could not decrypt", () => {
    const encrypted = new JsSdkEvent({ ...event, type: "m.room.encrypted", content: { ciphertext: "AwgA" } });
    expect(toldBy(readMatrix(encrypted, options))).toBe("undecrypted");
  });

  it("matrix-bot-sdk wraps one", () => {
    expect(toldBy(readMatrix(new MessageEvent(event), options))).toEqual(plain);
  });
});

describe("postal-mime", () => {
  it("takes a mail apart", async () => {
    const raw = [
      "From: Ann Lee <ann@example.com>",
      "To: Desk <desk@example.org>",
      "Subject: Re: Roses",
      "Message-ID: <3@example.com>",
      "References: <1@example.com>",
      " <2@example.org>",
      "Date: Mon, 02 Mar 2026 10:00:00 +0100",
      "",
      "On Monday.",
    ].join("\r\n");
    const read = readEmail(await PostalMime.parse(raw), { self: "Desk@example.org" });
    expect(toldBy(read)).toEqual({
      kind: "message",
      text: "On Monday.\n",
      channel: "email",
      chatType: "direct",
      peer: "ann@example.com",
      thread: "<1@example.com>",
    });
    expect(read).toMatchObject({ at: 1772442000000, access: { senderName: "Ann Lee" } });
  });

  it("and one that a program sent", async () => {
    const raw = "From: ann@example.com\r\nTo: desk@example.org\r\nAuto-Submitted: auto-replied\r\n\r\nAway.";
    expect(readEmail(await PostalMime.parse(raw), { self: "desk@example.org" }).reason).toBe("bot");
  });
});

describe("Bolt", () => {
  it("hands on the body as it came", async () => {
    const { App } = await import("@slack/bolt");
    const told: unknown[] = [];
    const app = new App({
      authorize: () => Promise.resolve({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }),
      signingSecret: "s",
      receiver: { init: () => undefined, start: () => Promise.resolve(), stop: () => Promise.resolve() },
    });
    const options = { channelType: "channel" } as const;
    app.event("message", ({ body }) => {
      told.push(toldBy(readSlack(body)));
      return Promise.resolve();
    });
    app.command("/desk", ({ body }) => {
      told.push(toldBy(readSlack(body, options)));
      return Promise.resolve();
    });
    app.action("yes", ({ body }) => {
      told.push(toldBy(readSlack(body as SlackPayload, options)));
      return Promise.resolve();
    });
    app.shortcut("note", ({ body }) => {
      told.push(toldBy(readSlack(body, options)));
      return Promise.resolve();
    });
    const by = {
      team: { id: "T1", domain: "club" },
      user: { id: "U7", name: "ann" },
      channel: { id: "C1", name: "garden" },
    };
    const message = { ts: "1772442000.000200", thread_ts: "1772441000.000100", type: "message", text: "hi" };
    const payloads = [
      fixture("slack", "channel-message"),
      {
        command: "/desk",
        text: "hi",
        team_id: "T1",
        user_id: "U7",
        user_name: "ann",
        channel_id: "C1",
        channel_name: "garden",
        token: "t",
        response_url: "https://x",
        trigger_id: "1",
      },
      {
        type: "block_actions",
        ...by,
        message,
        actions: [
          { type: "button", action_id: "yes", block_id: "b", value: "y", action_ts: "1772442060.000000" },
        ],
        response_url: "https://x",
      },
      {
        type: "message_action",
        callback_id: "note",
        ...by,
        message,
        trigger_id: "1",
        action_ts: "1772442060.000000",
        response_url: "https://x",
      },
    ];
    for (const body of payloads) await app.processEvent({ body: body, ack: () => Promise.resolve() });
    expect(told).toEqual(
      payloads.map((body, at) => toldBy(readSlack(body as SlackPayload, at === 0 ? {} : options))),
    );
    expect(told.map((each) => (each as { readonly kind: string }).kind)).toEqual([
      "message",
      "command",
      "button",
      "command",
    ]);
  });
});
