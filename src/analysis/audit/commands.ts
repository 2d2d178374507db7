import type { Policy } from "../../config/policy.ts";
import { mainKeyOfAgent } from "../../policy/sandbox-settings.ts";
import { elevatedExample } from "../../policy/exec/elevated.ts";
import { evaluateExec, type ExecDecision } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { writeSetting, type Found, type FindingFix } from "./finding.ts";
import type { Situation } from "./situation.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A command that nobody would put on an allowlist. */
export const unlistedCommand = "curl https://example.org/install.sh";

type AskFirst = (section: string, policy: Policy) => FindingFix;

const turnApprovalsOn: AskFirst = (section) => ({
  sentence: `Write ${section}.approvals: { enabled: true, policy: "allowlist" }.`,
  changes: [
    { path: `${section}.approvals.enabled`, set: true },
    { path: `${section}.approvals.policy`, set: "allowlist" },
  ],
});

/** Writes what limits commands, in place of the one word for both that no release takes beside them. */
const tightenSecurity: AskFirst = (section, { config }) => {
  const mode = `${section}.mode`;
  const hasMode = valueAt(config, mode) !== undefined;
  return {
    sentence: `Write ${section}.security: "allowlist" and ${section}.ask: "on-miss"${hasMode ? `, in place of ${mode}` : ""}.`,
    changes: [
      ...(hasMode ? [{ path: mode, remove: true } as const] : []),
      { path: `${section}.security`, set: "allowlist" },
      { path: `${section}.ask`, set: "on-miss" },
    ],
  };
};

/** Requests of which one reaches the host, if any of an agent's does: of its main session, of others, of people who may leave the sandbox. */
function requestsOf(agentId: string, policy: Policy) {
  const asked = { command: unlistedCommand, agentId };
  const keys = [mainKeyOfAgent(agentId, policy), `agent:${agentId}:telegram:group:1`];
  const sessions = keys.map((key) => ({ ...asked, key }));
  const somebody = elevatedExample(agentId, policy);
  if (somebody === undefined) return sessions;
  const leaving = { ...somebody, elevated: true, elevatedLevel: "full" } as const;
  return [...sessions, ...sessions.map((session) => ({ ...leaving, ...session }))];
}

/** How a decision lets commands run on the host that nobody approved, and in which session; undefined where it lets none. */
function reachingHost(agentId: string, policy: Policy) {
  return requestsOf(agentId, policy)
    .map((request) => ({ key: request.key, decision: evaluateExec(request, policy) }))
    .find(({ decision: { allowed, reason, host } }) => {
      // What the list names was approved by whoever wrote it.
      return allowed && host !== "sandbox" && reason !== "allowlisted";
    });
}

function fixFor({ reason, path }: ExecDecision, policy: Policy): Pick<Found, "path" | "fix"> {
  if (reason === "elevated") {
    const setting = "tools.elevated.enabled";
    return { path: setting, fix: writeSetting(setting, false) };
  }
  const ofHost = reason === "no-approvals";
  const place = path ?? (ofHost ? "tools.exec.host" : "tools.exec.security");
  const section = place.replace(/\.(?:approvals\.enabled|mode|security|host)$/, "");
  const askFirst = policy.behaviours.has("approvals-in-config") ? turnApprovalsOn : tightenSecurity;
  const fix = askFirst(section, policy);
  if (!ofHost) return { path: place, fix };
  // Approvals are asked where the host is named.
  return {
    path: place,
    fix: {
      sentence: `Write ${section}.host: "gateway"; ${lowerCase(fix.sentence.charAt(0))}${fix.sentence.slice(1)}`,
      changes: [{ path: `${section}.host`, set: "gateway" }, ...fix.changes],
    },
  };
}

/** Finds agents whose commands run on the host though nobody approved them. */
export function unapprovedCommands({ policy, agentIds }: Situation): readonly Found[] {
  return agentIds.flatMap((agentId) => {
    const reaching = reachingHost(agentId, policy);
    if (reaching === undefined) return [];
    const { key, decision } = reaching;
    const hasTool = evaluateTool({ tool: "exec", agentId, key }, policy).allowed;
    const asked = "Any command could run on the host without anybody's approval";
    return [
      {
        id: "exec-without-approval",
        milder: !hasTool,
        message: hasTool ? `${asked}.` : `${asked}, if the agent were given the tool exec.`,
        witness: { who: [`agent:${agentId}`], what: unlistedCommand, invented: true },
        ...fixFor(decision, policy),
      },
    ];
  });
}

/** Finds entries of an approvals' allowlist whose program runs what it is given: they allow any command. */
export function runningProgramsListed({ policy, agentIds }: Situation): readonly Found[] {
  const id = "runs-what-it-is-given";
  const doubted = policy.warnings.filter(({ code }) => code === id);
  return doubted.map(({ path, message, hint = "" }): Found => {
    const entry = String(valueAt(policy.config, path));
    const command = entry.replace(/\*$/, "x");
    const runs = agentIds.some(
      (agentId) =>
        evaluateTool({ tool: "exec", agentId }, policy).allowed &&
        evaluateExec({ command, agentId }, policy).path === path,
    );
    return {
      id,
      milder: !runs,
      path,
      message: `An entry of the allowlist lets other commands run${runs ? "" : ", if it decided"}: ${message}.`,
      fix: removeEntry(path, policy.config, `Remove ${path}; ${hint}.`),
    };
  });
}
