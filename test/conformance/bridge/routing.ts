import type { Policy } from "../../../src/config/policy.ts";
import { nameLookup } from "../../../src/identity/identity-links.ts";
import {
  configuredAgent,
  defaultAgent,
  ownerAgent,
  type AgentChoice,
} from "../../../src/scope/agent-choice.ts";
import { chatSession, type ChatFacts, type ChatSession } from "../../../src/scope/chat-session.ts";
import { peerSessionKey, directKind } from "../../../src/scope/peer-key.ts";
import { routeId } from "../../../src/scope/route-id.ts";
import type { Peer } from "../../../src/scope/route.ts";
import type { Unresolved } from "../../../src/scope/resolution.ts";
import { topicAgent } from "../../../src/scope/topic-agents.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

function refusal({ reason, missing }: Unresolved): Error {
  return new Error(`${reason}: ${missing.join(", ")}`);
}

function peerIn(peer: VectorInput, { behaviours }: Policy): Peer | undefined {
  if (peer == null) return undefined;
  const id = routeId(peer.id, behaviours);
  if (id === undefined) throw new TypeError("the id of a peer is no text");
  return { kind: peer.kind ?? directKind(behaviours), id };
}

function agentOf(choice: AgentChoice): string {
  if (!choice.ok) throw refusal(choice);
  return choice.agentId;
}

/** The answer's fields came one by one: lastRoutePolicy in 2026.3.7, dmScope in 2026.7.1, groupScope in 2026.8.1. */
function routeAnswer(session: ChatSession | Unresolved, { behaviours }: Policy) {
  if (!session.ok) throw refusal(session);
  return {
    agentId: session.agentId,
    channel: session.channel,
    accountId: session.account,
    sessionKey: session.key,
    mainSessionKey: session.mainKey,
    matchedBy: session.matchedBy,
    ...(behaviours.has("acp-bindings-excluded") && {
      lastRoutePolicy: session.key === session.mainKey ? "main" : "session",
    }),
    ...(behaviours.has("routing-honours-main-key") && { dmScope: session.dmScope }),
    ...(behaviours.has("group-scope") && { groupScope: session.groupScope }),
  };
}

function routeFacts(input: VectorInput, policy: Policy): ChatFacts {
  return {
    channel: input.channel,
    account: input.accountId,
    peer: peerIn(input.peer, policy),
    parent: peerIn(input.parentPeer, policy),
    guild: routeId(input.guildId, policy.behaviours),
    team: routeId(input.teamId, policy.behaviours),
    roles: input.memberRoleIds,
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

/** Translations of the upstream functions that concern routing. */
export const routingBridge: Bridge = {
  resolveAgentRoute: underPolicy((input, policy) =>
    routeAnswer(chatSession(routeFacts(input, policy), policy, input), policy),
  ),
  resolveDefaultAgentId: underPolicy((_, policy) => agentOf(defaultAgent(policy))),
  pickFirstExistingAgentId: underPolicy(({ agentId }, policy) => agentOf(configuredAgent(agentId, policy))),
};
