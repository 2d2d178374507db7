import { HumanMessage, type BaseMessage } from "@langchain/core/messages";
import {
  InMemoryStore,
  MemorySaver,
  MessagesAnnotation,
  START,
  StateGraph,
  type LangGraphRunnableConfig,
} from "@langchain/langgraph";
import type { Turn } from "keyscope";
import { inThread, memoryNamespace, turnOf } from "keyscope/langgraph";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { desk, type Place } from "./desk.ts";

// Whoever traces their own graphs does not trace these.
beforeAll(() => vi.stubEnv("LANGSMITH_TRACING", "false").stubEnv("LANGCHAIN_TRACING_V2", "false"));
afterAll(() => vi.unstubAllEnvs());

const saidIn = (messages: readonly BaseMessage[]) =>
  messages.filter((each) => HumanMessage.isInstance(each)).map(({ text }) => text);

/** A graph that answers with all that it was told in its thread, and remembers it beyond. */
function bot() {
  const { clock, hears } = desk<never>();
  const memory = new InMemoryStore();
  const searched: unknown[] = [];
  const keys: string[] = [];
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("answer", async ({ messages }, config: LangGraphRunnableConfig) => {
      keys.push(turnOf(config).key);
      const namespace = memoryNamespace(config);
      if (namespace !== undefined) {
        const found = (await config.store?.search(namespace)) ?? [];
        searched.push(found.map(({ key }) => key));
        await config.store?.put(namespace, saidIn(messages).at(-1) ?? "", {});
      }
      return { messages: [{ role: "assistant", content: saidIn(messages).join(" ") }] };
    })
    .addEdge(START, "answer")
    .compile({ checkpointer: new MemorySaver(), store: memory });
  return {
    clock,
    graph,
    hears,
    keys,
    memory,
    searched,
    says: async (place: Place, text: string): Promise<{ readonly turn: Turn; readonly answer?: string }> => {
      const turn = await hears(place, text);
      const state = await inThread(turn, (config) =>
        graph.invoke({ messages: [new HumanMessage(turn.text)] }, config),
      );
      return { turn, ...(state && { answer: state.messages.at(-1)?.text ?? "" }) };
    },
  };
}

describe("a graph in the thread of a turn", () => {
  it("goes on with a conversation, and begins an empty thread with a reset", async () => {
    const { clock, graph, says } = bot();
    const first = await says("ann", "tulips");
    expect((await says("ann", "roses")).answer).toBe("tulips roses");
    const second = await says("ann", "/new lilies");
    expect(second.answer).toBe("lilies");
    clock.now += 31 * 60_000;
    expect((await says("ann", "asters")).answer).toBe("asters");

    const keptOf = async ({ turn }: typeof first) => {
      const state = await graph.getState({ configurable: { thread_id: turn.conversationId } });
      return saidIn((state.values as { readonly messages: readonly BaseMessage[] }).messages);
    };
    expect([await keptOf(first), await keptOf(second)]).toEqual([["tulips", "roses"], ["lilies"]]);
  });

  it("keeps people and rooms from one another", async () => {
    const { keys, says } = bot();
    await says("ann", "tulips");
    expect((await says("eve", "roses")).answer).toBe("roses");
    expect((await says("room", "lilies")).answer).toBe("lilies");
    expect((await says("ann", "asters")).answer).toBe("tulips asters");
    expect(new Set(keys).size).toBe(3);
  });

  it("does not run where nothing may be answered", async () => {
    const { keys, says } = bot();
    const { answer, turn } = await says("mute", "tulips");
    expect([answer, turn.send.allowed, keys]).toEqual([undefined, false, []]);
  });

  it("is told where its session remembers: across resets, and in no other session", async () => {
    const { says, searched } = bot();
    await says("ann", "tulips");
    await says("ann", "/new roses");
    await says("eve", "lilies");
    await says("eve", "asters");
    expect(searched).toEqual([[], ["tulips"], [], ["lilies"]]);
  });

  it("is told of no such place where memory may not be searched", async () => {
    const { memory, says, searched } = bot();
    expect((await says("room", "tulips")).turn.memory.allowed).toBe(false);
    expect([searched, await memory.listNamespaces()]).toEqual([[], []]);
  });

  it("shows nobody whose session it is where its runs are watched", async () => {
    const { graph, hears } = bot();
    const turn = await hears("ann", "tulips");
    const input = { messages: [new HumanMessage("tulips")] };
    const seen: string[] = [];
    await inThread(turn, async (config) => {
      const streamMode = ["debug", "checkpoints", "tasks"] as const;
      for await (const each of await graph.stream(input, { ...config, streamMode: [...streamMode] }))
        seen.push(JSON.stringify(each));
    });
    expect(seen.join()).toContain(turn.conversationId);
    expect(seen.join()).not.toContain(turn.key);
  });

  it("fails, and remembers nothing for everybody, where it runs for no turn", async () => {
    const { graph } = bot();
    const alone = graph.invoke({ messages: [] }, { configurable: { thread_id: "1" } });
    await expect(alone).rejects.toThrow("The graph runs without a turn");
    expect(() => memoryNamespace({})).toThrow("The graph runs without a turn");
    expect(() => turnOf({ configurable: { keyscope: "agent:main:main" } })).toThrow(TypeError);
  });
});

it("loses what is said while a thread runs, as any graph does: one run follows another", async () => {
  const { graph, hears, says } = bot();
  const overlapping = ["tulips", "roses"].map(async (text) => {
    const turn = await hears("ann", text);
    return inThread(turn, (config) => graph.invoke({ messages: [new HumanMessage(text)] }, config));
  });
  await Promise.all(overlapping);
  expect((await says("ann", "lilies")).answer).toBe("roses lilies");
});

it("is needed: a session key is no namespace", async () => {
  const key = "agent:main:telegram:direct:7";
  await expect(new InMemoryStore().put([key], "flower", {})).rejects.toThrow("cannot contain");
});
