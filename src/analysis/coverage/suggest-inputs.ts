import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { decidingParts } from "./deciding-places.ts";
import { doorSuggestions } from "./door-suggestions.ts";
import { bindingSuggestions, linkSuggestions } from "./message-suggestions.ts";
import { overrideSuggestions } from "./override-suggestions.ts";
import { partsOf, type CoveragePart, type Suggestions } from "./part.ts";
import { placeSuggestions } from "./place-suggestions.ts";
import { roomSuggestions } from "./room-suggestions.ts";
import { ruleSuggestions } from "./rule-suggestions.ts";
import { settingSuggestions } from "./setting-suggestions.ts";
import type { Question } from "../question.ts";

/** A part of a config, and an input about which it decides. */
export interface SuggestedInput extends CoveragePart {
  /** The question about which it decides, as `coverage` takes it. */
  readonly input: Question;
}

function* suggestionsFor(policy: Policy): Generator<Suggestions> {
  yield* ruleSuggestions(policy);
  yield* bindingSuggestions(policy);
  yield* overrideSuggestions(policy);
  yield* roomSuggestions(policy);
  yield* placeSuggestions(policy);
  yield* doorSuggestions(policy);
  yield* settingSuggestions(policy);
  yield* linkSuggestions(policy);
}

function firstDecided({ path, inputs }: Suggestions, policy: Policy): Question | undefined {
  for (const input of inputs) if (decidingParts(input, policy).has(path)) return input;
  return undefined;
}

/**
 * Finds an input for each part of a config that it decides about, so that a first file of pins, or a first
 * table of tests, writes itself. Every input names what its part asks for and little else; ids and names that
 * no part asks for are short and made up. Of the requests that may tell a setting no more than some hundred are tried, so that
 * a long config costs no more than its length: what is decided by nothing but a rare coincidence may be left out.
 *
 * @returns In the order of `coverage`. A part that can decide about nothing, because others decide before it,
 *   has none; `audit` and the policy's warnings tell why.
 *
 * @example
 * ```ts
 * const rules = [{ action: "deny", match: { channel: "irc", chatType: "group" } }] as const;
 * const policy = parsePolicy({ session: { sendPolicy: { rules } } }, { edition: "2026-11" });
 * const [first] = suggestInputs(policy);
 * first?.path; //=> "session.sendPolicy.rules[0]"
 * first?.input; //=> { ask: "send", request: { key: "agent:x:irc:group:x" } }
 * coverage(policy, first ? [first.input] : []).uncovered; //=> []
 * ```
 */
export function suggestInputs(policy: Policy): readonly SuggestedInput[] {
  if (isPolluted()) return unpolluted(suggestInputs, policy);
  demandPolicy(policy);
  const found = new Map<string, Question>();
  for (const suggestions of suggestionsFor(policy)) {
    if (found.has(suggestions.path)) continue;
    const input = firstDecided(suggestions, policy);
    if (input !== undefined) found.set(suggestions.path, input);
  }
  // A group may decide through nothing but its topics, and a link where a binding alone asks who wrote.
  for (const input of [...found.values()])
    for (const path of decidingParts(input, policy)) if (!found.has(path)) found.set(path, input);
  return partsOf(policy).flatMap((part) => {
    const input = found.get(part.path);
    return input === undefined ? [] : [{ ...part, input }];
  });
}
