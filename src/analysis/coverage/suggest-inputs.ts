import type { Policy } from "../../config/policy.ts";
import { decidingParts } from "./coverage.ts";
import { bindingTries } from "./binding-tries.ts";
import { linkTries } from "./link-tries.ts";
import { overrideTries } from "./override-tries.ts";
import { partsOf, type Part } from "./part.ts";
import { roomTries } from "./room-tries.ts";
import { ruleTries } from "./rule-tries.ts";
import type { Tries } from "./tries.ts";
import type { Question } from "../question.ts";

/** A part of a config, and an input about which it decides. */
export interface SuggestedInput extends Part {
  readonly input: Question;
}

function* triesFor(policy: Policy): Generator<Tries> {
  yield* ruleTries(policy);
  yield* bindingTries(policy);
  yield* overrideTries(policy);
  yield* roomTries(policy);
  yield* linkTries(policy);
}

function firstDecided({ path, inputs }: Tries, policy: Policy): Question | undefined {
  for (const input of inputs) if (decidingParts(input, policy).has(path)) return input;
  return undefined;
}

/**
 * Finds an input for each part of a config that it decides about, so that a first file of pins, or a first
 * table of tests, writes itself. Every input names what its part asks for and little else; ids and names that
 * no part asks for are short and made up.
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
  const found = new Map<string, Question>();
  for (const tries of triesFor(policy)) {
    if (found.has(tries.path)) continue;
    const input = firstDecided(tries, policy);
    if (input !== undefined) found.set(tries.path, input);
  }
  // A group may decide through nothing but its topics, and a link where a binding alone asks who wrote.
  for (const input of [...found.values()])
    for (const path of decidingParts(input, policy)) if (!found.has(path)) found.set(path, input);
  return partsOf(policy).flatMap((part) => {
    const input = found.get(part.path);
    return input === undefined ? [] : [{ ...part, input }];
  });
}
