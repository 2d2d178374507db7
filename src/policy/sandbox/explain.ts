import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import type { SandboxReason } from "./sandbox-rule.ts";
import type { SandboxDecision } from "./sandbox.ts";

type Cause = (decision: SandboxDecision) => string;

const causes: Readonly<Record<Exclude<SandboxReason, FactFault>, Cause>> = {
  "not-sandboxed": () => "the session is not sandboxed",
  "workspace-access": ({ workspaceAccess }) => `its access to the workspace is ${workspaceAccess}`,
  network: ({ network }) => `its network is ${network}`,
  tools: ({ allowed }) => (allowed ? "its lists allow the tool" : "its lists do not allow the tool"),
  "missing-fact": () => "the request names no tool",
  "ambiguous-agent": () => "it is not clear whose sandbox is meant",
  "agent-mismatch": () => "the session belongs to another agent",
  "unresolved-session": () => "the message has no session",
};

/**
 * Says in a sentence why a sandbox lets something through or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ agents: { defaults: { sandbox: { mode: "all" } } } }, { edition: "2026-11" });
 * explainSandbox(evaluateSandbox({ agentId: "main", action: "network" }, policy));
 * //=> "The sandbox does not let it through: its network is none (the default of 2026-11)."
 * ```
 */
export function explainSandbox(decision: SandboxDecision): string {
  if (isPolluted()) return unpolluted(explainSandbox, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: SandboxDecision): string {
  if (decision.reason === "malformed-request" || decision.reason === "fact-mismatch")
    return `The session may not: ${factCauses[decision.reason]}${explainFacts(decision)}.`;
  const outcome = decision.allowed ? "The sandbox lets it through" : "The sandbox does not let it through";
  return `${outcome}: ${causes[decision.reason](decision)}${sourceOf(decision)}.`;
}
