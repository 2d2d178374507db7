import { App, type Receiver } from "@slack/bolt";
import { Client, Events, type Interaction, type Message } from "discord.js";
import { sessionStore } from "keyscope";
import * as bolt from "keyscope/bolt";
import * as discord from "keyscope/discord.js";
import * as telegraf from "keyscope/telegraf";
import { session, Telegraf, type Context } from "telegraf";
import { afterAll, describe, expect, it } from "vitest";
import { answer, describeBot, policy, world, type Framework, type Notes } from "./bot.ts";

const client = new Client({ intents: [] });
client.user = { id: "99" } as never;
afterAll(() => client.destroy());

/** What a client makes of a packet of the gateway, whose types keep that to themselves. */
function heard(event: string, action: string, data: object): unknown {
  const { actions } = client as unknown as {
    readonly actions: Readonly<Record<string, { readonly handle: (data: object) => unknown }>>;
  };
  let got: unknown;
  client.once(event, (each: unknown) => {
    got = each;
  });
  actions[action]?.handle(data);
  return got;
}

const caches = client as unknown as {
  readonly guilds: { readonly _add: (data: object) => unknown };
  readonly channels: { readonly _add: (data: object, guild: unknown) => unknown };
};
const guild = caches.guilds._add({
  id: "10",
  name: "Club",
  roles: [{ id: "10" }],
  members: [],
  channels: [],
  emojis: [],
  stickers: [],
});
caches.channels._add({ id: "30", type: 0, name: "general", guild_id: "10" }, guild);

let count = 0;

const frameworks: readonly Framework[] = [
  {
    name: "Telegraf",
    annKey: "agent:main:telegram:direct:7",
    start(all) {
      const bot = new Telegraf<telegraf.KeyscopeContext<Notes>>("7:no-token");
      bot.botInfo = { id: 70, is_bot: true, first_name: "Desk", username: "desk_bot" } as never;
      bot.use(
        telegraf.keyscope(policy, all.store, {
          authorized: ({ chat }) => chat?.type === "private" || undefined,
          refused: (_, { reason }) => all.refused.push(reason),
        }),
      );
      bot.on("message", ({ keyscope }) => answer(all, keyscope));
      return (who, text, inRoom = false) => {
        const id = who === "ann" ? 7 : 8;
        const from = { id, is_bot: false, first_name: who };
        const chat = inRoom
          ? { id: -1, type: "supergroup", title: "Desk" }
          : { id, type: "private", first_name: who };
        return bot.handleUpdate({
          update_id: 1,
          message: { message_id: 1, date: 0, from, chat, text },
        } as never);
      };
    },
  },
  {
    name: "Bolt",
    annKey: "agent:main:slack:direct:U7:party:T1",
    start(all) {
      const receiver: Receiver = {
        init: () => undefined,
        start: () => Promise.resolve(),
        stop: () => Promise.resolve(),
      };
      const authorize = () => Promise.resolve({ botToken: "xoxb-no", botId: "B1", botUserId: "UBOT" });
      const app = new App({ receiver, authorize, tokenVerificationEnabled: false });
      app.use(
        bolt.keyscope(policy, all.store, {
          authorized: (_, { resolution }) => resolution.chatType === "direct" || undefined,
          refused: (_, { reason }) => all.refused.push(reason),
        }),
      );
      app.message(({ context }) => answer(all, bolt.turnIn<Notes>(context)));
      return (who, text, inRoom = false) => {
        const event = {
          type: "message",
          channel: inRoom ? "C1" : "D1",
          channel_type: inRoom ? "channel" : "im",
          user: who === "ann" ? "U7" : "U8",
          text,
          ts: `1795953600.${String((count += 1)).padStart(6, "0")}`,
        };
        return app.processEvent({
          body: { type: "event_callback", team_id: "T1", event, authorizations: [] },
          ack: () => Promise.resolve(),
        });
      };
    },
  },
  {
    name: "discord.js",
    annKey: "agent:main:discord:direct:7",
    start(all) {
      const listener = discord.keyscope(policy, all.store, (_: Message, turn) => answer(all, turn), {
        authorized: ({ guildId }) => guildId === null || undefined,
        refused: (_, { reason }) => all.refused.push(reason),
      });
      return (who, text, inRoom = false) => {
        const author = { id: who === "ann" ? "7" : "8", username: who, discriminator: "0" };
        const channel = inRoom ? "30" : `4${author.id}`;
        if (!inRoom) caches.channels._add({ id: channel, type: 1, recipients: [author] }, undefined);
        const member = {
          user: author,
          roles: [],
          joined_at: "2026-03-02T09:00:00.000Z",
          deaf: false,
          mute: false,
          flags: 0,
        };
        const message = heard(Events.MessageCreate, "MessageCreate", {
          id: String(1_200_000_000_000_000n + BigInt((count += 1))),
          type: 0,
          channel_id: channel,
          author,
          content: text,
          timestamp: "2026-03-02T09:00:00.000Z",
          mentions: [],
          mention_roles: [],
          attachments: [],
          embeds: [],
          components: [],
          ...(inRoom && { guild_id: "10", member }),
        });
        return listener(message as Message);
      };
    },
  },
];

for (const framework of frameworks) describeBot(framework);

describe("what comes beside messages", () => {
  it("is a command of Slack's, in a channel that the host tells the kind of", async () => {
    const all = world();
    const receiver: Receiver = {
      init: () => undefined,
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    };
    const app = new App({
      receiver,
      authorize: () => Promise.resolve({ botToken: "xoxb-no", botId: "B1", botUserId: "UBOT" }),
      tokenVerificationEnabled: false,
    });
    const known: { channelType?: "im" } = {};
    app.use(
      bolt.keyscope(policy, all.store, {
        channelType: () => known.channelType,
        authorized: () => true,
        refused: async (given, { reason }) => {
          all.refused.push(reason);
          if (given.ack !== undefined) await given.ack();
        },
      }),
    );
    app.command("/new", async ({ ack, context }) => {
      await ack();
      await answer(all, bolt.turnIn<Notes>(context));
    });
    const body = { command: "/new", text: "lilies", team_id: "T1", channel_id: "D1", user_id: "U7" };
    let acknowledged = 0;
    const ack = () => Promise.resolve(void (acknowledged += 1));
    await app.processEvent({ body, ack });
    known.channelType = "im";
    await app.processEvent({ body, ack });
    await app.processEvent({ body, ack });
    expect([all.refused, all.answers, acknowledged]).toEqual([["missing-fact"], ["lilies", "lilies"], 3]);
  });

  it("is a slash command of Discord's", async () => {
    const all = world();
    const listener = discord.keyscope(policy, all.store, (_: Interaction, turn) => answer(all, turn), {
      authorized: () => true,
    });
    const interaction = heard(Events.InteractionCreate, "InteractionCreate", {
      id: "1200000000000000001",
      application_id: "99",
      token: "t",
      type: 2,
      version: 1,
      entitlements: [],
      authorizing_integration_owners: {},
      app_permissions: "0",
      channel: { id: "47", type: 1 },
      channel_id: "47",
      user: { id: "7", username: "ann", discriminator: "0" },
      data: { id: "1", type: 1, name: "new" },
    }) as Interaction;
    await listener(interaction);
    await listener(interaction);
    expect(all.answers).toEqual(["", ""]);
  });

  it("tells a listener before which no turn was taken", () => {
    expect(() => bolt.turnIn({})).toThrow("No turn was taken");
  });

  it("is Telegraf's own session, kept under the keys of the policy", async () => {
    const { clock, store } = world();
    interface NotesContext extends Context {
      session: { readonly said: Notes };
    }
    const seen: Notes[] = [];
    const bot = new Telegraf<NotesContext>("7:no-token");
    bot.botInfo = { id: 70, is_bot: true, first_name: "Desk", username: "desk_bot" } as never;
    const own = sessionStore<{ readonly said: Notes }>(new Map(), policy, { now: () => clock.now });
    bot.use(
      session({
        getSessionKey: telegraf.sessionKey(policy),
        store: own,
        defaultSession: () => ({ said: [] }),
      }),
    );
    bot.on("message", (context) => {
      seen.push(context.session.said);
      context.session = { said: [...context.session.said, "more"] };
    });
    const from = { id: 7, is_bot: false, first_name: "ann" };
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 0, from, chat: { ...from, type: "private" }, text: "hi" },
    };
    await bot.handleUpdate(update as never);
    await bot.handleUpdate(update as never);
    clock.now += 31 * 60_000;
    await bot.handleUpdate(update as never);
    expect(seen).toEqual([[], ["more"], []]);
    expect(await store.get("agent:main:telegram:direct:7")).toBeUndefined();
  });
});
