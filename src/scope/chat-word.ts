import { fold } from "../identity/fold.ts";
import type { ChatType } from "./chat-type.ts";

/** The chat types by the words that name them in keys; `dm` is the older word for `direct`. */
export const chatTypeOfWord: ReadonlyMap<string | undefined, ChatType> = new Map([
  ["direct", "direct"],
  ["dm", "direct"],
  ["group", "group"],
  ["channel", "channel"],
]);

/** The chat type that a word names, blanks and case aside; undefined for any other word. */
export function normalizeChatType(word: string | null | undefined): ChatType | undefined {
  return chatTypeOfWord.get(fold(word ?? ""));
}
