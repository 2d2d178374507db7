import type { Policy } from "../../config/policy.ts";
import {
  type SandboxAction,
  type SandboxRequest,
  judgeSandbox,
  openNetwork,
  type SandboxSettings,
} from "./sandbox-rule.ts";
import { nearestSandbox, type SandboxField, type SandboxSection } from "../sandbox-settings.ts";
import { type ChangeSet, turningSteps, type Step } from "../trace.ts";
import { workspaceWriters } from "../tool/catalog.ts";
import { admittingSteps, denyingStep, type SandboxToolStep } from "../tool/sandbox.ts";
import { toolNames } from "../tool/tool-rule.ts";

/** How a decision about a sandbox came about. */
export interface SandboxTrace {
  /** Every word of the config on what was asked; of those on one field, the first holds. */
  readonly settings: readonly { readonly setting: string; readonly value: unknown }[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** A change, and the settings after it. */
interface SandboxStep extends Step {
  readonly after: (settings: SandboxSettings) => SandboxSettings;
}

const grants: Readonly<Record<Exclude<SandboxAction, "tool">, SandboxField>> = {
  "read-workspace": "workspaceAccess",
  "write-workspace": "workspaceAccess",
  network: "network",
};

const lists = ["allow", "alsoAllow", "deny"] as const;

/** Tells whether the access to the workspace decides about a tool. */
function isHeldToAccess(tool: string | undefined, policy: Policy): tool is string {
  return (
    tool !== undefined &&
    policy.behaviours.has("read-only-denies-writing") &&
    workspaceWriters.includes(toolNames(tool, undefined, policy).name)
  );
}

function words(
  { action, tool }: SandboxRequest,
  { sections, tools }: SandboxSettings,
  policy: Policy,
): SandboxTrace["settings"] {
  const ofTool = isHeldToAccess(tool, policy) ? "workspaceAccess" : undefined;
  const granted = action === "tool" ? ofTool : grants[action];
  const fields: readonly SandboxField[] = ["enabled", "mode", ...(granted ? [granted] : [])];
  const said = (path: string, name: string, value: unknown) =>
    value === undefined ? [] : [{ setting: `${path}.${name}`, value }];
  return [
    ...fields.flatMap((name) => sections.flatMap(({ config, path }) => said(path, name, config[name]))),
    ...(action === "tool"
      ? lists.flatMap((name) => tools.flatMap(({ config, path }) => said(path, name, config[name])))
      : []),
  ];
}

/** The step that writes a word, where there is one already or where the nearest would stand. */
function write<Name extends SandboxField>(
  name: Name,
  to: NonNullable<SandboxSection["config"][Name]>,
  { sections }: SandboxSettings,
): SandboxStep {
  const nearest = sections[0]?.path ?? "agents.defaults.sandbox";
  const setting = nearestSandbox(sections, name)?.path ?? `${nearest}.${name}`;
  const word: SandboxSection = { config: { [name]: to }, path: nearest };
  return {
    changes: [[{ setting, to }]],
    after: (settings) => ({ ...settings, sections: [word, ...settings.sections] }),
  };
}

function ofTools({ changes, after }: SandboxToolStep): SandboxStep {
  return { changes, after: (settings) => ({ ...settings, tools: after(settings.tools) }) };
}

/** For each setting that could be otherwise, what it could be. */
function stepsFrom(
  { action, tool }: SandboxRequest,
  settings: SandboxSettings,
  policy: Policy,
): readonly (readonly SandboxStep[])[] {
  const { sections } = settings;
  const enabled = nearestSandbox(sections, "enabled")?.value === true;
  const mode = nearestSandbox(sections, "mode")?.value ?? "off";
  const confining = [
    [write("enabled", !enabled, settings)],
    (["off", "all"] as const).filter((to) => to !== mode).map((to) => write("mode", to, settings)),
  ];
  switch (action) {
    case "read-workspace":
    case "write-workspace":
      return [
        ...confining,
        (["none", "ro", "rw"] as const).map((to) => write("workspaceAccess", to, settings)),
      ];
    case "network":
      return [...confining, ["none", openNetwork(policy)].map((to) => write("network", to, settings))];
    case "tool":
      if (tool === undefined) return confining;
      return [
        ...confining,
        isHeldToAccess(tool, policy)
          ? (["ro", "rw"] as const).map((to) => write("workspaceAccess", to, settings))
          : [],
        [ofTools(denyingStep(tool, settings.tools))],
        ...admittingSteps(toolNames(tool, undefined, policy), settings.tools, policy).map((steps) =>
          steps.map(ofTools),
        ),
      ];
  }
}

/** Tells which settings a decision about a sandbox comes from, and which would turn it. */
export function traceSandbox(
  request: SandboxRequest,
  settings: SandboxSettings,
  policy: Policy,
): SandboxTrace {
  const { allowed } = judgeSandbox(request, settings, policy);
  const turns = (steps: readonly SandboxStep[]) => {
    const after = steps.reduce((changed, { after }) => after(changed), settings);
    return judgeSandbox(request, after, policy).allowed !== allowed;
  };
  return {
    settings: words(request, settings, policy),
    opposite: turningSteps(stepsFrom(request, settings, policy), turns),
  };
}
