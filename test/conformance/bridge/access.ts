import type { Policy } from "../../../src/config/policy.ts";
import { lineageOf } from "../../../src/edition/edition.ts";
import { effectiveLists } from "../../../src/policy/access/sender-list.ts";
import { judgeDirectSender } from "../../../src/policy/access/direct.ts";
import type { SenderReason } from "../../../src/policy/access/verdict.ts";
import { compileAllowList, type AllowList } from "../../../src/policy/access/allow-list.ts";
import { knownSender } from "../../../src/policy/access/access-request.ts";
import { groupGates, judgeGroupSender, overrideList } from "../../../src/policy/access/group.ts";
import { findGroup, listGroup } from "../../../src/policy/access/room.ts";
import { groupPolicyOf, pickGroupPolicy } from "../../../src/policy/access/group-policy.ts";
import { channelAccess, readAccess, type ChannelAccess } from "../../../src/policy/access/channel-access.ts";
import { groupTools } from "../../../src/policy/tool/chat-tools.ts";
import { mentionRule } from "../../../src/policy/access/mention.ts";
import {
  emptyPolicy,
  isOutOfContract,
  policyOf,
  type Bridge,
  type Circumstances,
  type VectorInput,
} from "./bridge.ts";

function listsOf(input: VectorInput, policy: Policy): { direct: AllowList; group: AllowList } {
  const source = (path: string) => input[path] && { entries: input[path], path };
  const lists = effectiveLists(
    {
      dmPolicy: input.dmPolicy,
      allowFrom: source("allowFrom"),
      groupAllowFrom: source("groupAllowFrom"),
      paired: source("storeAllowFrom"),
      groupsUseAllowFrom: input.groupAllowFromFallbackToAllowFrom,
    },
    policy,
  );
  return { direct: compileAllowList(lists.direct), group: compileAllowList(lists.group) };
}

/** Of what every object has a release reports `__proto__` as an entry; the rest are functions, which JSON has not. */
function inheritedGroup(access: ChannelAccess | undefined, group: string | undefined): object | undefined {
  return access?.groups !== undefined && group?.trim() === "__proto__" ? {} : undefined;
}

function groupOf({ groupId, groupIdCaseInsensitive }: VectorInput) {
  return { group: groupId, caseInsensitive: groupIdCaseInsensitive };
}

/** What the releases call an outcome. */
export const outcomes = { admit: "allow", pair: "pairing", deny: "block", unknown: "block" } as const;

/** What they call a reason. */
export const reasonCodes: Readonly<Record<SenderReason, string>> = {
  "dm-open": "dm_policy_open",
  "dm-allowlisted": "dm_policy_allowlisted",
  "dm-pairing": "dm_policy_pairing_required",
  "dm-disabled": "dm_policy_disabled",
  "dm-not-allowlisted": "dm_policy_not_allowlisted",
  "group-open": "group_policy_allowed",
  "group-allowlisted": "group_policy_allowed",
  "group-disabled": "group_policy_disabled",
  "group-empty-allowlist": "group_policy_empty_allowlist",
  "group-not-allowlisted": "group_policy_not_allowlisted",
};

function senderGroup(groupPolicy: string, input: VectorInput, circumstances: Circumstances) {
  const policy = emptyPolicy(circumstances);
  const list = compileAllowList([{ entries: input.groupAllowFrom, path: "groupAllowFrom" }]);
  const find = (of: AllowList) => of.wildcard ?? of.find(input.senderId);
  const { outcome, reason } = judgeGroupSender(groupPolicy, list, find, policy);
  return { allowed: outcome === "admit", groupPolicy, reason: senderGroupReasons[reason] };
}

/** What they call it where groups alone are asked. */
export const senderGroupReasons: Readonly<Partial<Record<SenderReason, string>>> = {
  "group-open": "allowed",
  "group-allowlisted": "allowed",
  "group-disabled": "disabled",
  "group-empty-allowlist": "empty_allowlist",
  "group-not-allowlisted": "sender_not_allowlisted",
};

const telegramReasons: Readonly<Record<string, string>> = {
  "room room-disabled": "group-disabled",
  "topic topic-disabled": "topic-disabled",
  "override override-not-allowlisted": "group-override-unauthorized",
  "override missing-fact": "group-override-unauthorized",
  "policy group-disabled": "group-policy-disabled",
  "listing group-disabled": "group-chat-not-allowed",
  "listing room-not-listed": "group-chat-not-allowed",
  "sender group-empty-allowlist": "group-policy-allowlist-empty",
  "sender group-not-allowlisted": "group-policy-allowlist-unauthorized",
  "sender missing-fact": "group-policy-allowlist-no-sender",
};

/** Translations of the upstream functions that concern access. */
export const accessBridge: Bridge = {
  "access.lists": (input, circumstances) => {
    const { direct, group } = listsOf(input, emptyPolicy(circumstances));
    return { effectiveAllowFrom: direct.entries, effectiveGroupAllowFrom: group.entries };
  },
  "access.dmGroup": (input, circumstances) => {
    const policy = emptyPolicy(circumstances);
    const { direct, group } = listsOf(input, policy);
    const find = (list: AllowList) => list.wildcard ?? list.find(input.senderId);
    const verdict = input.isGroup
      ? judgeGroupSender(input.groupPolicy ?? "allowlist", group, find, policy)
      : judgeDirectSender(input.dmPolicy ?? "pairing", direct, find, policy);
    // The one release with this function before that gives no reason.
    const tellsWhy = lineageOf(circumstances.edition).has("2026.2.26");
    return {
      decision: outcomes[verdict.outcome],
      ...(tellsWhy && { reasonCode: reasonCodes[verdict.reason] }),
      effectiveAllowFrom: direct.entries,
      effectiveGroupAllowFrom: group.entries,
    };
  },
  "access.groupPolicy": (input, circumstances) => {
    const policy = policyOf(input.cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const access = channelAccess(input.channel, input.accountId, policy);
    const listing = listGroup(access, groupOf(input), input.hasGroupAllowFrom === true, policy);
    return {
      allowlistEnabled: listing.limited,
      allowed: listing.allowed,
      groupConfig: listing.entry?.config ?? inheritedGroup(access, input.groupId),
      defaultConfig: listing.fallback?.config,
    };
  },
  "access.requireMention": (input, circumstances) => {
    const policy = policyOf(input.cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const override: unknown = input.requireMentionOverride;
    return mentionRule(
      channelAccess(input.channel, input.accountId, policy),
      {
        ...groupOf(input),
        override: typeof override === "boolean" ? override : undefined,
        overrideFirst: input.overrideOrder === "before-config",
        listedWaives: input.configuredGroupDefaultsToNoMention,
      },
      policy,
    ).required;
  },
  "access.groupTools": (input, circumstances) => {
    const policy = policyOf(input.cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const access = channelAccess(input.channel, input.accountId, policy);
    const request = {
      groups: [input.groupId ?? "", ...(input.groupIdCandidates ?? [])],
      caseInsensitive: input.groupIdCaseInsensitive,
      channel: input.channel,
      sender: input.senderId ?? undefined,
      senderName: input.senderName ?? undefined,
      senderUsername: input.senderUsername ?? undefined,
      senderE164: input.senderE164 ?? undefined,
    };
    return groupTools(access, request, policy)[0]?.config;
  },
  "access.runtimePolicy": (input) => {
    const open = input.kind === "open";
    const { providerConfigPresent: configured, groupPolicy: own } = input;
    const groupPolicy = pickGroupPolicy({
      configured,
      own,
      ofAll: input.defaultGroupPolicy,
      whenSilent:
        input.kind === "raw" ? (input.configuredFallbackPolicy ?? "open") : open ? "open" : "allowlist",
      whenMissing: (input.kind === "raw" ? input.missingProviderFallbackPolicy : undefined) ?? "allowlist",
    });
    return { groupPolicy, providerMissingFallbackApplied: !configured && own === undefined };
  },
  "access.senderGroup": (input, circumstances) => {
    const { providerConfigPresent: configured, configuredGroupPolicy: own } = input;
    const groupPolicy = pickGroupPolicy<string>({
      configured,
      own,
      ofAll: input.defaultGroupPolicy,
      whenSilent: "open",
      whenMissing: "allowlist",
    });
    return {
      ...senderGroup(groupPolicy, input, circumstances),
      providerMissingFallbackApplied: !configured && !own,
    };
  },
  "access.senderGroupForPolicy": (input, circumstances) => ({
    ...senderGroup(input.groupPolicy, input, circumstances),
    providerMissingFallbackApplied: input.providerMissingFallbackApplied ?? false,
  }),
  "access.telegramGroup": ({ cfg, chatId, senderId, groupConfig, topicConfig }, circumstances) => {
    const policy = policyOf(cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const access = channelAccess("telegram", undefined, policy);
    const group = String(chatId);
    const entry = groupConfig && { id: group, config: groupConfig, path: "group" };
    const topic = readAccess([topicConfig && { config: topicConfig, path: "topic" }], policy);
    const senders = access?.groupAllowFrom ?? access?.allowFrom ?? { entries: [], path: "groupAllowFrom" };
    const nearer = topic.groupPolicy?.value ?? groupConfig?.groupPolicy;
    const groupPolicy = nearer ?? groupPolicyOf("telegram", access, policy, "open").value;
    const room = { own: findGroup(access, { group }, policy), topic, ...(entry && { entry }) };
    const hasSenders = compileAllowList([overrideList(room) ?? senders]).entries.length > 0;
    const gates = groupGates(
      {
        channel: "telegram",
        access,
        group,
        room,
        groupPolicy: { value: groupPolicy, path: "groupPolicy" },
        listing: listGroup(access, { group }, hasSenders, policy),
        senders,
        sender: knownSender(
          { channel: "telegram", chatType: "group", sender: senderId ?? "" },
          undefined,
          policy,
        ),
        pairingCounts: false,
        mentioned: true,
      },
      policy,
    );
    const shut = gates.find(({ outcome }) => outcome !== "pass");
    if (shut === undefined) return { stage: "policy", allowed: true, groupPolicy };
    const unnamed = shut.gate === "sender" && !senderId;
    const reason = unnamed
      ? "group-policy-allowlist-no-sender"
      : (telegramReasons[`${shut.gate} ${shut.reason ?? ""}`] ?? shut.reason);
    return shut.gate === "room" || shut.gate === "topic" || shut.gate === "override"
      ? { stage: "base", allowed: false, reason }
      : { stage: "policy", allowed: false, reason, groupPolicy };
  },
};
