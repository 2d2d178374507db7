import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { jsonIn, millisecondsIn, type Maybe, nativeId, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  saidIn,
  unread,
  type ReaderOptions,
  type Reading,
  type ReadingKind,
  type ThreadingOptions,
} from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

interface MattermostPost {
  readonly id?: Maybe<string>;
  readonly create_at?: Maybe<number>;
  readonly edit_at?: Maybe<number>;
  readonly user_id?: Maybe<string>;
  readonly channel_id?: Maybe<string>;
  readonly root_id?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly type?: Maybe<string>;
  readonly props?: unknown;
  readonly file_ids?: Maybe<readonly string[]>;
}

/** An event of Mattermost's WebSocket; a post and lists stand in it as JSON. */
export interface MattermostEvent {
  /** The event's name: `posted` and `post_edited` are read. */
  readonly event: Maybe<string>;
  /** What the event tells beside the post. */
  readonly data: Maybe<{
    /**
     * The kind of channel: `D` direct, `G` several people, `P` private, `O` open; an edit does not tell it.
     */
    readonly channel_type?: Maybe<string>;
    /** The name in the channel's address; that of a direct channel joins the ids of its two members. */
    readonly channel_name?: Maybe<string>;
    /** What the channel is called. */
    readonly channel_display_name?: Maybe<string>;
    /** The author's name, with its `@`. */
    readonly sender_name?: Maybe<string>;
    /** The team that the channel belongs to; empty in direct chats. */
    readonly team_id?: Maybe<string>;
    /** The ids of the users who are mentioned, a list written as JSON. */
    readonly mentions?: Maybe<string>;
    /** The post, written as JSON. */
    readonly post?: Maybe<string>;
  }>;
}

/** What an outgoing webhook or a slash command of Mattermost posts. */
export interface MattermostHook {
  /** The token that the server gave the hook; the host compares it, and the reader does not. */
  readonly token: Maybe<string>;
  /** Who wrote it. */
  readonly user_id: Maybe<string>;
  /** That person's name, without the `@`. */
  readonly user_name?: Maybe<string>;
  /** The channel it was written in. */
  readonly channel_id: Maybe<string>;
  /** The name in the channel's address. */
  readonly channel_name?: Maybe<string>;
  /** The team that the channel belongs to. */
  readonly team_id?: Maybe<string>;
  /** What was written: of a slash command, what follows the command. */
  readonly text?: Maybe<string>;
  /** Of a slash command. */
  readonly command?: Maybe<string>;
  /** Of an outgoing webhook. */
  readonly post_id?: Maybe<string>;
  /** Seconds or milliseconds. */
  readonly timestamp?: unknown;
}

/** What Mattermost delivers. */
export type MattermostPayload = MattermostEvent | MattermostHook;

/** What the host knows beside the payload. */
export interface MattermostOptions extends ReaderOptions, ThreadingOptions {
  /** The channel's type, as the API tells it: edits, webhooks and commands do not. */
  readonly channelType?: "D" | "G" | "O" | "P" | undefined;
  /** The post at the root of the thread, empty for none as `root_id` is: webhooks and commands do not tell. */
  readonly rootId?: string | undefined;
}

/** As OpenClaw has them: a private channel is a group to it. */
const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["D", "direct"],
  ["G", "group"],
  ["P", "group"],
  ["O", "channel"],
]);

/** The types of posts that people write; those of the system, and of plugins, have others. */
const written: ReadonlySet<unknown> = new Set(["", "me", "burn_on_read"]);

const everyone = /(?:^|[^\w@.-])@(?:all|channel|here)\b/i;

function chatTypeOf(told: unknown, { channelType }: MattermostOptions): ChatType | Unread {
  if (told != null && channelType !== undefined && told !== channelType) return unread("contradicting-facts");
  const word = told ?? channelType;
  if (word == null) return unread("missing-fact", "channelType");
  return chatTypes.get(word) ?? unread("unknown-shape");
}

/** A user's name, with its `@`; none where it does not say. */
function handle(name: unknown): string | undefined {
  const bare = saidText(name)?.replace(/^@/, "");
  return bare === undefined || bare === "" ? undefined : `@${lowerCase(bare)}`;
}

/** Everybody whom a text names. */
function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(/(?:^|[^\w@.-])@([\w.-]*\w)/g)]
    .map(([, name]) => [handle(name)])
    .filter(([name]) => !/^@(?:all|channel|here)$/.test(name ?? ""));
}

interface Written {
  readonly kind: ReadingKind;
  readonly chatType: ChatType;
  readonly room: unknown;
  readonly person: string | undefined;
  readonly name: unknown;
  readonly team: unknown;
  readonly id: unknown;
  readonly root: string | undefined;
}

function factsOf({ chatType, id, name, person, room, root, team }: Written, options: MattermostOptions) {
  const called = handle(name);
  return {
    channel: "mattermost",
    account: options.account,
    chatType,
    peer: chatType === "direct" ? person : nativeId(room),
    aliases: called === undefined ? undefined : [called],
    thread: root,
    ...openedThread(root === undefined && chatType !== "direct", nativeId(id), options),
    sender: person,
    team: nativeId(team),
    messageId: nativeId(id),
    reply: root === undefined ? undefined : true,
  } as const;
}

function readPosted<Payload>(
  { data, event }: MattermostEvent,
  native: Payload,
  options: MattermostOptions,
): Reading<Payload> {
  if (typeof event !== "string") return unread("unknown-shape");
  // A reaction does not tell in which thread the post stands.
  if (event === "reaction_added") return unread("missing-fact", "root_id");
  const isEdit = event === "post_edited";
  if (event !== "posted" && !isEdit) return unread("not-a-message");
  const post: MattermostPost | undefined = jsonIn(data?.post);
  if (typeof data !== "object" || data === null || post === undefined) return unread("unknown-shape");
  const { channel_id: room, create_at, edit_at, file_ids, id, message, props, root_id, type } = post;
  if (type == null) return unread("missing-fact", "post.type");
  if (!written.has(type)) return unread("not-a-message");
  const text = saidText(message);
  if (text === undefined && !(Array.isArray(file_ids) && file_ids.length > 0)) return unread("not-a-message");
  const made: Readonly<Record<string, unknown>> =
    typeof props === "object" && props !== null ? { ...props } : {};
  const isBot = ["from_bot", "from_webhook", "from_plugin"].some((mark) => String(made[mark]) === "true");
  const person = nativeId(post.user_id);
  const self = selfOf(options, (own) => (own.startsWith("@") ? handle(own) : own));
  const ignored = unheard([person], isBot, self, options);
  if (ignored !== undefined) return ignored;
  const chatType = chatTypeOf(data.channel_type, options);
  if (typeof chatType !== "string") return chatType;
  // A direct channel is called by its two members.
  const members = saidText(data.channel_name)?.split("__") ?? [];
  if (chatType === "direct" && members.length === 2 && person !== undefined && !members.includes(person))
    return unread("contradicting-facts");
  const told: unknown = jsonIn(data.mentions);
  const isEverybody = text !== undefined && everyone.test(text);
  // Who is told everybody is among the mentions as well; who is named stands in the text alone then.
  const ids = Array.isArray(told) && !isEverybody ? told.map((one): Named => [nativeId(one)]) : undefined;
  const root = nativeId(root_id);
  return reading({
    kind: isEdit ? "edit" : "message",
    facts: factsOf(
      {
        kind: "message",
        chatType,
        room,
        person,
        name: data.sender_name,
        team: data.team_id,
        id,
        root,
      },
      options,
    ),
    text,
    at: millisecondsIn(isEdit ? edit_at : create_at),
    access: {
      ...mentionsIn(
        {
          named: ids ?? namedIn(text ?? ""),
          // Whose thread it is, nothing tells.
          answered: root === undefined ? undefined : [undefined],
          everyone: isEverybody,
        },
        self,
      ),
      bot: isBot ? true : undefined,
      roomName: chatType === "direct" ? undefined : saidText(data.channel_display_name ?? data.channel_name),
      senderUsername: handle(data.sender_name)?.slice(1),
    },
    native,
  });
}

function readHook<Payload>(
  hook: MattermostHook,
  native: Payload,
  options: MattermostOptions,
): Reading<Payload> {
  const { channel_id: room, channel_name, command, post_id: id, team_id: team, text, user_id } = hook;
  const person = nativeId(user_id);
  if (person === undefined) return unread("missing-fact", "user_id");
  const ignored = unheard([person], false, selfOf(options), options);
  if (ignored !== undefined) return ignored;
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  const { rootId } = options;
  if (rootId === undefined) return unread("missing-fact", "rootId");
  const kind = command == null ? "message" : "command";
  const at = millisecondsIn(hook.timestamp);
  const root = nativeId(rootId);
  return reading({
    kind,
    facts: factsOf({ kind, chatType, room, person, name: hook.user_name, team, id, root }, options),
    text: [command, text]
      .map(saidText)
      .filter((part) => part !== undefined)
      .join(" "),
    at: at === undefined || at > 1e11 ? at : at * 1000,
    access: {
      // Whoever sets up a webhook asks to be told by its words.
      mentioned: true,
      roomName: chatType === "direct" ? undefined : saidText(channel_name),
      senderUsername: handle(hook.user_name)?.slice(1),
    },
    native,
  });
}

/**
 * Reads what Mattermost delivers, by WebSocket, outgoing webhook or slash command: what a person did, where, and whether it was
 * meant for the bot.
 *
 * - Posts count (`posted`) and edits (`post_edited`); webhooks, and slash commands (`"command"`). Posts of the system are
 *   nothing, and a reaction tells no thread.
 * - Which kind of chat it is, `channel_type` says: `D` is a chat with one person, `G` and a private `P` a group, `O` a channel.
 *   Edits, webhooks and commands do not tell: `channelType` does; and `rootId` tells the thread of the last two.
 * - The thread is `root_id`. `mentioned` is told by `mentions`, and by the text where everybody is; `self` is the bot's user id
 *   and its `@name`.
 *
 * @param payload - The event or the body, from outside; any value is answered.
 * @param options - `channelType`, `rootId`: what the payload does not tell. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const post = { id: "p5", user_id: "u7", channel_id: "c1", root_id: "p1", message: "@desk hi", type: "" };
 * const data = { channel_type: "O", mentions: '["ubot"]', post: JSON.stringify(post) };
 * const read = readMattermost({ event: "posted", data }, { self: ["ubot", "@desk"] });
 * read.ok && [read.inbound.peer, read.inbound.thread, read.mentioned]; //=> ["c1", "p1", true]
 * const command = { token: "t", command: "/new", channel_id: "c1", user_id: "u7" };
 * readMattermost(command, { channelType: "O" }).missing; //=> ["rootId"]
 * ```
 */
export function readMattermost<Payload extends Maybe<MattermostPayload>>(
  payload: Payload,
  options: MattermostOptions = {},
): Reading<Payload> {
  if (isPolluted()) return unpolluted(readMattermost, payload, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<MattermostPayload> = payload;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  if ("event" in given) return readPosted(given, payload, chosen);
  return "token" in given ? readHook(given, payload, chosen) : unread("unknown-shape");
}

/**
 * Tells which conversation a payload of Mattermost belongs to: the short form of `readMattermost`.
 *
 * @param payload - The event of the WebSocket, or the body of a webhook or command; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's bots received it. `channelType`, `rootId`: what the payload does not tell.
 *
 * @example
 * ```ts
 * const post = JSON.stringify({ user_id: "u7", channel_id: "c1", message: "hi", type: "" });
 * fromMattermost({ event: "posted", data: { channel_type: "D", post } })?.peer; //=> "u7"
 * ```
 */
export function fromMattermost(
  payload: Maybe<MattermostPayload>,
  options: MattermostOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromMattermost, payload, options);
  return saidIn(readMattermost(payload, options));
}
