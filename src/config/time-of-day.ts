import { lowerCase } from "../edition/lower-case.ts";

/** A time of a day as clocks show it. */
export interface TimeOfDay {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}

/** Writes a time of a day as `HH:MM`. */
export function formatTimeOfDay({ hour, minute }: TimeOfDay): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

const written = /^(\d{1,2}):(\d\d)$/;

/** Reads `HH:MM`, from `00:00` to `23:59`; an hour of one digit may stand alone (`4:30`). Undefined for any other text. */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  const [whole, hour, minute] = written.exec(text) ?? [];
  const time = { hour: Number(hour), minute: Number(minute) };
  return whole === undefined || time.hour > 23 || time.minute > 59 ? undefined : time;
}

const loose = /^(\d{1,2})(?:[:.h](\d{1,2}))?(?::\d\d)?\s*(?:([ap])\.?m\.?|h|uhr|o'clock)?$/;
const named: ReadonlyMap<string, number> = new Map([
  ["midnight", 0],
  ["noon", 12],
  ["midday", 12],
]);

function timeAfterMidnight(minutes: number): TimeOfDay {
  return { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
}

/**
 * Guesses the time of day that somebody meant who wrote it as no setting takes it, for a hint: `"4am"`,
 * `"04:00:00"`, `"24:00"`, `4.5`, `1630`. Undefined where there is nothing to guess.
 */
export function guessTimeOfDay(found: unknown): TimeOfDay | undefined {
  if (typeof found === "number") {
    if (found >= 0 && found <= 24) return timeAfterMidnight(Math.round(found * 60));
    const isClock = Number.isInteger(found) && found >= 100 && found <= 2400 && found % 100 < 60;
    return isClock ? timeAfterMidnight(Math.floor(found / 100) * 60 + (found % 100)) : undefined;
  }
  if (typeof found !== "string") return undefined;
  const text = lowerCase(found.trim());
  if (/^\d{3,4}$/.test(text)) return guessTimeOfDay(Number(text));
  const [whole, hours, minutes = "0", half] = loose.exec(text) ?? [];
  const hour = whole === undefined ? named.get(text) : Number(hours);
  if (hour === undefined || hour > (half === undefined ? 24 : 12) || Number(minutes) > 60) return undefined;
  const onClock = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  return timeAfterMidnight(onClock * 60 + Number(minutes));
}
