import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import {
  numberOf,
  placed,
  type DiscordMember,
  type DiscordOptions,
  type DiscordPlace,
  type DiscordUser,
} from "./discord-chat.ts";
import { readInteraction, type DiscordInteraction } from "./discord-interactions.ts";
import { mentionsIn, selfOf, type Named } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { saidIn, unread, type Reading } from "./reading.ts";

/** The parts of a gateway `MESSAGE_CREATE` or `MESSAGE_UPDATE`, or of a discord.js `Message`, that tell what was said, and where. */
export interface DiscordMessage extends DiscordPlace {
  /** The message's snowflake, which names it as `messageId`. */
  readonly id?: Maybe<string>;
  /** Discord's number of the message type: 0 was written, 19 is a reply, all else is the platform's own. */
  readonly type?: Maybe<number>;
  /** What was written; empty where the app may not read the content, or where there are only files. */
  readonly content?: Maybe<string>;
  /** When it was written, in ISO 8601, in a payload. */
  readonly timestamp?: Maybe<string>;
  /** When it was last edited, in ISO 8601; a message that has it is read as an edit. */
  readonly edited_timestamp?: Maybe<string>;
  /** When it was written, in epoch milliseconds, in discord.js. */
  readonly createdTimestamp?: Maybe<number>;
  /** When it was last edited, in epoch milliseconds, in discord.js. */
  readonly editedTimestamp?: Maybe<number>;
  /** The webhook that wrote it, in a payload; such a message is a bot's. */
  readonly webhook_id?: Maybe<string>;
  /** The same in discord.js. */
  readonly webhookId?: Maybe<string>;
  /** Who wrote it. */
  readonly author: Maybe<DiscordUser>;
  /** The author as a member of the server; absent in direct messages. */
  readonly member?: Maybe<DiscordMember>;
  /** Users in a payload; an object with `users` in discord.js. */
  readonly mentions?: unknown;
  /** Whether it mentions everyone or those who are here, in a payload. */
  readonly mention_everyone?: Maybe<boolean>;
  /** The message that a reply answers, in a payload. */
  readonly referenced_message?: Maybe<{
    /** Who wrote that message; where it was the bot, the reply counts as a mention. */
    readonly author?: Maybe<DiscordUser>;
  }>;
}

/** Message types that people write: an ordinary one, and a reply. The others are the platform's own. */
const messageType = 0;
const replyType = 19;

/** Everybody who is mentioned; undefined where the message does not say. */
function mentionedBy({ mentions }: DiscordMessage): readonly Named[] | undefined {
  if (Array.isArray(mentions)) {
    // Readers trust no field of what stands in the list.
    const users: readonly DiscordUser[] = objectsIn(mentions as readonly object[]);
    return users.map(({ id }) => [nativeId(id)]);
  }
  const users: unknown =
    typeof mentions === "object" && mentions !== null && "users" in mentions ? mentions.users : undefined;
  return users instanceof Map ? [...users.keys()].map((id) => [nativeId(id)]) : undefined;
}

/** Who wrote what a message answers; undefined where it answers nothing. */
function answeredBy({ mentions, referenced_message, type }: DiscordMessage): Named | undefined {
  if (type !== replyType) return undefined;
  const replied: unknown =
    typeof mentions === "object" && mentions !== null && "repliedUser" in mentions
      ? mentions.repliedUser
      : referenced_message?.author;
  return [
    typeof replied === "object" && replied !== null && "id" in replied ? nativeId(replied.id) : undefined,
  ];
}

function mentionsEveryone({ mention_everyone, mentions }: DiscordMessage): boolean {
  const kept = typeof mentions === "object" && mentions !== null && "everyone" in mentions;
  return mention_everyone === true || (kept && mentions.everyone === true);
}

function isInteraction(payload: DiscordMessage | DiscordInteraction): payload is DiscordInteraction {
  return !("author" in payload) && "token" in payload;
}

/**
 * Reads a Discord message or interaction: what a person did, where, and whether it was meant for the bot.
 *
 * - Read are the `d` of gateway events (`MESSAGE_CREATE`, `MESSAGE_UPDATE`, `INTERACTION_CREATE`), messages out of REST, and
 *   the `Message` and interactions of discord.js. Messages and replies that people wrote count, and commands (`"command"`) and buttons
 *   (`"button"`); joins, pins, boosts and what Discord itself says do not.
 * - A message without a guild is of a chat with one person only where its channel says so: tell `channel`, unless the
 *   payload has `channel_type`. Without either it is a `"missing-fact"`.
 * - `mentioned` is told from `mentions`, and from what it answers; `self` is the bot's user id.
 *
 * @param payload - The payload, from outside; any value is answered.
 * @param options - `channel`: the channel, as a payload or discord.js has it. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const message = { id: "1", type: 0, channel_id: "30", author: { id: "7" }, content: "hi", mentions: [] };
 * const read = readDiscord(message, { channel: { type: 1 }, self: "99" });
 * read.ok && [read.inbound.chatType, read.inbound.peer, read.mentioned]; //=> ["direct", "7", false]
 * readDiscord(message).reason; //=> "missing-fact"
 * ```
 */
export function readDiscord<Payload extends Maybe<DiscordMessage | DiscordInteraction>>(
  payload: Payload,
  options: DiscordOptions = {},
): Reading<Payload> {
  if (isPolluted()) return unpolluted(readDiscord, payload, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<DiscordMessage | DiscordInteraction> = payload;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  if (isInteraction(given)) return readInteraction(given, payload, chosen);
  const { author, content, edited_timestamp, editedTimestamp, id, member, timestamp, type } = given;
  if (typeof author !== "object" || author === null) return unread("unknown-shape");
  if (given.webhook_id != null || given.webhookId != null) return unread("bot");
  if (typeof type !== "number") return unread("missing-fact", "type");
  if (type !== messageType && type !== replyType) return unread("not-a-message");
  const edited = numberOf(editedTimestamp) ?? isoTime(edited_timestamp);
  return placed(
    {
      kind: edited === undefined ? "message" : "edit",
      user: author,
      member,
      place: given,
      id,
      text: saidText(content),
      at: edited ?? numberOf(given.createdTimestamp) ?? isoTime(timestamp),
      access: mentionsIn(
        { named: mentionedBy(given), answered: answeredBy(given), everyone: mentionsEveryone(given) },
        selfOf(chosen),
      ),
      reply: type === replyType,
    },
    payload,
    chosen,
  );
}

/**
 * Tells which conversation a Discord message or interaction belongs to: the short form of `readDiscord`.
 *
 * - Messages and replies that people wrote count, and commands and buttons. What a bot or a webhook wrote gives
 *   `undefined` (a bot would answer itself), and so does what the platform wrote (joins, pins, boosts).
 * - In a direct message the peer is the person; elsewhere it is the channel, and `sender` is the person. That no guild is
 *   named tells neither: without `options.channel` such a message gives `undefined`, unless it has a `channel_type`.
 * - A thread is a channel of its own: with `options.channel` told, it is the peer, the thread and the
 *   `parent` are named. Without it a message that tells by its `position` or `channel_type` that it stands in a thread gives
 *   `undefined`; one that does not is of the room whose id it names. The message that a thread was
 *   started from belongs to the channel it stands in.
 * - Aliases: `@name`, or `name#1234` for an account that still has a number.
 *
 * @param message - The `d` of the gateway event, or the `Message` of discord.js; a misshaped one gives `undefined`.
 *
 * @example
 * ```ts
 * const message = { type: 0, channel_id: "30", guild_id: "10", author: { id: "7" }, member: { roles: ["5"] } };
 * const { thread, parent } = fromDiscord(message, { channel: { type: 11, parent_id: "20" } }) ?? {};
 * thread; //=> "30"
 * parent; //=> { chatType: "channel", peer: "20" }
 * ```
 */
export function fromDiscord(
  message: Maybe<DiscordMessage | DiscordInteraction>,
  options: DiscordOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromDiscord, message, options);
  return saidIn(readDiscord(message, options));
}
