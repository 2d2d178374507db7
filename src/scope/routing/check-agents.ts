import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentIdStrict } from "../../identity/agent-id.ts";
import { defaultAgent } from "./agent-choice.ts";
import { agentRoster, type RosterAgent } from "./agent-roster.ts";
import type { ChannelConfig } from "../../config/config.ts";
import { hintAmong } from "../../config/nearest.ts";
import { formatPath } from "../../config/path.ts";

type Found = Omit<Issue, "severity">;

function mergingAgents(agents: readonly RosterAgent[]): readonly Found[] {
  const first = new Map<string, RosterAgent>();
  return agents.flatMap((agent) => {
    const before = first.get(agent.id);
    if (before === undefined) first.set(agent.id, agent);
    return before === undefined
      ? []
      : [
          {
            code: "agent-conflict",
            path: agent.path,
            message: `${JSON.stringify(agent.name)} and ${JSON.stringify(before.name)} are the same agent, "${agent.id}"`,
            hint: "give them names that differ in more than case and punctuation",
          },
        ];
  });
}

function namelessAgents(agents: readonly RosterAgent[]): readonly Found[] {
  return agents
    .filter(({ name }) => normalizeAgentIdStrict(name) === undefined)
    .map(({ id, name, path }) => ({
      code: "agent-without-id",
      path,
      message: `nothing in ${JSON.stringify(name)} can be part of a key, so it is the agent "${id}"`,
      hint: "use letters a-z, digits, - and _",
    }));
}

function severalDefaults(agents: readonly RosterAgent[]): readonly Found[] {
  const [first, ...others] = agents.filter(({ isDefault }) => isDefault);
  return others.map(({ name, path }) => ({
    code: "agent-conflict",
    path,
    message: `${JSON.stringify(name)} is marked default, and so is ${JSON.stringify(first?.name)}`,
    hint: "mark only one agent",
  }));
}

/** Several agents, none marked default: a warning everywhere, because bindings may claim every message. */
function noOwner(policy: Policy): readonly Issue[] {
  const { agents } = agentRoster(policy);
  if (agents.length < 2 || agents.some(({ isDefault }) => isDefault)) return [];
  const choice = defaultAgent(policy);
  return [
    {
      severity: "warning",
      code: "ambiguous-agent",
      path: "agents",
      message: choice.ok
        ? `no agent is marked default, so the first one, "${choice.agentId}", answers what no binding claims`
        : "no agent is marked default, so a message that no binding claims is refused",
      hint: "write `default: true` for one of them",
    },
  ];
}

/** Finds agents that cannot be told apart, and a roster without a clear owner. */
export function checkAgents(policy: Policy): readonly Issue[] {
  const { agents } = agentRoster(policy);
  const severity = policy.behaviours.has("agents-told-apart") ? "error" : "warning";
  const wrong = [...mergingAgents(agents), ...namelessAgents(agents), ...severalDefaults(agents)];
  return [...wrong.map((issue) => ({ severity, ...issue }) as const), ...noOwner(policy)];
}

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
