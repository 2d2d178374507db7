import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import { mentionsIn, selfOf, unheard } from "./mentions.ts";
import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, unread, type ReaderOptions, type Reading, type ReadingKind } from "./reading.ts";
import { spellSelf } from "./whatsapp-address.ts";

/** What was chosen from the buttons or the list of a message. */
interface CloudChoice {
  /** The id that the sender of the buttons gave it; it is the text. */
  readonly id?: Maybe<string>;
  /** What was written on it. */
  readonly title?: Maybe<string>;
}

/** A message, as the webhook carries it. */
interface CloudMessage {
  /** The message's id, `wamid.…`. */
  readonly id?: Maybe<string>;
  /** The number, in digits; absent of somebody who is known by a name alone. */
  readonly from?: Maybe<string>;
  /** The id of the person for this business, which stands in place of the number where that is not shown. */
  readonly from_user_id?: Maybe<string>;
  /** The group it was sent to; absent in a chat with one person. */
  readonly group_id?: Maybe<string>;
  /** Seconds, in digits. */
  readonly timestamp?: Maybe<string>;
  /** The kind of message: `text`, `image`, `interactive`, … */
  readonly type?: Maybe<string>;
  /** The message that it answers. */
  readonly context?: Maybe<{
    /** The number of whoever wrote that message. */
    readonly from?: Maybe<string>;
    /** That message's id. */
    readonly id?: Maybe<string>;
  }>;
  /** The words of a `text` message. */
  readonly text?: Maybe<{
    /** What was written. */
    readonly body?: Maybe<string>;
  }>;
  /** A reaction to another message. */
  readonly reaction?: Maybe<{
    /** The emoji; absent where the reaction was taken back. */
    readonly emoji?: Maybe<string>;
  }>;
  /** A button of a template that was pressed. */
  readonly button?: Maybe<{
    /** What the business put behind it; it is the text. */
    readonly payload?: Maybe<string>;
    /** What was written on it. */
    readonly text?: Maybe<string>;
  }>;
  /** What was chosen in an interactive message; one of the three is there. */
  readonly interactive?: Maybe<{
    /** A button. */
    readonly button_reply?: Maybe<CloudChoice>;
    /** A line of a list. */
    readonly list_reply?: Maybe<CloudChoice>;
    /** A form that was filled in. */
    readonly nfm_reply?: Maybe<{
      /** The answers, written as JSON; they are the text. */
      readonly response_json?: Maybe<string>;
    }>;
  }>;
}

/** What changed: the messages, and for whom they are. */
interface CloudValue {
  /** The number of the business that they are for. */
  readonly metadata?: Maybe<{
    /** The number as it is shown to people, by which the reader knows the bot. */
    readonly display_phone_number?: Maybe<string>;
    /** Meta's id of that number. */
    readonly phone_number_id?: Maybe<string>;
  }>;
  /** Those who wrote the messages. */
  readonly contacts?: Maybe<
    readonly {
      /** The number, in digits. */
      readonly wa_id?: Maybe<string>;
      /** The person's id for this business, as `from_user_id` has it. */
      readonly user_id?: Maybe<string>;
      /** How the person is shown. */
      readonly profile?: Maybe<{
        /** What the person calls themselves. */
        readonly name?: Maybe<string>;
        /** The name by which the person is found. */
        readonly username?: Maybe<string>;
      }>;
    }[]
  >;
  /** The messages; `readWhatsApp` reads a webhook with one. */
  readonly messages?: Maybe<readonly CloudMessage[]>;
}

/** What the WhatsApp Cloud API posts. */
export interface WhatsAppWebhook {
  /** `whatsapp_business_account`. */
  readonly object?: Maybe<string>;
  /** One entry for each business account. */
  readonly entry: Maybe<
    readonly {
      /** The id of the business account. */
      readonly id?: Maybe<string>;
      /** What changed there. */
      readonly changes?: Maybe<
        readonly {
          /** Which kind of change: only `messages` is read. */
          readonly field?: Maybe<string>;
          /** The messages, and for whom they are. */
          readonly value?: Maybe<CloudValue>;
        }[]
      >;
    }[]
  >;
}

/** What people send, and where its words stand, if it has any. */
const written: ReadonlyMap<unknown, string | undefined> = new Map([
  ["text", "body"],
  ["image", "caption"],
  ["video", "caption"],
  ["document", "caption"],
  ["audio", undefined],
  ["sticker", undefined],
  ["location", "name"],
  ["contacts", undefined],
  ["order", "text"],
]);

interface Received {
  readonly value: CloudValue;
  readonly message: CloudMessage;
}

/** All messages of a webhook, each with what stands around it. */
function receivedIn({ entry }: WhatsAppWebhook): readonly Received[] {
  return objectsIn(entry)
    .flatMap(({ changes }) => objectsIn(changes))
    .flatMap(({ field, value }) =>
      field === "messages" && typeof value === "object" && value !== null
        ? objectsIn(value.messages).map((message) => ({ value, message }))
        : [],
    );
}

/**
 * Takes a webhook of the WhatsApp Cloud API apart, which may hold several messages: one webhook each, for `readWhatsApp`.
 * Statuses and what else is told make none.
 *
 * @param webhook - The body of the webhook, from outside; any other value has no messages.
 *
 * @example
 * ```ts
 * const text = (id: string) => ({ id, from: "12025550123", type: "text", text: { body: id } });
 * const value = { messages: [text("a"), text("b")] };
 * const webhook = { object: "whatsapp_business_account", entry: [{ changes: [{ field: "messages", value }] }] };
 * whatsAppMessages(webhook).map((one) => readWhatsApp(one)).map((read) => read.ok && read.text); //=> ["a", "b"]
 * ```
 */
export function whatsAppMessages(webhook: Maybe<WhatsAppWebhook>): readonly WhatsAppWebhook[] {
  if (isPolluted()) return unpolluted(whatsAppMessages, webhook);
  if (typeof webhook !== "object" || webhook === null) return [];
  return receivedIn(webhook).map(({ message, value }) => ({
    object: "whatsapp_business_account",
    entry: [{ changes: [{ field: "messages", value: { ...value, messages: [message] } }] }],
  }));
}

/** What a person did; undefined where nobody did anything. */
function doneBy(
  message: CloudMessage,
): { readonly kind: ReadingKind; readonly text: string | undefined } | undefined {
  const { button, interactive, reaction, type } = message;
  if (type === "reaction") {
    const emoji = saidText(reaction?.emoji);
    return emoji === undefined ? undefined : { kind: "reaction", text: emoji };
  }
  if (type === "button") return { kind: "button", text: saidText(button?.payload) ?? saidText(button?.text) };
  if (type === "interactive") {
    const choice = interactive?.button_reply ?? interactive?.list_reply;
    return { kind: "button", text: saidText(choice?.id) ?? saidText(interactive?.nfm_reply?.response_json) };
  }
  if (typeof type !== "string" || !written.has(type)) return undefined;
  const content: unknown = Object.entries(message).find(([name]) => name === type)?.[1];
  if (typeof content !== "object" || content === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...content };
  return { kind: "message", text: saidText(fields[written.get(type) ?? ""]) };
}

/** A number in digits, as configs write it. */
function phone(digits: unknown): string | undefined {
  return typeof digits === "string" && /^\d+$/.test(digits) ? `+${digits}` : undefined;
}

/**
 * Reads a webhook of the WhatsApp Cloud API that holds one message. The person is the number, or the id of somebody who is
 * known by a name alone; that is an alias of the number, and so is the name.
 */
export function readCloud<Payload>(
  webhook: WhatsAppWebhook,
  native: Payload,
  options: ReaderOptions,
): Reading<Payload> {
  const chosen = optionsOf(options);
  if (!Array.isArray(webhook.entry)) return unread("unknown-shape");
  const [received, ...more] = receivedIn(webhook);
  if (received === undefined) return unread("not-a-message");
  // Each has a conversation of its own.
  if (more.length > 0) return unread("unknown-shape");
  const { message, value } = received;
  const done = doneBy(message);
  if (done === undefined) return unread("not-a-message");
  const { context, from, from_user_id, group_id, id, timestamp } = message;
  const { contacts, metadata } = value;
  const own = phone(saidText(metadata?.display_phone_number)?.replace(/\D/g, ""));
  const self = [...selfOf(chosen, spellSelf), ...(own === undefined ? [] : [own])];
  const number = phone(from);
  const userId = nativeId(from_user_id);
  const known = objectsIn(contacts);
  const contact = known.find(({ user_id, wa_id }) => {
    const told = [
      [wa_id, from],
      [user_id, userId],
    ].filter(([theirs, its]) => theirs != null && its != null);
    return told.length > 0 && told.every(([theirs, its]) => theirs === its);
  });
  if (known.length > 0 && contact === undefined) return unread("contradicting-facts");
  const username = saidText(contact?.profile?.username)?.replace(/^@/, "");
  const [person, ...others] = [number, userId, username === undefined ? undefined : `@${username}`].filter(
    (each) => each !== undefined,
  );
  // A name can change hands; who is known by nothing else is not told.
  if (number === undefined && userId === undefined) return unread("missing-fact", "from");
  const ignored = unheard([person], false, self, chosen);
  if (ignored !== undefined) return ignored;
  const group = nativeId(group_id);
  if (group_id != null && group === undefined) return unread("missing-fact", "group_id");
  const isReply = nativeId(context?.id) !== undefined;
  const at =
    typeof timestamp === "string" && /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : undefined;
  return reading({
    kind: done.kind,
    facts: {
      channel: "whatsapp",
      account: chosen.account,
      chatType: group === undefined ? "direct" : "group",
      peer: group ?? person,
      aliases: others.length > 0 ? others : undefined,
      sender: person,
      messageId: done.kind === "message" ? nativeId(id) : undefined,
      reply: isReply && done.kind === "message" ? true : undefined,
    },
    text: done.text,
    at,
    access: {
      ...(done.kind === "button" && { mentioned: true }),
      ...(done.kind === "message" &&
        mentionsIn(
          // Whom a message in a group mentions, the API does not tell.
          {
            named: group === undefined ? [] : undefined,
            answered: isReply ? [phone(context?.from)] : undefined,
          },
          self,
        )),
      senderName: saidText(contact?.profile?.name),
    },
    native,
  });
}
