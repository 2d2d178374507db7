import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { fold } from "../../identity/fold.ts";
import { agentKeyPrefix } from "../../scope/key/agent-key.ts";
import { sessionFactReadings, type SessionFacts } from "../session-facts.ts";
import { isRefused, readFacts, type FactReadings } from "../../scope/facts/read-facts.ts";

const memoryRun = /:active-memory:[0-9a-f]{12}$/;
const agentPart = /^agent:[^:]+:/;
const room = /:(?:group|channel):/;
const direct = /:(?:direct|dm):/;
const task = /:(?:active-memory|cron|heartbeat|hook|node|subagent)(?::|$)/;

const readings = {
  key: sessionFactReadings.key,
  stored: sessionFactReadings.stored,
  agentId: sessionFactReadings.agentId,
} as const satisfies FactReadings;

/**
 * Tells whether what was said in one session may be recalled in another: only a conversation that
 * is known to be with one person. A session of which the host stores nothing is not; a main
 * session is, once a direct chat is stored for it. Whose session it is, the key tells where the
 * agent is left out.
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
export function isPrivateConversation(given: Pick<SessionFacts, "key" | "stored" | "agentId">): boolean {
  if (isPolluted()) return unpolluted(isPrivateConversation, given);
  const read = readFacts<Pick<SessionFacts, "key" | "stored" | "agentId">>(given, readings, ["key"]);
  if (isRefused(read)) return false;
  const { agentId, key, stored } = read.facts;
  if (stored === undefined) return false;
  const { chatType: own, delivery } = stored;
  const delivered = delivery?.kind === "external" ? delivery.chatType : undefined;
  const chatTypes = [own, delivered].filter((chatType) => chatType !== undefined);
  const folded = fold(key);
  const ofAgent = agentId === undefined ? (agentPart.exec(folded)?.[0] ?? "") : agentKeyPrefix(fold(agentId));
  if (memoryRun.test(folded) || folded === "global" || folded === `${ofAgent}global`) return false;
  const allDirect = chatTypes.every((chatType) => chatType === "direct");
  if (folded.startsWith(`${ofAgent}explicit:`)) return chatTypes.length > 0 && allDirect;
  if (room.test(folded) || task.test(folded)) return false;
  return chatTypes.length > 0 ? allDirect : direct.test(folded);
}
