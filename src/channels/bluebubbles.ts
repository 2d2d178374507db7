import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread } from "../scope/unread.ts";
import { mentionsIn, selfOf, unheard } from "./mentions.ts";
import { millisecondsIn, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { lowerCase } from "../edition/lower-case.ts";

interface BlueBubblesChat {
  /** `iMessage;-;+12025550123`, `iMessage;+;chat123`. */
  readonly guid?: Maybe<string>;
  readonly displayName?: Maybe<string>;
  /** 43 for a group, 45 for a chat with one person. */
  readonly style?: Maybe<number>;
}

interface BlueBubblesMessage {
  readonly guid?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly subject?: Maybe<string>;
  readonly handle?: Maybe<{ readonly address?: Maybe<string> }>;
  readonly chats?: Maybe<readonly BlueBubblesChat[]>;
  readonly isFromMe?: Maybe<boolean>;
  /** Anything but 0 tells of a change of the group. */
  readonly itemType?: Maybe<number>;
  readonly associatedMessageType?: Maybe<string | number>;
  readonly threadOriginatorGuid?: Maybe<string>;
  readonly attachments?: Maybe<readonly object[]>;
  readonly attributedBody?: unknown;
  readonly balloonBundleId?: Maybe<string>;
  readonly dateCreated?: Maybe<number>;
  readonly dateEdited?: Maybe<number>;
  readonly dateRetracted?: Maybe<number>;
}

/** What the webhook of a BlueBubbles server posts. */
export interface BlueBubblesEvent {
  /** The event: `new-message` and `updated-message` are read, any other is nothing. */
  readonly type: Maybe<string>;
  /**
   * What the event is about: for the two that are read, the message with its `guid`, `handle` and `chats`.
   */
  readonly data: unknown;
}

/** Tapbacks, as the server names them or as iMessage numbers them; those that were taken back have others. */
const tapbacks: ReadonlyMap<string, string> = new Map(
  ["love", "like", "dislike", "laugh", "emphasize", "question", "emoji"].flatMap((name, at) => [
    [name, name],
    [String(2000 + at), name],
  ]),
);

/** A sticker that was put on a message. */
const stickers: ReadonlySet<string> = new Set(["1000", "sticker"]);

/** A person's number or address: blanks and the case of an address tell nothing. */
function spellHandle(id: unknown): string | undefined {
  const text = nativeId(id);
  if (text === undefined) return undefined;
  return text.includes("@") ? lowerCase(text.trim()) : text.replace(/\s+/g, "");
}

/** Whom the text mentions, as iMessage marks it. */
function mentionedIn(attributedBody: unknown): readonly (string | undefined)[] | undefined {
  if (!Array.isArray(attributedBody)) return undefined;
  return objectsIn(attributedBody as readonly { readonly runs?: Maybe<readonly object[]> }[])
    .flatMap(({ runs }) => objectsIn(runs))
    .flatMap((run) => {
      const marks: unknown = "attributes" in run ? run.attributes : undefined;
      const mark = "__kIMMentionConfirmedMention";
      const marked = typeof marks === "object" && marks !== null ? { ...marks } : {};
      return mark in marked ? [spellHandle((marked as Readonly<Record<string, unknown>>)[mark])] : [];
    });
}

/** What a person did; undefined where nobody did anything. */
function doneBy(
  type: string,
  message: BlueBubblesMessage,
): { readonly kind: ReadingKind; readonly text: string | undefined } | undefined {
  const { associatedMessageType, attachments, balloonBundleId, dateEdited, dateRetracted } = message;
  if (type === "updated-message" && (millisecondsIn(dateEdited) === undefined || dateRetracted != null))
    return undefined;
  if (type !== "new-message" && type !== "updated-message") return undefined;
  const associated = nativeId(associatedMessageType);
  if (associated !== undefined && associated !== "0" && !stickers.has(associated)) {
    const tapback = tapbacks.get(associated);
    return tapback === undefined ? undefined : { kind: "reaction", text: tapback };
  }
  // What stands for a file in a text is no word of it.
  const text = saidText(saidText(message.text)?.replaceAll("\ufffc", "").trim() ?? message.subject);
  if (text === undefined && objectsIn(attachments).length === 0 && nativeId(balloonBundleId) === undefined)
    return undefined;
  return { kind: type === "new-message" ? "message" : "edit", text };
}

/** What kind of chat it is, as its id and its style tell. */
function chatTypeOf({ guid, style }: BlueBubblesChat): ChatType | Unread {
  const mark = typeof guid === "string" ? guid.split(";")[1] : undefined;
  const told: readonly (ChatType | undefined)[] = [
    mark === "+" ? "group" : mark === "-" ? "direct" : undefined,
    style === 43 ? "group" : style === 45 ? "direct" : undefined,
  ];
  const [chatType, other] = told.filter((each) => each !== undefined);
  if (chatType === undefined) return unread("missing-fact", "data.chats");
  return other !== undefined && other !== chatType ? unread("contradicting-facts") : chatType;
}

/**
 * Reads an iMessage, as the webhook of a BlueBubbles server posts it: what a person did, where, and whether it was meant for the
 * bot.
 *
 * - New messages with words, files or balloons count, and edits; tapbacks are reactions. Receipts, typing, names of groups and
 *   who joins are nothing.
 * - The peer is the person's number or address in a chat with one, and the `guid` of the chat in a group. iMessage has no
 *   threads: who answers a message stays in its chat.
 * - `mentioned` is told by `attributedBody`, where the server sends it; `self` is the number and the addresses of the bot.
 *
 * @param event - The body of the webhook, from outside; any value is answered.
 * @param options - `account`, `self` as everywhere.
 * @returns What was done, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const data = {
 *   guid: "m1", text: "hi", isFromMe: false, itemType: 0, dateCreated: 1772442000000,
 *   handle: { address: "+12025550123" }, chats: [{ guid: "iMessage;+;chat9", displayName: "Garden" }],
 * };
 * const read = readBlueBubbles({ type: "new-message", data });
 * read.ok && [read.inbound.peer, read.inbound.sender]; //=> ["iMessage;+;chat9", "+12025550123"]
 * readBlueBubbles({ type: "new-message", data: { ...data, chats: [] } }).missing; //=> ["data.chats"]
 * ```
 */
export function readBlueBubbles<Event extends Maybe<BlueBubblesEvent>>(
  event: Event,
  options: ReaderOptions = {},
): Reading<Event> {
  if (isPolluted()) return unpolluted(readBlueBubbles, event, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<BlueBubblesEvent> = event;
  if (typeof given !== "object" || given === null || typeof given.type !== "string")
    return unread("unknown-shape");
  const { data, type } = given;
  if (typeof data !== "object" || data === null) return unread("unknown-shape");
  const message: BlueBubblesMessage = data;
  const done = doneBy(type, message);
  if (done === undefined) return unread("not-a-message");
  const { chats, dateCreated, dateEdited, guid, handle, isFromMe, itemType } = message;
  if (itemType != null && itemType !== 0) return unread("not-a-message");
  if (isFromMe === true) return unread("own-message");
  if (isFromMe !== false) return unread("missing-fact", "data.isFromMe");
  const [chat, ...others] = objectsIn(chats);
  if (chat === undefined) return unread("missing-fact", "data.chats");
  if (others.some((other) => other.guid !== chat.guid)) return unread("contradicting-facts");
  const chatType = chatTypeOf(chat);
  if (typeof chatType !== "string") return chatType;
  const person = spellHandle(handle?.address);
  // `iMessage;-;` and whom the chat is with.
  const partner = spellHandle(saidText(chat.guid)?.split(";")[2]);
  if (chatType === "direct" && person !== undefined && partner !== undefined && partner !== person)
    return unread("contradicting-facts");
  const self = selfOf(chosen, spellHandle);
  const ignored = unheard([person], false, self, chosen);
  if (ignored !== undefined) return ignored;
  const answers = nativeId(message.threadOriginatorGuid) !== undefined;
  return reading({
    kind: done.kind,
    facts: {
      channel: "bluebubbles",
      account: chosen.account,
      chatType,
      peer: chatType === "direct" ? person : nativeId(chat.guid),
      sender: person,
      messageId: done.kind === "reaction" ? undefined : nativeId(guid),
      reply: answers ? true : undefined,
    },
    text: done.text,
    at: millisecondsIn(done.kind === "edit" ? dateEdited : dateCreated),
    access: {
      ...(done.kind === "reaction"
        ? {}
        : mentionsIn(
            {
              named: mentionedIn(message.attributedBody)?.map((one) => [one]),
              answered: answers ? [undefined] : undefined,
            },
            self,
          )),
      roomName: chatType === "direct" ? undefined : saidText(chat.displayName),
    },
    native: event,
  });
}

/**
 * Tells which conversation an iMessage belongs to: the short form of `readBlueBubbles`.
 *
 * @param event - The body of the webhook; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's servers received it.
 *
 * @example
 * ```ts
 * const handle = { address: "Ann@Example.com" };
 * const data = { text: "hi", isFromMe: false, handle, chats: [{ guid: "iMessage;-;ann@example.com" }] };
 * fromBlueBubbles({ type: "new-message", data })?.peer; //=> "ann@example.com"
 * ```
 */
export function fromBlueBubbles(
  event: Maybe<BlueBubblesEvent>,
  options: ReaderOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromBlueBubbles, event, options);
  return saidIn(readBlueBubbles(event, options));
}
