import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
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

type ToolAgentRule = (request: ToolAgentRequest) => ToolAgent;

function toolAgent(agentId: string | undefined): ToolAgent {
  return agentId === undefined ? { ok: true } : { ok: true, agentId };
}

/** The agent that is meant where none is told: the default one, if it is certain which that is. */
export function untoldAgent(policy: Policy): ToolAgent {
  const fallback = defaultAgent(policy);
  return fallback.ok ? toolAgent(fallback.agentId) : { ok: false, reason: "ambiguous-agent" };
}

/** Up to 2026.7.35 a key without an agent is one of `main`. */
function assumedAgent({ behaviours }: Policy): ToolAgentRule {
  const namesAgent = behaviours.has("explicit-tool-agent");
  return ({ agentId, key }) => {
    const named = namesAgent ? normalizeOptionalAgentId(agentId) : undefined;
    if (named !== undefined || key === undefined || key === "") return toolAgent(named);
    return toolAgent(agentIdOfKey(key, undefined, behaviours));
  };
}

function certainAgent(policy: Policy): ToolAgentRule {
  const { behaviours } = policy;
  const namesAgent = behaviours.has("explicit-tool-agent");
  const refusesMalformed = behaviours.has("malformed-key-has-no-tools");
  const { listed, agents } = agentRoster(policy);
  const fallback = untoldAgent(policy);
  return ({ agentId, key }) => {
    const named = namesAgent ? normalizeOptionalAgentId(agentId) : undefined;
    const spelled = splitAgentKey(key, behaviours)?.agentId;
    // Where no agents are listed the key is taken at its word, as it spells the agent.
    if (listed && agents.length === 0) return toolAgent(named ?? spelled);
    const owner = spelled === undefined ? undefined : normalizeAgentId(spelled);
    if (named !== undefined && owner !== undefined && named !== owner)
      return { ok: false, reason: "agent-mismatch" };
    if (refusesMalformed && keyShape(key, behaviours) === "malformed-agent")
      return { ok: false, reason: "ambiguous-agent" };
    const agent = named ?? owner;
    return agent === undefined ? fallback : { ok: true, agentId: agent };
  };
}

const toolAgentRule = /* @__PURE__ */ once((policy: Policy): ToolAgentRule =>
  policy.behaviours.has("tool-agent-certain") ? certainAgent(policy) : assumedAgent(policy),
);

/** Resolves whose tools are meant. */
export function resolveToolAgent(request: ToolAgentRequest, policy: Policy): ToolAgent {
  return toolAgentRule(policy)(request);
}
