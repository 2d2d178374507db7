import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { conversationOf, type Conversation } from "../conversation/conversation.ts";
import type { Inbound } from "../inbound.ts";
import { isUnreadable, readInbound, readMessage } from "./message.ts";
import { messageRules } from "./message-rules.ts";

/** How a channel threads a message, as far as its settings say. */
export type Threading = Pick<Conversation, "isReply" | "thread" | "mode" | "scope" | "history">;

/**
 * Tells how a channel threads a message: whether it is a reply, whose thread's session it has, by which word of
 * `replyToMode`, `threadReplies` or `replyInThread` (`mode`) and of `groupSessionScope` (`scope`), and whether the
 * thread or the chat is quoted with it (`thread.historyScope`). `resolveSession` tells the session itself.
 *
 * @returns Undefined for a message of a channel that has no such settings, and for one that is malformed.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { slack: { replyToMode: "all" } } }, { edition: "2026-11" });
 * const message = { channel: "slack", chatType: "channel", peer: "C1", messageId: "17.5", mentioned: true } as const;
 * threadingOf(message, policy); //=> { isReply: false, mode: "all", thread: "17.5", history: "chat" }
 * ```
 */
export function threadingOf(inbound: Inbound, policy: Policy): Threading | undefined {
  if (isPolluted()) return unpolluted(threadingOf, inbound, policy);
  demandPolicy(policy);
  const rules = messageRules(policy);
  const read = readInbound(inbound, rules);
  if (isUnreadable(read, inbound)) return undefined;
  const { account, channel } = readMessage(read, rules);
  const conversation = conversationOf(read, channel, account, policy);
  if (conversation === undefined) return undefined;
  const { history, isReply, mode, scope, thread } = conversation;
  return {
    isReply,
    ...(mode !== undefined && { mode }),
    ...(scope !== undefined && { scope }),
    ...(thread !== undefined && { thread }),
    ...(history !== undefined && { history }),
  };
}
