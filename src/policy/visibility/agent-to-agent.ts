import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { unwrittenVisibility } from "./defaults.ts";
import { compileGlob, type TextMatcher } from "../glob.ts";

/** Whether agents may reach one another, and which. */
export interface AgentToAgent {
  readonly enabled: boolean;
  /** Tells whether the list lets an agent take part; without a list every agent may. */
  readonly admits: (agentId: string) => boolean;
}

function compileAllow(
  patterns: readonly string[],
  anyCase: boolean,
  withinLine: boolean,
): AgentToAgent["admits"] {
  if (patterns.length === 0) return () => true;
  const exact = new Set<string>();
  const globs: TextMatcher[] = [];
  for (const pattern of patterns.map((text) => text.trim())) {
    if (pattern === "*") globs.push(() => true);
    else if (pattern.includes("*")) globs.push(compileGlob(pattern.toLowerCase(), withinLine));
    else if (pattern !== "") exact.add(anyCase ? pattern.toLowerCase() : pattern);
  }
  return (agentId) => {
    const folded = agentId.toLowerCase();
    return exact.has(anyCase ? folded : agentId) || globs.some((matches) => matches(folded));
  };
}

/** `tools.agentToAgent`, as the edition reads it. */
export const agentToAgent = once(({ behaviours, config }: Policy): AgentToAgent => {
  const { enabled, allow = [] } = config.tools?.agentToAgent ?? {};
  return {
    enabled: enabled ?? unwrittenVisibility(behaviours).agentToAgent,
    admits: compileAllow(
      allow,
      behaviours.has("agent-patterns-any-case"),
      !behaviours.has("agent-patterns-cross-lines"),
    ),
  };
});

/** Tells whether an agent may reach another one; every agent may reach itself. */
export function mayReach(requester: string, target: string, policy: Policy): boolean {
  const { enabled, admits } = agentToAgent(policy);
  return requester === target || (enabled && admits(requester) && admits(target));
}
