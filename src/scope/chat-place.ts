import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { channelIdOf } from "../identity/peer-id.ts";
import type { Inbound } from "./inbound.ts";
import { directKind } from "./peer-key.ts";
import { routeId } from "./route-id.ts";
import type { Peer } from "./route-facts.ts";

/** Where a message was written, as its channel's adapter in an edition would tell it. */
export interface ChatPlace {
  /** The kind of chat, in the edition's word. */
  readonly kind: string;
  /** Whom bindings are asked about; undefined when the message names nobody. */
  readonly peer: Peer | undefined;
  /** What bindings are asked about next: what a thread hangs under. */
  readonly parent: Peer | undefined;
  /** The id that stands in the key, where that is not the peer's. */
  readonly keyPeer: string | undefined;
  /** The thread that follows the chat in the key. */
  readonly thread: string | undefined;
}

/** The id under which OpenClaw knows a Telegram forum topic, in bindings in every edition. */
function topicPeer(chat: string, topic: string): string {
  return `${chat}:topic:${topic}`;
}

/**
 * Tells where a message was written: which ids bindings and keys see, and whether its thread is a part
 * of the peer, a peer of its own, or a suffix.
 *
 * - Telegram: a forum topic is `<chat>:topic:<id>` to bindings, under its group; in the key it is part of
 *   that id under an `openclaw@` edition, a thread under `2026-11`. The person of a direct chat is the
 *   sender from 2026.3.7 on, and a topic in it is `<chat>:<topic>` from 2026.3.2 on.
 * - Discord: a thread is a channel of its own, under its parent, and there is no suffix.
 * - Everywhere else a thread is a suffix, as on Slack and Matrix.
 */
export const chatPlacer = perPolicy(({ behaviours }: Policy): ((inbound: Inbound) => ChatPlace) => {
  const direct = directKind(behaviours);
  const kindOf = (chatType: Inbound["chatType"]) => (chatType === "direct" ? direct : chatType);
  const senderIsPeer = behaviours.has("telegram-sender-is-peer");
  const chatScopedTopics = behaviours.has("chat-scoped-dm-topics");
  const topicsAreThreads = behaviours.has("topics-are-threads");
  const threadNamesItself = behaviours.has("thread-with-parent-is-peer");

  /** An id as text; a caller without types may have given a number, which `malformedInbound` lets through or not. */
  const textOf = (id: string | undefined) => routeId(id, behaviours) ?? "";

  function elsewhere({ chatType, parent, peer, thread }: Inbound): ChatPlace {
    const kind = kindOf(chatType);
    return {
      kind,
      // A direct message without a person is routed as one without a peer; a room always has an id, if an empty one.
      peer: peer === undefined && kind === direct ? undefined : { kind, id: textOf(peer) },
      parent: parent && { kind: kindOf(parent.chatType), id: parent.peer },
      keyPeer: undefined,
      thread,
    };
  }

  function onTelegram(inbound: Inbound): ChatPlace {
    const { chatType, peer, sender, thread } = inbound;
    const place = elsewhere(inbound);
    if (chatType === "direct") {
      const named = senderIsPeer ? (sender?.trim() ?? "") : "";
      const person = named === "" ? place.peer?.id : named;
      return {
        ...place,
        peer: person === undefined ? undefined : { kind: direct, id: person },
        thread: thread !== undefined && chatScopedTopics ? `${peer ?? ""}:${thread}` : thread,
      };
    }
    if (thread === undefined || peer === undefined) return place;
    return {
      kind: chatType,
      peer: { kind: chatType, id: topicPeer(peer, thread) },
      parent: place.parent ?? { kind: chatType, id: peer },
      keyPeer: topicsAreThreads ? peer : undefined,
      thread: topicsAreThreads ? thread : undefined,
    };
  }

  function onDiscord(inbound: Inbound): ChatPlace {
    const { parent, peer, thread } = inbound;
    const place = elsewhere(inbound);
    if (thread === undefined) return place;
    if (threadNamesItself)
      return thread === peer && parent !== undefined ? { ...place, thread: undefined } : place;
    const room = place.peer?.id === thread ? undefined : place.peer;
    return {
      ...place,
      peer: { kind: place.kind, id: thread },
      parent: place.parent ?? room,
      thread: undefined,
    };
  }

  return (inbound) => {
    const channel = channelIdOf(inbound.channel, behaviours);
    if (channel === "telegram") return onTelegram(inbound);
    return channel === "discord" ? onDiscord(inbound) : elsewhere(inbound);
  };
});
