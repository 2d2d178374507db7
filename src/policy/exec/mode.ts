import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";

/** How far commands may go, strictest first. */
export const execSecurities = ["deny", "allowlist", "full"] as const;
/** How far commands may go: none, those on the allowlist, all. */
export type ExecSecurity = (typeof execSecurities)[number];

/** When somebody is asked, rarest first. */
export const execAsks = ["off", "on-miss", "always"] as const;
/** When somebody is asked: never, about what is not on the allowlist, always. */
export type ExecAsk = (typeof execAsks)[number];

/** How far commands may go, and when somebody is asked. */
export interface ExecModesInForce {
  readonly security: ExecSecurity;
  readonly ask: ExecAsk;
}

/** What each word for both stands for; under `auto` a model looks at what somebody would be asked about. */
export const execModes = {
  deny: { security: "deny", ask: "off" },
  allowlist: { security: "allowlist", ask: "off" },
  ask: { security: "allowlist", ask: "on-miss" },
  auto: { security: "allowlist", ask: "on-miss" },
  full: { security: "full", ask: "off" },
} as const satisfies Readonly<Record<string, ExecModesInForce>>;

/** One word for how far commands may go and when somebody is asked. */
export type ExecMode = keyof typeof execModes;

/** The word for how far commands may go and when somebody is asked, which may say less than the two do. */
export function modeOf({ security, ask }: ExecModesInForce, reviewed: boolean): ExecMode {
  if (security === "deny") return "deny";
  if (ask === "always") return "ask";
  if (security === "full") return "full";
  if (ask === "off") return "allowlist";
  return reviewed ? "auto" : "ask";
}

/** The stricter of two. */
export function stricterSecurity(a: ExecSecurity, b: ExecSecurity): ExecSecurity {
  return execSecurities.indexOf(a) <= execSecurities.indexOf(b) ? a : b;
}

/** The one that asks more often. */
export function stricterAsk(a: ExecAsk, b: ExecAsk): ExecAsk {
  return execAsks.indexOf(a) >= execAsks.indexOf(b) ? a : b;
}

/** What is known of a command when it is decided whether somebody must approve it. */
interface ApprovalFacts extends ExecModesInForce {
  /** The command could be taken apart into simple commands. */
  readonly understood: boolean;
  /** Each of them is on the allowlist. */
  readonly allowlisted: boolean;
  /** It was approved for good. */
  readonly approvedForGood?: boolean | undefined;
}

/** How an edition tells whether somebody must approve a command. */
export const approvalRules = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const unknownModeAsks = behaviours.has("unknown-exec-mode-is-strictest");
  const approvalsLast = behaviours.has("durable-approvals");
  const isApproved = ({ approvedForGood }: Pick<ApprovalFacts, "approvedForGood">): boolean =>
    approvalsLast && approvedForGood === true;
  return {
    /** Whether it was approved permanently, where that counts. */
    isApproved,
    /** Whether somebody must approve it before it runs. */
    needsApproval: (facts: ApprovalFacts): boolean => {
      const { ask, security, understood, allowlisted } = facts;
      if (ask === "always" || (unknownModeAsks && !execAsks.includes(ask))) return true;
      if (isApproved(facts)) return false;
      return ask === "on-miss" && security === "allowlist" && !(understood && allowlisted);
    },
  };
});
