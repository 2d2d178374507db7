import { textOf } from "../config/given.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import type { SessionTimes } from "../lifecycle/session-entry.ts";
import { areTimes, sessionTimesOf } from "../lifecycle/session-times-of.ts";
import { toUuid } from "../scope/derived-id.ts";

/** Ours alone, so that no other ids are these. */
const namespace = "31ac5a2e-1403-49c1-a47a-8a393db1dc0a";

/**
 * Names what is said in a session between two resets: the same id for each of its messages, and another after each reset. A
 * framework that keeps messages by thread or conversation takes it for its own id, and a reset deletes nothing.
 *
 * It is a UUID (version 5 of RFC 9562) of the key and the instant at which the conversation began, so that every worker
 * finds the same one, and nobody can tell people from it.
 *
 * @param key - The session key.
 * @param times - The session's times, as `turn` returned them. Of a session whose beginning nobody knows the id stays the
 * same until it begins anew.
 *
 * @example
 * ```ts
 * const times = { sessionStartedAt: 1795946400000, updatedAt: 1795946500000 };
 * conversationId("agent:main:main", times); //=> "a5a084c9-c186-5960-b34c-11456a7cbadc"
 * conversationId("agent:main:main", { ...times, updatedAt: 1795946600000 }); //=> "a5a084c9-c186-5960-b34c-11456a7cbadc"
 * conversationId("agent:main:main", { sessionStartedAt: 1796011200000 }); //=> "0fd5b832-ab6e-534c-97b7-59501cff4be5"
 * ```
 */
export function conversationId(key: string, times: SessionTimes): string {
  if (isPolluted()) return unpolluted(conversationId, key, times);
  const read = sessionTimesOf(times);
  const begun = areTimes(read) ? read.sessionStartedAt : undefined;
  return toUuid(JSON.stringify([textOf(key), begun ?? null]), namespace);
}
