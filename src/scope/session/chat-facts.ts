import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../inbound.ts";
import { directKind } from "../chat-word.ts";
import type { Peer, RouteFacts } from "../routing/route-facts.ts";
import { routeId } from "../routing/route-id.ts";
import { routingTerms } from "../routing/routing-terms.ts";
import { topicAgents, type TopicAgent } from "../routing/topic-agents.ts";

/** What the session of a message depends on. */
export interface ChatFacts extends RouteFacts {
  /** The id that stands in the key, where that is not the peer's. */
  readonly keyPeer?: string | undefined;
  /** The thread that follows the chat in the key. */
  readonly thread?: string | undefined;
  readonly topic?: TopicAgent | undefined;
  /** Whether the channel's adapter asks for its default account, as Telegram's does. */
  readonly asksDefaultAccount?: boolean;
}

/** Where a message was written, as its channel's adapter in an edition would tell it. */
interface ChatPlace {
  readonly peer: Peer | undefined;
  readonly parent: Peer | undefined;
  readonly keyPeer: string | undefined;
  readonly thread: string | undefined;
}

/** The id under which OpenClaw knows a Telegram forum topic, in bindings in every edition. */
function topicPeer(chat: string, topic: string): string {
  return `${chat}:topic:${topic}`;
}

/**
 * Reads what routing and keys see of a message: which ids they are asked about, and whether its thread is a
 * part of the peer, a peer of its own, or a suffix.
 *
 * - Telegram: a forum topic is `<chat>:topic:<id>` to bindings, under its group; in the key it is part of
 *   that id under an `openclaw@` edition, a thread under `2026-11`. The person of a direct chat is the
 *   sender from 2026.3.7 on, and a topic in it is `<chat>:<topic>` from 2026.3.2 on.
 * - Discord: a thread is a channel of its own, under its parent, and there is no suffix.
 * - Everywhere else a thread is a suffix, as on Slack and Matrix.
 */
export const chatFactsReader = once((policy: Policy): ((inbound: Inbound) => ChatFacts) => {
  const { behaviours } = policy;
  const terms = routingTerms(policy);
  const topicAgentOf = topicAgents(policy);
  const direct = directKind(behaviours);
  const senderIsPeer = behaviours.has("telegram-sender-is-peer");
  const chatScopedTopics = behaviours.has("chat-scoped-dm-topics");
  const topicsAreThreads = behaviours.has("topics-are-threads");
  const threadNamesItself = behaviours.has("thread-with-parent-is-peer");

  const kindOf = (chatType: Inbound["chatType"]) => (chatType === "direct" ? direct : chatType);
  const parentOf = ({ parent }: Inbound) => parent && { kind: kindOf(parent.chatType), id: parent.peer };

  /** A direct chat without a person is routed as one without a peer; a room always has an id, if an empty one. */
  function peerOf({ chatType, peer }: Inbound): Peer | undefined {
    if (peer === undefined && chatType === "direct") return undefined;
    return { kind: kindOf(chatType), id: routeId(peer, behaviours) ?? "" };
  }

  function elsewhere(inbound: Inbound): ChatPlace {
    return { peer: peerOf(inbound), parent: parentOf(inbound), keyPeer: undefined, thread: inbound.thread };
  }

  function inTelegramChat(inbound: Inbound): ChatPlace {
    const { peer: chat = "", sender = "", thread } = inbound;
    const person = senderIsPeer ? sender.trim() : "";
    return {
      peer: person === "" ? peerOf(inbound) : { kind: direct, id: person },
      parent: parentOf(inbound),
      keyPeer: undefined,
      thread: thread !== undefined && chatScopedTopics ? `${chat}:${thread}` : thread,
    };
  }

  function inTelegramTopic(inbound: Inbound, chat: string, topic: string): ChatPlace {
    const kind = inbound.chatType;
    return {
      peer: { kind, id: topicPeer(chat, topic) },
      parent: parentOf(inbound) ?? { kind, id: chat },
      keyPeer: topicsAreThreads ? chat : undefined,
      thread: topicsAreThreads ? topic : undefined,
    };
  }

  function inDiscordThread(inbound: Inbound, thread: string): ChatPlace {
    const peer = peerOf(inbound);
    const parent = parentOf(inbound);
    const isItself = peer?.id === thread;
    if (!threadNamesItself)
      return {
        peer: { kind: kindOf(inbound.chatType), id: thread },
        parent: parent ?? (isItself ? undefined : peer),
        keyPeer: undefined,
        thread: undefined,
      };
    return {
      peer,
      parent,
      keyPeer: undefined,
      thread: isItself && parent !== undefined ? undefined : thread,
    };
  }

  function placeOf(inbound: Inbound, channel: string): ChatPlace {
    const { chatType, peer, thread } = inbound;
    if (channel === "telegram") {
      if (chatType === "direct") return inTelegramChat(inbound);
      if (thread !== undefined && peer !== undefined) return inTelegramTopic(inbound, peer, thread);
    }
    return channel === "discord" && thread !== undefined
      ? inDiscordThread(inbound, thread)
      : elsewhere(inbound);
  }

  return (inbound) => {
    const { chatType, peer: group, thread: topic } = inbound;
    const channel = terms.channel(inbound.channel);
    const account = terms.account(inbound.account);
    const { keyPeer, parent, peer, thread } = placeOf(inbound, channel);
    const inTopic = topic !== undefined && group !== undefined && chatType !== "direct";
    return {
      inbound,
      channel,
      account,
      peer,
      parent,
      keyPeer,
      thread,
      topic: inTopic ? topicAgentOf(channel, account, group, topic) : undefined,
      asksDefaultAccount: channel === "telegram",
    };
  };
});
