/** How the functions that decide who is let in are called. */
export const accessCalls = {
  "access.lists": ({ resolveEffectiveAllowFromLists }) => resolveEffectiveAllowFromLists,
  "access.dmGroup":
    ({ resolveDmGroupAccessWithLists }) =>
    ({ senderId, ...input }) => {
      const asked = { ...input, isSenderAllowed: (entries) => isIn(senderId, entries) };
      const { decision, reasonCode, effectiveAllowFrom, effectiveGroupAllowFrom } =
        resolveDmGroupAccessWithLists(asked);
      return { decision, reasonCode, effectiveAllowFrom, effectiveGroupAllowFrom };
    },
  "access.groupPolicy": ({ resolveChannelGroupPolicy }) => resolveChannelGroupPolicy,
  "access.requireMention": ({ resolveChannelGroupRequireMention }) => resolveChannelGroupRequireMention,
  "access.groupTools": ({ resolveChannelGroupToolsPolicy }) => resolveChannelGroupToolsPolicy,
  "access.runtimePolicy": (upstream) => {
    const { resolveRuntimeGroupPolicy } = upstream;
    const { resolveOpenProviderRuntimeGroupPolicy, resolveAllowlistProviderRuntimeGroupPolicy } = upstream;
    const byKind = {
      raw: resolveRuntimeGroupPolicy,
      open: resolveOpenProviderRuntimeGroupPolicy,
      allowlist: resolveAllowlistProviderRuntimeGroupPolicy,
    };
    return ({ kind, ...input }) => byKind[kind](input);
  },
  "access.senderId":
    ({ isSenderIdAllowed }) =>
    ({ allow, senderId, allowWhenEmpty }) =>
      isSenderIdAllowed(allow, senderId, allowWhenEmpty),
  "access.senderGroup":
    ({ evaluateSenderGroupAccess }) =>
    (input) =>
      evaluateSenderGroupAccess({ ...input, isSenderAllowed: isIn }),
  "access.senderGroupForPolicy":
    ({ evaluateSenderGroupAccessForPolicy }) =>
    (input) =>
      evaluateSenderGroupAccessForPolicy({ ...input, isSenderAllowed: isIn }),
  "access.senderScoped": ({ resolveSenderScopedGroupPolicy }) => resolveSenderScopedGroupPolicy,
  "access.matchedGroup": ({ evaluateMatchedGroupAccessForPolicy }) => evaluateMatchedGroupAccessForPolicy,
  "access.routeGroup": ({ evaluateGroupRouteAccessForPolicy }) => evaluateGroupRouteAccessForPolicy,
  "access.pinnedOwner":
    ({ resolvePinnedMainDmOwnerFromAllowlist }) =>
    (input) =>
      resolvePinnedMainDmOwnerFromAllowlist({
        ...input,
        normalizeEntry: (entry) => entry.trim().toLowerCase(),
      }),
  "access.telegramScoped":
    ({ resolveTelegramScopedGroupConfig }) =>
    ({ cfg, chatId, threadId }) =>
      resolveTelegramScopedGroupConfig(cfg, chatId, threadId),
  "access.telegramGroup": (upstream) => {
    const { evaluateTelegramGroupBaseAccess, evaluateTelegramGroupPolicyAccess } = upstream;
    const { normalizeDmAllowFromWithStore: readList, resolveChannelGroupPolicy } = upstream;
    // A namesake reads the lists of LINE, and does not know how Telegram's entries may be written.
    if (readList?.({ allowFrom: ["tg:1"] }).entries[0] === "tg:1") return undefined;
    return ({ cfg, chatId, senderId, groupConfig, topicConfig }) => {
      const telegramCfg = cfg.channels?.telegram ?? {};
      const override = topicConfig?.allowFrom ?? groupConfig?.allowFrom;
      const allowFrom = override ?? telegramCfg.groupAllowFrom ?? telegramCfg.allowFrom;
      const effectiveGroupAllow = readList({ allowFrom });
      const hasGroupAllowFrom = effectiveGroupAllow.hasEntries;
      const asked = {
        isGroup: true,
        chatId,
        cfg,
        telegramCfg,
        groupConfig,
        topicConfig,
        senderId,
        effectiveGroupAllow,
      };
      const base = evaluateTelegramGroupBaseAccess({
        ...asked,
        hasGroupAllowOverride: override !== undefined,
        enforceAllowOverride: true,
        requireSenderForAllowOverride: true,
      });
      if (!base.allowed) return { stage: "base", ...base };
      const policy = evaluateTelegramGroupPolicyAccess({
        ...asked,
        resolveGroupPolicy: () =>
          resolveChannelGroupPolicy({ cfg, channel: "telegram", groupId: String(chatId), hasGroupAllowFrom }),
        enforcePolicy: true,
        enforceAllowlistAuthorization: true,
        allowEmptyAllowlistEntries: false,
        requireSenderForAllowlistAuthorization: true,
        checkChatAllowlist: true,
        // Releases before 2026.8.1 ask.
        useTopicAndGroupOverrides: true,
      });
      return { stage: "policy", ...policy };
    };
  },
};

function isIn(sender, entries) {
  return entries.includes("*") || entries.includes(sender);
}
