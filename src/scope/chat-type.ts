import type { Behaviours } from "../edition/edition.ts";
import { fold } from "../identity/fold.ts";

/** What kind of chat a message came from: one person, a closed room, or a broadcast room. */
export type ChatType = "direct" | "group" | "channel";

/** The chat types by the words that name them in keys; `dm` is the older word for `direct`. */
export const chatTypeOfWord: ReadonlyMap<string | undefined, ChatType> = new Map([
  ["direct", "direct"],
  ["dm", "direct"],
  ["group", "group"],
  ["channel", "channel"],
]);

/** The word for a direct chat: `dm` up to 2026.2.6-3, `direct` since. Any other kind is a room. */
export function directKind(behaviours: Behaviours): string {
  return behaviours.has("direct-token") ? "direct" : "dm";
}

/** The chat type that a word names, blanks and case aside; undefined for any other word. */
export function normalizeChatType(word: string | null | undefined): ChatType | undefined {
  // Most are not told or written exactly, and comparing is cheaper than folding.
  if (word === undefined || word === "direct" || word === "group" || word === "channel") return word;
  return chatTypeOfWord.get(fold(word ?? ""));
}
