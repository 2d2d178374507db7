/**
 * Instants at which zones changed their clocks, or will: each another thing that can go wrong. They are written down, because
 * questions must not depend on what an engine knows of zones.
 */
export const clockChanges: readonly (readonly [zone: string, at: string, what: string])[] = [
  ["Europe/Berlin", "2025-03-30T01:00:00Z", "an hour is left out"],
  ["Europe/Berlin", "2025-10-26T01:00:00Z", "an hour comes twice"],
  ["Europe/London", "1971-10-31T02:00:00Z", "after three years of summer"],
  ["Europe/Dublin", "2024-10-27T01:00:00Z", "winter is the exception there"],
  ["Europe/Istanbul", "2016-09-06T21:00:00Z", "summer stays"],
  ["Europe/Moscow", "2014-10-25T22:00:00Z", "a zone moves for good"],
  ["Europe/Kyiv", "2022-03-27T01:00:00Z", "a zone by its new name"],
  ["America/New_York", "2026-03-08T07:00:00Z", "an hour is left out"],
  ["America/New_York", "2026-11-01T06:00:00Z", "an hour comes twice"],
  ["US/Eastern", "2007-03-11T07:00:00Z", "a zone by its former name"],
  ["America/St_Johns", "2011-03-13T03:31:00Z", "a minute after midnight, by half-hours"],
  ["America/Sao_Paulo", "2018-11-04T03:00:00Z", "midnight is left out"],
  ["America/Havana", "2024-11-03T05:00:00Z", "midnight comes twice"],
  ["America/Caracas", "2016-05-01T07:00:00Z", "half an hour for good"],
  ["America/Mexico_City", "2022-10-30T07:00:00Z", "the last summer ends"],
  ["America/Nuuk", "2023-03-26T01:00:00Z", "winter is left out"],
  ["America/Vancouver", "2026-11-01T09:00:00Z", "a change that was given up in 2026"],
  ["America/Asuncion", "2025-03-23T03:00:00Z", "a change that was given up in 2024"],
  ["America/Coyhaique", "2025-04-06T03:00:00Z", "a zone that was split off in 2025"],
  ["Asia/Kathmandu", "1985-12-31T18:30:00Z", "a quarter of an hour"],
  ["Asia/Calcutta", "2026-01-01T00:00:00Z", "a half-hour, by a former name"],
  ["Asia/Pyongyang", "2018-05-04T15:00:00Z", "half an hour back"],
  ["Asia/Amman", "2022-10-27T22:00:00Z", "winter is given up the day before"],
  ["Asia/Beirut", "2023-03-25T22:00:00Z", "a change that was put off and was not"],
  ["Asia/Gaza", "2026-03-28T00:00:00Z", "changes around Ramadan"],
  ["Asia/Almaty", "2024-02-29T19:00:00Z", "an hour for good"],
  ["Asia/Manila", "1990-05-21T00:00:00Z", "a summer that is written otherwise since 2025"],
  ["Africa/Cairo", "2023-04-27T22:00:00Z", "summer is brought back"],
  ["Africa/Casablanca", "2026-02-15T02:00:00Z", "winter in Ramadan alone"],
  ["Africa/Monrovia", "1972-01-07T00:44:30Z", "seconds"],
  ["Australia/Lord_Howe", "2025-10-04T15:30:00Z", "half an hour of summer"],
  ["Antarctica/Troll", "2025-03-30T01:00:00Z", "two hours of summer"],
  ["Antarctica/Casey", "2020-10-03T16:00:00Z", "there and back"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z", "a day is left out"],
  ["Pacific/Kiritimati", "1994-12-31T10:40:00Z", "a day is left out, by a fraction"],
  ["Pacific/Chatham", "2026-04-04T14:00:00Z", "quarters of an hour"],
  ["UTC", "2026-03-08T07:00:00Z", "no change"],
  ["Etc/GMT+12", "2026-10-25T01:00:00Z", "no change, the sign turned round"],
  ["Etc/GMT-14", "2025-12-31T10:00:00Z", "no change, beyond the date line"],
];

/** Whether a zone's offset is the same for all time, whatever an engine knows of zones. */
export function isFixed(zone: string): boolean {
  return zone === "UTC" || zone.startsWith("Etc/");
}
