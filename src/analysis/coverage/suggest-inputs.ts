import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { decidingParts } from "./deciding-places.ts";
import { doorSuggestions } from "./door-suggestions.ts";
import { bindingSuggestions, linkSuggestions } from "./message-suggestions.ts";
import { partsOf, type CoveragePart, type Suggestions } from "./part.ts";
import { placeSuggestions } from "./place-suggestions.ts";
import { resetSuggestions } from "./reset-suggestions.ts";
import { roomSuggestions } from "./room-suggestions.ts";
import { ruleSuggestions } from "./rule-suggestions.ts";
import { settingSuggestions } from "./setting-suggestions.ts";
import { answer, type Question } from "../question.ts";

/** A part of a config, and an input about which it decides. */
export interface SuggestedInput extends CoveragePart {
  /** The question about which it decides, as `coverage` takes it. */
  readonly input: Question;
}

function* suggestionsFor(policy: Policy): Generator<Suggestions> {
  yield* ruleSuggestions(policy);
  yield* bindingSuggestions(policy);
  yield* resetSuggestions(policy);
  yield* roomSuggestions(policy);
  yield* placeSuggestions(policy);
  yield* doorSuggestions(policy);
  yield* settingSuggestions(policy);
  yield* linkSuggestions(policy);
}

/** Whether the answer to a question lets something through, or keeps a session; undefined where no answer does otherwise. */
function isLetThrough(question: Question, policy: Policy): boolean | undefined {
  const decision = answer(question, policy);
  if (decision.kind === "reset") return decision.fresh;
  return decision.kind === "resolution" ? undefined : decision.allowed;
}

/** The first question about which a part decides, and the first that it answers the other way. */
function bothWays({ path, inputs }: Suggestions, policy: Policy): readonly Question[] {
  let first: Question | undefined;
  let wanted: boolean | undefined;
  for (const input of inputs) {
    if (first !== undefined && isLetThrough(input, policy) !== wanted) continue;
    if (!decidingParts(input, policy).has(path)) continue;
    if (first !== undefined) return [first, input];
    first = input;
    const isOpen = isLetThrough(input, policy);
    if (isOpen === undefined) break;
    wanted = !isOpen;
  }
  return first === undefined ? [] : [first];
}

/**
 * Finds inputs for each part of a config that it decides about, so that a first file of pins, or a first
 * table of tests, writes itself: one, and where the part answers others the other way, another; of a reset the last instant
 * of a session's life and the next one. Every input names what its part asks for and little else; ids and names that
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
  const found = new Map<string, readonly Question[]>();
  for (const suggestions of suggestionsFor(policy)) {
    if (found.has(suggestions.path)) continue;
    const inputs = bothWays(suggestions, policy);
    if (inputs.length > 0) found.set(suggestions.path, inputs);
  }
  // A group may decide through nothing but its topics, and a link where a binding alone asks who wrote.
  for (const input of [...found.values()].flat())
    for (const path of decidingParts(input, policy)) if (!found.has(path)) found.set(path, [input]);
  return partsOf(policy).flatMap((part) => (found.get(part.path) ?? []).map((input) => ({ ...part, input })));
}
