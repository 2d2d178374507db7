import type { Issue } from "../../config/issue.ts";
import { didYouMean, nearest } from "../../config/nearest.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";

/** The networks that let nothing through; any other name is one of the host's. */
const shut = ["none", "restricted"];

/** Finds a sandbox's network that was probably meant to be shut, and would be open. */
export function checkSandbox(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("strict-settings")) return [];
  const places = [
    { config: policy.config.agents?.defaults, path: "agents.defaults" },
    ...agentRoster(policy).agents,
  ];
  return places.flatMap(({ config, path }): readonly Issue[] => {
    const network = config?.sandbox?.network ?? "none";
    const meant = shut.includes(network) ? undefined : nearest(network, shut);
    if (meant === undefined) return [];
    const message = `${JSON.stringify(network)} would be a network of the host's`;
    return [
      {
        severity: "error",
        code: "unknown-value",
        path: `${path}.sandbox.network`,
        message,
        hint: didYouMean(meant),
      },
    ];
  });
}
