import type { Policy } from "../../config/policy.ts";
import type { ExecOutcome, ExecRequest } from "./outcome.ts";
import { matchExecAllowlist, type ExecAllowlistEntry } from "./allowlist.ts";
import { resolveExecApprovals } from "./file.ts";
import { approvalRules, stricterAsk, stricterSecurity } from "./mode.ts";
import type { ExecSettings } from "./settings.ts";

/** Decides a command as the releases do: by the host's approvals file, made stricter by the config. */
export function decideByFile(
  { file, segments, approvedForGood }: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  policy: Policy,
): ExecOutcome {
  const { agent, allowlist } = resolveExecApprovals(file, agentId, undefined, policy);
  const security = stricterSecurity(settings.security ?? agent.security, agent.security);
  const ask = stricterAsk(settings.ask ?? agent.ask, agent.ask);
  const at = settings.security === security ? { path: settings.securityPath } : {};
  const asked = settings.ask === ask ? { path: settings.askPath } : {};
  if (security === "deny") return { outcome: "deny", reason: "security-deny", ...at };
  const matched: (ExecAllowlistEntry | undefined)[] = (segments ?? []).map((segment) =>
    matchExecAllowlist(allowlist, segment, policy),
  );
  const understood = segments !== undefined && segments.length > 0;
  const allowlisted = understood && matched.every((entry) => entry !== undefined);
  const facts = { ask, security, understood, allowlisted, approvedForGood };
  const [entry] = matched;
  const { needsApproval, isApproved } = approvalRules(policy);
  if (needsApproval(facts))
    return ask === "always"
      ? { outcome: "ask", reason: "always-ask", ...asked }
      : { outcome: "ask", reason: "not-allowlisted", ...at };
  if (security === "full") return { outcome: "run", reason: "trusted", ...at };
  if (allowlisted) return { outcome: "run", reason: "allowlisted", ...(entry && { entry }) };
  return isApproved(facts)
    ? { outcome: "run", reason: "approved-for-good" }
    : { outcome: "deny", reason: "not-allowlisted", ...at };
}
