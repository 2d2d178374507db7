import type { Policy } from "../config/policy.ts";
import { normalizeAgentId, normalizeOptionalAgentId } from "../identity/agent-id.ts";
import { defaultAgent } from "../scope/agent-choice.ts";
import { splitAgentKey } from "../scope/agent-key.ts";

/** Whose tools are meant, as far as the caller knows. */
export interface ToolAgentRequest {
  readonly agentId?: string | undefined;
  readonly key?: string | undefined;
}

/** The agent; `agentId` is absent where a release goes on without one. */
export type ToolAgent =
  | { readonly ok: true; readonly agentId?: string }
  | { readonly ok: false; readonly reason: "ambiguous-agent" | "agent-mismatch" };

/** Resolves whose tools are meant. */
export function resolveToolAgent({ agentId, key }: ToolAgentRequest, policy: Policy): ToolAgent {
  const { behaviours } = policy;
  const split = splitAgentKey(key, behaviours);
  const owner = split && normalizeAgentId(split.agentId);
  const named = behaviours.has("explicit-tool-agent") ? normalizeOptionalAgentId(agentId) : undefined;
  const agent = named ?? owner;
  if (!behaviours.has("tool-agent-certain"))
    return { ok: true, ...(agent !== undefined && { agentId: agent }) };
  if (named !== undefined && owner !== undefined && named !== owner)
    return { ok: false, reason: "agent-mismatch" };
  if (agent !== undefined) return { ok: true, agentId: agent };
  const fallback = defaultAgent(policy);
  return fallback.ok ? { ok: true, agentId: fallback.agentId } : { ok: false, reason: "ambiguous-agent" };
}
