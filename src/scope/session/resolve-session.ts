import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Draft } from "../../config/draft.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { dmReach, narrowestReach, type ScopeReach } from "../../config/scopes.ts";
import type { Edition } from "../../edition/edition.ts";
import {
  chatKey,
  chatKeyRules,
  mainChat,
  partyInKey,
  type ChatKey,
  type ChatKeyRules,
  type KeyOwner,
} from "../key/chat-key.ts";
import { threadSessionKey } from "../key/thread-key.ts";
import { defaultDmScope } from "../defaults.ts";
import type { Inbound } from "../inbound.ts";
import type { Resolution, Resolved, SessionKey, Unresolved } from "../resolution.ts";
import { telegramDefaultAccount } from "../routing/default-account.ts";
import { routeOf, routeRules, type Routed, type RouteRules } from "../routing/route.ts";
import type { ConversationFact } from "../conversation/conversation.ts";
import { conversationsOf } from "../conversation/rules.ts";
import { isUnreadable, readInbound, readMessage, type Message } from "./message.ts";
import { messageRules, type MessageRules } from "./message-rules.ts";

/** What the sessions of a policy depend on. */
interface SessionRules {
  readonly message: MessageRules;
  readonly route: RouteRules;
  readonly key: ChatKeyRules;
  readonly edition: Edition;
  /** One session is for all. */
  readonly isGlobal: boolean;
  /** Telegram's default account, and why a message of its has no session. */
  readonly defaultBot: string;
  readonly refusal: Unresolved | undefined;
  readonly unboundApart: boolean;
  readonly writtenScopeHolds: boolean;
  /** The scope of a topic's own agent, where the binding's does not hold for it. */
  readonly topicScope: ScopeReach | undefined;
  readonly topicIsMatch: boolean;
  readonly threadsLeaveMain: boolean;
}

const sessionRules = once((policy: Policy): SessionRules => {
  const { behaviours, config, edition } = policy;
  const { account: defaultBot, refusal } = telegramDefaultAccount(policy);
  const keepsBindingScope = behaviours.has("topic-agents-honour-main-key");
  return {
    message: messageRules(policy),
    route: routeRules(policy),
    key: chatKeyRules(policy),
    edition,
    isGlobal: behaviours.has("global-scope-routed") && config.session?.scope === "global",
    defaultBot,
    refusal,
    unboundApart: behaviours.has("unbound-accounts-apart"),
    writtenScopeHolds: behaviours.has("written-dm-scope-holds"),
    topicScope: keepsBindingScope ? undefined : dmReach(config.session?.dmScope ?? defaultDmScope),
    topicIsMatch: behaviours.has("topic-agents-on-any-channel"),
    threadsLeaveMain: behaviours.has("threads-leave-main"),
  };
});

// Frozen, because every such message gets the same object.
const missingPeer: Unresolved = Object.freeze({
  kind: "resolution",
  ok: false,
  reason: "missing-peer",
  missing: Object.freeze(["peer"]),
});

const missingReasons = {
  messageId: "missing-message-id",
  mentioned: "missing-mention",
  sender: "missing-sender",
  room: "missing-room",
} as const satisfies Readonly<Record<ConversationFact, Unresolved["reason"]>>;

/** Why a message that lacks what decides its session has none. */
function missingFact(facts: readonly ConversationFact[]): Unresolved {
  return { kind: "resolution", ok: false, reason: missingReasons[facts[0] ?? "messageId"], missing: facts };
}

/** The one session of a host that keeps nobody apart. */
const globalChat: ChatKey = { key: "global", identity: undefined };

/** Whether the ids of a channel's threads differ by case, and its adapter asks for that to be kept. */
export function threadsHaveCase(channel: string): boolean {
  return Object.hasOwn(conversationsOf, channel) && conversationsOf[channel]?.threadsHaveCase === true;
}

/** Whether a direct message stays with its bot, whatever the scope: one to an unbound Telegram bot that is not the default one. */
function staysWithBot(message: Message, route: Routed, rules: SessionRules): boolean {
  return (
    rules.unboundApart &&
    message.asksDefaultAccount === true &&
    message.inbound.chatType === "direct" &&
    route.matchedBy === "default" &&
    message.account !== rules.defaultBot &&
    !(rules.writtenScopeHolds && route.dmScopeWritten)
  );
}

/** What is kept apart of a chat: more than the routed scope says where a rule keeps chats apart. */
function reachOf(message: Message, route: Routed, rules: SessionRules): ScopeReach {
  if (message.keyChat?.byRoom) return narrowestReach;
  const isRoom = message.peer !== undefined && message.peer.kind !== rules.key.direct;
  const routed = isRoom ? route.groupReach : route.dmReach;
  const leavesMain = rules.threadsLeaveMain && message.thread !== undefined;
  if (isRoom) return leavesMain ? narrowestReach : routed;
  if (leavesMain) return routed.peer ? routed : narrowestReach;
  if (message.topic !== undefined && rules.topicScope !== undefined) return rules.topicScope;
  return staysWithBot(message, route, rules) ? narrowestReach : routed;
}

/** The chat of a message. Most hosts' scope keeps nobody apart, and then nothing more is asked of it. */
function chatOf(
  message: Message,
  agent: KeyOwner,
  reach: ScopeReach,
  rules: ChatKeyRules,
): ChatKey | undefined {
  if (!reach.peer) return mainChat(agent);
  const { account, channel, inbound, keyChat, peer, thread } = message;
  const { aliases } = inbound;
  const chat = keyChat ?? peer;
  const facts = {
    channel,
    account,
    kind: chat?.kind,
    peer: chat?.id ?? "",
    aliases,
    party: message.party,
    thread,
    sender: keyChat?.sender,
    byRoom: keyChat?.byRoom,
  };
  return chatKey(facts, agent, reach, rules);
}

/** The key of the session that a message's own continues; undefined where it continues none. */
function parentKeyOf(
  message: Message,
  own: SessionKey,
  agent: KeyOwner,
  route: Routed,
  rules: SessionRules,
): SessionKey | undefined {
  const { above, account, channel, inbound, thread } = message;
  if (thread === undefined && above === undefined) return undefined;
  if (!rules.message.continuesParent(inbound, channel, account)) return undefined;
  const chat: Message =
    above === undefined
      ? { ...message, thread: undefined }
      : { ...message, thread: undefined, keyChat: undefined, peer: above };
  const key = chatOf(chat, agent, reachOf(chat, route, rules), rules.key)?.key;
  return key === own ? undefined : key;
}

/** Channels of which a thread is a chat of its own, or a part of its chat's id, and settings say nothing of it. */
const splitsNothing: ReadonlySet<string> = new Set(["telegram", "discord"]);

/** What the channel makes of the chat, where that is more than that a thread is apart. */
function splitOf({ channel, conversation, inbound }: Message): Resolved["split"] {
  if (conversation === undefined || (splitsNothing.has(channel) && inbound.chatType !== "direct"))
    return undefined;
  const { room, sender, setting, thread } = conversation;
  const by = [
    ...(room === undefined ? [] : (["room"] as const)),
    ...(sender === undefined ? [] : (["sender"] as const)),
    ...(thread === undefined ? [] : (["thread"] as const)),
  ];
  const isUsual =
    room === undefined && sender === undefined && thread === inbound.thread && setting === undefined;
  return isUsual ? undefined : { by, ...(setting !== undefined && { setting }) };
}

function sessionOf(message: Message, route: Routed, rules: SessionRules): Resolution {
  const { account, channel, inbound, thread, topic } = message;
  const { binding, dmScope, groupScope } = route;
  const { isGlobal } = rules;
  const { aliases, chatType, guild, parent, peer, roles, sender, team } = inbound;
  const choice = topic === undefined ? route.choice : topic.choice;
  if (!choice.ok) return choice;
  const { agentId, mainKey } = choice;
  const reach = reachOf(message, route, rules);
  const lacking = isGlobal ? undefined : message.conversation?.missing;
  if (lacking !== undefined) return missingFact(lacking);
  const chat = isGlobal ? globalChat : chatOf(message, choice, reach, rules.key);
  if (chat === undefined) return missingPeer;
  const { identity } = chat;
  const key =
    thread === undefined || isGlobal
      ? chat.key
      : threadSessionKey(chat.key, thread, rules.message.behaviours, threadsHaveCase(channel));
  const resolution: Draft<Resolved> = {
    kind: "resolution",
    ok: true,
    key,
    agentId,
    matchedBy: topic !== undefined && rules.topicIsMatch ? "topic" : route.matchedBy,
    channel,
    account,
    chatType,
    dmScope,
    groupScope,
    mainKey: isGlobal ? key : mainKey,
  };
  if (binding !== undefined) resolution.binding = { index: binding.index, path: binding.path };
  if (topic?.path !== undefined) resolution.topic = { path: topic.path };
  if (peer !== undefined) resolution.peer = peer;
  const parentKey = isGlobal ? undefined : parentKeyOf(message, key, choice, route, rules);
  if (parentKey !== undefined) resolution.parentKey = parentKey;
  const split = isGlobal ? undefined : splitOf(message);
  if (split !== undefined) resolution.split = split;
  if (split?.by.includes("room") && inbound.room !== undefined) resolution.room = inbound.room;
  const within = split?.by.includes("thread") ? message.conversation?.thread : inbound.thread;
  if (within !== undefined) resolution.thread = within;
  if (sender !== undefined) resolution.sender = sender;
  if (aliases !== undefined) resolution.aliases = aliases;
  if (guild !== undefined) resolution.guild = guild;
  if (team !== undefined) resolution.team = team;
  if (roles !== undefined) resolution.roles = roles;
  if (parent !== undefined) resolution.parent = parent;
  if (identity !== undefined) resolution.identity = identity;
  const party = partyInKey(message.party, identity);
  if (party !== undefined) resolution.party = party;
  if (chatType === "direct" && !isGlobal) {
    if (reach === narrowestReach && !route.dmReach.account)
      resolution.keptApartBy = rules.threadsLeaveMain && thread !== undefined ? "thread" : "account";
    else if (!route.dmScopeWritten) resolution.defaultOf = rules.edition;
  }
  return resolution;
}

function place(message: Message, rules: SessionRules): Resolution {
  const route = routeOf(message, rules.route);
  if (!route.ok) return route;
  return message.asksDefaultAccount === true && rules.refusal !== undefined
    ? rules.refusal
    : sessionOf(message, route, rules);
}

/** Finds the agent and the session of a message that was read in the words of the policy's edition. */
export function placeMessage(message: Message, policy: Policy): Resolution {
  return place(message, sessionRules(policy));
}

/**
 * Tells which conversation a message belongs to, and which agent owns it.
 *
 * The agent is that of the nearest binding that matches (peer, the thread's parent, `*` peer, guild and
 * roles, guild, team, account, channel; in a tier the first one written), or the topic's own, or the
 * default agent. The key then says what `dmScope`, `groupScope` and `identityLinks` keep apart or join.
 * The result names what decided, and keeps the native ids as they came in; `traceRouting` tells why the
 * other bindings did not.
 *
 * The cost does not depend on the number of bindings, agents and links. OpenClaw 2026.3.2 to 2026.8.2
 * could answer a message with the answer to an earlier one, because entries of a cache collided; that
 * depends on what came before, and no edition reproduces it.
 *
 * @param inbound - The facts of one message. Under `2026-11` one without a channel, or with a number where
 *   text belongs, is refused as `"malformed-inbound"`; so is, under every edition, one that tells a fact in another type or
 *   under a name that misses (`accountId`). `null` is an absent fact, and `dm` is `direct`.
 * @param policy - What `parsePolicy` read.
 * @returns The conversation, or why there is none: `"missing-peer"` where the scope keeps people apart and
 *   the message names nobody (`2026-11`; the releases put it into the main session), `"ambiguous-agent"`,
 *   `"unknown-agent"`, `"no-agent"` (from 2026.8.1, where the release throws).
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * resolveSession({ channel: "telegram", chatType: "direct", peer: "42" }, policy).key; //=> "agent:main:telegram:direct:42"
 * resolveSession({ channel: "telegram", chatType: "direct" }, policy).reason; //=> "missing-peer"
 * ```
 */
export function resolveSession(inbound: Inbound, policy: Policy): Resolution {
  if (isPolluted()) return unpolluted(resolveSession, inbound, policy);
  demandPolicy(policy);
  const rules = sessionRules(policy);
  const read = readInbound(inbound, rules.message);
  return isUnreadable(read, inbound) ? read : place(readMessage(read, rules.message), rules);
}
