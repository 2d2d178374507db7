import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { normalizeAgentId, normalizeOptionalAgentId } from "../../identity/agent-id.ts";
import { splitAgentKey } from "../../scope/key/agent-key.ts";
import { resolveToolAgent, untoldAgent, type ToolAgent, type ToolAgentRequest } from "../tool/agent.ts";

type OwnerRule = (request: ToolAgentRequest) => ToolAgent;

const ownerRule = /* @__PURE__ */ once((policy: Policy): OwnerRule => {
  const { behaviours } = policy;
  const ownerOfKey = (key: string | undefined) => splitAgentKey(key, behaviours)?.agentId;
  if (behaviours.has("sandbox-owner-certain")) {
    const heedsName = behaviours.has("sandbox-owner-named");
    return (request) => {
      const { key } = request;
      const unheard = !heedsName && key !== undefined && ownerOfKey(key) === undefined;
      return resolveToolAgent(unheard ? {} : request, policy);
    };
  }
  const fallback = untoldAgent(policy);
  return ({ agentId, key }) => {
    // Without a key, only a name can tell.
    const owner = key === undefined ? normalizeOptionalAgentId(agentId) : ownerOfKey(key);
    return owner === undefined ? fallback : { ok: true, agentId: normalizeAgentId(owner) };
  };
});

/**
 * Whose sandbox is meant. Up to 2026.7.35 that is the agent in the key, else the default one, whoever is named; then whoever
 * is named, as far as the key does not say otherwise.
 */
export function sandboxOwner(request: ToolAgentRequest, policy: Policy): ToolAgent {
  return ownerRule(policy)(request);
}
