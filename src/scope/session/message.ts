import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { isBlank } from "../../identity/fold.ts";
import { directKind } from "../chat-type.ts";
import type { Inbound } from "../inbound.ts";
import type { Unresolved } from "../resolution.ts";
import type { Peer, RouteFacts } from "../routing/route.ts";
import { routingTerms, type RoutingTerms } from "../routing/routing-terms.ts";
import { topicAgents, type TopicAgent, type TopicAgentLookup } from "../routing/topic-agents.ts";

/** A message in the words of an edition: all that its session depends on. */
export interface Message extends RouteFacts {
  /** The id that stands in the key, where that is not the peer's. */
  readonly keyPeer?: string | undefined;
  /** The thread that follows the chat in the key. */
  readonly thread?: string | undefined;
  readonly topic?: TopicAgent | undefined;
  /** Whether the channel's adapter asks for its default account, as Telegram's does. */
  readonly asksDefaultAccount?: boolean;
}

/** How an edition reads messages under a policy. */
export interface MessageRules {
  readonly behaviours: Behaviours;
  readonly terms: RoutingTerms;
  readonly topicAgentOf: TopicAgentLookup;
  /** The edition's word for a direct chat. */
  readonly direct: string;
  readonly channelRequired: boolean;
  readonly senderIsPeer: boolean;
  readonly chatScopedTopics: boolean;
  readonly topicsAreThreads: boolean;
  readonly threadNamesItself: boolean;
}

/** The rules of a policy, picked once. */
export const messageRules = once((policy: Policy): MessageRules => {
  const { behaviours } = policy;
  const terms = routingTerms(policy);
  return {
    behaviours,
    terms,
    topicAgentOf: topicAgents(policy),
    direct: directKind(behaviours),
    channelRequired: behaviours.has("channel-required"),
    senderIsPeer: behaviours.has("telegram-sender-is-peer"),
    chatScopedTopics: behaviours.has("chat-scoped-dm-topics"),
    topicsAreThreads: behaviours.has("topics-are-threads"),
    threadNamesItself: behaviours.has("thread-with-parent-is-peer"),
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

function isChatType(fact: unknown): boolean {
  return fact === "direct" || fact === "group" || fact === "channel";
}

function isText(fact: unknown): boolean {
  return fact === undefined || typeof fact === "string";
}

function malformed(missing: readonly string[]): Unresolved {
  return { kind: "resolution", ok: false, reason: "malformed-inbound", missing };
}

/**
 * Tells what prevents a message from being placed at all; undefined for every well-typed one that
 * names its channel. Callers without types send numbers: `2026-11` refuses them, because a long id has
 * lost digits by then, and so do the releases that fail on them.
 */
export function malformedInbound(inbound: Inbound, rules: MessageRules): Unresolved | undefined {
  const { account, channel, chatType, peer, thread } = inbound;
  if (!rules.channelRequired)
    return readId(peer, rules.behaviours) === undefined ? malformed(["peer"]) : undefined;
  const named = typeof channel === "string" && !isBlank(channel);
  const isSound = named && isChatType(chatType) && isText(account) && isText(peer) && isText(thread);
  if (isSound) return undefined;
  const facts = {
    channel: named,
    chatType: isChatType(chatType),
    account: isText(account),
    peer: isText(peer),
    thread: isText(thread),
  };
  return malformed(Object.entries(facts).flatMap(([fact, sound]) => (sound ? [] : [fact])));
}

/** Where a message was written, as its channel's adapter in an edition would tell it. */
interface ChatPlace {
  readonly peer: Peer | undefined;
  readonly parent: Peer | undefined;
  readonly keyPeer: string | undefined;
  readonly thread: string | undefined;
}

/** The kind of chat in the edition's word, as routing and keys see it. */
function kindOf(chatType: Inbound["chatType"], { direct, terms }: MessageRules): string {
  return terms.kind(chatType === "direct" ? direct : chatType);
}

function parentOf({ parent }: Inbound, rules: MessageRules): Peer | undefined {
  return parent && { kind: kindOf(parent.chatType, rules), id: parent.peer };
}

/** A direct chat without a person is routed as one without a peer; a room always has an id, if an empty one. */
function peerOf({ chatType, peer }: Inbound, rules: MessageRules): Peer | undefined {
  if (peer === undefined && chatType === "direct") return undefined;
  return { kind: kindOf(chatType, rules), id: readId(peer, rules.behaviours) ?? "" };
}

function elsewhere(inbound: Inbound, rules: MessageRules): ChatPlace {
  const { thread } = inbound;
  return { peer: peerOf(inbound, rules), parent: parentOf(inbound, rules), keyPeer: undefined, thread };
}

function inTelegramChat(inbound: Inbound, rules: MessageRules): ChatPlace {
  const { peer: chat = "", sender = "", thread } = inbound;
  const person = rules.senderIsPeer ? sender.trim() : "";
  return {
    peer: person === "" ? peerOf(inbound, rules) : { kind: kindOf("direct", rules), id: person },
    parent: parentOf(inbound, rules),
    keyPeer: undefined,
    thread: thread !== undefined && rules.chatScopedTopics ? `${chat}:${thread}` : thread,
  };
}

/** The id under which OpenClaw knows a Telegram forum topic, in bindings in every edition. */
function topicPeer(chat: string, topic: string): string {
  return `${chat}:topic:${topic}`;
}

function inTelegramTopic(inbound: Inbound, chat: string, topic: string, rules: MessageRules): ChatPlace {
  const kind = kindOf(inbound.chatType, rules);
  return {
    peer: { kind, id: topicPeer(chat, topic) },
    parent: parentOf(inbound, rules) ?? { kind, id: chat },
    keyPeer: rules.topicsAreThreads ? chat : undefined,
    thread: rules.topicsAreThreads ? topic : undefined,
  };
}

function inDiscordThread(inbound: Inbound, thread: string, rules: MessageRules): ChatPlace {
  const peer = peerOf(inbound, rules);
  const parent = parentOf(inbound, rules);
  const isItself = peer?.id === thread;
  if (!rules.threadNamesItself)
    return {
      peer: { kind: kindOf(inbound.chatType, rules), id: thread },
      parent: parent ?? (isItself ? undefined : peer),
      keyPeer: undefined,
      thread: undefined,
    };
  return { peer, parent, keyPeer: undefined, thread: isItself && parent !== undefined ? undefined : thread };
}

function placeOf(inbound: Inbound, channel: string, rules: MessageRules): ChatPlace {
  const { chatType, peer, thread } = inbound;
  if (channel === "telegram") {
    if (chatType === "direct") return inTelegramChat(inbound, rules);
    if (thread !== undefined && peer !== undefined) return inTelegramTopic(inbound, peer, thread, rules);
  }
  return channel === "discord" && thread !== undefined
    ? inDiscordThread(inbound, thread, rules)
    : elsewhere(inbound, rules);
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
export function readMessage(inbound: Inbound, rules: MessageRules): Message {
  const { chatType, peer: group, thread: topic } = inbound;
  const { terms } = rules;
  const channel = terms.channel(inbound.channel);
  const account = terms.account(inbound.account);
  const { keyPeer, parent, peer, thread } = placeOf(inbound, channel, rules);
  const inTopic = topic !== undefined && group !== undefined && chatType !== "direct";
  return {
    inbound,
    channel,
    account,
    peer,
    parent,
    keyPeer,
    thread,
    topic: inTopic ? rules.topicAgentOf(channel, account, group, topic) : undefined,
    asksDefaultAccount: channel === "telegram",
  };
}
