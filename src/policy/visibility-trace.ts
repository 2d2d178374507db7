import type { Behaviours } from "../edition/edition.ts";
import { knownFacts } from "./known-facts.ts";
import type { ChangeSet, SettingChange } from "./setting-change.ts";
import type { VisibilityFacts } from "./visibility-facts.ts";
import { judgeVisibility, type VisibilitySettings } from "./visibility-rule.ts";
import type { Visibility } from "./visibility-setting.ts";

/** How a decision about visibility came about. */
export interface VisibilityTrace {
  readonly facts: Partial<VisibilityFacts>;
  readonly settings: VisibilitySettings;
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** A change to one setting, and the settings after it. */
interface Step {
  readonly change: SettingChange;
  readonly after: Partial<VisibilitySettings>;
}

function visibilitySteps(visibility: Visibility, behaviours: Behaviours): readonly Step[] {
  if (!behaviours.has("visibility-setting")) return [];
  return (["self", "tree", "agent", "all"] as const)
    .filter((other) => other !== visibility)
    .map((to) => ({ change: { setting: "tools.sessions.visibility", to }, after: { visibility: to } }));
}

/** For each setting that could be otherwise, what it could be. */
function stepsFrom(settings: VisibilitySettings, behaviours: Behaviours): readonly (readonly Step[])[] {
  const sandbox = settings.sandbox === "spawned" ? "all" : "spawned";
  const agentToAgent = !settings.agentToAgent;
  const admitted = !settings.admitted;
  return [
    visibilitySteps(settings.visibility, behaviours),
    [
      {
        change: { setting: "agents.defaults.sandbox.sessionToolsVisibility", to: sandbox },
        after: { sandbox },
      },
    ],
    [{ change: { setting: "tools.agentToAgent.enabled", to: agentToAgent }, after: { agentToAgent } }],
    [
      {
        change: { setting: "tools.agentToAgent.allow", ...(admitted && { to: ["*"] }) },
        after: { admitted },
      },
    ],
  ];
}

/** Every choice of at most one step a setting, fewest steps first. */
function combinations(steps: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  let sets: readonly (readonly Step[])[] = [[]];
  for (const ofOne of steps) sets = sets.flatMap((set) => [set, ...ofOne.map((step) => [...set, step])]);
  return sets.toSorted((a, b) => a.length - b.length);
}

/** Tries every combination of settings, of which there are few, and keeps the smallest that turn the answer. */
export function traceVisibility(
  settings: VisibilitySettings,
  facts: VisibilityFacts,
  behaviours: Behaviours,
): VisibilityTrace {
  const { allowed } = judgeVisibility(settings, facts, behaviours);
  const turning: (readonly Step[])[] = [];
  for (const steps of combinations(stepsFrom(settings, behaviours))) {
    if (turning.some((smaller) => smaller.every((step) => steps.includes(step)))) continue;
    const after = steps.reduce((changed, step) => ({ ...changed, ...step.after }), settings);
    if (judgeVisibility(after, facts, behaviours).allowed !== allowed) turning.push(steps);
  }
  return {
    facts: knownFacts(facts),
    settings,
    opposite: turning.map((steps) => steps.map(({ change }) => [change])),
  };
}
