import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { writeSetting, type FindingFix } from "./finding.ts";

/** Denies tools to an agent; to all, where there is no other: whatever else a config allows, what is denied is. */
export function denyTools(agentId: string, names: readonly string[], policy: Policy): FindingFix {
  const { agents } = agentRoster(policy);
  const own = agents.length > 1 ? agents.find(({ id }) => id === agentId) : undefined;
  const { deny = [] } = (own === undefined ? policy.config.tools : own.config.tools) ?? {};
  const path = own === undefined ? "tools.deny" : `${own.path}.tools.deny`;
  return writeSetting(path, [...deny, ...names.filter((name) => !deny.includes(name))]);
}
