import { MemorySessionStorage } from "grammy";
import type { Message, Update, User, UserFromGetMe } from "grammy/types";
import { parsePolicy } from "keyscope";
import { fromDiscord } from "keyscope/channels";
import { describe, expect, it } from "vitest";
import { createBot, keyOf, type Notes } from "./bot.ts";

const policy = parsePolicy(
  {
    session: {
      dmScope: "per-peer",
      identityLinks: { ann: ["telegram:111222333", "discord:175928847299117063"] },
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

/** A bot that is fed updates by hand and whose replies are caught before they reach the network. */
function offline() {
  const storage = new MemorySessionStorage<Notes>();
  const bot = createBot("7007007007:no-token", policy, storage, { botInfo });
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
  return { storage, bot, feed };
}

describe("a grammY bot whose sessions are keyed by keyscope", () => {
  it("keeps two people apart", async () => {
    const { feed } = offline();
    await feed({ from: ann, text: "tulips" });
    expect(await feed({ from: bob, text: "roses" })).toEqual(["Nice to meet you"]);
    expect(await feed({ from: ann, text: "and now?" })).toEqual(["You said: tulips"]);
  });

  it("joins one person across two channels", async () => {
    const { feed, storage } = offline();
    await feed({ from: ann, text: "tulips" });
    const message = {
      type: 0,
      channel_id: "319674150115710528",
      channel_type: 1,
      author: { id: "175928847299117063", username: "ann.lee", discriminator: "0" },
      content: "from my desk",
    };
    const key = keyOf(fromDiscord(message), policy) ?? "";
    expect(storage.read(key)).toEqual({ said: ["tulips"] });
    storage.write(key, { said: ["tulips", message.content] });
    expect(await feed({ from: ann, text: "and now?" })).toEqual(["You said: tulips, from my desk"]);
  });

  it("keeps a private chat, a group and its topics apart, though one person writes in all", async () => {
    const { feed, storage } = offline();
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
    expect([...storage.readAllValues()].map(({ said }) => said)).toEqual([
      ["in private"],
      ["in General"],
      ["in topic 42"],
    ]);
  });

  it("leaves alone what belongs to no conversation", async () => {
    const { bot, storage } = offline();
    const query = { id: "1", from: ann, query: "tulips", offset: "" };
    await bot.handleUpdate({ update_id: 1, inline_query: query });
    expect([...storage.readAllKeys()]).toEqual([]);
  });
});
