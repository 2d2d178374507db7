import type { Issue } from "../../config/issue.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { valueAt } from "./apply-fix.ts";
import { removeSetting, type Found, type Fix } from "./finding.ts";
import type { Scene } from "./scene.ts";

/** The same list without the entry; a list of which nothing is left is taken away. */
function withoutEntry({ path, hint = "" }: Issue, config: unknown): Fix {
  const list = path.replace(/\[\d+\]$/, "");
  const entries = valueAt(config, list);
  const isLast = Array.isArray(entries) && entries.length === 1;
  return removeSetting(isLast ? list : path, `Take ${path} away; ${hint}.`);
}

/** Finds entries of an approvals' allowlist whose program runs what it is given: they allow any command. */
export function runningProgramsListed({ policy, agentIds }: Scene): readonly Found[] {
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
