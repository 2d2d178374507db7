import type { Issue } from "../../config/issue.ts";
import { hintAmong } from "../../config/nearest.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";

function checkName(name: string, index: number, policy: Policy): readonly Issue[] {
  const { listed, ids } = agentRoster(policy);
  if (!listed || name.includes("*") || ids.has(name)) return [];
  return [
    {
      severity: "warning",
      code: "unknown-agent",
      path: `tools.agentToAgent.allow[${index}]`,
      message: `there is no agent ${JSON.stringify(name)}`,
      hint: hintAmong(name, [...ids]),
    },
  ];
}

/** Warns of agent-to-agent access that is on for every agent because no list says for which, or for an agent that is none. */
export function checkAgentToAgent(policy: Policy): readonly Issue[] {
  const { behaviours, config } = policy;
  const { enabled, allow } = config.tools?.agentToAgent ?? {};
  if (!behaviours.has("strict-settings")) return [];
  if (allow !== undefined) return allow.flatMap((name, index) => checkName(name, index, policy));
  if (enabled !== true) return [];
  return [
    {
      severity: "warning",
      code: "open-agent-to-agent",
      path: "tools.agentToAgent.allow",
      message: "is not written, so that every agent reaches every other",
      hint: 'list the agents, or write `allow: ["*"]`',
    },
  ];
}
