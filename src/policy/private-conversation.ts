import { fold } from "../identity/fold.ts";
import type { SessionFacts } from "./session-facts.ts";

const memoryRun = /:active-memory:[0-9a-f]{12}$/;
const globalSession = /^(?:agent:[^:]+:)?global$/;
const explicitSession = /^agent:[^:]+:explicit:/;
const room = /:(?:group|channel):/;
const direct = /:(?:direct|dm):/;
const taskWords: ReadonlySet<string> = new Set([
  "active-memory",
  "cron",
  "heartbeat",
  "hook",
  "node",
  "subagent",
]);

/**
 * Tells whether what was said in one session may be recalled in another: only a conversation that
 * is known to be with one person. A session of which the host stores nothing is not; a main
 * session is, once a direct chat is stored for it.
 *
 * Source: cross-conversation recall since 2026.8.1, the same in every release and in `2026-11`.
 *
 * @example
 * ```ts
 * isPrivateConversation({ key: "agent:main:telegram:direct:7", stored: {} }); //=> true
 * isPrivateConversation({ key: "agent:main:main", stored: {} }); //=> false
 * isPrivateConversation({ key: "agent:main:main", stored: { chatType: "direct" } }); //=> true
 * ```
 */
export function isPrivateConversation({ key, stored }: Pick<SessionFacts, "key" | "stored">): boolean {
  if (stored === undefined) return false;
  const chatTypes = [stored.chatType, stored.delivery?.chatType]
    .filter((text) => text !== undefined)
    .map(fold);
  const folded = fold(key);
  if (memoryRun.test(folded) || globalSession.test(folded)) return false;
  const allDirect = chatTypes.every((chatType) => chatType === "direct");
  if (explicitSession.test(folded)) return chatTypes.length > 0 && allDirect;
  if (room.test(folded) || folded.split(":").some((segment) => taskWords.has(segment))) return false;
  return chatTypes.length > 0 ? allDirect : direct.test(folded);
}
