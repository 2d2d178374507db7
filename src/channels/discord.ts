import type { Inbound } from "../scope/inbound.ts";
import { type Maybe, nativeId, inboundOf } from "./payload.ts";

/** The parts of a gateway `MESSAGE_CREATE` or `MESSAGE_UPDATE` that tell a conversation. */
export interface DiscordMessage {
  readonly type?: Maybe<number>;
  readonly channel_id?: Maybe<string>;
  readonly guild_id?: Maybe<string>;
  readonly webhook_id?: Maybe<string>;
  readonly author?: Maybe<{
    readonly id?: Maybe<string>;
    readonly bot?: Maybe<boolean>;
    readonly username?: Maybe<string>;
    readonly discriminator?: Maybe<string>;
  }>;
  readonly member?: Maybe<{ readonly roles?: Maybe<readonly string[]> }>;
}

/** The parts of a channel object (`GUILD_CREATE`, `THREAD_CREATE`, …) that place a message. */
export interface DiscordChannel {
  readonly type?: Maybe<number>;
  readonly parent_id?: Maybe<string>;
}

/** What the host knows beside the message. */
export interface DiscordOptions {
  /** Which of the host's bots received it. */
  readonly account?: string;
  /** The channel that `channel_id` names: a message does not tell whether that is a thread, or under what. */
  readonly channel?: DiscordChannel | undefined;
}

/** Message types that people write: an ordinary one, and a reply. The others are the platform's own. */
const written: ReadonlySet<unknown> = new Set([undefined, null, 0, 19]);

const groupDirect = 3;

/** Threads: in an announcement channel, public, private. A forum's posts are public threads. */
const threads: ReadonlySet<unknown> = new Set([10, 11, 12]);

function handle({ username, discriminator }: NonNullable<DiscordMessage["author"]>) {
  if (typeof username !== "string" || username === "") return undefined;
  // "@": a name may be all digits, and must not pass for somebody's id.
  const numbered = typeof discriminator === "string" && /^(?!0+$)\d+$/.test(discriminator);
  return [numbered ? `${username}#${discriminator}` : `@${username}`];
}

function rolesOf(roles: unknown): readonly string[] | undefined {
  return Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : undefined;
}

/**
 * Tells which conversation a Discord gateway message belongs to.
 *
 * - Messages and replies that people wrote count. What a bot or a webhook wrote gives `undefined` (a
 *   bot would answer itself), and so does what the platform wrote (joins, pins, boosts).
 * - In a direct message the peer is the person; elsewhere it is the channel, and `sender` is the person.
 * - A thread is a channel of its own: with `options.channel` told, it is the peer, the thread and the
 *   `parent` are named. Without it a thread passes for an ordinary channel, and a group chat for a
 *   direct one. The message that a thread was started from belongs to the channel it stands in.
 * - Aliases: `@name`, or `name#1234` for an account that still has a number.
 *
 * @param message - The `d` of the gateway event; a misshaped one gives `undefined`, or lacks a fact.
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
  message: Maybe<DiscordMessage>,
  { account, channel }: DiscordOptions = {},
): Inbound | undefined {
  const author = message?.author;
  if (author == null || author.bot === true || message?.webhook_id != null) return undefined;
  if (!written.has(message?.type)) return undefined;
  const room = nativeId(message?.channel_id);
  const guild = nativeId(message?.guild_id);
  const person = nativeId(author.id);
  const facts = { channel: "discord", account, aliases: handle(author), sender: person } as const;
  if (guild === undefined) {
    return channel?.type === groupDirect
      ? inboundOf({ ...facts, chatType: "group", peer: room })
      : inboundOf({ ...facts, chatType: "direct", peer: person });
  }
  const under = threads.has(channel?.type) ? nativeId(channel?.parent_id) : undefined;
  return inboundOf({
    ...facts,
    chatType: "channel",
    peer: room,
    thread: under === undefined ? undefined : room,
    parent: under === undefined ? undefined : { chatType: "channel", peer: under },
    guild,
    roles: rolesOf(message?.member?.roles),
  });
}
