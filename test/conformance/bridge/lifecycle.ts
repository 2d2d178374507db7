import type { Policy } from "../../../src/config/policy.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { dailyBoundary } from "../../../src/lifecycle/reset/daily-boundary.ts";
import { boundaryRule, resetTable } from "../../../src/lifecycle/reset/table.ts";
import { readCommandText, type ResetTriggerFacts } from "../../../src/lifecycle/trigger/command-text.ts";
import { evaluateReset } from "../../../src/lifecycle/reset/evaluate-reset.ts";
import type { EvaluatedReset } from "../../../src/lifecycle/reset/decision.ts";
import { unwrittenReset } from "../../../src/lifecycle/reset/defaults.ts";
import { resetPolicies } from "../../../src/lifecycle/reset/policy.ts";
import { matchResetTrigger, softResetTail } from "../../../src/lifecycle/trigger/reset-trigger.ts";
import { updatedAtRule } from "../../../src/lifecycle/record-activity.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

/** A policy of settings that the release's schema refuses: its functions take them nevertheless. */
function unchecked(session: object, circumstances: Circumstances) {
  const policy = policyOf({}, circumstances);
  return isOutOfContract(policy) ? policy : { ...policy, config: { session } };
}

function withPolicy(session: VectorInput, circumstances: Circumstances, answer: (policy: Policy) => unknown) {
  const checked = policyOf({ session }, circumstances);
  const policy = isOutOfContract(checked) && session != null ? unchecked(session, circumstances) : checked;
  return isOutOfContract(policy) ? policy : answer(policy);
}

function policyShape({ mode, atHour, idleMinutes, configured }: EvaluatedReset["policy"]) {
  return { mode, atHour, idleMinutes, configured };
}

/** A thread's or a room's flag, as the facts that raise it. */
function facts({ sessionKey, isGroup, isThread, channel }: VectorInput) {
  return {
    key: sessionKey ?? "",
    ...(isGroup && { chatType: "group" as const }),
    ...(isThread && { thread: "1" }),
    ...(channel != null && { channel }),
  };
}

/** Releases answer `NaN` where an instant cannot be told; a decision leaves it out. */
function freshnessShape(decision: EvaluatedReset, policy: Policy) {
  const { fresh, reason, dailyResetAt, idleExpiresAt } = decision;
  const { mode, idleMinutes = 0 } = decision.policy;
  // Releases that do not know the mode `none` look at the idle window all the same.
  const looked = reason !== "manual" && (mode !== "none" || !policy.behaviours.has("reset-none-setting"));
  const named = policy.behaviours.has("earlier-end-is-reason") && (reason === "daily" || reason === "idle");
  return {
    fresh,
    ...(looked && mode === "daily" && { dailyResetAt: dailyResetAt ?? NaN }),
    ...(looked && idleMinutes > 0 && { idleExpiresAt: idleExpiresAt ?? NaN }),
    ...(named && { staleReason: reason }),
  };
}

function triggerFacts({ isGroup, ctx, resetAuthorized }: VectorInput): ResetTriggerFacts {
  return {
    chatType: isGroup === true ? "group" : "direct",
    ...(ctx?.BotUsername != null && { botUsername: ctx.BotUsername }),
    ...(ctx?.SenderName != null && { sender: { name: ctx.SenderName } }),
    ...(resetAuthorized != null && { authorized: resetAuthorized }),
  };
}

/** Translations of the upstream functions that concern lifecycle. */
export const lifecycleBridge: Bridge = {
  dailyResetAt({ now, atHour }, { edition, timeZone }) {
    const behaviours = behavioursOf(edition);
    // Upstream makes an hour of any number; configs cannot say anything else than 0 to 23.
    const hour = Number.isFinite(atHour)
      ? Math.min(Math.max(Math.floor(atHour), 0), 23)
      : unwrittenReset(behaviours).atHour;
    return dailyBoundary({ hour, minute: 0 }, timeZone, boundaryRule(behaviours)).at(now);
  },

  freshness: (input, circumstances) =>
    withPolicy(input.sessionCfg, circumstances, (policy) => {
      const decision = evaluateReset(input.entry ?? {}, facts(input), policy, input.now) as EvaluatedReset;
      return {
        resetType: decision.resetType,
        policy: policyShape(decision.policy),
        freshness: freshnessShape(decision, policy),
      };
    }),

  // Asked for a reset type that the release has no setting for, its function reads one all the same.
  policy: ({ sessionCfg, resetType, channel }, circumstances) => {
    const policy = unchecked(sessionCfg ?? {}, circumstances);
    if (isOutOfContract(policy)) return policy;
    const byChannel = resetTable(policy).ofChannel(channel ?? undefined)?.policy;
    const { byType } = resetPolicies(policy);
    return { resetType, policy: policyShape(byChannel ?? byType[resetType as keyof typeof byType]) };
  },

  channelReset: ({ sessionCfg, channel }, circumstances) =>
    withPolicy(sessionCfg, circumstances, (policy) => {
      const found = resetTable(policy).ofChannel(channel ?? undefined);
      const { overrides } = resetPolicies(policy);
      const override = overrides.find(({ policy: reset }) => reset === found?.policy)?.override;
      const written: unknown =
        override?.for === "channel" ? sessionCfg.resetByChannel[override.channel] : undefined;
      return typeof written === "function" ? `[Function ${written.name}]` : written;
    }),

  resetType: (input, circumstances) =>
    withPolicy({}, circumstances, (policy) => evaluateReset({}, facts(input), policy, 0).resetType),

  threadFlag: ({ params }, circumstances) =>
    withPolicy({}, circumstances, (policy) => {
      const { sessionKey, messageThreadId, threadLabel, threadStarterBody, parentSessionKey } = params;
      const target = {
        key: sessionKey ?? "",
        ...(messageThreadId != null && { thread: String(messageThreadId) }),
        ...(threadLabel != null && { threadLabel }),
        ...(threadStarterBody != null && { threadStarter: threadStarterBody }),
        ...(parentSessionKey != null && { parentKey: parentSessionKey }),
      };
      return evaluateReset({}, target, policy, 0).resetType === "thread";
    }),

  mergedUpdatedAt: ({ existing, patch, options }, { edition }) => {
    const behaviours = behavioursOf(edition);
    // Releases before cannot be told what time it is.
    if (!behaviours.has("writes-without-activity")) return undefined;
    const preserve = options.policy === "preserve-activity";
    return updatedAtRule(behaviours)(existing, { now: options.now, proposed: patch.updatedAt, preserve });
  },

  resetCommand: ({ commandText, resetTriggers, ...about }, circumstances) =>
    withPolicy({ ...(resetTriggers != null && { resetTriggers }) }, circumstances, (policy) => {
      // Releases before have no such function.
      if (!policy.behaviours.has("trigger-text-kept")) return undefined;
      const facts = triggerFacts(about);
      const { seen, command } = readCommandText(commandText, facts, policy.behaviours);
      const matched = matchResetTrigger(commandText, policy, facts);
      return {
        normalizedResetBody: command,
        softResetMatched: softResetTail(command) !== undefined,
        triggerBodyNormalized: seen,
        ...(matched &&
          matched.command !== "soft" && { matchedResetTriggerLower: matched.trigger, payload: matched.rest }),
      };
    }),

  softReset: ({ body }, { edition }) => {
    if (!behavioursOf(edition).has("soft-reset")) return undefined;
    const tail = softResetTail(body);
    return { matched: tail !== undefined, ...(tail !== undefined && { tail }) };
  },
};
