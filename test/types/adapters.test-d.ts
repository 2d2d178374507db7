import {
  AgentState,
  CloudAdapter,
  MemoryStorage as AgentMemory,
  TurnState,
  type TurnContext as AgentContext,
} from "@microsoft/agents-hosting";
import { BotState, MemoryStorage, TestAdapter, type TurnContext } from "botbuilder-core";
import { Chat, type Adapter, type StateAdapter } from "chat";
import { explain, type Policy, type SessionStore } from "keyscope";
import * as agents from "keyscope/agents-hosting";
import * as botbuilder from "keyscope/botbuilder";
import { keyscope as forChat } from "keyscope/chat";

declare const policy: Policy;
declare const store: SessionStore<readonly string[]>;
declare const slack: Adapter;
declare const state: StateAdapter;

interface ThreadState {
  readonly topic?: string;
}

/** Each takes its framework's own types, in its options, too. */
export const bots = [
  new TestAdapter().use(
    botbuilder.keyscope(policy, store, {
      passes: ({ activity }) => activity.type === "conversationUpdate",
      refused: (context, why) => context.sendActivity(explain(why)),
    }),
  ),
  new CloudAdapter().use(
    agents.keyscope(policy, store, {
      passes: ({ activity }) => activity.isAgenticRequest(),
      refused: (context, why) => context.sendActivity(explain(why)),
    }),
  ),
  new BotState(new MemoryStorage(), botbuilder.storageKey),
  new BotState(new MemoryStorage(), (context) => botbuilder.storageKey(context, "dialogs")),
  new AgentState(new AgentMemory(), agents.storageKey),
] as const;

export class ConversationTurnState extends TurnState {
  protected override async onComputeStorageKeys(context: AgentContext): Promise<Record<string, string>> {
    return { ...(await super.onComputeStorageKeys(context)), conversation: await agents.storageKey(context) };
  }
}

export const data = (
  context: TurnContext,
  other: AgentContext,
): readonly (readonly string[] | undefined)[] => [
  botbuilder.turnIn<readonly string[]>(context).data,
  agents.turnIn<readonly string[]>(other).data,
];

const chat = new Chat<{ readonly slack: Adapter }, ThreadState>({
  userName: "desk",
  adapters: { slack },
  state,
});

chat.onNewMention(
  forChat(policy, store, async ([thread, message], { save, text }) => {
    await thread.subscribe();
    await thread.setState({ topic: message.text });
    await save((kept = []) => [...kept, text]);
  }),
);
chat.onSubscribedMessage(forChat(policy, store, async ([thread], { text }) => thread.post(text)));
chat.onDirectMessage(
  forChat(policy, store, async ([thread, , channel], { text }) => (await thread.post(text), channel.name), {
    refused: ([thread], why) => thread.post(explain(why)),
  }),
);
chat.onNewMessage(
  /hello/,
  forChat(policy, store, async ([thread], { text }) => thread.post(text)),
);
chat.onSlashCommand(
  "/new",
  forChat(policy, store, async ([{ channel }]) => channel.post("We begin anew.")),
);
chat.onAction(
  forChat(policy, store, async ([{ thread, value }]) => thread?.post(value ?? ""), {
    slack: () => ({ channelType: "im", team: "T1" }),
  }),
);
chat.onReaction(forChat(policy, store, async ([{ thread, rawEmoji }]) => thread.post(rawEmoji)));
chat.onMessageUpdated(
  // @ts-expect-error An edit would pass for a message.
  forChat(policy, store, (_, { text }) => text),
);
