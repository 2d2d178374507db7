import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { toolTables } from "./groups.ts";
import { pickToolLists, type ToolMeanings, type ToolSection } from "./list.ts";
import { compileToolRule, type ToolRule, type ToolVerdict } from "./tool-rule.ts";
import { readOnlyWorkspace, sandboxSettings } from "../sandbox-settings.ts";
import { sandboxTools, type Confinement, type SandboxTools } from "./sandbox.ts";
import { sandboxSections, type AppliedProfile, type ToolSettings } from "./tool-settings.ts";
import { subagentTools } from "./subagent.ts";

/** The layers through which a tool must pass, in the order in which they are asked. */
export const toolLayerNames = [
  "profile",
  "provider-profile",
  "global",
  "global-provider",
  "agent",
  "agent-provider",
  "group",
  "sender",
  "sandbox",
  "subagent",
] as const;

/** The name of a layer. */
export type ToolLayerName = (typeof toolLayerNames)[number];

/** One layer that is in force. */
export interface ToolLayer {
  /** Which layer it is. */
  readonly name: ToolLayerName;
  /** Where it is configured. */
  readonly path: string;
  /** Its lists, made ready to be asked. */
  readonly rule: ToolRule;
  /** The section that is read, where the layer is one. */
  readonly section?: ToolSection;
  /** The profile that is applied, where the layer is one. */
  readonly profile?: AppliedProfile;
  /** From what the sandbox's lists are put together, where the layer is that. */
  readonly confined?: Confinement;
  /** The paths under which lists of the edition stand, which no setting writes. */
  readonly unwritten?: ReadonlySet<string>;
  /** The profile is of an unknown name, and its edition lets nothing through there. */
  readonly unknownProfile?: boolean;
}

/** What one layer says of a tool. */
export interface LayerVerdict {
  /** The layer. */
  readonly layer: ToolLayer;
  /** What it says of the tool, and why. */
  readonly verdict:
    | ToolVerdict
    | {
        /** The layer lets nothing through. */
        readonly allowed: false;
        /** Its profile has a name that the edition does not know. */
        readonly reason: "unknown-profile";
      };
}

/** What decides which layers are in force. */
export interface LayerRequest {
  /** The agent whose sandbox it is. */
  readonly sandboxOf: string | undefined;
  readonly settings: ToolSettings;
  /** The lists of the room, and those of the sender; all of them must let a tool through. */
  readonly group: readonly ToolSection[];
  readonly sender: readonly ToolSection[];
  readonly sandboxed: boolean;
  /** Whether the session is a sub-agent's, and whether it may spawn no further. */
  readonly subagent: "none" | "leaf" | "parent";
}

const compiled = /* @__PURE__ */ once(() => new Map<string, ToolLayer | null>());

function keep(key: string, policy: Policy, compile: () => ToolLayer | undefined): ToolLayer | undefined {
  const layers = compiled(policy);
  let layer = layers.get(key);
  if (layer === undefined) layers.set(key, (layer = compile() ?? null));
  return layer ?? undefined;
}

// From 2026.8.1 on, the layers read former names as those of today.
export const layerMeanings = /* @__PURE__ */ once(({ behaviours }: Policy): ToolMeanings => {
  if (!behaviours.has("tools-of-2026-8")) return new Map();
  return new Map([
    ["canvas", behaviours.has("canvas-means-both") ? ["canvas", "show_widget"] : ["show_widget"]],
    ["update_plan", ["progress_card"]],
  ]);
});

// The sandbox's lists are read last: former names that a group contains are among them.
const sandboxMeanings = /* @__PURE__ */ once((policy: Policy): ToolMeanings => {
  const meanings = layerMeanings(policy);
  const groups = Array.from(
    toolTables(policy).groups,
    ([group, tools]) => [group, tools.flatMap((tool) => meanings.get(tool) ?? [tool])] as const,
  );
  return new Map([...meanings, ...groups]);
});

/** What the sandbox lets through, as the layers read it. */
export function sandboxRule(confined: Confinement, policy: Policy): SandboxTools {
  return sandboxTools(confined, policy, sandboxMeanings(policy));
}

/** The layer that a section of a config makes; none where it lists nothing. */
export function sectionLayer(
  name: ToolLayerName,
  section: ToolSection | undefined,
  policy: Policy,
): ToolLayer | undefined {
  if (section === undefined) return undefined;
  const { path } = section;
  return keep(`${name} ${path}`, policy, () => {
    const picked = pickToolLists(section);
    return picked && { name, path, section, rule: compileToolRule(picked, policy, layerMeanings(policy)) };
  });
}

function profileLayer(
  name: ToolLayerName,
  profile: AppliedProfile | undefined,
  policy: Policy,
): ToolLayer | undefined {
  if (profile === undefined) return undefined;
  const { path, extensions } = profile;
  const places = [path, ...extensions.map((source) => source.path)];
  return keep(`${name} ${places.join(" ")}`, policy, () => {
    const { profiles } = toolTables(policy);
    const entries = profiles.get(profile.name);
    if (entries === undefined) {
      const refused = !profiles.has(profile.name) && policy.behaviours.has("unknown-profile-denies");
      return refused ? { name, path, profile, rule: {}, unknownProfile: true } : undefined;
    }
    const allow = [{ entries, path, builtIn: true }, ...extensions];
    return { name, path, profile, rule: compileToolRule({ allow }, policy, layerMeanings(policy)) };
  });
}

/** The layers that a config alone decides on. */
const settingLayers = /* @__PURE__ */ once((policy: Policy) =>
  once((settings: ToolSettings) =>
    [
      profileLayer("profile", settings.profile, policy),
      profileLayer("provider-profile", settings.providerProfile, policy),
      sectionLayer("global", settings.global, policy),
      sectionLayer("global-provider", settings.globalProvider, policy),
      sectionLayer("agent", settings.agent, policy),
      sectionLayer("agent-provider", settings.agentProvider, policy),
    ].filter((layer) => layer !== undefined),
  ),
);

/** What a config says of the tools of an agent's sandbox. */
export function confinementOf(agentId: string | undefined, policy: Policy): Confinement {
  return {
    tools: sandboxSections(agentId, policy),
    readOnly: readOnlyWorkspace(sandboxSettings(agentId, policy), policy),
  };
}

function sandboxLayer(agentId: string | undefined, policy: Policy): ToolLayer | undefined {
  const confined = confinementOf(agentId, policy);
  const places = [confined.readOnly, ...confined.tools.map(({ path }) => path)];
  return keep(`sandbox ${places.join(" ")}`, policy, () => {
    const { path, unwritten, ...rule } = sandboxRule(confined, policy);
    return { name: "sandbox", path, confined, unwritten, rule };
  });
}

function subagentLayer(subagent: "leaf" | "parent", policy: Policy): ToolLayer | undefined {
  const path = "tools.subagents.tools";
  return keep(`subagent ${subagent}`, policy, () => {
    const lists = subagentTools(subagent === "leaf", policy);
    const unwritten = new Set([`${path}.deny`, ...(lists.allow === undefined ? [path] : [])]);
    return { name: "subagent", path, unwritten, rule: compileToolRule(lists, policy, layerMeanings(policy)) };
  });
}

/** The layers that are in force. */
export function toolLayers(request: LayerRequest, policy: Policy): readonly ToolLayer[] {
  const { settings, group, sender, sandboxed, subagent, sandboxOf } = request;
  const layers = [
    ...group.map((section) => sectionLayer("group", section, policy)),
    ...sender.map((section) => sectionLayer("sender", section, policy)),
    sandboxed ? sandboxLayer(sandboxOf, policy) : undefined,
    subagent === "none" ? undefined : subagentLayer(subagent, policy),
  ];
  return [...settingLayers(policy)(settings), ...layers.filter((layer) => layer !== undefined)];
}
