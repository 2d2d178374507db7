import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import { lowerAscii } from "../identity/fold.ts";
import type { Inbound } from "../scope/inbound.ts";
import { selfOf, unheard } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import {
  openedThread,
  reading,
  saidIn,
  unread,
  type ReaderOptions,
  type Reading,
  type ThreadingOptions,
} from "./reading.ts";

interface EmailAddress {
  readonly address?: Maybe<string>;
  readonly name?: Maybe<string>;
  /** Of a named group, who is in it. */
  readonly group?: Maybe<readonly object[]>;
}

/** One address or several, as postal-mime has them, or in the `value` of mailparser. */
type EmailAddresses = Maybe<object | readonly object[]>;

/** A mail in the shape that mailparser and postal-mime give it. */
export interface EmailMessage {
  /** The author, from `From`: as mailparser or as postal-mime has it. */
  readonly from?: EmailAddresses;
  /** Those whom it is addressed to, from `To`. */
  readonly to?: EmailAddresses;
  /** Those who get a copy, from `Cc`. */
  readonly cc?: EmailAddresses;
  /** The subject: what a conversation of several is called, and the text of a mail without a body. */
  readonly subject?: Maybe<string>;
  /** The `Message-ID`, in angle brackets. */
  readonly messageId?: Maybe<string>;
  /** The `Message-ID` of the mail that it answers; absent where it begins a conversation. */
  readonly inReplyTo?: Maybe<string>;
  /** All messages before it, the first one first. */
  readonly references?: Maybe<string | readonly string[]>;
  /** A `Date`, or ISO 8601. */
  readonly date?: unknown;
  /** The body as plain text. */
  readonly text?: Maybe<string>;
  /** The body as HTML; mailparser gives `false` where there is none. */
  readonly html?: Maybe<string | boolean>;
  /** A map by name, an object by name, or a list of `{ key, value }`. */
  readonly headers?: unknown;
  /** The files; a mail with files and no words counts as a message, too. */
  readonly attachments?: Maybe<readonly object[]>;
}

/** What the host knows beside the mail; `startsThread` counts in chats with one person, too. */
export type EmailOptions = ReaderOptions & ThreadingOptions;

/** Everybody whom a header names; what cannot be read stands for somebody all the same. */
function addressesIn(addresses: unknown): readonly EmailAddress[] {
  if (addresses == null) return [];
  const list: readonly unknown[] = Array.isArray(addresses) ? addresses : [addresses];
  return list.flatMap((one): readonly EmailAddress[] => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return [{}];
    if ("value" in one) return addressesIn(one.value);
    const { group }: EmailAddress = one;
    return group == null ? [one] : addressesIn(group);
  });
}

function spellAddress(address: unknown): string | undefined {
  return nativeId(address)?.trim();
}

/** Mailboxes are compared without case, as their servers do, though a key keeps it. */
function fold(address: string): string {
  return lowerAscii(address.trim());
}

/** The text of a header. */
function headerOf({ headers }: EmailMessage, name: string): string | undefined {
  let value: unknown;
  if (headers instanceof Map) value = headers.get(name);
  else if (Array.isArray(headers)) {
    const list = objectsIn(headers as readonly { readonly key?: unknown; readonly value?: unknown }[]);
    value = list.find(({ key }) => typeof key === "string" && lowerAscii(key) === name)?.value;
  } else if (typeof headers === "object" && headers !== null)
    value = Object.entries(headers).find(([key]) => lowerAscii(key) === name)?.[1];
  // A parser may have taken the value apart.
  const whole: unknown =
    typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return saidText(whole)?.trim();
}

/** Whether a program sent it, by RFC 3834 and by what programs wrote before it. */
function isAutomatic(mail: EmailMessage): boolean {
  const submitted = headerOf(mail, "auto-submitted");
  return (
    (submitted !== undefined && !/^no\b/i.test(submitted)) ||
    /^(?:bulk|junk|auto_reply)$/i.test(headerOf(mail, "precedence") ?? "") ||
    headerOf(mail, "x-autoreply") !== undefined ||
    /^multipart\/report\b/i.test(headerOf(mail, "content-type") ?? "") ||
    headerOf(mail, "return-path") === "<>"
  );
}

/** The ids of messages in a header, in order. */
function idsIn(value: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) => (typeof text === "string" ? (text.match(/<[^<>\s]+>/g) ?? []) : []));
}

/**
 * Reads a mail, as mailparser or postal-mime takes it apart: what a person wrote, where, and whether it was meant for the bot.
 *
 * - A mail with a subject, words or files counts. What a program sent (`Auto-Submitted`, bounces, bulk) is a bot's: who
 *   answers it may answer itself without end.
 * - A mail to the bot alone is a chat with one person, by address. To a list, it is a `group` with the list's id; to several
 *   people, a `group` with the id of the message at its root, as people come and go. So `self` must tell the bot's addresses.
 * - The thread is the first of `References`, or what the mail answers; a mail that begins one has none.
 * - `mentioned` tells whether it is addressed to the bot, and not only as a copy.
 *
 * @param mail - The mail, from outside; any value is answered.
 * @param options - `self`: the bot's addresses. `account`, `bots` as everywhere.
 * @returns What was written, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const mail = {
 *   from: { address: "ann@example.com", name: "Ann" }, to: [{ address: "desk@example.org" }], subject: "Re: hi",
 *   messageId: "<3@x>", references: "<1@x> <2@x>", text: "hello", date: "2026-03-02T09:00:00.000Z",
 * };
 * const read = readEmail(mail, { self: "desk@example.org" });
 * read.ok && [read.inbound.chatType, read.inbound.peer, read.inbound.thread]; //=> ["direct", "ann@example.com", "<1@x>"]
 * readEmail(mail).missing; //=> ["self"]
 * ```
 */
export function readEmail<Mail extends Maybe<EmailMessage>>(
  mail: Mail,
  options: EmailOptions = {},
): Reading<Mail> {
  if (isPolluted()) return unpolluted(readEmail, mail, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<EmailMessage> = mail;
  if (typeof given !== "object" || given === null || !("from" in given)) return unread("unknown-shape");
  const [author, ...coauthors] = addressesIn(given.from);
  const person = spellAddress(author?.address);
  if (person === undefined) return unread("missing-fact", "from");
  if (coauthors.length > 0) return unread("contradicting-facts");
  const { attachments, cc, date, html, inReplyTo, messageId, references, subject, text, to } = given;
  const said = saidText(text);
  const isWritten =
    said !== undefined ||
    Boolean(saidText(html)) ||
    Boolean(saidText(subject)) ||
    objectsIn(attachments).length > 0;
  if (!isWritten) return unread("not-a-message");
  const self = selfOf(chosen, fold);
  const isBot = isAutomatic(given);
  const ignored = unheard([fold(person)], isBot, self, chosen);
  if (ignored !== undefined) return ignored;
  if (self.length === 0) return unread("missing-fact", "self");
  const [toThese, copied] = [to, cc].map((header) =>
    addressesIn(header).map(({ address }) => fold(spellAddress(address) ?? "")),
  );
  const isOther = (address: string) => address !== fold(person) && !self.includes(address);
  const readers = [...(toThese ?? []), ...(copied ?? [])];
  if (readers.length === 0) return unread("missing-fact", "to");
  const list = headerOf(given, "list-id");
  const before = [...idsIn(references), ...idsIn(inReplyTo)];
  const [own] = idsIn(messageId);
  const isDirect = list === undefined && !readers.some(isOther);
  return reading({
    kind: "message",
    facts: {
      channel: "email",
      account: chosen.account,
      chatType: isDirect ? "direct" : "group",
      // A list is called by what stands in angle brackets, whatever is written before them.
      peer: isDirect
        ? person
        : list === undefined
          ? (before[0] ?? own)
          : (/<([^<>]+)>/.exec(list)?.[1] ?? list),
      thread: before[0],
      ...openedThread(before.length === 0, own, chosen),
      sender: person,
      messageId: own,
      reply: before.length > 0 ? true : undefined,
    },
    text: said ?? saidText(subject),
    at: isoTime(date),
    access: {
      mentioned: toThese?.some((address) => self.includes(address)) === true,
      othersMentioned: toThese?.some(isOther) === true,
      bot: isBot ? true : undefined,
      roomName: isDirect ? undefined : saidText(subject),
      senderName: saidText(author?.name),
      senderEmail: person,
    },
    native: mail,
  });
}

/**
 * Tells which conversation a mail belongs to: the short form of `readEmail`.
 *
 * @param mail - The mail, as mailparser or postal-mime takes it apart; a misshaped one gives `undefined`.
 * @param options - `self`: the bot's addresses. `account`: which of the host's mailboxes received it.
 *
 * @example
 * ```ts
 * const mail = { from: { address: "ann@x.com" }, to: [{ address: "desk@x.org" }], messageId: "<1@x>", text: "hi" };
 * fromEmail(mail, { self: "desk@x.org" })?.peer; //=> "ann@x.com"
 * ```
 */
export function fromEmail(mail: Maybe<EmailMessage>, options: EmailOptions = {}): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromEmail, mail, options);
  return saidIn(readEmail(mail, options));
}
