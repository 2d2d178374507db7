import type { Policy } from "../../../src/config/policy.ts";
import { effectiveLists } from "../../../src/policy/access-lists.ts";
import { judgeDirectSender, judgeGroupSender, type SenderReason } from "../../../src/policy/access-sender.ts";
import { compileAllowList, type AllowList } from "../../../src/policy/allow-list.ts";
import { channelAccess } from "../../../src/policy/channel-access.ts";
import { listGroup } from "../../../src/policy/group-access.ts";
import { groupTools } from "../../../src/policy/group-tools.ts";
import { mentionRule } from "../../../src/policy/mention.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

function emptyPolicy(circumstances: Circumstances): Policy {
  const policy = policyOf({}, circumstances);
  if (isOutOfContract(policy)) throw new Error(policy.outOfContract);
  return policy;
}

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
  return { direct: compileAllowList(...lists.direct), group: compileAllowList(...lists.group) };
}

function groupOf({ groupId, groupIdCaseInsensitive }: VectorInput) {
  return { group: groupId, caseInsensitive: groupIdCaseInsensitive };
}

const outcomes = { admit: "allow", pair: "pairing", deny: "block" } as const;

const reasonCodes: Readonly<Record<SenderReason, string>> = {
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
    return {
      decision: outcomes[verdict.outcome],
      reasonCode: reasonCodes[verdict.reason],
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
      groupConfig: listing.entry?.config,
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
    return groupTools(access, request, policy)?.config;
  },
};
