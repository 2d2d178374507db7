import { chatTypeOfWord } from "../chat-type.ts";
import { escapedIds, readIdentity, type IdSpelling, idOf, type KeySegments } from "./segment.ts";
import type { ChatKeyParts, NameOf } from "./parts.ts";

type ChatName = NameOf<ChatKeyParts>;

/** Writes the name of a chat's session, `[channel:[account:]]<kind>:<peer>`, whose last segment is spelled already. */
export function joinChatName(
  channel: string | undefined,
  account: string | undefined,
  kind: string,
  last: string,
  spelling: IdSpelling,
): string {
  if (channel === undefined) return `${kind}:${last}`;
  const place = account === undefined ? "" : `:${spelling.id(account)}`;
  return `${spelling.channel(channel)}${place}:${kind}:${last}`;
}

/** What follows a room's id in the name of a session that one person has there; its id is spelled already. */
export function senderPart(sender: string | undefined): string {
  return sender === undefined ? "" : `:sender:${sender}`;
}

/** What follows a person in the name of a chat that somebody else has with them; its id is spelled already. */
export function partyPart(party: string | undefined): string {
  return party === undefined ? "" : `:party:${party}`;
}

/** Writes the name of a chat's session, with its ids as `spelling` has them. */
export function writeChatName(
  {
    channel,
    account,
    kind,
    peer,
    identity,
    sender,
    party,
  }: {
    readonly channel?: string | undefined;
    readonly account?: string | undefined;
    readonly kind: string;
    readonly peer: string;
    readonly identity?: true | undefined;
    readonly sender?: string | undefined;
    readonly party?: string | undefined;
  },
  spelling: IdSpelling = escapedIds,
): string {
  const last = kind === "direct" ? spelling.person(peer, identity === true) : spelling.id(peer);
  const own = senderPart(sender === undefined ? undefined : spelling.id(sender));
  const whose = partyPart(party === undefined ? undefined : spelling.id(party));
  return joinChatName(channel, account, kind, last, spelling) + own + whose;
}

/** Who or what a chat is with, and in a room whose session it is, with a person whose chat: the segments from a place on; only a direct chat's can be a canonical name. */
function readPeer(
  segments: KeySegments,
  from: number,
  kind: string,
): { readonly peer: string; readonly identity?: true; readonly sender?: string; readonly party?: string } {
  const word = kind === "direct" ? "party" : "sender";
  const mark = segments.words.lastIndexOf(word);
  const isMarked = mark > from && mark + 1 < segments.texts.length;
  const end = isMarked ? mark : segments.texts.length;
  const within = isMarked ? { [word]: idOf(segments, mark + 1) } : {};
  const isOne = end - from === 1;
  const name = kind === "direct" && isOne ? readIdentity(segments.texts[from] ?? "") : undefined;
  return name === undefined
    ? { peer: idOf(segments, from, end), ...within }
    : { peer: name, identity: true, ...within };
}

/** Reads `direct:<peer>`. */
function readPersonName(segments: KeySegments): ChatName | undefined {
  const { texts, words } = segments;
  const fits = texts.length > 1 && chatTypeOfWord.get(words[0]) === "direct";
  return fits ? { kind: "direct", ...readPeer(segments, 1, "direct") } : undefined;
}

/** Reads `<channel>:<kind>:<peer>`. */
function readChannelName(segments: KeySegments): ChatName | undefined {
  const { texts, words } = segments;
  const kind = texts.length > 2 ? chatTypeOfWord.get(words[1]) : undefined;
  return kind && { kind, channel: idOf(segments, 0, 1), ...readPeer(segments, 2, kind) };
}

/** Reads `<channel>:slash:<user>`. */
function readSlashName(segments: KeySegments): ChatName | undefined {
  const { texts, words } = segments;
  const fits = texts.length > 2 && words[1] === "slash";
  return fits ? { kind: "slash", channel: idOf(segments, 0, 1), user: idOf(segments, 2) } : undefined;
}

/** Reads `<channel>:<account>:<kind>:<peer>`. */
function readAccountName(segments: KeySegments): ChatName | undefined {
  const { texts, words } = segments;
  const kind = texts.length > 3 ? chatTypeOfWord.get(words[2]) : undefined;
  if (kind === undefined) return undefined;
  const place = { channel: idOf(segments, 0, 1), account: idOf(segments, 1, 2) };
  return { kind, ...place, ...readPeer(segments, 3, kind) };
}

/**
 * Every reading of a chat's name, undefined where it does not fit; more than one fits only where ids are not
 * escaped.
 */
export function readChatNames(segments: KeySegments): readonly (ChatName | undefined)[] {
  return [
    readPersonName(segments),
    readChannelName(segments),
    readSlashName(segments),
    readAccountName(segments),
  ];
}
