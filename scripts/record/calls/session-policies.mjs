import { having } from "./having.mjs";
import { withOlderChatTypes } from "./older-chat-types.mjs";

const sendPolicy = ({ resolveSendPolicy }) => resolveSendPolicy;
const chatType =
  ({ deriveSessionChatType }) =>
  ({ sessionKey }) =>
    deriveSessionChatType(sessionKey);

/** How the functions that decide on sending, visibility and memory are called. */
export const sessionPolicyCalls = {
  "send.resolve": withOlderChatTypes(sendPolicy),
  "send.normalize":
    ({ normalizeSendPolicy }) =>
    ({ raw }) =>
      normalizeSendPolicy(raw),
  "send.chatType": withOlderChatTypes(chatType),

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
  "vis.guard": [
    having(
      "listSpawnedSessionKeysWithResult",
      ({ createSessionVisibilityGuard, createAgentToAgentPolicy }) =>
        async ({ cfg, target, spawned, ...input }) => {
          const guard = await createSessionVisibilityGuard({
            ...input,
            a2aPolicy: createAgentToAgentPolicy(cfg),
            callGateway: async () => ({ sessions: spawned.map((key) => ({ key })) }),
          });
          return allowedOf(guard.check(target));
        },
    ),
    ({
        createSessionVisibilityGuard,
        createAgentToAgentPolicy,
        "replace:listSpawnedSessionKeys": replaceSpawned,
      }) =>
      async ({ cfg, target, spawned, ...input }) => {
        replaceSpawned(async () => new Set(spawned));
        const a2aPolicy = createAgentToAgentPolicy(cfg);
        return allowedOf((await createSessionVisibilityGuard({ ...input, a2aPolicy })).check(target));
      },
  ],
  "vis.row":
    ({ createSessionVisibilityRowChecker, createAgentToAgentPolicy }) =>
    ({ cfg, row, ...input }) =>
      allowedOf(
        createSessionVisibilityRowChecker({ ...input, a2aPolicy: createAgentToAgentPolicy(cfg) }).check(row),
      ),

  "mem.private": ({ isPrivateConversation }) => isPrivateConversation,
  "mem.scope":
    ({ isQmdScopeAllowed }) =>
    ({ scope, sessionKey }) =>
      isQmdScopeAllowed(scope, sessionKey),
  "mem.derive":
    ({ deriveQmdScopeChannel, deriveQmdScopeChatType }) =>
    ({ sessionKey }) => ({
      channel: deriveQmdScopeChannel(sessionKey),
      chatType: deriveQmdScopeChatType(sessionKey),
    }),
  "mem.defaultScope":
    ({ DEFAULT_QMD_SCOPE }) =>
    () =>
      DEFAULT_QMD_SCOPE,
  "mem.files": [
    having("resolveBootstrapSessionContext", ({ filterBootstrapFilesForSession }) => (input) => {
      const { sessionKey, asString, chatType, workspaceDir } = input;
      const session = asString ? sessionKey : { sessionKey, chatType, workspaceDir };
      return filterBootstrapFilesForSession(filesIn(input), session).map(({ name }) => name);
    }),
    ({ filterBootstrapFilesForSession }) =>
      (input) =>
        filterBootstrapFilesForSession(filesIn(input), input.sessionKey).map(({ name }) => name),
  ],
};

/** Whether access was given; the text that says why not is the release's own. */
function allowedOf({ allowed, status }) {
  return { allowed, status };
}

function filesIn({ files, workspaceDir = "/w" }) {
  return files.map((file) =>
    typeof file === "string" ? { name: file, path: `${workspaceDir}/${file}` } : file,
  );
}
