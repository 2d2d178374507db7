import type { ChannelConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import { hintAmong } from "../../config/nearest.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentIdStrict } from "../../identity/agent-id.ts";
import { agentRoster } from "./agent-roster.ts";

interface NamedAgent {
  readonly name: string | undefined;
  readonly path: readonly (string | number)[];
}

function* inGroups(groups: ChannelConfig["groups"], path: readonly string[]): Generator<NamedAgent> {
  for (const [group, { topics = {} }] of Object.entries(groups ?? {}))
    for (const [topic, { agentId }] of Object.entries(topics))
      yield { name: agentId, path: [...path, "groups", group, "topics", topic, "agentId"] };
}

function* namedAgents({ agents, bindings, channels }: Policy["config"]): Generator<NamedAgent> {
  yield {
    name: agents?.defaults?.systemAgent?.agentId,
    path: ["agents", "defaults", "systemAgent", "agentId"],
  };
  for (const [index, { agentId }] of (bindings ?? []).entries())
    yield { name: agentId, path: ["bindings", index, "agentId"] };
  for (const [name, channel] of Object.entries(channels ?? {})) {
    if (name === "defaults") continue;
    // `channels` also takes keys that are no channels; only `defaults` is known to be one.
    const { accounts = {}, groups } = channel as ChannelConfig;
    yield* inGroups(groups, ["channels", name]);
    for (const [account, { groups: own }] of Object.entries(accounts))
      yield* inGroups(own, ["channels", name, "accounts", account]);
  }
}

/**
 * Finds agents that bindings and topics name and that are not configured. Where the config lists no agents
 * any name will do that can stand in a key.
 */
export function checkAgentNames(policy: Policy): readonly Issue[] {
  const { agents, ids } = agentRoster(policy);
  const severity = policy.behaviours.has("agents-told-apart") ? "error" : "warning";
  const issues: Issue[] = [];
  for (const { name, path } of namedAgents(policy.config)) {
    if (name === undefined) continue;
    const id = normalizeAgentIdStrict(name);
    if (id !== undefined && (agents.length === 0 || ids.has(id))) continue;
    issues.push({
      severity,
      code: "unknown-agent",
      path: formatPath(path),
      message: `there is no agent ${JSON.stringify(name)}`,
      hint: agents.length === 0 ? "use letters a-z, digits, - and _" : hintAmong(name, [...ids]),
    });
  }
  return issues;
}
