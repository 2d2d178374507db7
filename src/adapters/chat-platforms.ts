import { unread } from "../channels/reading.ts";
import type { DiscordChannel } from "../channels/discord-chat.ts";
import { readDiscord, type DiscordMessage } from "../channels/discord.ts";
import { readGoogleChat, type GoogleChatEvent } from "../channels/google-chat.ts";
import { readSlack, type SlackPayload } from "../channels/slack.ts";
import { readTeams, type TeamsActivity } from "../channels/teams.ts";
import { readTelegram } from "../channels/telegram.ts";
import { readWhatsApp } from "../channels/whatsapp.ts";
import type { WhatsAppWebhook } from "../channels/whatsapp-cloud.ts";
import type { IncomingMessage } from "../loop/admit.ts";
import type { TurnOptions } from "../loop/turn.ts";
import type { Unread } from "../scope/unread.ts";
import type { Heard } from "./chat-heard.ts";
import { mentionsOfBot } from "./take-activity.ts";

/** How what an adapter of the Chat SDK hands over is read. */
export interface ChatPlatform {
  /** What was done, and where: what a reader of `keyscope/channels` returns, or the facts by hand. */
  readonly read: (heard: Heard) => IncomingMessage | Unread;
  /** How a text mentions the bot, for triggers that stand behind a mention. */
  readonly said?: (heard: Heard) => TurnOptions;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A thread that is not its channel is one that the SDK's answer opens, where the message stands in none yet. */
function told({ adapter, threadId }: Heard) {
  const startsThread = threadId !== adapter.channelIdFromThreadId(threadId);
  return { self: adapter.botUserId, startsThread };
}

/** What Telegram calls an update with a message; the SDK hands on what stands in it. */
function messageName(raw: unknown): string {
  const { business_connection_id: business, edit_date: edited } = fieldsOf(raw);
  return `${edited == null ? "" : "edited_"}${business == null ? "" : "business_"}message`;
}

function mentionsById({ adapter: { botUserId: id } }: Heard): TurnOptions {
  return id === undefined ? {} : { mentions: [`<@${id}>`, `<@!${id}>`] };
}

/*
 * Readers answer any value, so that what stands in `raw` needs a name and no proof. What an adapter leaves out, such as all
 * but the words of what Discord's gateway tells a bot that does not forward it, is a missing fact of the reader's.
 */

/** By the adapter's name, how what it hands over is read. */
export const chatPlatforms: ReadonlyMap<string, ChatPlatform> = new Map(
  Object.entries<ChatPlatform>({
    telegram: {
      read({ adapter, kind, raw }) {
        const names = { button: "callback_query", reaction: "message_reaction" } as const;
        const name = kind === "button" || kind === "reaction" ? names[kind] : messageName(raw);
        const self = [adapter.botUserId, adapter.userName].filter((id) => id !== undefined);
        return readTelegram({ [name]: raw }, { self });
      },
      said: ({ adapter }) => ({ botUsername: adapter.userName }),
    },
    slack: {
      read(heard) {
        const { kind, raw, slack: { channelType, team: installed } = {} } = heard;
        // The SDK takes events, and nothing else, out of their envelope.
        if (kind !== "message" && kind !== "reaction")
          return readSlack(raw as SlackPayload, { ...told(heard), channelType });
        const { channel_type, source_team, team, ...event } = fieldsOf(raw);
        const team_id = event["team_id"] ?? (source_team == null ? team : installed);
        if (team_id == null) return unread("missing-fact", "team");
        const asked = channel_type == null ? { channelType } : {};
        return readSlack({ team_id, event: raw } as SlackPayload, { ...told(heard), ...asked });
      },
      said: mentionsById,
    },
    discord: {
      read(heard) {
        const { adapter, raw, threadId } = heard;
        const { channel_id: id, channel_type: type = 11 } = fieldsOf(raw);
        // What a thread stands below, the SDK has asked for; the message itself does not tell.
        const { channelId: parent_id, threadId: thread } = fieldsOf(adapter.decodeThreadId(threadId));
        const channel =
          thread !== undefined && thread === id ? { channel: { id, type, parent_id } as DiscordChannel } : {};
        return readDiscord(raw as DiscordMessage, { ...told(heard), ...channel });
      },
      said: mentionsById,
    },
    teams: {
      read: ({ raw }) => readTeams(raw as TeamsActivity),
      said: ({ raw }) => ({ mentions: mentionsOfBot(raw as TeamsActivity) }),
    },
    gchat: {
      read: (heard) => readGoogleChat(heard.raw as GoogleChatEvent, told(heard)),
      // The SDK writes its own name for the bot where people wrote one.
      said: ({ adapter, text }) => ({ ...(text !== "" && { text }), mentions: [`@${adapter.userName}`] }),
    },
    whatsapp: {
      read({ raw }) {
        const { contact, message = raw, phoneNumberId: phone_number_id } = fieldsOf(raw);
        const contacts = contact == null ? [] : [contact];
        const value = { metadata: { phone_number_id }, contacts, messages: [message] };
        const webhook = { entry: [{ changes: [{ field: "messages", value }] }] };
        return readWhatsApp(webhook as WhatsAppWebhook);
      },
    },
  }),
);
