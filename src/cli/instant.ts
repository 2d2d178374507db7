import { formatInTimeZone } from "date-fns-tz";
import type { Option } from "./arguments.ts";
import { UsageError } from "./fault.ts";

// date-fns-tz prints some instants near offset changes wrongly unless the process's own zone is UTC.
process.env["TZ"] = "UTC";

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** When something is asked. */
export const nowOption = {
  type: "string",
  value: "<instant>",
  about: "the time to decide for: 2026-03-02T10:00:00Z; now when absent",
} as const satisfies Option;

/** Reads an instant: ISO 8601 with its offset, or milliseconds since 1970. */
export function readInstant(option: string, text: string): number {
  const instant = /^\d+$/.test(text) ? Number(text) : written.test(text) ? Date.parse(text) : NaN;
  if (Math.abs(instant) <= 8.64e15) return instant;
  throw new UsageError(
    `--${option} is not an instant: ${JSON.stringify(text)}; write 2026-03-02T10:00:00Z, or milliseconds since 1970`,
  );
}

/** Prints an instant as clocks in a zone show it. */
export function printInstant(instant: number, timeZone: string): string {
  if (Math.abs(instant) > 8.64e15) return "a time out of range";
  return `${formatInTimeZone(instant, timeZone, "EEE yyyy-MM-dd HH:mm")} ${timeZone}`;
}
