import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf, unheard, type Named } from "./mentions.ts";
import { millisecondsIn, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

interface SignalData {
  readonly timestamp?: Maybe<number>;
  readonly message?: Maybe<string>;
  readonly attachments?: Maybe<readonly object[]>;
  readonly contacts?: Maybe<readonly object[]>;
  readonly sticker?: Maybe<object>;
  readonly pollCreate?: Maybe<{ readonly question?: Maybe<string> }>;
  readonly reaction?: Maybe<{ readonly emoji?: Maybe<string>; readonly isRemove?: Maybe<boolean> }>;
  readonly remoteDelete?: Maybe<object>;
  readonly storyContext?: Maybe<object>;
  readonly groupInfo?: Maybe<{
    readonly groupId?: Maybe<string>;
    readonly groupName?: Maybe<string>;
    readonly type?: Maybe<string>;
  }>;
  readonly mentions?: Maybe<readonly { readonly number?: Maybe<string>; readonly uuid?: Maybe<string> }[]>;
  readonly quote?: Maybe<{
    readonly author?: Maybe<string>;
    readonly authorNumber?: Maybe<string>;
    readonly authorUuid?: Maybe<string>;
  }>;
}

interface SignalEnvelope {
  readonly source?: Maybe<string>;
  readonly sourceNumber?: Maybe<string>;
  readonly sourceUuid?: Maybe<string>;
  readonly sourceName?: Maybe<string>;
  readonly timestamp?: Maybe<number>;
  readonly dataMessage?: Maybe<SignalData>;
  readonly editMessage?: Maybe<{ readonly dataMessage?: Maybe<SignalData> }>;
  readonly syncMessage?: Maybe<{ readonly sentMessage?: Maybe<object> }>;
  readonly storyMessage?: Maybe<object>;
}

interface SignalReceived {
  readonly account?: Maybe<string>;
  readonly envelope?: Maybe<SignalEnvelope>;
}

/**
 * What signal-cli receives: the `params` of its JSON-RPC notification, or that as a whole; signal-cli-rest-api and the
 * events over HTTP deliver the same.
 */
export interface SignalMessage extends SignalReceived {
  readonly method?: Maybe<string>;
  readonly params?: Maybe<SignalReceived & { readonly result?: Maybe<SignalReceived> }>;
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
