import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { findSender, type KnownSender } from "./access-request.ts";
import { nameSender } from "./opposite.ts";
import type { Room, GroupListing } from "./room.ts";
import { judgeGroupSender } from "./sender.ts";
import { senderList } from "./sender-list.ts";
import { unturnable, type AccessGate, type AccessReason, type GateVerdict } from "./verdict.ts";
import type { AllowListSource } from "./allow-list.ts";
import type { ChannelAccess, Setting } from "./channel-access.ts";
import { mentionRule } from "./mention.ts";
import type { ChangeSet } from "../trace.ts";

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
}));

const nothing = (): ChangeSet => [];

function pass(gate: AccessGate, turn: () => ChangeSet = nothing): GateVerdict {
  return { gate, outcome: "pass", turn };
}

function deny(gate: AccessGate, reason: AccessReason, path: string, turn: () => ChangeSet): GateVerdict {
  return { gate, outcome: "deny", reason, path, turn };
}

function missing(gate: AccessGate, ...facts: readonly string[]): GateVerdict {
  return { gate, outcome: "unknown", reason: "missing-fact", missing: facts, turn: unturnable };
}

function roomGate({ room: { entry } }: GroupFacts): GateVerdict {
  if (entry === undefined) return pass("room");
  const setting = `${entry.path}.enabled`;
  if (entry.config.enabled === false)
    return deny("room", "room-disabled", setting, () => [[{ setting, to: true }]]);
  return pass("room", () => [[{ setting, to: false }]]);
}

function topicGate({ room: { topic } }: GroupFacts): GateVerdict {
  const { enabled } = topic;
  if (enabled?.value !== false) return pass("topic");
  return deny("topic", "topic-disabled", enabled.path, () => [[{ setting: enabled.path, to: true }]]);
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
  if (value !== "disabled") return pass("policy", () => [[{ setting: path, to: "disabled" }]]);
  return deny("policy", "group-disabled", path, () => {
    const list = senderList(listOfSenders(facts), facts.channel, policy);
    const listed = facts.sender.ids.length > 0 && findSender(facts.sender, list) !== undefined;
    // The channel's own word also says which groups are answered; one of those that are not is turned on beside it.
    const { access, listing } = facts;
    const silenced = access?.groupPolicy?.path === path && listing.answered && !listing.answeredByAllowlist;
    return [["open", ...(listed && !silenced ? ["allowlist"] : [])].map((to) => ({ setting: path, to }))];
  });
}

function listingGate({ listing, access, channel, group, groupPolicy }: GroupFacts): GateVerdict {
  if (!listing.answered) {
    if (group === undefined) return missing("listing", "peer");
    const path = access?.groups?.path ?? `${access?.path ?? extendPath("channels", channel)}.groups`;
    const change = { setting: `${extendPath(path, group)}.enabled`, to: true };
    return deny("listing", "room-not-listed", path, () => [[change]]);
  }
  // A channel whose groups are disabled answers none, whatever one of them says for itself.
  const setting = access?.groupPolicy?.path;
  const open = listing.allowed || !listing.limited;
  if (open || setting === undefined || setting === groupPolicy.path) return pass("listing");
  return deny("listing", "group-disabled", setting, () => [[{ setting, to: "allowlist" }]]);
}

function senderGate(facts: GroupFacts, policy: Policy): GateVerdict {
  const { channel, groupPolicy, room, sender } = facts;
  const source = listOfSenders(facts);
  const list = senderList(source, channel, policy);
  const { outcome, reason, path } = judgeGroupSender(
    groupPolicy.value,
    list,
    (of) => findSender(sender, of),
    policy,
  );
  const admit = (why: AccessReason, place: string): GateVerdict => ({
    gate: "sender",
    outcome: "pass",
    reason: why,
    path: place,
    turn: nothing,
  });
  // The gate before this one has said no already.
  if (reason === "group-disabled") return pass("sender");
  const known = sender.ids.length > 0;
  // Telegram asks who it is even where the list names everybody.
  const asks =
    reason === "group-not-allowlisted" || (reason === "group-allowlisted" && channel === "telegram");
  if (!known && asks) return missing("sender", "sender");
  if (outcome === "admit") {
    const byPolicy = path === undefined && groupPolicy.isDefault === true;
    return { ...admit(reason, path ?? groupPolicy.path), isDefault: byPolicy };
  }
  if (facts.pairingCounts && sender.isPaired) return admit("group-paired", source.path);
  if (
    known &&
    room.own.entry !== undefined &&
    reason === "group-empty-allowlist" &&
    rules(policy).membersCount
  )
    return admit("group-member", room.own.entry.path);
  const denied = deny("sender", reason, source.path, () => [
    [{ setting: groupPolicy.path, to: "open" }, ...nameSender(source, sender)],
  ]);
  return { ...denied, isDefault: source.isDefault === true };
}

function mentionGate({ access, channel, group, room, mentioned }: GroupFacts, policy: Policy): GateVerdict {
  const ofChannel = access?.requireMention;
  const rule = mentionRule(access, { group, override: ofChannel?.value }, policy);
  const asWritten =
    rule.path ?? ofChannel?.path ?? `${access?.path ?? extendPath("channels", channel)}.requireMention`;
  const { value: required, path } = room.topic.requireMention ?? { value: rule.required, path: asWritten };
  if (mentioned === true) return pass("mention");
  if (!required) return pass("mention", () => [[{ setting: path, to: true }]]);
  const waive = () => [[{ setting: path, to: false }]];
  if (mentioned === undefined) return { ...missing("mention", "mentioned"), path, turn: waive };
  const isDefault = rule.from === "default" && room.topic.requireMention === undefined;
  return { ...deny("mention", "mention-required", path, waive), isDefault };
}

/** What every gate says of a message in a group or channel, in the order in which they are asked. */
export function groupGates(facts: GroupFacts, policy: Policy): readonly GateVerdict[] {
  const listing = listingGate(facts);
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
