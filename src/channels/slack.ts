import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  saidIn,
  unread,
  unreadMove,
  type ReaderOptions,
  type Reading,
  type ThreadingOptions,
} from "./reading.ts";

/** A message, as events carry it. */
interface SlackMessage {
  /** The event's type: `message` and `app_mention` are read, and that of a channel whose id has changed. */
  readonly type?: Maybe<string>;
  /** What kind of message it is, such as `file_share`; absent for an ordinary one. */
  readonly subtype?: Maybe<string>;
  /** Who wrote it, `U…` or `W…`. */
  readonly user?: Maybe<string>;
  /** The bot that wrote it, `B…`; absent where a person did. */
  readonly bot_id?: Maybe<string>;
  /** The words in Slack's markup, in which a mention is `<@U…>`. */
  readonly text?: Maybe<string>;
  /** The message's id in its channel: when it was written, in seconds with six decimals. */
  readonly ts?: Maybe<string>;
  /** The `ts` of the message that its thread hangs under; absent outside threads. */
  readonly thread_ts?: Maybe<string>;
  /** Who wrote the message that a reply's thread hangs under. */
  readonly parent_user_id?: Maybe<string>;
  /** Present where the message was edited. */
  readonly edited?: Maybe<{
    /** When it was edited, in seconds with six decimals. */
    readonly ts?: Maybe<string>;
  }>;
}

/** The parts of an Events API callback that tell what was said, and where. */
export interface SlackCallback {
  /** The arguments of a listener hold the callback here, and are none themselves. */
  readonly body?: never;
  /** The workspace that the app is installed in, `T…`. */
  readonly team_id?: Maybe<string>;
  /**
   * The organization that the workspace belongs to, `E…`; it stands for the team where no workspace is told.
   */
  readonly enterprise_id?: Maybe<string>;
  /** The installations that see the event. */
  readonly authorizations?: Maybe<
    readonly {
      /** The app's own user in that installation. */
      readonly user_id?: Maybe<string>;
      /** Whether that user is a bot; only then is it known as the bot itself. */
      readonly is_bot?: Maybe<boolean>;
      /** Whether the app is installed for the whole organization. */
      readonly is_enterprise_install?: Maybe<boolean>;
    }[]
  >;
  /** What happened. */
  readonly event: Maybe<
    SlackMessage & {
      /** The channel's id, `C…`, `D…` or `G…`; an object in events about the channel itself. */
      readonly channel?: unknown;
      /** The kind of channel: `im`, `mpim`, `channel` or `group`; an `app_mention` does not tell it. */
      readonly channel_type?: Maybe<string>;
      /** The new form of an edited message, and the old one. */
      readonly message?: Maybe<SlackMessage>;
      /** The message as it was before the edit. */
      readonly previous_message?: Maybe<SlackMessage>;
      /** Of a channel whose id has changed, as when it is made private or shared. */
      readonly old_channel_id?: Maybe<string>;
      /** The id that the channel has from now on. */
      readonly new_channel_id?: Maybe<string>;
    }
  >;
}

/** The parts of a slash command. */
export interface SlackCommand {
  /** The command, with its slash. */
  readonly command: string;
  /** What was written behind it. */
  readonly text?: Maybe<string>;
  /** The workspace, `T…`. */
  readonly team_id?: Maybe<string>;
  /** The organization, `E…`; it stands for the team where no workspace is told. */
  readonly enterprise_id?: Maybe<string>;
  /** Who gave the command, `U…` or `W…`. */
  readonly user_id?: Maybe<string>;
  /** That person's user name. */
  readonly user_name?: Maybe<string>;
  /** The channel in which it was given. */
  readonly channel_id?: Maybe<string>;
  /** The channel's name; `directmessage` and `privategroup` stand for names that are not told. */
  readonly channel_name?: Maybe<string>;
  /** Whether the app is installed for the whole organization; a form has it as the text `"true"`. */
  readonly is_enterprise_install?: Maybe<string | boolean>;
}

/** A channel. */
interface SlackRoom {
  /** The channel's id. */
  readonly id?: Maybe<string>;
  /** The channel's name; `directmessage` and `privategroup` stand for names that are not told. */
  readonly name?: Maybe<string>;
}

/** Whoever used a button or a shortcut. */
interface SlackUser {
  /** The user's id, `U…` or `W…`. */
  readonly id?: Maybe<string>;
  /** The user name, as `block_actions` have it. */
  readonly username?: Maybe<string>;
  /** The user name, as an `interactive_message` has it. */
  readonly name?: Maybe<string>;
}

/** The parts of a `block_actions` payload, or an `interactive_message`: somebody pressed a button, or chose from a menu. */
export interface SlackAction {
  /** `block_actions` or `interactive_message`; any other is nothing. */
  readonly type?: Maybe<string>;
  /** The workspace; absent where an app that is installed for an organization is told none. */
  readonly team?: Maybe<{
    /** The workspace's id, `T…`. */
    readonly id?: Maybe<string>;
  }>;
  /** The organization, where there is one. */
  readonly enterprise?: Maybe<{
    /** The organization's id, `E…`; it stands for the team where no workspace is told. */
    readonly id?: Maybe<string>;
  }>;
  /** Who pressed the button. */
  readonly user?: Maybe<SlackUser>;
  /** The channel of the message; absent where the button stands in a view. */
  readonly channel?: Maybe<SlackRoom>;
  /** What the button stands in, where the message itself is not told. */
  readonly container?: Maybe<{
    /** The `ts` of the message. */
    readonly message_ts?: Maybe<string>;
    /** The `ts` of the message that the thread hangs under. */
    readonly thread_ts?: Maybe<string>;
  }>;
  /** The message that has the button. */
  readonly message?: Maybe<{
    /** The message's id. */
    readonly ts?: Maybe<string>;
    /** The `ts` of the message that its thread hangs under. */
    readonly thread_ts?: Maybe<string>;
  }>;
  /** Of an `interactive_message`, what `message` is of the others. */
  readonly original_message?: Maybe<{
    /** The message's id. */
    readonly ts?: Maybe<string>;
    /** The `ts` of the message that its thread hangs under. */
    readonly thread_ts?: Maybe<string>;
  }>;
  /** What was pressed or chosen; the first one is read. */
  readonly actions: Maybe<
    readonly {
      /** The id that the app gave the button; it is the text where there is no value. */
      readonly action_id?: Maybe<string>;
      /** The same of an `interactive_message`. */
      readonly name?: Maybe<string>;
      /** What the app put behind the button; it is the text. */
      readonly value?: Maybe<string>;
      /** When it was pressed, in seconds with six decimals. */
      readonly action_ts?: Maybe<string>;
    }[]
  >;
  /** Whether the app is installed for the whole organization. */
  readonly is_enterprise_install?: Maybe<string | boolean>;
}

/** The parts of a shortcut: from the message that it is used on (`message_action`), or from anywhere. */
export interface SlackShortcut {
  /** `message_action` for one that is used on a message; what is used from anywhere is of no conversation. */
  readonly type: Maybe<string>;
  /** The id that the app gave the shortcut; it is the text. */
  readonly callback_id: Maybe<string>;
  /** When it was used, in seconds with six decimals. */
  readonly action_ts?: Maybe<string>;
  /** The workspace; absent where an app that is installed for an organization is told none. */
  readonly team?: Maybe<{
    /** The workspace's id, `T…`. */
    readonly id?: Maybe<string>;
  }>;
  /** The organization, where there is one. */
  readonly enterprise?: Maybe<{
    /** The organization's id, `E…`; it stands for the team where no workspace is told. */
    readonly id?: Maybe<string>;
  }>;
  /** Who used it. */
  readonly user?: Maybe<SlackUser>;
  /** The channel of the message. */
  readonly channel?: Maybe<SlackRoom>;
  /** The message that it was used on. */
  readonly message?: Maybe<{
    /** The message's id. */
    readonly ts?: Maybe<string>;
    /** The `ts` of the message that its thread hangs under. */
    readonly thread_ts?: Maybe<string>;
  }>;
  /** Whether the app is installed for the whole organization. */
  readonly is_enterprise_install?: Maybe<string | boolean>;
}

/** A view that was sent in or shut; it stands in no conversation. */
export interface SlackView {
  /** `view_submission` or `view_closed`. */
  readonly type: Maybe<string>;
  /** The view, of which nothing is read. */
  readonly view: Maybe<object>;
}

/** What Slack delivers, as Bolt hands it on as `body`. */
export type SlackPayload = SlackCallback | SlackCommand | SlackAction | SlackShortcut | SlackView;

/** What the host knows beside the payload. */
export interface SlackOptions extends ReaderOptions, ThreadingOptions {
  /** What `conversations.info` says of the channel, in the words of events: mentions, commands and buttons do not tell. */
  readonly channelType?: "im" | "mpim" | "channel" | "group" | undefined;
}

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["im", "direct"],
  ["mpim", "group"],
  ["channel", "channel"],
  ["group", "channel"],
]);

/** The subtypes that carry a person's words; the others are the platform's own, or a bot's. */
const spoken: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  "file_share",
  "me_message",
  "thread_broadcast",
]);

/** Slack's own account, which writes like a person. */
const slackbot = "USLACKBOT";

/** When it was: Slack numbers messages by seconds with six decimals. */
function timeOf(ts: unknown): number | undefined {
  const written = typeof ts === "string" ? /^(\d{1,12})(?:\.(\d+))?$/.exec(ts) : null;
  const [, seconds, decimals = ""] = written ?? [];
  return seconds === undefined
    ? undefined
    : Number(seconds) * 1000 + Number(decimals.padEnd(3, "0").slice(0, 3));
}

/** Everybody whom a text mentions. */
function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id]) => [id]);
}

const everyone = /<!(?:channel|here|everyone)(?:\|[^>]*)?>/;

/** Which chat a payload is of, as it tells or the host does. */
function chatTypeOf(toldBy: unknown, { channelType }: SlackOptions): ChatType | ReturnType<typeof unread> {
  if (toldBy != null && channelType !== undefined && toldBy !== channelType)
    return unread("contradicting-facts");
  const told = toldBy ?? channelType;
  if (told == null) return unread("missing-fact", "channelType");
  return chatTypes.get(told) ?? unread("unknown-shape");
}

interface Place {
  readonly chatType: ChatType;
  readonly room: string | undefined;
  readonly person: string | undefined;
  readonly team: string | undefined;
  readonly ts?: unknown;
  readonly thread?: unknown;
}

function factsOf({ chatType, person, room, team, thread, ts }: Place, options: SlackOptions) {
  const threadId = nativeId(thread);
  // The message that a thread hangs under was written in the channel, before there was a thread.
  const isReply = threadId !== undefined && threadId !== ts;
  return {
    channel: "slack",
    account: options.account,
    chatType,
    peer: chatType === "direct" ? person : room,
    thread: isReply ? threadId : undefined,
    ...openedThread(!isReply && chatType !== "direct", nativeId(ts), options),
    sender: person,
    team,
    messageId: nativeId(ts),
    reply: isReply ? true : undefined,
  } as const;
}

/**
 * Where an app is installed for a whole organization, interactions may tell no workspace; the organization is whose they
 * are then, because two of them may have people and rooms of one id.
 */
function teamOf(workspace: unknown, organization: unknown): string | undefined {
  return nativeId(workspace) ?? nativeId(organization);
}

function isOrgWide(told: unknown): true | undefined {
  return told === true || told === "true" ? true : undefined;
}

function readEvent<Payload>(
  payload: SlackCallback,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const { authorizations, event } = payload;
  if (typeof event !== "object" || event === null) return unread("unknown-shape");
  // A reaction does not tell in which thread the message stands.
  if (event.type === "reaction_added") return unread("missing-fact", "thread_ts");
  if (event.type === "channel_id_changed")
    return unreadMove("slack", nativeId(event.old_channel_id), nativeId(event.new_channel_id));
  if (event.type !== "message" && event.type !== "app_mention") return unread("not-a-message");
  const isEdit = event.subtype === "message_changed";
  const message = isEdit ? event.message : event;
  if (typeof message !== "object" || message === null) return unread("unknown-shape");
  const installed = objectsIn(authorizations);
  const apps = installed.filter(({ is_bot }) => is_bot === true).map(({ user_id }) => nativeId(user_id));
  const self = [...selfOf(options), ...apps.filter((id) => id !== undefined)];
  const person = nativeId(message.user);
  const isBot = message.bot_id != null || message.subtype === "bot_message" || person === slackbot;
  const ignored = unheard([person], isBot, self, options);
  if (ignored !== undefined) return ignored;
  if (!spoken.has(message.subtype) && !(isBot && message.subtype === "bot_message"))
    return unread("not-a-message");
  // Slack tells of links that it unfurled, and of replies that it counted, as of changes.
  const { edited, text } = message;
  if (
    isEdit &&
    (edited == null || (event.previous_message?.edited?.ts === nativeId(edited.ts) && edited.ts != null))
  )
    return unread("not-a-message");
  if (person === undefined && !isBot) return unread("missing-fact", "user");
  const room = nativeId(event.channel);
  // A mention tells no kind. Slack sends none of direct chats, nearly all of channels, and those of `mpim`s look alike.
  const unsaid =
    event.type === "app_mention" && options.channelType === undefined && room?.startsWith("D") !== true;
  const chatType = chatTypeOf(event.channel_type ?? (unsaid ? "channel" : undefined), options);
  if (typeof chatType !== "string") return chatType;
  const named = typeof text === "string" ? namedIn(text) : undefined;
  const answered = message.parent_user_id == null ? undefined : [nativeId(message.parent_user_id)];
  const access = mentionsIn(
    { named, answered, everyone: typeof text === "string" && everyone.test(text) },
    self,
  );
  const { ts, thread_ts: thread } = message;
  return reading({
    kind: isEdit ? "edit" : "message",
    facts: factsOf(
      { chatType, person, room, team: teamOf(payload.team_id, payload.enterprise_id), ts, thread },
      options,
    ),
    text: saidText(text),
    at: timeOf(isEdit ? (edited?.ts ?? event.ts) : ts),
    access: {
      ...access,
      ...(event.type === "app_mention" && { mentioned: true }),
      bot: isBot ? true : undefined,
      orgWide: isOrgWide(installed[0]?.is_enterprise_install),
    },
    native,
  });
}

/** What a channel is called; Slack writes a word in place of the names of those that not everybody sees. */
function calledName(name: unknown): string | undefined {
  return name === "directmessage" || name === "privategroup" ? undefined : saidText(name);
}

function readCommand<Payload>(
  command: SlackCommand,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  const {
    channel_id,
    channel_name,
    enterprise_id,
    is_enterprise_install,
    team_id,
    text,
    user_id,
    user_name,
  } = command;
  const person = nativeId(user_id);
  if (person === undefined) return unread("missing-fact", "user_id");
  return reading({
    kind: "command",
    facts: factsOf(
      { chatType, person, room: nativeId(channel_id), team: teamOf(team_id, enterprise_id) },
      options,
    ),
    text: [command.command, saidText(text)].filter((part) => part !== undefined).join(" "),
    at: undefined,
    access: {
      mentioned: true,
      orgWide: isOrgWide(is_enterprise_install),
      roomName: calledName(channel_name),
      senderUsername: saidText(user_name),
    },
    native,
  });
}

interface Used {
  readonly kind: "button" | "command";
  readonly by: Maybe<SlackUser>;
  readonly channel: Maybe<SlackRoom>;
  readonly team: string | undefined;
  readonly ts: unknown;
  readonly thread: unknown;
  readonly text: string | undefined;
  readonly at: unknown;
  readonly orgWide: unknown;
}

/** Reads what somebody used under a message: a button, or a shortcut. */
function readUsed<Payload>(used: Used, native: Payload, options: SlackOptions): Reading<Payload> {
  const { at, by, channel, kind, orgWide, team, text, thread, ts } = used;
  // A button in a view, or on the app's own page, stands under no message.
  if (channel == null) return unread("no-conversation");
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  const person = nativeId(by?.id);
  if (person === undefined) return unread("missing-fact", "user");
  return reading({
    kind,
    facts: factsOf({ chatType, person, room: nativeId(channel.id), team, ts, thread }, options),
    text,
    at: timeOf(at),
    access: {
      mentioned: true,
      orgWide: isOrgWide(orgWide),
      roomName: calledName(channel.name),
      senderUsername: saidText(by?.username) ?? saidText(by?.name),
    },
    native,
  });
}

function readAction<Payload>(action: SlackAction, native: Payload, options: SlackOptions): Reading<Payload> {
  const { actions, channel, container, enterprise, is_enterprise_install: orgWide, team, type } = action;
  if (type !== "block_actions" && type !== "interactive_message") return unread("not-a-message");
  const message = action.message ?? action.original_message;
  const [pressed] = objectsIn(actions);
  return readUsed(
    {
      kind: "button",
      by: action.user,
      channel,
      team: teamOf(team?.id, enterprise?.id),
      ts: message?.ts ?? container?.message_ts,
      thread: message?.thread_ts ?? container?.thread_ts,
      text: [pressed?.value, pressed?.action_id, pressed?.name]
        .map(saidText)
        .find((each) => each !== undefined),
      at: pressed?.action_ts,
      orgWide,
    },
    native,
    options,
  );
}

function readShortcut<Payload>(
  shortcut: SlackShortcut,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const { callback_id, channel, enterprise, is_enterprise_install: orgWide, message, team } = shortcut;
  // What is used from anywhere, or sent in, stands under no message.
  if (shortcut.type !== "message_action") return unread("no-conversation");
  return readUsed(
    {
      kind: "command",
      by: shortcut.user,
      channel,
      team: teamOf(team?.id, enterprise?.id),
      ts: message?.ts,
      thread: message?.thread_ts,
      text: saidText(callback_id),
      at: shortcut.action_ts,
      orgWide,
    },
    native,
    options,
  );
}

/**
 * Reads what Slack delivers, as Bolt hands it on as `body`: what a person did, where, and whether it was meant for the bot.
 *
 * - Read are `message` and `app_mention` events, with or without files, and edits; slash commands, and shortcuts that are used on
 *   a message (`"command"`); buttons under messages (`"button"`). What the platform wrote is nothing, and so are links that it
 *   unfurled, and that an assistant's thread was opened. Views, and shortcuts from anywhere, are of no conversation; a
 *   reaction tells no thread.
 * - Which kind of chat it is, `channel_type` says, or `channelType`; the first letter of an id never. An `app_mention` that
 *   neither tells is one in a channel: tell `channelType` where the bot is in chats of several people.
 * - `mentioned` is told from the text, and from whose message a thread hangs under; the bot's own id stands in the
 *   callback, or is told as `self`.
 *
 * @param payload - The whole body, not only its `event`, from outside; any value is answered.
 * @param options - `channelType`: the kind of the channel. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const event = { type: "message", channel: "C1", user: "U7", text: "<@UBOT> hi", ts: "1772442000.000200" };
 * const read = readSlack({ team_id: "T1", event }, { channelType: "mpim", self: "UBOT" });
 * read.ok && [read.inbound.chatType, read.mentioned, read.at]; //=> ["group", true, 1772442000000]
 * readSlack({ team_id: "T1", event }).reason; //=> "missing-fact"
 * ```
 */
export function readSlack<Payload extends Maybe<SlackPayload>>(
  payload: Payload,
  options: SlackOptions = {},
): Reading<Payload> {
  if (isPolluted()) return unpolluted(readSlack, payload, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<SlackPayload> = payload;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  if ("command" in given && typeof given.command === "string") return readCommand(given, payload, chosen);
  if ("actions" in given) return readAction(given, payload, chosen);
  if ("view" in given) return unread(given.type === "view_closed" ? "not-a-message" : "no-conversation");
  if ("callback_id" in given) return readShortcut(given, payload, chosen);
  return "event" in given ? readEvent(given, payload, chosen) : unread("unknown-shape");
}

/**
 * Tells which conversation a payload of Slack belongs to: the short form of `readSlack`.
 *
 * - `message` and `app_mention` events count, with or without files, and edits of them; slash commands and buttons, too.
 *   What a bot or the platform wrote gives `undefined`, and so does every other event.
 * - In an `im` the peer is the person; in an `mpim` (`group`) and in a public or private channel
 *   (`channel`) it is the channel id, and `sender` is the person.
 * - The thread is `thread_ts`. A message without one has no thread: its own `ts` never becomes one. The
 *   message that a thread hangs under has `thread_ts` equal to `ts`; it was written in the channel before
 *   there was a thread, and an edit of it still belongs there.
 * - The team is the workspace that the app is installed in, also when the sender is a guest from another; the
 *   organization where an app that is installed for all of it is told no workspace.
 *
 * @param payload - The whole callback, not only its `event`; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's apps received it. `channelType`: what the payload does not tell.
 *
 * @example
 * ```ts
 * const event = { type: "message", channel: "C1", channel_type: "channel", user: "U7", ts: "2.0", thread_ts: "1.0" };
 * fromSlack({ team_id: "T1", event })?.thread; //=> "1.0"
 * fromSlack({ team_id: "T1", event: { ...event, thread_ts: undefined } })?.thread; //=> undefined
 * ```
 */
export function fromSlack(payload: Maybe<SlackPayload>, options: SlackOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromSlack, payload, options);
  return saidIn(readSlack(payload, options));
}
