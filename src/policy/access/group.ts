import { canSay } from "../../config/keys/knows.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { Setting } from "../section.ts";
import { change, type SettingChoice } from "../trace.ts";
import { findSender, nameSender, type KnownSender } from "./access-request.ts";
import type { AllowList, AllowListSource } from "./allow-list.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import { mentionRule } from "./mention.ts";
import type { GroupListing, Room } from "./room.ts";
import { senderList } from "./sender-list.ts";
import {
  admit,
  deny,
  type FindSender,
  type GateVerdict,
  missing,
  nothing,
  pass,
  type SenderVerdict,
} from "./verdict.ts";

/** Everything that the gates of a group look at. */
export interface GroupFacts {
  readonly channel: string;
  readonly access: ChannelAccess | undefined;
  readonly group: string | undefined;
  readonly room: Room;
  readonly groupPolicy: Setting<string>;
  readonly listing: GroupListing;
  /** The senders of groups: the account's `groupAllowFrom`, or what stands in for it. */
  readonly senders: AllowListSource;
  readonly sender: KnownSender;
  /** Whether somebody who was paired counts as listed. */
  readonly pairingCounts: boolean;
  readonly mentioned: boolean | undefined;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  emptyBlocks: behaviours.has("empty-override-blocks"),
  membersCount: behaviours.has("listed-group-admits-members"),
  listingFirst: behaviours.has("groups-checked-before-senders"),
  unknownGroupPolicy: behaviours.has("only-open-is-open") ? "allowlist" : "open",
}));

function roomGate({ room: { entry } }: GroupFacts): GateVerdict {
  if (entry === undefined) return pass("room");
  const setting = `${entry.path}.enabled`;
  return entry.config.enabled === false
    ? deny("room", "room-disabled", setting, () => [change(setting, true)])
    : pass("room", () => [change(setting, false)]);
}

function topicGate({ room: { topic } }: GroupFacts): GateVerdict {
  if (topic.enabled?.value !== false) return pass("topic");
  const { path } = topic.enabled;
  return deny("topic", "topic-disabled", path, () => [change(path, true)]);
}

/** The list that a topic or group writes for itself, in place of the account's. */
export function overrideList({ topic, entry }: Room): AllowListSource | undefined {
  const allowFrom = entry?.config.allowFrom;
  return topic.allowFrom ?? (allowFrom && { entries: allowFrom, path: `${entry.path}.allowFrom` });
}

/** The list that says whom the group admits: its own, else the account's. */
function listOfSenders({ room, senders }: GroupFacts): AllowListSource {
  return overrideList(room) ?? senders;
}

function overrideGate({ channel, sender, room }: GroupFacts, policy: Policy): GateVerdict {
  const source = overrideList(room);
  if (source === undefined) return pass("override");
  const { emptyBlocks } = rules(policy);
  const list = senderList(source, channel, policy);
  const empty = list.entries.length === 0;
  if (sender.ids.length === 0 && !(empty && emptyBlocks)) return missing("override", "sender");
  if (empty && !emptyBlocks) return pass("override");
  if (findSender(sender, list) !== undefined) return pass("override");
  return deny("override", "override-not-allowlisted", source.path, () => [nameSender(source, sender)]);
}

function policyGate(facts: GroupFacts, policy: Policy): GateVerdict {
  const { value, path } = facts.groupPolicy;
  if (value !== "disabled") return pass("policy", () => [change(path, "disabled")]);
  return deny("policy", "group-disabled", path, () => {
    const list = senderList(listOfSenders(facts), facts.channel, policy);
    const listed = facts.sender.ids.length > 0 && findSender(facts.sender, list) !== undefined;
    // The channel's own word also says which groups are answered; one of those that are not is turned on beside it.
    const { access, listing } = facts;
    const silenced = access?.groupPolicy?.path === path && listing.answered && !listing.answeredByAllowlist;
    return [change(path, "open", ...(listed && !silenced ? ["allowlist"] : []))];
  });
}

/** Where an account's groups stand, or would. */
function groupsPath({ access, channel }: GroupFacts): string {
  return access?.groups?.path ?? `${settingsPath(channel, access)}.groups`;
}

/** What lists a group: a word of its own that changes nothing else. */
function enlist(group: string, facts: GroupFacts, policy: Policy): SettingChoice {
  const entry = extendPath(groupsPath(facts), group);
  const enabled = `${entry}.enabled`;
  if (canSay(enabled, policy)) return change(enabled, true);
  const override = facts.access?.requireMention?.value;
  return change(`${entry}.requireMention`, mentionRule(facts.access, { group, override }, policy).required);
}

function listingGate(facts: GroupFacts, policy: Policy): GateVerdict {
  const { listing, access, group, groupPolicy } = facts;
  if (!listing.answered) {
    if (group === undefined) return missing("listing", "peer");
    return deny("listing", "room-not-listed", groupsPath(facts), () => [enlist(group, facts, policy)]);
  }
  // A channel whose groups are disabled answers none, whatever one of them says for itself.
  const setting = access?.groupPolicy?.path;
  const open = listing.allowed || !listing.limited;
  if (open || setting === undefined || setting === groupPolicy.path) return pass("listing");
  return deny("listing", "group-disabled", setting, () => [change(setting, "allowlist")]);
}

/** Decides a group by its policy and the list that holds in groups. */
export function judgeGroupSender(
  groupPolicy: string,
  list: AllowList,
  find: FindSender,
  policy: Policy,
): SenderVerdict {
  const known = groupPolicy === "open" || groupPolicy === "disabled" || groupPolicy === "allowlist";
  const effective = known ? groupPolicy : rules(policy).unknownGroupPolicy;
  if (effective === "disabled") return { outcome: "deny", reason: "group-disabled" };
  if (effective === "open") return { outcome: "admit", reason: "group-open" };
  if (list.entries.length === 0) return { outcome: "deny", reason: "group-empty-allowlist" };
  const path = find(list);
  return path === undefined
    ? { outcome: "deny", reason: "group-not-allowlisted" }
    : { outcome: "admit", reason: "group-allowlisted", path };
}

function senderGate(facts: GroupFacts, policy: Policy): GateVerdict {
  const { channel, groupPolicy, room, sender } = facts;
  const { value, path: setting } = groupPolicy;
  const source = listOfSenders(facts);
  const list = senderList(source, channel, policy);
  const { outcome, reason, path } = judgeGroupSender(value, list, (of) => findSender(sender, of), policy);
  const gate = "sender";
  // The gate before this one has said no already.
  if (reason === "group-disabled") return pass(gate);
  const known = sender.ids.length > 0;
  // Telegram asks who it is even where the list names everybody.
  const asks =
    reason === "group-not-allowlisted" || (reason === "group-allowlisted" && channel === "telegram");
  if (!known && asks) return missing(gate, "sender");
  if (outcome === "admit") {
    const byPolicy = path === undefined && groupPolicy.isDefault === true;
    return { gate, outcome: "pass", reason, path: path ?? setting, isDefault: byPolicy, turn: nothing };
  }
  if (facts.pairingCounts && sender.isPaired) return admit(gate, "group-paired", source.path);
  const { entry } = room.own;
  if (known && entry && reason === "group-empty-allowlist" && rules(policy).membersCount)
    return admit(gate, "group-member", entry.path);
  const turn = () => [[...change(setting, "open"), ...nameSender(source, sender)]];
  return { gate, outcome, reason, path: source.path, isDefault: source.isDefault === true, turn };
}

function mentionGate(facts: GroupFacts, policy: Policy): GateVerdict {
  const { access, channel, group, room, mentioned } = facts;
  const ofChannel = access?.requireMention;
  const rule = mentionRule(access, { group, override: ofChannel?.value }, policy);
  const asWritten = rule.path ?? ofChannel?.path ?? `${settingsPath(channel, access)}.requireMention`;
  const { value: required, path } = room.topic.requireMention ?? { value: rule.required, path: asWritten };
  if (mentioned === true) return pass("mention");
  // Not every release has a word for all groups of a channel but that of `*`.
  const turn = (to: boolean) => () => {
    const nearest = `${room.entry?.path ?? extendPath(groupsPath(facts), "*")}.requireMention`;
    return [change(canSay(path, policy) ? path : nearest, to)];
  };
  if (!required) return pass("mention", turn(true));
  const waive = turn(false);
  if (mentioned === undefined) return { ...missing("mention", "mentioned"), path, turn: waive };
  const isDefault = rule.from === "default" && room.topic.requireMention === undefined;
  return { gate: "mention", outcome: "deny", reason: "mention-required", path, isDefault, turn: waive };
}

/** What every gate says of a message in a group or channel, in the order in which they are asked. */
export function groupGates(facts: GroupFacts, policy: Policy): readonly GateVerdict[] {
  const listing = listingGate(facts, policy);
  const sender = senderGate(facts, policy);
  return [
    roomGate(facts),
    topicGate(facts),
    overrideGate(facts, policy),
    policyGate(facts, policy),
    ...(rules(policy).listingFirst ? [listing, sender] : [sender, listing]),
    mentionGate(facts, policy),
  ];
}
