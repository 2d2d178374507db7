import { Bot, session, type Context, type SessionFlavor } from "grammy";
import type { Message, Update, User, UserFromGetMe } from "grammy/types";
import { admit, parsePolicy, sessionStore, type SessionRecord } from "keyscope";
import { readDiscord } from "keyscope/channels";
import { sessionKey, sessionStorage } from "keyscope/grammy";
import { describe, expect, it } from "vitest";
import { createBot, type Notes } from "./bot.ts";

const policy = parsePolicy(
  {
    session: {
      dmScope: "per-peer",
      identityLinks: { ann: ["telegram:111222333", "discord:175928847299117063"] },
      reset: { mode: "idle", idleMinutes: 30 },
    },
    channels: {
      telegram: {
        allowFrom: ["111222333", "444555666"],
        groupPolicy: "open",
        groups: { "*": { requireMention: false } },
      },
      discord: { allowFrom: ["175928847299117063"] },
    },
  },
  { edition: "2026-11", timeZone: "Europe/Berlin" },
);

const botInfo: UserFromGetMe = {
  id: 7007007007,
  is_bot: true,
  first_name: "Desk",
  username: "desk_bot",
  can_join_groups: true,
  supports_join_request_queries: false,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
};

const ann: User = { id: 111222333, is_bot: false, first_name: "Ann" };
const bob: User = { id: 444555666, is_bot: false, first_name: "Bob" };
const eve: User = { id: 666777888, is_bot: false, first_name: "Eve" };

/** A bot that is fed updates by hand and whose replies are caught before they reach the network. */
function offline() {
  const rows = new Map<string, SessionRecord<Notes>>();
  const clock = { now: Date.UTC(2026, 10, 30, 12) };
  const store = sessionStore<Notes>(rows, policy, { now: () => clock.now });
  const bot = createBot("7007007007:no-token", policy, store, { botInfo });
  let replies: string[] = [];
  bot.api.config.use((_call, _method, payload) => {
    replies.push((payload as { text: string }).text);
    return Promise.resolve({ ok: true, result: true } as never);
  });
  let count = 0;
  async function feed(message: Partial<Message> & Pick<Message, "from">): Promise<readonly string[]> {
    replies = [];
    count += 1;
    const chat = { id: message.from?.id ?? 0, type: "private", first_name: "any" };
    const update = { update_id: count, message: { message_id: count, date: 1772442000, chat, ...message } };
    await bot.handleUpdate(update as Update);
    return replies;
  }
  return { rows, store, bot, clock, feed };
}

describe("a grammY bot whose sessions are keyed by keyscope", () => {
  it("keeps two people apart", async () => {
    const { feed } = offline();
    await feed({ from: ann, text: "tulips" });
    expect(await feed({ from: bob, text: "roses" })).toEqual(["Nice to meet you"]);
    expect(await feed({ from: ann, text: "and now?" })).toEqual(["You said: tulips"]);
  });

  it("joins one person across two channels", async () => {
    const { feed, store } = offline();
    await feed({ from: ann, text: "tulips" });
    const message = {
      type: 0,
      channel_id: "319674150115710528",
      channel_type: 1,
      author: { id: "175928847299117063", username: "ann.lee", discriminator: "0" },
      content: "from my desk",
    };
    const taken = await store.turn(admit(readDiscord(message), policy));
    expect(taken).toMatchObject({ ok: true, data: ["tulips"] });
    if (taken.ok) await taken.save((kept = []) => [...kept, taken.text]);
    expect(await feed({ from: ann, text: "and now?" })).toEqual(["You said: tulips, from my desk"]);
  });

  it("keeps a private chat, a group and its topics apart, though one person writes in all", async () => {
    const { feed, rows } = offline();
    const forum = { id: -1009876543210, type: "supergroup", title: "Support", is_forum: true } as const;
    await feed({ from: ann, text: "in private" });
    await feed({ from: ann, chat: forum, text: "in General" });
    await feed({
      from: ann,
      chat: forum,
      message_thread_id: 42,
      is_topic_message: true,
      text: "in topic 42",
    });
    expect([...rows.values()].map(({ data }) => data)).toEqual([
      ["in private"],
      ["in General"],
      ["in topic 42"],
    ]);
  });

  it("begins anew after half an hour, and when it is told to", async () => {
    const { clock, feed } = offline();
    await feed({ from: ann, text: "tulips" });
    clock.now += 31 * 60_000;
    expect(await feed({ from: ann, text: "roses" })).toEqual(["Nice to meet you"]);
    const command = {
      text: "/new@desk_bot lilies",
      entities: [{ type: "bot_command", offset: 0, length: 13 }],
    };
    expect(await feed({ from: ann, ...command } as never)).toEqual(["Nice to meet you"]);
    expect(await feed({ from: ann, text: "and now?" })).toEqual(["You said: lilies"]);
  });

  it("lets nobody in a room end what all of them said", async () => {
    const { feed } = offline();
    const room = { id: -1001, type: "supergroup", title: "Desk" } as const;
    await feed({ from: ann, chat: room, text: "tulips" });
    expect(await feed({ from: eve, chat: room, text: "/new" })).toEqual(["You said: tulips"]);
  });

  it("does not answer a stranger, whose messages keep no session alive", async () => {
    const { feed, rows } = offline();
    await feed({ from: ann, text: "tulips" });
    const before = [...rows];
    expect(await feed({ from: eve, text: "let me in" })).toEqual([]);
    expect([...rows]).toEqual(before);
  });

  it("leaves alone what belongs to no conversation", async () => {
    const { bot, rows } = offline();
    const query = { id: "1", from: ann, query: "tulips", offset: "" };
    await bot.handleUpdate({ update_id: 1, inline_query: query });
    expect([...rows.keys()]).toEqual([]);
  });
});

describe("grammY's own session", () => {
  it("is kept under the keys of the policy, and ends when the policy says so", async () => {
    const { clock, store } = offline();
    const bot = new Bot<Context & SessionFlavor<Notes>>("7007007007:no-token", { botInfo });
    const getSessionKey = sessionKey(policy);
    const seen: Notes[] = [];
    bot
      .filter((context) => getSessionKey(context) !== undefined)
      .use(
        session({ initial: (): Notes => [], getSessionKey, storage: sessionStorage(store) }),
        (context) => {
          seen.push(context.session);
          context.session = [...context.session, context.msg?.text ?? ""];
        },
      );
    const feed = (from: User, text: string) =>
      bot.handleUpdate({
        update_id: 1,
        message: {
          message_id: 1,
          date: 0,
          from,
          text,
          chat: { id: from.id, type: "private", first_name: "A" },
        },
      });
    await feed(ann, "tulips");
    await feed(eve, "roses");
    await feed(ann, "lilies");
    clock.now += 31 * 60_000;
    await feed(ann, "asters");
    expect(seen).toEqual([[], ["tulips"], []]);
  });
});
