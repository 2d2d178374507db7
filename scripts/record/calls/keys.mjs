import { withoutChannels } from "./older-chat-types.mjs";

const chatType = ({ deriveSessionChatType }) => ofKey(deriveSessionChatType);

/** How the functions that build and read session keys are called, each under its own name. */
export const keysCalls = {
  ...Object.fromEntries(
    [
      "sanitizeAgentId",
      "normalizeAgentId",
      "normalizeOptionalAgentId",
      "normalizeOptionalAccountId",
      "normalizeMainKey",
      "normalizeChatType",
    ].map((name) => [name, (upstream) => ofValue(upstream[name])]),
  ),
  ...Object.fromEntries(
    [
      "parseAgentSessionKey",
      "parseAgentSessionKeyParts",
      "parseSessionDeliveryRoute",
      "parseThreadSessionSuffix",
      "parseRawSessionConversationRef",
      "parseSessionConversationRef",
      "parseCronRunScopeSuffix",
      "parseDirectAgentSessionTarget",
      "resolveThreadParentSessionKey",
      "classifySessionKeyShape",
      "deriveSessionChatTypeFromKey",
      "getSubagentDepth",
      "isSubagentSessionKey",
      "isAcpSessionKey",
      "isCronSessionKey",
      "isIncognitoSessionKey",
      "isAgentHarnessSessionKey",
      "isInternalSessionEffectsKey",
      "isUnscopedSessionKeySentinel",
      "normalizeSessionKeyPreservingOpaquePeerIds",
      "requiresFoldedSessionKeyAliasProof",
      "toAgentRequestSessionKey",
    ].map((name) => [name, (upstream) => ofKey(upstream[name])]),
  ),
  ...Object.fromEntries(
    [
      "buildAgentMainSessionKey",
      "buildAgentPeerSessionKey",
      "buildGroupHistoryKey",
      "buildConversationRef",
      "normalizeSessionPeerId",
      "toAgentStoreSessionKey",
      "scopeLegacySessionKeyToAgent",
      "resolveInternalSessionEffectsIdentity",
    ].map((name) => [name, (upstream) => upstream[name]]),
  ),

  // A namesake knows no default.
  normalizeAccountId: ({ normalizeAccountId }) =>
    normalizeAccountId?.("") === undefined ? undefined : ofValue(normalizeAccountId),
  // Older releases have a namesake, which lists sessions and asks no agent's part of a key.
  isCronRunSessionKey: ({ isCronRunSessionKey }) =>
    isCronRunSessionKey?.("cron:job:run:1") ? undefined : ofKey(isCronRunSessionKey),
  // Older releases have a namesake, which takes anything as a text.
  isValidAgentId: ({ isValidAgentId }) => (isValidAgentId?.(undefined) ? undefined : ofValue(isValidAgentId)),
  deriveSessionChatType: withoutChannels(chatType),
  normalizeAgentIdStrict:
    ({ normalizeAgentIdStrict }) =>
    ({ value }) => {
      const { ok, value: id } = normalizeAgentIdStrict(value);
      return { ok, value: id };
    },
  resolveLinkedPeer: [
    ({ resolveLinkedDirectPeerId }) => resolveLinkedDirectPeerId,
    ({ resolveLinkedPeerId }) => resolveLinkedPeerId,
  ],
  resolveThreadSessionKeys:
    ({ resolveThreadSessionKeys }) =>
    ({ preserveThreadCase, ...input }) =>
      resolveThreadSessionKeys({ ...input, ...(preserveThreadCase && { normalizeThreadId: (id) => id }) }),
  agentSessionKeysMatchByRequestKey:
    ({ agentSessionKeysMatchByRequestKey }) =>
    ({ left, right }) =>
      agentSessionKeysMatchByRequestKey(left, right),
  resolveAgentIdFromSessionKey:
    ({ resolveAgentIdFromSessionKey }) =>
    ({ key, configuredDefaultAgentId }) =>
      resolveAgentIdFromSessionKey(key, configuredDefaultAgentId),
  resolveEventSessionKey:
    ({ resolveEventSessionKey }) =>
    ({ sessionKey, mainKey, scope }) =>
      resolveEventSessionKey(sessionKey, mainKey, scope),
  scopedHeartbeatWakeOptions:
    ({ scopedHeartbeatWakeOptions }) =>
    ({ sessionKey, wakeOptions, mainKey, scope }) =>
      scopedHeartbeatWakeOptions(sessionKey, wakeOptions, mainKey, scope),
  normalizeConversationPeerId:
    ({ normalizeConversationPeerId }) =>
    ({ channel, value }) =>
      normalizeConversationPeerId(channel, value),
};

function ofValue(normalize) {
  return ({ value }) => normalize(value);
}

function ofKey(read) {
  return ({ key }) => read(key);
}
