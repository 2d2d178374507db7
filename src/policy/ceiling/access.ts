import type { ChannelConfig, Config } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import {
  configuredChannels,
  channelAccess,
  unnamedAccountAccess,
  type ChannelAccess,
  type GroupConfig,
  settingsPath,
} from "../access/channel-access.ts";
import { overrideList } from "../access/group.ts";
import { schemeOf } from "../access/room-schemes.ts";
import { findRoom, listGroup } from "../access/room.ts";
import { doorPlaces } from "../../config/doors.ts";
import { hasRooms, roomLevels } from "../../config/rooms.ts";
import { groupSenders, senderList } from "../access/sender-list.ts";
import type { AllowListSource } from "../access/allow-list.ts";
import { commonNames, earlier, type Names, type Note } from "./meet.ts";
import { unwrittenAccess } from "../defaults.ts";
import { definedFields, withoutFields } from "../section.ts";
import { groupPolicyOf } from "../access/group-policy.ts";
import { mentionRule } from "../access/mention.ts";

type AccessConfig = NonNullable<ChannelConfig["accounts"]>[string];
type TopicConfig = NonNullable<GroupConfig["topics"]>[string];
type DmPolicy = NonNullable<AccessConfig["dmPolicy"]>;

/** One account of a channel under one policy. */
interface Side {
  readonly channel: string;
  readonly access: ChannelAccess | undefined;
  readonly policy: Policy;
}

/** Whose groups say what tools their members may use; neither's, where that had to be said elsewhere. */
export type ToolsFrom = "a" | "b" | "neither";

// No group and no topic has such an id: it stands for those that the config does not name.
const unnamed = "\0";

function meant(source: AllowListSource | undefined, { channel, policy }: Side): Names {
  if (source === undefined) return [];
  const list = senderList(source, channel, policy);
  return list.wildcard === undefined ? list.ids() : "all";
}

const strictestFirst: readonly DmPolicy[] = ["disabled", "allowlist", "pairing", "open"];

/** What `dmPolicy` and `allowFrom` come to. */
function directOf(side: Side): { readonly dmPolicy: DmPolicy; readonly ids: Names } {
  const said = side.access?.dmPolicy?.value ?? unwrittenAccess(side.policy.behaviours).dmPolicy;
  const written = side.access?.directEnabled?.value === false ? "disabled" : said;
  const dmPolicy = strictestFirst.find((word) => word === written) ?? "disabled";
  const ids = meant(side.access?.directList, side);
  if (dmPolicy !== "open") return { dmPolicy, ids };
  if (!side.policy.behaviours.has("open-heeds-list")) return { dmPolicy, ids: "all" };
  return ids === "all" ? { dmPolicy, ids } : { dmPolicy: "allowlist", ids };
}

// A list of nobody: an empty one would not count everywhere, and `2026-11` refuses both.
const nobody = [""];

function meetDirect(a: Side, b: Side, note: Note): Pick<AccessConfig, "dmPolicy" | "allowFrom"> {
  const { behaviours } = a.policy;
  const [ofA, ofB] = [directOf(a), directOf(b)];
  const dmPolicy = earlier(strictestFirst, ofA.dmPolicy, ofB.dmPolicy);
  const ids = commonNames(ofA.ids, ofB.ids);
  if (dmPolicy === "disabled")
    // Up to 2026.2.25 a paired sender may command groups, unless direct chats are an allowlist.
    return behaviours.has("pairing-stays-in-direct-chats")
      ? { dmPolicy }
      : { dmPolicy: "allowlist", allowFrom: nobody };
  if (ids === "all") return { dmPolicy, allowFrom: ["*"] };
  if (ids.length > 0) return { dmPolicy, allowFrom: ids };
  if (!behaviours.has("strict-settings")) return { dmPolicy, allowFrom: nobody };
  if (dmPolicy === "pairing")
    note(
      `${settingsPath(a.channel, a.access)}.dmPolicy`,
      "both list senders, but none in common, and nobody is paired either",
    );
  return { dmPolicy: "disabled" };
}

/** The same where the channel reads it; what else a host keeps in a section `dm` stays. */
function atDoor(
  { dmPolicy, allowFrom }: Pick<AccessConfig, "dmPolicy" | "allowFrom">,
  kept: AccessConfig["dm"],
  { channel, policy }: Side,
): Pick<AccessConfig, "dm" | "dmPolicy" | "allowFrom"> {
  const rest = withoutFields<NonNullable<AccessConfig["dm"]>, DoorKey>(kept, ...doorKeys);
  if (doorPlaces(channel, policy.behaviours)[0] === "dm")
    return { dm: { ...rest, ...definedFields({ policy: dmPolicy, allowFrom }) } };
  return {
    ...definedFields({ dmPolicy, allowFrom }),
    ...(Object.keys(rest).length > 0 && { dm: rest }),
  };
}

/** What one policy asks of a message in a group or topic. */
interface RoomRule {
  readonly open: boolean;
  readonly requireMention: boolean;
  readonly senders: Names;
  /** Whoever wrote it must be known, even where everybody is let in. */
  readonly needsSender: boolean;
}

function roomRule(side: Side, group: string, thread: string | undefined): RoomRule {
  const { channel, access, policy } = side;
  const { behaviours } = policy;
  const room = findRoom(access, group, thread, policy);
  const { topic, entry, own } = room;
  const groupPolicy =
    topic.groupPolicy?.value ?? entry?.config.groupPolicy ?? groupPolicyOf(channel, access, policy).value;
  const override = overrideList(room);
  const ofAccount = groupSenders(channel, access, policy);
  const list = override ?? ofAccount;
  const listing = listGroup(access, { group }, list.entries.length > 0, policy);
  const answered = listing.answered && (listing.allowed || !listing.limited);
  const on =
    access?.enabled?.value !== false && entry?.config.enabled !== false && topic.enabled?.value !== false;
  const listed = meant(list, side);
  const empty = list.entries.every((id) => String(id).trim() === "");
  const members = own.entry !== undefined && empty && behaviours.has("listed-group-admits-members");
  const overrides = override !== undefined && (!empty || behaviours.has("empty-override-blocks"));
  const admitted: Names =
    groupPolicy === "open" ? (overrides ? listed : "all") : members && !overrides ? "all" : listed;
  const { required } = mentionRule(access, { group, override: access?.requireMention?.value }, policy);
  return {
    open: on && answered && groupPolicy !== "disabled",
    requireMention: topic.requireMention?.value ?? required,
    senders: admitted,
    // Telegram asks who it is even where the list names everybody.
    needsSender: overrides || (groupPolicy !== "open" && (members || channel === "telegram")),
  };
}

function meetRoom(a: Side, b: Side, group: string, thread: string | undefined): TopicConfig {
  const [ofA, ofB] = [roomRule(a, group, thread), roomRule(b, group, thread)];
  const senders = commonNames(ofA.senders, ofB.senders);
  if (!ofA.open || !ofB.open || senders.length === 0) return { enabled: false };
  const requireMention = ofA.requireMention || ofB.requireMention;
  // In a topic no list of its own would mean the group's.
  const named = thread !== undefined || ofA.needsSender || ofB.needsSender;
  if (senders === "all")
    return {
      enabled: true,
      requireMention,
      groupPolicy: "open",
      ...(named && { allowFrom: ["*"] }),
    };
  return { enabled: true, requireMention, groupPolicy: "allowlist", allowFrom: senders };
}

function meetGroup(a: Side, b: Side, id: string, toolsOf: Side | undefined): GroupConfig {
  const group = id === "*" ? unnamed : id;
  // What routes (`agentId`) and what else a host keeps there is the first policy's.
  const kept = a.access?.groups?.byId.get(id)?.config;
  const keptTopics = new Map(Object.entries(kept?.topics ?? {}));
  const named = [a, b].flatMap(({ access }) => {
    const entry = access?.groups?.byId.get(id) ?? access?.groups?.fallback;
    return Object.keys(entry?.config.topics ?? {});
  });
  const topics = [...new Set(named)].map((topic): readonly [string, TopicConfig] => {
    const agentId = keptTopics.get(topic)?.agentId;
    const met = meetRoom(a, b, group, topic === "*" ? unnamed : topic);
    return [topic, { ...(agentId !== undefined && { agentId }), ...met }];
  });
  const own = meetRoom(a, b, group, undefined);
  // A group that is shut must not shut a topic of its own that is not.
  const shut = own.enabled === false && topics.some(([, { enabled }]) => enabled === true);
  const { tools, toolsBySender } = toolsOf?.access?.groups?.byId.get(id)?.config ?? {};
  return {
    ...(shut ? { enabled: true, groupPolicy: "disabled" } : own),
    ...(topics.length > 0 && { topics: Object.fromEntries(topics) }),
    ...definedFields({ reset: kept?.reset, tools, toolsBySender }),
  };
}

/** What an account says about rooms that its channel writes in a way of its own, as it would be written. */
function roomsOf({ channel, access, policy }: Side): Partial<AccessConfig> {
  const level = hasRooms(channel) ? roomLevels[channel].setting : undefined;
  const written = access?.groupPolicy;
  return definedFields({
    groupPolicy: written === undefined ? groupPolicyOf(channel, access, policy).value : written.value,
    groupAllowFrom: access?.groupAllowFrom?.entries,
    groupSenderAllowFrom: access?.groupSenderAllowFrom?.entries,
    requireMention: access?.requireMention?.value,
    allowBots: access?.allowBots?.value,
    dangerouslyAllowNameMatching: access?.nameMatching?.value,
    thread:
      access?.explicitMention === undefined ? undefined : { requireExplicitMention: access.explicitMention },
    ...(schemeOf(channel)?.groupChats && {
      dm: definedFields({
        groupEnabled: access?.groupChatsEnabled?.value,
        groupChannels: access?.groupChats?.entries,
      }),
    }),
    ...(level !== undefined && access?.places && { [level]: access.places.entries }),
  }) as Partial<AccessConfig>;
}

/** The same for both, where both say the same; otherwise the bot answers in no room. */
function meetRooms(a: Side, b: Side, toolsOf: Side | undefined, note: Note): Partial<AccessConfig> {
  const [ofA, ofB] = [roomsOf(a), roomsOf(b)];
  // Who is asked in groups is asked among those who may write directly, too.
  if (JSON.stringify(ofA) === JSON.stringify(ofB)) return ofA;
  note(
    `${settingsPath(a.channel, a.access)}.groupPolicy`,
    "both list rooms of this channel, and differently: the bot answers in none",
  );
  // What their tools are still holds for the sessions that there are.
  const kept = toolsOf && withoutFields(roomsOf(toolsOf), "groupAllowFrom");
  const { groupChats, bots } = schemeOf(a.channel) ?? {};
  return {
    ...kept,
    groupPolicy: "disabled",
    ...(bots && { allowBots: false }),
    ...(groupChats && { dm: { groupEnabled: false } }),
  };
}

function meetAccount(a: Side, b: Side, kept: AccessConfig["dm"], from: ToolsFrom, note: Note): AccessConfig {
  const toolsOf = from === "a" ? a : from === "b" ? b : undefined;
  if (hasRooms(a.channel)) {
    const rooms = meetRooms(a, b, toolsOf, note);
    const door = atDoor(meetDirect(a, b, note), kept, a);
    const dm = { ...door.dm, ...rooms.dm };
    const enabled = [a, b].every(({ access }) => access?.enabled?.value !== false);
    return { enabled, ...door, ...rooms, ...(Object.keys(dm).length > 0 && { dm }) };
  }
  const enabled = [a, b].every(({ access }) => access?.enabled?.value !== false);
  const direct = atDoor(meetDirect(a, b, note), kept, a);
  const named = [a, b].flatMap(({ access }) => [...(access?.groups?.byId.keys() ?? [])]);
  const ids = [...new Set([...named, "*"])];
  const groups = ids.map((id): readonly [string, GroupConfig] => [id, meetGroup(a, b, id, toolsOf)]);
  return { enabled, ...direct, groupPolicy: "allowlist", groups: Object.fromEntries(groups) };
}

function meetApprovers(
  a: ChannelConfig | undefined,
  b: ChannelConfig | undefined,
): ChannelConfig["execApprovals"] {
  const [ofA, ofB] = [a?.execApprovals, b?.execApprovals];
  if (ofA === undefined && ofB === undefined) return undefined;
  const listed = new Set((ofB?.approvers ?? []).map(String));
  const approvers = (ofA?.approvers ?? []).filter((id) => listed.has(String(id)));
  const target = ofA?.target ?? ofB?.target;
  const enabled = ofA?.enabled === true && ofB?.enabled === true && approvers.length > 0;
  return { enabled, ...(approvers.length > 0 && { approvers }), ...(target && { target }) };
}

const doorKeys = ["enabled", "policy", "allowFrom", "groupEnabled", "groupChannels"] as const;
type DoorKey = (typeof doorKeys)[number];

const accessKeys = [
  "enabled",
  "dm",
  "dmPolicy",
  "allowFrom",
  "groupPolicy",
  "groupAllowFrom",
  "groupSenderAllowFrom",
  "requireMention",
  "groups",
  "guilds",
  "teams",
  "channels",
  "rooms",
  "allowBots",
  "dangerouslyAllowNameMatching",
] as const;
type AccessKey = (typeof accessKeys)[number];

/** Who is let in under both policies: every account, group and topic that either names is written out. */
export function meetChannels(a: Policy, b: Policy, from: ToolsFrom, note: Note): Config["channels"] {
  const [channelsA, channelsB] = [configuredChannels(a.config), configuredChannels(b.config)];
  const met = [...new Set([...channelsA.keys(), ...channelsB.keys()])].map((channel) => {
    const [rawA, rawB] = [channelsA.get(channel), channelsB.get(channel)];
    const side = (policy: Policy, account?: string): Side => ({
      channel,
      policy,
      access:
        account === undefined
          ? unnamedAccountAccess(channel, policy)
          : channelAccess(channel, account, policy),
    });
    const names = [...new Set([...Object.keys(rawA?.accounts ?? {}), ...Object.keys(rawB?.accounts ?? {})])];
    const accounts = names.map((name): readonly [string, AccessConfig] => [
      name,
      {
        ...withoutFields<Partial<AccessConfig>, AccessKey>(rawA?.accounts?.[name], ...accessKeys),
        ...meetAccount(side(a, name), side(b, name), rawA?.accounts?.[name]?.dm, from, note),
      },
    ]);
    const execApprovals = meetApprovers(rawA, rawB);
    return [
      channel,
      {
        ...withoutFields(rawA ?? rawB, ...accessKeys, "accounts", "execApprovals"),
        ...meetAccount(side(a), side(b), rawA?.dm, from, note),
        ...(accounts.length > 0 && { accounts: Object.fromEntries(accounts) }),
        ...(execApprovals && { execApprovals }),
      },
    ] as const;
  });
  const unwritten = unwrittenAccess(a.behaviours).groupPolicy;
  const defaults = [a, b].map(({ config }) => config.channels?.defaults?.groupPolicy ?? unwritten);
  const groupPolicy = (["disabled", "allowlist"] as const).find((word) => defaults.includes(word)) ?? "open";
  if (met.length === 0 && groupPolicy === unwritten) return undefined;
  return { ...Object.fromEntries(met), defaults: { groupPolicy } };
}
