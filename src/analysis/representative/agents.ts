import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { freshText } from "./text.ts";

/** The agents of two policies, and one that neither has. */
export function representativeAgents(from: Policy, to: Policy): readonly string[] {
  const ids = new Set([from, to].flatMap((policy) => [...agentRoster(policy).ids]));
  return [freshText((id) => ids.has(id)), ...ids];
}
