import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { sandboxSettings } from "../sandbox-settings.ts";
import { compileToolList, type ToolListSource, type ToolSection } from "./list.ts";
import { providerCandidates, providerSections, type ProviderSections } from "./provider.ts";
import type { ToolsBySender } from "./sender.ts";

/** A profile that is in force. */
export interface AppliedProfile {
  readonly name: string;
  readonly path: string;
  /** The lists that extend it: `alsoAllow`, and under `2026-11` the `allow` beside it. */
  readonly extensions: readonly ToolListSource[];
}

/** The tool lists by sender in one section. */
export interface SenderSection {
  readonly bySender: ToolsBySender;
  readonly path: string;
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
  readonly senders: readonly SenderSection[];
  /** Whether the tool `gateway` may read the host's config (releases from 2026.9.5). */
  readonly gatewayConfigRead?: boolean;
}

interface Section {
  readonly config: ToolsConfig;
  readonly path: string;
  readonly providers: ProviderSections;
}

const sections = once((policy: Policy) => {
  const { config } = policy;
  const section = (tools: ToolsConfig | undefined, path: string): Section | undefined =>
    tools && {
      config: tools,
      path,
      providers: providerSections(tools.byProvider, `${path}.byProvider`, policy),
    };
  const agents = new Map<string, Section | undefined>();
  for (const { id, path, config: agent } of agentRoster(policy).agents)
    if (!agents.has(id)) agents.set(id, section(agent.tools, `${path}.tools`));
  return { global: section(config.tools, "tools"), agents };
});

function forProvider(section: Section | undefined, candidates: readonly string[]): ToolSection | undefined {
  for (const name of candidates) {
    const found = section?.providers.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const impliedBySection = [
  ["exec", ["exec", "process"]],
  ["fs", ["read", "write", "edit"]],
] as const;

function alsoAllowOf(sections: readonly (ToolSection | undefined)[]): readonly ToolListSource[] | undefined {
  const from = sections.find((section) => section?.config.alsoAllow !== undefined);
  if (from?.config.alsoAllow === undefined) return undefined;
  return [{ entries: from.config.alsoAllow, path: `${from.path}.alsoAllow` }];
}

function applied(
  sections: readonly (ToolSection | undefined)[],
  alsoAllow: readonly ToolListSource[] = [],
  addsUp: boolean,
): AppliedProfile | undefined {
  const from = sections.find((section) => section?.config.profile !== undefined);
  if (from?.config.profile === undefined) return undefined;
  const { profile: name, allow } = from.config;
  const beside = addsUp && allow !== undefined ? [{ entries: allow, path: `${from.path}.allow` }] : [];
  return { name, path: `${from.path}.profile`, extensions: [...alsoAllow, ...beside] };
}

/** What a section with a profile is as a layer: its `allow` belongs to the profile, and goes where that goes. */
function besideProfile<Of extends ToolSection>(section: Of | undefined): Of | undefined {
  if (section?.config.profile === undefined) return section;
  return { ...section, config: { ...section.config, allow: undefined } };
}

const restricting: ReadonlySet<string> = new Set(["minimal", "coding", "messaging"]);

function sendersOf(sections: readonly (Section | undefined)[], policy: Policy): readonly SenderSection[] {
  if (!policy.behaviours.has("sender-tool-layer")) return [];
  return sections.flatMap((section) => {
    const bySender = section?.config.toolsBySender;
    return section && bySender ? [{ bySender, path: `${section.path}.toolsBySender` }] : [];
  });
}

/** The sections of one agent and one provider, and those that hold for everybody. */
interface Combination {
  readonly agent: Section | undefined;
  readonly global: Section | undefined;
  readonly agentProvider: ToolSection | undefined;
  readonly globalProvider: ToolSection | undefined;
}

function combine(
  { agent, global, agentProvider, globalProvider }: Combination,
  policy: Policy,
): ToolSettings {
  const implied: ToolListSource[] = [];
  if (policy.behaviours.has("section-grants-tools"))
    for (const [name, tools] of impliedBySection) {
      const from = [agent, global].find((section) => section?.config[name] !== undefined);
      if (from !== undefined) implied.push({ entries: tools, path: `${from.path}.${name}` });
    }
  const written = alsoAllowOf([agent, global]);
  const alsoAllow = written || implied.length > 0 ? [...(written ?? []), ...implied] : undefined;
  const providerAlsoAllow = alsoAllowOf([agentProvider, globalProvider]);
  const addsUp = policy.behaviours.has("list-extends-profile");
  const profile = applied([agent, global], alsoAllow, addsUp);
  const providerProfile = applied([agentProvider, globalProvider], providerAlsoAllow, addsUp);
  const readsConfig = ({ name, extensions }: AppliedProfile) =>
    !restricting.has(name) || compileToolList(extensions, policy).match("gateway") !== undefined;
  const layer = (section: ToolSection | undefined) => (addsUp ? besideProfile(section) : section);
  const layers = {
    global: layer(global),
    globalProvider: layer(globalProvider),
    agent: layer(agent),
    agentProvider: layer(agentProvider),
  };
  return {
    ...(layers.global && { global: layers.global }),
    ...(layers.globalProvider && { globalProvider: layers.globalProvider }),
    ...(layers.agent && { agent: layers.agent }),
    ...(layers.agentProvider && { agentProvider: layers.agentProvider }),
    ...(profile && { profile }),
    ...(providerProfile && { providerProfile }),
    ...(alsoAllow && { alsoAllow }),
    ...(providerAlsoAllow && { providerAlsoAllow }),
    senders: sendersOf([agent, global], policy),
    ...(policy.behaviours.has("gateway-config-read") && {
      gatewayConfigRead: [profile, providerProfile].every((used) => used === undefined || readsConfig(used)),
    }),
  };
}

const combinations = once(() => new Map<string, ToolSettings>());

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
  const globalProvider = forProvider(global, candidates);
  const agentProvider = forProvider(agent, candidates);
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

/** The tool lists in the `sandbox` sections that hold for an agent. */
function sandboxToolSections(agentId: string | undefined, policy: Policy): readonly ToolSection[] {
  return sandboxSettings(agentId, policy).flatMap(({ config, path }) =>
    config.tools ? [{ config: config.tools, path: `${path}.tools` }] : [],
  );
}

/** The sections that say what a sandboxed session may use, the agent's own first. */
export function sandboxSections(agentId: string | undefined, policy: Policy): readonly ToolSection[] {
  const { global, agents } = sections(policy);
  const agent = agentId === undefined ? undefined : agents.get(agentId);
  const ofSandbox = policy.behaviours.has("sandbox-denials-add") ? sandboxToolSections(agentId, policy) : [];
  return [
    ...ofSandbox,
    ...[agent, global].flatMap((section) => {
      const config = section?.config.sandbox?.tools;
      return section && config ? [{ config, path: `${section.path}.sandbox.tools` }] : [];
    }),
  ];
}
