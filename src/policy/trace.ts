/** What an evaluation may be asked for beyond its decision. */
export interface TraceOptions {
  /** Also tell how the decision came about; costs time with every rule. */
  readonly trace?: boolean;
}

/** One setting, and what it would have to become. */
export interface SettingChange {
  /** Its place in the config; `override` for the session's own switch. */
  readonly setting: string;
  /** What to write; null to take the setting away; absent where anything that does not match will do. */
  readonly to?: string | boolean | null | readonly string[];
}

/** Changes of which one is enough. */
export type SettingChoice = readonly SettingChange[];

/** Choices that must all be made: with one left out, the answer stays. */
export type ChangeSet = readonly SettingChoice[];

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

/** A copy of facts without those that are not known, as JSON would write them. */
export function knownFacts<Facts extends object>(facts: Facts): Partial<Facts> {
  // Leaving entries out keeps the types of the others.
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Partial<Facts>;
}
