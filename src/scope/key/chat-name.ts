import { chatTypeOfWord } from "../chat-word.ts";
import { escapedIds, readIdentity, type IdSpelling } from "./segment.ts";
import { idOf, type KeySegments } from "./segments.ts";
import type { ChatKeyParts, NameOf } from "./parts.ts";

type ChatName = NameOf<ChatKeyParts>;

interface ChatPlace {
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
  readonly kind: string;
}

interface ChatIds extends ChatPlace {
  readonly peer: string;
  readonly identity?: true | undefined;
}

/** Writes the name of a chat's session, `[channel:[account:]]<kind>:<peer>`, whose last segment is spelled already. */
export function joinChatName(
  { channel, account, kind }: ChatPlace,
  last: string,
  spelling: IdSpelling,
): string {
  if (channel === undefined) return `${kind}:${last}`;
  const place = account === undefined ? "" : `:${spelling.id(account)}`;
  return `${spelling.channel(channel)}${place}:${kind}:${last}`;
}

/** Writes the name of a chat's session, with its ids as `spelling` has them. */
export function writeChatName(ids: ChatIds, spelling: IdSpelling = escapedIds): string {
  const { kind, peer, identity } = ids;
  return joinChatName(
    ids,
    kind === "direct" ? spelling.person(peer, identity === true) : spelling.id(peer),
    spelling,
  );
}

/** Who or what a chat is with: the segments from a place on; only a direct chat's can be a canonical name. */
function readPeer(
  segments: KeySegments,
  from: number,
  kind: string,
): { readonly peer: string; readonly identity?: true } {
  const [only = "", ...others] = segments.texts.slice(from);
  const name = kind === "direct" && others.length === 0 ? readIdentity(only) : undefined;
  return name === undefined ? { peer: idOf(segments, from) } : { peer: name, identity: true };
}

/** Every reading of a chat's name that fits; more than one only for keys with unescaped ids. */
export function readChatNames(segments: KeySegments): readonly ChatName[] {
  const { texts, words } = segments;
  const names: ChatName[] = [];
  if (chatTypeOfWord.get(words[0]) === "direct" && texts.length > 1)
    names.push({ kind: "direct", ...readPeer(segments, 1, "direct") });
  if (texts.length > 2) {
    const channel = idOf(segments, 0, 1);
    const kind = chatTypeOfWord.get(words[1]);
    if (kind !== undefined) names.push({ kind, channel, ...readPeer(segments, 2, kind) });
    if (words[1] === "slash") names.push({ kind: "slash", channel, user: idOf(segments, 2) });
  }
  const kind = chatTypeOfWord.get(words[2]);
  if (kind !== undefined && texts.length > 3)
    names.push({
      kind,
      channel: idOf(segments, 0, 1),
      account: idOf(segments, 1, 2),
      ...readPeer(segments, 3, kind),
    });
  return names;
}
