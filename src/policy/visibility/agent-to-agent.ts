import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { unwrittenVisibility } from "../defaults.ts";
import { compileGlob, type TextMatcher } from "../glob.ts";
import { warning } from "../issues.ts";
import type { Issue } from "../../config/issue.ts";
import { hintAmong } from "../../config/nearest.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Whether agents may reach one another, and which. */
interface AgentToAgent {
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
    else if (pattern.includes("*")) globs.push(compileGlob(lowerCase(pattern), withinLine));
    else if (pattern !== "") exact.add(anyCase ? lowerCase(pattern) : pattern);
  }
  return (agentId) => {
    const folded = lowerCase(agentId);
    return exact.has(anyCase ? folded : agentId) || globs.some((matches) => matches(folded));
  };
}

/** `tools.agentToAgent`, as the edition reads it. */
export const agentToAgent = /* @__PURE__ */ once(({ behaviours, config }: Policy): AgentToAgent => {
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

/** Tells whether the list lets both of two agents take part; no agent needs it to reach itself. */
export function coversAgents(requester: string, target: string, policy: Policy): boolean {
  const { admits } = agentToAgent(policy);
  return requester === target || (admits(requester) && admits(target));
}

function checkName(name: string, index: number, policy: Policy): readonly Issue[] {
  const { listed, ids } = agentRoster(policy);
  const { behaviours } = policy;
  const isOf = compileAllow([name], behaviours.has("agent-patterns-any-case"), false);
  if (!listed || name.includes("*") || [...ids].some(isOf)) return [];
  const message = `there is no agent ${JSON.stringify(name)}`;
  return [warning("unknown-agent", `tools.agentToAgent.allow[${index}]`, message, hintAmong(name, [...ids]))];
}

/** Warns of agent-to-agent access that is on for every agent because no list says for which, or for an agent that is none. */
export function checkAgentToAgent(policy: Policy): readonly Issue[] {
  const { behaviours, config } = policy;
  const { enabled, allow } = config.tools?.agentToAgent ?? {};
  if (allow !== undefined) return allow.flatMap((name, index) => checkName(name, index, policy));
  if (enabled !== true || !behaviours.has("strict-settings")) return [];
  const message = "is not written, so that every agent can reach every other";
  const hint = 'list the agents, or write `allow: ["*"]`';
  return [warning("open-agent-to-agent", "tools.agentToAgent.allow", message, hint)];
}
