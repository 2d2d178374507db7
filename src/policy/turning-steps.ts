import type { ChangeSet } from "./setting-change.ts";

/** What one setting, or several that go together, could be otherwise. */
export interface Step {
  readonly changes: ChangeSet;
}

/** Every choice of at most one step a setting, fewest steps first. */
function combinations<Of extends Step>(steps: readonly (readonly Of[])[]): readonly (readonly Of[])[] {
  let sets: readonly (readonly Of[])[] = [[]];
  for (const ofOne of steps) sets = sets.flatMap((set) => [set, ...ofOne.map((step) => [...set, step])]);
  return sets.toSorted((a, b) => a.length - b.length);
}

/**
 * Tries every combination of steps, of which there are few, and keeps the smallest that turn an
 * answer. `steps` has the alternatives of each setting.
 */
export function turningSteps<Of extends Step>(
  steps: readonly (readonly Of[])[],
  turns: (chosen: readonly Of[]) => boolean,
): readonly ChangeSet[] {
  const turning: (readonly Of[])[] = [];
  for (const chosen of combinations(steps)) {
    if (turning.some((smaller) => smaller.every((step) => chosen.includes(step)))) continue;
    if (turns(chosen)) turning.push(chosen);
  }
  return turning.map((chosen) => chosen.flatMap(({ changes }) => changes));
}
