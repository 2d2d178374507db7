import { evaluateTool } from "../../policy/tool/tool.ts";
import { resolveToolSettings } from "../../policy/tool/settings.ts";
import { writeSetting, type Finding } from "./finding.ts";
import type { Scene } from "./scene.ts";

/** A tool of no group and no profile, such as a plugin may bring tomorrow: only what allows any tool allows it. */
const anyTool = "a-tool-that-nobody-listed";
const powerfulTools = ["exec", "process", "write", "gateway", "nodes", "browser"];

/** Finds agents that have any tool: by the profile `full`, or by none while others than the owner write to them. */
export function unlimitedTools({ policy, agentIds, people, severalPeople }: Scene): readonly Finding[] {
  return agentIds.flatMap((agentId): readonly Finding[] => {
    const allows = (tool: string) => evaluateTool({ tool, agentId }, policy).allowed;
    const tools = powerfulTools.filter(allows);
    if (tools.length === 0 || !allows(anyTool)) return [];
    const { profile } = resolveToolSettings(agentId, undefined, undefined, policy);
    const witness = { who: [`agent:${agentId}`], what: tools.join(", "), invented: false };
    if (profile !== undefined)
      return [
        {
          id: "tools-full",
          severity: "high",
          path: profile.path,
          message: "Whoever gets the agent to listen can have it use any tool.",
          fix: writeSetting(
            profile.path,
            "coding",
            `Write ${profile.path}: "coding" or "messaging", and deny there what is not needed.`,
          ),
          witness,
        },
      ];
    if (!severalPeople) return [];
    const strangers = people.some(({ invented }) => invented);
    return [
      {
        id: "tools-unlimited",
        severity: strangers ? "medium" : "info",
        path: "tools.profile",
        message: `No profile limits the tools, and ${strangers ? "strangers" : "several people"} write to the agent.`,
        fix: writeSetting("tools.profile", "messaging"),
        witness,
      },
    ];
  });
}
