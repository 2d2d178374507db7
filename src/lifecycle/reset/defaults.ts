import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";

/** What decides about resets where nothing is written. */
export interface UnwrittenReset {
  /** How sessions end where nothing at all is written about it. */
  readonly mode: "none" | "daily";
  /** The hour of daily resets that name no time. */
  readonly atHour: number;
  /** The idle window of mode `idle` without one; 0 is none. */
  readonly idleMinutes: number;
}

/** What an edition decides about resets where nothing is written. */
export const unwrittenReset = /* @__PURE__ */ once((behaviours: Behaviours): UnwrittenReset => ({
  mode: behaviours.has("unset-never-resets") ? "none" : "daily",
  atHour: 4,
  idleMinutes: behaviours.has("idle-off-without-minutes") ? 0 : 60,
}));

function resetsDaily({ mode }: Readonly<Record<string, unknown>>): boolean {
  return mode !== "none" && mode !== "idle";
}

/** Whether an object that tells when resets happen leaves the time of daily ones open. */
function leavesTimeOpen(reset: Readonly<Record<string, unknown>>): boolean {
  return resetsDaily(reset) && reset["at"] === undefined && reset["atHour"] === undefined;
}

function timeSetting(
  place: readonly string[],
  behaviours: Behaviours,
  beside: DefaultSetting["beside"],
): DefaultSetting {
  return { path: [...place, "atHour"], value: unwrittenReset(behaviours).atHour, ...(beside && { beside }) };
}

/** What goes without saying in an entry that is written. */
function entryDefaults(
  place: readonly string[],
  behaviours: Behaviours,
  mode: UnwrittenReset["mode"],
): readonly DefaultSetting[] {
  // Where a time of day decides nothing, older releases do not mind it, and 2026-11 warns of it.
  const beside = behaviours.has("contradicting-resets-refused") ? leavesTimeOpen : undefined;
  return [{ path: [...place, "mode"], value: mode }, timeSetting(place, behaviours, beside)];
}

function baseDefaults({ behaviours, config, timeZone }: Policy): readonly DefaultSetting[] {
  const { dailyReset, idleMinutes, reset } = config.session ?? {};
  if (typeof dailyReset === "object")
    return [timeSetting(["session", "dailyReset"], behaviours, leavesTimeOpen)];
  // Short spellings say what would otherwise be usual.
  if (dailyReset !== undefined) return [];
  const isOlderIdle = idleMinutes !== undefined && !behaviours.has("idle-minutes-beside-daily-reset");
  if (reset === undefined && isOlderIdle) return [];
  const place = ["session", "reset"];
  return [
    ...entryDefaults(place, behaviours, reset === undefined ? unwrittenReset(behaviours).mode : "daily"),
    ...(behaviours.has("reset-extensions")
      ? [{ path: [...place, "timeZone"], value: timeZone, beside: resetsDaily }]
      : []),
  ];
}

/** The settings about resets that go without saying. */
export function resetDefaults(policy: Policy): readonly DefaultSetting[] {
  return [
    ...baseDefaults(policy),
    ...entryDefaults(["session", "resetByChannel", "*"], policy.behaviours, "daily"),
  ];
}
