import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { amount, amountOrOff, isByteSize, isDuration } from "./amounts.ts";
import { knownFields } from "./known-fields.ts";
import { wholeNumber } from "./whole-number.ts";

/** `session.maintenance`. */
export const maintenanceSchema = perEdition((behaviours) => {
  const budget = behaviours.has("disk-budget-settings");
  const retention = behaviours.has("retention-settings");
  const legacy = !behaviours.has("legacy-settings-refused");
  const age = isDuration(amount, behaviours);
  const ageOrOff = isDuration(amountOrOff, behaviours);
  const size = isByteSize(amount);
  return z.strictObject(
    knownFields(
      {
        mode: z.enum(["enforce", "warn"]).optional(),
        pruneAfter: age.optional(),
        pruneDays: wholeNumber(1).optional(),
        maxEntries: wholeNumber(1).optional(),
        rotateBytes: (behaviours.has("rotation-size-unchecked") ? amount : size).optional(),
        resetArchiveRetention: ageOrOff.optional(),
        // The number 0 switches this off; the text "0" is a duration, and none that is accepted.
        archiveDashboardAfter: z
          .union([z.literal(0), ageOrOff], { error: "a duration, 0 or false" })
          .optional(),
        preserveRecent: ageOrOff.optional(),
        maxDiskBytes: (retention ? isByteSize(amountOrOff) : size).optional(),
        highWaterBytes: size.optional(),
        coldStorage: z
          .strictObject({ enabled: z.boolean().optional(), afterDays: wholeNumber(1).optional() })
          .optional(),
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
    ),
  );
});
