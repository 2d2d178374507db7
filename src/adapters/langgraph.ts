import type { RunnableConfig } from "@langchain/core/runnables";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import type { Turn } from "../loop/turn.ts";
import { isAnswerable, memoryId } from "./answerable.ts";

/** The config that a graph runs with. */
export interface ThreadConfig extends RunnableConfig {
  /** What LangGraph hands to every node of the run. */
  configurable: {
    /** The id of the conversation: a reset begins an empty thread, and the one before stays as it is. */
    readonly thread_id: string;
    /** What `turnOf` asks. A function, because the streams that show a run's config are not to show whose session it is. */
    readonly keyscope: () => Turn;
  };
}

/**
 * Runs a graph in the thread of a turn, where the turn may be answered. It is handed a function because a config that is
 * not there is one to a graph, too: a graph without a checkpointer answers then.
 *
 * @param turn - What `turn` or a store decided.
 * @param run - Invokes the graph, or streams it, with the config that it is handed.
 * @returns What `run` returned; undefined where the send policy denies an answer, and nothing was run.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const taken = turn(admit({ inbound, text: "tulips" }, policy), undefined, 1795946400000, policy);
 * taken.ok && inThread(taken, ({ configurable }) => configurable.thread_id); //=> "a5a084c9-c186-5960-b34c-11456a7cbadc"
 * ```
 */
export function inThread<Taken extends Turn, Answer>(
  turn: Taken,
  run: (config: ThreadConfig, turn: Taken) => Answer,
): Answer | undefined {
  if (!isAnswerable(turn)) return undefined;
  return run({ configurable: { thread_id: turn.conversationId, keyscope: () => turn } }, turn);
}

/**
 * The turn that a graph runs for, as its nodes and tools find it in their config: whose session it is, and what policy
 * allows in it.
 *
 * @throws TypeError where the graph runs for none.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const taken = turn(admit({ inbound, text: "tulips" }, policy), undefined, 1795946400000, policy);
 * taken.ok && inThread(taken, (config) => turnOf(config).key); //=> "agent:main:main"
 * ```
 */
export function turnOf(config: RunnableConfig): Turn {
  if (isPolluted()) return unpolluted(turnOf, config);
  const { keyscope } = (config.configurable ?? {}) as Partial<ThreadConfig["configurable"]>;
  if (typeof keyscope !== "function")
    throw new TypeError(
      "The graph runs without a turn: use the config that inThread(turn, run) passes to run",
    );
  return keyscope();
}

/**
 * Where the session keeps what it remembers beyond its conversations in a LangGraph `store`; undefined where it may not
 * search memory, and then there is nothing to ask a store for. It is the session's own, names nobody, and is one label, so
 * that no search for another session finds what is below it. A session key is none: LangGraph allows no `:` and no `.`.
 *
 * @throws TypeError where the graph runs for no turn.
 *
 * @example
 * ```ts
 * const channels = { telegram: { allowFrom: ["7"], groupPolicy: "open", groups: { "*": { requireMention: false } } } } as const;
 * const policy = parsePolicy({ channels }, { edition: "2026-11" });
 * const namespaceIn = (chatType: "direct" | "group", peer: string) => {
 *   const inbound = { channel: "telegram", chatType, peer, sender: "7" };
 *   const taken = turn(admit({ inbound, text: "tulips" }, policy), undefined, 1795946400000, policy);
 *   return taken.ok && inThread(taken, memoryNamespace);
 * };
 * namespaceIn("direct", "7"); //=> ["60b4e68d-9ed3-562c-892e-c47fe2364b66"]
 * namespaceIn("group", "-1"); //=> undefined
 * ```
 */
export function memoryNamespace(config: RunnableConfig): [string] | undefined {
  if (isPolluted()) return unpolluted(memoryNamespace, config);
  const turn = turnOf(config);
  return turn.memory.allowed ? [memoryId(turn)] : undefined;
}
