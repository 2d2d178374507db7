import type { Draft } from "../../config/draft.ts";
import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import {
  execApproval,
  type ExecApproval,
  everyExecSettings,
  execSettings,
  type ExecSettings,
} from "./exec-settings.ts";
import type { ExecOutcome, ExecReason, ExecRequest } from "./exec-request.ts";
import { oppositeByConfig, oppositeByFile } from "./opposite.ts";
import { definedFields } from "../section.ts";
import { sayable, type TraceOptions, type ChangeSet } from "../trace.ts";
import { isUnresolved } from "../session-facts.ts";
import { resolveToolAgent } from "../tool/agent.ts";
import { matchExecAllowlist, type ExecAllowlistEntry } from "./allowlist.ts";
import { resolveExecApprovals } from "./file.ts";
import { approvalRules, stricterAsk, stricterSecurity } from "./mode.ts";

/** How a decision about a command came about. */
export interface ExecTrace {
  /** The settings that were asked, each with what it says. */
  readonly settings: readonly { readonly setting: string; readonly value: unknown }[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** Whether a command may run. */
export interface ExecDecision extends ExecOutcome {
  readonly kind: "exec";
  readonly allowed: boolean;
  /** Who is asked, where somebody has to be and the channel says who. */
  readonly approval?: ExecApproval;
  /** How it came about, when asked for. */
  readonly trace?: ExecTrace;
}

function trace(settings: ExecSettings, opposite: readonly ChangeSet[]): ExecTrace {
  const { approvalsPath, approvals, byConfig, security, ask, securityPath, askPath } = settings;
  const asked = definedFields({
    [securityPath]: security,
    [askPath]: ask,
    ...(byConfig && {
      [`${approvalsPath}.enabled`]: approvals.enabled,
      [`${approvalsPath}.policy`]: approvals.policy,
      [`${approvalsPath}.allowlist`]: approvals.allowlist,
    }),
  });
  return { settings: Object.entries(asked).map(([setting, value]) => ({ setting, value })), opposite };
}

function refuse(reason: ExecReason): ExecDecision {
  return { kind: "exec", outcome: "deny", allowed: false, reason };
}

function decide(
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  policy: Policy,
): ExecOutcome {
  return settings.byConfig
    ? decideByConfig(request, settings)
    : decideByFile(request, agentId, settings, policy);
}

function isTextOrAbsent(fact: unknown): boolean {
  return typeof fact === "string" || fact === undefined || fact === null;
}

/** Whether a request names its agent by text, if at all; JavaScript hands over anything. */
function isSound(request: unknown): boolean {
  return isObject(request) && isTextOrAbsent(request["agentId"]) && isTextOrAbsent(request["key"]);
}

/**
 * Decides whether a command may run, after `evaluateTool` has let its tool through.
 *
 * Under `2026-11` the config decides, by `tools.exec.approvals` (the agent's before everybody's):
 * a plain command runs if an entry of the allowlist has exactly its words, or its first words and
 * then ` *`, which lets any arguments follow; anything else has to be approved, or, where the policy
 * is `"never"` and nobody is asked, is denied. Approvals are on unless `enabled` is `false`. A command
 * with operators, substitution, redirection, file patterns or line breaks is no plain command, nor is
 * one with anything that its `shell` reads otherwise; of a shell that is not known none is.
 *
 * Under an `openclaw@` edition the host's approvals file decides, `tools.exec.security` and
 * `tools.exec.ask` making it stricter; the command is the `segments` that the host took apart.
 *
 * Source: the releases' exec approvals, 2026.1.29 to 2026.9.6; `tools.exec.approvals` and
 * `channels.<id>.execApprovals` are of `2026-11`.
 *
 * @example
 * ```ts
 * const approvals = { enabled: true, policy: "allowlist", allowlist: ["git status", "ls *"] } as const;
 * const policy = parsePolicy({ tools: { exec: { approvals } } }, { edition: "2026-11" });
 * evaluateExec({ command: "git status" }, policy).outcome; //=> "run"
 * evaluateExec({ command: "git status -s" }, policy).outcome; //=> "ask"
 * evaluateExec({ command: "ls -l src" }, policy).outcome; //=> "run"
 * evaluateExec({ command: "git status; rm -rf /" }, policy).doubt; //=> "operator"
 * evaluateExec({ command: "ls %TEMP%", shell: "cmd" }, policy).doubt; //=> "substitution"
 * evaluateExec({ command: "git push" }, policy).outcome; //=> "ask"
 * ```
 */
export function evaluateExec(
  request: ExecRequest | (Unresolved & Pick<ExecRequest, "command">),
  policy: Policy,
  options?: TraceOptions,
): ExecDecision {
  if (!isSound(request)) return refuse("ambiguous-agent");
  if (isUnresolved(request)) return refuse("unresolved-session");
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const settings = execSettings(agent.agentId, policy);
  const decided = decide(request, agent.agentId, settings, policy);
  const approval = decided.outcome === "ask" ? execApproval(request.channel, policy) : undefined;
  const decision: Draft<ExecDecision> = { kind: "exec", allowed: decided.outcome === "run", ...decided };
  if (approval !== undefined) decision.approval = approval;
  if (options?.trace === true) {
    const others = everyExecSettings(policy).filter((other) => other !== settings);
    const opposite = settings.byConfig
      ? oppositeByConfig(request, decided, settings, others)
      : oppositeByFile(decided, settings, (under) => decide(request, agent.agentId, under, policy));
    decision.trace = trace(settings, sayable(opposite, policy));
  }
  return decision;
}

/** Decides a command by the config's approvals. */
function decideByConfig(request: ExecRequest, settings: ExecSettings): ExecOutcome {
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

/** Decides a command as the releases do: by the host's approvals file, made stricter by the config. */
function decideByFile(
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
