import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { readByteSize } from "../byte-size.ts";
import { readDuration } from "../duration.ts";
import { knownFields } from "./known-fields.ts";
import { wholeNumber } from "./whole-number.ts";

const amount = z.union([z.string(), z.number()], { error: "text or a number" });
const amountOrOff = z.union([z.string(), z.number(), z.literal(false)], { error: "text, a number or false" });

/** `session.maintenance`. */
export const maintenanceSchema = perEdition((behaviours) => {
  const budget = behaviours.has("disk-budget-settings");
  const retention = behaviours.has("retention-settings");
  const legacy = !behaviours.has("legacy-settings-refused");
  const positive = behaviours.has("zero-durations-refused");
  const durations = {
    pruneAfter: positive,
    resetArchiveRetention: positive,
    archiveDashboardAfter: positive,
    preserveRecent: positive,
  };
  const sizes = behaviours.has("rotation-size-unchecked")
    ? (["maxDiskBytes", "highWaterBytes"] as const)
    : (["rotateBytes", "maxDiskBytes", "highWaterBytes"] as const);

  return z
    .strictObject(
      knownFields(
        {
          mode: z.enum(["enforce", "warn"]).optional(),
          pruneAfter: amount.optional(),
          pruneDays: wholeNumber(1).optional(),
          maxEntries: wholeNumber(1).optional(),
          rotateBytes: amount.optional(),
          resetArchiveRetention: amountOrOff.optional(),
          archiveDashboardAfter: amountOrOff.optional(),
          preserveRecent: amountOrOff.optional(),
          // Before 2026.8.1 a budget could not be switched off; what is accepted is then less than the type says.
          maxDiskBytes: (retention ? amountOrOff : (amount as unknown as typeof amountOrOff)).optional(),
          highWaterBytes: amount.optional(),
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
    )
    .superRefine((maintenance, context) => {
      for (const [field, aboveZero] of Object.entries(durations) as [keyof typeof durations, boolean][]) {
        const written = maintenance[field];
        // The number 0 means "off" for dashboards; the text "0" does not (2026.8.1).
        if (
          written === undefined ||
          written === false ||
          (field === "archiveDashboardAfter" && written === 0)
        )
          continue;
        const duration = readDuration(String(written), "d", budget);
        if (duration !== undefined && (duration > 0 || !aboveZero)) continue;
        context.addIssue({
          code: "custom",
          path: [field],
          message: aboveZero ? "a duration above zero, such as 30d" : "a duration, such as 30d",
          params: { code: duration === undefined ? "malformed-duration" : "out-of-range" },
        });
      }
      for (const field of sizes) {
        const written = maintenance[field];
        if (written === undefined || written === false || readByteSize(String(written)) !== undefined)
          continue;
        context.addIssue({
          code: "custom",
          path: [field],
          message: "a size, such as 10mb",
          params: { code: "malformed-size" },
        });
      }
    });
});
