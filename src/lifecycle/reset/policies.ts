import { perPolicy } from "../../config/per-policy.ts";
import { baseEntry, resetEntry } from "./entry.ts";
import { resetOverrides, type ResetOverride } from "./override.ts";
import { resetPolicyFrom, type ResetPolicy } from "./policy.ts";
import type { ResetType } from "./type.ts";

/** Every reset policy of a config. */
export interface ResetPolicies {
  readonly byType: Readonly<Record<ResetType, ResetPolicy>>;
  readonly overrides: readonly { readonly override: ResetOverride; readonly policy: ResetPolicy }[];
}

/** Puts together every reset policy of a config, once. */
export const resetPolicies = perPolicy((policy): ResetPolicies => {
  const session = policy.config.session;
  const base = baseEntry(session);
  // From 2026.8.1 on nothing reads the older spellings any more.
  const legacy = !policy.behaviours.has("legacy-settings-refused");
  const idleMinutes = legacy ? session?.idleMinutes : undefined;
  const named = { value: policy.timeZone, path: policy.timeZoneNamed ? "options.timeZone" : policy.edition };
  const types = session?.resetByType;
  const ofType = (type: ResetType): ResetPolicy =>
    resetPolicyFrom(
      {
        base,
        type:
          resetEntry(types?.[type], `session.resetByType.${type}`) ??
          // The older name of the type is still read once it is called `direct`.
          (type === "direct" && legacy && policy.behaviours.has("direct-reset-type")
            ? resetEntry(types?.dm, "session.resetByType.dm")
            : undefined),
        legacyIdle:
          idleMinutes === undefined
            ? undefined
            : { idleMinutes: { value: idleMinutes, path: "session.idleMinutes" } },
        typesWritten: types !== undefined,
        timeZone: named,
      },
      policy,
    );
  return {
    byType: {
      direct: ofType("direct"),
      dm: ofType("dm"),
      group: ofType("group"),
      thread: ofType("thread"),
    },
    // An override replaces everything but the zone in which the host's sessions reset.
    overrides: [...resetOverrides(policy)].map((override) => ({
      override,
      policy: resetPolicyFrom({ base: override.entry, timeZone: base?.timeZone ?? named }, policy),
    })),
  };
});
