import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { readNow } from "../read-times.ts";
import { demandPolicy } from "../../config/policy.ts";
import { membersOf } from "../../config/given.ts";
import type { Policy } from "../../config/policy.ts";
import { capVictims } from "./cap-victims.ts";
import { resolveMaintenance } from "./resolve-maintenance.ts";
import type { MaintenanceStep } from "./steps.ts";
import { type MaintenanceAges, surveyor } from "./survey.ts";
import type { StoredEntry } from "../stored-entry.ts";

/** What maintenance holds in store for one session. */
export interface MaintenanceWarning {
  /** What its age would cost it. */
  readonly ageOutcome?: MaintenanceStep["action"];
  /** What the cap would cost it. */
  readonly capOutcome?: MaintenanceStep["action"];
}

/**
 * Tells the person who uses a session what maintenance would do to it, were age and cap applied to
 * the store as it is, each on its own and without slack. Undefined when neither would touch it, when
 * the edition keeps it, and when the store does not have it.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * const store = [{ key: "agent:main:explicit:1", updatedAt: 0 }];
 * warnOfMaintenance("agent:main:explicit:1", store, policy, 2_592_000_001); //=> { ageOutcome: "archive" }
 * ```
 */
export function warnOfMaintenance(
  key: string,
  entries: Iterable<StoredEntry>,
  policy: Policy,
  now: number,
): MaintenanceWarning | undefined {
  if (isPolluted()) return unpolluted(warnOfMaintenance, key, entries, policy, now);
  demandPolicy(policy);
  const { pruneAfterMs, maxEntries, preserveRecentMs } = resolveMaintenance(policy).settings;
  if (maxEntries === undefined) return undefined;
  const at = readNow(now);
  const sessions = [...membersOf(entries)];
  const survey = (ages: MaintenanceAges) => {
    const pass = surveyor(policy).begin(ages, at);
    for (const entry of sessions) pass.look(entry);
    return pass.end();
  };
  const { beyondAge } = survey({ pruneAfterMs, preserveRecentMs });
  const { withinAge, capTimes, counted } = survey({ preserveRecentMs });
  const victims = capVictims(policy.behaviours)(withinAge, capTimes, counted - Math.max(0, maxEntries));
  const old = beyondAge.find((step) => step.key === key);
  const capped = victims.find((step) => step.key === key);
  if (old === undefined && capped === undefined) return undefined;
  return {
    ...(old !== undefined && { ageOutcome: old.action }),
    ...(capped !== undefined && { capOutcome: capped.action }),
  };
}
