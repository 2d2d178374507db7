import type { Behaviours } from "../../edition/edition.ts";
import { knownFacts, type ChangeSet, type SettingChange, turningSteps, type Step } from "../trace.ts";
import type { VisibilityFacts } from "./visibility-facts.ts";
import { judgeVisibility, type VisibilitySettings, type Visibility } from "./visibility-rule.ts";

/** How a decision about visibility came about. */
export interface VisibilityTrace {
  readonly facts: Partial<VisibilityFacts>;
  readonly settings: VisibilitySettings;
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** A change to one setting, and the settings after it. */
interface VisibilityStep extends Step {
  readonly after: Partial<VisibilitySettings>;
}

function step(change: SettingChange, after: Partial<VisibilitySettings>): VisibilityStep {
  return { changes: [[change]], after };
}

function visibilitySteps(visibility: Visibility, behaviours: Behaviours): readonly VisibilityStep[] {
  if (!behaviours.has("visibility-setting")) return [];
  return (["self", "tree", "agent", "all"] as const)
    .filter((other) => other !== visibility)
    .map((to) => step({ setting: "tools.sessions.visibility", to }, { visibility: to }));
}

/** For each setting that could be otherwise, what it could be. */
function stepsFrom(
  settings: VisibilitySettings,
  behaviours: Behaviours,
): readonly (readonly VisibilityStep[])[] {
  const sandbox = settings.sandbox === "spawned" ? "all" : "spawned";
  const agentToAgent = !settings.agentToAgent;
  const admitted = !settings.admitted;
  return [
    visibilitySteps(settings.visibility, behaviours),
    [step({ setting: "agents.defaults.sandbox.sessionToolsVisibility", to: sandbox }, { sandbox })],
    [step({ setting: "tools.agentToAgent.enabled", to: agentToAgent }, { agentToAgent })],
    [step({ setting: "tools.agentToAgent.allow", ...(admitted && { to: ["*"] }) }, { admitted })],
  ];
}

/** Tells what two sessions have to do with one another, and which settings would turn the answer. */
export function traceVisibility(
  settings: VisibilitySettings,
  facts: VisibilityFacts,
  behaviours: Behaviours,
): VisibilityTrace {
  const { allowed } = judgeVisibility(settings, facts, behaviours);
  const turns = (steps: readonly VisibilityStep[]) => {
    const after = steps.reduce((changed, { after }) => ({ ...changed, ...after }), settings);
    return judgeVisibility(after, facts, behaviours).allowed !== allowed;
  };
  return {
    facts: knownFacts(facts),
    settings,
    opposite: turningSteps(stepsFrom(settings, behaviours), turns),
  };
}
