import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inboundOfEntry } from "../../../src/analysis/index.ts";
import { parsePolicy } from "../../../src/index.ts";

const isolated = { edition: "openclaw@2026.3.7" } as const;

/** Entries as releases write them, one of each channel's habits. */
const entries: readonly (readonly [reason: string, key: string, entry: object, inbound: object])[] = [
  [
    "a Slack chat: the id in the platform's spelling, the account, not the native id of the chat",
    "agent:main:slack:default:direct:u0bpj321v9p",
    {
      chatType: "direct",
      lastChannel: "slack",
      lastTo: "user:U0BPJ321V9P",
      lastAccountId: "default",
      origin: {
        label: "A Person",
        provider: "slack",
        surface: "slack",
        chatType: "direct",
        from: "slack:U0BPJ321V9P",
        to: "user:U0BPJ321V9P",
        nativeChannelId: "D0BPE5SEE22",
        accountId: "default",
      },
    },
    { channel: "slack", chatType: "direct", account: "default", peer: "U0BPJ321V9P" },
  ],
  [
    "a Slack channel: the workspace, and what the room is called",
    "agent:main:slack:channel:c1",
    {
      channel: "slack",
      chatType: "channel",
      groupId: "c1",
      groupChannel: "#general",
      space: "T1",
      displayName: "slack:#general",
      origin: {
        provider: "slack",
        chatType: "channel",
        from: "slack:channel:C1",
        to: "channel:C1",
        accountId: "work",
      },
    },
    { channel: "slack", chatType: "channel", account: "work", peer: "C1", team: "T1", roomName: "general" },
  ],
  [
    "a Slack thread is in the key",
    "agent:main:slack:channel:c1:thread:17.5",
    { origin: { provider: "slack", chatType: "channel", from: "slack:channel:C1", threadId: "17.5" } },
    { channel: "slack", chatType: "channel", peer: "C1", thread: "17.5" },
  ],
  [
    "a thread that the key does not name is where the last answer went",
    "agent:main:slack:channel:c1",
    { lastChannel: "slack", lastTo: "channel:C1", lastThreadId: "17.5" },
    { channel: "slack", chatType: "channel", peer: "C1" },
  ],
  [
    "a Telegram topic: the key and the address have it within the room's id, the entry as a number",
    "agent:main:telegram:group:-100:topic:77",
    {
      chatType: "group",
      channel: "telegram",
      subject: "Campaign",
      groupId: "-100:topic:77",
      origin: {
        provider: "telegram",
        chatType: "group",
        from: "telegram:group:-100:topic:77",
        to: "telegram:-100",
        threadId: 77,
        accountId: "default",
      },
      deliveryContext: { channel: "telegram", to: "telegram:-100", accountId: "default", threadId: 77 },
    },
    {
      channel: "telegram",
      chatType: "group",
      account: "default",
      peer: "-100",
      thread: "77",
      roomName: "Campaign",
    },
  ],
  [
    "a Telegram topic of a direct chat: the key has the chat beside it",
    "agent:main:telegram:direct:5:thread:5:77",
    {
      origin: {
        provider: "telegram",
        chatType: "direct",
        from: "telegram:5",
        to: "telegram:5",
        threadId: 77,
      },
    },
    { channel: "telegram", chatType: "direct", peer: "5", thread: "77" },
  ],
  [
    "a Discord channel: a space in digits is a guild",
    "agent:main:discord:channel:1481217630344839262",
    {
      channel: "discord",
      chatType: "channel",
      groupId: "1481217630344839262",
      groupChannel: "#worklog",
      space: "1482230800916287710",
      lastTo: "channel:1481217630344839262",
    },
    {
      channel: "discord",
      chatType: "channel",
      peer: "1481217630344839262",
      guild: "1482230800916287710",
      roomName: "worklog",
    },
  ],
  [
    "a Discord guild that is told by its name",
    "agent:main:discord:channel:7",
    { channel: "discord", space: "friends" },
    { channel: "discord", chatType: "channel", peer: "7", guildName: "friends" },
  ],
  [
    "a WhatsApp chat: answers go to the number",
    "agent:main:whatsapp:direct:+43660",
    {
      origin: {
        provider: "whatsapp",
        chatType: "direct",
        from: "+43660",
        to: "+43660",
        accountId: "default",
      },
      lastTo: "+43660",
    },
    { channel: "whatsapp", chatType: "direct", account: "default", peer: "+43660" },
  ],
  [
    "a WhatsApp group",
    "agent:main:whatsapp:group:123@g.us",
    {
      chatType: "group",
      origin: { provider: "whatsapp", from: "123@g.us", to: "123@g.us" },
      subject: "Family",
    },
    { channel: "whatsapp", chatType: "group", peer: "123@g.us", roomName: "Family" },
  ],
  [
    "a Matrix chat of two, which has a room",
    "agent:main:matrix:direct:@alex:example.org",
    {
      chatType: "direct",
      origin: {
        provider: "matrix",
        chatType: "direct",
        from: "matrix:@Alex:Example.org",
        to: "room:!Ab:example.org",
      },
    },
    { channel: "matrix", chatType: "direct", peer: "@Alex:Example.org", room: "!Ab:example.org" },
  ],
  [
    "a Feishu group: whom it is from is whoever wrote",
    "agent:main:feishu:group:oc_1",
    {
      chatType: "group",
      origin: { provider: "feishu", chatType: "group", from: "feishu:ou_5", to: "chat:oc_1" },
      subject: "oc_1",
    },
    { channel: "feishu", chatType: "group", peer: "oc_1", sender: "ou_5", roomName: "oc_1" },
  ],
  [
    "a Google Chat space: its key says group and its entry channel",
    "agent:main:googlechat:group:spaces/aaa",
    {
      chatType: "channel",
      origin: {
        provider: "googlechat",
        chatType: "channel",
        from: "googlechat:users/1",
        to: "googlechat:spaces/AAA",
      },
      space: "Team",
    },
    { channel: "googlechat", chatType: "group", peer: "spaces/AAA", sender: "users/1" },
  ],
  [
    "a Google Chat direct message, whose session is called by its space",
    "agent:main:googlechat:direct:spaces/dm",
    {
      origin: {
        provider: "googlechat",
        chatType: "direct",
        from: "googlechat:users/1",
        to: "googlechat:spaces/DM",
      },
    },
    { channel: "googlechat", chatType: "direct", peer: "spaces/DM", sender: "users/1" },
  ],
  [
    "a Teams channel, whose id has a colon and capitals",
    "agent:main:msteams:channel:19:abc@thread.tacv2",
    {
      chatType: "channel",
      origin: {
        provider: "msteams",
        from: "msteams:channel:19:ABC@thread.tacv2",
        to: "conversation:19:ABC@thread.tacv2",
      },
    },
    { channel: "msteams", chatType: "channel", peer: "19:ABC@thread.tacv2" },
  ],
  [
    "a Signal group",
    "agent:main:signal:group:a+b=",
    {
      chatType: "group",
      origin: { provider: "signal", chatType: "group", from: "group:A+b=", to: "group:A+b=" },
    },
    { channel: "signal", chatType: "group", peer: "A+b=" },
  ],
  [
    "an IRC nick with its host",
    "agent:main:irc:direct:alex",
    { origin: { provider: "irc", chatType: "direct", from: "irc:alex!a@host", to: "irc:alex" } },
    { channel: "irc", chatType: "direct", peer: "alex" },
  ],
  [
    "a Nextcloud chat, where answers go to the room",
    "agent:main:nextcloud-talk:direct:alex",
    {
      origin: {
        provider: "nextcloud-talk",
        chatType: "direct",
        from: "nextcloud-talk:alex",
        to: "nextcloud-talk:tok",
      },
    },
    { channel: "nextcloud-talk", chatType: "direct", peer: "alex" },
  ],
  [
    "a main session: whoever wrote last",
    "agent:main:main",
    {
      chatType: "direct",
      origin: { provider: "telegram", chatType: "direct", from: "telegram:5", accountId: "default" },
    },
    { channel: "telegram", chatType: "direct", account: "default", peer: "5" },
  ],
  [
    "a main session of which no kind of chat is told",
    "agent:main:main",
    { lastChannel: "telegram", lastTo: "123", lastAccountId: "default" },
    { channel: "telegram", chatType: "direct", account: "default", peer: "123" },
  ],
  [
    "a person's session on every channel: the entry tells which",
    "agent:main:direct:5",
    { chatType: "direct", origin: { provider: "telegram", from: "telegram:5" } },
    { channel: "telegram", chatType: "direct", peer: "5" },
  ],
  [
    "what is noted since 2026.8.1",
    "agent:main:reef:direct:peer-agent",
    {
      delivery: {
        kind: "external",
        route: { channel: "reef" },
        context: { channel: "reef", accountId: "default", to: "reef:Peer-Agent" },
        origin: { provider: "reef", accountId: "default", nativeDirectUserId: "Peer-Agent" },
      },
    },
    { channel: "reef", chatType: "direct", account: "default", peer: "Peer-Agent" },
  ],
  [
    "a page of the gateway was the last to write, which tells nothing of the chat",
    "agent:main:telegram:group:-5166572823",
    {
      chatType: "direct",
      lastChannel: "webchat",
      deliveryContext: { channel: "webchat" },
      origin: { provider: "webchat", surface: "webchat", chatType: "direct" },
    },
    { channel: "telegram", chatType: "group", peer: "-5166572823" },
  ],
  [
    "only the last answer went to a page of the gateway",
    "agent:main:main",
    {
      chatType: "direct",
      lastChannel: "webchat",
      origin: { provider: "telegram", chatType: "direct", from: "telegram:5" },
    },
    { channel: "telegram", chatType: "direct", peer: "5" },
  ],
  [
    "an older key, without an agent",
    "telegram:group:-100",
    { chatType: "group", lastTo: "telegram:-100" },
    { channel: "telegram", chatType: "group", peer: "-100" },
  ],
  [
    "a bare entry: what the key tells",
    "agent:main:telegram:work:direct:5",
    { updatedAt: 1 },
    { channel: "telegram", chatType: "direct", account: "work", peer: "5" },
  ],
];

describe("the last message of an entry", () => {
  it.each(entries)("%s", (_, key, entry, inbound) => {
    expect(inboundOfEntry(key, entry)).toEqual(inbound);
  });
});

describe("what is missing or contradicts is named", () => {
  it.each<readonly [reason: string, key: string, entry: object, why: string, fields: readonly string[]]>([
    [
      "another channel than the key's",
      "agent:main:telegram:direct:5",
      { lastChannel: "discord" },
      "contradicting-facts",
      ["key", "lastChannel"],
    ],
    [
      "another person",
      "agent:main:telegram:direct:5",
      { lastTo: "telegram:6" },
      "contradicting-facts",
      ["key", "lastTo"],
    ],
    [
      "another room",
      "agent:main:telegram:group:-1",
      { origin: { provider: "telegram", from: "telegram:group:-2" } },
      "contradicting-facts",
      ["key", "origin.from"],
    ],
    [
      "a room in place of a person",
      "agent:main:telegram:direct:5",
      { chatType: "group" },
      "contradicting-facts",
      ["key", "chatType"],
    ],
    [
      "a person in place of a room",
      "agent:main:telegram:group:-1",
      { origin: { chatType: "direct" } },
      "contradicting-facts",
      ["key", "origin.chatType"],
    ],
    [
      "another account",
      "agent:main:telegram:work:direct:5",
      { lastAccountId: "home" },
      "contradicting-facts",
      ["key", "lastAccountId"],
    ],
    [
      "another thread",
      "agent:main:slack:channel:c1:thread:1.5",
      { lastThreadId: "2.5" },
      "contradicting-facts",
      ["key", "lastThreadId"],
    ],
    [
      "another sender than whose session it is",
      "agent:main:feishu:group:oc_1:sender:ou_2",
      { origin: { provider: "feishu", from: "feishu:ou_3", to: "chat:oc_1" } },
      "contradicting-facts",
      ["key", "origin.from"],
    ],
    [
      "two people in one entry",
      "agent:main:main",
      {
        chatType: "direct",
        origin: { provider: "telegram", from: "telegram:5" },
        lastChannel: "telegram",
        lastTo: "telegram:6",
      },
      "contradicting-facts",
      ["origin.from", "lastTo"],
    ],
    [
      "two channels in one entry",
      "agent:main:main",
      { origin: { provider: "telegram" }, lastChannel: "discord" },
      "contradicting-facts",
      ["origin.provider", "lastChannel"],
    ],
    ["no channel at all", "agent:main:main", { chatType: "direct" }, "missing-fact", ["channel"]],
    [
      "a page of the gateway alone",
      "agent:main:main",
      { chatType: "direct", origin: { provider: "webchat" } },
      "missing-fact",
      ["origin.provider"],
    ],
    [
      "nobody",
      "agent:main:main",
      { chatType: "direct", origin: { provider: "telegram" } },
      "missing-fact",
      ["origin.from", "lastTo"],
    ],
    [
      "no room",
      "global",
      { chatType: "group", origin: { provider: "telegram" } },
      "missing-fact",
      ["origin.from", "lastTo"],
    ],
    [
      "no kind of chat",
      "global",
      { origin: { provider: "telegram", to: "telegram:5" } },
      "missing-fact",
      ["chatType"],
    ],
    [
      "a field that cannot be read",
      "agent:main:telegram:direct:5",
      { origin: { from: 5 } },
      "missing-fact",
      ["origin.from"],
    ],
    ["a sub-agent", "agent:main:subagent:1", { lastTo: "telegram:5" }, "no-conversation", []],
    ["a job", "agent:main:cron:job", {}, "no-conversation", []],
    ["a heartbeat", "agent:main:main:heartbeat", {}, "no-conversation", []],
    ["no key", " ", {}, "missing-fact", ["key"]],
    ["no entry", "agent:main:main", [], "unknown-shape", []],
  ])("%s", (_, key, entry, why, fields) => {
    expect(inboundOfEntry(key, entry)).toEqual({ kind: "unread", ok: false, reason: why, missing: fields });
  });
});

describe("what a policy tells", () => {
  const linked = parsePolicy(
    { session: { dmScope: "per-channel-peer", identityLinks: { alice: ["telegram:5"] } } },
    isolated,
  );
  const key = "agent:main:telegram:direct:alice";

  it("that a name in the key is no id", () => {
    const entry = { origin: { provider: "telegram", from: "telegram:5" } };
    expect(inboundOfEntry(key, entry, linked)).toEqual({
      channel: "telegram",
      chatType: "direct",
      peer: "5",
    });
    expect(inboundOfEntry(key, entry)).toMatchObject({ reason: "contradicting-facts" });
    expect(inboundOfEntry(key, {}, linked)).toMatchObject({ reason: "missing-fact" });
  });

  it("nothing, where it is none", () => {
    expect(() => inboundOfEntry(key, {}, { behaviours: [] } as never)).toThrow("This is not a policy");
  });

  it("that rooms share main sessions, so that nobody knows of which kind a chat is", () => {
    const shared = parsePolicy({ session: { groupScope: "main" } }, { edition: "2026-11" });
    const entry = { lastChannel: "telegram", lastTo: "telegram:5" };
    expect(inboundOfEntry("agent:main:main", entry, shared)).toMatchObject({
      reason: "missing-fact",
      missing: ["chatType"],
    });
  });
});

it("reads or refuses whatever stands in an entry", () => {
  const address = fc.oneof(
    fc.string(),
    fc.constantFrom("telegram:5", "user:U1", "room:!a", "group:g", "heartbeat", ":", "telegram:"),
  );
  const channel = fc.constantFrom("telegram", "slack", "webchat", "matrix", "irc", "whatsapp", "");
  const part = fc.record(
    { provider: channel, from: address, to: address, chatType: fc.constantFrom("direct", "thread", "group") },
    { requiredKeys: [] },
  );
  const entry = fc.record(
    { origin: part, lastChannel: channel, lastTo: address, groupId: fc.string(), chatType: fc.string() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.constantFrom("agent:main:main", "agent:main:telegram:direct:5", "global", "x"),
      entry,
      (key, given) => {
        const read = inboundOfEntry(key, given);
        expect("reason" in read ? read.kind : read.peer?.trim()).toBeTruthy();
      },
    ),
  );
});
