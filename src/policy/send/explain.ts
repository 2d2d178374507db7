import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { explainRules, sessionDoubts } from "../rule/explain.ts";
import { explainFacts } from "../../scope/facts/explain.ts";
import type { SendDecision, SendReason } from "./send.ts";

const unmatched = "no rule of session.sendPolicy matches it";

const causes: Readonly<Record<SendReason, string>> = {
  ...sessionDoubts,
  override: "the session's own switch says so",
  rule: unmatched,
  default: unmatched,
  "no-policy": "there is no session.sendPolicy",
};

/**
 * Says in a sentence why a session may or may not send.
 *
 * @example
 * ```ts
 * const rules = [{ action: "deny", match: { channel: "discord" }, reason: "read only" }] as const;
 * const policy = parsePolicy({ session: { sendPolicy: { rules } } }, { edition: "2026-11" });
 * explainSend(evaluateSend({ key: "agent:main:discord:direct:7" }, policy));
 * //=> "The session may not send: session.sendPolicy.rules[0], which says: read only."
 * ```
 */
export function explainSend(decision: SendDecision): string {
  if (isPolluted()) return unpolluted(explainSend, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: SendDecision): string {
  const outcome = decision.allowed ? "may send" : "may not send";
  return `The session ${outcome}: ${explainRules(decision, causes)}${explainFacts(decision)}.`;
}
