import { isPolluted, unpolluted } from "./unpolluted.ts";
import type { Area, Risk } from "./behaviour.ts";
import { behavioursOf, lineageOf, type Edition } from "./edition.ts";
import { behaviours, type BehaviourId } from "./registry.ts";
import type { Generation } from "./releases.ts";
import { sentences } from "./sentences.ts";

/** One thing that is decided otherwise under another edition. */
export interface BehaviourChange {
  /** The name of the behaviour, by which the registry and code ask for it. */
  readonly id: BehaviourId;
  /** The part of the system that decides otherwise. */
  readonly area: Area;
  /** What a host risks by the move, in the direction of the move. */
  readonly risk: Risk;
  /** What is decided under the edition moved from. */
  readonly was: string;
  /** What is decided under the edition moved to. */
  readonly became: string;
  /** Whether the move gains the behaviour or loses it. */
  readonly gained: boolean;
  /** The releases between the two, or the edition of ours, in which it changed. */
  readonly changedIn: readonly Generation[];
}

const opposite: Readonly<Record<Risk, Risk>> = {
  widens: "narrows",
  narrows: "widens",
  "re-keys": "re-keys",
  timing: "timing",
};

/**
 * Lists what a move from one edition to another changes, in the order of the registry.
 *
 * A behaviour that the move loses is told the other way round: what it became is what it was before,
 * and what widened narrows.
 *
 * @example
 * ```ts
 * behaviourChanges("openclaw@2026.9.5", "openclaw@2026.9.6").map(({ id }) => id).includes("creation-notice-setting"); //=> true
 * behaviourChanges("2026-11", "2026-11"); //=> []
 * ```
 */
export function behaviourChanges(from: Edition, to: Edition): readonly BehaviourChange[] {
  if (isPolluted()) return unpolluted(behaviourChanges, from, to);
  const before = behavioursOf(from);
  const after = behavioursOf(to);
  const lineBefore = lineageOf(from);
  const lineAfter = lineageOf(to);
  return (Object.keys(behaviours) as BehaviourId[])
    .filter((id) => before.has(id) !== after.has(id))
    .map((id) => {
      const { area, risk, inForce } = behaviours[id];
      const { was, became } = sentences[id];
      const changedIn = inForce
        .flatMap(({ since, until }) => (until === undefined ? [since] : [since, until]))
        .filter((generation) => lineBefore.has(generation) !== lineAfter.has(generation));
      return after.has(id)
        ? { id, area, risk, was, became, gained: true, changedIn }
        : { id, area, risk: opposite[risk], was: became, became: was, gained: false, changedIn };
    });
}
