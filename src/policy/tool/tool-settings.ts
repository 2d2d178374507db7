import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { sandboxSettings } from "../sandbox-settings.ts";
import { definedFields, firstFound, nearest, type Section, type Setting } from "../section.ts";
import { compileToolList, listsOf, type ToolListSource, type ToolSection } from "./list.ts";
import { providerCandidates, providerSections, type ProviderSections } from "./provider.ts";
import type { ToolsBySender } from "./chat-tools.ts";

/** A profile that is in force. */
export interface AppliedProfile {
  /** The name of the profile: `minimal`, `coding`, … */
  readonly name: string;
  /** The setting that names it. */
  readonly path: string;
  /** The lists that extend it: `alsoAllow`, and under `2026-11` the `allow` beside it. */
  readonly extensions: readonly ToolListSource[];
}

/** The sections of a config that hold for one agent and one provider. */
export interface ToolSettings {
  readonly global?: ToolSection;
  readonly globalProvider?: ToolSection;
  readonly agent?: ToolSection;
  readonly agentProvider?: ToolSection;
  readonly profile?: AppliedProfile;
  readonly providerProfile?: AppliedProfile;
  /** What would extend a profile, though none is in force. */
  readonly alsoAllow?: readonly ToolListSource[];
  readonly providerAlsoAllow?: readonly ToolListSource[];
  /** The tool lists by sender, the agent's own first; releases up to 2026.5.7 read none. */
  readonly senders: readonly Setting<ToolsBySender>[];
  /** Whether the tool `gateway` may read the host's config (releases from 2026.9.5). */
  readonly gatewayConfigRead?: boolean;
}

interface WrittenTools extends Section<ToolsConfig> {
  readonly providers: ProviderSections;
}

const sections = /* @__PURE__ */ once((policy: Policy) => {
  const { config } = policy;
  const section = (tools: ToolsConfig | undefined, path: string): WrittenTools | undefined =>
    tools && {
      config: tools,
      path,
      providers: providerSections(tools.byProvider, `${path}.byProvider`, policy),
    };
  const agents = new Map<string, WrittenTools | undefined>();
  for (const { id, path, config: agent } of agentRoster(policy).agents)
    if (!agents.has(id)) agents.set(id, section(agent.tools, `${path}.tools`));
  const sandboxLists = policy.behaviours.has("sandbox-denials-add");
  return { global: section(config.tools, "tools"), agents, sandboxLists };
});

const impliedBySection = [
  ["exec", ["exec", "process"]],
  ["fs", ["read", "write", "edit"]],
] as const;

function applied(
  sections: readonly (ToolSection | undefined)[],
  alsoAllow: readonly ToolListSource[],
  addsUp: boolean,
): AppliedProfile | undefined {
  const from = sections.find((section) => section?.config.profile !== undefined);
  if (from?.config.profile === undefined) return undefined;
  const beside = addsUp ? listsOf([from], "allow") : [];
  return { name: from.config.profile, path: `${from.path}.profile`, extensions: [...alsoAllow, ...beside] };
}

/** What a section with a profile is as a layer: its `allow` belongs to the profile, and goes where that goes. */
function besideProfile<Of extends ToolSection>(section: Of | undefined): Of | undefined {
  if (section?.config.profile === undefined) return section;
  return { ...section, config: { ...section.config, allow: undefined } };
}

const restricting: ReadonlySet<string> = new Set(["minimal", "coding", "messaging"]);

/** The sections of one agent and one provider, and those that hold for everybody. */
interface Combination {
  readonly agent: WrittenTools | undefined;
  readonly global: WrittenTools | undefined;
  readonly agentProvider: ToolSection | undefined;
  readonly globalProvider: ToolSection | undefined;
}

function combine(
  { agent, global, agentProvider, globalProvider }: Combination,
  policy: Policy,
): ToolSettings {
  const { behaviours } = policy;
  const own = [agent, global];
  const ofProvider = [agentProvider, globalProvider];
  const implied = behaviours.has("section-grants-tools")
    ? impliedBySection.flatMap(([name, entries]) => {
        const written = nearest(own, name);
        return written === undefined ? [] : [{ entries, path: written.path, builtIn: true }];
      })
    : [];
  const alsoAllow = [...listsOf(own, "alsoAllow").slice(0, 1), ...implied];
  const providerAlsoAllow = listsOf(ofProvider, "alsoAllow").slice(0, 1);
  const addsUp = behaviours.has("list-extends-profile");
  const profile = applied(own, alsoAllow, addsUp);
  const providerProfile = applied(ofProvider, providerAlsoAllow, addsUp);
  const readsConfig = (used: AppliedProfile | undefined) =>
    used === undefined ||
    !restricting.has(used.name) ||
    compileToolList(used.extensions, policy).match("gateway") !== undefined;
  const layer = (section: ToolSection | undefined) => (addsUp ? besideProfile(section) : section);
  return {
    ...definedFields({
      global: layer(global),
      globalProvider: layer(globalProvider),
      agent: layer(agent),
      agentProvider: layer(agentProvider),
      profile,
      providerProfile,
      alsoAllow: alsoAllow.length > 0 ? alsoAllow : undefined,
      providerAlsoAllow: providerAlsoAllow.length > 0 ? providerAlsoAllow : undefined,
      gatewayConfigRead: behaviours.has("gateway-config-read")
        ? readsConfig(profile) && readsConfig(providerProfile)
        : undefined,
    }),
    senders: (behaviours.has("sender-tool-layer") ? own : [])
      .map((section) => nearest([section], "toolsBySender"))
      .filter((lists) => lists !== undefined),
  };
}

const combinations = /* @__PURE__ */ once(() => new Map<string, ToolSettings>());

/** The sections for an agent and a provider: the agent's own before those that hold for everybody. */
export function resolveToolSettings(
  agentId: string | undefined,
  provider: string | undefined,
  model: string | undefined,
  policy: Policy,
): ToolSettings {
  const { global, agents } = sections(policy);
  const agent = agentId === undefined ? undefined : agents.get(agentId);
  const candidates = providerCandidates(provider, model, policy);
  const globalProvider = firstFound(candidates, (name) => global?.providers.get(name));
  const agentProvider = firstFound(candidates, (name) => agent?.providers.get(name));
  // There are as many as the config has agents and providers, whatever requests name.
  const known = combinations(policy);
  const ofProvider = agentProvider !== undefined || globalProvider !== undefined;
  const place = agent?.path ?? "";
  const places = ofProvider ? `${place} ${agentProvider?.path} ${globalProvider?.path}` : place;
  let settings = known.get(places);
  if (settings === undefined)
    known.set(places, (settings = combine({ agent, global, agentProvider, globalProvider }, policy)));
  return settings;
}

/** The sections that say what a sandboxed session may use, the agent's own first. */
export function sandboxSections(agentId: string | undefined, policy: Policy): readonly ToolSection[] {
  const { global, agents, sandboxLists } = sections(policy);
  const agent = agentId === undefined ? undefined : agents.get(agentId);
  const ofSandbox = sandboxLists ? sandboxSettings(agentId, policy) : [];
  return [
    ...ofSandbox.flatMap(({ config, path }) =>
      config.tools ? [{ config: config.tools, path: `${path}.tools` }] : [],
    ),
    ...[agent, global].flatMap((section) => {
      const config = section?.config.sandbox?.tools;
      return section && config ? [{ config, path: `${section.path}.sandbox.tools` }] : [];
    }),
  ];
}
