import type { AgentMemoryOption } from "@mastra/core/agent";
import type { Turn } from "../loop/turn.ts";
import { isAnswerable, memoryId } from "./answerable.ts";

/** What a session is not shown that may not search memory: what was learnt in its other conversations. */
const withoutMemory: NonNullable<AgentMemoryOption["options"]> = {
  semanticRecall: false,
  workingMemory: { enabled: false },
};

/**
 * Calls an agent in the thread of a turn, where the turn may be answered. It is handed a function because an agent that is
 * called without `memory` answers all the same, in no thread.
 *
 * - `thread` is the id of the conversation: a reset begins an empty thread, and the one before stays as it is.
 * - `resource`, whose working memory and recall Mastra shares across threads, is the session: the same after a reset, and
 *   no other session's. It names nobody; `conversationId(key, {})` is the same id.
 * - Where the session may not search memory, both are switched off for the call. The conversation itself goes on. A model
 *   is still offered Mastra's tool that writes working memory, of the session that it is called for.
 *
 * @param turn - What `turn` or a store decided.
 * @param run - Calls the agent, by `generate` or `stream`, with the `memory` that it is handed.
 * @returns What `run` returned; undefined where the send policy denies an answer, and nothing was called.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const taken = turn(admit({ inbound, text: "tulips" }, policy), undefined, 1795946400000, policy);
 * taken.ok && inThread(taken, ({ resource, thread }) => [resource, thread]);
 * //=> [conversationId("agent:main:main", {}), "a5a084c9-c186-5960-b34c-11456a7cbadc"]
 * ```
 */
export function inThread<Taken extends Turn, Answer>(
  turn: Taken,
  run: (memory: AgentMemoryOption, turn: Taken) => Answer,
): Answer | undefined {
  if (!isAnswerable(turn)) return undefined;
  const memory = { thread: turn.conversationId, resource: memoryId(turn) };
  return run(turn.memory.allowed ? memory : { ...memory, options: withoutMemory }, turn);
}
