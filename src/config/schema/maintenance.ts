import * as z from "zod/mini";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { closedSettings } from "./settings.ts";
import { wholeNumber } from "./whole-number.ts";
import { readByteSize, readDuration } from "../amounts.ts";
import { refuse } from "./refuse.ts";

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

type Amount = string | number | false;

/** Text or a number, whatever it says. */
export const amount = z.union([z.string(), z.number()], { error: "text or a number" });

/** The same, or `false` for none at all. */
const amountOrOff = z.union([z.string(), z.number(), z.literal(false)], {
  error: "text, a number or false",
});

/** Refuses what is no duration, and a duration of zero where the edition does. */
function isDuration<Schema extends z.ZodMiniType<Amount>>(schema: Schema, behaviours: Behaviours): Schema {
  const aboveZero = behaviours.has("zero-durations-refused");
  const expected = aboveZero ? "a duration above zero, such as 30d" : "a duration, such as 30d";
  return schema.check((context) => {
    if (context.value === false) return;
    const duration = readDuration(String(context.value), "d", behaviours);
    if (duration === undefined) refuse(context, "malformed-duration", expected);
    else if (duration === 0 && aboveZero) refuse(context, "out-of-range", expected);
  });
}

/** Refuses what is no size in bytes. */
function isByteSize<Schema extends z.ZodMiniType<Amount>>(schema: Schema, behaviours: Behaviours): Schema {
  return schema.check((context) => {
    if (context.value === false || readByteSize(String(context.value), behaviours) !== undefined) return;
    refuse(context, "malformed-size", "a size, such as 10mb");
  });
}
