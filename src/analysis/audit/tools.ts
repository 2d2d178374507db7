import { told } from "../representative/representative.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateTool, type ToolRequest } from "../../policy/tool/tool.ts";
import { resolveToolSettings } from "../../policy/tool/tool-settings.ts";
import { removeEntry } from "./apply-fix.ts";
import { writeSetting, type Found, type FindingFix } from "./finding.ts";
import { areSeveral, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";

/** A tool of no group and no profile, such as a plugin may bring tomorrow: only what allows any tool allows it. */
const anyTool = "a-tool-that-nobody-listed";
const powerfulTools = ["exec", "process", "write", "gateway", "nodes", "browser"];

/** An agent's request; up to 2026.2.21 only the key tells whose tools are meant. */
function request(tool: string, agentId: string): ToolRequest {
  return { tool, agentId, key: `agent:${agentId}:main` };
}

/** What lets any tool through a profile: the profile itself, or an entry of a list that extends it. */
function openingOf(
  agentId: string,
  profile: string,
  policy: Policy,
): { readonly path: string; readonly fix: FindingFix } {
  const { trace } = evaluateTool(request(anyTool, agentId), policy, { trace: true });
  const [entry = profile] = trace?.layers.find(({ layer }) => layer === "profile")?.entries ?? [];
  if (entry === profile) {
    const sentence = `Write ${profile}: "coding" or "messaging", and deny there what is not needed.`;
    return { path: profile, fix: writeSetting(profile, "coding", sentence) };
  }
  return { path: entry, fix: removeEntry(entry, policy.config) };
}

/** Writes a profile for everybody, without a list beside it that would add to it. */
function limit({ behaviours, config }: Policy): FindingFix {
  const { sentence, changes } = writeSetting("tools.profile", "messaging");
  if (!behaviours.has("list-extends-profile") || config.tools?.allow === undefined)
    return { sentence, changes };
  return {
    sentence: 'Write tools.profile: "messaging", and take tools.allow away.',
    changes: [...changes, { path: "tools.allow", remove: true }],
  };
}

/** Who reaches any tool of an agent from a room, whatever the room limits. */
function reachFromRooms(agentId: string, { policy, roomWriters }: Situation): readonly Participant[] {
  return roomWriters.filter(({ inbound }) => {
    const resolution = resolveSession(inbound, policy);
    const asked = { ...told({ sender: inbound.sender }), tool: anyTool };
    return (
      resolution.ok &&
      resolution.agentId === agentId &&
      evaluateTool({ ...resolution, ...asked }, policy).allowed
    );
  });
}

/** Finds agents that have any tool: by the profile `full`, or by none while others than the owner write to them. */
export function unlimitedTools(situation: Situation): readonly Found[] {
  const { policy, agentIds, people } = situation;
  return agentIds.flatMap((agentId): readonly Found[] => {
    const allows = (tool: string) => evaluateTool(request(tool, agentId), policy).allowed;
    const tools = powerfulTools.filter(allows);
    if (tools.length === 0 || !allows(anyTool)) return [];
    const { profile } = resolveToolSettings(agentId, undefined, undefined, policy);
    const witness = { who: [`agent:${agentId}`], what: tools.join(", "), invented: false };
    if (profile !== undefined)
      return [
        {
          id: "tools-full",
          ...openingOf(agentId, profile.path, policy),
          message: "Whoever gets the agent to listen can have it use any tool.",
          witness,
        },
      ];
    const inRooms = reachFromRooms(agentId, situation);
    if (!areSeveral(people) && !areSeveral(inRooms)) return [];
    const strangers = [...people, ...inRooms].some(({ invented }) => invented);
    return [
      {
        id: "tools-unlimited",
        milder: !strangers,
        path: "tools.profile",
        message: `No profile limits the tools, and ${strangers ? "strangers" : "several people"} write to the agent.`,
        fix: limit(policy),
        witness,
      },
    ];
  });
}
