import type { SessionConfig } from "../../config/config.ts";
import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";

/** `session.maintenance` as a config has it. */
export type MaintenanceConfig = NonNullable<SessionConfig["maintenance"]>;

/** What an edition takes `session.maintenance` to say where it says nothing, as far as it reads it at all. */
export const unwrittenMaintenance = /* @__PURE__ */ once((behaviours: Behaviours): MaintenanceConfig =>
  behaviours.has("maintenance-settings")
    ? {
        mode: behaviours.has("enforced-maintenance") ? "enforce" : "warn",
        maxEntries: behaviours.has("cap-of-5000") ? 5000 : 500,
        pruneAfter: "30d",
        ...(behaviours.has("store-rotation") && { rotateBytes: "10mb" }),
        ...(behaviours.has("dashboards-archived") && { archiveDashboardAfter: "7d" }),
        ...(behaviours.has("default-disk-budget") && { maxDiskBytes: "10gb" }),
        ...(behaviours.has("reset-archives-kept") && { resetArchiveRetention: false }),
        ...(behaviours.has("retention-settings") && { preserveRecent: false }),
      }
    : {},
);

/** The settings about maintenance that go without saying; others follow one of these, as long as they are not written. */
export function maintenanceDefaults({ behaviours }: Policy): readonly DefaultSetting[] {
  return Object.entries(unwrittenMaintenance(behaviours)).map(([name, value]) => ({
    path: ["session", "maintenance", name],
    value,
    // The older name is read where this one is not written.
    ...(name === "pruneAfter" && { beside: ({ pruneDays }) => pruneDays === undefined }),
  }));
}
