import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, objectsIn, pressedText, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

/** A person or a bot in a conversation. */
interface TeamsAccount {
  /** The connector's id, which for a person differs from bot to bot; that of a bot begins with `28:`. */
  readonly id?: Maybe<string>;
  /** What the person or bot is called. */
  readonly name?: Maybe<string>;
  /** The person's object id in Entra ID; the same in every chat. */
  readonly aadObjectId?: Maybe<string>;
  /** `user` or `bot`, where the connector tells. */
  readonly role?: Maybe<string>;
}

/** A conversation, a team, a channel or a tenant. */
interface TeamsPlace {
  /** Its id. */
  readonly id?: Maybe<string>;
  /** What it is called. */
  readonly name?: Maybe<string>;
}

/** The parts of a Bot Framework activity that tell what was done, and where, as the connector sends it and its SDKs keep it. */
export interface TeamsActivity {
  /** What was done: `message`, `messageUpdate`, `messageReaction` and one kind of `invoke` are read. */
  readonly type: Maybe<string>;
  /** The activity's id; a message is named by it. */
  readonly id?: Maybe<string>;
  /** ISO 8601; a `Date` in the SDKs. */
  readonly timestamp?: unknown;
  /** The connector's channel: `msteams`. */
  readonly channelId?: Maybe<string>;
  /** Of an invoke, which one it is. */
  readonly name?: Maybe<string>;
  /** Who did it. */
  readonly from?: Maybe<TeamsAccount>;
  /** The bot that it was sent to, by which the reader knows the bot itself. */
  readonly recipient?: Maybe<TeamsAccount>;
  /** Where it was done; the id ends with `;messageid=` and the root of a channel's thread. */
  readonly conversation?: Maybe<
    TeamsPlace & {
      /** The kind of conversation: `personal`, `groupChat` or `channel`. */
      readonly conversationType?: Maybe<string>;
      /** Whether there are more than two; it must not contradict the kind. */
      readonly isGroup?: Maybe<boolean>;
      /** The tenant in Entra ID; in a personal chat it is the `party`. */
      readonly tenantId?: Maybe<string>;
    }
  >;
  /** What was written, with mentions as `<at>…</at>`. */
  readonly text?: Maybe<string>;
  /** What a button of a card submits. */
  readonly value?: unknown;
  /** The message that it answers; absent where it answers none. */
  readonly replyToId?: Maybe<string>;
  /** The files and cards; a message with one and no words counts, too. */
  readonly attachments?: Maybe<readonly object[]>;
  /** What marks the text: mentions among other things. */
  readonly entities?: Maybe<readonly object[]>;
  /** The reactions that were put, of a `messageReaction`; taking one back is nothing. */
  readonly reactionsAdded?: Maybe<readonly object[]>;
  /** Teams' own part: `tenant`, `team`, `channel`, `eventType`. */
  readonly channelData?: unknown;
}

interface TeamsData {
  readonly eventType?: Maybe<string>;
  readonly tenant?: Maybe<TeamsPlace>;
  readonly team?: Maybe<TeamsPlace>;
  readonly channel?: Maybe<TeamsPlace>;
}

const chatTypes: ReadonlyMap<unknown, ChatType> = new Map([
  ["personal", "direct"],
  ["groupChat", "group"],
  ["channel", "channel"],
]);

/** Behind a conversation's id, from which semicolons part it: the message at the root of a thread. */
const rootMark = "messageid=";

function dataOf({ channelData }: TeamsActivity): TeamsData {
  return typeof channelData === "object" && channelData !== null ? channelData : {};
}

/** The room that a conversation's id names, and the thread in it. */
function roomOf(id: unknown): { readonly room?: string | undefined; readonly thread?: string | undefined } {
  const [room, ...parts] = typeof id === "string" ? id.split(";") : [];
  const root = parts.find((part) => lowerCase(part).startsWith(rootMark));
  return { room: nativeId(room), thread: nativeId(root?.slice(rootMark.length)) };
}

/** What a card's button of the newer kind stands for. */
function executed(value: unknown): string | undefined {
  const action: unknown =
    typeof value === "object" && value !== null && "action" in value ? value.action : undefined;
  const verb =
    typeof action === "object" && action !== null && "verb" in action ? saidText(action.verb) : undefined;
  return verb ?? pressedText(action);
}

/** What a person did; undefined where nobody did anything. */
function doneBy(
  activity: TeamsActivity,
): { readonly kind: ReadingKind; readonly text: string | undefined } | undefined {
  const { attachments, name, reactionsAdded, text, type, value } = activity;
  const said = saidText(text);
  if (type === "message" && value != null) return { kind: "button", text: said ?? pressedText(value) };
  if (type === "message" && (said?.trim() || objectsIn(attachments).length > 0))
    return { kind: "message", text: said };
  if (type === "messageUpdate" && dataOf(activity).eventType === "editMessage")
    return { kind: "edit", text: said };
  if (type === "invoke" && name === "adaptiveCard/action") return { kind: "button", text: executed(value) };
  const [put] = type === "messageReaction" ? objectsIn(reactionsAdded) : [];
  return put && { kind: "reaction", text: "type" in put ? saidText(put.type) : undefined };
}

/** Everybody whom the entities mention. */
function mentionedIn({ entities }: TeamsActivity): readonly (string | undefined)[] {
  return objectsIn(entities).flatMap((entity) => {
    if (!("type" in entity) || entity.type !== "mention") return [];
    const who: unknown = "mentioned" in entity ? entity.mentioned : undefined;
    return [typeof who === "object" && who !== null && "id" in who ? nativeId(who.id) : undefined];
  });
}

/**
 * Reads a Microsoft Teams activity, as the Bot Framework delivers it: what a person did, where, and whether it was meant for
 * the bot.
 *
 * - Messages with words or files count, and edits; buttons of cards (`"button"`), whose text is what they submit; reactions.
 *   Joins, installations, typing, deletions, and what message extensions and dialogs ask are nothing.
 * - Which kind of chat it is, `conversationType` says, and nothing else. The peer of a personal chat is the person, by
 *   `aadObjectId` where it is told; elsewhere the conversation's id without `;messageid=`.
 * - A channel consists of threads: the thread is what `;messageid=` names, of the post at its root, too. Without one it is
 *   a `"missing-fact"`.
 * - `party` is the tenant, in a personal chat. The bot is known by its `recipient`.
 *
 * @param activity - The activity, from outside; any value is answered.
 * @param options - `account`: which of the host's apps received it. `self`, `bots` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const conversation = { id: "19:ab@thread.tacv2;messageid=1772442000", conversationType: "channel" };
 * const from = { id: "29:1ann", aadObjectId: "0a1b" };
 * const activity = { type: "message", id: "1772442001", conversation, from, recipient: { id: "28:bot" }, text: "hi" };
 * const read = readTeams(activity);
 * read.ok && [read.inbound.peer, read.inbound.thread, read.inbound.sender];
 * //=> ["19:ab@thread.tacv2", "1772442000", "0a1b"]
 * readTeams({ ...activity, conversation: { id: "19:ab@thread.tacv2" } }).missing;
 * //=> ["conversation.conversationType"]
 * ```
 */
export function readTeams<Activity extends Maybe<TeamsActivity>>(
  activity: Activity,
  options: ReaderOptions = {},
): Reading<Activity> {
  if (isPolluted()) return unpolluted(readTeams, activity, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<TeamsActivity> = activity;
  if (typeof given !== "object" || given === null || typeof given.type !== "string")
    return unread("unknown-shape");
  const { channelId, conversation, from, id, recipient, replyToId, timestamp } = given;
  // The SDKs write a part of Teams behind it.
  if (channelId != null && saidText(channelId)?.split(":")[0] !== "msteams") return unread("unknown-shape");
  const done = doneBy(given);
  if (done === undefined) return unread("not-a-message");
  if (typeof conversation !== "object" || conversation === null) return unread("unknown-shape");
  const self = [...selfOf(chosen), ...[nativeId(recipient?.id)].filter((own) => own !== undefined)];
  const ids = [nativeId(from?.aadObjectId), nativeId(from?.id)];
  const isBot = from?.role === "bot" || ids[1]?.startsWith("28:") === true;
  const ignored = unheard(ids, isBot, self, chosen);
  if (ignored !== undefined) return ignored;
  const { conversationType, isGroup } = conversation;
  if (conversationType == null) return unread("missing-fact", "conversation.conversationType");
  const chatType = chatTypes.get(conversationType);
  if (chatType === undefined) return unread("unknown-shape");
  const isDirect = chatType === "direct";
  const { channel, team, tenant } = dataOf(given);
  const tenants = [nativeId(conversation.tenantId), nativeId(tenant?.id)].filter((one) => one !== undefined);
  if ((isDirect && isGroup === true) || (tenants.length === 2 && tenants[0] !== tenants[1]))
    return unread("contradicting-facts");
  const { room, thread } = roomOf(conversation.id);
  if (chatType === "channel" && thread === undefined) return unread("missing-fact", "conversation.id");
  const [person, ...others] = ids.filter((one) => one !== undefined);
  const named = mentionedIn(given);
  // A mention of the team or the channel is one of everybody in it.
  const everybody = [nativeId(team?.id), nativeId(channel?.id)];
  const isEverybody = (one: string | undefined) => one !== undefined && everybody.includes(one);
  const isReply = nativeId(replyToId) !== undefined;
  return reading({
    kind: done.kind,
    facts: {
      channel: "msteams",
      account: chosen.account,
      chatType,
      peer: isDirect ? person : room,
      party: isDirect ? tenants[0] : undefined,
      aliases: others.length > 0 ? others : undefined,
      thread: chatType === "channel" ? thread : undefined,
      sender: person,
      team: nativeId(team?.id),
      messageId: done.kind === "message" || done.kind === "edit" ? nativeId(id) : undefined,
      reply: isReply ? true : undefined,
    },
    text: done.text,
    at: isoTime(timestamp),
    access: {
      ...(done.kind === "reaction"
        ? {}
        : done.kind === "button"
          ? { mentioned: true }
          : mentionsIn(
              {
                named: named.filter((one) => !isEverybody(one)).map((one) => [one]),
                // It is told which message is answered, but not whose.
                answered: isReply ? [undefined] : undefined,
                everyone: named.some(isEverybody),
              },
              self,
            )),
      bot: isBot ? true : undefined,
      roomName: isDirect ? undefined : saidText(channel?.name ?? conversation.name),
      teamName: saidText(team?.name),
      senderName: saidText(from?.name),
    },
    native: activity,
  });
}

/**
 * Tells which conversation a Microsoft Teams activity belongs to: the short form of `readTeams`.
 *
 * @param activity - The activity as the Bot Framework delivers it; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's apps received it.
 *
 * @example
 * ```ts
 * const conversation = { id: "a:1", conversationType: "personal", tenantId: "t1" };
 * const { chatType, party, peer } =
 *   fromTeams({ type: "message", conversation, from: { id: "29:1", aadObjectId: "0a1b" }, text: "hi" }) ?? {};
 * [chatType, peer, party]; //=> ["direct", "0a1b", "t1"]
 * ```
 */
export function fromTeams(activity: Maybe<TeamsActivity>, options: ReaderOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromTeams, activity, options);
  return saidIn(readTeams(activity, options));
}
