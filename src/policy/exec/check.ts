import type { ToolsConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { parseCommand } from "./command.ts";

function checkApprovals(tools: ToolsConfig | undefined, path: string): readonly Issue[] {
  const { allowlist } = tools?.exec?.approvals ?? {};
  return (allowlist ?? []).flatMap((entry, index): readonly Issue[] => {
    const command = parseCommand(entry);
    if (command.ok) return [];
    return [
      {
        severity: "error",
        code: "not-plain-command",
        path: `${path}.exec.approvals.allowlist[${index}]`,
        message: `${JSON.stringify(entry)} is more than a plain command (${command.doubt}), and can match none`,
        hint: "write a program and the arguments it must begin with",
      },
    ];
  });
}

/** Finds what an allowlist of commands cannot mean. */
export function checkExec(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("approvals-in-config")) return [];
  return [
    ...checkApprovals(policy.config.tools, "tools"),
    ...agentRoster(policy).agents.flatMap(({ config, path }) =>
      checkApprovals(config.tools, `${path}.tools`),
    ),
  ];
}
