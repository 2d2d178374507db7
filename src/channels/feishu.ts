import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { jsonIn, millisecondsIn, type Maybe, nativeId, objectsIn, pressedText, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading } from "./reading.ts";

/** One person's ids: of the app, of the publisher, of the tenant. */
interface FeishuIds {
  /** The id that the person has in this app, `ou_…`, by which the reader names the sender. */
  readonly open_id?: Maybe<string>;
  /** The id that the person has in all apps of one publisher, `on_…`; an alias. */
  readonly union_id?: Maybe<string>;
  /** The id that the person has in the tenant, for apps that may see it; an alias. */
  readonly user_id?: Maybe<string>;
}

/** Somebody whom a message mentions. */
interface FeishuMention {
  /** What stands for it in the text: `@_user_1`. */
  readonly key?: Maybe<string>;
  /** The ids of whoever is mentioned. */
  readonly id?: Maybe<FeishuIds>;
  /** What they are called; the text has `@` and this name in place of the key. */
  readonly name?: Maybe<string>;
}

/** Where a message stands below others. */
interface FeishuChain {
  /** The message at the root of those that it answers, `om_…`. */
  readonly root_id?: Maybe<string>;
  /** The message that it answers, `om_…`. */
  readonly parent_id?: Maybe<string>;
  /** The thread that it stands in, `omt_…`; absent outside threads. */
  readonly thread_id?: Maybe<string>;
}

/** The message of an `im.message.receive_v1` event. */
interface FeishuMessage extends FeishuChain {
  /** The message's id, `om_…`. */
  readonly message_id?: Maybe<string>;
  /** When it was sent, in epoch milliseconds written as digits. */
  readonly create_time?: Maybe<string>;
  /** The chat it was sent in, `oc_…`; the peer outside chats with one person. */
  readonly chat_id?: Maybe<string>;
  /** The kind of chat: `p2p`, `group` or `topic_group`. */
  readonly chat_type?: Maybe<string>;
  /**
   * The kind of message, such as `text`, `post` or `image`; what the system says has kinds that are not read.
   */
  readonly message_type?: Maybe<string>;
  /** JSON, by the type of the message. */
  readonly content?: Maybe<string>;
  /** Everybody whom the text mentions; `@_all` stands for all. */
  readonly mentions?: Maybe<readonly FeishuMention[]>;
}

/** What an event says, apart from its header. */
interface FeishuBody {
  /** Who sent the message. */
  readonly sender?: Maybe<{
    /** The sender's ids. */
    readonly sender_id?: Maybe<FeishuIds>;
    /** `user` for a person; any other is a bot. */
    readonly sender_type?: Maybe<string>;
  }>;
  /** The message, in an `im.message.receive_v1` event. */
  readonly message?: Maybe<FeishuMessage>;
  /** Who pressed the button, in a `card.action.trigger` event. */
  readonly operator?: Maybe<
    FeishuIds & {
      /** What that person is called. */
      readonly name?: Maybe<string>;
    }
  >;
  /** What was pressed. */
  readonly action?: Maybe<{
    /** What the app put behind the button; it is the text. */
    readonly value?: unknown;
    /** What was chosen from a menu, where there is no value. */
    readonly option?: Maybe<string>;
  }>;
  /** Where the card stands. */
  readonly context?: Maybe<{
    /** The message that has the card, `om_…`. */
    readonly open_message_id?: Maybe<string>;
    /** The chat that the message is in, `oc_…`. */
    readonly open_chat_id?: Maybe<string>;
  }>;
}

/**
 * An event of Feishu or Lark: the whole callback, or what its SDK hands to `im.message.receive_v1` and
 * `card.action.trigger`, in which header and event are one.
 */
export interface FeishuEvent extends FeishuBody {
  /** The header of the callback; absent where the SDK puts its fields beside those of the event. */
  readonly header?: Maybe<{
    /** The event's name, such as `im.message.receive_v1`. */
    readonly event_type?: Maybe<string>;
    /** When the event happened, in epoch milliseconds written as digits. */
    readonly create_time?: Maybe<string>;
  }>;
  /** The event itself, in a whole callback. */
  readonly event?: Maybe<FeishuBody>;
  /** The event's name, where the SDK hands it on without a header. */
  readonly event_type?: Maybe<string>;
}

/** What the host knows beside the event. */
export interface FeishuOptions extends ReaderOptions {
  /** What kind of chat it is: the button of a card does not tell. */
  readonly chatType?: "p2p" | "group" | "topic_group" | undefined;
  /** The message that has the button, as the API gives it: the button does not tell in which thread it stands. */
  readonly message?: FeishuChain | undefined;
}

/** What people send. */
const written: ReadonlySet<unknown> = new Set([
  "text",
  "post",
  "image",
  "file",
  "folder",
  "audio",
  "media",
  "sticker",
  "interactive",
  "share_chat",
  "share_user",
  "location",
  "merge_forward",
  "todo",
  "vote",
  "calendar",
  "general_calendar",
  "share_calendar_event",
]);

const chatTypes: ReadonlySet<unknown> = new Set(["p2p", "group", "topic_group"]);

/** Stands for everybody among those who are mentioned. */
const everybody = "@_all";

function idsOf(ids: Maybe<FeishuIds>): readonly string[] {
  return [nativeId(ids?.open_id), nativeId(ids?.union_id), nativeId(ids?.user_id)].filter(
    (id) => id !== undefined,
  );
}

/** The texts in what a message holds, in order; a post has lines of parts. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((each) => textsIn(each).join(""));
  if (typeof value !== "object" || value === null) return [];
  const { content, text, title, user_id }: Readonly<Record<string, unknown>> = { ...value };
  return [title, text, text === undefined ? user_id : undefined]
    .map(saidText)
    .filter((part) => part !== undefined)
    .concat(textsIn(content));
}

/** What a message says, with the names of whom it mentions. */
function textOf({ content, mentions }: FeishuMessage): string | undefined {
  const held = jsonIn(content);
  // A post may come in languages.
  const parts: readonly unknown[] = Object.values(held ?? {});
  const inLanguage = parts.find((part) => typeof part === "object" && part !== null);
  const isPost = held !== undefined && "content" in held;
  const text = textsIn(isPost || held === undefined || "text" in held ? held : inLanguage)
    .filter((part) => part !== "")
    .join("\n");
  return saidText(
    objectsIn(mentions).reduce((said, { key, name }) => {
      const mark = saidText(key);
      const called = saidText(name);
      return mark === undefined || called === undefined ? said : said.replaceAll(mark, () => `@${called}`);
    }, text),
  );
}

interface Place extends FeishuChain {
  readonly chatType: unknown;
  readonly chat: unknown;
  readonly messageId: unknown;
}

/** Where something was done, by whom. */
function factsOf(
  { chat, chatType, messageId, parent_id, root_id, thread_id }: Place,
  [person, ...others]: readonly string[],
  { account }: FeishuOptions,
) {
  const isDirect = chatType === "p2p";
  return {
    channel: "feishu",
    account,
    chatType: isDirect ? "direct" : "group",
    peer: isDirect ? person : nativeId(chat),
    aliases: others.length > 0 ? others : undefined,
    sender: person,
    thread: nativeId(thread_id),
    root: nativeId(root_id),
    messageId: nativeId(messageId),
    reply: nativeId(parent_id) === undefined && nativeId(root_id) === undefined ? undefined : true,
    forum: chatType === "topic_group" ? true : undefined,
  } as const;
}

/** Which kind of chat it is, as the event says or the host does. */
function chatTypeOf(told: unknown, { chatType }: FeishuOptions): Unread | "p2p" | "group" | "topic_group" {
  if (told != null && chatType !== undefined && told !== chatType) return unread("contradicting-facts");
  const word = told ?? chatType;
  if (word == null) return unread("missing-fact", "chatType");
  return chatTypes.has(word) ? (word as "p2p") : unread("unknown-shape");
}

function readPressed<Event>(
  { action, context, operator }: FeishuBody,
  at: unknown,
  native: Event,
  options: FeishuOptions,
): Reading<Event> {
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  if (chatType !== "p2p" && options.message === undefined) return unread("missing-fact", "message");
  const ids = idsOf(operator);
  const ignored = unheard(ids, false, selfOf(options), options);
  if (ignored !== undefined) return ignored;
  const { open_chat_id: chat, open_message_id: messageId } = context ?? {};
  return reading({
    kind: "button",
    facts: factsOf({ ...options.message, chatType, chat, messageId }, ids, options),
    text: pressedText(action?.value) ?? saidText(action?.option),
    at: millisecondsIn(at),
    access: { mentioned: true, senderName: saidText(operator?.name) },
    native,
  });
}

/**
 * Reads an event of Feishu or Lark: what a person did, where, and whether it was meant for the bot.
 *
 * - Messages count (`im.message.receive_v1`) with words, files, cards and what else people send; and buttons of cards
 *   (`card.action.trigger`), where the host tells `chatType` and, in a group, the `message` that has the button. A reaction tells
 *   no chat, and so is a `"missing-fact"`. What the system says, reads and recalls are nothing.
 * - The peer of a `p2p` chat is the person by `open_id`; the other ids are aliases. Elsewhere it is the chat, a `group`; its
 *   `thread_id` is the thread, its `root_id` the root. `forum` tells a topic group.
 * - `mentioned` is told by `mentions`; `self` is the bot's `open_id`. Whose message is answered, events do not tell.
 *
 * @param event - The event, from outside; any value is answered.
 * @param options - `chatType` and `message`: what a button does not tell. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const mentions = [{ key: "@_user_1", id: { open_id: "ou_bot" }, name: "Desk" }];
 * const message = { message_id: "om_5", chat_id: "oc_1", chat_type: "group", message_type: "text", mentions };
 * const event = {
 *   sender: { sender_id: { open_id: "ou_7" }, sender_type: "user" },
 *   message: { ...message, content: '{"text":"@_user_1 hi"}' },
 * };
 * const read = readFeishu(event, { self: "ou_bot" });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.text, read.mentioned];
 * //=> ["oc_1", "ou_7", "@Desk hi", true]
 * ```
 */
export function readFeishu<Event extends Maybe<FeishuEvent>>(
  event: Event,
  options: FeishuOptions = {},
): Reading<Event> {
  if (isPolluted()) return unpolluted(readFeishu, event, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<FeishuEvent> = event;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  const body = given.event ?? given;
  const type = given.header?.event_type ?? given.event_type;
  if (type === "im.message.reaction.created_v1") return unread("missing-fact", "message.chat_id");
  const { action, message, operator, sender } = body;
  if (type === "card.action.trigger" || (type == null && action != null && operator != null))
    return readPressed(body, given.header?.create_time, event, chosen);
  if (type != null && type !== "im.message.receive_v1") return unread("not-a-message");
  if (typeof message !== "object" || message === null) return unread("unknown-shape");
  const { chat_id: chat, chat_type, create_time, mentions, message_id: messageId, message_type } = message;
  if (message_type == null) return unread("missing-fact", "message.message_type");
  if (!written.has(message_type)) return unread("not-a-message");
  if (sender?.sender_type == null) return unread("missing-fact", "sender.sender_type");
  const ids = idsOf(sender.sender_id);
  const self = selfOf(chosen);
  const isBot = sender.sender_type !== "user";
  const ignored = unheard(ids, isBot, self, chosen);
  if (ignored !== undefined) return ignored;
  const chatType = chatTypeOf(chat_type, chosen);
  if (typeof chatType !== "string") return chatType;
  if (ids.length === 0) return unread("missing-fact", "sender.sender_id");
  const marks = objectsIn(mentions);
  const facts = factsOf({ ...message, chatType, chat, messageId }, ids, chosen);
  return reading({
    kind: "message",
    facts,
    text: textOf(message),
    at: millisecondsIn(create_time),
    access: {
      ...mentionsIn(
        {
          named: marks.filter(({ key }) => key !== everybody).map(({ id }): Named => idsOf(id)),
          answered: facts.reply === true ? [undefined] : undefined,
          everyone:
            marks.some(({ key }) => key === everybody) ||
            (saidText(message.content)?.includes(everybody) ?? false),
        },
        self,
      ),
      bot: isBot ? true : undefined,
    },
    native: event,
  });
}

/**
 * Tells which conversation an event of Feishu or Lark belongs to: the short form of `readFeishu`.
 *
 * @param event - The callback, or what the SDK hands over; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's apps received it.
 *
 * @example
 * ```ts
 * const message = { chat_id: "oc_1", chat_type: "p2p", message_type: "text", content: '{"text":"hi"}' };
 * const sender = { sender_id: { open_id: "ou_7" }, sender_type: "user" };
 * fromFeishu({ header: { event_type: "im.message.receive_v1" }, event: { sender, message } })?.peer; //=> "ou_7"
 * ```
 */
export function fromFeishu(event: Maybe<FeishuEvent>, options: FeishuOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromFeishu, event, options);
  return saidIn(readFeishu(event, options));
}
