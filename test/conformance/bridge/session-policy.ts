import { behavioursOf } from "../../../src/edition/edition.ts";
import { chatTypeOfKey } from "../../../src/scope/key/chat-type-of-key.ts";
import { bootstrapFiles } from "../../../src/policy/memory/bootstrap-files.ts";
import { evaluateMemorySearch } from "../../../src/policy/memory/memory-search.ts";
import { isPrivateConversation } from "../../../src/policy/memory/private-conversation.ts";
import { qmdKeyReader, defaultQmdScope } from "../../../src/policy/memory/qmd-scope.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { agentToAgent, coversAgents } from "../../../src/policy/visibility/agent-to-agent.ts";
import { evaluateVisibility, visibleSessions } from "../../../src/policy/visibility/visibility.ts";
import type { SessionRow } from "../../../src/policy/visibility/visibility-facts.ts";
import {
  configuredVisibility,
  effectiveVisibility,
  sandboxVisibility,
} from "../../../src/policy/visibility/visibility-rule.ts";
import { evaluateSend, readAction } from "../../../src/policy/send/send.ts";
import {
  emptyPolicy,
  isOutOfContract,
  policyOf,
  uncheckedPolicyOf,
  type Bridge,
  type Circumstances,
  type VectorInput,
} from "./bridge.ts";

function storedSession(entry: VectorInput) {
  const { delivery, ...stored } = entry;
  if (delivery === undefined) return stored;
  const { kind, context, origin } = delivery;
  return {
    ...stored,
    delivery: { kind, channel: context?.channel, provider: origin?.provider, chatType: origin?.chatType },
  };
}

function withPolicy(config: VectorInput, circumstances: Circumstances, answer: (policy: Policy) => unknown) {
  const policy = policyOf(config, circumstances);
  return isOutOfContract(policy) ? policy : answer(policy);
}

function sessionRow({ ownerSessionKey, parentSessionKey, ...row }: VectorInput) {
  return { ...row, owner: ownerSessionKey, parent: parentSessionKey };
}

const guardAnswer = (allowed: boolean) => (allowed ? { allowed } : { allowed, status: "forbidden" });

/** The guard is handed the effective visibility; outside the sandbox that is the configured one. */
function guard(input: VectorInput, target: SessionRow, circumstances: Circumstances) {
  const { action, visibility, spawned, cfg, defaultAgentId } = input;
  const config = { ...cfg, tools: { ...cfg.tools, sessions: { visibility } } };
  return withPolicy(config, circumstances, (policy) => {
    const requester = {
      key: input.requesterSessionKey,
      agentId: input.requesterAgentId,
      mainKey: input.mainSessionKey,
      spawned,
    };
    const { allowed, reason } = evaluateVisibility({ action, requester, target, defaultAgentId }, policy);
    if (reason === "requester-agent-unknown") throw new Error(reason);
    return guardAnswer(allowed);
  });
}

/** Translations of the upstream functions for send, memory and visibility. */
export const sessionPolicyBridge: Bridge = {
  "send.resolve": ({ cfg, entry, sessionKey, channel, chatType }, circumstances) => {
    const policy = uncheckedPolicyOf(cfg, circumstances);
    const decision = evaluateSend(
      {
        key: sessionKey ?? "",
        channel,
        chatType,
        override: entry?.sendPolicy,
        stored: entry && storedSession(entry),
      },
      policy,
    );
    return decision.allowed ? "allow" : "deny";
  },
  "send.normalize": ({ raw }) => readAction(raw),
  "send.chatType": ({ sessionKey }, { edition }) =>
    chatTypeOfKey(sessionKey, behavioursOf(edition)) ?? "unknown",
  // To that function an absent scope is an empty one; the default scope is applied before it.
  "mem.scope": ({ scope = {}, sessionKey }, circumstances) => {
    const policy = uncheckedPolicyOf({ memory: { qmd: { scope } } }, circumstances);
    return evaluateMemorySearch({ key: sessionKey ?? "" }, policy).allowed;
  },
  "mem.derive": ({ sessionKey }, { edition }) => {
    const { channel, chatType } = qmdKeyReader(behavioursOf(edition))(sessionKey ?? "");
    return { channel, chatType };
  },
  "mem.defaultScope": (_, { edition }) => defaultQmdScope(behavioursOf(edition)),
  "mem.private": ({ key, agentId, entry }) =>
    isPrivateConversation({ key, agentId, ...(entry !== undefined && { stored: storedSession(entry) }) }),
  "mem.files": ({ files, sessionKey, asString, chatType, workspaceDir }, circumstances) => {
    const policy = emptyPolicy(circumstances);
    // Where the function is handed the key alone, it knows nothing else.
    const told = asString ? {} : { chatType, workspaceDir };
    return bootstrapFiles(files, { key: sessionKey ?? "", ...told }, policy).map(
      (file: VectorInput) => file.name ?? file,
    );
  },
  "vis.setting": ({ cfg }, circumstances) => withPolicy(cfg, circumstances, configuredVisibility),
  "vis.sandbox": ({ cfg }, circumstances) => withPolicy(cfg, circumstances, sandboxVisibility),
  "vis.effective": ({ cfg, sandboxed = false }, circumstances) =>
    withPolicy(cfg, circumstances, (policy) => effectiveVisibility(sandboxed, policy)),
  "vis.a2a": ({ cfg, requester, target }, circumstances) =>
    withPolicy(cfg, circumstances, (policy) => {
      const { enabled, admits } = agentToAgent(policy);
      return {
        enabled,
        allowed: requester === target || (enabled && coversAgents(requester, target, policy)),
        requesterMatches: admits(requester),
        targetMatches: admits(target),
      };
    }),
  "vis.guard": (input, circumstances) => guard(input, { key: input.target }, circumstances),
  "vis.row": (input, circumstances) => guard(input, sessionRow(input.row), circumstances),
  "vis.tool": ({ action, sandboxed, requesterSessionKey, target, spawned, cfg }, circumstances) =>
    withPolicy(cfg, circumstances, (policy) => {
      const requester = { key: requesterSessionKey, sandboxed, spawned };
      if (action !== "list")
        return guardAnswer(evaluateVisibility({ action, requester, target }, policy).allowed);
      const keys = [...visibleSessions(requester, new Set<string>([...spawned, target]), policy)];
      return { allowed: keys.includes(target), keys };
    }),
};
