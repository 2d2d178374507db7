import { explainMaintenance } from "../lifecycle/explain-maintenance.ts";
import { explainReset } from "../lifecycle/explain-reset.ts";
import type { MaintenancePlan } from "../lifecycle/plan-maintenance.ts";
import type { ResetDecision } from "../lifecycle/reset-decision.ts";
import type { AccessDecision } from "../policy/access.ts";
import type { ExecDecision } from "../policy/exec.ts";
import { explainAccess } from "../policy/explain-access.ts";
import { explainExec } from "../policy/explain-exec.ts";
import { explainLogEvent } from "../policy/explain-log-event.ts";
import { explainMemorySearch } from "../policy/explain-memory-search.ts";
import { explainSandbox } from "../policy/explain-sandbox.ts";
import { explainSend } from "../policy/explain-send.ts";
import { explainTool } from "../policy/explain-tool.ts";
import { explainVisibility } from "../policy/explain-visibility.ts";
import type { LogEventDecision } from "../policy/log-event.ts";
import type { MemorySearchDecision } from "../policy/memory-search.ts";
import type { SandboxDecision } from "../policy/sandbox.ts";
import type { SendDecision } from "../policy/send.ts";
import type { ToolDecision } from "../policy/tool.ts";
import type { VisibilityDecision } from "../policy/visibility.ts";
import { explainResolution } from "../scope/explain-resolution.ts";
import type { Resolution } from "../scope/resolution.ts";

/** Whatever an evaluation returns. */
export type Decision =
  | AccessDecision
  | ExecDecision
  | LogEventDecision
  | MaintenancePlan
  | MemorySearchDecision
  | ResetDecision
  | Resolution
  | SandboxDecision
  | SendDecision
  | ToolDecision
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
    case "access":
      return explainAccess(decision);
    case "exec":
      return explainExec(decision);
    case "log-event":
      return explainLogEvent(decision);
    case "maintenance":
      return explainMaintenance(decision);
    case "memory-search":
      return explainMemorySearch(decision);
    case "reset":
      return explainReset(decision);
    case "resolution":
      return explainResolution(decision);
    case "sandbox":
      return explainSandbox(decision);
    case "send":
      return explainSend(decision);
    case "tool":
      return explainTool(decision);
    case "visibility":
      return explainVisibility(decision);
  }
}
