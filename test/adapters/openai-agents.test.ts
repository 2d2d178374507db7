import {
  Agent,
  Runner,
  tool,
  Usage,
  type AgentInputItem,
  type AgentOutputItem,
  type Model,
  type ModelRequest,
} from "@openai/agents-core";
import type { StoredTurn } from "keyscope";
import { inSession, type AgentItems } from "keyscope/openai-agents";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { desk, type Place } from "./desk.ts";

const said = (input: ModelRequest["input"]) =>
  typeof input === "string"
    ? [input]
    : input.flatMap((item) =>
        "role" in item && item.role === "user" && typeof item.content === "string" ? [item.content] : [],
      );

const user = (content: string): AgentInputItem => ({ role: "user", content });

/** An agent that answers with all that it was told in its session, and asks a tool for whose session it is. */
function bot() {
  const { clock, hears, store } = desk<AgentItems>();
  const heard: ModelRequest["input"][] = [];
  const keys: string[] = [];
  /** What happens while the model thinks. */
  const meanwhile: { happens?: (() => Promise<unknown>) | undefined } = {};
  const model: Model = {
    async getResponse({ input }) {
      heard.push(input);
      const { happens } = meanwhile;
      meanwhile.happens = undefined;
      await happens?.();
      const last = typeof input === "string" ? undefined : input.at(-1);
      const output: AgentOutputItem =
        said(input).at(-1) === "who am I?" && last?.type !== "function_call_result"
          ? { type: "function_call", callId: "1", name: "whose", arguments: "{}", status: "completed" }
          : {
              type: "message",
              role: "assistant",
              status: "completed",
              content: [{ type: "output_text", text: said(input).join(" ") }],
            };
      return { usage: new Usage(), output: [output] };
    },
    getStreamedResponse: () => {
      throw new Error("Nobody asks for a stream");
    },
  };
  const whose = tool({
    name: "whose",
    description: "Whose session it is",
    parameters: z.object({}),
    execute(_, context) {
      const { key } = context?.context as StoredTurn<AgentItems>;
      keys.push(key);
      return key;
    },
  });
  const agent = new Agent({ name: "desk", instructions: "Be kind.", model, tools: [whose] });
  const runner = new Runner({ tracingDisabled: true });
  const answered = async (turn: StoredTurn<AgentItems>) => {
    const result = await inSession(turn, (session) =>
      runner.run(agent, turn.text, { session, context: turn }),
    );
    return result?.finalOutput;
  };
  return {
    clock,
    heard,
    hears,
    keys,
    meanwhile,
    store,
    says: async (place: Place, text: string) => answered(await hears(place, text)),
  };
}

/** A session of a conversation that is open, and what is kept of it. */
async function opened(...items: readonly AgentInputItem[]) {
  const { hears, store } = bot();
  const turn = await hears("ann", "tulips");
  await turn.save(() => items);
  const session = inSession(await hears("ann", "roses"), (given) => given);
  if (session === undefined) throw new Error("Nothing may be answered");
  const kept = () => store.get(turn.key);
  return { hears, kept, session, turn };
}

describe("an agent in the session of a turn", () => {
  it("goes on with a conversation, which a reset ends", async () => {
    const { clock, says } = bot();
    await says("ann", "tulips");
    expect(await says("ann", "roses")).toBe("tulips roses");
    expect(await says("ann", "/new lilies")).toBe("lilies");
    clock.now += 31 * 60_000;
    expect(await says("ann", "asters")).toBe("asters");
  });

  it("keeps people and rooms from one another", async () => {
    const { says } = bot();
    await says("ann", "tulips");
    expect(await says("eve", "roses")).toBe("roses");
    expect(await says("room", "lilies")).toBe("lilies");
    expect(await says("ann", "asters")).toBe("tulips asters");
  });

  it("does not run where nothing may be answered", async () => {
    const { heard, says } = bot();
    expect([await says("mute", "tulips"), heard]).toEqual([undefined, []]);
  });

  it("keeps calls of tools, which find the turn in their context", async () => {
    const { keys, says, store } = bot();
    await says("ann", "who am I?");
    const kept = (await store.get("agent:main:telegram:direct:7")) ?? [];
    expect(kept.map(({ type }) => type)).toEqual([
      "message",
      "function_call",
      "function_call_result",
      "message",
    ]);
    expect(keys).toEqual(["agent:main:telegram:direct:7"]);
    expect(await says("ann", "tulips")).toBe("who am I? tulips");
  });

  it("keeps both of two messages that are answered at once", async () => {
    const { meanwhile, says, store } = bot();
    meanwhile.happens = () => says("ann", "roses");
    await says("ann", "tulips");
    const kept = (await store.get("agent:main:telegram:direct:7")) ?? [];
    expect(said([...kept])).toEqual(["roses", "tulips"]);
    expect(kept).toHaveLength(4);
  });

  it("tells a conversation that began meanwhile nothing", async () => {
    const { meanwhile, says } = bot();
    meanwhile.happens = () => says("ann", "/new lilies");
    expect(await says("ann", "tulips")).toBe("tulips");
    expect(await says("ann", "asters")).toBe("lilies asters");
  });
});

describe("its session", () => {
  it("is named by its conversation", async () => {
    const { session, turn } = await opened();
    expect(await session.getSessionId()).toBe(turn.conversationId);
  });

  it.each([
    [undefined, ["a", "b", "c"]],
    [2, ["b", "c"]],
    [9, ["a", "b", "c"]],
    [0, []],
    [-1, []],
  ])("tells the last items, at most %s", async (limit, expected) => {
    const { session } = await opened(user("a"), user("b"), user("c"));
    expect(said(await session.getItems(limit))).toEqual(expected);
  });

  it("adds, takes the last one back, and forgets all", async () => {
    const { kept, session } = await opened(user("a"));
    await session.addItems([user("b"), user("c")]);
    expect(await session.popItem()).toEqual(user("c"));
    expect([await session.getItems(), await kept()]).toEqual([
      [user("a"), user("b")],
      [user("a"), user("b")],
    ]);
    await session.clearSession();
    expect([await session.popItem(), await session.getItems(), await kept()]).toEqual([undefined, [], []]);
  });

  it("is replaced by what sums it up in one step", async () => {
    const { kept, session } = await opened(user("a"), user("b"));
    await session.replaceHistoryWithCompaction?.([user("c")]);
    expect([await session.getItems(), await kept()]).toEqual([[user("c")], [user("c")]]);
  });

  it("goes on by itself when its conversation was reset, and is not kept", async () => {
    const { hears, kept, session } = await opened(user("a"));
    const next = await hears("ann", "/new lilies");
    await next.save(() => [user("lilies")]);
    await session.addItems([user("b")]);
    expect([await session.popItem(), await session.getItems(), await kept()]).toEqual([
      user("b"),
      [user("a")],
      [user("lilies")],
    ]);
  });

  it("hands out a list of its own", async () => {
    const { kept, session } = await opened(user("a"));
    (await session.getItems()).push(user("b"));
    expect([await session.getItems(), await kept()]).toEqual([[user("a")], [user("a")]]);
  });
});
