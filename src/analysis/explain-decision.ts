import { explainMaintenance } from "../lifecycle/maintenance/explain.ts";
import { explainReset } from "../lifecycle/reset/explain.ts";
import type { MaintenancePlan } from "../lifecycle/maintenance/plan-maintenance.ts";
import type { ResetDecision } from "../lifecycle/reset/decision.ts";
import type { AccessDecision } from "../policy/access/access.ts";
import type { ExecDecision } from "../policy/exec/exec.ts";
import { explainAccess } from "../policy/access/explain.ts";
import { explainExec } from "../policy/exec/explain.ts";
import { explainMemorySearch } from "../policy/memory/explain.ts";
import { explainSandbox } from "../policy/sandbox/explain.ts";
import { explainSend } from "../policy/send/explain.ts";
import { explainTool } from "../policy/tool/explain.ts";
import { explainVisibility } from "../policy/visibility/explain.ts";
import type { MemorySearchDecision } from "../policy/memory/memory-search.ts";
import type { SandboxDecision } from "../policy/sandbox/sandbox.ts";
import type { SendDecision } from "../policy/send/send.ts";
import type { ToolDecision } from "../policy/tool/tool.ts";
import type { VisibilityDecision } from "../policy/visibility/visibility.ts";
import { explainResolution } from "../scope/session/explain.ts";
import { explainLogEvent, type LogEventDecision } from "./log-event.ts";
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

/** Says in a sentence or two what an evaluation answers, and what decided. */
export function explainDecision(decision: Decision): string {
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
