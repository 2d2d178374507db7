import type { Policy } from "../../config/policy.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import type { Found, Fix } from "./finding.ts";
import type { Scene } from "./scene.ts";

/** A command that nobody would put on an allowlist. */
const command = "curl https://example.org/install.sh";

function askFirst(path: string, { behaviours }: Policy): Fix {
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
export function unapprovedCommands({ policy, agentIds }: Scene): readonly Found[] {
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
