import type { TimeOfDay } from "../../config/time-of-day.ts";

/** The time at which a daily reset happens unless another is named. */
export const usualResetTime: TimeOfDay = { hour: 4, minute: 0 };

/**
 * The hour that upstream makes of any number: whole, from 0 to 23; the usual one for what is no
 * finite number. Configs cannot say anything else than 0 to 23.
 */
export function resetHour(atHour: number | undefined): number {
  if (atHour === undefined || !Number.isFinite(atHour)) return usualResetTime.hour;
  return Math.min(Math.max(Math.floor(atHour), 0), 23);
}
