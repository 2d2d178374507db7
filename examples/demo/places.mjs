import { people } from "./people.mjs";

/*
 * Where people write on this day. A place makes the payload that its platform would deliver, whole, and
 * tells what a host knows beside the payload (`known`).
 */

const seconds = (at) => Math.floor(at / 1000);

function telegram(name, chat, more = {}) {
  return {
    platform: "telegram",
    name,
    known: {},
    payload(who, text, at) {
      const { id, username } = people[who].telegram;
      const names = { first_name: who, ...(username && { username }) };
      return {
        update_id: 860100000 + (seconds(at) % 100000),
        message: {
          message_id: seconds(at) % 100000,
          from: { id, is_bot: false, ...names, language_code: "en" },
          chat: chat ?? { id, ...names, type: "private" },
          date: seconds(at),
          ...more,
          text,
        },
      };
    },
  };
}

const garden = { id: -1001234567890, title: "Garden club", type: "supergroup" };
const forum = { id: -1009876543210, title: "Support", type: "supergroup", is_forum: true };

export const telegramDirect = telegram("telegram");
export const telegramGroup = telegram("telegram group", garden);
export const telegramReply = telegram("telegram group (a reply)", garden, { message_thread_id: 9020 });
export const telegramTopic = telegram("telegram forum (topic)", forum, {
  message_thread_id: 42,
  is_topic_message: true,
});
export const telegramGeneral = telegram("telegram forum (General)", forum);

function whatsapp(name, key) {
  return {
    platform: "whatsapp",
    name,
    known: {},
    payload: (who, text, at) => ({
      key: { fromMe: false, id: `3EB0${seconds(at)}`, participant: "", ...key(people[who].whatsapp) },
      messageTimestamp: seconds(at),
      pushName: who,
      broadcast: false,
      message: { conversation: text },
    }),
  };
}

export const whatsappByPhone = whatsapp("whatsapp", ({ phone, lid }) => ({
  remoteJid: `${phone}:12@s.whatsapp.net`,
  remoteJidAlt: `${lid}@lid`,
  addressingMode: "pn",
}));
export const whatsappByLid = whatsapp("whatsapp (LID)", ({ phone, lid }) => ({
  remoteJid: `${lid}@lid`,
  ...(phone && { remoteJidAlt: `${phone}@s.whatsapp.net` }),
  addressingMode: "lid",
}));

function discord(name, channelId, channel, guild) {
  return {
    platform: "discord",
    name,
    known: { channel },
    payload(who, text, at) {
      const { id, username } = people[who].discord;
      return {
        type: 0,
        id: `13456${seconds(at)}0000`,
        channel_id: channelId,
        author: { id, username, global_name: who, discriminator: "0", avatar: null, public_flags: 0 },
        content: text,
        timestamp: new Date(at).toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        components: [],
        pinned: false,
        flags: 0,
        ...guild,
      };
    },
  };
}

const guild = {
  guild_id: "290926798626357250",
  member: {
    roles: ["697138785317814292"],
    nick: null,
    joined_at: "2024-05-01T12:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
  },
};

export const discordDirect = discord("discord", "319674150115710528", { type: 1 });
export const discordChannel = discord(
  "discord channel",
  "290926798626357999",
  { type: 0, parent_id: null },
  guild,
);
export const discordThread = discord(
  "discord thread",
  "1345000000000000042",
  { type: 11, parent_id: "290926798626357999" },
  guild,
);

function slack(name, channel, channelType, more = () => ({})) {
  return {
    platform: "slack",
    name,
    known: {},
    payload(who, text, at) {
      const ts = `${seconds(at)}.000200`;
      return {
        token: "verification-token",
        team_id: "T061EG9R6",
        api_app_id: "A0PNCHHK2",
        type: "event_callback",
        event_id: `Ev0${seconds(at)}`,
        event_time: seconds(at),
        is_ext_shared_channel: false,
        authorizations: [{ team_id: "T061EG9R6", user_id: "U0BOTBOT1", is_bot: true }],
        event: {
          client_msg_id: "3bb0cc0d-7e2e-4c5f-9ab5-1c2d3e4f5a6b",
          type: "message",
          channel,
          channel_type: channelType,
          user: people[who].slack,
          team: "T061EG9R6",
          text,
          ts,
          event_ts: ts,
          ...more(),
        },
      };
    },
  };
}

export const slackDirect = slack("slack", "D024BE91L", "im");
export const slackChannel = slack("slack channel", "C0LAN2Q65", "channel");
export const slackThread = slack("slack thread", "C0LAN2Q65", "channel", () => ({
  thread_ts: "1772442000.000200",
  parent_user_id: "U02147483697",
}));

function matrix(name, room, direct) {
  return {
    platform: "matrix",
    name,
    known: { self: "@desk:example.org", direct },
    payload: (who, text, at) => ({
      type: "m.room.message",
      event_id: `$${seconds(at)}:example.org`,
      room_id: room,
      sender: people[who].matrix,
      origin_server_ts: at,
      content: { msgtype: "m.text", body: text, "m.mentions": {} },
      unsigned: { age: 120 },
    }),
  };
}

export const matrixDirect = matrix("matrix", "!DirectRoom:example.org", true);
export const matrixRoom = matrix("matrix room", "!OpsRoom:example.org", false);
