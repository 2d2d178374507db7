import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, unreadMove, type Reading } from "./reading.ts";
import { chatTypeOf, factsOf, isOrgWide, teamOf, timeOf, type SlackOptions } from "./slack-chat.ts";
import {
  readAction,
  readCommand,
  readShortcut,
  type SlackAction,
  type SlackCommand,
  type SlackShortcut,
  type SlackView,
} from "./slack-interactions.ts";

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

/** What Slack delivers, as Bolt hands it on as `body`. */
export type SlackPayload = SlackCallback | SlackCommand | SlackAction | SlackShortcut | SlackView;

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

/** Everybody whom a text mentions. */
function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id]) => [id]);
}

const everyone = /<!(?:channel|here|everyone)(?:\|[^>]*)?>/;

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
