import type { Policy } from "../config/policy.ts";
import type { SandboxAction, SandboxRequest } from "./sandbox-request.ts";
import { judgeSandbox, type SandboxSettings } from "./sandbox-rule.ts";
import { nearestSandbox, type SandboxField, type SandboxSection } from "./sandbox-settings.ts";
import type { ChangeSet } from "./setting-change.ts";
import { namingEntries, toolNames } from "./tool-rule.ts";
import { sandboxTools } from "./tool-sandbox.ts";
import type { ToolSection } from "./tool-section.ts";
import { turningSteps, type Step } from "./turning-steps.ts";

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

const grants: Readonly<Record<SandboxAction, SandboxField | undefined>> = {
  "read-workspace": "workspaceAccess",
  "write-workspace": "workspaceAccess",
  network: "network",
  tool: undefined,
};

const lists = ["allow", "alsoAllow", "deny"] as const;

function words(action: SandboxAction, { sections, tools }: SandboxSettings): SandboxTrace["settings"] {
  const granted = grants[action];
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

/** The step that adds a tool to a list: the nearest one of that name, or else of the nearest section. */
function add(name: "alsoAllow" | "deny", tool: string, { tools }: SandboxSettings): SandboxStep {
  const [nearest = { config: {}, path: "tools.sandbox.tools" }] = tools;
  const { config, path } = tools.find((section) => section.config[name] !== undefined) ?? nearest;
  const written = config[name] ?? [];
  const longer: ToolSection = { config: { ...config, [name]: [...written, tool] }, path };
  return {
    changes: [[{ setting: `${path}.${name}[${written.length}]`, to: tool }]],
    after: (settings) => {
      const others = settings.tools.map((section) =>
        section.path === path
          ? { ...section, config: { ...section.config, [name]: longer.config[name] } }
          : section,
      );
      return { ...settings, tools: tools.length === 0 ? [longer] : others };
    },
  };
}

/** The step that takes away the entries that deny a tool; none where nobody wrote one. */
function clear(tool: string, { tools }: SandboxSettings, policy: Policy): readonly SandboxStep[] {
  const names = toolNames(tool, undefined, policy);
  const entries = namingEntries(sandboxTools(tools, policy).deny, names, names.refusedWith);
  const written = entries.filter((entry) => entry.endsWith("]"));
  const cleared = ({ config, path }: ToolSection): ToolSection => {
    const { deny, ...rest } = config;
    const left = (deny ?? []).filter((_, index) => !written.includes(`${path}.deny[${index}]`));
    return { config: { ...rest, ...(left.length > 0 && { deny: left }) }, path };
  };
  if (written.length === 0) return [];
  return [
    {
      changes: written.map((setting) => [{ setting, to: null }]),
      after: (settings) => ({ ...settings, tools: settings.tools.map(cleared) }),
    },
  ];
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
      return [...confining, ["none", "open"].map((to) => write("network", to, settings))];
    case "tool":
      if (tool === undefined) return confining;
      return [
        ...confining,
        [add("deny", tool, settings)],
        clear(tool, settings, policy),
        [add("alsoAllow", tool, settings)],
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
    settings: words(request.action, settings),
    opposite: turningSteps(stepsFrom(request, settings, policy), turns),
  };
}
