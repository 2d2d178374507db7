import type { ToolSelectionConfig, ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import type { ToolsFrom } from "./access.ts";
import { configuredGroups } from "../access/channel-access.ts";
import type { Note } from "./meet.ts";
import { meetLists, meetRules, namesIn, rulesOf } from "./tools.ts";
import { compileToolList, pickToolLists } from "../tool/list.ts";
import { toolTables } from "../tool/groups.ts";
import { confinementOf, toolLayers, type LayerRequest, type ToolLayer } from "../tool/layers.ts";
import { compileToolRule, type ToolRule } from "../tool/tool-rule.ts";
import { sandboxTools } from "../tool/sandbox.ts";
import { resolveToolSettings } from "../tool/tool-settings.ts";
import { subagentTools } from "../tool/subagent.ts";

type Scope = string | undefined;

const nothingElse: Omit<LayerRequest, "settings" | "sandboxOf"> = {
  group: [],
  sender: [],
  sandboxed: false,
  subagent: "none",
};

function layersOf(scope: Scope, policy: Policy): readonly ToolRule[] {
  const settings = resolveToolSettings(scope, undefined, undefined, policy);
  return rulesOf(toolLayers({ ...nothingElse, settings, sandboxOf: scope }, policy), policy);
}

function selectionRules(
  selections: readonly (ToolSelectionConfig | null | undefined)[],
  policy: Policy,
): readonly ToolRule[] {
  return selections.flatMap((selection) => {
    const lists = selection ? pickToolLists({ config: selection, path: "" }) : undefined;
    return lists ? [compileToolRule(lists, policy)] : [];
  });
}

/** Every section of tools that a policy has, with the agent whose it is: everybody's, and each agent's. */
function sectionsOf(policy: Policy): readonly (readonly [string, ToolsConfig])[] {
  const agents = agentRoster(policy).agents.map(({ id, config }) => [id, config.tools] as const);
  return [["", policy.config.tools] as const, ...agents].flatMap(([id, tools]) =>
    tools === undefined ? [] : [[id, tools] as const],
  );
}

/** A part of the sections that is read beside the lists themselves. */
interface SidePart {
  readonly path: string;
  readonly written: (policy: Policy) => ReadonlyMap<string, unknown>;
  /** Every rule of the part, whenever it would apply. */
  readonly rules: (policy: Policy) => readonly ToolRule[];
}

function sidePart(
  name: "byProvider" | "toolsBySender",
  rulesIn: (selections: readonly ToolSelectionConfig[], policy: Policy) => readonly ToolRule[],
): SidePart {
  return {
    path: `tools.${name}`,
    written: (policy) => new Map(sectionsOf(policy).map(([id, tools]) => [id, tools[name]])),
    rules: (policy) => {
      const written = sectionsOf(policy).flatMap(([, tools]) => Object.values(tools[name] ?? {}));
      const selections = written.filter((selection) => selection !== null);
      return rulesIn(selections, policy);
    },
  };
}

type GroupSelection = readonly [channel: string, selection: ToolSelectionConfig | null | undefined];

function groupSelections(policy: Policy): readonly GroupSelection[] {
  return configuredGroups(policy.config).flatMap(({ channel, config: { tools, toolsBySender } }) =>
    [tools, ...Object.values(toolsBySender ?? {})].map((selection) => [channel, selection] as const),
  );
}

/** What sections with profiles say: the profile, extended by the list beside it where the two add up. */
function profileRules(selections: readonly ToolSelectionConfig[], policy: Policy): readonly ToolRule[] {
  const { profiles } = toolTables(policy);
  const addsUp = policy.behaviours.has("list-extends-profile");
  const beside = selections.map((selection) =>
    addsUp && selection.profile !== undefined ? { ...selection, allow: undefined } : selection,
  );
  const rules = selections.flatMap(({ profile, allow = [] }) => {
    const entries = profile === undefined ? undefined : profiles.get(profile);
    if (entries === undefined) return [];
    const sources = [entries, ...(addsUp ? [allow] : [])].map((list) => ({ entries: list, path: "" }));
    return [{ allow: compileToolList(sources, policy) }];
  });
  return [...rules, ...selectionRules(beside, policy)];
}

const providers = /* @__PURE__ */ sidePart("byProvider", profileRules);
const senders = /* @__PURE__ */ sidePart("toolsBySender", selectionRules);

const groups: SidePart = {
  path: "channels.<id>.groups.<id>.tools",
  written: (policy) =>
    new Map(groupSelections(policy).map(([channel, selection], index) => [`${channel} ${index}`, selection])),
  rules: (policy) =>
    selectionRules(
      groupSelections(policy).map(([, selection]) => selection),
      policy,
    ),
};

/** Which of two policies a part may be taken from as it is; `"neither"` where its rules must hold for everybody. */
function keeper(part: SidePart, a: Policy, b: Policy): ToolsFrom {
  const [ofA, ofB] = [a, b].map((policy) =>
    [...part.written(policy)].filter(([, written]) => written !== undefined),
  );
  if (ofB?.length === 0 || JSON.stringify(ofA) === JSON.stringify(ofB)) return "a";
  return ofA?.length === 0 ? "b" : "neither";
}

/** What both policies let each agent use. */
interface MetTools {
  /** For everybody, and for an agent by its id. */
  readonly toolsOf: (scope: Scope) => ToolsConfig;
  readonly groupsFrom: ToolsFrom;
}

function writesSandboxTools(policy: Policy): boolean {
  const scopes: readonly Scope[] = [undefined, ...agentRoster(policy).ids];
  return scopes.some((scope) => confinementOf(scope, policy).tools.length > 0);
}

function meetSandboxTools(scope: Scope, a: Policy, b: Policy, note: Note): ToolsConfig["sandbox"] {
  const readOnly = [a, b].filter((policy) => confinementOf(scope, policy).readOnly !== undefined);
  // Where both let the workspace be read alone, the sandbox of the ceiling says so, and no list need.
  if (!writesSandboxTools(a) && !writesSandboxTools(b) && readOnly.length !== 1) return undefined;
  const rules = [a, b].map((policy): ToolRule => sandboxTools(confinementOf(scope, policy), policy));
  const layers = rules.map((rule): ToolLayer => ({ name: "sandbox", path: "", rule }));
  const { allow, deny } = meetLists(rulesOf(layers, a), a, note);
  if (allow !== "all" && allow.length === 0) return { tools: { deny: ["*"] } };
  // Where denials add up, those that a release brings of itself need not be written, and would add to an agent's.
  const brought = (name: string) =>
    a.behaviours.has("sandbox-denials-add") &&
    rules.every(({ deny: list }) => list?.matchAll(name).some((path) => !path.endsWith("]")) === true);
  const denied = deny.filter((name) => !brought(name));
  return { tools: { allow: allow === "all" ? ["*"] : allow, ...(denied.length > 0 && { deny: denied }) } };
}

function meetSubagentTools(a: Policy, b: Policy, note: Note): ToolsConfig["subagents"] {
  const selections = [a, b].map(({ config }) => config.tools?.subagents?.tools);
  if (selections.every((selection) => selection === undefined)) return undefined;
  const rules = [a, b].map((policy) => compileToolRule(subagentTools(false, policy), policy));
  const { allow, deny } = meetLists(rules, a, note);
  // What one of them leaves to a sub-agent that may spawn, the other may deny to one that may not.
  const lists = [a, b].map((policy) => compileToolList(subagentTools(true, policy).deny ?? [], policy));
  const lifted = allow === "all" ? [] : lists.flatMap(namesIn).filter((name) => allow.includes(name));
  const denied = [...new Set([...deny, ...lifted])];
  if (allow !== "all" && allow.length === 0) return { tools: { deny: ["*"] } };
  return { tools: { ...(allow !== "all" && { allow }), ...(denied.length > 0 && { deny: denied }) } };
}

function agentTools(scope: Scope, policy: Policy): ToolsConfig | undefined {
  if (scope === undefined) return policy.config.tools;
  return agentRoster(policy).agents.find(({ id }) => id === scope)?.config.tools;
}

/** Meets the tools of two policies, scope by scope: everybody's, and each agent's that either names. */
export function meetTools(a: Policy, b: Policy, note: Note): MetTools {
  const parts = [providers, senders, groups].map((part) => ({ part, from: keeper(part, a, b) }));
  for (const { part, from } of parts)
    if (from === "neither") note(part.path, "they differ here, so what either denies is denied to everybody");
  const everywhere = parts.filter(({ from }) => from === "neither");
  const from = (part: SidePart) => parts.find((one) => one.part === part)?.from;
  const kept = (part: SidePart, scope: Scope): ToolsConfig | undefined =>
    from(part) === "a" ? agentTools(scope, a) : from(part) === "b" ? agentTools(scope, b) : undefined;
  return {
    groupsFrom: from(groups) ?? "a",
    toolsOf: (scope) => {
      const rules = [a, b].flatMap((policy) => [
        ...layersOf(scope, policy),
        ...everywhere.flatMap(({ part }) => part.rules(policy)),
      ]);
      const byProvider = kept(providers, scope)?.byProvider;
      const toolsBySender = kept(senders, scope)?.toolsBySender;
      const sandbox = meetSandboxTools(scope, a, b, note);
      const subagents = scope === undefined ? meetSubagentTools(a, b, note) : undefined;
      return {
        ...meetRules(rules, a, note),
        ...(byProvider && { byProvider }),
        ...(toolsBySender && { toolsBySender }),
        ...(sandbox && { sandbox }),
        ...(subagents && { subagents }),
      };
    },
  };
}
