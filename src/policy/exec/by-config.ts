import type { ExecOutcome } from "./outcome.ts";
import { parseCommand } from "./command.ts";
import type { ExecSettings } from "./settings.ts";

/** Decides a command by the config's approvals. */
export function decideByConfig(command: string, settings: ExecSettings): ExecOutcome {
  const { approvalsPath, approvals, allowlist, security, ask } = settings;
  if (security === "deny") return { outcome: "deny", reason: "security-deny", path: settings.securityPath };
  const always = ask === "always" ? settings.askPath : undefined;
  if (always === undefined && approvals.enabled === false)
    return { outcome: "run", reason: "approvals-off", path: `${approvalsPath}.enabled` };
  if (always !== undefined || approvals.policy === "always")
    return { outcome: "ask", reason: "always-ask", path: always ?? `${approvalsPath}.policy` };
  const parsed = parseCommand(command);
  const entry = parsed.ok ? allowlist(parsed.words) : undefined;
  if (entry !== undefined) return { outcome: "run", reason: "allowlisted", path: entry };
  return {
    outcome: approvals.policy === "never" ? "deny" : "ask",
    path: `${approvalsPath}.allowlist`,
    ...(parsed.ok ? { reason: "not-allowlisted" } : { reason: "not-plain", doubt: parsed.doubt }),
  };
}
