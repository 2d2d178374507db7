import type { ToolSelectionConfig, ToolsConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import { didYouMean, hintAmong, nearest } from "../../config/nearest.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { configuredGroups } from "../access/channel-access.ts";
import { mistake, warning } from "../issues.ts";
import { toolTables } from "./groups.ts";
import { compileToolList, toolName, type ToolSection } from "./list.ts";
import { senderKinds } from "./chat-tools.ts";
import { lowerCase } from "../../edition/lower-case.ts";

const listNames = ["allow", "alsoAllow", "deny"] as const;

/** Names that a list may write and no group of the edition has. */
const pluginGroup = "group:plugins";

function checkName(entry: string, path: string, policy: Policy): readonly Issue[] {
  const { groups } = toolTables(policy);
  const name = toolName(entry, policy) ?? entry;
  if (groups.has(name) || name.includes("*")) return [];
  if (name.startsWith("group:")) {
    const message = `there is no group of tools named ${JSON.stringify(entry)}`;
    const hint = hintAmong(name, [...groups.keys()]);
    return name === pluginGroup ? [] : [mistake("unknown-group", path, message, hint)];
  }
  const tools = new Set([...groups.values()].flat());
  const meant = tools.has(name) ? undefined : nearest(name, tools);
  if (meant === undefined) return [];
  const message = `${JSON.stringify(entry)} is not one of OpenClaw's own tools`;
  return [warning("unknown-tool", path, message, didYouMean(meant))];
}

/** A section as it is written; one for a sender stands under a key. */
interface WrittenSection extends ToolSection {
  readonly sender?: string;
  /** Whether a profile is read there. */
  readonly profiled?: true;
}

/** Whoever writes a list beside a profile means to change something: to add, or to cut the profile down. */
function checkAddition({ config, path, profiled }: WrittenSection, policy: Policy): readonly Issue[] {
  const { allow, profile } = config;
  if (profiled !== true || profile === undefined || allow === undefined) return [];
  const entries = toolTables(policy).profiles.get(profile);
  if (entries === undefined) return [];
  const given = compileToolList([{ entries, path }], policy);
  const added = compileToolList([{ entries: allow, path }], policy);
  if (added.names.some((name) => name === undefined || given.match(name) === undefined)) return [];
  const message = `adds nothing to the profile ${profile}, which already has all of it`;
  const hint = "remove it; to allow only these, remove the profile, or list what must not be used in `deny`";
  return [warning("setting-without-effect", `${path}.allow`, message, hint)];
}

function checkSection(section: WrittenSection, policy: Policy): readonly Issue[] {
  const { config, path, sender } = section;
  const { profiles } = toolTables(policy);
  const { profile } = config;
  const issues: Issue[] = sender === undefined ? [] : [...checkSenderKey(sender, path, policy)];
  if (profile !== undefined && !profiles.has(profile)) {
    const message = `there is no profile ${JSON.stringify(profile)}`;
    const hint = hintAmong(profile, [...profiles.keys()]);
    issues.push(mistake("unknown-profile", `${path}.profile`, message, hint));
  }
  for (const name of listNames)
    for (const [index, entry] of (config[name] ?? []).entries())
      issues.push(...checkName(entry, `${path}.${name}[${index}]`, policy));
  return [...issues, ...checkAddition(section, policy)];
}

function bySender(sections: ToolsConfig["toolsBySender"], path: string): readonly WrittenSection[] {
  return Object.entries(sections ?? {}).map(([sender, config]) => ({
    // A sender of whom nothing is said still has a name.
    config: config ?? {},
    path: extendPath(path, sender),
    sender,
  }));
}

function one(config: ToolSelectionConfig | undefined, path: string): readonly ToolSection[] {
  return config === undefined ? [] : [{ config, path }];
}

function sectionsOf(tools: ToolsConfig | undefined, path: string): readonly WrittenSection[] {
  if (tools === undefined) return [];
  const byProvider = Object.entries(tools.byProvider ?? {}).map(([name, config]) => ({
    config,
    path: extendPath(`${path}.byProvider`, name),
  }));
  return [
    ...[{ config: tools, path }, ...byProvider].map((section) => ({ ...section, profiled: true }) as const),
    ...bySender(tools.toolsBySender, `${path}.toolsBySender`),
    ...one(tools.sandbox?.tools, `${path}.sandbox.tools`),
    ...one(tools.subagents?.tools, `${path}.subagents.tools`),
  ];
}

/** Finds what a config says about tools and cannot mean. */
export function checkTools(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("strict-settings")) return [];
  const { agents, tools } = policy.config;
  return [
    ...sectionsOf(tools, "tools"),
    ...one(agents?.defaults?.sandbox?.tools, "agents.defaults.sandbox.tools"),
    ...agentRoster(policy).agents.flatMap(({ config, path }) => [
      ...sectionsOf(config.tools, `${path}.tools`),
      ...one(config.sandbox?.tools, `${path}.sandbox.tools`),
    ]),
    ...configuredGroups(policy.config).flatMap(({ config, path }) => [
      ...one(config.tools, `${path}.tools`),
      ...bySender(config.toolsBySender, `${path}.toolsBySender`),
    ]),
  ].flatMap((section) => checkSection(section, policy));
}

/** Finds a key of `toolsBySender` that names a kind of sender, or a channel, that there is not. */
function checkSenderKey(key: string, path: string, { channels }: Policy): readonly Issue[] {
  const [kind = "", channel = ""] = key.split(":");
  if (!key.includes(":")) return [];
  const known = senderKinds.find((name) => name === lowerCase(kind));
  const meant = known === undefined ? nearest(kind, senderKinds) : undefined;
  if (meant !== undefined) {
    const message = `${JSON.stringify(kind)} is not a kind of sender`;
    return [mistake("unknown-sender-kind", path, message, didYouMean(meant + key.slice(kind.length)))];
  }
  const named = lowerCase(channel.trim());
  if (known !== "channel" || channels === undefined) return [];
  if (channels.some((name) => lowerCase(name) === named)) return [];
  const message = `the host has no channel ${JSON.stringify(channel)}`;
  return [mistake("unknown-channel", path, message, hintAmong(channel, channels))];
}
