import type { Conversation } from "../conversation/conversation.ts";
import type { Inbound } from "../inbound.ts";
import type { Peer } from "../routing/route.ts";
import { readId, type MessageRules } from "./message-rules.ts";

/** The chat that stands in a key in place of the peer's. */
export interface KeyChat extends Peer {
  /** The person whose session in the room it is. */
  readonly sender?: string | undefined;
  /** Whether a direct chat is keyed by its room. */
  readonly byRoom?: true;
}

/** Where a message was written, as its channel's adapter in an edition would tell it. */
export interface ChatPlace {
  readonly peer: Peer | undefined;
  /** What a thread hangs under, as bindings see it. */
  readonly parent: Peer | undefined;
  readonly keyChat: KeyChat | undefined;
  readonly thread: string | undefined;
  /** The chat whose session a thread that is a chat of its own may continue. */
  readonly above?: Peer | undefined;
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
  return { peer: peerOf(inbound, rules), parent: parentOf(inbound, rules), keyChat: undefined, thread };
}

function inTelegramChat(
  inbound: Inbound,
  conversation: Conversation | undefined,
  rules: MessageRules,
): ChatPlace {
  const { peer: chat = "", sender = "" } = inbound;
  const thread = conversation === undefined ? inbound.thread : conversation.thread;
  const person = rules.senderIsPeer ? sender.trim() : "";
  return {
    peer: person === "" ? peerOf(inbound, rules) : { kind: kindOf("direct", rules), id: person },
    parent: parentOf(inbound, rules),
    keyChat: undefined,
    thread: thread !== undefined && rules.chatScopedTopics ? `${chat}:${thread}` : thread,
  };
}

/** The id under which OpenClaw knows a topic of a Telegram forum or a Feishu group, in bindings in every edition. */
function topicPeer(chat: string, topic: string): string {
  return `${chat}:topic:${topic}`;
}

/** The id under which OpenClaw knows the session that one person has in a Feishu group. */
function senderPeer(chat: string, sender: string): string {
  return `${chat}:sender:${sender}`;
}

function inTelegramTopic(inbound: Inbound, chat: string, topic: string, rules: MessageRules): ChatPlace {
  const kind = kindOf(inbound.chatType, rules);
  return {
    peer: { kind, id: topicPeer(chat, topic) },
    parent: parentOf(inbound, rules) ?? { kind, id: chat },
    keyChat: rules.topicsAreThreads ? { kind, id: chat } : undefined,
    thread: rules.topicsAreThreads ? topic : undefined,
  };
}

function inDiscordThread(inbound: Inbound, thread: string, rules: MessageRules): ChatPlace {
  const peer = peerOf(inbound, rules);
  const parent = parentOf(inbound, rules);
  const isItself = peer?.id === thread;
  const above = parent ?? (isItself ? undefined : peer);
  if (!rules.threadNamesItself)
    return {
      peer: { kind: kindOf(inbound.chatType, rules), id: thread },
      parent: above,
      keyChat: undefined,
      thread: undefined,
      above,
    };
  const isChat = isItself && parent !== undefined;
  return {
    peer,
    parent,
    keyChat: undefined,
    thread: isChat ? undefined : thread,
    above: isChat ? parent : undefined,
  };
}

/** A group whose topics and senders have sessions of their own. */
function inSplitGroup(inbound: Inbound, { sender, thread }: Conversation, rules: MessageRules): ChatPlace {
  const peer = peerOf(inbound, rules);
  const parent = parentOf(inbound, rules);
  if (peer === undefined) return { peer, parent, keyChat: undefined, thread };
  const { id: chat, kind } = peer;
  const topic: Peer = thread === undefined ? peer : { kind, id: topicPeer(chat, thread) };
  const above = parent ?? (thread === undefined ? undefined : peer);
  if (rules.groupPartsApart)
    return { peer: topic, parent: above, keyChat: { kind, id: chat, sender }, thread };
  const id = sender === undefined ? topic.id : senderPeer(topic.id, sender);
  return { peer: { kind, id }, parent: above, keyChat: undefined, thread: undefined };
}

/** A chat whose session is its own or a thread's, by what its channel makes of the message. */
function inConversation(inbound: Inbound, conversation: Conversation, rules: MessageRules): ChatPlace {
  const { chat, directRoom, room, thread } = conversation;
  const peer = peerOf(chat === undefined ? inbound : { ...inbound, peer: chat }, rules);
  const binds = directRoom === undefined ? undefined : { kind: kindOf("channel", rules), id: directRoom };
  const keyKind = rules.directRoomsAreDirect ? "direct" : "channel";
  return {
    peer,
    parent: parentOf(inbound, rules) ?? binds,
    keyChat: room === undefined ? undefined : { kind: kindOf(keyKind, rules), id: room, byRoom: true },
    thread,
  };
}

/** Tells where a message was written, in the words of an edition; `conversation` is which session of its chat it has. */
export function placeOf(
  inbound: Inbound,
  channel: string,
  conversation: Conversation | undefined,
  rules: MessageRules,
): ChatPlace {
  const { chatType, peer, thread } = inbound;
  if (channel === "telegram") {
    if (chatType === "direct") return inTelegramChat(inbound, conversation, rules);
    if (thread !== undefined && peer !== undefined) return inTelegramTopic(inbound, peer, thread, rules);
  }
  if (channel === "discord")
    return thread === undefined ? elsewhere(inbound, rules) : inDiscordThread(inbound, thread, rules);
  if (conversation === undefined) return elsewhere(inbound, rules);
  return conversation.scope === undefined
    ? inConversation(inbound, conversation, rules)
    : inSplitGroup(inbound, conversation, rules);
}
