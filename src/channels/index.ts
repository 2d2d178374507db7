export { fromBlueBubbles, readBlueBubbles, type BlueBubblesEvent } from "./bluebubbles.ts";
export type { DiscordChannel, DiscordOptions } from "./discord-chat.ts";
export type { DiscordInteraction } from "./discord-interactions.ts";
export { fromDiscord, readDiscord, type DiscordMessage } from "./discord.ts";
export { fromEmail, readEmail, type EmailMessage, type EmailOptions } from "./email.ts";
export { fromFeishu, readFeishu, type FeishuEvent, type FeishuOptions } from "./feishu.ts";
export {
  fromGoogleChat,
  readGoogleChat,
  type GoogleChatEvent,
  type GoogleChatOptions,
} from "./google-chat.ts";
export { fromIrc, readIrc, type IrcMessage } from "./irc.ts";
export { fromLine, readLine, type LineEvent } from "./line.ts";
export {
  fromMatrix,
  readMatrix,
  type MatrixBotEvent,
  type MatrixEvent,
  type MatrixOptions,
  type MatrixPayload,
  type MatrixSdkEvent,
} from "./matrix.ts";
export {
  fromMattermost,
  readMattermost,
  type MattermostEvent,
  type MattermostHook,
  type MattermostOptions,
  type MattermostPayload,
} from "./mattermost.ts";
export {
  fromNextcloudTalk,
  readNextcloudTalk,
  type NextcloudTalkActivity,
  type NextcloudTalkOptions,
} from "./nextcloud-talk.ts";
export type { AccessFacts, Read, ReaderOptions, Reading, ReadingKind, ThreadingOptions } from "./reading.ts";
export { fromSignal, readSignal, type SignalMessage } from "./signal.ts";
export type { SlackOptions } from "./slack-chat.ts";
export type { SlackAction, SlackCommand, SlackShortcut, SlackView } from "./slack-interactions.ts";
export { fromSlack, readSlack, type SlackCallback, type SlackPayload } from "./slack.ts";
export { fromTeams, readTeams, type TeamsActivity } from "./teams.ts";
export { fromTelegram, readTelegram, type TelegramUpdate } from "./telegram.ts";
export { fromWebChat, readWebChat, type WebChatMessage } from "./web-chat.ts";
export { whatsAppMessages, type WhatsAppWebhook } from "./whatsapp-cloud.ts";
export { fromWhatsApp, readWhatsApp, type WhatsAppMessage } from "./whatsapp.ts";
export { fromZalo, readZalo, type ZaloUpdate } from "./zalo.ts";
