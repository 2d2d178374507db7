import { explainMaintenance } from "../lifecycle/explain-maintenance.ts";
import { explainReset } from "../lifecycle/explain-reset.ts";
import type { MaintenancePlan } from "../lifecycle/plan-maintenance.ts";
import type { ResetDecision } from "../lifecycle/reset-decision.ts";
import { explainMemorySearch } from "../policy/explain-memory-search.ts";
import { explainSend } from "../policy/explain-send.ts";
import { explainVisibility } from "../policy/explain-visibility.ts";
import type { MemorySearchDecision } from "../policy/memory-search.ts";
import type { SendDecision } from "../policy/send.ts";
import type { VisibilityDecision } from "../policy/visibility.ts";
import { explainResolution } from "../scope/explain-resolution.ts";
import type { Resolution } from "../scope/resolution.ts";

/** Whatever an evaluation returns. */
export type Decision =
  | MaintenancePlan
  | MemorySearchDecision
  | ResetDecision
  | Resolution
  | SendDecision
  | VisibilityDecision;

/**
 * Says a decision in a sentence, for a log or a person. The sentence may change with any release;
 * programs read `reason`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { sendPolicy: { default: "deny" } } }, { edition: "2026-11" });
 * const decision = evaluateSend({ key: "agent:main:main" }, policy);
 * explain(decision) === explainSend(decision); //=> true
 * ```
 */
export function explain(decision: Decision): string {
  switch (decision.kind) {
    case "maintenance":
      return explainMaintenance(decision);
    case "memory-search":
      return explainMemorySearch(decision);
    case "reset":
      return explainReset(decision);
    case "resolution":
      return explainResolution(decision);
    case "send":
      return explainSend(decision);
    case "visibility":
      return explainVisibility(decision);
  }
}
