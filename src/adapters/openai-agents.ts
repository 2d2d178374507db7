import type { AgentInputItem, Session } from "@openai/agents-core";
import type { StoredTurn } from "../loop/session-store.ts";
import { isAnswerable } from "./answerable.ts";

/** What a store keeps of a conversation: `sessionStore<AgentItems>`. */
export type AgentItems = readonly AgentInputItem[];

/** The items of one conversation. Where it was reset meanwhile, a run goes on with what it had, and nothing of it is kept. */
function sessionOf({ conversationId, data, save }: StoredTurn<AgentItems>): Session {
  let items = data ?? [];

  /** Another message of the conversation may have been answered meanwhile: what is changed is what is kept by now. */
  async function change(make: (kept: AgentItems) => AgentItems): Promise<void> {
    let made = items;
    const isKept = await save((kept = []) => (made = make(kept)));
    items = isKept ? made : make(items);
  }

  return {
    getSessionId: () => Promise.resolve(conversationId),
    getItems: (limit = Infinity) => Promise.resolve(limit > 0 ? items.slice(-limit) : []),
    addItems: (added) => change((kept) => [...kept, ...added]),
    async popItem() {
      let last: AgentInputItem | undefined;
      await change((kept) => {
        last = kept.at(-1);
        return kept.slice(0, -1);
      });
      return last;
    },
    clearSession: () => change(() => []),
    replaceHistoryWithCompaction: (compacted) => change(() => compacted),
  };
}

/**
 * Runs an agent in the session of a turn, where the turn may be answered: a `Session` of the OpenAI Agents SDK whose items
 * the store keeps, and ends when the policy says so. It is handed a function because an agent that is run without a session
 * answers all the same, and forgets.
 *
 * Two messages of a conversation may be answered at once: the items of both are kept. Of a conversation that was reset while
 * an agent ran, nothing of that run is kept.
 *
 * @param turn - What a store's `turn` or `tick` returned, whose data are the items of the conversation.
 * @param answer - Runs the agent with the session that it is handed.
 * @returns What `answer` returned; undefined where the send policy denies an answer, and nothing was run.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const store = sessionStore<import("keyscope/openai-agents").AgentItems>(new Map(), policy, { now: () => 1795946400000 });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const taken = await store.turn(admit({ inbound, text: "tulips" }, policy));
 * if (taken.ok) await inSession(taken, (session) => session.addItems([{ role: "user", content: "tulips" }]));
 * await store.get("agent:main:main"); //=> [{ role: "user", content: "tulips" }]
 * ```
 */
export function inSession<Taken extends StoredTurn<AgentItems>, Answer>(
  turn: Taken,
  answer: (session: Session, turn: Taken) => Answer,
): Answer | undefined {
  return isAnswerable(turn) ? answer(sessionOf(turn), turn) : undefined;
}
