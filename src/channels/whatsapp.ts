import type { Inbound } from "../scope/inbound.ts";
import { type Maybe, inboundOf } from "./payload.ts";

/** The parts of a Baileys `WAMessage` that tell a conversation, as versions 6 and 7 spell them. */
export interface WhatsAppMessage {
  readonly key?: Maybe<{
    readonly remoteJid?: Maybe<string>;
    /** Version 7: the same person's LID beside a phone number, or the other way round. */
    readonly remoteJidAlt?: Maybe<string>;
    readonly fromMe?: Maybe<boolean>;
    readonly participant?: Maybe<string>;
    readonly participantAlt?: Maybe<string>;
    /** Version 6. */
    readonly senderPn?: Maybe<string>;
    readonly senderLid?: Maybe<string>;
    readonly participantPn?: Maybe<string>;
    readonly participantLid?: Maybe<string>;
  }>;
  readonly message?: Maybe<object>;
  readonly messageStubType?: Maybe<number>;
}

interface Person {
  readonly id?: string;
  readonly aliases?: readonly string[];
}

/** Joins the spellings of one person: the phone number is the id if any tells it, the LID otherwise. */
function personOf(jids: readonly unknown[]): Person {
  const addresses = jids.map(readJid);
  const phone = addresses.find((address) => address?.kind === "phone")?.id;
  const lid = addresses.find((address) => address?.kind === "lid")?.id;
  if (phone !== undefined && lid !== undefined) return { id: phone, aliases: [lid] };
  const id = phone ?? lid;
  return id === undefined ? {} : { id };
}

const carriage: ReadonlySet<string> = new Set(["senderKeyDistributionMessage", "messageContextInfo"]);
const noMessage: ReadonlySet<string> = new Set(["protocolMessage", "reactionMessage", "encReactionMessage"]);

/** Tells whether somebody said something: keys, receipts, deletions and reactions alone are no message. */
function says(content: Maybe<object>): boolean {
  if (typeof content !== "object" || content === null) return false;
  const parts = Object.keys(content).filter((part) => !carriage.has(part));
  return parts.length > 0 && !parts.every((part) => noMessage.has(part));
}

/**
 * Tells which conversation a WhatsApp message, as Baileys reads it, belongs to.
 *
 * - What the bot's own number wrote gives `undefined`, and so do notices, reactions, deletions, messages
 *   that could not be decrypted, broadcasts and the status feed.
 * - In a direct chat the peer is the person, by phone number (`+12025550123`) when the message tells it
 *   and by LID (`271828182845904@lid`) when not; when it tells both, the LID is an alias. A host that
 *   learns the phone number behind a LID later should add it before it calls, or link both.
 * - In a group the peer is the group's JID and `sender` the person; a newsletter is a `channel`.
 * - A device of a person (`:12`) is that person. WhatsApp has no threads.
 *
 * @param message - The message as Baileys gave it; a misshaped one gives `undefined`, or lacks a fact.
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
  message: Maybe<WhatsAppMessage>,
  { account }: { readonly account?: string } = {},
): Inbound | undefined {
  const key = message?.key;
  if (key == null || key.fromMe === true || message?.messageStubType || !says(message?.message))
    return undefined;
  const chat = readJid(key.remoteJid);
  if (chat === undefined) return undefined;
  if (chat.kind === "group" || chat.kind === "newsletter") {
    const chatType = chat.kind === "group" ? "group" : "channel";
    const { id: sender, aliases } = personOf([
      key.participant,
      key.participantAlt,
      key.participantPn,
      key.participantLid,
    ]);
    return inboundOf({ channel: "whatsapp", account, chatType, peer: chat.id, aliases, sender });
  }
  const { id: peer, aliases } = personOf([key.remoteJid, key.remoteJidAlt, key.senderPn, key.senderLid]);
  return inboundOf({ channel: "whatsapp", account, chatType: "direct", peer, aliases });
}

/** What the part after the `@` of a JID says about the part before it. */
type Kind = "phone" | "lid" | "group" | "newsletter";

/** An address of WhatsApp, without what tells devices apart. */
interface WhatsAppAddress {
  readonly kind: Kind;
  /** `+` and digits for a phone number, the bare JID for the rest. */
  readonly id: string;
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["s.whatsapp.net", "phone"],
  ["c.us", "phone"],
  ["hosted", "phone"],
  ["lid", "lid"],
  ["hosted.lid", "lid"],
  ["g.us", "group"],
  ["newsletter", "newsletter"],
]);

/**
 * Reads a JID. The agent and the device (`_1`, `:12`) go: one person has many. A phone number becomes
 * `+` and its digits, the spelling that OpenClaw configs use.
 *
 * @returns `undefined` for broadcasts, for the status feed, and for what is no JID.
 *
 * @example
 * ```ts
 * readJid("12025550123:12@s.whatsapp.net"); //=> { kind: "phone", id: "+12025550123" }
 * readJid("271828182845904@lid"); //=> { kind: "lid", id: "271828182845904@lid" }
 * readJid("status@broadcast"); //=> undefined
 * ```
 */
export function readJid(jid: unknown): WhatsAppAddress | undefined {
  if (typeof jid !== "string") return undefined;
  const at = jid.indexOf("@");
  const kind = kinds.get(jid.slice(at + 1).toLowerCase());
  const user = jid.slice(0, at);
  if (at < 1 || kind === undefined) return undefined;
  if (kind === "group" || kind === "newsletter") return { kind, id: jid.toLowerCase() };
  const person = user.replace(/(?:_\d+)?(?::\d+)?$/, "");
  if (!/^\d+$/.test(person)) return undefined;
  return { kind, id: kind === "phone" ? `+${person}` : `${person}@lid` };
}
