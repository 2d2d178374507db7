import { saidText } from "./payload.ts";
import { lowerCase } from "../edition/lower-case.ts";

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
  const kind = kinds.get(lowerCase(jid.slice(at + 1)));
  const user = jid.slice(0, at);
  if (at < 1 || kind === undefined) return undefined;
  if (kind === "group" || kind === "newsletter") return { kind, id: lowerCase(jid) };
  const person = user.replace(/(?:_\d+)?(?::\d+)?$/, "");
  if (!/^\d+$/.test(person)) return undefined;
  return { kind, id: kind === "phone" ? `+${person}` : `${person}@lid` };
}

interface Person {
  readonly id?: string;
  readonly aliases?: readonly string[];
}

/**
 * Joins the spellings of one person: the phone number is the id if any tells it, the LID otherwise. The name by which the
 * person is found, which can change, is an alias.
 */
export function personOf(jids: readonly unknown[], username?: unknown): Person {
  const addresses = jids.map(readJid);
  const phone = addresses.find((address) => address?.kind === "phone")?.id;
  const lid = addresses.find((address) => address?.kind === "lid")?.id;
  const id = phone ?? lid;
  if (id === undefined) return {};
  const name = saidText(username)?.replace(/^@/, "");
  const aliases = [phone === undefined ? undefined : lid, name === undefined ? undefined : `@${name}`].filter(
    (alias) => alias !== undefined,
  );
  return aliases.length === 0 ? { id } : { id, aliases };
}

/** A JID, or a phone number as configs write it, in the one spelling of people here. */
export function spellSelf(id: string): string | undefined {
  return /^\+?\d+$/.test(id) ? `+${id.replace("+", "")}` : readJid(id)?.id;
}
