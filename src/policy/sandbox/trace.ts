import type { Policy } from "../../config/policy.ts";
import {
  containerSections,
  holdsToolsToAccess,
  sandboxScope,
  sharedSandbox,
  writtenNetwork,
  type SandboxSection,
} from "../sandbox-settings.ts";
import { nearest } from "../section.ts";
import { change, sayable, turningSteps, type ChangeSet, type Step } from "../trace.ts";
import { workspaceWriters } from "../tool/catalog.ts";
import { admittingSteps, denyingStep } from "../tool/sandbox.ts";
import { toolNames } from "../tool/tool-rule.ts";
import { judgeSandbox, openNetwork, type SandboxRequest, type SandboxSettings } from "./sandbox-rule.ts";

/** How a decision about a sandbox came about. */
export interface SandboxTrace {
  /** Every word of the config on what was asked; of those on one field, the first holds. */
  readonly settings: readonly {
    /** The path of the setting. */
    readonly setting: string;
    /** What is written there. */
    readonly value: unknown;
  }[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

type SandboxField = "enabled" | "mode" | "workspaceAccess" | "network";

/** The field of a sandbox that grants what is asked, and the words that it may say if it has any; undefined where none does. */
function granting(
  { action, tool }: SandboxRequest,
  policy: Policy,
): { readonly field: SandboxField; readonly words?: readonly string[] } | undefined {
  if (action === "network") return { field: "network" };
  if (action !== "tool") return { field: "workspaceAccess", words: ["none", "ro", "rw"] };
  if (tool === undefined || !holdsToolsToAccess(policy)) return undefined;
  const writes = workspaceWriters.includes(toolNames(tool, undefined, policy).name);
  return writes ? { field: "workspaceAccess", words: ["ro", "rw"] } : undefined;
}

function saidBy(
  request: SandboxRequest,
  { sections, tools }: SandboxSettings,
  policy: Policy,
): SandboxTrace["settings"] {
  const granted = granting(request, policy);
  const fields: readonly SandboxField[] = ["enabled", "mode", ...(granted ? [granted.field] : [])];
  const containers = granted?.field === "network" ? containerSections(sections) : [];
  const lists = request.action === "tool" ? (["allow", "alsoAllow", "deny"] as const) : [];
  const said = (path: string, name: string, value: unknown) =>
    value === undefined ? [] : [{ setting: `${path}.${name}`, value }];
  return [
    ...fields.flatMap((name) => sections.flatMap(({ config, path }) => said(path, name, config[name]))),
    ...containers.flatMap(({ config, path }) => said(path, "network", config.network)),
    ...lists.flatMap((name) => tools.flatMap(({ config, path }) => said(path, name, config[name]))),
  ];
}

/** The step that writes a network, by the word or the name that stands in its place. */
function writeNetwork(
  to: "none" | "open",
  { sections }: SandboxSettings,
  policy: Policy,
): Step<SandboxSettings> {
  const nearestPath = sections[0]?.path ?? sharedSandbox;
  const place = sandboxScope(sections) === "shared" ? sharedSandbox : nearestPath;
  const hasWords = policy.behaviours.has("sandbox-network-words");
  const unwritten = hasWords ? `${nearestPath}.network` : `${place}.docker.network`;
  const setting = writtenNetwork(sections)?.path ?? unwritten;
  const open = setting.endsWith(".docker.network") ? "bridge" : openNetwork(policy);
  const network = to === "none" ? to : open;
  // A word comes before every name; of each the reach is told alike.
  const word = { config: { network }, path: nearestPath } as SandboxSection;
  return {
    changes: [change(setting, network)],
    after: (settings) => ({ ...settings, sections: [word, ...settings.sections] }),
  };
}

/** The step that writes a word, where there is one already or where the nearest would stand. */
function write(
  name: SandboxField,
  to: string | boolean,
  { sections }: SandboxSettings,
): Step<SandboxSettings> {
  const path = sections[0]?.path ?? sharedSandbox;
  const word: SandboxSection = { config: { [name]: to }, path };
  return {
    changes: [change(nearest(sections, name)?.path ?? `${path}.${name}`, to)],
    after: (settings) => ({ ...settings, sections: [word, ...settings.sections] }),
  };
}

/** For each setting that could be otherwise, what it could be. */
function stepsFrom(
  request: SandboxRequest,
  settings: SandboxSettings,
  policy: Policy,
): readonly (readonly Step<SandboxSettings>[])[] {
  const { action, tool } = request;
  const { sections, tools } = settings;
  const enabled = nearest(sections, "enabled")?.value === true;
  const granted = granting(request, policy);
  const byLists =
    action === "tool" && tool !== undefined
      ? [[denyingStep(tool, tools)], ...admittingSteps(toolNames(tool, undefined, policy), tools, policy)]
      : [];
  return [
    [write("enabled", !enabled, settings)],
    ["off", "all"].map((to) => write("mode", to, settings)),
    action === "network"
      ? (["none", "open"] as const).map((to) => writeNetwork(to, settings, policy))
      : (granted?.words?.map((to) => write(granted.field, to, settings)) ?? []),
    ...byLists,
  ];
}

/** Tells which settings a decision about a sandbox comes from, and which would turn it. */
export function traceSandbox(
  request: SandboxRequest,
  settings: SandboxSettings,
  policy: Policy,
): SandboxTrace {
  const lets = (those: SandboxSettings) => judgeSandbox(request, those, policy).allowed;
  const turns = (after: SandboxSettings) => lets(after) !== lets(settings);
  return {
    settings: saidBy(request, settings, policy),
    opposite: sayable(turningSteps(stepsFrom(request, settings, policy), settings, turns), policy),
  };
}
