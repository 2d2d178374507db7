import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { amount, amountOrOff, isByteSize, isDuration } from "./amounts.ts";
import { closedSettings } from "./settings.ts";
import { wholeNumber } from "./whole-number.ts";

/** `session.maintenance`. */
export const maintenanceSchema = once((behaviours: Behaviours) => {
  const budget = behaviours.has("disk-budget-settings");
  const retention = behaviours.has("retention-settings");
  const legacy = !behaviours.has("legacy-settings-refused");
  const age = isDuration(amount, behaviours);
  const ageOrOff = isDuration(amountOrOff, behaviours);
  const size = isByteSize(amount, behaviours);
  return closedSettings(
    {
      mode: z.enum(["enforce", "warn"]),
      pruneAfter: age,
      pruneDays: wholeNumber(1),
      maxEntries: wholeNumber(1),
      rotateBytes: behaviours.has("rotation-size-unchecked") ? amount : size,
      resetArchiveRetention: ageOrOff,
      // The number 0 switches this off; the text "0" is a duration, and none that is accepted.
      archiveDashboardAfter: z.union([z.literal(0), ageOrOff], { error: "a duration, 0 or false" }),
      preserveRecent: ageOrOff,
      maxDiskBytes: retention ? isByteSize(amountOrOff, behaviours) : size,
      highWaterBytes: size,
      coldStorage: closedSettings({ enabled: z.boolean(), afterDays: wholeNumber(1) }),
    },
    {
      pruneDays: legacy,
      rotateBytes: legacy,
      resetArchiveRetention: budget,
      maxDiskBytes: budget,
      highWaterBytes: budget,
      archiveDashboardAfter: retention,
      preserveRecent: retention,
      coldStorage: behaviours.has("cold-storage-settings"),
    },
  );
});
