import type { RuleReference } from "./rule.ts";

/** Names a rule as a person would look for it, with what its author says about it. */
export function explainRule({ path, id, reason }: RuleReference): string {
  const named = id === undefined ? path : `${path} (${id})`;
  return reason === undefined ? named : `${named}, which says: ${reason}`;
}
