import type { Update } from "grammy/types";
import { describe, expect, expectTypeOf, it } from "vitest";
import { fromTelegram, type TelegramUpdate } from "../../src/channels/telegram.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";

const ann = { channel: "telegram", chatType: "direct", peer: "111222333", aliases: ["@ann_lee"] } as const;
const garden = { channel: "telegram", chatType: "group", peer: "-1001234567890" } as const;
const forum = { channel: "telegram", chatType: "group", peer: "-1009876543210", forum: true } as const;
const byAnn = { sender: "111222333", aliases: ["@ann_lee"] } as const;
const bob = "444555666";

const cases: readonly (readonly [name: string, why: string, expected: Inbound | undefined])[] = [
  ["private-message", "a private chat is with the person", ann],
  ["edited-private-message", "an edit stays where the message was", ann],
  [
    "group-message",
    "a basic group is a group, whatever the content",
    { channel: "telegram", chatType: "group", peer: "-4123456789", sender: bob },
  ],
  [
    "supergroup-reply-chain",
    "a thread id without is_topic_message is a chain of replies",
    { ...garden, sender: bob },
  ],
  ["forum-topic", "a topic is a thread", { ...forum, ...byAnn, thread: "42" }],
  [
    "forum-general",
    "General is topic 1, though its messages name no topic",
    { ...forum, ...byAnn, thread: "1" },
  ],
  [
    "forum-general-reply",
    "a chain of replies in General is still General",
    { ...forum, sender: bob, thread: "1" },
  ],
  ["private-topic", "a private chat may have topics", { ...ann, thread: "5" }],
  [
    "channel-post",
    "a channel writes as itself",
    { channel: "telegram", chatType: "channel", peer: "-1005555555555" },
  ],
  [
    "edited-channel-post",
    "an edited post is where the post was",
    { channel: "telegram", chatType: "channel", peer: "-1005555555555" },
  ],
  [
    "channel-direct-messages",
    "each person who writes to a channel has a topic",
    { channel: "telegram", chatType: "group", peer: "-1005555555556", ...byAnn, thread: "111222333" },
  ],
  ["anonymous-administrator", "who writes as the group is nobody in particular, and no bot", garden],
  [
    "channel-in-discussion",
    "a post copied into the discussion was sent by the channel",
    { ...garden, sender: "-1005555555555" },
  ],
  ["another-bot", "a bot's message starts nothing", undefined],
  [
    "business-message-of-customer",
    "the customer's chat with the owner of the account",
    { ...ann, party: "bc_Qm7wT3kAAAE" },
  ],
  ["business-message-of-owner", "the owner types into the chat himself", undefined],
  ["business-message-of-bot", "the bot's own echo", undefined],
  [
    "callback-query",
    "who pressed is the sender, not the bot that wrote the message",
    { ...forum, ...byAnn, thread: "42" },
  ],
  ["callback-query-under-lost-message", "no telling which topic the message was in", undefined],
  ["callback-query-under-lost-private-message", "a private chat needs no topic", ann],
  ["callback-query-inline", "a message sent through the bot is in no chat of the bot's", undefined],
  ["inline-query", "a query is no message", undefined],
  ["guest-message", "a guest query is answered once, and its chat is none of the bot's", undefined],
  ["message-reaction", "a reaction is no message", undefined],
  ["my-chat-member", "membership is no message", undefined],
];

describe("fromTelegram", () => {
  it.each(cases)("%s: %s", (name, _why, expected) => {
    expect(placeOf(fromTelegram(fixture("telegram", name)))).toEqual(expected);
  });

  it("has a row for every recorded update", () => {
    expect(cases.map(([name]) => name).sort()).toEqual(fixtureNames("telegram"));
  });

  it("takes the account from the caller, in a business chat as well", () => {
    const accountOf = (name: string) => fromTelegram(fixture("telegram", name), { account: "work" })?.account;
    expect(accountOf("private-message")).toBe("work");
    expect(accountOf("callback-query")).toBe("work");
    expect(accountOf("business-message-of-customer")).toBe("work");
  });

  it("accepts the Update of grammy as it is", () => {
    expectTypeOf<Update>().toExtend<TelegramUpdate>();
  });
});
