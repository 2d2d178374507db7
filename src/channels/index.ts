export { fromDiscord, type DiscordChannel, type DiscordMessage, type DiscordOptions } from "./discord.ts";
export { fromMatrix, type MatrixEvent, type MatrixOptions } from "./matrix.ts";
export { fromSlack, type SlackCallback } from "./slack.ts";
export { fromTelegram, type TelegramUpdate } from "./telegram.ts";
export { fromWhatsApp, type WhatsAppMessage } from "./whatsapp.ts";
