import type { Policy } from "../../config/policy.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Inbound } from "../inbound.ts";
import type { SessionKey } from "../resolution.ts";
import { malformedInbound, readMessage } from "./message.ts";
import { messageRules } from "./message-rules.ts";
import { resolveSession } from "./resolve-session.ts";

/** How a channel threads a message, as far as its settings say. */
export interface Threading extends Pick<Conversation, "isReply" | "thread" | "mode" | "scope" | "history"> {
  /**
   * The name under which a release keeps what was said since the last answer; Slack up to 2026.9.5. Without it a host
   * reads the messages of the thread or of the chat, as `history` says.
   */
  readonly historyKey?: string;
}

function historyKeyOf(inbound: Inbound, { history }: Conversation, policy: Policy): SessionKey | undefined {
  if (history === undefined || !policy.behaviours.has("slack-history-kept-by-name")) return undefined;
  return history === "thread" ? resolveSession(inbound, policy).key : inbound.peer;
}

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
  const rules = messageRules(policy);
  if (malformedInbound(inbound, rules) !== undefined) return undefined;
  const { conversation } = readMessage(inbound, rules);
  if (conversation === undefined) return undefined;
  const { history, isReply, mode, scope, thread } = conversation;
  const historyKey = historyKeyOf(inbound, conversation, policy);
  return {
    isReply,
    ...(mode !== undefined && { mode }),
    ...(scope !== undefined && { scope }),
    ...(thread !== undefined && { thread }),
    ...(history !== undefined && { history }),
    ...(historyKey !== undefined && { historyKey }),
  };
}
