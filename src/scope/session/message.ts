import { isText } from "../../config/given.ts";
import { isBlank } from "../../identity/fold.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { isFlagOrNone, isGiven, isPlainMessage, isTextOrNone } from "../facts/plain.ts";
import { chatReadings, isRefused, mentionWords, readFacts, type FactReadings } from "../facts/read-facts.ts";
import type { Inbound } from "../inbound.ts";
import type { Unresolved } from "../resolution.ts";
import type { Party } from "../key/chat-key.ts";
import { partyOf } from "./party.ts";
import type { Peer, RouteFacts } from "../routing/route.ts";
import type { TopicAgent } from "../routing/topic-agents.ts";
import { readId, type MessageRules } from "./message-rules.ts";
import { placeOf, type KeyChat } from "./place.ts";

/** A message in the words of an edition: all that its session depends on. */
export interface Message extends RouteFacts {
  /** Which chat stands in the key, where that is not the peer's. */
  readonly keyChat?: KeyChat | undefined;
  /** The thread that follows the chat in the key. */
  readonly thread?: string | undefined;
  /** Which session of its chat it belongs to, on channels that split their chats. */
  readonly conversation?: Conversation | undefined;
  /** The chat whose session a thread that is a chat of its own may continue. */
  readonly above?: Peer | undefined;
  /** Whose direct chat it is, beside the bot's. */
  readonly party?: Party | undefined;
  readonly topic?: TopicAgent | undefined;
  /** Whether the channel's adapter asks for its default account, as Telegram's does. */
  readonly asksDefaultAccount?: boolean;
}

const readings = {
  ...chatReadings,
  // Routing writes it as each edition does.
  channel: "text",
  messageId: "text",
  root: "text",
  party: "text",
  room: "text",
  reply: "flag",
  forum: "flag",
  startsThread: "flag",
  mentioned: mentionWords,
} as const satisfies FactReadings;

/** Whether a message is what the types say, as most are, and names where it is. */
function isPlain(inbound: unknown): inbound is Inbound {
  if (!isGiven(inbound)) return false;
  const told: { readonly [Fact in keyof Inbound]?: unknown } = inbound;
  const { channel, chatType } = told;
  return (
    typeof channel === "string" &&
    !isBlank(channel) &&
    chatType !== undefined &&
    isPlainMessage(told) &&
    isTextOrNone(told.messageId) &&
    isTextOrNone(told.root) &&
    isTextOrNone(told.party) &&
    isTextOrNone(told.room) &&
    isFlagOrNone(told.reply) &&
    isFlagOrNone(told.forum) &&
    isFlagOrNone(told.startsThread) &&
    isFlagOrNone(told.mentioned)
  );
}

/** Tells whether a message could not be read; what was read may be a resolution itself. */
export function isUnreadable(read: Inbound | Unresolved, inbound: Inbound): read is Unresolved {
  return read !== inbound && "ok" in read && !read.ok;
}

function malformed(missing: readonly string[]): Unresolved {
  return { kind: "resolution", ok: false, reason: "malformed-inbound", missing };
}

/** A message with its peer as the releases read it, which take numbers; undefined where that is no id. */
function withReadPeer(inbound: Inbound, rules: MessageRules): Inbound | undefined {
  // Whatever the types say of it, a caller without types may have given anything.
  const peer: unknown = isGiven(inbound) ? inbound.peer : undefined;
  if (typeof peer === "string" || peer === undefined || peer === null) return inbound;
  const read = readId(peer, rules.behaviours);
  return read === undefined ? undefined : { ...inbound, peer: read };
}

/**
 * Reads the facts of a message as callers without types tell them, or tells what prevents it from being placed at all:
 * `missing` then names the facts. Every well-typed message that names its channel is read. Callers without types send
 * numbers: `2026-11` refuses them, because a long id has lost digits by then, and so do the releases that fail on them.
 */
export function readInbound(inbound: Inbound, rules: MessageRules): Inbound | Unresolved {
  if (isPlain(inbound)) return inbound;
  // A reader finds no message in much that arrives, and who asks on with nothing is told so.
  if (!isGiven(inbound)) return malformed(["inbound"]);
  const told = rules.channelRequired ? inbound : withReadPeer(inbound, rules);
  if (told === undefined) return malformed(["peer"]);
  const read = readFacts<Inbound>(told, readings, rules.channelRequired ? ["channel", "chatType"] : []);
  if (isRefused(read)) return malformed(read.facts);
  // Whatever the types say of it, the releases place what names no channel.
  const { parent } = read.facts;
  // Whatever the types say of it, it may name no chat.
  if (parent !== undefined && !isText(parent.peer)) return malformed(["parent"]);
  const channel: unknown = read.facts.channel;
  if (!isText(channel)) return { ...read.facts, channel: "" };
  return rules.channelRequired && isBlank(channel) ? malformed(["channel"]) : read.facts;
}

/**
 * Reads what routing and keys see of a message: which ids they are asked about, and whether its thread is a
 * part of the peer, a peer of its own, or a suffix.
 *
 * - Telegram: a forum topic is `<chat>:topic:<id>` to bindings, under its group; in the key it is part of
 *   that id under an `openclaw@` edition, a thread under `2026-11`. The person of a direct chat is the
 *   sender from 2026.3.7 on, and a topic in it is `<chat>:<topic>` from 2026.3.2 on.
 * - Discord: a thread is a channel of its own, under its parent, and there is no suffix.
 * - Channels with settings about it, as Slack, Matrix and Feishu have: what those make of the message
 *   (`src/scope/conversation`).
 * - Everywhere else a thread is a suffix.
 */
export function readMessage(inbound: Inbound, rules: MessageRules): Message {
  const { chatType, peer: group, thread: topic } = inbound;
  const { terms } = rules;
  const channel = terms.channel(inbound.channel);
  const account = terms.account(inbound.account);
  const conversation = rules.conversationIn(inbound, channel, account);
  const { above, keyChat, parent, peer, thread } = placeOf(inbound, channel, conversation, rules);
  const inTopic = topic !== undefined && group !== undefined && chatType !== "direct";
  return {
    inbound,
    channel,
    account,
    peer,
    parent,
    keyChat,
    thread,
    conversation,
    above,
    party: rules.partiesApart ? partyOf(inbound, channel) : undefined,
    topic: inTopic ? rules.topicAgentOf(channel, account, group, topic) : undefined,
    asksDefaultAccount: channel === "telegram",
  };
}
