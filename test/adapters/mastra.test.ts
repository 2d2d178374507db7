import { Agent, type AgentConfig } from "@mastra/core/agent";
import { InMemoryStore } from "@mastra/core/storage";
import { Memory } from "@mastra/memory";
import type { ConfigInput, Turn } from "keyscope";
import { inThread } from "keyscope/mastra";
import { describe, expect, it } from "vitest";
import { desk, type Place } from "./desk.ts";

type Model = Extract<AgentConfig["model"], { readonly specificationVersion: "v2" }>;

/** It keeps what Mastra remembers of a resource, and does not say so. */
class Storage extends InMemoryStore {
  override get supports() {
    return { ...super.supports, resourceWorkingMemory: true };
  }
}

/** What an agent was handed for a message. */
interface Heard {
  /** What stands in its prompt beside the instructions. */
  readonly prompt: string;
  /** What was said in the thread, as the agent hears it. */
  readonly said: readonly string[];
}

/** An agent whose memory is shared across threads, and whose model notes what it is told: "note ann likes tulips". */
function bot(config?: ConfigInput) {
  const { clock, hears } = desk<never>(config);
  const heard: Heard[] = [];
  const usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };
  const model: Model = {
    specificationVersion: "v2",
    provider: "none",
    modelId: "echo",
    supportedUrls: {},
    doGenerate({ prompt }) {
      const texts = (role: string) =>
        prompt.flatMap(({ content, role: by }) =>
          by !== role || typeof content === "string"
            ? []
            : content.flatMap((part) => (part.type === "text" ? [part.text] : [])),
        );
      const said = texts("user");
      heard.push({ prompt: JSON.stringify(prompt.slice(0, -1)), said });
      const note = /^note (.*)/.exec(said.at(-1) ?? "")?.[1];
      const answered = prompt.at(-1)?.role === "tool";
      return Promise.resolve(
        note === undefined || answered
          ? { content: [{ type: "text", text: said.join(" ") }], finishReason: "stop", usage, warnings: [] }
          : {
              content: [
                {
                  type: "tool-call",
                  toolCallId: "1",
                  toolName: "updateWorkingMemory",
                  input: JSON.stringify({ memory: note }),
                },
              ],
              finishReason: "tool-calls",
              usage,
              warnings: [],
            },
      );
    },
    doStream: () => Promise.reject(new Error("Nobody asks for a stream")),
  };
  const memory = new Memory({
    storage: new Storage(),
    options: {
      threads: { generateTitle: false },
      workingMemory: { enabled: true, scope: "resource", template: "# About" },
    },
  });
  const agent = new Agent({ name: "desk", instructions: "Be kind.", model, memory });
  return {
    agent,
    clock,
    heard,
    hears,
    memory,
    says: async (
      place: Place,
      text: string,
      channel?: string,
    ): Promise<Turn & { readonly answer?: string }> => {
      const turn = await hears(place, text, channel);
      const result = await inThread(turn, (memory) => agent.generate(turn.text, { memory }));
      return { ...turn, ...(result && { answer: result.text }) };
    },
  };
}

describe("an agent in the thread of a turn", () => {
  it("goes on with a conversation, and begins an empty thread with a reset", async () => {
    const { clock, memory, says } = bot();
    const first = await says("ann", "tulips");
    expect((await says("ann", "roses")).answer).toBe("tulips roses");
    expect((await says("ann", "/new lilies")).answer).toBe("lilies");
    clock.now += 31 * 60_000;
    expect((await says("ann", "asters")).answer).toBe("asters");
    const { messagesV2 } = await memory.rememberMessages({ threadId: first.conversationId });
    expect(messagesV2.map(({ content }) => content.content)).toEqual([
      "tulips",
      "tulips",
      "roses",
      "tulips roses",
    ]);
  });

  it("keeps people and rooms from one another", async () => {
    const { says } = bot();
    await says("ann", "tulips");
    expect((await says("eve", "roses")).answer).toBe("roses");
    expect((await says("room", "lilies")).answer).toBe("lilies");
    expect((await says("ann", "asters")).answer).toBe("tulips asters");
  });

  it("is not called where nothing may be answered", async () => {
    const { heard, says } = bot();
    const { answer, send } = await says("mute", "tulips");
    expect([answer, send.allowed, heard]).toEqual([undefined, false, []]);
  });

  it("remembers what a session told it, across resets and in no other session", async () => {
    const { heard, says } = bot();
    await says("ann", "note ann likes tulips");
    await says("ann", "/new roses");
    expect(heard.at(-1)?.prompt).toContain("ann likes tulips");
    for (const place of ["eve", "room"] as const) {
      await says(place, "what does ann like?");
      expect(heard.at(-1)?.prompt).not.toContain("ann likes tulips");
    }
  });

  it("remembers nothing for a session that may not search memory, whose conversation goes on", async () => {
    const { heard, says } = bot();
    await says("room", "note the room likes tulips");
    expect((await says("room", "/new roses")).memory.allowed).toBe(false);
    const { answer } = await says("room", "lilies");
    expect([answer, heard.at(-1)?.prompt.includes("the room likes")]).toEqual(["roses lilies", false]);
  });

  it("goes on in one thread where a session may search memory on one channel and on another not", async () => {
    const { heard, says } = bot({
      session: { dmScope: "main" },
      channels: { telegram: { allowFrom: ["7"] }, whatsapp: { allowFrom: ["7"] } },
      agents: {
        defaults: {
          memorySearch: {
            scope: { rules: [{ action: "deny", match: { channel: "whatsapp" } }], default: "allow" },
          },
        },
      },
    });
    await says("ann", "note ann likes tulips");
    const onPhone = await says("ann", "roses", "whatsapp");
    expect(onPhone.memory.allowed).toBe(false);
    expect(heard.at(-1)?.said).toEqual(["note ann likes tulips", "roses"]);
    await says("ann", "/new lilies", "whatsapp");
    expect(heard.at(-1)?.prompt).not.toContain("ann likes tulips");
    await says("ann", "asters");
    expect([heard.at(-1)?.said, heard.at(-1)?.prompt.includes("ann likes tulips")]).toEqual([
      ["lilies", "asters"],
      true,
    ]);
  });
});

it("is needed: kept under its sender, memory of a private chat is told to a room", async () => {
  const { agent, heard, hears } = bot();
  const byHand = async (place: Place, text: string) => {
    const { conversationId } = await hears(place, text);
    await agent.generate(text, { memory: { thread: conversationId, resource: "7" } });
  };
  await byHand("ann", "note ann likes tulips");
  await byHand("room", "what does ann like?");
  expect(heard.at(-1)?.prompt).toContain("ann likes tulips");
});
