export {
  fromDiscord,
  readDiscord,
  type DiscordChannel,
  type DiscordInteraction,
  type DiscordMessage,
  type DiscordOptions,
} from "./discord.ts";
export { fromMatrix, readMatrix, type MatrixEvent, type MatrixOptions } from "./matrix.ts";
export type { AccessFacts, Read, ReaderOptions, Reading, ReadingKind } from "./reading.ts";
export {
  fromSlack,
  readSlack,
  type SlackAction,
  type SlackCallback,
  type SlackCommand,
  type SlackOptions,
  type SlackPayload,
} from "./slack.ts";
export { fromTelegram, readTelegram, type TelegramUpdate } from "./telegram.ts";
export { fromWhatsApp, readWhatsApp, type WhatsAppMessage } from "./whatsapp.ts";
