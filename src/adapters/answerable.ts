import { isObject } from "../config/is-object.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { conversationId } from "../loop/conversation-id.ts";
import type { NoTurn, Turn } from "../loop/turn.ts";

/** Whether there is a turn, also where a caller without types hands over something else, and it may be answered. */
export function isAnswerable(turn: Partial<Turn> | NoTurn): boolean {
  if (isPolluted()) return unpolluted(isAnswerable, turn);
  return isObject(turn) && turn.ok === true && turn.send?.allowed === true;
}

/**
 * Under which id a framework keeps what a session remembers beyond its conversations: the same after each reset. It is the
 * session's and nobody else's: were it the sender's, a room would hear what a person told in private.
 */
export function memoryId({ key }: Turn): string {
  return conversationId(key, {});
}
