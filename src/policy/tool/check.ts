import type { ToolSelectionConfig, ToolsConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import { didYouMean, hintAmong, nearest } from "../../config/nearest.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { configuredChannels } from "../access/channel-access.ts";
import { toolTables } from "./groups.ts";
import { compileToolList, toolName, type ToolSection } from "./list.ts";
import { senderKinds } from "./sender.ts";

const listNames = ["allow", "alsoAllow", "deny"] as const;

/** Names that a list may write and no group of the edition has. */
const pluginGroup = "group:plugins";

function checkName(entry: string, path: string, policy: Policy): readonly Issue[] {
  const { groups } = toolTables(policy);
  const name = toolName(entry, policy) ?? entry;
  if (groups.has(name) || name.includes("*")) return [];
  if (name.startsWith("group:"))
    return name === pluginGroup
      ? []
      : [
          {
            severity: "error",
            code: "unknown-group",
            path,
            message: `there is no group of tools named ${JSON.stringify(entry)}`,
            hint: hintAmong(name, [...groups.keys()]),
          },
        ];
  const tools = new Set([...groups.values()].flat());
  const meant = tools.has(name) ? undefined : nearest(name, tools);
  if (meant === undefined || meant === name) return [];
  const message = `${JSON.stringify(entry)} is no tool of OpenClaw's own`;
  return [{ severity: "warning", code: "unknown-tool", path, message, hint: didYouMean(meant) }];
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
  const entries = profile === undefined ? undefined : toolTables(policy).profiles.get(profile);
  if (profiled !== true || profile === undefined || entries === undefined || allow === undefined) return [];
  const [given, added] = [entries, allow].map((list) => compileToolList([{ entries: list, path }], policy));
  if (added?.names.some((name) => name === undefined || given?.match(name) === undefined) !== false)
    return [];
  const message = `adds nothing to the profile ${profile}, which has all of it`;
  const hint =
    "take it away; to allow these alone, take the profile away, or list what must not be used in `deny`";
  return [{ severity: "warning", code: "setting-without-effect", path: `${path}.allow`, message, hint }];
}

function checkSection(section: WrittenSection, policy: Policy): readonly Issue[] {
  const { config, path, sender } = section;
  const { profiles } = toolTables(policy);
  const { profile } = config;
  const issues: Issue[] = sender === undefined ? [] : [...checkSenderKey(sender, path, policy)];
  if (profile !== undefined && !profiles.has(profile))
    issues.push({
      severity: "error",
      code: "unknown-profile",
      path: `${path}.profile`,
      message: `there is no profile ${JSON.stringify(profile)}`,
      hint: hintAmong(profile, [...profiles.keys()]),
    });
  for (const name of listNames)
    for (const [index, entry] of (config[name] ?? []).entries())
      issues.push(...checkName(entry, `${path}.${name}[${index}]`, policy));
  return [...issues, ...checkAddition(section, policy)];
}

function byProvider(sections: ToolsConfig["byProvider"], path: string): readonly WrittenSection[] {
  return Object.entries(sections ?? {}).map(([name, config]) => ({
    config,
    path: extendPath(path, name),
    profiled: true,
  }));
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
  return [
    { config: tools, path, profiled: true },
    ...byProvider(tools.byProvider, `${path}.byProvider`),
    ...bySender(tools.toolsBySender, `${path}.toolsBySender`),
    ...one(tools.sandbox?.tools, `${path}.sandbox.tools`),
    ...one(tools.subagents?.tools, `${path}.subagents.tools`),
  ];
}

function channelSections({ config }: Policy): readonly WrittenSection[] {
  return [...configuredChannels(config)].flatMap(([channel, { accounts, groups }]) => {
    const path = extendPath("channels", channel);
    const places = [
      [groups, path] as const,
      ...Object.entries(accounts ?? {}).map(
        ([account, section]) => [section.groups, extendPath(`${path}.accounts`, account)] as const,
      ),
    ];
    return places.flatMap(([table, place]) =>
      Object.entries(table ?? {}).flatMap(([id, { tools, toolsBySender }]) => {
        const group = extendPath(`${place}.groups`, id);
        return [...one(tools, `${group}.tools`), ...bySender(toolsBySender, `${group}.toolsBySender`)];
      }),
    );
  });
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
    ...channelSections(policy),
  ].flatMap((section) => checkSection(section, policy));
}

/** Finds a key of `toolsBySender` that names a kind of sender, or a channel, that there is not. */
function checkSenderKey(key: string, path: string, { channels }: Policy): readonly Issue[] {
  const [kind = "", channel = ""] = key.split(":");
  if (!key.includes(":")) return [];
  const known = senderKinds.find((name) => name === kind.toLowerCase());
  const meant = known === undefined ? nearest(kind, senderKinds) : undefined;
  if (meant !== undefined)
    return [
      {
        severity: "error",
        code: "unknown-sender-kind",
        path,
        message: `${JSON.stringify(kind)} is no kind of sender`,
        hint: didYouMean(meant + key.slice(kind.length)),
      },
    ];
  const named = channel.trim().toLowerCase();
  if (known !== "channel" || channels === undefined) return [];
  if (channels.some((name) => name.toLowerCase() === named)) return [];
  return [
    {
      severity: "error",
      code: "unknown-channel",
      path,
      message: `the host has no channel ${JSON.stringify(channel)}`,
      hint: hintAmong(channel, channels),
    },
  ];
}
