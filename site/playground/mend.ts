import type { audit, editSource, Finding } from "keyscope/analysis";
import { outcomeOf } from "./outcome.ts";
import { play, type Played } from "./play.ts";
import { worldOf } from "./remarks.ts";
import type { State } from "./state.ts";

/** The analyses that mending needs. */
export interface Mending {
  readonly audit: typeof audit;
  readonly editSource: typeof editSource;
}

/** A state once a finding is mended, and the finding. */
export interface Mended {
  readonly state: State;
  readonly finding: Finding;
}

/** What an audit finds of a config, and of who the script shows to be there. */
export function findingsOf(
  { moments, policy }: Played,
  { audit }: Pick<Mending, "audit">,
): readonly Finding[] {
  return policy === undefined
    ? []
    : audit(policy, worldOf(moments.filter((moment) => moment.kind === "said")));
}

/** Makes a finding's fix in the text of a config; its comments stay. */
export function withFix(
  config: string,
  { fix }: Pick<Finding, "fix">,
  { editSource }: Pick<Mending, "editSource">,
): string {
  return editSource(config, fix.changes) ?? config;
}

/** The first finding whose fix ends the leak that a script shows; undefined where none does. */
export function mendLeak(state: State, played: Played, analyses: Mending): Mended | undefined {
  for (const finding of findingsOf(played, analyses)) {
    if (finding.fix.changes.length === 0) continue;
    const config = withFix(state.config, finding, analyses);
    if (config === state.config) continue;
    const after = { ...state, config };
    const { here } = play(after);
    if (here.policy !== undefined && outcomeOf(here).kind !== "leak") return { state: after, finding };
  }
  return undefined;
}
