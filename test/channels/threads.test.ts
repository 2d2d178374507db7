import { describe, expect, it } from "vitest";
import { parsePolicy, resolveSession } from "../../src/index.ts";
import { fixture } from "./fixtures.ts";
import { platforms, type ReaderName } from "./platforms.ts";

const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });

interface Row {
  readonly reader: ReaderName;
  /** A message at the top of a room, and what makes one in the thread that is opened under it. */
  readonly top: string;
  readonly reply: (payload: Readonly<Record<string, unknown>>) => object;
  readonly options?: object;
  /** What the host tells of the thread, once it is there. */
  readonly thread?: object;
  /** A message in a chat with one person, which goes on as it is. */
  readonly direct: string;
}

type Fields = Readonly<Record<string, unknown>>;

function within(payload: Fields, name: string, over: Fields): object {
  return { ...payload, [name]: { ...(payload[name] as object), ...over } };
}

const rows: readonly Row[] = [
  {
    reader: "readSlack",
    top: "channel-message",
    reply: (payload) =>
      within(payload, "event", { ts: "9.9", thread_ts: (payload["event"] as Fields)["ts"] }),
    direct: "direct-message",
  },
  {
    reader: "readDiscord",
    top: "guild-message",
    reply: (message) => ({ ...message, id: "9", channel_id: message["id"] }),
    thread: { channel: { type: 11, parent_id: "290926798626357999" } },
    direct: "direct-message",
  },
  {
    reader: "readMattermost",
    top: "channel-post",
    reply: (payload) => {
      const data = payload["data"] as Fields;
      const post = JSON.parse(String(data["post"])) as Fields;
      return within(payload, "data", { post: JSON.stringify({ ...post, id: "p9", root_id: post["id"] }) });
    },
    direct: "direct-message",
  },
  {
    reader: "readMatrix",
    top: "room-message",
    reply: (event) => ({
      ...within(event, "content", { "m.relates_to": { rel_type: "m.thread", event_id: event["event_id"] } }),
      event_id: "$9",
    }),
    options: { self: "@desk:example.org" },
    direct: "direct-message",
  },
  {
    reader: "readGoogleChat",
    top: "space-message",
    reply: (event) => within(event, "message", { threadReply: true }),
    direct: "direct-message",
  },
  {
    reader: "readTeams",
    top: "channel-post",
    reply: (activity) => ({ ...activity, id: "9", replyToId: activity["id"] }),
    direct: "personal-message",
  },
];

describe.each(rows)(
  "$reader, where answers open threads",
  ({ direct, options, reader, reply, thread, top }) => {
    const { fixtures, read } = platforms[reader];
    const asked = { startsThread: true, ...options };
    const keyOf = (payload: object, told: object) => {
      const reading = read(payload, told);
      return reading.ok ? resolveSession(reading.inbound, policy).key : reading.reason;
    };

    it("keeps a message and what follows in its thread in one session", () => {
      const payload = fixture(fixtures, top) as Fields;
      const key = keyOf(payload, asked);
      expect(key).toMatch(/^agent:main:/);
      expect(keyOf(reply(payload), { ...asked, ...thread })).toBe(key);
      expect(keyOf({ ...payload, ...reply(payload) }, { ...options, ...thread })).toBe(key);
    });

    it("leaves chats with one person as they are", () => {
      const payload = fixture(fixtures, direct);
      const told = { ...options, direct: true };
      expect(keyOf(payload, { ...told, startsThread: true })).toBe(keyOf(payload, told));
    });
  },
);

it("joins a mail with its answers, in a chat with one person as well", () => {
  const read = (name: string, startsThread: boolean) =>
    platforms.readEmail.read(fixture("email", name), { self: "desk@example.org", startsThread });
  const threads = (startsThread: boolean) =>
    ["mail", "answer"].map((name) => {
      const reading = read(name, startsThread);
      return reading.ok ? reading.inbound.thread : reading.reason;
    });
  expect(threads(true)).toEqual(["<CAF1@mail.example.com>", "<CAF1@mail.example.com>"]);
  expect(threads(false)).toEqual([undefined, "<CAF1@mail.example.com>"]);
});

it.each<readonly [why: string, reader: ReaderName, payload: object, moved: object | undefined]>([
  [
    "a group that became a supergroup tells it",
    "readTelegram",
    {
      update_id: 1,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: -5, type: "group" },
        from: { id: 7 },
        migrate_to_chat_id: -1005,
      },
    },
    { channel: "telegram", from: "-5", to: "-1005" },
  ],
  [
    "the supergroup tells it, too",
    "readTelegram",
    {
      update_id: 2,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: -1005, type: "supergroup" },
        from: { id: 7 },
        migrate_from_chat_id: -5,
      },
    },
    { channel: "telegram", from: "-5", to: "-1005" },
  ],
  [
    "who joined tells none",
    "readTelegram",
    { message: { chat: { id: -5, type: "group" }, from: { id: 7 }, new_chat_members: [{}] } },
    undefined,
  ],
  [
    "a channel of Slack that has another id",
    "readSlack",
    {
      team_id: "T1",
      event: { type: "channel_id_changed", old_channel_id: "G1", new_channel_id: "C1", event_ts: "1.1" },
    },
    { channel: "slack", from: "G1", to: "C1" },
  ],
  [
    "a person of WhatsApp who tells the number behind a LID",
    "readWhatsApp",
    { key: { remoteJid: "2718@lid", remoteJidAlt: "1555@s.whatsapp.net" }, message: { conversation: "hi" } },
    { channel: "whatsapp", from: "2718@lid", to: "+1555" },
  ],
  [
    "one who tells none",
    "readWhatsApp",
    { key: { remoteJid: "2718@lid" }, message: { conversation: "hi" } },
    undefined,
  ],
  [
    "in a group it is the group's conversation",
    "readWhatsApp",
    {
      key: { remoteJid: "1@g.us", participant: "2718@lid", participantAlt: "1555@s.whatsapp.net" },
      message: { conversation: "hi" },
    },
    undefined,
  ],
])("tells that an id has changed: %s", (_why, reader, payload, moved) => {
  expect(platforms[reader].read(payload).moved).toEqual(moved);
});
