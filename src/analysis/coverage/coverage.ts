import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { decidingParts } from "./deciding-places.ts";
import { partsOf, type CoveragePart } from "./part.ts";
import { questionsIn, type Inputs } from "../store/stored-questions.ts";

/** A part of a config, and about how many inputs it decided. */
export interface CoveredElement extends CoveragePart {
  /** How many inputs it decided; 0 for a part that none reached. */
  readonly hits: number;
}

/** Which parts of a config some inputs reached. */
export interface Coverage {
  /** Every part, by kind and in the order in which they are written. */
  readonly elements: readonly CoveredElement[];
  /** The paths of those that decided about no input. */
  readonly uncovered: readonly string[];
  /** How many inputs there were. */
  readonly inputs: number;
}

/**
 * Tells which parts of a config decide about some inputs, and which about none: the rules of
 * `session.sendPolicy` and of memory scopes, bindings, `session.reset` and what overrides it, groups, topics, servers, teams and
 * rooms with their settings, identity links, and the settings that decide who is let in, which session a message has, which
 * tools an agent has, which commands of its shell run, what a sandbox lets through, which sessions are seen, who commands the
 * bot, and what holds beside rules.
 *
 * A part decided where the decision names it (`rule`, `binding`, `topic`, `path`) or comes from something within
 * it: the reset policy that ends the session, the link that told who wrote, the list of tools that
 * objects. A group, topic, server or room also decided where it is what the config says about the room of a message that
 * asks to be let in; a setting where another word there would turn the answer; an access group where the entry that decided
 * stands for it.
 *
 * @param inputs - Questions, as for `recordPins`; or stored sessions as in `sessions.json`, which pose those of `storedQuestions`.
 *
 * @example
 * ```ts
 * const bindings = [{ agentId: "ops", match: { channel: "slack" } }, { agentId: "main", match: { channel: "irc" } }];
 * const policy = parsePolicy({ bindings }, { edition: "2026-11" });
 * const inbound = { channel: "slack", chatType: "channel", peer: "C1" } as const;
 * const { elements, uncovered } = coverage(policy, [{ ask: "resolution", request: inbound }]);
 * elements[0]; //=> { kind: "binding", path: "bindings[0]", hits: 1 }
 * uncovered; //=> ["bindings[1]"]
 * ```
 */
export function coverage(policy: Policy, inputs: Inputs): Coverage {
  if (isPolluted()) return unpolluted(coverage, policy, inputs);
  demandPolicy(policy);
  const hits = new Map<string, number>();
  let count = 0;
  for (const input of questionsIn(inputs, policy)) {
    count += 1;
    for (const path of decidingParts(input, policy)) hits.set(path, (hits.get(path) ?? 0) + 1);
  }
  const elements = partsOf(policy).map((part) => ({ ...part, hits: hits.get(part.path) ?? 0 }));
  return {
    elements,
    uncovered: elements.filter((element) => element.hits === 0).map(({ path }) => path),
    inputs: count,
  };
}
