import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";

/** What an edition takes `session.maintenance` to say where it says nothing, in the words of a config. */
export const unwrittenMaintenance = /* @__PURE__ */ once((behaviours: Behaviours) => ({
  mode: behaviours.has("enforced-maintenance") ? ("enforce" as const) : ("warn" as const),
  maxEntries: behaviours.has("cap-of-5000") ? 5000 : 500,
  pruneAfter: "30d",
  archiveDashboardAfter: "7d",
  rotateBytes: "10mb",
  maxDiskBytes: behaviours.has("default-disk-budget") ? "10gb" : undefined,
}));

/** The settings about maintenance that go without saying. */
export function maintenanceDefaults({ behaviours }: Policy): readonly DefaultSetting[] {
  if (!behaviours.has("maintenance-settings")) return [];
  const { mode, maxEntries, pruneAfter } = unwrittenMaintenance(behaviours);
  const place = ["session", "maintenance"];
  return [
    { path: [...place, "mode"], value: mode },
    { path: [...place, "maxEntries"], value: maxEntries },
    ...(behaviours.has("legacy-settings-refused")
      ? [{ path: [...place, "pruneAfter"], value: pruneAfter }]
      : []),
  ];
}
