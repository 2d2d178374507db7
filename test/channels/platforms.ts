import * as channels from "../../src/channels/index.ts";

/** A reader as the tests ask it: of any payload, with options that a row tells. */
type Ask = (payload: object, options?: object) => channels.Reading<object>;

/** The readers that there are. */
export type ReaderName = Extract<keyof typeof channels, `read${string}`>;

export interface Platform {
  /** What its section of the pages is called. */
  readonly name: string;
  /** The channel that its messages are of, in OpenClaw's word. */
  readonly channel: string;
  /** The folder of its recorded payloads. */
  readonly fixtures: string;
  readonly read: Ask;
  /** Options with which its payloads are asked besides; what they tell is true of the recorded ones. */
  readonly asked: readonly object[];
  /**
   * The fields by leaving out which it says that a chat is one with a person; on all others their absence is none, and
   * the payload says it by a word.
   */
  readonly roomMarks?: readonly string[];
}

/** Every platform by its reader; whoever adds a reader is told of it here. */
export const platforms: Readonly<Record<ReaderName, Platform>> = {
  readTelegram: {
    name: "Telegram",
    channel: "telegram",
    fixtures: "telegram",
    read: (update, options) => channels.readTelegram(update, options),
    asked: [{ self: ["7007007007", "@desk_bot"], bots: true }],
  },
  readDiscord: {
    name: "Discord",
    channel: "discord",
    fixtures: "discord",
    read: (message, options) => channels.readDiscord(message as channels.DiscordMessage, options),
    asked: [{ channel: { type: 11, parent_id: "1" }, self: "9", bots: true }],
  },
  readSlack: {
    name: "Slack",
    channel: "slack",
    fixtures: "slack",
    read: (payload, options) => channels.readSlack(payload as channels.SlackPayload, options),
    asked: [{ channelType: "group", bots: true }],
  },
  readWhatsApp: {
    name: "WhatsApp",
    channel: "whatsapp",
    fixtures: "whatsapp",
    read: (message, options) => channels.readWhatsApp(message as channels.WhatsAppMessage, options),
    asked: [{ self: ["+12025550100", "141421356237309@lid"] }],
    // Of the Cloud API; Baileys names the room.
    roomMarks: ["group_id"],
  },
  readMatrix: {
    name: "Matrix",
    channel: "matrix",
    fixtures: "matrix",
    read: (event, options) =>
      channels.readMatrix(event as channels.MatrixEvent, { self: "@bot:hs", direct: false, ...options }),
    asked: [],
  },
  readTeams: {
    name: "Microsoft Teams",
    channel: "msteams",
    fixtures: "teams",
    read: (activity, options) => channels.readTeams(activity as channels.TeamsActivity, options),
    asked: [{ self: "28:desk", bots: true }],
  },
  readGoogleChat: {
    name: "Google Chat",
    channel: "googlechat",
    fixtures: "google-chat",
    read: (event, options) => channels.readGoogleChat(event, options),
    asked: [{ self: "users/9", bots: true }],
  },
  readLine: {
    name: "LINE",
    channel: "line",
    fixtures: "line",
    read: (event, options) => channels.readLine(event as channels.LineEvent, options),
    asked: [{ self: "UBOT" }],
  },
  readSignal: {
    name: "Signal",
    channel: "signal",
    fixtures: "signal",
    read: (message, options) => channels.readSignal(message, options),
    asked: [{ self: ["+15550001", "uuid:99"] }],
    roomMarks: ["groupInfo"],
  },
  readFeishu: {
    name: "Feishu",
    channel: "feishu",
    fixtures: "feishu",
    read: (event, options) => channels.readFeishu(event, options),
    asked: [{ self: "ou_bot", bots: true }],
  },
  readMattermost: {
    name: "Mattermost",
    channel: "mattermost",
    fixtures: "mattermost",
    read: (payload, options) => channels.readMattermost(payload as channels.MattermostPayload, options),
    asked: [
      { channelType: "O", rootId: "" },
      { self: ["ubot", "@desk"], bots: true },
    ],
  },
  readIrc: {
    name: "IRC",
    channel: "irc",
    fixtures: "irc",
    read: (message, options) => channels.readIrc(message, options),
    asked: [{ self: "desk" }],
  },
  readBlueBubbles: {
    name: "iMessage",
    channel: "bluebubbles",
    fixtures: "bluebubbles",
    read: (event, options) => channels.readBlueBubbles(event as channels.BlueBubblesEvent, options),
    asked: [{ self: "+15550001" }],
  },
  readZalo: {
    name: "Zalo",
    channel: "zalo",
    fixtures: "zalo",
    read: (update, options) => channels.readZalo(update, options),
    asked: [{ self: "b1", bots: true }],
  },
  readNextcloudTalk: {
    name: "Nextcloud Talk",
    channel: "nextcloud-talk",
    fixtures: "nextcloud-talk",
    read: (activity, options) =>
      channels.readNextcloudTalk(activity as channels.NextcloudTalkActivity, { direct: false, ...options }),
    asked: [{ self: "bots/bot-1", bots: true }],
  },
  readEmail: {
    name: "Email",
    channel: "email",
    fixtures: "email",
    read: (mail, options) => channels.readEmail(mail, options),
    asked: [{ self: "desk@example.org" }],
    roomMarks: ["cc", "to", "headers"],
  },
  readWebChat: {
    name: "Web chat",
    channel: "webchat",
    fixtures: "web-chat",
    read: (message, options) => channels.readWebChat(message as channels.WebChatMessage, options),
    asked: [{ self: "b1", bots: true }],
  },
};
