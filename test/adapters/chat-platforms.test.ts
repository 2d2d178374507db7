import type { Adapter } from "chat";
import { describe, expect, it } from "vitest";
import { chatPlatforms } from "../../src/adapters/chat-platforms.ts";
import type { Heard } from "../../src/adapters/chat-heard.ts";
import {
  readDiscord,
  readGoogleChat,
  readSlack,
  readTeams,
  readTelegram,
  readWhatsApp,
  type DiscordMessage,
} from "../../src/channels/index.ts";
import { unread } from "../../src/channels/reading.ts";
import { fixture } from "../channels/fixtures.ts";

/** An adapter of the SDK's, as far as it is asked; its ids of threads have the parts that those of Discord have. */
function adapterOf(name: string): Adapter {
  const adapter: Partial<Adapter> = {
    name,
    userName: "desk",
    botUserId: "U0BOTBOT1",
    channelIdFromThreadId: (id) => id.split(":").slice(0, 3).join(":"),
    decodeThreadId(id) {
      const [, , channelId, threadId] = id.split(":");
      return { channelId, threadId };
    },
  };
  return adapter as Adapter;
}

interface Case {
  readonly why: string;
  readonly name: string;
  readonly heard: Partial<Heard> & Pick<Heard, "raw">;
  /** What the platform's own reader makes of the whole payload. */
  readonly whole: object;
}

const self = "U0BOTBOT1";

// The parts of payloads are what adapters take out of them.
const slack = (name: string) => fixture("slack", name) as { readonly event: object };
const discord = (name: string) =>
  fixture("discord", name) as DiscordMessage & { readonly id: string; readonly channel_id: string };
const telegram = (name: string) => fixture("telegram", name) as Readonly<Record<string, object>>;

interface Webhook {
  readonly entry: readonly {
    readonly changes: readonly {
      readonly value: { readonly contacts: readonly object[]; readonly messages: readonly object[] };
    }[];
  }[];
}

function cloud(name: string) {
  const webhook = fixture("whatsapp", name) as unknown as Webhook;
  const { contacts, messages } = webhook.entry[0]?.changes[0]?.value ?? { contacts: [], messages: [] };
  return { webhook, contact: contacts[0], message: messages[0] };
}

const guest = slack("guest-from-another-workspace");
const written = discord("guild-message");
const inThread = discord("thread-message");
const command = { command: "/new", text: "roses", team_id: "T1", channel_id: "D1", user_id: "U7" };
const { contact, message, webhook } = cloud("cloud-text");
const chosen = cloud("cloud-list-reply");

const cases: readonly Case[] = [
  {
    why: "an event without its envelope",
    name: "slack",
    heard: { raw: slack("direct-message").event, threadId: "slack:D024BE91L:" },
    whole: readSlack(slack("direct-message"), { self, startsThread: true }),
  },
  {
    why: "a guest's, of whom the SDK tells their own workspace",
    name: "slack",
    heard: { raw: guest.event, slack: { team: "T061EG9R6", channelType: "im" } },
    whole: readSlack(guest),
  },
  {
    why: "a guest's, where nobody tells the workspace",
    name: "slack",
    heard: { raw: guest.event },
    whole: unread("missing-fact", "team"),
  },
  {
    why: "the first of a thread that the SDK opens",
    name: "slack",
    heard: { raw: slack("channel-message").event, threadId: "slack:1:C024BE91L:1" },
    whole: readSlack(slack("channel-message"), { self, startsThread: true }),
  },
  {
    why: "a command, which the SDK hands on whole",
    name: "slack",
    heard: { kind: "command", raw: command, slack: { channelType: "im" } },
    whole: readSlack(command, { channelType: "im" }),
  },
  {
    why: "a message that the gateway's listener forwarded, in a thread that the SDK opened under it",
    name: "discord",
    heard: { raw: written, threadId: `discord:10:${written.channel_id}:${written.id}` },
    whole: readDiscord(written, { self, startsThread: true }),
  },
  {
    why: "a message in a thread, whose parent the SDK has asked for",
    name: "discord",
    heard: { raw: inThread, threadId: `discord:10:20:${inThread.channel_id}` },
    whole: readDiscord(inThread, { self, channel: { id: inThread.channel_id, type: 11, parent_id: "20" } }),
  },
  {
    why: "what the SDK keeps of a message that it hears of itself",
    name: "discord",
    heard: { raw: { id: "1", channel_id: "30", guild_id: "@me", content: "hi", author: { id: "7" } } },
    whole: unread("missing-fact", "type"),
  },
  {
    why: "an activity",
    name: "teams",
    heard: { raw: fixture("teams", "channel-reply") },
    whole: readTeams(fixture("teams", "channel-reply") as never),
  },
  {
    why: "an add-on's event",
    name: "gchat",
    heard: { raw: fixture("google-chat", "add-on-message") },
    whole: readGoogleChat(fixture("google-chat", "add-on-message"), { self }),
  },
  {
    why: "a message, with whom it is from",
    name: "whatsapp",
    heard: { raw: { message, contact, phoneNumberId: "106540352242922", userId: "12025550123" } },
    whole: readWhatsApp(webhook),
  },
  {
    why: "a choice, without what whoever made it is called",
    name: "whatsapp",
    heard: { kind: "button", raw: chosen.message },
    whole: { ...readWhatsApp(chosen.webhook), access: { mentioned: true } },
  },
  {
    why: "a message of a business's",
    name: "telegram",
    heard: { raw: telegram("business-message-of-customer")["business_message"] },
    whole: readTelegram(telegram("business-message-of-customer"), { self: [self, "desk"] }),
  },
];

describe("what an adapter of the Chat SDK hands over is read as the whole payload is", () => {
  it.each(cases)("$name: $why", ({ heard, name, whole }) => {
    const { adapter, ...given } = { adapter: adapterOf(name), ...heard };
    const read = chatPlatforms.get(name)?.read({
      kind: "message",
      text: "",
      threadId: `${name}:1:2`,
      adapter,
      ...given,
    });
    // A part of the payload is handed on in place of the whole.
    expect({ ...read, native: undefined }).toEqual({ ...whole, native: undefined });
  });

  it("has a case for each adapter that is read", () => {
    expect([...new Set(cases.map(({ name }) => name))].sort()).toEqual([...chatPlatforms.keys()].sort());
  });
});
