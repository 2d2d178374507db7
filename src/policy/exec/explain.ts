import type { CommandDoubt } from "./command.ts";
import type { ExecReason } from "./outcome.ts";
import type { ExecDecision } from "./exec.ts";

const causes: Readonly<Record<ExecReason, string>> = {
  "approvals-off": "approvals are switched off",
  allowlisted: "it is on the allowlist",
  trusted: "commands are trusted",
  "approved-for-good": "it was approved for good",
  "always-ask": "every command has to be approved",
  "not-allowlisted": "it is not on the allowlist",
  "not-plain": "it is more than a plain command",
  "security-deny": "no command runs",
  "ambiguous-agent": "it is not certain whose command it is",
  "agent-mismatch": "the session belongs to another agent",
  "unresolved-session": "the message has no session",
};

const doubts: Readonly<Record<CommandDoubt, string>> = {
  operator: "an operator",
  substitution: "a substitution",
  redirection: "a redirection",
  "line-break": "a line break",
  "file-pattern": "a pattern for files",
  escape: "an escape",
  "open-quote": "a quotation that does not end",
  empty: "nothing to run",
};

const outcomes: Readonly<Record<ExecDecision["outcome"], string>> = {
  run: "The command may run",
  ask: "The command has to be approved first",
  deny: "The command may not run",
};

/**
 * Says in a sentence why a command may run or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainExec(evaluateExec({ command: "ls | wc" }, policy));
 * //=> "The command has to be approved first: it is more than a plain command, with an operator (tools.exec.approvals.allowlist)."
 * ```
 */
export function explainExec({ outcome, reason, doubt, path }: ExecDecision): string {
  const what = doubt === undefined ? "" : `, with ${doubts[doubt]}`;
  const place = path === undefined ? "" : ` (${path})`;
  return `${outcomes[outcome]}: ${causes[reason]}${what}${place}.`;
}
