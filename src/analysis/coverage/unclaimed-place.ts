import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { writtenPath } from "../../config/loaded/origin.ts";
import { once } from "../../edition/once.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { ownerAgent } from "../../scope/routing/agent-choice.ts";

interface Place {
  readonly path: string | undefined;
}

const found = once((policy: Policy): Place => {
  const { config, defaultAgentId = "" } = policy;
  const owner = ownerAgent(policy);
  if (!owner.ok || defaultAgentId.trim() !== "") return { path: undefined };
  const { agents } = agentRoster(policy);
  const own = agents.filter(({ id }) => id === owner.agentId);
  const marked = own.find(({ isDefault }) => isDefault);
  if (config.agents?.ownership !== "explicit") {
    if (marked !== undefined) return { path: writtenPath(extendPath(marked.path, "default"), policy) };
  } else if (agents.length > 1) return { path: "agents.defaults.systemAgent.agentId" };
  // In `agents.entries` the name of the only agent is no setting.
  return { path: own[0] && writtenPath(extendPath(own[0].path, "id"), policy) };
});

/** Where a config says which agent answers what nothing else claims: by a mark, or by the agent that stands first. */
export function unclaimedPlace(policy: Policy): string | undefined {
  return found(policy).path;
}
