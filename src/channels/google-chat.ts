import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { mentionsIn, selfOf, unheard } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
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

/** A person or an app in Google Chat. */
interface GoogleChatUser {
  /** The resource name, `users/…`; that of the sender names whoever wrote. */
  readonly name?: Maybe<string>;
  /** What the person is called. */
  readonly displayName?: Maybe<string>;
  /** The address of the person's account, where the app may see it. */
  readonly email?: Maybe<string>;
  /** `HUMAN` or `BOT`. */
  readonly type?: Maybe<string>;
}

/** A space: a room, or a chat with one person. */
interface GoogleChatSpace {
  /** The resource name, `spaces/…`; the peer outside chats with one person. */
  readonly name?: Maybe<string>;
  /** What the room is called; a chat with one person has no name. */
  readonly displayName?: Maybe<string>;
  /** The older word for its kind: `DM` or `ROOM`. */
  readonly type?: Maybe<string>;
  /** The newer word for its kind: `SPACE`, `GROUP_CHAT` or `DIRECT_MESSAGE`. */
  readonly spaceType?: Maybe<string>;
  /** Whether the direct chat is one between a person and the app; two people have direct chats, too. */
  readonly singleUserBotDm?: Maybe<boolean>;
  /** How the space keeps threads; in one of `THREADED_MESSAGES` every message belongs to a thread. */
  readonly spaceThreadingState?: Maybe<string>;
}

/** A thread in a space. */
interface GoogleChatThread {
  /** The resource name, `spaces/…/threads/…`. */
  readonly name?: Maybe<string>;
}

/** A message, as events carry it. */
interface GoogleChatMessage {
  /** The resource name, `spaces/…/messages/…`. */
  readonly name?: Maybe<string>;
  /** Who wrote it. */
  readonly sender?: Maybe<GoogleChatUser>;
  /** When it was written, in ISO 8601. */
  readonly createTime?: Maybe<string>;
  /** The words of the message, mentions included. */
  readonly text?: Maybe<string>;
  /** The thread that it stands in or would open; only that of a reply, or in a threaded space, counts. */
  readonly thread?: Maybe<GoogleChatThread>;
  /** Whether it is a reply in a thread. */
  readonly threadReply?: Maybe<boolean>;
  /** The space that it was written in, where the event does not tell it beside the message. */
  readonly space?: Maybe<GoogleChatSpace>;
  /** Uploaded files; a message with files and no words counts, too. */
  readonly attachment?: Maybe<readonly object[]>;
  /** Animated pictures, which count like files. */
  readonly attachedGifs?: Maybe<readonly object[]>;
  /** What marks the text: mentions among other things. */
  readonly annotations?: Maybe<
    readonly {
      /** `USER_MENTION` for a mention; other kinds are not read. */
      readonly type?: Maybe<string>;
      /** Who is mentioned. */
      readonly userMention?: Maybe<{
        /** The person or app; `users/all` stands for everybody. */
        readonly user?: Maybe<GoogleChatUser>;
        /** Whether it is a mention or an addition to the space; it is not read. */
        readonly type?: Maybe<string>;
      }>;
    }[]
  >;
  /** Present where the message is a slash command. */
  readonly slashCommand?: Maybe<object>;
  /** Present where it quotes another message; whose that is, nothing tells. */
  readonly quotedMessageMetadata?: Maybe<object>;
}

/** The part of an event of a Workspace add-on that is about one kind of it. */
interface GoogleChatPart {
  /** The message, or the one under a button that was pressed. */
  readonly message?: Maybe<GoogleChatMessage>;
  /** The space in which it happened. */
  readonly space?: Maybe<GoogleChatSpace>;
  /** The thread in which it happened. */
  readonly thread?: Maybe<GoogleChatThread>;
}

/** An interaction event of a Chat app, or the newer one of a Workspace add-on, whose parts stand in `chat`. */
export interface GoogleChatEvent extends GoogleChatPart {
  /** The event of a Chat app: `MESSAGE`, `CARD_CLICKED`, `APP_COMMAND` and `ADDED_TO_SPACE` are read. */
  readonly type?: Maybe<string>;
  /** When it happened, in ISO 8601. */
  readonly eventTime?: Maybe<string>;
  /** Who did it. */
  readonly user?: Maybe<GoogleChatUser>;
  /** What a button of a card calls, in the older form. */
  readonly action?: Maybe<{
    /** The name of the function, which is the text where `common` has none. */
    readonly actionMethodName?: Maybe<string>;
  }>;
  /** What a button of a card calls. */
  readonly common?: Maybe<{
    /** The name of the function, which is the text. */
    readonly invokedFunction?: Maybe<string>;
  }>;
  /** The same in an add-on. */
  readonly commonEventObject?: Maybe<{
    /** The name of the function, which is the text. */
    readonly invokedFunction?: Maybe<string>;
  }>;
  /** The part of an add-on's event that is about Chat; its presence tells the two forms apart. */
  readonly chat?: Maybe<{
    /** Who did it. */
    readonly user?: Maybe<GoogleChatUser>;
    /** When it happened, in ISO 8601. */
    readonly eventTime?: Maybe<string>;
    /** Of a message that was written. */
    readonly messagePayload?: Maybe<GoogleChatPart>;
    /** Of a button on a card that was pressed. */
    readonly buttonClickedPayload?: Maybe<GoogleChatPart>;
    /** Of a command. */
    readonly appCommandPayload?: Maybe<GoogleChatPart>;
    /** Of an app that was added to a space, with the message that did so, if one did. */
    readonly addedToSpacePayload?: Maybe<GoogleChatPart>;
  }>;
}

/** What the host knows beside the event. */
export type GoogleChatOptions = ReaderOptions & ThreadingOptions;

/** What stands for the app itself among ids of users, and for everybody. */
const theApp = "users/app";
const everybody = "users/all";

/** The events in which a person does something, and what; an app is also added by a message that mentions it. */
const events: ReadonlyMap<unknown, ReadingKind> = new Map([
  ["MESSAGE", "message"],
  ["ADDED_TO_SPACE", "message"],
  ["CARD_CLICKED", "button"],
  ["APP_COMMAND", "command"],
]);

/** The same in an add-on's words. */
const payloads = [
  ["messagePayload", "message"],
  ["addedToSpacePayload", "message"],
  ["buttonClickedPayload", "button"],
  ["appCommandPayload", "command"],
] as const;

interface Happened {
  readonly kind: ReadingKind;
  readonly part: GoogleChatPart;
  readonly user: Maybe<GoogleChatUser>;
  readonly at: unknown;
  /** The function behind a button. */
  readonly invoked: unknown;
}

/** What happened, in either form. */
function happenedIn(event: GoogleChatEvent): Happened | Unread {
  const { action, chat, common, commonEventObject, eventTime, type, user } = event;
  if (typeof chat !== "object" || chat === null) {
    if (typeof type !== "string") return unread("unknown-shape");
    const kind = events.get(type);
    const invoked = common?.invokedFunction ?? action?.actionMethodName;
    return kind === undefined ? unread("not-a-message") : { kind, part: event, user, at: eventTime, invoked };
  }
  for (const [name, kind] of payloads) {
    const part = chat[name];
    if (typeof part === "object" && part !== null)
      return {
        kind,
        part,
        user: chat.user,
        at: chat.eventTime,
        invoked: commonEventObject?.invokedFunction,
      };
  }
  return unread("not-a-message");
}

/** What kind of chat a space is. Two people have one, too: only one with the app is a chat with one person. */
function chatTypeOf({ singleUserBotDm, spaceType, type }: GoogleChatSpace): ChatType | Unread {
  const words = [type === "ROOM" ? "SPACE" : type, spaceType === "GROUP_CHAT" ? "SPACE" : spaceType];
  const told = words.filter((word) => word != null);
  if (told.length === 0) return unread("missing-fact", "space.spaceType");
  const direct = told.map((word) => word === "DM" || word === "DIRECT_MESSAGE");
  if (!told.every((word, at) => direct[at] === true || word === "SPACE")) return unread("unknown-shape");
  if (direct.includes(true) && direct.includes(false)) return unread("contradicting-facts");
  if (direct[0] !== true) return "group";
  return type === "DM" || singleUserBotDm === true
    ? "direct"
    : unread("missing-fact", "space.singleUserBotDm");
}

/**
 * Reads an event of Google Chat, in the form of Chat apps or of Workspace add-ons: what a person did, where, and whether it was
 * meant for the bot.
 *
 * - Messages with words or files count, commands (`"command"`), and buttons of cards (`"button"`), whose text is the function
 *   they call. Being added to a space is nothing, unless by a message that mentions the app.
 * - A chat with one person is a space of the type `DM`, or a direct one with `singleUserBotDm`; the peer is the person, and
 *   `room` the space. Every other space is a `group`, as the older word `ROOM` tells no more.
 * - The thread is that of a reply (`threadReply`), and of every message where a space consists of threads.
 * - `mentioned` is told by the annotations; `self` is the app's user name (`users/…`), which events do not tell.
 *
 * @param event - The event, from outside; any value is answered.
 * @param options - `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const message = {
 *   name: "spaces/A/messages/1", text: "hi", sender: { name: "users/7", type: "HUMAN" },
 *   thread: { name: "spaces/A/threads/1" }, threadReply: true,
 * };
 * const event = { type: "MESSAGE", space: { name: "spaces/A", spaceType: "SPACE" }, message };
 * const read = readGoogleChat(event);
 * read.ok && [read.inbound.peer, read.inbound.thread, read.inbound.sender];
 * //=> ["spaces/A", "spaces/A/threads/1", "users/7"]
 * readGoogleChat({ ...event, space: { name: "spaces/A" } }).missing; //=> ["space.spaceType"]
 * ```
 */
export function readGoogleChat<Event extends Maybe<GoogleChatEvent>>(
  event: Event,
  options: GoogleChatOptions = {},
): Reading<Event> {
  if (isPolluted()) return unpolluted(readGoogleChat, event, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<GoogleChatEvent> = event;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  const happened = happenedIn(given);
  if ("ok" in happened) return happened;
  const { at, invoked, kind, part, user } = happened;
  const { message } = part;
  const isSaid = kind !== "button" && typeof message === "object" && message !== null;
  // The message under a button is the app's own.
  const person = isSaid ? (message.sender ?? user) : user;
  const text = saidText(message?.text);
  const files = [...objectsIn(message?.attachment), ...objectsIn(message?.attachedGifs)];
  if (kind === "message" && (!isSaid || (text === undefined && files.length === 0)))
    return unread("not-a-message");
  if (typeof person !== "object" || person === null) return unread("missing-fact", "user");
  const self = [...selfOf(chosen), theApp];
  const sender = nativeId(person.name);
  const ignored = unheard([sender], person.type === "BOT", self, chosen);
  if (ignored !== undefined) return ignored;
  const told = nativeId(user?.name);
  if (told !== undefined && sender !== undefined && told !== sender) return unread("contradicting-facts");
  const space = part.space ?? message?.space;
  if (typeof space !== "object" || space === null) return unread("missing-fact", "space");
  const chatType = chatTypeOf(space);
  if (typeof chatType !== "string") return chatType;
  const isDirect = chatType === "direct";
  const room = nativeId(space.name);
  const isThreaded = message?.threadReply === true || space.spaceThreadingState === "THREADED_MESSAGES";
  const thread = nativeId((message?.thread ?? part.thread)?.name);
  if (isThreaded && thread === undefined) return unread("missing-fact", "message.thread");
  const named = objectsIn(message?.annotations).flatMap(({ type, userMention }) =>
    type === "USER_MENTION" ? [nativeId(userMention?.user?.name)] : [],
  );
  const isCommand = kind === "command" || message?.slashCommand != null;
  return reading({
    kind: kind === "message" && isCommand ? "command" : kind,
    facts: {
      channel: "googlechat",
      account: chosen.account,
      chatType,
      peer: isDirect ? sender : room,
      room: isDirect ? room : undefined,
      thread: isThreaded ? thread : undefined,
      ...openedThread(!isThreaded && !isDirect, thread, chosen),
      sender,
      messageId: isSaid ? nativeId(message.name) : undefined,
      reply: message?.threadReply === true || message?.quotedMessageMetadata != null ? true : undefined,
    },
    text: isSaid ? text : saidText(invoked),
    at: isoTime(isSaid ? (message.createTime ?? at) : at),
    access: {
      ...(kind !== "message" || isCommand
        ? { mentioned: true }
        : mentionsIn(
            {
              named: named.filter((one) => one !== everybody).map((one) => [one]),
              // A message that is quoted, or at the root of a thread, is named without who wrote it.
              answered: message?.quotedMessageMetadata == null ? undefined : [undefined],
              everyone: named.includes(everybody),
            },
            // That it is not called by the general name says nothing.
            named.includes(theApp) ? self : selfOf(chosen),
          )),
      bot: person.type === "BOT" ? true : undefined,
      roomName: isDirect ? undefined : saidText(space.displayName),
      senderName: saidText(person.displayName),
      senderEmail: saidText(person.email),
    },
    native: event,
  });
}

/**
 * Tells which conversation an event of Google Chat belongs to: the short form of `readGoogleChat`.
 *
 * @param event - The event, in the form of Chat apps or of Workspace add-ons; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's apps received it.
 *
 * @example
 * ```ts
 * const message = { text: "hi", sender: { name: "users/7", type: "HUMAN" } };
 * const { peer, room } = fromGoogleChat({ type: "MESSAGE", space: { name: "spaces/D", type: "DM" }, message }) ?? {};
 * [peer, room]; //=> ["users/7", "spaces/D"]
 * ```
 */
export function fromGoogleChat(
  event: Maybe<GoogleChatEvent>,
  options: GoogleChatOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromGoogleChat, event, options);
  return saidIn(readGoogleChat(event, options));
}
