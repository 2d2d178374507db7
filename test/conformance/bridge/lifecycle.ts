import type { Policy } from "../../../src/config/policy.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { dailyBoundary } from "../../../src/lifecycle/daily-boundary.ts";
import { boundaryRule } from "../../../src/lifecycle/reset-table.ts";
import { evaluateReset } from "../../../src/lifecycle/evaluate-reset.ts";
import type { EvaluatedReset } from "../../../src/lifecycle/reset-decision.ts";
import { resetHour } from "../../../src/lifecycle/reset-hour.ts";
import { resetPolicies } from "../../../src/lifecycle/reset-policies.ts";
import { resetTable } from "../../../src/lifecycle/reset-table.ts";
import { resetTypes } from "../../../src/lifecycle/reset-type.ts";
import { updatedAtRule } from "../../../src/lifecycle/updated-at.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

function withPolicy(session: unknown, circumstances: Circumstances, answer: (policy: Policy) => unknown) {
  const policy = policyOf({ session }, circumstances);
  return isOutOfContract(policy) ? policy : answer(policy);
}

function policyShape({ from: _, timeZone: __, ...policy }: EvaluatedReset["policy"]) {
  return policy;
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
  const looked = reason !== "manual" && mode !== "none";
  const named = policy.behaviours.has("earlier-end-is-reason") && (reason === "daily" || reason === "idle");
  return {
    fresh,
    ...(looked && mode === "daily" && { dailyResetAt: dailyResetAt ?? NaN }),
    ...(looked && idleMinutes > 0 && { idleExpiresAt: idleExpiresAt ?? NaN }),
    ...(named && { staleReason: reason }),
  };
}

/** Translations of the upstream functions that concern lifecycle. */
export const lifecycleBridge: Bridge = {
  dailyResetAt: ({ now, atHour }, { edition, timeZone }) =>
    dailyBoundary(resetHour(atHour), timeZone, boundaryRule(behavioursOf(edition))).at(now),

  freshness: (input, circumstances) =>
    withPolicy(input.sessionCfg, circumstances, (policy) => {
      const decision = evaluateReset(input.entry ?? {}, facts(input), policy, input.now) as EvaluatedReset;
      return {
        resetType: decision.resetType,
        policy: policyShape(decision.policy),
        freshness: freshnessShape(decision, policy),
      };
    }),

  policy: ({ sessionCfg, resetType, channel }, circumstances) =>
    withPolicy(sessionCfg, circumstances, (policy) => {
      const read: object = policy.config.session?.resetByType ?? {};
      if (Object.hasOwn(sessionCfg?.resetByType ?? {}, resetType) && !Object.hasOwn(read, resetType))
        return { outOfContract: `session.resetByType.${resetType} is refused` };
      const byChannel = resetTable(policy).ofChannel(channel ?? undefined)?.policy;
      const { byType } = resetPolicies(policy);
      return { resetType, policy: policyShape(byChannel ?? byType[resetType as keyof typeof byType]) };
    }),

  channelReset: ({ sessionCfg, channel }, circumstances) =>
    withPolicy(sessionCfg, circumstances, (policy) => {
      const found = resetTable(policy).ofChannel(channel ?? undefined);
      const { overrides } = resetPolicies(policy);
      const override = overrides.find(({ policy: { from } }) => from === found?.policy.from)?.override;
      const written: unknown =
        override?.for === "channel" ? sessionCfg.resetByChannel[override.channel] : undefined;
      return typeof written === "function" ? `[Function ${written.name}]` : written;
    }),

  resetType: (input, { edition }) => resetTypes(behavioursOf(edition)).typeOf(facts(input)),

  threadFlag: ({ params }, { edition }) =>
    resetTypes(behavioursOf(edition)).isThread({
      key: params.sessionKey ?? "",
      ...(params.messageThreadId != null && { thread: String(params.messageThreadId) }),
      ...(params.threadLabel != null && { threadLabel: params.threadLabel }),
      ...(params.threadStarterBody != null && { threadStarter: params.threadStarterBody }),
      ...(params.parentSessionKey != null && { parentKey: params.parentSessionKey }),
    }),

  mergedUpdatedAt: ({ existing, patch, options }, { edition }) => {
    const behaviours = behavioursOf(edition);
    // Releases before cannot be told what time it is.
    if (!behaviours.has("writes-without-activity")) return undefined;
    const preserve = options.policy === "preserve-activity";
    return updatedAtRule(behaviours)(existing, { now: options.now, proposed: patch.updatedAt, preserve });
  },
};
