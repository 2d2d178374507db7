import { canSay } from "../config/keys/knows.ts";
import type { Policy } from "../config/policy.ts";

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

/** The choice among some values of one setting. */
export function change(
  setting: string,
  ...values: readonly NonNullable<SettingChange["to"]>[]
): SettingChoice {
  return values.map((to) => ({ setting, to }));
}

/** Tells whether each of the choices can be made: one that nothing can be chosen from cannot. */
export function canChange(changes: ChangeSet): boolean {
  return changes.every((choice) => choice.length > 0);
}

/** Leaves out each choice that is made with another one: whatever is chosen there is among its own. */
export function smallest(changes: ChangeSet): ChangeSet {
  const options = changes.map((choice) => choice.map((option) => JSON.stringify(option)));
  const isWithin = (inner: number, outer: number) =>
    options[inner]?.every((option) => options[outer]?.includes(option) === true) === true;
  return changes.filter((_, at) =>
    changes.every((_, other) => other === at || !isWithin(other, at) || (isWithin(at, other) && at < other)),
  );
}

/** Leaves out the settings for which an edition has no word, and the sets that need one of them. */
export function sayable(sets: readonly ChangeSet[], policy: Policy): readonly ChangeSet[] {
  return sets
    .map((choices) => choices.map((choice) => choice.filter(({ setting }) => canSay(setting, policy))))
    .filter(canChange);
}

/** What one setting, or several that go together, could be otherwise, and what is decided by after that. */
export interface Step<State> {
  readonly changes: ChangeSet;
  readonly after: (state: State) => State;
}

/** Every choice of at most one step a setting, fewest steps first. */
function combinations<Of>(steps: readonly (readonly Of[])[]): readonly (readonly Of[])[] {
  let sets: readonly (readonly Of[])[] = [[]];
  for (const ofOne of steps) sets = sets.flatMap((set) => [set, ...ofOne.map((step) => [...set, step])]);
  return sets.toSorted((a, b) => a.length - b.length);
}

/**
 * Tries every combination of steps, of which there are few, and keeps the smallest that turn an
 * answer. `steps` has the alternatives of each setting.
 */
export function turningSteps<State>(
  steps: readonly (readonly Step<State>[])[],
  state: State,
  turns: (after: State) => boolean,
): readonly ChangeSet[] {
  const turning: (readonly Step<State>[])[] = [];
  for (const chosen of combinations(steps)) {
    if (turning.some((smaller) => smaller.every((step) => chosen.includes(step)))) continue;
    if (turns(chosen.reduce((changed, { after }) => after(changed), state))) turning.push(chosen);
  }
  return turning.map((chosen) => chosen.flatMap(({ changes }) => changes));
}
