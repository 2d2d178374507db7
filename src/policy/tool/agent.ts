import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId, normalizeOptionalAgentId } from "../../identity/agent-id.ts";
import { defaultAgent } from "../../scope/routing/agent-choice.ts";
import { keyShape, splitAgentKey, agentIdOfKey } from "../../scope/key/agent-key.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";

/** Whose tools are meant, as far as the caller knows. */
export interface ToolAgentRequest {
  readonly agentId?: string | undefined;
  readonly key?: string | undefined;
}

/** The agent; `agentId` is absent where a release goes on without one. */
export type ToolAgent =
  | { readonly ok: true; readonly agentId?: string }
  | { readonly ok: false; readonly reason: "ambiguous-agent" | "agent-mismatch" };

/** Up to 2026.7.35 a key without an agent is one of `main`. */
function assumedOwner(key: string | undefined, { behaviours }: Policy): string | undefined {
  return key === undefined || key === "" ? undefined : agentIdOfKey(key, undefined, behaviours);
}

function toolAgent(agentId: string | undefined): ToolAgent {
  return agentId === undefined ? { ok: true } : { ok: true, agentId };
}

/** Resolves whose tools are meant. */
export function resolveToolAgent({ agentId, key }: ToolAgentRequest, policy: Policy): ToolAgent {
  const { behaviours } = policy;
  const named = behaviours.has("explicit-tool-agent") ? normalizeOptionalAgentId(agentId) : undefined;
  if (!behaviours.has("tool-agent-certain")) return toolAgent(named ?? assumedOwner(key, policy));
  const spelled = splitAgentKey(key, behaviours)?.agentId;
  const { listed, agents } = agentRoster(policy);
  // Where no agents are listed the key is taken at its word, as it spells the agent.
  if (listed && agents.length === 0) return toolAgent(named ?? spelled);
  const owner = spelled === undefined ? undefined : normalizeAgentId(spelled);
  const agent = named ?? owner;
  if (named !== undefined && owner !== undefined && named !== owner)
    return { ok: false, reason: "agent-mismatch" };
  const isMalformed = spelled === undefined && keyShape(key, behaviours) === "malformed-agent";
  if (isMalformed && behaviours.has("malformed-key-has-no-tools"))
    return { ok: false, reason: "ambiguous-agent" };
  if (agent !== undefined) return { ok: true, agentId: agent };
  const fallback = defaultAgent(policy);
  return fallback.ok ? { ok: true, agentId: fallback.agentId } : { ok: false, reason: "ambiguous-agent" };
}
