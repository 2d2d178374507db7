import { having } from "./having.mjs";

/** How the functions that find an agent, its main session and a message's session are called. */
export const routingCalls = {
  ...Object.fromEntries(
    [
      "buildAgentSessionKey",
      "resolveAgentRoute",
      "resolveAgentMainSessionKey",
      "resolveExplicitAgentSessionKey",
      "resolveSessionStoreKey",
      "canonicalizeMainSessionAlias",
      "deriveLastRoutePolicy",
      "resolveInboundLastRouteSessionKey",
      "resolveCronAgentSessionKey",
      "resolveIsolatedHeartbeatSessionKey",
      "resolveNativeCommandSessionTargets",
      "resolveRuntimePolicySessionKey",
      "normalizeHookDispatchSessionKey",
      "buildTelegramParentPeer",
    ].map((name) => [name, (upstream) => upstream[name]]),
  ),

  // One config object for all the calls: what a release remembers between them is what is asked.
  resolveAgentRouteSeq:
    ({ resolveAgentRoute }) =>
    ({ cfg, calls }) =>
      calls.map((call) => resolveAgentRoute({ cfg, ...call })),
  resolveDefaultAgentId:
    ({ resolveDefaultAgentId }) =>
    ({ cfg }) =>
      resolveDefaultAgentId(cfg),
  resolveMainSessionKey:
    ({ resolveMainSessionKey }) =>
    ({ cfg }) =>
      resolveMainSessionKey(cfg),
  pickFirstExistingAgentId:
    ({ pickFirstExistingAgentId }) =>
    ({ cfg, agentId }) =>
      pickFirstExistingAgentId(cfg, agentId),
  listBoundAccountIds:
    ({ listBoundAccountIds }) =>
    ({ cfg, channel }) =>
      listBoundAccountIds(cfg, channel),
  resolveDefaultAgentBoundAccountId:
    ({ resolveDefaultAgentBoundAccountId }) =>
    ({ cfg, channel }) =>
      resolveDefaultAgentBoundAccountId(cfg, channel),
  buildChannelAccountBindings:
    ({ buildChannelAccountBindings }) =>
    ({ cfg }) =>
      buildChannelAccountBindings(cfg),
  listDeliverableMessageChannels:
    ({ listDeliverableMessageChannels }) =>
    () =>
      listDeliverableMessageChannels(),

  resolveGroupSessionKey:
    ({ resolveGroupSessionKey }) =>
    ({ ctx }) =>
      resolveGroupSessionKey(ctx),
  deriveSessionKey:
    ({ deriveSessionKey }) =>
    ({ scope, ctx }) =>
      deriveSessionKey(scope, ctx),
  resolveSessionKey: [
    having("EXPLICIT_SESSION_KEY_NORMALIZERS", withDiscordBehindFacade),
    withDiscord("replace:getLoadedChannelPlugin", "replace:getChannelPlugin"),
    withDiscord("replace:getLoadedChannelPlugin"),
    withDiscord("replace:getChannelPlugin"),
    having("deriveSessionKey", sessionKey),
  ],
  normalizeExplicitDiscordSessionKey: having(
    "normalizeExplicitDiscordSessionKey",
    ({ "each:normalizeExplicitDiscordSessionKey": found }) =>
      ({ sessionKey, ctx }) =>
        ofDiscord(found)(sessionKey, ctx),
  ),

  buildTelegramGroupPeerId:
    ({ buildTelegramGroupPeerId }) =>
    ({ chatId, messageThreadId }) =>
      buildTelegramGroupPeerId(chatId, messageThreadId),
  telegramRoute:
    ({ resolveTelegramConversationRoute }) =>
    ({ topicId, ...input }) =>
      resolveTelegramConversationRoute({ ...input, ...telegramThread(topicId) }).route,
  telegramBaseKey:
    ({ resolveTelegramConversationRoute, resolveTelegramConversationBaseSessionKey }) =>
    (input) => {
      const { route } = resolveTelegramConversationRoute({ ...input, ...telegramThread() });
      return resolveTelegramConversationBaseSessionKey({ ...input, route });
    },
};

function sessionKey({ resolveSessionKey }) {
  // Its namesakes take a session, or a request.
  if (resolveSessionKey?.length < 3) return undefined;
  return ({ scope, ctx, mainKey, agentId }) => resolveSessionKey(scope, ctx, mainKey, agentId);
}

/** Discord's own function, and not a facade of it, which takes whatever it is given and loads the plugin. */
function ofDiscord(found) {
  return found.find(({ length }) => length === 2);
}

/** A variant for the releases that load the Discord plugin when they meet one of its keys. */
function withDiscordBehindFacade(upstream) {
  const { "each:normalizeExplicitDiscordSessionKey": found } = upstream;
  const { "replace:loadBundledPluginPublicSurfaceModuleSync": replaceLoad } = upstream;
  const call = sessionKey(upstream);
  if (call === undefined) return undefined;
  return (input) => {
    replaceLoad(() => ({ normalizeExplicitDiscordSessionKey: ofDiscord(found) }));
    return call(input);
  };
}

/** A variant for the releases that ask the loaded channels about a key: Discord, where the input has it. */
function withDiscord(...getters) {
  return (upstream) => {
    const { normalizeExplicitDiscordSessionKey: normalize } = upstream;
    const replaceGetters = getters.map((getter) => upstream[getter]);
    const { "replace:listChannelPlugins": replaceList } = upstream;
    const call = sessionKey(upstream);
    if (call === undefined) return undefined;
    const discord = {
      id: "discord",
      messaging: { normalizeExplicitSessionKey: ({ sessionKey: key, ctx }) => normalize(key, ctx) },
    };
    return ({ plugins = [], ...input }) => {
      const loaded = plugins.includes("discord") ? [discord] : [];
      replaceList(() => loaded);
      for (const replaceGetter of replaceGetters)
        replaceGetter((id) => loaded.find((plugin) => plugin.id === id));
      return call(input);
    };
  };
}

/** The topic, as releases before and after 2026.8.1 take it. */
function telegramThread(topicId) {
  const threadSpec = topicId === undefined ? { scope: "none" } : { id: topicId, scope: "forum" };
  return { threadSpec, resolvedThreadId: topicId, replyThreadId: topicId };
}
