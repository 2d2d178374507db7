import type { ResetConfig } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { formatTimeOfDay } from "../../config/time-of-day.ts";
import type { EvaluatedReset } from "../../lifecycle/reset/decision.ts";
import { writtenType } from "../../lifecycle/reset/entry.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import { timeOfReset, type ResetPolicy } from "../../lifecycle/reset/policy.ts";
import type { ResetTarget } from "../../lifecycle/reset/target.ts";
import { valueAt } from "./apply-fix.ts";
import { writeSetting, type FindingFix, type Found } from "./finding.ts";
import type { Situation } from "./situation.ts";

const hour = 3_600_000;
/** A conversation of a day and a half, whose last message is a minute old: only the clock can end it. */
const began = Date.UTC(2026, 0, 1, 12);
const now = began + 36 * hour;
const times = { sessionStartedAt: began, lastInteractionAt: now - 60_000, updatedAt: now - 60_000 };

const rooms = { chatType: "group", peer: "-1001" } as const;

/** One session of each kind that reset policies tell apart. */
function sessionsToAsk({ agentIds, policy }: Situation): readonly ResetTarget[] {
  const agent = `agent:${agentIds[0] ?? ""}`;
  const kinds: readonly ResetTarget[] = [
    { key: `${agent}:telegram:direct:1001`, chatType: "direct" },
    { key: `${agent}:telegram:group:-1001`, ...rooms },
    { key: `${agent}:telegram:group:-1001:topic:7`, ...rooms, thread: "7" },
  ];
  const channels = Object.keys(policy.config.session?.resetByChannel ?? {}).map((channel): ResetTarget => {
    const key = `${agent}:${channel}:direct:1001`;
    return { key, channel, chatType: "direct" };
  });
  return [...kinds, ...channels];
}

function ends({ fresh, reason, policy }: EvaluatedReset): string {
  if (policy.mode === "none") return "never ends";
  if (fresh || reason !== "daily") return "may end";
  return `ends every day at ${formatTimeOfDay(timeOfReset(policy))}, however lively it is`;
}

/** A reset policy as an entry that says the same. */
function written({ mode, atHour, atMinute, idleMinutes, from }: ResetPolicy, edition: string): ResetConfig {
  if (mode === "none") return { mode };
  const time =
    atMinute === undefined ? { atHour } : { at: formatTimeOfDay({ hour: atHour, minute: atMinute }) };
  return {
    mode,
    ...time,
    ...(idleMinutes !== undefined && from.idleMinutes !== edition && { idleMinutes }),
  };
}

/** An entry for other kinds of chat, and none for this one. */
function leftOut(decision: EvaluatedReset, key: string, situation: Situation): readonly Found[] {
  const { edition, config } = situation.policy;
  const { resetType, policy: reset } = decision;
  const types = Object.keys(config.session?.resetByType ?? {});
  const isWritten = writtenType(resetType, situation.policy) !== undefined;
  if (types.length === 0 || reset.from.mode !== edition || isWritten) return [];
  const path = formatPath(["session", "resetByType", resetType]);
  const asItIs = written(reset, edition);
  return [
    {
      id: "reset-type-left-out",
      path,
      message: `session.resetByType leaves out ${resetType}, whose conversation by default ${ends(decision)}.`,
      fix: writeSetting(path, asItIs, `Write ${path}, even if only as it is now: ${JSON.stringify(asItIs)}.`),
      witness: { who: [key], what: `a reset by ${decision.reason}`, invented: true },
    },
  ];
}

/** The setting by which an idle window that is written at a path is all that ends a session. */
function idleAlone(
  path: string,
  { config, behaviours }: Policy,
): readonly [path: string, value: unknown] | undefined {
  if (path !== "session.idleMinutes")
    return path.endsWith(".idleMinutes") ? [path.replace(/idleMinutes$/, "mode"), "idle"] : undefined;
  if (!behaviours.has("idle-minutes-beside-daily-reset")) return undefined;
  const { at, atHour } = config.session?.reset ?? {};
  // Beside a time of day `dailyReset: false` would contradict it.
  return at === undefined && atHour === undefined
    ? ["session.dailyReset", false]
    : ["session.reset.mode", "idle"];
}

/** Writes a mode in place of the times of day beside it, which would decide nothing then. */
function idleOnly(path: string, value: unknown, { config }: Policy): FindingFix {
  const section = path.replace(/\.mode$/, "");
  const times = ["at", "atHour"]
    .map((name) => `${section}.${name}`)
    .filter((time) => path !== section && valueAt(config, time) !== undefined);
  const { changes, sentence } = writeSetting(path, value);
  if (times.length === 0) return { changes, sentence };
  return {
    sentence: `Write ${path}: ${JSON.stringify(value)}, in place of ${times.join(" and ")}.`,
    changes: [...changes, ...times.map((time) => ({ path: time, remove: true }) as const)],
  };
}

/** An idle window without a mode, beside which the daily reset goes on. */
function withoutMode(decision: EvaluatedReset, key: string, { policy }: Situation): readonly Found[] {
  const { from, mode } = decision.policy;
  if (from.mode !== policy.edition || mode !== "daily" || from.idleMinutes === undefined) return [];
  const [path, value] = idleAlone(from.idleMinutes, policy) ?? [];
  if (path === undefined) return [];
  return [
    {
      id: "reset-mode-left-out",
      path,
      message: `An idle window is set without a mode, so the conversation also ${ends(decision)}.`,
      fix: idleOnly(path, value, policy),
      witness: { who: [key], what: `a reset by ${decision.reason}`, invented: true },
    },
  ];
}

/** Finds conversations that end by a default where something else is written for others. */
export function surprisingResets(situation: Situation): readonly Found[] {
  return sessionsToAsk(situation).flatMap((target) => {
    const decision = evaluateReset(times, target, situation.policy, now);
    if (decision.policy === undefined) return [];
    return [...leftOut(decision, target.key, situation), ...withoutMode(decision, target.key, situation)];
  });
}
