import type { Policy } from "../../config/policy.ts";

/** How far commands may go, strictest first. */
export const execSecurities = ["deny", "allowlist", "full"] as const;
/** How far commands may go: none, those on the allowlist, all. */
export type ExecSecurity = (typeof execSecurities)[number];

/** When somebody is asked, rarest first. */
export const execAsks = ["off", "on-miss", "always"] as const;
/** When somebody is asked: never, about what is not on the allowlist, always. */
export type ExecAsk = (typeof execAsks)[number];

/** The stricter of two. */
export function stricterSecurity(a: ExecSecurity, b: ExecSecurity): ExecSecurity {
  return execSecurities.indexOf(a) <= execSecurities.indexOf(b) ? a : b;
}

/** The one that asks more often. */
export function stricterAsk(a: ExecAsk, b: ExecAsk): ExecAsk {
  return execAsks.indexOf(a) >= execAsks.indexOf(b) ? a : b;
}

/** What is known of a command when it is decided whether somebody must approve it. */
export interface ApprovalFacts {
  readonly ask: ExecAsk;
  readonly security: ExecSecurity;
  /** The command could be taken apart into simple commands. */
  readonly understood: boolean;
  /** Each of them is on the allowlist. */
  readonly allowlisted: boolean;
  /** It was approved for good. */
  readonly approvedForGood?: boolean | undefined;
}

/** Tells whether somebody must approve a command before it runs. */
export function needsApproval(facts: ApprovalFacts, { behaviours }: Policy): boolean {
  const known = execAsks.includes(facts.ask);
  if (facts.ask === "always" || (!known && behaviours.has("unknown-exec-mode-is-strictest"))) return true;
  if (facts.approvedForGood === true && behaviours.has("durable-approvals")) return false;
  return (
    facts.ask === "on-miss" && facts.security === "allowlist" && !(facts.understood && facts.allowlisted)
  );
}
