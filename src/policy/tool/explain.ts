import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { ToolDecision, ToolReason } from "./tool.ts";

const causes: Readonly<Record<ToolReason, string>> = {
  allowed: "no layer objects",
  denied: "it is denied",
  "not-listed": "it is not on the list of what is allowed",
  "unreadable-list": "a list cannot be read",
  "unknown-profile": "there is no profile with that name",
  "ambiguous-agent": "it is not clear whose tools are meant",
  "agent-mismatch": "the session belongs to another agent",
  "missing-fact": "it may be denied to the sender or in the room, and the request does not name them",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

/**
 * Says in a sentence why a tool may be used or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
 * explainTool(evaluateTool({ tool: "exec", agentId: "main" }, policy));
 * //=> "The tool may not be used: it is denied by the layer global (tools.deny[0])."
 * explainTool(evaluateTool({ tool: "bash", agentId: "main" }, policy));
 * //=> "The tool may not be used: bash is another name for exec, and it is denied by the layer global (tools.deny[0])."
 * ```
 */
export function explainTool(decision: ToolDecision): string {
  if (isPolluted()) return unpolluted(explainTool, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: ToolDecision): string {
  const { allowed, reason, layer, alias, missing = [] } = decision;
  const outcome = allowed ? "The tool may be used" : "The tool may not be used";
  const known = alias === undefined ? "" : `${alias.asked} is another name for ${alias.meant}, and `;
  const by = layer === undefined ? "" : ` by the layer ${layer}`;
  const without = missing.length === 0 ? "" : ` (${missing.join("; ")})`;
  return `${outcome}: ${known}${causes[reason]}${by}${without}${explainFacts(decision)}${sourceOf(decision)}.`;
}
