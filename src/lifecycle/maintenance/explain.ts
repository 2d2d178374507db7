import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { nameSource } from "../../config/source-of.ts";
import type { MaintenanceStep } from "./steps.ts";
import type { MaintenancePlan } from "./plan-maintenance.ts";

const causes: Readonly<Record<MaintenanceStep["reason"], string>> = {
  "stale-model-run": "left over from a model run",
  "stale-dashboard": "on an idle dashboard",
  "age-retention": "too old",
  "active-session-cap": "too many",
};

const deciding = {
  "stale-model-run": "modelRunPruneAfterMs",
  "stale-dashboard": "archiveDashboardAfterMs",
  "age-retention": "pruneAfterMs",
  "active-session-cap": "maxEntries",
} as const satisfies Readonly<Record<MaintenanceStep["reason"], keyof MaintenancePlan["settings"]>>;

/**
 * Says in a sentence what a maintenance plan does, or would do, and which setting decides each part.
 *
 * @example
 * ```ts
 * const store = [{ key: "agent:main:hook:1", updatedAt: 0 }];
 * explainMaintenance(planMaintenance(store, parsePolicy({}, { edition: "2026-11" }), 2_592_000_001));
 * //=> "Of 1 session, maintenance would delete 1: 1 too old (the default of 2026-11)."
 * ```
 */
export function explainMaintenance(plan: MaintenancePlan): string {
  if (isPolluted()) return unpolluted(explainMaintenance, plan);
  return said(plan, sentenceOf);
}

function sentenceOf({ mode, steps, counts, sources }: MaintenancePlan): string {
  if (mode === "off") return "This edition has no session maintenance.";
  const of = `Of ${counts.total} ${counts.total === 1 ? "session" : "sessions"}, maintenance`;
  const verbs = mode === "warn" ? "would" : "will";
  const unread = counts.kept["malformed-times"];
  const doubts =
    unread === 0 ? "" : ` The times of ${unread} cannot be read; ${unread === 1 ? "it stays" : "they stay"}.`;
  if (steps.length === 0) return `${of} ${verbs} touch none.${doubts}`;
  const actions = (["delete", "archive"] as const)
    .filter((action) => counts[action] > 0)
    .map((action) => `${action} ${counts[action]}`)
    .join(" and ");
  const parts = (Object.keys(causes) as MaintenanceStep["reason"][]).flatMap((reason) => {
    const taken = steps.filter((step) => step.reason === reason).length;
    return taken === 0 ? [] : [`${taken} ${causes[reason]} (${nameSource(sources[deciding[reason]] ?? "")})`];
  });
  return `${of} ${verbs} ${actions}: ${parts.join(", ")}.${doubts}`;
}
