import type { Policy } from "../../config/policy.ts";
import type { ResetDecision } from "../../lifecycle/reset/decision.ts";
import type { AccessRequest } from "../../policy/access/facts.ts";
import type { AccessDecision } from "../../policy/access/access.ts";
import type { ExecRequest } from "../../policy/exec/outcome.ts";
import type { ExecDecision } from "../../policy/exec/exec.ts";
import type { MemorySearchDecision, MemorySearchRequest } from "../../policy/memory/memory-search.ts";
import type { SendDecision, SendRequest } from "../../policy/send/send.ts";
import type { ToolDecision, ToolRequest } from "../../policy/tool/tool.ts";
import type { VisibilityRequest } from "../../policy/visibility/request.ts";
import type { VisibilityDecision } from "../../policy/visibility/visibility.ts";
import type { Isolation } from "../../scope/isolation/isolation.ts";
import { compareAccess } from "./access.ts";
import { compareExec } from "./exec.ts";
import { compareMemorySearch } from "./memory-search.ts";
import { compareReset, type ResetRequest } from "./reset.ts";
import { compareResolution, type SharingRequest } from "./resolution.ts";
import { compareSend } from "./send.ts";
import { compareTool } from "./tool.ts";
import { overallVerdict, type KindComparison, type Verdict } from "./verdict.ts";
import { compareVisibility } from "./visibility.ts";

/** What a move does to each kind of decision. */
export interface KindComparisons {
  /** Which conversations share a session; stricter is more isolated. */
  readonly resolution: KindComparison<SharingRequest, Isolation>;
  /** How long a session goes on; stricter is sooner reset. */
  readonly reset: KindComparison<ResetRequest, ResetDecision>;
  readonly send: KindComparison<SendRequest, SendDecision>;
  /** Where memory is searched, and where the agent's private notes are given. */
  readonly "memory-search": KindComparison<MemorySearchRequest, MemorySearchDecision>;
  readonly visibility: KindComparison<VisibilityRequest, VisibilityDecision>;
  /** Who is let in; being allowed to ask for pairing lies between in and out. */
  readonly access: KindComparison<AccessRequest, AccessDecision>;
  readonly tool: KindComparison<ToolRequest, ToolDecision>;
  /** Which commands run; running after an approval lies between running and not. */
  readonly exec: KindComparison<ExecRequest, ExecDecision>;
}

/** A kind of decision that is compared. */
export type ComparedKind = keyof KindComparisons;

/** What a move from one policy to another does. */
export interface Comparison {
  readonly kind: "comparison";
  /** On all kinds together. */
  readonly verdict: Verdict;
  /** Whether every verdict is proven. */
  readonly exact: boolean;
  readonly byKind: KindComparisons;
}

/**
 * Tells what a move from one policy to another does: for each kind of decision whether it is
 * `equivalent`, `stricter`, `looser` or `incomparable`, with the smallest request that is decided
 * otherwise in each direction, and both decisions.
 *
 * Every request is accounted for, none is guessed: requests stand for all those that no rule, list
 * or binding of either policy tells apart from them, and the evaluations themselves decide. Where
 * the two editions read requests differently, a day begins in two time zones, or only one policy asks
 * the scope of qmd, that is not proven: then `exact` is `false`, every witness is real, and there may be
 * more.
 *
 * Beyond the decisions nothing is compared: not which agent answers, who approves, or what is said.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ tools: { deny: ["exec", "tts"] } }, { edition: "2026-11" });
 * const to = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
 * const { verdict, byKind } = comparePolicies(from, to);
 * verdict; //=> "looser"
 * byKind.tool.looser?.request; //=> { tool: "tts" }
 * byKind.send.verdict; //=> "equivalent"
 * ```
 */
export function comparePolicies(from: Policy, to: Policy): Comparison {
  const byKind: KindComparisons = {
    resolution: compareResolution(from, to),
    reset: compareReset(from, to),
    send: compareSend(from, to),
    "memory-search": compareMemorySearch(from, to),
    visibility: compareVisibility(from, to),
    access: compareAccess(from, to),
    tool: compareTool(from, to),
    exec: compareExec(from, to),
  };
  const comparisons = Object.values(byKind) as readonly KindComparisons[ComparedKind][];
  return {
    kind: "comparison",
    verdict: overallVerdict(comparisons.map(({ verdict }) => verdict)),
    exact: comparisons.every(({ exact }) => exact),
    byKind,
  };
}
