import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { explainRules, sessionDoubts } from "../rule/explain.ts";
import { explainFacts } from "../../scope/facts/explain.ts";
import type { MemorySearchDecision } from "./memory-search.ts";

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
  if (isPolluted()) return unpolluted(explainMemorySearch, decision);
  return said(decision, sentenceOf);
}

function sentenceOf(decision: MemorySearchDecision): string {
  const { allowed, notes, scope = "a scope" } = decision;
  const unmatched = `no rule of ${scope} matches it`;
  const cause = explainRules(decision, {
    ...sessionDoubts,
    rule: unmatched,
    default: unmatched,
    "edition-default": "the config does not say",
  });
  return `The session ${allowed ? "may search" : "may not search"} memory: ${cause}${explainFacts(decision)}. MEMORY.md ${notes ? "belongs" : "does not belong"} in it.`;
}
