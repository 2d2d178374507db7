import type { Policy } from "../../config/policy.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { type Found, type FindingFix, removeSetting } from "./finding.ts";
import type { Situation } from "./situation.ts";
import type { Issue } from "../../config/issue.ts";
import { valueAt } from "./apply-fix.ts";

/** A command that nobody would put on an allowlist. */
const command = "curl https://example.org/install.sh";

function askFirst(path: string, { behaviours }: Policy): FindingFix {
  const section = path.replace(/\.(?:approvals\.enabled|security)$/, "");
  if (behaviours.has("approvals-in-config"))
    return {
      sentence: `Write ${section}.approvals: { enabled: true, policy: "allowlist" }.`,
      changes: [
        { path: `${section}.approvals.enabled`, set: true },
        { path: `${section}.approvals.policy`, set: "allowlist" },
      ],
    };
  return {
    sentence: `Write ${section}.security: "allowlist" and ${section}.ask: "on-miss".`,
    changes: [
      { path: `${section}.security`, set: "allowlist" },
      { path: `${section}.ask`, set: "on-miss" },
    ],
  };
}

/** Finds agents whose commands run though nobody approved them. */
export function unapprovedCommands({ policy, agentIds }: Situation): readonly Found[] {
  return agentIds.flatMap((agentId) => {
    const decision = evaluateExec({ command, agentId }, policy);
    // What the list names was approved by whoever wrote it.
    if (!decision.allowed || decision.reason === "allowlisted") return [];
    const path = decision.path ?? "tools.exec.security";
    const hasTool = evaluateTool({ tool: "exec", agentId }, policy).allowed;
    const asked = "Any command could run on the host without anybody's approval";
    return [
      {
        id: "exec-without-approval",
        severity: hasTool ? "critical" : "info",
        path,
        message: hasTool ? `${asked}.` : `${asked}, were the agent given the tool exec.`,
        fix: askFirst(path, policy),
        witness: { who: [`agent:${agentId}`], what: command, invented: true },
      },
    ];
  });
}

/** The same list without the entry; a list of which nothing is left is taken away. */
function withoutEntry({ path, hint = "" }: Issue, config: unknown): FindingFix {
  const list = path.replace(/\[\d+\]$/, "");
  const entries = valueAt(config, list);
  const isLast = Array.isArray(entries) && entries.length === 1;
  return removeSetting(isLast ? list : path, `Take ${path} away; ${hint}.`);
}

/** Finds entries of an approvals' allowlist whose program runs what it is given: they allow any command. */
export function runningProgramsListed({ policy, agentIds }: Situation): readonly Found[] {
  const id = "runs-what-it-is-given";
  const doubted = policy.warnings.filter(({ code }) => code === id);
  return doubted.map((issue): Found => {
    const { path, message } = issue;
    const entry = String(valueAt(policy.config, path));
    const command = entry.replace(/\*$/, "x");
    const runs = agentIds.some(
      (agentId) =>
        evaluateTool({ tool: "exec", agentId }, policy).allowed &&
        evaluateExec({ command, agentId }, policy).path === path,
    );
    return {
      id,
      severity: runs ? "high" : "info",
      path,
      message: `An entry of the allowlist lets other commands run${runs ? "" : ", were it to decide"}: ${message}.`,
      fix: withoutEntry(issue, policy.config),
    };
  });
}
