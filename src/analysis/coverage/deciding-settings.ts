import { knowsOf } from "../../config/keys/knows.ts";
import { notRead } from "../../config/keys/not-read.ts";
import { patternsOf, type Patterns, type Steps } from "../../config/patterns.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { valueAt } from "../audit/apply-fix.ts";
import type { QuestionKind } from "../question.ts";

/** What settings decide about; of rules, bindings and resets there are other parts. */
export type SettingKind = Extract<
  QuestionKind,
  "access" | "command" | "exec" | "sandbox" | "tool" | "visibility"
>;

/**
 * The settings that decide beside rules, bindings and rooms, and what they decide about. What shapes the decisions of others
 * and is named by none is not among them: `sandbox.scope`, `exec.safeBinTrustedDirs`, `commands.useAccessGroups`.
 */
const decidingSettings: readonly (readonly [patterns: string, kinds: readonly SettingKind[]])[] = [
  [
    "channel.{enabled,dmPolicy,allowFrom,groupPolicy,groupAllowFrom,groupSenderAllowFrom,requireMention,allowBots} channel.dm.{enabled,policy,allowFrom,groupEnabled,groupChannels} channels.defaults.groupPolicy",
    ["access"],
  ],
  ["accessGroups.*", ["access", "command"]],
  ["commands.ownerAllowFrom commands.allowFrom.*", ["command"]],
  ["anyTools.{profile,allow,alsoAllow,deny,byProvider.*,toolsBySender.*}", ["tool"]],
  ["tools.subagents.tools.{allow,alsoAllow,deny}", ["tool"]],
  ["{anyTools,agent}.sandbox.tools.{allow,alsoAllow,deny}", ["tool", "sandbox"]],
  ["anyTools.exec.{mode,host,security,ask,safeBins,strictInlineEval}", ["exec"]],
  ["anyTools.exec.approvals.{enabled,policy,allowlist}", ["exec"]],
  ["anyTools.elevated.{enabled,allowFrom.*} channels.*.execApprovals", ["exec"]],
  ["agent.sandbox.{enabled,mode,workspaceAccess,network,docker.network}", ["sandbox"]],
  [
    "tools.sessions.visibility tools.agentToAgent.{enabled,allow} agents.defaults.sandbox.sessionToolsVisibility",
    ["visibility"],
  ],
];

/** A setting that a config writes, and whose it is. */
export interface WrittenSetting {
  readonly path: string;
  readonly steps: Steps;
  readonly value: unknown;
  readonly kinds: readonly SettingKind[];
  /** The agent of whom alone it speaks. */
  readonly agentId: string | undefined;
}

let patterns: Patterns<readonly SettingKind[]> | undefined;

/** The settings that decide and that an edition reads, in the order in which they are written. */
export const writtenSettings = once((policy: Policy): readonly WrittenSetting[] => {
  patterns ??= patternsOf(decidingSettings);
  const config = writtenConfig(policy);
  const unread = new Set(notRead(policy).map(({ path }) => path));
  // Of some channels it is not known what they make of it, of others it is.
  unread.delete("channels.defaults.groupPolicy");
  const knows = knowsOf(policy);
  const agents = new Map(agentRoster(policy).agents.map(({ id, path }) => [path, id]));
  return patterns.within(config).flatMap(([steps, kinds]) => {
    const path = formatPath(steps);
    if (unread.has(path) || !knows(steps)) return [];
    const agentId = agents.get(formatPath(steps.slice(0, 3)));
    return [{ path, steps, kinds, agentId, value: valueAt(config, path) }];
  });
});

/** Whether a channel, or an account of one, lets people in by a setting. */
export function isOfDoor({ kinds, steps: [top, channel] }: WrittenSetting): boolean {
  return top === "channels" && channel !== "defaults" && kinds.includes("access");
}

/** A channel, or an account of one, and the settings by which it lets people in. */
export interface Door {
  readonly channel: string;
  readonly account: string | undefined;
  readonly paths: readonly string[];
}

/** The settings by which channels and their accounts let people in, by the path of their section. */
export const doors = once((policy: Policy): ReadonlyMap<string, Door> => {
  const found = new Map<string, Door>();
  for (const { path, steps } of writtenSettings(policy).filter(isOfDoor)) {
    const [, channel, within, account] = steps;
    const own = within === "accounts" && steps.length > 4;
    const section = formatPath(steps.slice(0, own ? 4 : 2));
    const before = found.get(section)?.paths ?? [];
    found.set(section, {
      channel: String(channel),
      account: own ? String(account) : undefined,
      paths: [...before, path],
    });
  }
  return found;
});
