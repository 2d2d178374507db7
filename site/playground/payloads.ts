import type { Reader, Readers } from "./play.ts";

/** The names of the readers of `keyscope/channels`, by channel. */
const names = {
  telegram: "readTelegram",
  whatsapp: "readWhatsApp",
  slack: "readSlack",
  discord: "readDiscord",
  signal: "readSignal",
  matrix: "readMatrix",
  teams: "readTeams",
  googlechat: "readGoogleChat",
  mattermost: "readMattermost",
  irc: "readIrc",
  line: "readLine",
  feishu: "readFeishu",
  zalo: "readZalo",
  bluebubbles: "readBlueBubbles",
  "nextcloud-talk": "readNextcloudTalk",
  email: "readEmail",
  webchat: "readWebChat",
} as const;

/** The channels whose payloads can be read. */
export const readable = Object.keys(names);

/** Fetches the readers. */
export async function loadReaders(): Promise<Readers> {
  const channels = await import("keyscope/channels");
  return Object.fromEntries(
    Object.entries(names).map(([channel, name]) => [
      channel,
      // Each takes its own platform's payload and reads anything else as nothing.
      channels[name] as unknown as Reader,
    ]),
  );
}

/** A payload to begin with. */
export const samples: Readonly<Record<string, string>> = {
  telegram: JSON.stringify(
    {
      update_id: 860100005,
      message: {
        message_id: 310,
        from: { id: 222, is_bot: false, first_name: "Bob" },
        chat: { id: 222, type: "private", first_name: "Bob" },
        date: 1774600000,
        text: "What is on this week?",
      },
    },
    undefined,
    2,
  ),
  slack: JSON.stringify(
    {
      type: "event_callback",
      team_id: "T1",
      event: { type: "message", channel_type: "im", channel: "D1", user: "U0BOB", text: "Hello", ts: "17.5" },
    },
    undefined,
    2,
  ),
  discord: JSON.stringify(
    {
      id: "1",
      channel_id: "7",
      author: { id: "2220", username: "bob", bot: false },
      content: "Hello",
      timestamp: "2026-03-27T08:00:00.000Z",
      mentions: [],
    },
    undefined,
    2,
  ),
};
