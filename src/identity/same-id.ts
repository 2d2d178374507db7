import { lowerAscii } from "./fold.ts";

/** Writes every spelling of one id alike, and no two ids. */
export type WriteId = (id: string) => string;

/** Which spellings are one id on a channel, and who says so. */
export interface IdRule {
  readonly write: WriteId;
  readonly source: string;
}

function lowerDomain(address: string): string {
  const domain = address.lastIndexOf("@") + 1;
  return address.slice(0, domain) + lowerAscii(address.slice(domain));
}

const written = /^\+?[(\d](?:[\d ().-]*\d)?$/;

/** A phone number as E.164 writes it; whatever else stands there stays. */
export function phoneNumber(text: string): string {
  return written.test(text) ? `+${text.replace(/\D/g, "")}` : text;
}

const device = /^(\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/;

/** Phone numbers: what stands between the digits says nothing, and neither does a `+` that goes without saying. */
const phones: IdRule = { write: phoneNumber, source: "ITU-T E.164, and E.123 for how numbers are written" };

/**
 * The channels on which an id may be spelled in several ways. On every other channel an id is itself alone: a blank, a capital
 * letter or an `@` more makes another, which may be another person's.
 */
export const idRules: ReadonlyMap<string, IdRule> = new Map<string, IdRule>([
  // Only letters are folded: which punctuation pairs up depends on the server.
  ["irc", { write: lowerAscii, source: "RFC 1459, 2.2" }],
  ["email", { write: lowerDomain, source: "RFC 5321, 2.4: of an address only the domain is without case" }],
  ["signal", phones],
  ["sms", phones],
  ["imessage", phones],
  ["bluebubbles", phones],
  [
    "whatsapp",
    {
      write: (id) => phoneNumber(device.exec(id)?.[1] ?? id),
      source: "the number in an address is the phone's; that of a `@lid` is none",
    },
  ],
  ["msteams", { write: lowerAscii, source: "RFC 9562, 4: people are UUIDs, whose letters are without case" }],
  [
    "googlechat",
    {
      write: (id) => id.replace(/^users\/(?=\d+$)/, ""),
      source: "Google Chat names a person `users/<number>`",
    },
  ],
]);

/** Whether people on a channel are known by their phone numbers. */
export function idsArePhones(channel: string | undefined): boolean {
  return channel === "whatsapp" || idRules.get(channel ?? "") === phones;
}

const itself: WriteId = (id) => id;

/** How ids of a channel are compared where they grant something (`2026-11`). */
export function idWriter(channel: string | undefined): WriteId {
  return idRules.get(channel ?? "")?.write ?? itself;
}
