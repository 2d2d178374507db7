/** How the functions that decide on sending, visibility and memory are called. */
export const sessionPolicyCalls = {
  "send.resolve": ({ resolveSendPolicy }) => resolveSendPolicy,
  "send.normalize":
    ({ normalizeSendPolicy }) =>
    ({ raw }) =>
      normalizeSendPolicy(raw),
  "send.chatType":
    ({ deriveSessionChatType }) =>
    ({ sessionKey }) =>
      deriveSessionChatType(sessionKey),

  "vis.setting":
    ({ resolveSessionToolsVisibility }) =>
    ({ cfg }) =>
      resolveSessionToolsVisibility(cfg),
  "vis.sandbox":
    ({ resolveSandboxSessionToolsVisibility }) =>
    ({ cfg }) =>
      resolveSandboxSessionToolsVisibility(cfg),
  "vis.effective":
    ({ resolveEffectiveSessionToolsVisibility }) =>
    ({ cfg, sandboxed = false }) =>
      resolveEffectiveSessionToolsVisibility({ cfg, sandboxed }),
  "vis.a2a":
    ({ createAgentToAgentPolicy }) =>
    ({ cfg, requester, target }) => {
      const { enabled, isAllowed, matchesAllow } = createAgentToAgentPolicy(cfg);
      return {
        enabled,
        allowed: isAllowed(requester, target),
        requesterMatches: matchesAllow(requester),
        targetMatches: matchesAllow(target),
      };
    },
  "vis.guard":
    ({ createSessionVisibilityGuard, createAgentToAgentPolicy }) =>
    async ({ cfg, target, spawned, ...input }) => {
      const guard = await createSessionVisibilityGuard({
        ...input,
        a2aPolicy: createAgentToAgentPolicy(cfg),
        callGateway: async () => ({ sessions: spawned.map((key) => ({ key })) }),
      });
      return allowedOf(guard.check(target));
    },
  "vis.row":
    ({ createSessionVisibilityRowChecker, createAgentToAgentPolicy }) =>
    ({ cfg, row, ...input }) =>
      allowedOf(
        createSessionVisibilityRowChecker({ ...input, a2aPolicy: createAgentToAgentPolicy(cfg) }).check(row),
      ),

  "mem.private": ({ isPrivateConversation }) => isPrivateConversation,
  "mem.files":
    ({ filterBootstrapFilesForSession }) =>
    ({ files, sessionKey, asString, ...session }) => {
      const directory = session.workspaceDir ?? "/w";
      const named = files.map((file) =>
        typeof file === "string" ? { name: file, path: `${directory}/${file}` } : file,
      );
      return filterBootstrapFilesForSession(named, asString ? sessionKey : { sessionKey, ...session }).map(
        ({ name }) => name,
      );
    },
};

/** Whether access was given; the text that says why not is the release's own. */
function allowedOf({ allowed, status }) {
  return { allowed, status };
}
