import { explainRule } from "../rule/rule.ts";
import type { MemorySearchDecision } from "./memory-search.ts";

function cause({ allowed, defaultOf, reason, rule, scope = "a scope" }: MemorySearchDecision): string {
  if (rule !== undefined) return explainRule(rule);
  switch (reason) {
    case "rule":
    case "default":
      return `no rule of ${scope} matches it, and its default is to ${allowed ? "allow" : "deny"}`;
    case "edition-default":
      return `the config does not say, and the default of ${defaultOf ?? "the edition"} is to ${allowed ? "allow" : "deny"}`;
    case "ambiguous-key":
      return "its key can be read in two ways";
    case "malformed-key":
      return "its key cannot be read";
    case "unresolved-session":
      return "the message has no session";
  }
}

/**
 * Says in a sentence why a session may or may not search memory.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainMemorySearch(evaluateMemorySearch({ key: "agent:main:telegram:group:-100" }, policy));
 * //=> "The session may not search memory: the config does not say, and the default of 2026-11 is to deny. MEMORY.md does not belong in it."
 * ```
 */
export function explainMemorySearch(decision: MemorySearchDecision): string {
  const outcome = decision.allowed ? "may search" : "may not search";
  const notes = decision.notes ? "belongs" : "does not belong";
  return `The session ${outcome} memory: ${cause(decision)}. MEMORY.md ${notes} in it.`;
}
