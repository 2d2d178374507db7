import { knowsOf } from "../../config/keys/knows.ts";
import { notRead } from "../../config/keys/not-read.ts";
import { patternsOf, type Patterns, type Steps } from "../../config/patterns.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { valueAt } from "../audit/apply-fix.ts";
import { hasRooms } from "../../config/rooms.ts";
import { enclosingPlaces } from "../source-lines.ts";
import type { QuestionKind } from "../question.ts";
import { unclaimedPlace } from "./unclaimed-place.ts";

/** What settings decide about; of rules, bindings and resets there are other parts. */
export type SettingKind = Exclude<QuestionKind, "reset">;

/** What a setting decides about, and under which editions, where not under all that have a word for it. */
interface Decides {
  readonly kinds: readonly SettingKind[];
  /** What else may stand there, where no decision names the setting: it decided if another word would turn the answer. */
  readonly words?: readonly (string | number)[];
  /** Whether a policy reads it at a place, where not every one does. */
  readonly isRead?: (policy: Policy, path: string) => boolean;
}

/**
 * The settings that decide beside rules, bindings and resets, and what they decide about. What shapes the decisions of others
 * and is named by none is not among them; `docs/coverage.md` lists it.
 */
export const decidingSettings: readonly (readonly [patterns: string, decides: Decides])[] = [
  [
    "channel.{enabled,dmPolicy,allowFrom,groupPolicy,groupAllowFrom,groupSenderAllowFrom,requireMention,allowBots} channel.dm.{enabled,policy,allowFrom,groupEnabled,groupChannels} channels.defaults.groupPolicy",
    { kinds: ["access"] },
  ],
  ["channel.groups.*.{enabled,requireMention,allowFrom,groupPolicy}", { kinds: ["access"] }],
  ["channel.groups.*.topics.*.{enabled,requireMention,allowFrom,groupPolicy}", { kinds: ["access"] }],
  ["channel.groups.*.{tools,toolsBySender}", { kinds: ["tool"] }],
  ["channel.groups.*.topics.*.agentId", { kinds: ["resolution"] }],
  [
    "channel.{replyToMode,replyToModeByChatType.*} channel.dm.replyToMode",
    { kinds: ["resolution"], words: ["off", "all"] },
  ],
  [
    "channel.threadReplies channel.dm.threadReplies",
    { kinds: ["resolution"], words: ["off", "inbound", "always"] },
  ],
  ["channel.dm.sessionScope", { kinds: ["resolution"], words: ["per-user", "per-room"] }],
  [
    "channel.groupSessionScope channel.groups.*.groupSessionScope",
    { kinds: ["resolution"], words: ["group", "group_sender", "group_topic", "group_topic_sender"] },
  ],
  [
    "channel.{topicSessionMode,replyInThread} channel.groups.*.{topicSessionMode,replyInThread}",
    { kinds: ["resolution"], words: ["enabled", "disabled"] },
  ],
  ["accessGroups.*", { kinds: ["access", "command"] }],
  ["commands.ownerAllowFrom commands.allowFrom.*", { kinds: ["command"] }],
  ["session.{dmScope,groupScope}", { kinds: ["resolution"] }],
  [
    "session.scope",
    { kinds: ["resolution"], isRead: ({ behaviours }) => behaviours.has("global-scope-routed") },
  ],
  [
    "session.mainKey",
    { kinds: ["resolution"], isRead: ({ behaviours }) => behaviours.has("routing-honours-main-key") },
  ],
  [
    "agents.list[].{id,default} agents.entries.*.default agents.defaults.systemAgent.agentId",
    { kinds: ["resolution"], isRead: (policy, path) => path === unclaimedPlace(policy) },
  ],
  ["session.sendPolicy.default", { kinds: ["send"] }],
  ["agent.memorySearch.scope.default memory.qmd.scope.default", { kinds: ["memory-search"] }],
  ["anyTools.{profile,allow,alsoAllow,deny,byProvider.*,toolsBySender.*}", { kinds: ["tool"] }],
  // At any depth a sub-agent is one of the last under the least of all depths, and none under a great one.
  ["agents.defaults.subagents.maxSpawnDepth", { kinds: ["tool"], words: [1, 1000] }],
  ["tools.subagents.tools.{allow,alsoAllow,deny}", { kinds: ["tool"] }],
  ["{anyTools,agent}.sandbox.tools.{allow,alsoAllow,deny}", { kinds: ["tool", "sandbox"] }],
  ["anyTools.exec.{mode,host,security,ask,safeBins,strictInlineEval}", { kinds: ["exec"] }],
  ["anyTools.exec.approvals.{enabled,policy,allowlist}", { kinds: ["exec"] }],
  ["anyTools.elevated.{enabled,allowFrom.*} channels.*.execApprovals", { kinds: ["exec"] }],
  ["agents.defaults.elevatedDefault", { kinds: ["exec"], words: ["off", "on", "ask", "full"] }],
  ["agent.sandbox.{enabled,mode,workspaceAccess,network,docker.network}", { kinds: ["sandbox"] }],
  [
    "tools.sessions.visibility tools.agentToAgent.{enabled,allow} agents.defaults.sandbox.sessionToolsVisibility",
    { kinds: ["visibility"] },
  ],
];

/** A setting that a config writes, and whose it is. */
export interface WrittenSetting {
  readonly path: string;
  readonly steps: Steps;
  readonly value: unknown;
  readonly kinds: readonly SettingKind[];
  readonly words: readonly (string | number)[] | undefined;
  /** The agent of whom alone it speaks. */
  readonly agentId: string | undefined;
}

let patterns: Patterns<Decides> | undefined;

/** Whether a setting stands in a group that its channel has as a room, which is a part in a way of its own. */
function isOfRoom([top, channel, ...within]: Steps): boolean {
  const [section] = within[0] === "accounts" ? within.slice(2) : within;
  return top === "channels" && section === "groups" && hasRooms(String(channel));
}

/** The settings that decide and that an edition reads, in the order in which they are written. */
export const writtenSettings = once((policy: Policy): readonly WrittenSetting[] => {
  patterns ??= patternsOf(decidingSettings);
  const config = writtenConfig(policy);
  const unread = new Set(notRead(policy).map(({ path }) => path));
  // Of some channels it is not known what they make of it, of others it is.
  unread.delete("channels.defaults.groupPolicy");
  const knows = knowsOf(policy);
  const agents = new Map(agentRoster(policy).agents.map(({ id, path }) => [path, id]));
  return patterns.within(config).flatMap(([steps, { isRead, kinds, words }]) => {
    const path = formatPath(steps);
    const isUnread = [...enclosingPlaces(path)].some((place) => unread.has(place));
    if (isOfRoom(steps) || isUnread || !knows(steps) || isRead?.(policy, path) === false) return [];
    const agentId = agents.get(formatPath(steps.slice(0, 3)));
    return [{ path, steps, kinds, words, agentId, value: valueAt(config, path) }];
  });
});

/** The settings of groups and topics, by the path of the place that they are said of. */
export const groupSettings = once((policy: Policy): ReadonlyMap<string, readonly WrittenSetting[]> => {
  const found = new Map<string, WrittenSetting[]>();
  for (const setting of writtenSettings(policy)) {
    if (!isOfGroup(setting)) continue;
    const place = formatPath(setting.steps.slice(0, -1));
    found.set(place, [...(found.get(place) ?? []), setting]);
  }
  return found;
});

/** Whether a setting is said of a group, or of a topic of one. */
export function isOfGroup({ steps: [top, , ...within] }: WrittenSetting): boolean {
  return top === "channels" && (within[0] === "accounts" ? within[2] : within[0]) === "groups";
}

/** Whether a channel, or an account of one, lets people in by a setting. */
export function isOfDoor(setting: WrittenSetting): boolean {
  const { kinds, steps } = setting;
  const [top, channel] = steps;
  return top === "channels" && channel !== "defaults" && kinds.includes("access") && !isOfGroup(setting);
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
