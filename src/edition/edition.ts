import { isPolluted, unpolluted } from "./unpolluted.ts";
import { behaviours, type BehaviourId } from "./registry.ts";
import { continues, type Generation } from "./releases.ts";

const prefix = "openclaw@";

/** What an edition is called: a release bears its project's name, and only releases have points in theirs. */
type NameOf<Line extends Generation> = Line extends `${string}.${string}` ? `${typeof prefix}${Line}` : Line;

/** The name of an immutable set of behaviours: an OpenClaw release's, or our own. */
export type Edition = NameOf<Generation>;

/** The behaviours in force under one edition. */
export type Behaviours = ReadonlySet<BehaviourId>;

/** Every edition, and the generation it is; the oldest first, our own last. */
const generations: ReadonlyMap<string, Generation> = new Map(
  // The keys of a constant are those of its type.
  (Object.keys(continues) as Generation[]).map((generation) => [
    generation.includes(".") ? prefix + generation : generation,
    generation,
  ]),
);

/** Every edition, oldest first, our own last. */
export const editions: readonly Edition[] = Object.freeze([...generations.keys()].filter(isEdition));

/**
 * Tells whether a text names an edition.
 *
 * @example
 * ```ts
 * isEdition("openclaw@2026.3.7"); //=> true
 * isEdition("openclaw@2026.3.6"); //=> false
 * ```
 */
export function isEdition(name: string): name is Edition {
  return generations.has(name);
}

/** The generation that an edition is, and every one that it continues. */
export function lineageOf(edition: Edition): ReadonlySet<Generation> {
  const line = new Set<Generation>();
  for (let at = generations.get(edition); at !== undefined; at = continues[at]) line.add(at);
  return line;
}

const computed = new Map<Edition, Behaviours>();

/**
 * The set of behaviours that an edition consists of; the same object each time.
 *
 * @example
 * ```ts
 * behavioursOf("openclaw@2026.9.6").has("strict-settings"); //=> false
 * behavioursOf("2026-11").has("strict-settings"); //=> true
 * ```
 */
export function behavioursOf(edition: Edition): Behaviours {
  if (isPolluted()) return unpolluted(behavioursOf, edition);
  const before = computed.get(edition);
  if (before !== undefined) return before;
  const line = lineageOf(edition);
  const inForce = new Set<BehaviourId>();
  for (const [id, behaviour] of Object.entries(behaviours) as [
    BehaviourId,
    (typeof behaviours)[BehaviourId],
  ][]) {
    const holds = behaviour.inForce.some(
      ({ since, until }) => line.has(since) && (until === undefined || !line.has(until)),
    );
    if (holds) inForce.add(id);
  }
  const kept = unchanging(inForce);
  if (generations.has(edition)) computed.set(edition, kept);
  return kept;
}

/** A set that every policy of an edition shares, so that nobody may change it: freezing alone does not hold what is in a set. */
function unchanging<Member>(set: Set<Member>): ReadonlySet<Member> {
  const refuse = { value: refuseChange };
  return Object.freeze(Object.defineProperties(set, { add: refuse, clear: refuse, delete: refuse }));
}

function refuseChange(): never {
  throw new TypeError("The behaviours of an edition cannot be changed");
}
