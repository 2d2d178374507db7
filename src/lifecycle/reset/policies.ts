import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { baseEntry, typeEntry, type ResetEntry } from "./entry.ts";
import { resetOverrides, type ResetOverride } from "./override.ts";
import { resetPolicyFrom, type ResetPolicy } from "./policy.ts";
import type { ResetType } from "./type.ts";

/** Every reset policy of a config. */
export interface ResetPolicies {
  /** The policy of a session of which neither its type nor an override says anything. */
  readonly base: ResetPolicy;
  readonly byType: Readonly<Record<ResetType, ResetPolicy>>;
  readonly overrides: readonly { readonly override: ResetOverride; readonly policy: ResetPolicy }[];
}

/** Puts together every reset policy of a config, once. */
export const resetPolicies = once((policy: Policy): ResetPolicies => {
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
    byType: {
      direct: policyOf(typeEntry("direct", policy)),
      dm: policyOf(typeEntry("dm", policy)),
      group: policyOf(typeEntry("group", policy)),
      thread: policyOf(typeEntry("thread", policy)),
    },
    // An override replaces everything but the zone in which the host's sessions reset.
    overrides: [...resetOverrides(policy)].map((override) => ({
      override,
      policy: resetPolicyFrom({ base: override.entry, timeZone: base?.timeZone ?? named }, policy),
    })),
  };
});
