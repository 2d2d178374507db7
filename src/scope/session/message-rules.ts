import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { directKind } from "../chat-type.ts";
import { continuesParent, conversationReader, type Conversation } from "../conversation/conversation.ts";
import type { Inbound } from "../inbound.ts";
import { routingTerms, type RoutingTerms } from "../routing/routing-terms.ts";
import { topicAgents, type TopicAgentLookup } from "../routing/topic-agents.ts";

/** How an edition reads messages under a policy. */
export interface MessageRules {
  readonly behaviours: Behaviours;
  readonly terms: RoutingTerms;
  readonly topicAgentOf: TopicAgentLookup;
  /** Which session of its chat a message has; undefined where its channel splits no chats. */
  readonly conversationIn: (inbound: Inbound, channel: string, account: string) => Conversation | undefined;
  /** Whether the session of a message's thread continues another. */
  readonly continuesParent: (inbound: Inbound, channel: string, account: string) => boolean;
  /** The edition's word for a direct chat. */
  readonly direct: string;
  readonly channelRequired: boolean;
  readonly senderIsPeer: boolean;
  readonly chatScopedTopics: boolean;
  readonly topicsAreThreads: boolean;
  readonly threadNamesItself: boolean;
  readonly groupPartsApart: boolean;
  readonly directRoomsAreDirect: boolean;
  readonly partiesApart: boolean;
}

/** The rules of a policy, picked once. */
export const messageRules = once((policy: Policy): MessageRules => {
  const { behaviours } = policy;
  const terms = routingTerms(policy);
  return {
    behaviours,
    terms,
    topicAgentOf: topicAgents(policy),
    conversationIn: conversationReader(policy),
    continuesParent: (inbound, channel, account) => continuesParent(inbound, channel, account, policy),
    direct: directKind(behaviours),
    channelRequired: behaviours.has("channel-required"),
    senderIsPeer: behaviours.has("telegram-sender-is-peer"),
    chatScopedTopics: behaviours.has("chat-scoped-dm-topics"),
    topicsAreThreads: behaviours.has("topics-are-threads"),
    threadNamesItself: behaviours.has("thread-with-parent-is-peer"),
    groupPartsApart: behaviours.has("feishu-parts-apart"),
    partiesApart: behaviours.has("parties-apart"),
    directRoomsAreDirect: behaviours.has("matrix-direct-rooms-are-direct"),
  };
});

/**
 * Reads an id that a caller without types may have given as a number. Absent is empty; a number is its
 * decimal digits from 2026.2.17 on; anything else, and under `2026-11` a number too (a long one has lost
 * digits already), is no id.
 */
export function readId(value: unknown, behaviours: Behaviours): string | undefined {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && behaviours.has("numeric-ids") ? String(value) : undefined;
}
