import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { said } from "../config/given.ts";
import { explainMaintenance } from "../lifecycle/maintenance/explain.ts";
import { explainReset } from "../lifecycle/reset/decision.ts";
import { explainAccess } from "../policy/access/explain.ts";
import { explainCommand } from "../policy/command/explain.ts";
import { explainExec } from "../policy/exec/explain.ts";
import { explainMemorySearch } from "../policy/memory/explain.ts";
import { explainMention } from "../policy/mention/explain.ts";
import { explainSandbox } from "../policy/sandbox/explain.ts";
import { explainSend } from "../policy/send/explain.ts";
import { explainTool } from "../policy/tool/explain.ts";
import { explainVisibility } from "../policy/visibility/explain.ts";
import { explainTaskSession } from "../scope/task/explain.ts";
import { explainOwnership } from "../scope/session/owns-session.ts";
import { explainResolution } from "../scope/session/explain.ts";
import type { LogEventDecision } from "./log-event.ts";

/**
 * Says in a sentence why something is logged or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainLogEvent(evaluateLogEvent({ event: "sessionCreate", inputs: {}, decision: {} }, policy));
 * //=> "It is not logged: logging.events.sessionCreate is not set."
 * ```
 */
export function explainLogEvent(decision: LogEventDecision): string {
  if (isPolluted()) return unpolluted(explainLogEvent, decision);
  return said(decision, sentenceOf);
}

function sentenceOf({ allowed, reason, path }: LogEventDecision): string {
  if (reason === "default") return `It is not logged: ${path} is not set.`;
  return `It is ${allowed ? "" : "not "}logged: ${path} is ${allowed ? "on" : "off"}.`;
}

const explanations = {
  access: explainAccess,
  command: explainCommand,
  exec: explainExec,
  "log-event": explainLogEvent,
  maintenance: explainMaintenance,
  "memory-search": explainMemorySearch,
  mention: explainMention,
  ownership: explainOwnership,
  reset: explainReset,
  resolution: explainResolution,
  sandbox: explainSandbox,
  send: explainSend,
  "task-session": explainTaskSession,
  tool: explainTool,
  visibility: explainVisibility,
} as const;

/** Whatever an evaluation returns. */
export type Decision = Parameters<(typeof explanations)[keyof typeof explanations]>[0];

/** Tells an evaluation's answer from what an analysis found. */
export function isDecision(answer: { readonly kind: string }): answer is Decision {
  return Object.hasOwn(explanations, answer.kind);
}

/** Says in a sentence or two what an evaluation answers, and what decided. */
export function explainDecision(decision: Decision): string {
  // Each kind has the explanation of its own decisions, which the type of a union of functions cannot say.
  return (explanations[decision.kind] as (decision: Decision) => string)(decision);
}
