import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { parseCommand } from "../exec/command.ts";
import { stricterAsk, stricterSecurity } from "../exec/mode.ts";
import { execSettings, type ExecSettings } from "../exec/settings.ts";

type ExecConfig = NonNullable<ToolsConfig["exec"]>;
type Approvals = NonNullable<ExecConfig["approvals"]>;

function stricter<Mode>(
  a: Mode | undefined,
  b: Mode | undefined,
  pick: (a: Mode, b: Mode) => Mode,
): Mode | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return pick(a, b);
}

/** The entries of one allowlist that the other allows too. */
function within({ approvals }: ExecSettings, { allowlist }: ExecSettings): readonly string[] {
  return (approvals.allowlist ?? []).filter((entry) => {
    const command = parseCommand(entry);
    return command.ok && allowlist(command.words) !== undefined;
  });
}

function meetApprovals(a: ExecSettings, b: ExecSettings): Approvals {
  if (a.approvals.enabled === false) return b.approvals;
  if (b.approvals.enabled === false) return a.approvals;
  const policies = [a, b].map(({ approvals }) => approvals.policy ?? "allowlist");
  const policy = (["always", "never"] as const).find((word) => policies.includes(word)) ?? "allowlist";
  const allowlist = [...new Set([...within(a, b), ...within(b, a)])];
  return { enabled: true, policy, ...(allowlist.length > 0 && { allowlist }) };
}

/** What both policies let an agent run; undefined where neither says anything. */
export function meetExec(agentId: string | undefined, a: Policy, b: Policy): ExecConfig | undefined {
  const [ofA, ofB] = [execSettings(agentId, a), execSettings(agentId, b)];
  const security = stricter(ofA.security, ofB.security, stricterSecurity);
  const ask = stricter(ofA.ask, ofB.ask, stricterAsk);
  const decides = a.behaviours.has("approvals-in-config");
  const approvals = decides ? meetApprovals(ofA, ofB) : undefined;
  if (security === undefined && ask === undefined && approvals === undefined) return undefined;
  return {
    ...(security !== undefined && { security }),
    ...(ask !== undefined && { ask }),
    ...(approvals && Object.keys(approvals).length > 0 && { approvals }),
  };
}
