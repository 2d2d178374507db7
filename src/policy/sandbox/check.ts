import type { AgentConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { networkRefusal } from "../../config/sandbox-network.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { mistake } from "../issues.ts";

function checkNetwork(config: AgentConfig["sandbox"], path: string): readonly Issue[] {
  const { network, dangerouslyAllowContainerNamespaceJoin: joins = false } = config?.docker ?? {};
  if (networkRefusal(network, joins) === undefined) return [];
  const message = `${JSON.stringify(network)} would take the sandbox out of its own network`;
  return [mistake("unknown-value", `${path}.docker.network`, message, "write `bridge` or `none`")];
}

/** Finds networks that are none of a sandbox's own. The releases' own checks are made where their keys are. */
export function checkSandboxes(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("strict-settings")) return [];
  return [
    ...checkNetwork(policy.config.agents?.defaults?.sandbox, "agents.defaults.sandbox"),
    ...agentRoster(policy).agents.flatMap(({ config, path }) =>
      checkNetwork(config.sandbox, `${path}.sandbox`),
    ),
  ];
}
