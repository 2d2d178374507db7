import { explainRule } from "../rule/rule.ts";
import type { SendDecision, SendReason } from "./send.ts";

const causes: Readonly<Record<Exclude<SendReason, "rule" | "default">, string>> = {
  override: "the session's own switch says so",
  "no-policy": "there is no session.sendPolicy",
  "ambiguous-key": "its key can be read in two ways",
  "malformed-key": "its key cannot be read",
  "unresolved-session": "the message has no session",
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
export function explainSend({ allowed, defaultOf, reason, rule }: SendDecision): string {
  const outcome = allowed ? "The session may send" : "The session may not send";
  if (rule !== undefined) return `${outcome}: ${explainRule(rule)}.`;
  const whose = defaultOf === undefined ? "its default" : `the default of ${defaultOf}`;
  const byDefault = `${whose} is to ${allowed ? "allow" : "deny"}`;
  if (reason === "default" || reason === "rule")
    return `${outcome}: no rule of session.sendPolicy matches it, and ${byDefault}.`;
  return `${outcome}: ${causes[reason]}${defaultOf === undefined ? "" : `, and ${byDefault}`}.`;
}
