import { remember } from "../../edition/remember.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/**
 * The words of the key grammar. Outside the agent id's place they are never an id: an id that
 * equals one, in any case, is written with its first letter escaped, so that a channel called
 * `direct`, a peer called `thread` or a main key called `cron` cannot be mistaken for structure.
 */
export const keyWords = [
  "agent",
  "direct",
  "dm",
  "group",
  "channel",
  "sender",
  "party",
  "thread",
  "heartbeat",
  "slash",
  "cron",
  "run",
  "hook",
  "subagent",
  "acp",
  "binding",
  "explicit",
  "openai",
  "openai-user",
  "openresponses",
  "openresponses-user",
  "dashboard",
  "internal-session-effects",
  "harness",
  "boot",
] as const;

/** A word of the key grammar. */
export type KeyWord = (typeof keyWords)[number];

const known: ReadonlySet<string> = new Set(keyWords);
const firstLetter = "A".charCodeAt(0);
const longestWord = Math.max(...keyWords.map((word) => word.length));

// Written out, because what \s, \p{Cf} and \p{Zs} match depends on the engine's Unicode version:
// % and :, blanks and controls, zero-width and bidirectional controls, tags, lone surrogates.
const unsafe =
  /[%:\0- \x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
/** Ids of which nothing needs escaping, as most are: printable ASCII but % and colons. */
const plain = /^[!-$&-9;-~]+$/;
const escaped = /%(?:u([0-9A-F]{4})|([0-9A-F]{2}))/g;

function escapeUnits(text: string): string {
  let written = "";
  for (let at = 0; at < text.length; at += 1) {
    const hex = text.charCodeAt(at).toString(16).toUpperCase();
    written += hex.length <= 2 ? `%${hex.padStart(2, "0")}` : `%u${hex.padStart(4, "0")}`;
  }
  return written;
}

/** The word of the grammar that a segment is, in any case; undefined when it is an id. */
function keyWord(segment: string): KeyWord | undefined {
  // Words are letters, which ids on most channels do not begin with.
  if (segment.length > longestWord || segment.charCodeAt(0) < firstLetter) return undefined;
  const folded = lowerCase(segment);
  // The set holds exactly the words of the type.
  return known.has(folded) ? (folded as KeyWord) : undefined;
}

/** Escapes the first character of a segment that would otherwise be read as something else. */
export function guardSegment(segment: string): string {
  return escapeUnits(segment.slice(0, 1)) + segment.slice(1);
}

/**
 * Writes an id as one segment of a key, injectively: `%XX` and `%uXXXX` for code units that would
 * end the segment or cannot be seen, and a lone `%` for the empty id.
 */
export function escapeSegment(id: string): string {
  if (plain.test(id)) return id;
  return id === "" ? "%" : id.replace(unsafe, escapeUnits);
}

/** Writes an id where words of the grammar can stand: escaped, and never equal to a word. */
export function writeSegment(id: string): string {
  return keyWord(id) === undefined ? escapeSegment(id) : guardSegment(id);
}

/** How ids are written into keys. */
export interface IdSpelling {
  readonly channel: (channel: string) => string;
  readonly id: (id: string) => string;
  /** The peer of a direct chat: an id, or a person's canonical name. */
  readonly person: (peer: string, isIdentity: boolean) => string;
}

/** Ids as they are, as the openclaw@ editions write them. */
export const rawIds: IdSpelling = { channel: (channel) => channel, id: (id) => id, person: (peer) => peer };

// No platform's ids begin with it (Urbit's begin with ~, Matrix's with @, IRC channels with #).
const identityMark = "=";

/** Ids escaped, and canonical names with a mark that no id begins with. */
export const escapedIds: IdSpelling = {
  channel: /* @__PURE__ */ remember(writeSegment),
  id: writeSegment,
  person: (peer, isIdentity) => {
    if (isIdentity) return identityMark + escapeSegment(peer);
    return peer.startsWith(identityMark) ? guardSegment(escapeSegment(peer)) : writeSegment(peer);
  },
};

/** Reads the canonical name that a direct chat's peer segment spells; undefined when it spells an id. */
export function readIdentity(segment: string): string | undefined {
  return segment.startsWith(identityMark) ? readSegment(segment.slice(identityMark.length)) : undefined;
}

/** Reads the id that a segment spells; the inverse of `escapeSegment` and `writeSegment`. A stray `%` is kept. */
export function readSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  if (segment === "%") return "";
  return segment.replace(escaped, (_, unit: string | undefined, byte: string | undefined) =>
    String.fromCharCode(Number.parseInt(unit ?? byte ?? "", 16)),
  );
}

/** A stretch of a key, segment by segment, and which segments are words of the grammar. */
export interface KeySegments {
  readonly texts: readonly string[];
  readonly words: readonly (KeyWord | undefined)[];
}

/** Takes a stretch of a key apart at its colons. */
export function splitSegments(stretch: string): KeySegments {
  const texts: string[] = [];
  let from = 0;
  // Finding the colons takes half the time of `split`.
  for (let colon = stretch.indexOf(":"); colon !== -1; colon = stretch.indexOf(":", from)) {
    texts.push(stretch.slice(from, colon));
    from = colon + 1;
  }
  texts.push(stretch.slice(from));
  return { texts, words: texts.map(keyWord) };
}

/** The first segments, up to a place. */
export function segmentsBefore({ texts, words }: KeySegments, end: number): KeySegments {
  return { texts: texts.slice(0, end), words: words.slice(0, end) };
}

/** The one id that segments spell; the colons of older keys were not escaped. */
export function idOf({ texts }: KeySegments, from: number, end = texts.length): string {
  const isOne = end - from === 1;
  return isOne ? readSegment(texts[from] ?? "") : texts.slice(from, end).map(readSegment).join(":");
}
