import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { jsonIn, type Maybe, nativeId, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";

/** Who did something in a conversation. */
interface NextcloudTalkActor {
  /** The ActivityStreams type: `Person` or `Application`. */
  readonly type?: Maybe<string>;
  /** The kind of attendee and the id: `users/ann`, `guests/0a1b`, `bots/…`. */
  readonly id?: Maybe<string>;
  /** What the attendee is called. */
  readonly name?: Maybe<string>;
}

/** What was said. */
interface NextcloudTalkNote {
  /** The ActivityStreams type: `Note` for a message. */
  readonly type?: Maybe<string>;
  /** The message's id, which may be a number. */
  readonly id?: Maybe<string>;
  /**
   * The message's kind in Talk's words: `message` for one that people wrote, otherwise the name of a notice.
   */
  readonly name?: Maybe<string>;
  /** JSON, with the message and what its placeholders stand for. */
  readonly content?: Maybe<string>;
  /** The message that it answers. */
  readonly inReplyTo?: Maybe<{
    /** Who wrote that message. */
    readonly actor?: Maybe<NextcloudTalkActor>;
  }>;
}

/** What Nextcloud Talk posts to a bot, in the words of ActivityStreams. */
export interface NextcloudTalkActivity {
  /** What was done: `Create` for a message, `Like` for a reaction; others are nothing. */
  readonly type: Maybe<string>;
  /** Who did it. */
  readonly actor: Maybe<NextcloudTalkActor>;
  /** The message that was written, or reacted to. */
  readonly object: Maybe<NextcloudTalkNote>;
  /** The conversation, by its token. */
  readonly target?: Maybe<{
    /** The token, which is the peer. */
    readonly id?: Maybe<string>;
    /** What the conversation is called. */
    readonly name?: Maybe<string>;
  }>;
  /** Of a reaction, the emoji. */
  readonly content?: Maybe<string>;
}

/** What the host knows beside the activity. */
export interface NextcloudTalkOptions extends ReaderOptions {
  /** Whether the conversation is one of two people (`type` 1), as the API of conversations says. */
  readonly direct: boolean;
}

/** What is done, in the words of ActivityStreams; the rest is told of conversations and by the system. */
const done: ReadonlyMap<unknown, ReadingKind> = new Map([
  ["Create", "message"],
  ["Like", "reaction"],
]);

/** The names of what people write; what the system writes has others. Talk left it empty for files before its release 23. */
const written: ReadonlySet<unknown> = new Set(["message", ""]);

/** The kinds of attendees, by what mentions call them. */
const attendees: Readonly<Record<string, string>> = {
  user: "users",
  guest: "guests",
  email: "emails",
  federated_user: "federated_users",
};

interface Content {
  readonly text: string | undefined;
  readonly named: readonly Named[];
  readonly everyone: boolean;
}

/** What a message says, with the names of what its placeholders stand for, and whom it mentions. */
function contentOf(note: NextcloudTalkNote): Content {
  const held: { readonly message?: unknown; readonly parameters?: unknown } = jsonIn(note.content) ?? {};
  const { message, parameters } = held;
  const values: readonly (readonly [string, unknown])[] =
    typeof parameters === "object" && parameters !== null ? Object.entries(parameters) : [];
  const named: Named[] = [];
  let everyone = false;
  let text = saidText(message) ?? "";
  for (const [key, value] of values) {
    const part: Readonly<Record<string, unknown>> =
      typeof value === "object" && value !== null ? { ...value } : {};
    const called = saidText(part["name"]);
    const isMention = key.startsWith("mention-");
    if (called !== undefined) text = text.replaceAll(`{${key}}`, () => (isMention ? `@${called}` : called));
    if (!isMention) continue;
    const kind = String(part["type"]);
    if (kind === "call") everyone = true;
    else {
      const id = nativeId(part["id"]);
      const attendee = Object.hasOwn(attendees, kind) ? attendees[kind] : undefined;
      named.push([id === undefined || attendee === undefined ? undefined : `${attendee}/${id}`]);
    }
  }
  return { text: saidText(text), named, everyone };
}

/**
 * Reads what Nextcloud Talk posts to a bot: what a person said, where, and whether it was meant for the bot.
 *
 * - Messages count, with files or without, and reactions (`Like`). What the system says, reactions that are taken back, and that
 *   the bot was added are nothing.
 * - No activity tells whether the conversation is one of two people: `direct` does. Then the peer is the person, as
 *   `users/ann`, and `room` the conversation's token; elsewhere the token, a `group`.
 * - Talk lets nobody mention a bot; `mentioned` is told of the ids in `self`, and of whose message is answered.
 *
 * @param activity - The activity, from outside; any value is answered.
 * @param options - `direct`: what an activity does not tell. `account`, `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const activity = {
 *   type: "Create", actor: { type: "Person", id: "users/ann", name: "Ann" }, target: { id: "n3xt", name: "Garden" },
 *   object: { id: "5", name: "message", content: '{"message":"hi {mention-user1}","parameters":{"mention-user1":{"type":"user","id":"bob","name":"Bob"}}}' },
 * };
 * const read = readNextcloudTalk(activity, { direct: false });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.text]; //=> ["n3xt", "users/ann", "hi @Bob"]
 * ```
 */
export function readNextcloudTalk<Activity extends Maybe<NextcloudTalkActivity>>(
  activity: Activity,
  options: NextcloudTalkOptions,
): Reading<Activity> {
  if (isPolluted()) return unpolluted(readNextcloudTalk, activity, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the types came from outside.
  const given: Maybe<NextcloudTalkActivity> = activity;
  const { account, direct }: Partial<NextcloudTalkOptions> = chosen;
  if (typeof given !== "object" || given === null || typeof given.type !== "string")
    return unread("unknown-shape");
  const { actor, content, object, target, type } = given;
  const kind = done.get(type);
  if (kind === undefined) return unread("not-a-message");
  if (typeof object !== "object" || object === null) return unread("unknown-shape");
  if (kind === "message" && !written.has(object.name)) return unread("not-a-message");
  const person = nativeId(actor?.id);
  const isBot = actor?.type === "Application" || person?.startsWith("bots/") === true;
  const self = selfOf(chosen);
  const ignored = unheard([person], isBot, self, chosen);
  if (ignored !== undefined) return ignored;
  if (person === undefined) return unread("missing-fact", "actor.id");
  if (typeof direct !== "boolean") return unread("missing-fact", "direct");
  const said = contentOf(object);
  if (kind === "message" && said.text === undefined) return unread("not-a-message");
  const room = nativeId(target?.id);
  const { inReplyTo } = object;
  return reading({
    kind,
    facts: {
      channel: "nextcloud-talk",
      account,
      chatType: direct ? "direct" : "group",
      peer: direct ? person : room,
      room: direct ? room : undefined,
      sender: person,
      messageId: kind === "message" ? nativeId(object.id) : undefined,
      reply: kind === "message" && inReplyTo != null ? true : undefined,
    },
    text: kind === "message" ? said.text : saidText(content),
    at: undefined,
    access: {
      ...(kind === "message" &&
        mentionsIn(
          { ...said, answered: inReplyTo == null ? undefined : [nativeId(inReplyTo.actor?.id)] },
          self,
        )),
      bot: isBot ? true : undefined,
      roomName: direct ? undefined : saidText(target?.name),
      senderName: saidText(actor?.name),
    },
    native: activity,
  });
}

/**
 * Tells which conversation an activity of Nextcloud Talk belongs to: the short form of `readNextcloudTalk`.
 *
 * @param activity - The activity; a misshaped one gives `undefined`.
 * @param options - `direct`: whether it is a conversation of two people.
 *
 * @example
 * ```ts
 * const object = { id: "5", name: "message", content: '{"message":"hi","parameters":{}}' };
 * const activity = { type: "Create", actor: { id: "users/ann" }, object, target: { id: "n3xt" } };
 * fromNextcloudTalk(activity, { direct: true })?.peer; //=> "users/ann"
 * ```
 */
export function fromNextcloudTalk(
  activity: Maybe<NextcloudTalkActivity>,
  options: NextcloudTalkOptions,
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromNextcloudTalk, activity, options);
  return saidIn(readNextcloudTalk(activity, options));
}
