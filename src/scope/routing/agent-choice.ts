import { once } from "../../edition/once.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { mainAgentId, normalizeAgentId } from "../../identity/agent-id.ts";
import { agentRoster } from "./agent-roster.ts";
import type { KeyOwner } from "../key/chat-key.ts";
import { mainSessionKey } from "../key/main-key.ts";
import { agentKeyPrefix } from "../key/agent-key.ts";
import type { Unresolved } from "../resolution.ts";

/** The agent that answers, its main session as routing names it. */
export interface ChosenAgent extends KeyOwner {
  readonly ok: true;
  readonly agentId: string;
}

/** The agent that answers, or why none can be named. */
export type AgentChoice = ChosenAgent | Unresolved;

/** The agent of an id, taken at its word. */
export function chosenAgent(agentId: string, { behaviours, config }: Policy): ChosenAgent {
  const mainKey = behaviours.has("routing-honours-main-key") ? config.session?.mainKey : undefined;
  return {
    ok: true,
    agentId,
    keyPrefix: agentKeyPrefix(agentId),
    mainKey: mainSessionKey(agentId, mainKey, behaviours),
  };
}

// Frozen, because every message that is refused for this reason gets the same object.
function refused(reason: Unresolved["reason"], missing: string): AgentChoice {
  return Object.freeze({ kind: "resolution", ok: false, reason, missing: Object.freeze([missing]) });
}

/** Several agents, and none of them the default one. */
export const noDefaultAgent: AgentChoice = /* @__PURE__ */ refused(
  "ambiguous-agent",
  "agents.list[].default",
);

/**
 * The agent of messages that nothing else claims. Up to 2026.7.35 the first one marked `default`, else
 * the first, else `main`; from 2026.8.1 the only one marked `default`, else the only one there is.
 */
export const defaultAgent = /* @__PURE__ */ once((policy: Policy): AgentChoice => {
  const { listed, agents } = agentRoster(policy);
  const marked = agents.filter(({ isDefault }) => isDefault);
  const [first] = agents;
  if (!policy.behaviours.has("one-clear-owner"))
    return chosenAgent((marked[0] ?? first)?.id ?? mainAgentId, policy);
  const [only] = marked;
  if (policy.config.agents?.ownership !== "explicit" && only !== undefined && marked.length === 1)
    return chosenAgent(only.id, policy);
  if (!listed) return chosenAgent(mainAgentId, policy);
  if (first === undefined) return refused("no-agent", "agents.list");
  return agents.length === 1 ? chosenAgent(first.id, policy) : noDefaultAgent;
});

/** The agent that is meant where none is named: the default one, or from 2026.9.5 on a configured system agent. */
function unnamedAgent(policy: Policy): AgentChoice {
  const { agents } = policy.config;
  const name = agents?.defaults?.systemAgent?.agentId?.trim() ?? "";
  const owns =
    agents?.ownership === "explicit" &&
    policy.behaviours.has("system-agent-owns") &&
    name !== "" &&
    agentRoster(policy).named.has(normalizeAgentId(name));
  return owns ? chosenAgent(normalizeAgentId(name), policy) : defaultAgent(policy);
}

/**
 * The configured agent that a name means. Where there is none of that name: up to 2026.7.35 the default
 * agent, from 2026.8.1 a refusal; but where no agents are configured every name is taken at its word.
 */
export function configuredAgent(name: string, policy: Policy): AgentChoice {
  if (name.trim() === "") return unnamedAgent(policy);
  const agentId = normalizeAgentId(name);
  const { agents, named } = agentRoster(policy);
  const counted = policy.behaviours.has("nameless-agents-uncounted") ? named.size : agents.length;
  if (named.has(agentId) || counted === 0) return chosenAgent(agentId, policy);
  if (!policy.behaviours.has("bound-agent-must-exist")) return defaultAgent(policy);
  if (agentId === mainAgentId && policy.behaviours.has("main-needs-no-entry"))
    return chosenAgent(mainAgentId, policy);
  return refused("unknown-agent", formatPath(["agents", "entries", agentId]));
}

/** The agent that owns what no binding claims: the one that the caller named, else that of the config. */
export const ownerAgent = /* @__PURE__ */ once((policy: Policy): AgentChoice => {
  return configuredAgent(policy.defaultAgentId ?? "", policy);
});
