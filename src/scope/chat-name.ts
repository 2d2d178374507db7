import { writeSegment, type KeyWord } from "./key-segment.ts";
import { idOf, type KeySegments } from "./key-segments.ts";
import type { ChatKeyParts, NameOf } from "./session-key-parts.ts";

type ChatName = NameOf<ChatKeyParts>;

const kinds: ReadonlyMap<KeyWord | undefined, "direct" | "group" | "channel"> = new Map([
  ["direct", "direct"],
  ["dm", "direct"],
  ["group", "group"],
  ["channel", "channel"],
]);

interface ChatPlace {
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
  readonly kind: string;
  readonly peer: string;
}

/** Writes the name of a chat's session, `[channel:[account:]]<kind>:<peer>`, with its ids as `write` spells them. */
export function writeChatName(
  { channel, account, kind, peer }: ChatPlace,
  write: (id: string) => string = writeSegment,
): readonly string[] {
  const place = [channel, account].filter((id) => id !== undefined);
  return [...place.map((id) => write(id)), kind, write(peer)];
}

/** Every reading of a chat's name that fits; more than one only for keys with unescaped ids. */
export function readChatNames(segments: KeySegments): readonly ChatName[] {
  const { texts, words } = segments;
  const names: ChatName[] = [];
  if (kinds.get(words[0]) === "direct" && texts.length > 1)
    names.push({ kind: "direct", peer: idOf(segments, 1) });
  if (texts.length > 2) {
    const channel = idOf(segments, 0, 1);
    const kind = kinds.get(words[1]);
    if (kind !== undefined) names.push({ kind, channel, peer: idOf(segments, 2) });
    if (words[1] === "slash") names.push({ kind: "slash", channel, user: idOf(segments, 2) });
  }
  const kind = kinds.get(words[2]);
  if (kind !== undefined && texts.length > 3)
    names.push({
      kind,
      channel: idOf(segments, 0, 1),
      account: idOf(segments, 1, 2),
      peer: idOf(segments, 3),
    });
  return names;
}
