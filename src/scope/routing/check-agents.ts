import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentIdStrict } from "../../identity/agent-id.ts";
import { defaultAgent } from "./agent-choice.ts";
import { agentRoster, type RosterAgent } from "./agent-roster.ts";

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
            message: `${JSON.stringify(agent.name)} and ${JSON.stringify(before.name)} are one agent, "${agent.id}"`,
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
      message: `nothing of ${JSON.stringify(name)} can stand in a key, so it is the agent "${id}"`,
      hint: "use letters a-z, digits, - and _",
    }));
}

function severalDefaults(agents: readonly RosterAgent[]): readonly Found[] {
  const [first, ...others] = agents.filter(({ isDefault }) => isDefault);
  return others.map(({ name, path }) => ({
    code: "agent-conflict",
    path,
    message: `${JSON.stringify(name)} is marked default, and so is ${JSON.stringify(first?.name)}`,
    hint: "mark one agent",
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
      hint: "write `default: true` at one of them",
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
