/*
 * Instants as a zone's clocks show them. Which instant a reset falls on, keyscope decides; this is for the eye.
 */

const hour = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of a zone, or of UTC where there is no such zone: the config is refused then anyway. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const parts = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const make = (zone: string) =>
    new Intl.DateTimeFormat("en-GB", { ...parts, weekday: "short", hourCycle: "h23", timeZone: zone });
  let made: Intl.DateTimeFormat;
  try {
    made = make(timeZone);
  } catch {
    made = make("UTC");
  }
  formats.set(timeZone, made);
  return made;
}

function shown(at: number, timeZone: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

/** The time of day: `09:12`. */
export function timeOf(at: number, timeZone: string): string {
  const { hour: hours, minute } = shown(at, timeZone);
  return `${hours ?? ""}:${minute ?? ""}`;
}

/** The day: `Fri 27/03`. */
export function dayOf(at: number, timeZone: string): string {
  const { day, month, weekday } = shown(at, timeZone);
  return `${weekday ?? ""} ${day ?? ""}/${month ?? ""}`;
}

/** The day and the time: `Fri 27/03 09:12`. */
export function dateOf(at: number, timeZone: string): string {
  return `${dayOf(at, timeZone)} ${timeOf(at, timeZone)}`;
}

/** A day of a zone, from its first instant to that of the next one. */
export interface Day {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly hours: number;
}

/** The first instant, at most a quarter of an hour apart, at which the clocks show another day. */
function endOfDay(at: number, timeZone: string): number {
  const today = dayOf(at, timeZone);
  let low = at;
  let high = at + 27 * hour;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle, timeZone) === today) low = middle;
    else high = middle;
  }
  return Math.round(high / 60_000) * 60_000;
}

/** The days of a zone between two instants, sixty at most; those with other than 24 hours are the ones on which clocks change. */
export function daysBetween(from: number, to: number, timeZone: string): readonly Day[] {
  const days: Day[] = [];
  // A day earlier lies within the day before, which ends where the first day begins.
  let begin = endOfDay(from - 27 * hour, timeZone);
  for (let end = endOfDay(begin, timeZone); days.length < 60; end = endOfDay(begin, timeZone)) {
    if (end > from)
      days.push({ name: dayOf(begin, timeZone), from: begin, to: end, hours: (end - begin) / hour });
    if (end > to) break;
    begin = end;
  }
  return days;
}

/** Full hours between two instants, eight at most; none where they are days apart. */
export function hoursBetween(from: number, to: number): readonly number[] {
  const step = [0.25, 0.5, 1, 2, 3, 6].map((hours) => hours * hour).find((each) => (to - from) / each <= 8);
  if (step === undefined) return [];
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step);
}

/** A length of time in words: `3 h`, `12 min`, `2 d 4 h`. */
export function lengthOf(minutes: number): string {
  const units = [
    [Math.floor(minutes / 1440), "d"],
    [Math.floor(minutes / 60) % 24, "h"],
    [Math.round(minutes % 60), "min"],
  ] as const;
  const told = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return told.join(" ") || "a moment";
}
