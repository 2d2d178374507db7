/** What people call the channels that a config writes otherwise. */
const names: ReadonlyMap<string, string> = new Map([
  ["bluebubbles", "BlueBubbles"],
  ["discord", "Discord"],
  ["feishu", "Feishu"],
  ["googlechat", "Google Chat"],
  ["imessage", "iMessage"],
  ["irc", "IRC"],
  ["line", "LINE"],
  ["matrix", "Matrix"],
  ["mattermost", "Mattermost"],
  ["msteams", "Microsoft Teams"],
  ["nextcloud-talk", "Nextcloud Talk"],
  ["nostr", "Nostr"],
  ["signal", "Signal"],
  ["slack", "Slack"],
  ["sms", "SMS"],
  ["synology-chat", "Synology Chat"],
  ["telegram", "Telegram"],
  ["tlon", "Tlon"],
  ["twitch", "Twitch"],
  ["whatsapp", "WhatsApp"],
  ["zalo", "Zalo"],
]);

/** What people call a channel; one that is not known is called what the config calls it. */
export function channelName(channel: string): string {
  return names.get(channel) ?? channel;
}
