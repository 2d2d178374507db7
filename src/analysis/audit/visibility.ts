import { evaluateTool } from "../../policy/tool/tool.ts";
import { evaluateVisibility } from "../../policy/visibility/visibility.ts";
import type { Policy } from "../../config/policy.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { writeSetting, type Found, type FindingFix, type Witness } from "./finding.ts";
import type { Situation } from "./situation.ts";

const path = "tools.sessions.visibility";
const historyTool = "sessions_history";

/** Two sessions of one agent: of people who write to it, or made up. */
function twoSessions({ people, agentIds, policy }: Situation): Pick<Witness, "who" | "invented"> {
  const [agentId = ""] = agentIds;
  const keys = new Set<string>();
  for (const { inbound } of people) {
    const resolution = resolveSession(inbound, policy);
    if (resolution.ok) keys.add(resolution.key);
    if (keys.size === 2) return { who: [...keys], invented: false };
  }
  return { who: ["1001", "1002"].map((peer) => `agent:${agentId}:telegram:direct:${peer}`), invented: true };
}

/** Narrows what is seen; where the release has no setting for that, takes the tools away. */
function narrow({ behaviours, config }: Policy): FindingFix {
  if (behaviours.has("visibility-setting")) return writeSetting(path, "self");
  return writeSetting("tools.deny", [...(config.tools?.deny ?? []), "group:sessions"]);
}

/** Finds sessions that may read what was written in others. */
export function visibleSessionsOfOthers(situation: Situation): readonly Found[] {
  const { policy, severalPeople, agentIds } = situation;
  const { who, invented } = twoSessions(situation);
  const [requester = "", target = ""] = who;
  const { visibility, allowed } = evaluateVisibility({ action: "history", requester, target }, policy);
  const readers = agentIds.filter((agentId) => evaluateTool({ tool: historyTool, agentId }, policy).allowed);
  const unasked = policy.config.tools?.sessions?.visibility === undefined;
  if (unasked && readers.length === 0) return [];
  const found = (id: "visibility-all" | "visibility-agent", message: string): readonly Found[] => [
    {
      id,
      milder: readers.length === 0,
      path,
      message:
        readers.length > 0 ? message : `${message} No agent has the tool ${historyTool}, so that none does.`,
      fix: narrow(policy),
      witness: { who: [requester], what: target, invented },
    },
  ];
  if (visibility === "all") {
    const why = unasked ? ` (what ${policy.edition} does where nothing is written)` : "";
    return found("visibility-all", `Any session could read every other one, whoever wrote there${why}.`);
  }
  if (!allowed || !severalPeople) return [];
  return found("visibility-agent", "A session could read what other people wrote to the same agent.");
}
