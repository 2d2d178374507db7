import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { mainAgentId, normalizeAgentId, normalizeOptionalAgentId } from "../identity/agent-id.ts";

/** Whose tools are meant, as far as the caller knows. */
export interface ToolAgentRequest {
  readonly agentId?: string | undefined;
  readonly key?: string | undefined;
}

/** The agent; `agentId` is absent where a release goes on without one. */
export type ToolAgent =
  | { readonly ok: true; readonly agentId?: string }
  | { readonly ok: false; readonly reason: "ambiguous-agent" | "agent-mismatch" };

const defaultAgents = perPolicy(({ config }): { readonly id?: string } => {
  const list = config.agents?.list ?? [];
  if (list.length === 0) return { id: mainAgentId };
  const chosen = list.length === 1 ? list : list.filter((agent) => agent.default === true);
  return chosen.length === 1 && chosen[0] !== undefined ? { id: normalizeAgentId(chosen[0].id) } : {};
});

function agentOfKey(key: string | undefined): string | undefined {
  const agent = /^agent:([^:]+):./i.exec(key?.trim() ?? "")?.[1];
  return agent === undefined ? undefined : normalizeAgentId(agent);
}

/** Resolves whose tools are meant. */
export function resolveToolAgent({ agentId, key }: ToolAgentRequest, policy: Policy): ToolAgent {
  const { behaviours } = policy;
  const owner = agentOfKey(key);
  const named = behaviours.has("explicit-tool-agent") ? normalizeOptionalAgentId(agentId) : undefined;
  if (!behaviours.has("tool-agent-certain")) {
    const agent = named ?? owner;
    return { ok: true, ...(agent !== undefined && { agentId: agent }) };
  }
  if (named !== undefined && owner !== undefined && named !== owner)
    return { ok: false, reason: "agent-mismatch" };
  const agent = named ?? owner ?? defaultAgents(policy).id;
  return agent === undefined ? { ok: false, reason: "ambiguous-agent" } : { ok: true, agentId: agent };
}
