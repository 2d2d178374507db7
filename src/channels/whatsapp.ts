import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import type { Inbound } from "../scope/inbound.ts";
import { mentionsIn, selfOf } from "./mentions.ts";
import { type Maybe, nativeId, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { personOf, readJid, spellSelf } from "./whatsapp-address.ts";
import { readCloud, type WhatsAppWebhook } from "./whatsapp-cloud.ts";

/** The parts of a Baileys `WAMessage` that tell what was said, and where, as versions 6 and 7 spell them. */
export interface WhatsAppMessage {
  /** Which message it is: its chat, its writer and its id. */
  readonly key: Maybe<{
    /** The message's id. */
    readonly id?: Maybe<string>;
    /** The chat: a group, `…@g.us`, or the person, by number (`…@s.whatsapp.net`) or LID (`…@lid`). */
    readonly remoteJid?: Maybe<string>;
    /** Version 7: the same person's LID beside a phone number, or the other way round. */
    readonly remoteJidAlt?: Maybe<string>;
    /** Whether the bot's own account wrote it, on any of its devices. */
    readonly fromMe?: Maybe<boolean>;
    /** Who wrote it in a group, by number or LID. */
    readonly participant?: Maybe<string>;
    /** Version 7: the other of the two ids of whoever wrote it in a group. */
    readonly participantAlt?: Maybe<string>;
    /** Version 7: the names by which people are found. */
    readonly remoteJidUsername?: Maybe<string>;
    /** The name by which whoever wrote it in a group is found. */
    readonly participantUsername?: Maybe<string>;
    /** Version 6. */
    readonly senderPn?: Maybe<string>;
    /** Version 6: the LID of the person, where `remoteJid` is the number. */
    readonly senderLid?: Maybe<string>;
    /** Version 6: the number of whoever wrote it in a group. */
    readonly participantPn?: Maybe<string>;
    /** Version 6: the LID of whoever wrote it in a group. */
    readonly participantLid?: Maybe<string>;
  }>;
  /** What was sent, by its kind: `conversation`, `imageMessage`, …; absent in notices. */
  readonly message?: Maybe<object>;
  /** The number of the notice that it is; absent for what people write. */
  readonly messageStubType?: Maybe<number>;
  /** Seconds, as a number, a text or a 64-bit pair. */
  readonly messageTimestamp?: unknown;
  /** What the writer calls themselves. */
  readonly pushName?: Maybe<string>;
}

type Content = Readonly<Record<string, unknown>>;

function contentIn(value: unknown): Content | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

/** What wraps a message: each holds another in `message`. */
const wrappers = [
  "ephemeralMessage",
  "viewOnceMessage",
  "viewOnceMessageV2",
  "viewOnceMessageV2Extension",
  "documentWithCaptionMessage",
  "groupMentionedMessage",
  "lottieStickerMessage",
  "associatedChildMessage",
  "botInvokeMessage",
  "pollCreationMessageV4",
  "editedMessage",
] as const;

/** What people send, and where its words stand. The rest is between programs: keys, receipts, votes, pins, calls, deletions. */
const written: Readonly<Record<string, readonly string[]>> = {
  conversation: [],
  extendedTextMessage: ["text"],
  imageMessage: ["caption"],
  videoMessage: ["caption"],
  ptvMessage: ["caption"],
  audioMessage: [],
  documentMessage: ["caption"],
  stickerMessage: [],
  stickerPackMessage: ["name"],
  contactMessage: ["displayName"],
  contactsArrayMessage: ["displayName"],
  locationMessage: ["comment", "name"],
  liveLocationMessage: ["caption"],
  pollCreationMessage: ["name"],
  pollCreationMessageV2: ["name"],
  pollCreationMessageV3: ["name"],
  pollCreationMessageV5: ["name"],
  eventMessage: ["name"],
  groupInviteMessage: ["caption"],
  productMessage: ["body"],
  orderMessage: ["message"],
};

/** What a person presses, and where it stands what that stands for. */
const pressed: Readonly<Record<string, readonly string[]>> = {
  buttonsResponseMessage: ["selectedButtonId", "selectedDisplayText"],
  templateButtonReplyMessage: ["selectedId", "selectedDisplayText"],
  listResponseMessage: ["title"],
  interactiveResponseMessage: [],
};

/** The protocol's own word for an edit. */
const messageEdit: ReadonlySet<unknown> = new Set([14, "MESSAGE_EDIT"]);

interface Said {
  readonly kind: ReadingKind;
  readonly text: string | undefined;
  /** Whom it mentions and answers. */
  readonly context: Content | undefined;
}

function partIn(
  content: Content,
  parts: Readonly<Record<string, readonly string[]>>,
): Omit<Said, "kind"> | undefined {
  for (const [name, fields] of Object.entries(parts)) {
    const part = content[name];
    if (typeof part === "string" && part !== "") return { text: part, context: undefined };
    const inside = contentIn(part);
    if (inside === undefined) continue;
    const text = fields.map((field) => saidText(inside[field])).find((words) => words !== undefined);
    return { text, context: contentIn(inside["contextInfo"]) };
  }
  return undefined;
}

/** Finds what somebody said in a message, however it is wrapped; nothing where nobody did. */
function saidBy(message: unknown): Said | undefined {
  let content = contentIn(message);
  let isEdit = false;
  // Wrappers stand in one another, but not without end.
  for (let depth = 0; depth < 8 && content !== undefined; depth += 1) {
    const edit: Content | undefined = contentIn(content["protocolMessage"]);
    if (edit !== undefined && messageEdit.has(edit["type"])) {
      isEdit = true;
      content = contentIn(edit["editedMessage"]);
      continue;
    }
    const { reactionMessage } = content;
    const emoji = saidText(contentIn(reactionMessage)?.["text"]);
    if (emoji !== undefined) return { kind: "reaction", text: emoji, context: undefined };
    const said = partIn(content, written);
    if (said !== undefined) return { kind: isEdit ? "edit" : "message", ...said };
    const chosen = partIn(content, pressed);
    if (chosen !== undefined) return { kind: "button", ...chosen };
    const inside: Content = content;
    const wrapper = wrappers.find((name) => contentIn(inside[name]) !== undefined);
    if (wrapper === undefined) return undefined;
    isEdit ||= wrapper === "editedMessage";
    content = contentIn(contentIn(inside[wrapper])?.["message"]);
  }
  return undefined;
}

/** When it was, of seconds that are a number, a text, or a pair of 32-bit halves. */
function timeOf(seconds: unknown): number | undefined {
  const pair = contentIn(seconds);
  const { high, low } = pair ?? {};
  const whole =
    typeof high === "number" && typeof low === "number"
      ? high * 2 ** 32 + (low >>> 0)
      : Number(pair ? NaN : seconds);
  const isTime = typeof seconds !== "boolean" && seconds !== "" && Number.isSafeInteger(whole) && whole > 0;
  return isTime && whole < 1e12 ? whole * 1000 : undefined;
}

/** Whom it mentions, and whose message it quotes. */
function addressedBy(context: Content | undefined) {
  const jids: unknown = context?.["mentionedJid"];
  const isReply = nativeId(context?.["stanzaId"]) !== undefined;
  return {
    named: (Array.isArray(jids) ? jids : []).map((jid: unknown) => [readJid(jid)?.id]),
    answered: isReply ? [readJid(context?.["participant"])?.id] : undefined,
    everyone: context?.["nonJidMentions"] === 1,
  };
}

/** A notice that a message could not be decrypted. */
const undecryptedStub = 2;

/**
 * Reads a WhatsApp message, as Baileys gives it or the Cloud API posts it: what a person said, where, and whether it was meant
 * for the bot.
 *
 * - Texts, files, places, contacts, polls and invitations count, however they are wrapped (as disappearing, to be seen
 *   once, edited); a choice from a list or of a button is a `"button"`, and there are reactions. Votes, pins, calls, keys
 *   and deletions say nothing.
 * - `mentioned` is told from the JIDs that the message mentions and from whose message it quotes; `self` names the bot by
 *   its phone number, its LID, or better both.
 *
 * - A webhook of the Cloud API may hold several messages: take them apart with `whatsAppMessages` first. Statuses are nothing.
 *
 * @param message - The message, or a webhook with one, from outside; any value is answered.
 * @param options - `account`: which of the host's numbers received it.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const key = { remoteJid: "1203630@g.us", participant: "12025550123@s.whatsapp.net", id: "3EB0" };
 * const contextInfo = { mentionedJid: ["15550001@s.whatsapp.net"] };
 * const message = { ephemeralMessage: { message: { extendedTextMessage: { text: "@15550001 hi", contextInfo } } } };
 * const read = readWhatsApp({ key, message, messageTimestamp: 1772442000 }, { self: "+15550001" });
 * read.ok && [read.text, read.mentioned, read.at]; //=> ["@15550001 hi", true, 1772442000000]
 * readWhatsApp({ key, message: { pollUpdateMessage: {} } }).reason; //=> "not-a-message"
 * ```
 */
export function readWhatsApp<Message extends Maybe<WhatsAppMessage | WhatsAppWebhook>>(
  message: Message,
  options: ReaderOptions = {},
): Reading<Message> {
  if (isPolluted()) return unpolluted(readWhatsApp, message, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const payload: Maybe<WhatsAppMessage | WhatsAppWebhook> = message;
  if (typeof payload !== "object" || payload === null) return unread("unknown-shape");
  if ("entry" in payload) return readCloud(payload, message, chosen);
  const given = payload;
  const { key } = given;
  if (typeof key !== "object" || key === null) return unread("unknown-shape");
  const { messageStubType: stub, messageTimestamp, pushName } = given;
  if (key.fromMe === true) return unread("own-message");
  if (stub === undecryptedStub) return unread("undecrypted");
  if (stub) return unread("not-a-message");
  const said = saidBy(given.message);
  if (said === undefined) return unread("not-a-message");
  const { context, kind, text } = said;
  const chat = readJid(key.remoteJid);
  if (chat === undefined)
    return typeof key.remoteJid === "string" && key.remoteJid.endsWith("@broadcast")
      ? unread("no-conversation")
      : unread("unknown-shape");
  const isRoom = chat.kind === "group" || chat.kind === "newsletter";
  const { id: person, aliases } = isRoom
    ? personOf(
        [key.participant, key.participantAlt, key.participantPn, key.participantLid],
        key.participantUsername,
      )
    : personOf([key.remoteJid, key.remoteJidAlt, key.senderPn, key.senderLid], key.remoteJidUsername);
  const addressed = addressedBy(context);
  return reading({
    kind,
    facts: {
      channel: "whatsapp",
      account: chosen.account,
      chatType: chat.kind === "newsletter" ? "channel" : isRoom ? "group" : "direct",
      peer: isRoom ? chat.id : person,
      aliases,
      sender: person,
      messageId: kind === "reaction" ? undefined : nativeId(key.id),
      reply: addressed.answered === undefined ? undefined : true,
    },
    text,
    at: timeOf(messageTimestamp),
    access: {
      ...(kind === "reaction" ? {} : mentionsIn(addressed, selfOf(chosen, spellSelf))),
      senderName: saidText(pushName),
    },
    // Whoever was known by a LID alone had a conversation by that.
    moved:
      !isRoom && person?.startsWith("+") === true
        ? aliases?.flatMap((from) =>
            from.endsWith("@lid") ? [{ channel: "whatsapp", from, to: person }] : [],
          )[0]
        : undefined,
    native: message,
  });
}

/**
 * Tells which conversation a WhatsApp message, as Baileys reads it, belongs to: the short form of `readWhatsApp`.
 *
 * - What the bot's own number wrote gives `undefined`, and so do notices, reactions, votes, deletions, messages
 *   that could not be decrypted, broadcasts and the status feed.
 * - In a direct chat the peer is the person, by phone number (`+12025550123`) when the message tells it
 *   and by LID (`271828182845904@lid`) when not; when it tells both, the LID is an alias. A host that
 *   learns the phone number behind a LID later should add it before it calls, or link both.
 * - In a group the peer is the group's JID and `sender` the person; a newsletter is a `channel`.
 * - A device of a person (`:12`) is that person. WhatsApp has no threads.
 *
 * @param message - The message as Baileys gave it; a misshaped one gives `undefined`.
 * @param options - `account`: which of the host's numbers received it.
 *
 * @example
 * ```ts
 * const key = { remoteJid: "271828182845904@lid", remoteJidAlt: "12025550123:12@s.whatsapp.net" };
 * const { peer, aliases } = fromWhatsApp({ key, message: { conversation: "hi" } }) ?? {};
 * peer; //=> "+12025550123"
 * aliases; //=> ["271828182845904@lid"]
 * ```
 */
export function fromWhatsApp(
  message: Maybe<WhatsAppMessage | WhatsAppWebhook>,
  options: ReaderOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromWhatsApp, message, options);
  return saidIn(readWhatsApp(message, options));
}
