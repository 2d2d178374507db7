import * as z from "zod";

/** `reset`, one entry of `resetByType`, or one of `resetByChannel`. */
export const resetSchema = z.strictObject({
  mode: z.enum(["none", "daily", "idle", "any", "all"]).optional(),
  atHour: z.int().min(0).max(23).optional(),
  idleMinutes: z.int().min(1).optional(),
  maxAgeMinutes: z.int().min(1).optional(),
  graceMinutes: z.int().min(1).optional(),
  timeZone: z.string().optional(),
});
