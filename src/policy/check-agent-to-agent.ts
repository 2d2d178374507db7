import type { Issue } from "../config/issue.ts";
import type { Policy } from "../config/policy.ts";

/** Warns of agent-to-agent access that is on for every agent because no list says for which. */
export function checkAgentToAgent({ behaviours, config }: Policy): readonly Issue[] {
  const { enabled, allow } = config.tools?.agentToAgent ?? {};
  if (!behaviours.has("strict-settings") || enabled !== true || allow !== undefined) return [];
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
