import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { isSandboxed, sandboxSettings } from "../../policy/sandbox-settings.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import type { Found, FindingFix } from "./finding.ts";
import type { Situation } from "./situation.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";

/** A command that nobody would put on an allowlist. */
const command = "curl https://example.org/install.sh";

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

/** Whether a list of people by channel names anybody. */
function namesAnybody(allowFrom: unknown): boolean {
  return (
    isObject(allowFrom) && Object.values(allowFrom).some((list) => Array.isArray(list) && list.length > 0)
  );
}

/**
 * Whether commands of an agent may run on the host: outside its sandbox, or because they are sent there (`host`), or
 * because people may take them out (`elevated`). None of the two is read by a decision about a command.
 */
function reachesHost(agentId: string, policy: Policy): boolean {
  const main = { key: `agent:${agentId}:main`, mainKey: `agent:${agentId}:main` };
  if (!isSandboxed(sandboxSettings(agentId, policy), main)) return true;
  const { path = "agents.defaults" } = agentRoster(policy).agents.find(({ id }) => id === agentId) ?? {};
  const said = (name: string) =>
    [`${path}.tools`, "tools"].map((place) => valueAt(policy.config, `${place}.${name}`));
  const [ownHost, sharedHost] = said("exec.host");
  const [ownList, sharedList] = said("elevated.allowFrom");
  const mayLeave =
    !said("elevated.enabled").includes(false) &&
    namesAnybody(sharedList) &&
    (ownList === undefined || namesAnybody(ownList));
  return mayLeave || ["gateway", "node"].includes(String(ownHost ?? sharedHost));
}

/** Finds agents whose commands run on the host though nobody approved them. */
export function unapprovedCommands({ policy, agentIds }: Situation): readonly Found[] {
  const askFirst = policy.behaviours.has("approvals-in-config") ? turnApprovalsOn : tightenSecurity;
  return agentIds.flatMap((agentId) => {
    const decision = evaluateExec({ command, agentId }, policy);
    // What the list names was approved by whoever wrote it.
    if (!decision.allowed || decision.reason === "allowlisted" || !reachesHost(agentId, policy)) return [];
    const path = decision.path ?? "tools.exec.security";
    const hasTool = evaluateTool({ tool: "exec", agentId }, policy).allowed;
    const asked = "Any command could run on the host without anybody's approval";
    return [
      {
        id: "exec-without-approval",
        milder: !hasTool,
        path,
        message: hasTool ? `${asked}.` : `${asked}, were the agent given the tool exec.`,
        fix: askFirst(path.replace(/\.(?:approvals\.enabled|mode|security)$/, ""), policy),
        witness: { who: [`agent:${agentId}`], what: command, invented: true },
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
      message: `An entry of the allowlist lets other commands run${runs ? "" : ", were it to decide"}: ${message}.`,
      fix: removeEntry(path, policy.config, `Take ${path} away; ${hint}.`),
    };
  });
}
