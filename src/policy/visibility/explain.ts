import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { nameSource } from "../../config/source-of.ts";
import { explainFacts, factCauses } from "../../scope/facts/explain.ts";
import type { VisibilityReason } from "./visibility-rule.ts";
import type { VisibilityDecision } from "./visibility.ts";

const causes: Readonly<Record<VisibilityReason, string>> = {
  self: "it is the session itself",
  spawned: "it is in the session's tree",
  "same-agent": "both belong to one agent",
  "agent-to-agent": "tools.agentToAgent covers both agents",
  "incognito-session": "it is incognito",
  "requester-agent-unknown": "the key of the session that asks belongs to no agent",
  "target-agent-unknown": "its key belongs to no agent",
  "spawned-only": "the sandbox hides what the session did not spawn",
  "self-only": "a session sees only itself",
  "tree-only": "a session sees only itself and its tree",
  "other-agent": "it belongs to another agent",
  "agent-to-agent-disabled": "it belongs to another agent, and tools.agentToAgent is off",
  "agent-to-agent-not-allowed": "tools.agentToAgent.allow leaves one of the agents out",
  "unresolved-session": "the message has no session",
  ...factCauses,
};

const verbs = {
  list: "list",
  history: "read",
  send: "write to",
  status: "see the status of",
} as const satisfies Readonly<Record<VisibilityDecision["action"], string>>;

/**
 * Says in a sentence why a session may or may not see another one.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * const request = { action: "history", requester: "agent:main:main", target: "agent:work:main" } as const;
 * explainVisibility(evaluateVisibility(request, policy));
 * //=> "The session may not read the other one: it belongs to another agent (visibility tree, the default of 2026-11)."
 * ```
 */
export function explainVisibility(decision: VisibilityDecision): string {
  if (isPolluted()) return unpolluted(explainVisibility, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: VisibilityDecision): string {
  const { action, allowed, defaultOf, reason, visibility } = decision;
  const outcome = allowed ? "may" : "may not";
  const source = defaultOf === undefined ? "" : `, ${nameSource(defaultOf)}`;
  if (decision.facts !== undefined)
    return `The session may not see the other one: ${causes[reason]}${explainFacts(decision)}.`;
  return `The session ${outcome} ${verbs[action]} the other one: ${causes[reason]} (visibility ${visibility}${source}).`;
}
