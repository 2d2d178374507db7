import { atTime } from "./at-time.mjs";
import { nothing } from "./nothing.mjs";

/** How the functions that decide whether a session is still the same one are called. */
export const resetCalls = {
  dailyResetAt:
    ({ resolveDailyResetAtMs }) =>
    ({ now, atHour }) =>
      resolveDailyResetAtMs(now, atHour),
  resetType: ({ resolveSessionResetType }) => resolveSessionResetType,
  threadFlag:
    ({ resolveThreadFlag }) =>
    ({ params }) =>
      resolveThreadFlag(params),
  channelReset:
    ({ resolveChannelResetConfig }) =>
    (input) => {
      const found = resolveChannelResetConfig(input);
      return typeof found === "function" ? `[Function ${found.name}]` : found;
    },
  policy:
    ({ resolveSessionResetPolicy, resolveChannelResetConfig }) =>
    ({ resetType, ...input }) => ({
      resetType,
      policy: resolveSessionResetPolicy({
        sessionCfg: input.sessionCfg,
        resetType,
        resetOverride: resolveChannelResetConfig(input),
      }),
    }),
  freshness: (upstream) => {
    const { resolveSessionResetType, resolveChannelResetConfig } = upstream;
    const { resolveSessionResetPolicy, evaluateSessionFreshness } = upstream;
    return ({ sessionCfg, sessionKey, entry, now, channel, isGroup, isThread }) => {
      const resetType = resolveSessionResetType({ sessionKey, isGroup, isThread });
      const resetOverride = resolveChannelResetConfig({ sessionCfg, channel });
      const policy = resolveSessionResetPolicy({ sessionCfg, resetType, resetOverride });
      return { resetType, policy, freshness: evaluateSessionFreshness({ ...entry, now, policy }) };
    };
  },

  resetCommand: [
    ({ resolveSessionResetCommand, DEFAULT_RESET_TRIGGERS }) =>
      ({ commandText, isGroup = false, ctx = {}, resetTriggers, resetAuthorized = true }) =>
        resolveSessionResetCommand({
          commandText,
          rawText: commandText,
          resetTriggers: resetTriggers ?? DEFAULT_RESET_TRIGGERS,
          ctx,
          cfg: {},
          agentId: "main",
          isGroup,
          resetAuthorized,
        }),
    nothing,
  ],
  softReset: [
    ({ parseSoftResetCommand }) =>
      ({ body }) =>
        parseSoftResetCommand(body),
    nothing,
  ],

  mergedUpdatedAt:
    ({ mergeSessionEntry, mergeSessionEntryPreserveActivity }) =>
    ({ existing, patch, options }) => {
      const merge =
        options.policy === "preserve-activity" ? mergeSessionEntryPreserveActivity : mergeSessionEntry;
      return atTime(options.now, () => merge(existing, patch)).updatedAt;
    },
  forkMaxTokens: [
    ({ resolveParentForkMaxTokens }) =>
      ({ session }) =>
        resolveParentForkMaxTokens({ session }),
    nothing,
  ],
  forkDecision: [
    ({ planParentForkDecision }) =>
      ({ parentEntry, estimate }) => {
        const { status, reason, maxTokens, parentTokens } = planParentForkDecision(parentEntry, estimate);
        return { status, reason, maxTokens, parentTokens };
      },
    nothing,
  ],
};
