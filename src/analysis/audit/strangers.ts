import type { Policy } from "../../config/policy.ts";
import type { Resolved } from "../../scope/resolution.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { sandboxOf } from "../../policy/sandbox/sandbox.ts";
import { toolTables } from "../../policy/tool/groups.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { told } from "../representative/representative.ts";
import { unlistedCommand } from "./commands.ts";
import { denyTools } from "./deny-tools.ts";
import type { Found } from "./finding.ts";
import { nameOf, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";

/** Tools that run commands, and those that read and write files. */
const commandTools = ["exec", "process"];
const fileTools = ["read", "write", "edit", "apply_patch"];

/** Tools that change what the gateway is, does on its own, or does in other sessions, by every name that they have had. */
const controlTools = [
  ...["gateway", "cron", "automations", "plugins", "openclaw", "nodes"],
  ...["sessions_spawn", "sessions_send", "agents_list", "subagents"],
];

/** Somebody whom no list names and who is answered all the same, and the session that they write in. */
interface AnsweredStranger {
  readonly participant: Participant;
  readonly session: Resolved & { readonly sender?: string };
}

/** One of them in each session. */
function answeredStrangers({ people, roomWriters, policy }: Situation): readonly AnsweredStranger[] {
  const byKey = new Map<string, AnsweredStranger>();
  for (const participant of [...people, ...roomWriters].filter(({ invented }) => invented)) {
    const { inbound } = participant;
    const session = resolveSession(inbound, policy);
    if (!session.ok || byKey.has(session.key)) continue;
    const sender = told({ sender: inbound.sender ?? inbound.peer });
    byKey.set(session.key, { participant, session: { ...session, ...sender } });
  }
  return [...byKey.values()];
}

/** Those of some tools that the agent has in the session. */
function usable(tools: readonly string[], { session }: AnsweredStranger, policy: Policy): readonly string[] {
  return tools.filter((tool) => evaluateTool({ ...session, tool }, policy).allowed);
}

/** Whether commands run on the host that no list names and nobody approves. */
function runsCommands({ session }: AnsweredStranger, policy: Policy): boolean {
  const { allowed, host, reason } = evaluateExec({ ...session, command: unlistedCommand }, policy);
  return allowed && host !== "sandbox" && reason !== "allowlisted";
}

/** Whether file tools reach further than an agent's workspace. */
function reachesFiles({ session: { agentId, key } }: AnsweredStranger, policy: Policy): boolean {
  const sandbox = sandboxOf({ agentId, key }, policy);
  if (sandbox.ok && sandbox.sandboxed) return false;
  const own = agentRoster(policy).agents.find(({ id }) => id === agentId)?.config.tools?.fs;
  const { workspaceOnly } = { ...policy.config.tools?.fs, ...own };
  return workspaceOnly !== true;
}

function witness({ participant: { inbound } }: AnsweredStranger, tools: readonly string[]) {
  const who = nameOf({ ...inbound, peer: inbound.sender ?? inbound.peer ?? "" });
  return { who: [who], what: tools.join(", "), invented: true };
}

/** The host's commands and files within a stranger's reach. */
function ofHost(stranger: AnsweredStranger, policy: Policy): Found | undefined {
  const commands = runsCommands(stranger, policy) ? usable(commandTools, stranger, policy) : [];
  const files = reachesFiles(stranger, policy) ? usable(fileTools, stranger, policy) : [];
  const tools = [...commands, ...files];
  if (tools.length === 0) return undefined;
  const fix = denyTools(stranger.session.agentId, ["group:runtime", "group:fs"], policy);
  const [change] = fix.changes;
  return {
    id: "strangers-reach-host",
    milder: commands.length === 0,
    path: change?.path ?? "tools.deny",
    message:
      commands.length > 0
        ? "Anybody who writes could talk the agent into running any command on the host, without anybody's approval."
        : "Anybody who writes could talk the agent into reading and changing files of the host.",
    fix: { ...fix, sentence: `Let in only people you know, or: ${fix.sentence}` },
    witness: witness(stranger, tools),
  };
}

/** The gateway itself within a stranger's reach. */
function ofGateway(stranger: AnsweredStranger, policy: Policy): Found | undefined {
  const known = new Set([...toolTables(policy).groups.values()].flat());
  const tools = usable(
    controlTools.filter((tool) => known.has(tool)),
    stranger,
    policy,
  );
  if (tools.length === 0) return undefined;
  const fix = denyTools(stranger.session.agentId, tools, policy);
  const [change] = fix.changes;
  return {
    id: "strangers-reach-gateway",
    path: change?.path ?? "tools.deny",
    message:
      "No list keeps those who write away from the tools that change the gateway, make it act later, or act in other sessions.",
    fix: { ...fix, sentence: `Let in only people you know, or: ${fix.sentence}` },
    witness: witness(stranger, tools),
  };
}

/** Of each agent the worst that was found. */
function worstByAgent(
  strangers: readonly AnsweredStranger[],
  find: (stranger: AnsweredStranger) => Found | undefined,
): readonly Found[] {
  const worst = new Map<string, Found>();
  for (const stranger of strangers) {
    const { agentId } = stranger.session;
    const before = worst.get(agentId);
    if (before !== undefined && before.milder !== true) continue;
    const found = find(stranger);
    if (found !== undefined && (before === undefined || found.milder !== true)) worst.set(agentId, found);
  }
  return [...worst.values()];
}

/**
 * Finds what people whom no list names could have the bot do: run commands, read files, change the gateway. A door that
 * is open and leads to none of it is no finding here.
 */
export function withinReachOfStrangers(situation: Situation): readonly Found[] {
  const strangers = answeredStrangers(situation);
  return [
    ...worstByAgent(strangers, (stranger) => ofHost(stranger, situation.policy)),
    ...worstByAgent(strangers, (stranger) => ofGateway(stranger, situation.policy)),
  ];
}
