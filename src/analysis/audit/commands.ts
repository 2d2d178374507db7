import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import type { Found, FindingFix } from "./finding.ts";
import type { Situation } from "./situation.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";

/** A command that nobody would put on an allowlist. */
const command = "curl https://example.org/install.sh";

type AskFirst = (section: string) => FindingFix;

const turnApprovalsOn: AskFirst = (section) => ({
  sentence: `Write ${section}.approvals: { enabled: true, policy: "allowlist" }.`,
  changes: [
    { path: `${section}.approvals.enabled`, set: true },
    { path: `${section}.approvals.policy`, set: "allowlist" },
  ],
});

const tightenSecurity: AskFirst = (section) => ({
  sentence: `Write ${section}.security: "allowlist" and ${section}.ask: "on-miss".`,
  changes: [
    { path: `${section}.security`, set: "allowlist" },
    { path: `${section}.ask`, set: "on-miss" },
  ],
});

/** Finds agents whose commands run though nobody approved them. */
export function unapprovedCommands({ policy, agentIds }: Situation): readonly Found[] {
  const askFirst = policy.behaviours.has("approvals-in-config") ? turnApprovalsOn : tightenSecurity;
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
        milder: !hasTool,
        path,
        message: hasTool ? `${asked}.` : `${asked}, were the agent given the tool exec.`,
        fix: askFirst(path.replace(/\.(?:approvals\.enabled|security)$/, "")),
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
