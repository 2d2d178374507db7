import type { Policy } from "../../config/policy.ts";
import { canChange, change, turningSteps, type ChangeSet, type SettingChoice, type Step } from "../trace.ts";
import { admittingSteps, type Confinement } from "./sandbox.ts";
import { sandboxRule, type LayerVerdict, type ToolLayer } from "./layers.ts";
import { judgeTool, namingEntries, type ToolNames } from "./tool-rule.ts";
import type { AppliedProfile } from "./tool-settings.ts";

/** The entries of a layer's deny list that deny a tool. */
export function denyingEntries({ rule }: ToolLayer, tool: ToolNames): readonly string[] {
  return rule.deny === undefined ? [] : namingEntries(rule.deny, tool, tool.refusedWith);
}

/** The entry that the next name would be by which a profile is extended. */
function nextExtension({ path, extensions }: AppliedProfile): string {
  const written = extensions.find((source) => source.builtIn !== true);
  if (written !== undefined) return `${written.path}[${written.entries.length}]`;
  return `${path.slice(0, -".profile".length)}.alsoAllow[0]`;
}

/** Ways to have a layer list a tool; none where the config has no word for it. */
function list(
  { section, profile, unknownProfile, name }: ToolLayer,
  tool: string,
  policy: Policy,
): SettingChoice {
  if (unknownProfile === true && profile !== undefined) return change(profile.path, "full");
  if (profile !== undefined) return change(nextExtension(profile), tool);
  if (section !== undefined)
    return change(`${section.path}.allow[${section.config.allow?.length ?? 0}]`, tool);
  if (name === "subagent") {
    const allow = policy.config.tools?.subagents?.tools?.allow ?? [];
    return change(`tools.subagents.tools.allow[${allow.length}]`, tool);
  }
  return [];
}

/** The ways in which a layer that objects would let a tool through; none where the config has no word for it. */
function admit({ layer, verdict }: LayerVerdict, tool: ToolNames, policy: Policy): readonly ChangeSet[] {
  if (verdict.allowed) return [[]];
  const { confined } = layer;
  if (confined === undefined) return [admitByList(layer, tool, policy)].filter(canChange);
  return turningSteps(
    openingSteps(tool, confined, policy),
    confined,
    (after) => judgeTool(tool, sandboxRule(after, policy), policy).allowed,
  );
}

/** What may have a sandbox let a tool through: its lists, and the access to its workspace. */
function openingSteps(
  tool: ToolNames,
  { tools, readOnly }: Confinement,
  policy: Policy,
): readonly (readonly Step<Confinement>[])[] {
  const byLists = admittingSteps(tool, tools, policy);
  if (readOnly === undefined) return byLists;
  const open: Step<Confinement> = {
    changes: [change(readOnly, "rw")],
    after: (confined) => ({ tools: confined.tools }),
  };
  return [[open], ...byLists];
}

function admitByList(layer: ToolLayer, tool: ToolNames, policy: Policy): ChangeSet {
  // An entry that the release brings has no place in the config: it cannot be taken away.
  const cleared = denyingEntries(layer, tool).map((entry): SettingChoice =>
    entry.endsWith("]") ? [{ setting: entry, to: null }] : [],
  );
  const { allow } = layer.rule;
  const listed =
    layer.unknownProfile !== true && judgeTool(tool, { ...(allow && { allow }) }, policy).allowed;
  return listed ? cleared : [...cleared, list(layer, tool.name, policy)];
}

/** The lists that could deny a tool which every layer lets through. */
function refuse(verdicts: readonly LayerVerdict[], tool: string, policy: Policy): readonly ChangeSet[] {
  const sections = verdicts.flatMap(({ layer }) => (layer.section === undefined ? [] : [layer.section]));
  const places = new Map([["tools", policy.config.tools?.deny?.length ?? 0]]);
  for (const { config, path } of sections) places.set(path, config.deny?.length ?? 0);
  return [...places].map(([path, next]) => [change(`${path}.deny[${next}]`, tool)]);
}

/** Every smallest set of settings that would have to change for the opposite answer. */
export function oppositeTool(
  tool: ToolNames,
  verdicts: readonly LayerVerdict[],
  policy: Policy,
): readonly ChangeSet[] {
  if (verdicts.every(({ verdict }) => verdict.allowed)) return refuse(verdicts, tool.name, policy);
  return verdicts.reduce<readonly ChangeSet[]>(
    (sets, verdict) =>
      sets.flatMap((set) => admit(verdict, tool, policy).map((changes) => [...set, ...changes])),
    [[]],
  );
}
