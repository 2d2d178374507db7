import type { Generation } from "./behaviour.ts";
import { behaviours, type BehaviourId } from "./registry.ts";
import { continues, type Release } from "./releases.ts";

/** The name of an immutable set of behaviours: an OpenClaw release's, or our own. */
export type Edition = `openclaw@${Release}` | "2026-11";

/** The behaviours in force under one edition. */
export type Behaviours = ReadonlySet<BehaviourId>;

const prefix = "openclaw@";

/** Every edition, oldest first, our own last. */
export const editions: readonly Edition[] = [
  ...Object.keys(continues).map((release) => `${prefix}${release}` as Edition),
  "2026-11",
];

const known: ReadonlySet<string> = new Set(editions);

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
  return known.has(name);
}

function parent(generation: Generation): Generation | undefined {
  return generation === "2026-11" ? "2026.9.6" : continues[generation];
}

/** The generation that an edition is, and every one that it continues. */
export function lineageOf(edition: Edition): ReadonlySet<Generation> {
  const line = new Set<Generation>();
  // An edition's name is its generation's, with the prefix for a release.
  const self = (edition === "2026-11" ? edition : edition.slice(prefix.length)) as Generation;
  for (let at: Generation | undefined = self; at !== undefined; at = parent(at)) line.add(at);
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
  computed.set(edition, inForce);
  return inForce;
}
