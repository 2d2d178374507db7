import type { ExecOutcome, ExecRequest } from "./outcome.ts";
import type { ExecSettings } from "./settings.ts";

/** Decides a command by the config's approvals. */
export function decideByConfig(request: ExecRequest, settings: ExecSettings): ExecOutcome {
  const { approvalsPath, approvals, parse, allows, security, ask } = settings;
  if (security === "deny") return { outcome: "deny", reason: "security-deny", path: settings.securityPath };
  const always = ask === "always" ? settings.askPath : undefined;
  if (always === undefined && approvals.enabled === false)
    return { outcome: "run", reason: "approvals-off", path: `${approvalsPath}.enabled` };
  if (always !== undefined || approvals.policy === "always")
    return { outcome: "ask", reason: "always-ask", path: always ?? `${approvalsPath}.policy` };
  const parsed = parse(request);
  const entry = parsed.ok ? allows({ words: parsed.words, anyArguments: false }) : undefined;
  if (entry !== undefined) return { outcome: "run", reason: "allowlisted", path: entry };
  return {
    outcome: approvals.policy === "never" ? "deny" : "ask",
    ...settings.decidesUnlisted,
    ...(parsed.ok ? { reason: "not-allowlisted" } : { reason: "not-plain", doubt: parsed.doubt }),
  };
}
