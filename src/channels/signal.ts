import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { millisecondsIn, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

/** What somebody sent: words, files, a reaction, and where. */
interface SignalData {
  /** When it was sent, in epoch milliseconds; Signal names messages by it. */
  readonly timestamp?: Maybe<number>;
  /** The words of the message. */
  readonly message?: Maybe<string>;
  /** The files; a message with files and no words counts, too. */
  readonly attachments?: Maybe<readonly object[]>;
  /** Contacts that were shared, which count like files. */
  readonly contacts?: Maybe<readonly object[]>;
  /** The sticker that was sent, which counts like a file. */
  readonly sticker?: Maybe<object>;
  /** A poll that was asked. */
  readonly pollCreate?: Maybe<{
    /** What it asks; it is the text where there are no words. */
    readonly question?: Maybe<string>;
  }>;
  /** A reaction to another message. */
  readonly reaction?: Maybe<{
    /** The emoji, which is the text. */
    readonly emoji?: Maybe<string>;
    /** Whether the reaction was taken back, which is nothing. */
    readonly isRemove?: Maybe<boolean>;
  }>;
  /** Present where another message is deleted, which is nothing. */
  readonly remoteDelete?: Maybe<object>;
  /** Present where a story is answered, which belongs to no conversation. */
  readonly storyContext?: Maybe<object>;
  /** The group that it was sent to; absent in a chat with one person, and only there. */
  readonly groupInfo?: Maybe<{
    /** The group's id in base 64, of which the case counts; it is the peer. */
    readonly groupId?: Maybe<string>;
    /** What the group is called. */
    readonly groupName?: Maybe<string>;
    /** What it does to the group: `DELIVER`, `UPDATE`, … */
    readonly type?: Maybe<string>;
  }>;
  /** Everybody whom the text mentions. */
  readonly mentions?: Maybe<
    readonly {
      /** The phone number, `+12025550123`. */
      readonly number?: Maybe<string>;
      /** The account's UUID. */
      readonly uuid?: Maybe<string>;
    }[]
  >;
  /** The message that it answers. */
  readonly quote?: Maybe<{
    /** Who wrote that message, in older versions: a number or a UUID. */
    readonly author?: Maybe<string>;
    /** The phone number of whoever wrote it. */
    readonly authorNumber?: Maybe<string>;
    /** The UUID of whoever wrote it. */
    readonly authorUuid?: Maybe<string>;
  }>;
}

/** What was received, from whom and when. */
interface SignalEnvelope {
  /** The sender in older versions: a number or a UUID. */
  readonly source?: Maybe<string>;
  /** The sender's phone number; absent where the sender does not show it. */
  readonly sourceNumber?: Maybe<string>;
  /** The sender's UUID; beside a number it is an alias. */
  readonly sourceUuid?: Maybe<string>;
  /** What the sender is called. */
  readonly sourceName?: Maybe<string>;
  /** When it was sent, in epoch milliseconds. */
  readonly timestamp?: Maybe<number>;
  /** What was sent; absent in receipts and typing notices. */
  readonly dataMessage?: Maybe<SignalData>;
  /** An edit of an earlier message. */
  readonly editMessage?: Maybe<{
    /** The message as it is after the edit. */
    readonly dataMessage?: Maybe<SignalData>;
  }>;
  /** What the account did on another device of its own. */
  readonly syncMessage?: Maybe<{
    /** Present where it sent a message there. */
    readonly sentMessage?: Maybe<object>;
  }>;
  /** A story, which belongs to no conversation. */
  readonly storyMessage?: Maybe<object>;
}

/** A received envelope and the account that received it. */
interface SignalReceived {
  /** The bot's own number, by which the reader knows what the bot wrote. */
  readonly account?: Maybe<string>;
  /** What was received. */
  readonly envelope?: Maybe<SignalEnvelope>;
}

/**
 * What signal-cli receives: the `params` of its JSON-RPC notification, or that as a whole; signal-cli-rest-api and the
 * events over HTTP deliver the same.
 */
export interface SignalMessage extends SignalReceived {
  /** The method of the notification: `receive`; any other is nothing. */
  readonly method?: Maybe<string>;
  /** The parameters of the notification. */
  readonly params?: Maybe<
    SignalReceived & {
      /** What was received, where the client subscribed to it. */
      readonly result?: Maybe<SignalReceived>;
    }
  >;
}

/** A person's number, or the UUID behind `uuid:`, as configs write them. */
function spellId(id: unknown): string | undefined {
  const text = nativeId(id)?.replace(/^uuid:/i, "");
  if (text === undefined) return undefined;
  return /^\+?\d+$/.test(text) ? `+${text.replace("+", "")}` : `uuid:${lowerCase(text)}`;
}

/** The ids of one person: the number first, if any tells it. */
function personOf(...ids: readonly unknown[]): readonly string[] {
  const spelled = [...new Set(ids.map(spellId))].filter((id) => id !== undefined);
  return spelled.toSorted((a, b) => Number(a.startsWith("uuid:")) - Number(b.startsWith("uuid:")));
}

/** What somebody said; undefined where nobody did. */
function saidBy(
  data: SignalData,
  isEdit: boolean,
): { readonly kind: ReadingKind; readonly text: string | undefined } | undefined {
  const { attachments, contacts, message, pollCreate, reaction, remoteDelete, sticker } = data;
  if (remoteDelete != null) return undefined;
  if (reaction != null)
    return reaction.isRemove === true ? undefined : { kind: "reaction", text: saidText(reaction.emoji) };
  const text = saidText(message) ?? saidText(pollCreate?.question);
  const isSaid =
    text !== undefined ||
    [...objectsIn(attachments), ...objectsIn(contacts)].length > 0 ||
    sticker != null ||
    pollCreate != null;
  return isSaid ? { kind: isEdit ? "edit" : "message", text } : undefined;
}

/**
 * Reads what signal-cli received, over JSON-RPC or by signal-cli-rest-api: what a person said, where, and whether it was meant
 * for the bot.
 *
 * - Texts, files, stickers, contacts and polls count, and edits; there are reactions. Receipts, typing, calls, deletions,
 *   changes of a group and of timers are nothing. What the account itself wrote from another device is its own.
 * - A group is its `groupId`, with its case. Signal tells of a chat with one person by naming no group, and by nothing else.
 *   The person is the number if it is told, and `uuid:…` if not; of both the UUID is an alias.
 * - `mentioned` is told by `mentions` and by whose message is quoted. The bot is the `account`, by number; tell its UUID as
 *   `self`, too, because mentions may have that alone.
 *
 * @param message - What was received, from outside; any value is answered.
 * @param options - `self`: number and UUID of the bot. `account` as everywhere; it is not taken from the payload.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const dataMessage = { message: "hi", groupInfo: { groupId: "AbC=", type: "DELIVER" } };
 * const envelope = { sourceNumber: "+12025550123", sourceUuid: "0A1B", timestamp: 1772442000000, dataMessage };
 * const read = readSignal({ method: "receive", params: { envelope, account: "+15550001" } });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.inbound.aliases];
 * //=> ["AbC=", "+12025550123", ["uuid:0a1b"]]
 * readSignal({ envelope: { sourceNumber: "+12025550123", dataMessage: {} } }).reason; //=> "not-a-message"
 * ```
 */
export function readSignal<Message extends Maybe<SignalMessage>>(
  message: Message,
  options: ReaderOptions = {},
): Reading<Message> {
  if (isPolluted()) return unpolluted(readSignal, message, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<SignalMessage> = message;
  if (typeof given !== "object" || given === null) return unread("unknown-shape");
  if (given.method != null && given.method !== "receive") return unread("not-a-message");
  const { account, envelope } = given.params?.result ?? given.params ?? given;
  if (typeof envelope !== "object" || envelope === null) return unread("unknown-shape");
  const { dataMessage, editMessage, sourceName, sourceNumber, sourceUuid, storyMessage } = envelope;
  if (envelope.syncMessage != null)
    return unread(envelope.syncMessage.sentMessage == null ? "not-a-message" : "own-message");
  if (storyMessage != null) return unread("no-conversation");
  const data = editMessage?.dataMessage ?? dataMessage;
  if (typeof data !== "object" || data === null) return unread("not-a-message");
  if (data.storyContext != null) return unread("no-conversation");
  const said = saidBy(data, editMessage != null);
  if (said === undefined) return unread("not-a-message");
  const [person, ...others] = personOf(sourceNumber, sourceUuid, envelope.source);
  const self = [...selfOf(chosen, spellId), ...[spellId(account)].filter((id) => id !== undefined)];
  const ignored = unheard([person, ...others], false, self, chosen);
  if (ignored !== undefined) return ignored;
  if ([person, ...others].filter((id) => id?.startsWith("+")).length > 1 || others.length > 1)
    return unread("contradicting-facts");
  const { groupInfo, mentions, quote, timestamp } = data;
  const group = nativeId(groupInfo?.groupId);
  if (groupInfo != null && group === undefined) return unread("missing-fact", "groupInfo.groupId");
  const named = objectsIn(mentions).map(({ number, uuid }): Named => personOf(number, uuid));
  const answered = quote == null ? undefined : personOf(quote.authorNumber, quote.authorUuid, quote.author);
  return reading({
    kind: said.kind,
    facts: {
      channel: "signal",
      account: chosen.account,
      chatType: group === undefined ? "direct" : "group",
      peer: group ?? person,
      aliases: others.length > 0 ? others : undefined,
      sender: person,
      messageId: said.kind === "reaction" ? undefined : nativeId(timestamp ?? envelope.timestamp),
      reply: quote == null ? undefined : true,
    },
    text: said.text,
    at: millisecondsIn(timestamp ?? envelope.timestamp),
    access: {
      ...(said.kind === "reaction" ? {} : mentionsIn({ named, answered }, self)),
      roomName: saidText(groupInfo?.groupName),
      senderName: saidText(sourceName),
    },
    native: message,
  });
}

/**
 * Tells which conversation a message of Signal belongs to: the short form of `readSignal`.
 *
 * @param message - What signal-cli received; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's numbers received it.
 *
 * @example
 * ```ts
 * const envelope = { sourceNumber: "+12025550123", dataMessage: { message: "hi" } };
 * fromSignal({ envelope, account: "+15550001" })?.peer; //=> "+12025550123"
 * ```
 */
export function fromSignal(message: Maybe<SignalMessage>, options: ReaderOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromSignal, message, options);
  return saidIn(readSignal(message, options));
}
