import type { Behaviours } from "../../edition/edition.ts";
import { definedFields } from "../section.ts";
import { turningSteps, type ChangeSet, type SettingChange, type Step } from "../trace.ts";
import type { VisibilityFacts } from "./visibility-facts.ts";
import { judgeVisibility, visibilityLevels, type VisibilitySettings } from "./visibility-rule.ts";

/** How a decision about visibility came about. */
export interface VisibilityTrace {
  /** What the two sessions have to do with one another, as far as it was asked. */
  readonly facts: Partial<VisibilityFacts>;
  /** What the config, or its default, says of visibility. */
  readonly settings: VisibilitySettings;
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

function step(change: SettingChange, to: Partial<VisibilitySettings>): Step<VisibilitySettings> {
  return { changes: [[change]], after: (settings) => ({ ...settings, ...to }) };
}

/** For each setting that could be otherwise, what it could be. */
function stepsFrom(
  settings: VisibilitySettings,
  behaviours: Behaviours,
): readonly (readonly Step<VisibilitySettings>[])[] {
  const levels = behaviours.has("visibility-setting") ? visibilityLevels : [];
  const sandbox = settings.sandbox === "spawned" ? "all" : "spawned";
  const agentToAgent = !settings.agentToAgent;
  const admitted = !settings.admitted;
  return [
    levels.map((to) => step({ setting: "tools.sessions.visibility", to }, { visibility: to })),
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
  const allows = (those: VisibilitySettings) => judgeVisibility(those, facts, behaviours).allowed;
  const turns = (after: VisibilitySettings) => allows(after) !== allows(settings);
  return {
    facts: definedFields(facts),
    settings,
    opposite: turningSteps(stepsFrom(settings, behaviours), settings, turns),
  };
}
