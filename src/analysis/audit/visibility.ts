import { evaluateTool } from "../../policy/tool/tool.ts";
import { agentToAgent } from "../../policy/visibility/agent-to-agent.ts";
import { evaluateVisibility } from "../../policy/visibility/visibility.ts";
import type { Policy } from "../../config/policy.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { writeSetting, type Found, type FindingFix, type Witness } from "./finding.ts";
import type { Situation } from "./situation.ts";

const path = "tools.sessions.visibility";
const historyTool = "sessions_history";

/** Two sessions, of which the first could look into the second. */
type Pair = Pick<Witness, "who" | "invented">;

/** Two sessions of one agent: of people who write to it, or made up. */
function twoSessions({ people, agentIds, policy }: Situation, readers: readonly string[]): Pair {
  const [agentId = agentIds[0] ?? ""] = readers;
  const keys = new Set<string>();
  for (const { inbound, invented } of people) {
    const resolution = resolveSession(inbound, policy);
    if (resolution.ok && !invented && resolution.agentId === agentId) keys.add(resolution.key);
    if (keys.size === 2) return { who: [...keys], invented: false };
  }
  return { who: ["1001", "1002"].map((peer) => `agent:${agentId}:telegram:direct:${peer}`), invented: true };
}

/** Whether one session may read what was written in another. */
function reads([requester = "", target = ""]: readonly string[], policy: Policy) {
  return evaluateVisibility({ action: "history", requester, target }, policy);
}

/** Sessions of two agents, of which one could look into the other's. */
function acrossAgents({ agentIds, policy }: Situation, readers: readonly string[]): Pair | undefined {
  if (!agentToAgent(policy).enabled) return undefined;
  for (const reader of readers)
    for (const other of agentIds) {
      const who = [`agent:${reader}:main`, `agent:${other}:main`];
      if (other !== reader && reads(who, policy).allowed) return { who, invented: false };
    }
  return undefined;
}

/** Narrows what is seen; where the release has no setting for that, takes the tools away. */
function narrow({ behaviours, config }: Policy): FindingFix {
  if (behaviours.has("visibility-setting")) return writeSetting(path, "self");
  return writeSetting("tools.deny", [...(config.tools?.deny ?? []), "group:sessions"]);
}

/**
 * Finds sessions that may read what was written in others: as far as an agent has the tool for it, and agent-to-agent access
 * covers both. Where the config and the world show one person alone, there is nobody else whose words would be read.
 */
export function visibleSessionsOfOthers(situation: Situation): readonly Found[] {
  const { policy, severalPeople, onePerson, agentIds } = situation;
  const readers = agentIds.filter((agentId) => evaluateTool({ tool: historyTool, agentId }, policy).allowed);
  const unasked = policy.config.tools?.sessions?.visibility === undefined;
  if (unasked && readers.length === 0) return [];
  const within = twoSessions(situation, readers);
  const { visibility, allowed } = reads(within.who, policy);
  const across = acrossAgents(situation, readers);
  const found = (
    id: "visibility-all" | "visibility-agent",
    { who: [requester = "", target = ""], invented }: Pair,
    message: string,
  ): readonly Found[] => {
    const but =
      readers.length === 0
        ? ` No agent has the tool ${historyTool}, so that none does.`
        : onePerson
          ? " Nobody but one person is known to write."
          : "";
    return [
      {
        id,
        milder: but !== "",
        path,
        message: `${message}${but}`,
        fix: narrow(policy),
        witness: { who: [requester], what: target, invented },
      },
    ];
  };
  const why = unasked ? ` (what ${policy.edition} does where nothing is written)` : "";
  if (across !== undefined)
    return found(
      "visibility-all",
      across,
      `A session could read those of other agents, no matter who wrote there${why}.`,
    );
  if (!allowed) return [];
  if (visibility === "all")
    return found(
      "visibility-all",
      within,
      `Any session of an agent could read every other one of that agent, no matter who wrote there${why}.`,
    );
  if (!severalPeople) return [];
  return found("visibility-agent", within, "A session could read what other people wrote to the same agent.");
}
