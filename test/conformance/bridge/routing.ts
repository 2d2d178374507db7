import type { Policy } from "../../../src/config/policy.ts";
import { normalizeAgentId, normalizeOptionalAgentId } from "../../../src/identity/agent-id.ts";
import { linkedName } from "../../../src/identity/identity-links.ts";
import { channelIdOf } from "../../../src/identity/peer-id.ts";
import {
  chosenAgent,
  configuredAgent,
  defaultAgent,
  type AgentChoice,
} from "../../../src/scope/routing/agent-choice.ts";
import { boundAccounts } from "../../../src/scope/routing/bound-accounts.ts";
import { directKind } from "../../../src/scope/chat-type.ts";
import { readMessage, type Message } from "../../../src/scope/session/message.ts";
import { messageRules, readId } from "../../../src/scope/session/message-rules.ts";
import { dmReach, groupReach } from "../../../src/config/scopes.ts";
import { chatKey, chatKeyRules } from "../../../src/scope/key/chat-key.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { mainSessionKey } from "../../../src/scope/key/main-key.ts";
import {
  canonicalizeMainAlias,
  mainSession,
  storeKeyOfOwner,
  type OwnedKey,
} from "../../../src/scope/session/main-session.ts";
import { placeMessage, resolveSession } from "../../../src/scope/session/resolve-session.ts";
import type { Resolution, Unresolved } from "../../../src/scope/resolution.ts";
import type { Peer } from "../../../src/scope/routing/route.ts";
import { withOverrides } from "../../../src/scope/routing/route-overrides.ts";
import { routingTerms } from "../../../src/scope/routing/routing-terms.ts";
import { topicAgent } from "../../../src/scope/routing/topic-agents.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

function refusal({ reason, missing }: Unresolved): Error {
  return new Error(`${reason}: ${missing.join(", ")}`);
}

function peerIn(peer: VectorInput, policy: Policy): Peer | undefined {
  if (peer == null) return undefined;
  const { behaviours } = policy;
  const id = readId(peer.id, behaviours);
  if (id === undefined) throw new TypeError("the id of a peer is no text");
  return { kind: routingTerms(policy).kind(peer.kind ?? directKind(behaviours)), id };
}

/** The same, of a function that writes keys and takes the kind as it is. */
function keyPeerIn(peer: VectorInput, policy: Policy): Peer | undefined {
  const read = peerIn(peer, policy);
  return read && { ...read, kind: peer.kind ?? directKind(policy.behaviours) };
}

function agentOf(choice: AgentChoice): string {
  if (!choice.ok) throw refusal(choice);
  return choice.agentId;
}

/** The answer's fields came one by one: lastRoutePolicy in 2026.3.7, dmScope in 2026.7.1, groupScope in 2026.8.1. */
function routeAnswer(session: Resolution, { behaviours }: Policy) {
  if (!session.ok) throw refusal(session);
  const { account, channel, dmScope, groupScope } = session;
  return {
    agentId: session.agentId,
    channel,
    accountId: account,
    sessionKey: session.key,
    mainSessionKey: session.mainKey,
    matchedBy: session.matchedBy,
    ...(behaviours.has("acp-bindings-excluded") && {
      lastRoutePolicy: session.key === session.mainKey ? "main" : "session",
    }),
    ...(behaviours.has("routing-honours-main-key") && { dmScope }),
    ...(behaviours.has("group-scope") && { groupScope }),
  };
}

export function routeFacts(input: VectorInput, policy: Policy): Message {
  const guild = readId(input.guildId, policy.behaviours);
  const team = readId(input.teamId, policy.behaviours);
  const terms = routingTerms(policy);
  return {
    inbound: {
      channel: input.channel,
      chatType: "direct",
      account: input.accountId,
      ...(guild !== undefined && { guild }),
      ...(team !== undefined && { team }),
      roles: input.memberRoleIds,
    },
    channel: terms.channel(input.channel ?? ""),
    account: terms.account(input.accountId),
    peer: peerIn(input.peer, policy),
    // A release that does not know of parents does not look whether theirs is one.
    parent: policy.behaviours.has("parent-peer-tier") ? peerIn(input.parentPeer, policy) : undefined,
  };
}

type WithPolicy = (input: VectorInput, policy: Policy) => unknown;

/** Reads the input's config; where the release's own schema refuses it, says so. */
function underPolicy(answer: WithPolicy, configOf = (input: VectorInput): unknown => input.cfg) {
  return (input: VectorInput, circumstances: Circumstances): unknown => {
    const policy = policyOf(configOf(input), circumstances);
    return isOutOfContract(policy) ? policy : answer(input, policy);
  };
}

function ownedKey(owned: OwnedKey): string {
  if (!owned.ok) throw refusal(owned);
  return owned.key;
}

/** The facts of Telegram's own routing function, which takes the sender beside the chat. */
function telegramInbound({ accountId, chatId, isGroup, senderId, topicId }: VectorInput): Inbound {
  return {
    channel: "telegram",
    account: accountId,
    chatType: isGroup ? "group" : "direct",
    peer: String(chatId),
    ...(topicId != null && { thread: String(topicId) }),
    ...(senderId != null && { sender: String(senderId) }),
  };
}

/**
 * What the route of a Telegram message depends on. The topic's agent comes with the call, not from the config,
 * and the route is that of the chat: a direct chat's topic is added to its key elsewhere.
 */
function telegramFacts(input: VectorInput, policy: Policy): Message {
  const facts = readMessage(telegramInbound(input), messageRules(policy));
  return {
    ...facts,
    topic: topicAgent(input.topicAgentId, policy),
    thread: undefined,
    asksDefaultAccount: false,
  };
}

/** Translations of the upstream functions that concern routing. */
export const routingBridge: Bridge = {
  resolveAgentRoute: underPolicy((input, policy) =>
    routeAnswer(placeMessage(routeFacts(input, policy), withOverrides(policy, input)), policy),
  ),
  buildAgentSessionKey: underPolicy(
    (input, policy) => {
      const { accountId, dmScope = "main", groupScope = "per-group" } = input;
      const agent = chosenAgent(normalizeAgentId(input.agentId), policy);
      const channel = channelIdOf(input.channel, policy.behaviours);
      const { kind, id = "" } = keyPeerIn(input.peer, policy) ?? {};
      const rules = chatKeyRules(policy);
      const isRoom = kind !== undefined && kind !== rules.direct;
      const reach = isRoom ? groupReach(groupScope) : dmReach(dmScope);
      return chatKey({ channel, account: accountId, kind, peer: id }, agent, reach, rules)?.key;
    },
    ({ identityLinks, mainKey }) => ({ session: { identityLinks, mainKey } }),
  ),
  resolveLinkedPeer: underPolicy(
    ({ channel, peerId }, policy) =>
      linkedName(channelIdOf(channel, policy.behaviours), peerId ?? "", undefined, policy),
    ({ identityLinks }) => ({ session: { identityLinks } }),
  ),
  telegramRoute: underPolicy((input, policy) =>
    routeAnswer(placeMessage(telegramFacts(input, policy), policy), policy),
  ),
  telegramBaseKey: underPolicy((input, policy) => {
    const session = resolveSession(telegramInbound(input), policy);
    if (!session.ok) throw refusal(session);
    return session.key;
  }),
  buildTelegramParentPeer: underPolicy(
    ({ isGroup, chatId, resolvedThreadId }, policy) =>
      readMessage(telegramInbound({ chatId, isGroup, topicId: resolvedThreadId }), messageRules(policy))
        .parent,
    () => ({}),
  ),
  resolveDefaultAgentId: underPolicy((_, policy) => agentOf(defaultAgent(policy))),
  pickFirstExistingAgentId: underPolicy(({ agentId }, policy) =>
    agentOf(configuredAgent(agentId ?? "", policy)),
  ),
  resolveMainSessionKey: underPolicy((_, policy) => ownedKey(mainSession(policy))),
  resolveAgentMainSessionKey: underPolicy(({ agentId }, policy) =>
    mainSessionKey(agentId, policy.config.session?.mainKey, policy.behaviours),
  ),
  resolveExplicitAgentSessionKey: underPolicy(({ agentId }, policy) => {
    const named = normalizeOptionalAgentId(agentId);
    return named && mainSessionKey(named, policy.config.session?.mainKey, policy.behaviours);
  }),
  canonicalizeMainSessionAlias: underPolicy(({ agentId, sessionKey }, policy) =>
    canonicalizeMainAlias(sessionKey ?? "", agentId, policy),
  ),
  resolveSessionStoreKey: underPolicy(({ sessionKey }, policy) =>
    ownedKey(storeKeyOfOwner(sessionKey ?? "", policy)),
  ),
  listBoundAccountIds: underPolicy(
    ({ channel }, policy) => boundAccounts(policy).get(channelIdOf(channel, policy.behaviours)) ?? [],
  ),
};
