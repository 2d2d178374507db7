import { AgentState, CloudAdapter, MemoryStorage as AgentMemory } from "@microsoft/agents-hosting";
import { BotState, MemoryStorage, TestAdapter } from "botbuilder-core";
import type { StoredTurn } from "keyscope";
import * as agents from "keyscope/agents-hosting";
import * as botbuilder from "keyscope/botbuilder";
import { describe, expect, it } from "vitest";
import { answer, describeBot, policy, world, type Notes, type World } from "./bot.ts";

/** What Teams tells of somebody who writes to a bot called Desk. */
function activity(who: "ann" | "eve", text: string, inRoom = false, more: object = {}) {
  return {
    type: "message",
    id: "1795953600000",
    timestamp: "2026-11-30T12:00:00.000Z",
    channelId: "msteams",
    from: { id: `29:${who}`, name: who, aadObjectId: who === "ann" ? "0a1b" : "0c2d" },
    recipient: { id: "28:desk", name: "Desk" },
    conversation: inRoom
      ? { id: "19:club@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true, tenantId: "t1" }
      : { id: `a:${who}`, conversationType: "personal", tenantId: "t1" },
    channelData: { tenant: { id: "t1" } },
    text,
    ...more,
  };
}

/** What a test asks of a turn: what the bot was told, and what its own state counts. */
type Logic = (turn: StoredTurn<Notes>, counted: number) => Promise<void> | void;

interface Sdk {
  readonly name: string;
  /** An adapter of the SDK's with the middleware; the function has it take an activity. */
  readonly start: (all: World, logic: Logic) => (given: object) => Promise<unknown>;
}

const joins = { type: "conversationUpdate", membersAdded: [{ id: "29:ann" }] };

const sdks: readonly Sdk[] = [
  {
    name: "the Bot Framework",
    start(all, logic) {
      const state = new BotState(new MemoryStorage(), botbuilder.storageKey);
      const counter = state.createProperty<number>("counter");
      const adapter = new TestAdapter(async (context) => {
        if (context.activity.type !== "message") {
          all.answers.push(context.activity.type);
          return;
        }
        const counted = (await counter.get(context, 0)) + 1;
        await counter.set(context, counted);
        await state.saveChanges(context);
        await logic(botbuilder.turnIn<Notes>(context), counted);
      });
      adapter.use(
        botbuilder.keyscope(policy, all.store, {
          authorized: ({ activity: { from } }) => from.aadObjectId === "0a1b" || undefined,
          passes: ({ activity: { type } }) => type === "conversationUpdate",
          refused: (_, { reason }) => all.refused.push(reason),
        }),
      );
      return (given) => adapter.processActivity({ ...given });
    },
  },
  {
    name: "the Microsoft 365 Agents SDK",
    start(all, logic) {
      const state = new AgentState(new AgentMemory(), agents.storageKey);
      const counter = state.createProperty<number>("counter");
      const adapter = new CloudAdapter();
      adapter.use(
        agents.keyscope(policy, all.store, {
          authorized: ({ activity: { from } }) => from?.aadObjectId === "0a1b" || undefined,
          passes: ({ activity: { type } }) => type === "conversationUpdate",
          refused: (_, { reason }) => all.refused.push(reason),
        }),
      );
      const response = {
        headersSent: false,
        writableEnded: false,
        status: () => response,
        setHeader: () => response,
        send: () => response,
        end: () => response,
      };
      return (given) =>
        // What is answered in the response needs no network.
        adapter.process(
          { method: "POST", headers: {}, body: { ...given, deliveryMode: "expectReplies" } },
          response,
          async (context) => {
            if (context.activity.type !== "message") {
              all.answers.push(context.activity.type);
              return;
            }
            const counted = (await counter.get(context, 0)) + 1;
            await counter.set(context, counted);
            await state.saveChanges(context);
            await logic(agents.turnIn<Notes>(context), counted);
          },
        );
    },
  },
];

for (const { name, start } of sdks) {
  describeBot({
    name,
    annKey: "agent:main:msteams:direct:0a1b:party:t1",
    start(all) {
      const take = start(all, (turn) => answer(all, turn));
      return (who, text, inRoom) => take(activity(who, text, inRoom));
    },
  });

  describe(`activities of ${name}`, () => {
    it("leave what the bot itself keeps with the conversation: a reset begins it anew, and rooms have their own", async () => {
      const all = world();
      const seen: unknown[] = [];
      const take = start(all, ({ key }, counted) => void seen.push([key, counted]));
      for (const [text, inRoom] of [["a"], ["b"], ["c", true], ["/new"], ["d"]] as const)
        await take(activity("ann", text, inRoom));
      const ann = "agent:main:msteams:direct:0a1b:party:t1";
      const room = "agent:main:msteams:channel:19%3Aclub@thread.tacv2:thread:1";
      expect(seen).toEqual([
        [ann, 1],
        [ann, 2],
        [room, 1],
        [ann, 1],
        [ann, 2],
      ]);
    });

    it("mention the bot before they ask for a reset", async () => {
      const all = world();
      const take = start(all, (turn) => answer(all, turn));
      const mentioned = { id: "28:desk", name: "Desk" };
      const entities = [{ type: "mention", mentioned, text: "<at>Desk</at>" }];
      await take(activity("ann", "tulips", true));
      await take(activity("ann", "<at>Desk</at> /new lilies", true, { entities }));
      expect(all.answers).toEqual(["tulips", "lilies"]);
    });

    it("go on where nobody said anything and the host says so, and nowhere else", async () => {
      const all = world();
      const take = start(all, (turn) => answer(all, turn));
      await take(activity("eve", "", false, joins));
      await take(activity("eve", "", false, { type: "invoke", name: "composeExtension/query" }));
      await take(activity("eve", "hello", false, { channelId: "webchat" }));
      expect([all.answers, all.refused, all.rows.size]).toEqual([
        ["conversationUpdate"],
        ["not-a-message", "unknown-shape"],
        0,
      ]);
    });
  });
}

it("tells of handlers before which no turn was taken", async () => {
  const nothing = { turnState: new Map() };
  expect(() => botbuilder.turnIn(nothing)).toThrow("No turn was taken");
  await expect(agents.storageKey(nothing)).rejects.toThrow("No turn was taken");
});

it("keeps several states of one storage apart", async () => {
  const turnState = new Map([["keyscope", { key: "agent:main:main", conversationId: "c1" }]]);
  const keys = await Promise.all(["", "dialogs"].map((name) => botbuilder.storageKey({ turnState }, name)));
  expect(keys).toEqual(["agent:main:main/c1/", "agent:main:main/c1/dialogs"]);
});
