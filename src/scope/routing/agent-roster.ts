import { once } from "../../edition/once.ts";
import type { AgentConfig, Config } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";

/** An agent as it is written; in `agents.entries` its name is its key. */
type WrittenAgent = NonNullable<NonNullable<Config["agents"]>["entries"]>[string];

/** One configured agent. */
export interface RosterAgent {
  readonly id: string;
  /** Its id as it is written. */
  readonly name: string;
  readonly isDefault: boolean;
  /** Where it is configured. */
  readonly path: string;
  /** What is configured for it. */
  readonly config: AgentConfig | WrittenAgent;
}

/** The agents of a policy, in the order in which they are written. */
interface Roster {
  /** Whether the config lists agents at all; a list may be empty. */
  readonly listed: boolean;
  readonly agents: readonly RosterAgent[];
  readonly ids: ReadonlySet<string>;
  /** The ids of those whose names are not blank: only they can be named by a binding. */
  readonly named: ReadonlySet<string>;
}

function rosterOf(listed: boolean, agents: readonly RosterAgent[]): Roster {
  const idsOf = (some: readonly RosterAgent[]) => new Set(some.map(({ id }) => id));
  const named = agents.filter(({ name }) => name.trim() !== "");
  return { listed, agents, ids: idsOf(agents), named: idsOf(named) };
}

/** Reads `agents.list`, or from 2026.8.1 on `agents.entries` where that is written. */
export const agentRoster = once(({ behaviours, config: { agents } }: Policy): Roster => {
  const entries = behaviours.has("keyed-roster") ? agents?.entries : undefined;
  if (entries !== undefined) {
    const keyed = Object.entries(entries).map(([name, agent]) => ({
      id: normalizeAgentId(name),
      name,
      isDefault: agent.default === true,
      path: formatPath(["agents", "entries", name]),
      config: agent,
    }));
    return rosterOf(true, keyed);
  }
  const listed = (agents?.list ?? []).map((agent, index) => ({
    id: normalizeAgentId(agent.id),
    name: agent.id,
    isDefault: agent.default === true,
    path: formatPath(["agents", "list", index]),
    config: agent,
  }));
  return rosterOf(agents?.list !== undefined, listed);
});
