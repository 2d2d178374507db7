import type { CompiledStateGraph, InMemoryStore, LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Agent as MastraAgent } from "@mastra/core/agent";
import type { Agent, Runner } from "@openai/agents-core";
import type { NoTurn, SessionStore, StoredTurn, Turn } from "../../src/index.ts";
import { inThread, memoryNamespace, turnOf } from "../../src/adapters/langgraph.ts";
import { inThread as inMastraThread } from "../../src/adapters/mastra.ts";
import { inSession, type AgentItems } from "../../src/adapters/openai-agents.ts";

declare const graph: CompiledStateGraph<unknown, unknown>;
declare const config: LangGraphRunnableConfig;
declare const memories: InMemoryStore;
declare const mastra: MastraAgent;
declare const agent: Agent;
declare const runner: Runner;
declare const taken: StoredTurn<AgentItems>;
declare const ticked: Turn;
declare const unread: Turn | NoTurn;
declare const store: SessionStore<AgentItems>;

// What a turn is run in is what the framework takes, without a cast.
export const runs = [
  inThread(taken, (config) => graph.invoke({}, config)),
  inThread(ticked, (config) => graph.stream({}, { ...config, streamMode: "updates" })),
  inThread(taken, (config) => graph.getState(config)),
  inMastraThread(taken, (memory, { text }) => mastra.generate(text, { memory })),
  inMastraThread(ticked, (memory) => mastra.stream("", { memory })),
  inSession(taken, (session, { text }) => runner.run(agent, text, { session })),
  inSession(taken, (session) => runner.run(agent, "", { session, stream: true })),
];

// The turn comes back as what it was; and whether anything ran is to be asked.
export const data: AgentItems | undefined = inThread(taken, (_, { data }) => data);
export const key: string = turnOf(config).key;
// @ts-expect-error Where nothing may be answered there is no answer.
export const text: string = inThread(taken, () => "");

// @ts-expect-error What is no turn runs in no thread.
inThread(unread, (config) => graph.invoke({}, config));
// @ts-expect-error Nor is it any memory's.
inMastraThread(unread, (memory) => mastra.generate("", { memory }));
// @ts-expect-error Only what a store returned can keep items,
inSession(ticked, (session) => runner.run(agent, "", { session }));
// @ts-expect-error and only where the store keeps them.
inSession({} as StoredTurn<string>, (session) => runner.run(agent, "", { session }));
// @ts-expect-error A session that may search no memory has no namespace.
void memories.search(memoryNamespace(config));

export async function answer(...given: Parameters<typeof store.turn>): Promise<unknown> {
  const turn = await store.turn(...given);
  return turn.ok && inSession(turn, (session) => runner.run(agent, turn.text, { session }));
}
