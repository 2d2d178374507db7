import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { ExecApproval } from "./exec-settings.ts";
import type { CommandDoubt } from "./command.ts";
import type { ExecReason } from "./exec-request.ts";
import type { ExecDecision } from "./exec.ts";

const causes: Readonly<Record<ExecReason, string>> = {
  "approvals-off": "approvals are switched off",
  sandboxed: "it runs in the sandbox, where no approval is needed",
  "no-approvals": "it is meant for a sandbox, there is none, and on the host no approval is needed",
  elevated: "somebody who is allowed to runs it outside the sandbox, without approval",
  allowlisted: "it is on the allowlist",
  trusted: "commands are trusted",
  "approved-for-good": "it was approved permanently",
  "always-ask": "every command has to be approved",
  "not-allowlisted": "it is not on the allowlist",
  "not-plain": "it is more than a plain command",
  "inline-code": "it contains code, which has to be approved",
  "shell-command": "it has a shell run what is on the allowlist",
  unbindable: "it would have to be approved, and cannot be parsed for that",
  "security-deny": "no command runs",
  "no-sandbox": "it has to run in a sandbox, and there is none",
  "host-not-allowed": "it may not be sent to run there",
  "elevated-unavailable": "the sender may not run commands outside the sandbox",
  "ambiguous-agent": "it is not clear whose command it is",
  "agent-mismatch": "the session belongs to another agent",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

const doubts: Readonly<Record<CommandDoubt, string>> = {
  operator: "an operator",
  substitution: "a substitution",
  redirection: "a redirection",
  "line-break": "a line break",
  "file-pattern": "a pattern for files",
  escape: "an escape",
  quotation: "a quotation that its shell reads differently",
  dash: "a dash that its shell takes for a hyphen",
  blank: "a blank at which its shell splits words",
  array: "a list of arguments",
  "stop-parsing": "a mark after which its shell reads differently",
  "open-quote": "a quotation that is not closed",
  "unknown-shell": "an unknown shell",
  empty: "nothing to run",
};

const outcomes: Readonly<Record<ExecDecision["outcome"], string>> = {
  run: "The command may run",
  ask: "The command has to be approved first",
  deny: "The command may not run",
};

const places: Readonly<Record<ExecApproval["target"], string>> = {
  dm: "in a direct chat",
  channel: "in the chat that it comes from",
  both: "in a direct chat and in the chat that it comes from",
};

function asked({ approvers, target, path }: ExecApproval): string {
  const whom = approvers.length === 0 ? "nobody" : approvers.join(", ");
  return `; ${whom} will be asked ${places[target]} (${path})`;
}

/**
 * Says in a sentence why a command may run or not, what decided, and who is asked.
 *
 * @example
 * ```ts
 * const channels = { telegram: { execApprovals: { enabled: true, approvers: ["123456789"] } } };
 * const policy = parsePolicy({ channels }, { edition: "2026-11" });
 * explainExec(evaluateExec({ command: "ls | wc" }, policy));
 * //=> "The command has to be approved first: it is more than a plain command, with an operator (the default of 2026-11)."
 * explainExec(evaluateExec({ command: "ls", channel: "telegram" }, policy));
 * //=> "The command has to be approved first: it is not on the allowlist (the default of 2026-11); 123456789 will be asked in a direct chat (channels.telegram.execApprovals)."
 * ```
 */
export function explainExec(decision: ExecDecision): string {
  if (isPolluted()) return unpolluted(explainExec, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: ExecDecision): string {
  const { outcome, reason, doubt, approval } = decision;
  const what = doubt === undefined ? "" : `, with ${doubts[doubt]}`;
  return `${outcomes[outcome]}: ${causes[reason]}${what}${explainFacts(decision)}${sourceOf(decision)}${approval === undefined ? "" : asked(approval)}.`;
}
