import { told } from "../representative/representative.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateTool, type ToolRequest } from "../../policy/tool/tool.ts";
import { resolveToolSettings } from "../../policy/tool/tool-settings.ts";
import { mainKeyOfAgent } from "../../policy/sandbox-settings.ts";
import { sandboxOf } from "../../policy/sandbox/sandbox.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { removeEntry } from "./apply-fix.ts";
import { denyTools } from "./deny-tools.ts";
import { removeSetting, writeSetting, type Found, type FindingFix } from "./finding.ts";
import { areSeveral, type Participant } from "./people.ts";
import { comers } from "./second-person.ts";
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
    sentence: 'Write tools.profile: "messaging", and remove tools.allow.',
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

/** Whether somebody who writes on a channel reaches any tool of an agent; where there is no channel, whoever writes to it does. */
function isReached(agentId: string, situation: Situation): boolean {
  const { accounts, people, policy, roomWriters } = situation;
  if (accounts.length === 0 && people.length === 0) return true;
  const writers = [...people, ...roomWriters, ...accounts.flatMap((account) => comers(account, situation))];
  return writers.some(({ inbound }) => {
    const session = resolveSession(inbound, policy);
    const sender = told({ sender: inbound.sender ?? inbound.peer });
    return (
      session.ok &&
      session.agentId === agentId &&
      evaluateTool({ ...session, ...sender, tool: anyTool }, policy).allowed
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
    if (profile !== undefined) {
      const reached = isReached(agentId, situation);
      return [
        {
          id: "tools-full",
          milder: !reached,
          ...openingOf(agentId, profile.path, policy),
          message: reached
            ? "Anyone who gets the agent to listen can make it use any tool that no list denies."
            : "The agent may use any tool in its main session, which nobody who writes on a channel reaches.",
          witness,
        },
      ];
    }
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

/** Agents whose own profile takes the place of one that is to leave all of them next to nothing. */
export function overriddenProfiles({ policy }: Situation): readonly Found[] {
  if (policy.config.tools?.profile !== "minimal") return [];
  return agentRoster(policy).agents.flatMap(({ config, id, path }): readonly Found[] => {
    const { profile } = config.tools ?? {};
    if (profile === undefined || profile === "minimal") return [];
    return [
      {
        id: "profile-overridden",
        path: `${path}.tools.profile`,
        message: `The profile for everybody is minimal, but the agent ${id} has ${profile} instead.`,
        fix: removeSetting(
          `${path}.tools.profile`,
          `Remove ${path}.tools.profile, if the agent should have no more than the others.`,
        ),
      },
    ];
  });
}

const writingTools = ["write", "edit", "apply_patch"];

/** Whether what an agent's commands write stays in a sandbox that may not write the workspace. */
function writesNothing(agentId: string, key: string, policy: Policy): boolean {
  const sandbox = sandboxOf({ agentId, key }, policy);
  return sandbox.ok && sandbox.sandboxed && sandbox.workspaceAccess !== "rw";
}

/** Finds agents that are kept from writing files, and not from commands that write them. */
export function writingCommands({ agentIds, policy }: Situation): readonly Found[] {
  return agentIds.flatMap((agentId): readonly Found[] => {
    const key = mainKeyOfAgent(agentId, policy);
    const decide = (tool: string) => evaluateTool({ tool, agentId, key }, policy);
    const denials = writingTools.map(decide);
    if (!denials.every(({ reason }) => reason === "denied")) return [];
    const [{ path = "tools.deny" } = {}] = denials;
    if (!decide("exec").allowed || writesNothing(agentId, key, policy)) return [];
    const { outcome } = evaluateExec({ command: "tee README.md", agentId, key }, policy);
    if (outcome === "deny") return [];
    return [
      {
        id: "commands-write-files",
        path,
        message: `The agent ${agentId} is denied the tools that write files, but has exec, whose commands can write them.`,
        fix: denyTools(agentId, ["group:runtime"], policy),
        witness: { who: [`agent:${agentId}`], what: "exec", invented: false },
      },
    ];
  });
}
