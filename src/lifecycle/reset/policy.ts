import type { ResetConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import type { TimeOfDay } from "../../config/time-of-day.ts";
import { unwrittenReset } from "./defaults.ts";
import { timeOfEntry, type Found, type ResetEntry, baseEntry, typeEntry } from "./entry.ts";
import { once } from "../../edition/once.ts";
import { resetOverrides, type ResetOverride } from "./override.ts";
import { ofEachType, type ResetType } from "./type.ts";

/**
 * When a session ends of itself.
 * - `none`: never.
 * - `daily`: at an hour; after the idle window as well, if there is one.
 * - `idle`: after the idle window.
 * - `any`: as `daily`, with an idle window.
 * - `all`: when the hour has passed and the idle window as well.
 */
export type ResetMode = NonNullable<ResetConfig["mode"]>;

/** The policy by which a session ends, and where each part of it was found. */
export interface ResetPolicy {
  /**
   * What ends a session: an hour (`daily`), a silence (`idle`), nothing (`none`), and under `2026-11` `any`
   * or `all` of its bounds.
   */
  readonly mode: ResetMode;
  /** The local hour of daily resets, 0 to 23. */
  readonly atHour: number;
  /** The minute within that hour, 1 to 59; absent on the hour. */
  readonly atMinute?: number;
  /** A session ends when nobody wrote for longer than this; absent or 0, it does not. */
  readonly idleMinutes?: number;
  /** A session ends when it is older than this. */
  readonly maxAgeMinutes?: number;
  /** Nothing ends a session (but a reset by hand) whose last interaction is at most this long ago. */
  readonly graceMinutes?: number;
  /** The IANA zone in which `atHour` is read, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Whether the host chose it; releases before 2026.4.22 do not tell. */
  readonly configured?: boolean;
  /** Of each part, the path in the config, `"options.timeZone"`, or the edition whose default it is. */
  readonly from: ResetPolicySources;
}

/** Where each part of a reset policy was found. */
export interface ResetPolicySources {
  /** Of what ends a session: the path of the setting, or the edition. */
  readonly mode: string;
  /** Of the hour and its minute. */
  readonly atHour: string;
  /** Of the idle window; absent where there is none. */
  readonly idleMinutes?: string;
  /** Of the greatest age; absent where there is none. */
  readonly maxAgeMinutes?: string;
  /** Of the grace; absent where there is none. */
  readonly graceMinutes?: string;
  /** Of the zone: the path of the setting, `"options.timeZone"`, or the edition. */
  readonly timeZone: string;
}

/** Whether a policy ends sessions at a time of day, alone or with an idle window. */
export function resetsDaily({ mode }: ResetPolicy): boolean {
  return mode === "daily" || mode === "any" || mode === "all";
}

/** The local time of a policy's daily resets. */
export function timeOfReset({ atHour, atMinute = 0 }: ResetPolicy): TimeOfDay {
  return { hour: atHour, minute: atMinute };
}

/** The places of a config that say something about one session's resets. */
export interface ResetPlaces {
  /** `session.reset` with its short spellings, or the override that takes its place. */
  readonly base: ResetEntry | undefined;
  /** The entry of `session.resetByType`; overrides have none. */
  readonly type?: ResetEntry | undefined;
  /** `session.idleMinutes`, from before there was `session.reset`. */
  readonly legacyIdle?: ResetEntry | undefined;
  /** Whether `session.resetByType` is written at all. */
  readonly typesWritten?: boolean;
  /** The zone for entries that name none. */
  readonly timeZone: Found<string>;
}

function modeOf(places: ResetPlaces, policy: Policy): Found<ResetMode> {
  const { base, type, legacyIdle, typesWritten } = places;
  const daily = { value: "daily", path: policy.edition } as const;
  const inherited =
    type !== undefined && base?.mode?.value === "none" && policy.behaviours.has("type-entry-beats-none")
      ? daily
      : base?.mode;
  const written = type?.mode ?? inherited;
  if (written !== undefined) return written;
  if (base !== undefined || type !== undefined) return daily;
  if (legacyIdle?.idleMinutes !== undefined && typesWritten !== true)
    return { value: "idle", path: legacyIdle.idleMinutes.path };
  return { value: unwrittenReset(policy.behaviours).mode, path: policy.edition };
}

function idleOf({ base, type, legacyIdle }: ResetPlaces, mode: ResetMode, policy: Policy) {
  const dailyAlone = type?.mode?.value === "daily" && policy.behaviours.has("daily-type-stands-alone");
  const inherited = dailyAlone ? undefined : (base?.idleMinutes ?? legacyIdle?.idleMinutes);
  const written = type?.idleMinutes ?? inherited;
  if (written !== undefined || mode !== "idle") return written;
  return { value: unwrittenReset(policy.behaviours).idleMinutes, path: policy.edition };
}

/** Puts together the reset policy that applies where these places do. */
export function resetPolicyFrom(places: ResetPlaces, policy: Policy): ResetPolicy {
  const { base, type, legacyIdle } = places;
  const mode = modeOf(places, policy);
  // Hour and minute are one setting: an entry's `atHour: 6` takes nothing from another's `at: "04:30"`.
  const { atHour } = unwrittenReset(policy.behaviours);
  const unwritten = { value: { hour: atHour, minute: 0 }, path: policy.edition };
  const time = timeOfEntry(type) ?? timeOfEntry(base) ?? unwritten;
  const idle = idleOf(places, mode.value, policy);
  const maxAge = type?.maxAgeMinutes ?? base?.maxAgeMinutes;
  const grace = type?.graceMinutes ?? base?.graceMinutes;
  const timeZone = type?.timeZone ?? base?.timeZone ?? places.timeZone;
  const configured = base !== undefined || type !== undefined || legacyIdle !== undefined;
  return Object.freeze({
    mode: mode.value,
    atHour: time.value.hour,
    ...(time.value.minute !== 0 && { atMinute: time.value.minute }),
    ...(idle && { idleMinutes: idle.value }),
    ...(maxAge && { maxAgeMinutes: maxAge.value }),
    ...(grace && { graceMinutes: grace.value }),
    timeZone: timeZone.value,
    ...(policy.behaviours.has("configured-policy-known") && { configured }),
    from: Object.freeze({
      mode: mode.path,
      atHour: time.path,
      ...(idle && { idleMinutes: idle.path }),
      ...(maxAge && { maxAgeMinutes: maxAge.path }),
      ...(grace && { graceMinutes: grace.path }),
      timeZone: timeZone.path,
    }),
  });
}

/** Every reset policy of a config. */
export interface ResetPolicies {
  /** The policy of a session of which neither its type nor an override says anything. */
  readonly base: ResetPolicy;
  readonly byType: Readonly<Record<ResetType, ResetPolicy>>;
  readonly overrides: readonly { readonly override: ResetOverride; readonly policy: ResetPolicy }[];
}

/** Puts together every reset policy of a config, once. */
export const resetPolicies = /* @__PURE__ */ once((policy: Policy): ResetPolicies => {
  const { session } = policy.config;
  const base = baseEntry(policy);
  // From 2026.8.1 on no release reads the older spelling any more; in 2026-11 it is part of the base.
  const legacyIdle = policy.behaviours.has("legacy-settings-refused") ? undefined : session?.idleMinutes;
  const named = { value: policy.timeZone, path: policy.timeZoneNamed ? "options.timeZone" : policy.edition };
  const policyOf = (type: ResetEntry | undefined): ResetPolicy =>
    resetPolicyFrom(
      {
        base,
        type,
        legacyIdle:
          legacyIdle === undefined
            ? undefined
            : { idleMinutes: { value: legacyIdle, path: "session.idleMinutes" } },
        typesWritten: session?.resetByType !== undefined,
        timeZone: named,
      },
      policy,
    );
  return {
    base: policyOf(undefined),
    byType: ofEachType((type) => policyOf(typeEntry(type, policy))),
    // An override replaces everything but the zone in which the host's sessions reset.
    overrides: [...resetOverrides(policy)].map((override) => ({
      override,
      policy: resetPolicyFrom({ base: override.entry, timeZone: base?.timeZone ?? named }, policy),
    })),
  };
});
