import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { definedFields } from "../section.ts";
import { parseEntry } from "../exec/listed-command.ts";
import { stricterAsk, stricterSecurity } from "../exec/mode.ts";
import { execSettings, type ExecSettings } from "../exec/exec-settings.ts";

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

/** The entries of one allowlist of which the other allows everything: of two entries that share commands one has all of the other's. */
function within({ approvals }: ExecSettings, { allows }: ExecSettings): readonly string[] {
  return (approvals.allowlist ?? []).filter((entry) => {
    const listed = parseEntry(entry);
    return listed.ok && allows(listed) !== undefined;
  });
}

function meetApprovals(a: ExecSettings, b: ExecSettings): Approvals {
  // Written out, so that an agent's approvals that are on never fall back to everybody's.
  if (a.approvals.enabled === false) return { enabled: true, ...b.approvals };
  if (b.approvals.enabled === false) return { enabled: true, ...a.approvals };
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
  return definedFields({ security, ask, approvals });
}
