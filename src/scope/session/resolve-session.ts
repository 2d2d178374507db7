import type { Draft } from "../../config/draft.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { dmReach, narrowestReach, type ScopeReach } from "../../config/scopes.ts";
import type { Edition } from "../../edition/edition.ts";
import {
  chatKey,
  chatKeyRules,
  mainChat,
  type ChatKey,
  type ChatKeyRules,
  type KeyOwner,
} from "../key/chat-key.ts";
import { threadSessionKey } from "../key/thread-key.ts";
import { defaultDmScope } from "../defaults.ts";
import type { Inbound } from "../inbound.ts";
import type { Resolution, Resolved, Unresolved } from "../resolution.ts";
import { telegramDefaultAccount } from "../routing/default-account.ts";
import { routeOf, routeRules, type Routed, type RouteRules } from "../routing/route.ts";
import { malformedInbound, messageRules, readMessage, type Message, type MessageRules } from "./message.ts";

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

/** The one session of a host that keeps nobody apart. */
const globalChat: ChatKey = { key: "global", identity: undefined };

/** Channels whose thread ids differ by case, and whose adapters ask for it to be kept. */
const caseSensitiveThreads: ReadonlySet<string> = new Set(["matrix"]);

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
  const { account, channel, inbound, keyPeer, peer, thread } = message;
  const { aliases } = inbound;
  const facts = { channel, account, kind: peer?.kind, peer: keyPeer ?? peer?.id ?? "", aliases, thread };
  return chatKey(facts, agent, reach, rules);
}

function sessionOf(message: Message, route: Routed, rules: SessionRules): Resolution {
  const { account, channel, inbound, thread, topic } = message;
  const { binding, dmScope, groupScope } = route;
  const { isGlobal } = rules;
  const { chatType, peer, sender } = inbound;
  const choice = topic === undefined ? route.choice : topic.choice;
  if (!choice.ok) return choice;
  const { agentId, mainKey } = choice;
  const reach = reachOf(message, route, rules);
  const chat = isGlobal ? globalChat : chatOf(message, choice, reach, rules.key);
  if (chat === undefined) return missingPeer;
  const { identity } = chat;
  const key =
    thread === undefined || isGlobal
      ? chat.key
      : threadSessionKey(chat.key, thread, rules.message.behaviours, caseSensitiveThreads.has(channel));
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
  if (inbound.thread !== undefined) resolution.thread = inbound.thread;
  if (sender !== undefined) resolution.sender = sender;
  if (identity !== undefined) resolution.identity = identity;
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
 *   text belongs, is refused as `"malformed-inbound"`.
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
  const rules = sessionRules(policy);
  return malformedInbound(inbound, rules.message) ?? place(readMessage(inbound, rules.message), rules);
}
