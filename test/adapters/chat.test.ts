import { createMemoryState } from "@chat-adapter/state-memory";
import { createTelegramAdapter } from "@chat-adapter/telegram";
import { Chat, ConsoleLogger, type Adapter, type StateAdapter } from "chat";
import { explain } from "keyscope";
import { keyscope, type ChatArguments, type ChatOptions } from "keyscope/chat";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answer, describeBot, policy, world, type World } from "./bot.ts";

/** What the bot asked of Telegram, in place of a network. */
const asked: string[] = [];

function telegram(url: string): Promise<Response> {
  const method = url.split("/").at(-1) ?? "";
  asked.push(method);
  const me = { id: 70, is_bot: true, first_name: "Desk", username: "desk_bot" };
  const sent = { message_id: 99, date: 0, chat: { id: 7, type: "private" }, text: "" };
  const result = method === "getMe" ? me : method === "sendMessage" ? sent : true;
  return Promise.resolve(Response.json({ ok: true, result }));
}

beforeAll(() => vi.stubGlobal("fetch", telegram));
afterAll(() => vi.unstubAllGlobals());

/** A bot of the SDK's on Telegram; the function posts an update to it, as Telegram signs it. */
function start(all: World, secret = "right") {
  const logger = new ConsoleLogger("silent");
  const adapter = createTelegramAdapter({ botToken: "70:no", secretToken: "right", mode: "webhook", logger });
  const chat = new Chat({
    userName: "desk_bot",
    // The adapter is not exact about what is optional, and the state is of another patch of the SDK.
    adapters: { telegram: adapter as Adapter },
    state: createMemoryState() as object as StateAdapter,
    logger,
  });
  const options = {
    authorized: (_: unknown, { resolution }: { readonly resolution: { readonly chatType?: string } }) =>
      resolution.chatType === "direct" || undefined,
    refused: (_: unknown, { reason }: { readonly reason: string }) => all.refused.push(reason),
  };
  chat.onDirectMessage(
    keyscope(
      policy,
      all.store,
      async ([thread], turn) => {
        await answer(all, turn);
        await thread.post("Yes.");
      },
      options,
    ),
  );
  chat.onNewMessage(
    /./,
    keyscope(policy, all.store, (_, turn) => answer(all, turn), options),
  );
  chat.onSlashCommand(keyscope(policy, all.store, (_, turn) => answer(all, turn), options));
  chat.onAction(keyscope(policy, all.store, (_, turn) => answer(all, turn), options));
  chat.onReaction(keyscope(policy, all.store, (_, turn) => answer(all, turn), options));
  let count = 0;
  return async (update: object) => {
    const tasks: Promise<unknown>[] = [];
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    const body = JSON.stringify({ update_id: (count += 1), ...update });
    const request = new Request("https://desk.example.org/telegram", { method: "POST", headers, body });
    const response = await chat.webhooks.telegram(request, { waitUntil: (task) => tasks.push(task) });
    await Promise.all(tasks);
    return response.status;
  };
}

let messages = 0;

function message(who: "ann" | "eve", text: string, inRoom = false) {
  const id = who === "ann" ? 7 : 8;
  const from = { id, is_bot: false, first_name: who };
  const chat = inRoom ? { id: -1, type: "supergroup", title: "Desk" } : { ...from, type: "private" };
  const entities = text.startsWith("/") ? [{ type: "bot_command", offset: 0, length: 4 }] : [];
  return { message_id: (messages += 1), date: 1, from, chat, text, entities };
}

describeBot({
  name: "the Chat SDK",
  annKey: "agent:main:telegram:direct:7",
  start(all) {
    const post = start(all);
    return (who, text, inRoom) => post({ message: message(who, text, inRoom) });
  },
});

describe("what the Chat SDK hears on Telegram", () => {
  it("is answered where its signature is right, and nowhere else", async () => {
    const all = world();
    const before = asked.length;
    const statuses = [];
    for (const secret of ["right", "wrong"])
      statuses.push(await start(all, secret)({ message: message("ann", secret) }));
    expect([statuses, all.answers]).toEqual([[200, 401], ["right"]]);
    expect(asked.slice(before)).toContain("sendMessage");
  });

  it("is a button, and a reaction while it is put and not when it is taken back", async () => {
    const all = world();
    const post = start(all);
    const { chat, from, message_id } = message("ann", "");
    await post({
      callback_query: { id: "1", from, data: "yes", message: { message_id, chat, date: 1, text: "?" } },
    });
    const put = { type: "emoji", emoji: "👍" };
    const reacted = { chat, message_id, date: 1, user: from };
    await post({ message_reaction: { ...reacted, old_reaction: [], new_reaction: [put] } });
    await post({ message_reaction: { ...reacted, old_reaction: [put], new_reaction: [] } });
    expect([all.answers, all.refused]).toEqual([["yes", "yes 👍"], ["not-a-message"]]);
  });

  it("is no reset where a message is edited into one", async () => {
    const all = world();
    const post = start(all);
    await post({ message: message("ann", "tulips") });
    await post({ edited_message: { ...message("ann", "/new"), edit_date: 2 } });
    expect(all.answers).toEqual(["tulips", "tulips /new"]);
  });

  it("is an album, whose words stand under any of its pictures", async () => {
    const all = world();
    const post = start(all);
    const photo = [{ file_id: "f", file_unique_id: "u", width: 1, height: 1 }];
    const picture = (caption?: string) => {
      return {
        ...message("ann", ""),
        text: undefined,
        photo,
        media_group_id: "a",
        ...(caption !== undefined && { caption }),
      };
    };
    await Promise.all([post({ message: picture("tulips") }), post({ message: picture() })]);
    expect(all.answers).toEqual(["tulips"]);
  });
});

/** Has a handler hear messages of one thread, the last of which the SDK hands on with those that waited. */
async function heard(
  name: string,
  messages: readonly object[],
  options: ChatOptions<ChatArguments> = {},
): Promise<readonly string[]> {
  const all = world();
  const handler = keyscope(policy, all.store, (_, turn) => answer(all, turn), {
    refused: (_, why) => all.answers.push(explain(why)),
    ...options,
  });
  const given = messages.map((raw) => ({ raw, text: "" }));
  const context = { skipped: given.slice(0, -1), totalSinceLastHandler: given.length };
  const thread = { id: `${name}:1`, adapter: { name, userName: "desk", channelIdFromThreadId: String } };
  // As far as a handler is handed them, and looks at them.
  await handler(...([thread, given.at(-1), context] as unknown as ChatArguments));
  return all.answers;
}

describe("what a handler of the Chat SDK hears", () => {
  it("is each of the messages that waited, and none of a stranger's", async () => {
    const said = [message("ann", "tulips"), message("eve", "/new"), message("ann", "roses")];
    expect(await heard("telegram", said)).toEqual([
      "tulips",
      expect.stringContaining("a stranger") as string,
      "tulips roses",
    ]);
  });

  it.each(["messenger", "constructor", ""])("is refused of an adapter without a reader: %j", async (name) => {
    const [answered, ...more] = await heard(name, [{}]);
    expect([answered, more]).toEqual([expect.stringContaining(`(platforms.${name})`), []]);
  });

  it("is read as the host says, of an adapter without a reader", async () => {
    const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
    const messenger = { read: ({ raw }: { readonly raw: unknown }) => ({ inbound, ...(raw as object) }) };
    expect(await heard("messenger", [{ text: "tulips" }], { platforms: { messenger } })).toEqual(["tulips"]);
  });

  it("is asked of the host, where Slack or the SDK does not tell, and of nothing else", async () => {
    const asked: unknown[] = [];
    const slack = () => {
      asked.push(0);
      return { team: "T1" } as const;
    };
    const event = {
      type: "message",
      channel: "D1",
      channel_type: "im",
      user: "U7",
      text: "a",
      ts: "1.000001",
    };
    expect(await heard("slack", [{ ...event, team: "T1" }], { slack })).toEqual(["a"]);
    expect(asked).toEqual([]);
    const shared = { ...event, team: "T2", source_team: "T2" };
    expect(await heard("slack", [shared], { slack })).toEqual(["a"]);
    expect(asked).toEqual([0]);
    expect(await heard("slack", [shared])).toEqual([expect.stringContaining("(team)")]);
  });

  it("is nothing, of a button that stands in no thread", async () => {
    const all = world();
    const refused: string[] = [];
    const handler = keyscope(policy, all.store, (_, turn) => answer(all, turn), {
      refused: (_, { reason }) => refused.push(reason),
    });
    await handler({
      actionId: "a",
      adapter: { name: "slack" },
      raw: {},
      thread: null,
      threadId: "",
    } as never);
    expect([all.answers, refused]).toEqual([[], ["no-conversation"]]);
  });
});
