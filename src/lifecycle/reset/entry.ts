import type { ResetConfig, SessionConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { readTimeOfDay, type TimeOfDay } from "../../config/time-of-day.ts";
import type { ResetType } from "./type.ts";

type Setting = keyof ResetConfig;

/** What is written, and where. */
export interface Found<Value> {
  readonly value: Value;
  readonly path: string;
}

/** What one place of the config says about resets, each setting with its path. */
export type ResetEntry = {
  readonly [Name in Setting]?: Found<NonNullable<ResetConfig[Name]>>;
};

const settings = [
  "mode",
  "at",
  "atHour",
  "idleMinutes",
  "maxAgeMinutes",
  "graceMinutes",
  "timeZone",
] as const satisfies readonly Setting[];

const dailyPath = "session.dailyReset";

/** Reads a reset policy as written at a path. */
export function resetEntry(config: ResetConfig | undefined, path: string): ResetEntry | undefined {
  if (config === undefined) return undefined;
  const written = settings
    .filter((name) => config[name] !== undefined)
    .map((name) => [name, { value: config[name], path: `${path}.${name}` }]);
  // The names are those of the settings, each with its own value.
  return Object.fromEntries(written) as ResetEntry;
}

/** When an entry's daily resets happen, in whichever spelling. */
export function timeOfEntry(entry: ResetEntry | undefined): Found<TimeOfDay> | undefined {
  const { at, atHour } = entry ?? {};
  const time = at && readTimeOfDay(at.value);
  if (at && time) return { value: time, path: at.path };
  return atHour && { value: { hour: atHour.value, minute: 0 }, path: atHour.path };
}

/** What `session.dailyReset` says of the time and the zone; `true` and `false` say nothing of them. */
export function dailyEntry({ dailyReset }: SessionConfig): ResetEntry {
  if (typeof dailyReset === "number") return { atHour: { value: dailyReset, path: dailyPath } };
  if (typeof dailyReset === "string") return { at: { value: dailyReset, path: dailyPath } };
  return (typeof dailyReset === "object" ? resetEntry(dailyReset, dailyPath) : undefined) ?? {};
}

/** `session.idleMinutes`, as far as it is a short spelling of `session.reset.idleMinutes`. */
export function idleEntry({ config, behaviours }: Policy): ResetEntry {
  const value = config.session?.idleMinutes;
  return value !== undefined && behaviours.has("idle-minutes-beside-daily-reset")
    ? { idleMinutes: { value, path: "session.idleMinutes" } }
    : {};
}

/** Without a daily reset a session ends by the windows that an entry names, or never. */
function modeWithoutDaily({ idleMinutes, maxAgeMinutes }: ResetEntry): ResetEntry {
  const ends = idleMinutes !== undefined || maxAgeMinutes !== undefined;
  return { mode: { value: ends ? "idle" : "none", path: dailyPath } };
}

/** Reads `session.reset` with its short spellings, `session.dailyReset` and `session.idleMinutes`. */
export function baseEntry(policy: Policy): ResetEntry | undefined {
  const { session = {} } = policy.config;
  const idle = idleEntry(policy);
  const reset = resetEntry(session.reset, "session.reset");
  if (session.dailyReset === undefined)
    return reset === undefined && idle.idleMinutes === undefined ? undefined : { ...idle, ...reset };
  const entry = { ...dailyEntry(session), ...idle, ...reset };
  const daily = { mode: { value: "daily", path: dailyPath } } as const;
  return { ...(session.dailyReset === false ? modeWithoutDaily(entry) : daily), ...entry };
}

/** Reads an entry of `session.resetByType`; `dailyReset: false` also holds for one that names no mode. */
export function typeEntry(type: ResetType, policy: Policy): ResetEntry | undefined {
  const { session = {} } = policy.config;
  const written = writtenType(type, policy);
  const entry = written && resetEntry(written.reset, `session.resetByType.${written.name}`);
  if (entry === undefined || session.dailyReset !== false || session.reset?.mode !== undefined) return entry;
  return { ...modeWithoutDaily({ ...baseEntry(policy), ...entry }), ...entry };
}

/** The entry of `session.resetByType` for a type: its name there, which may be another word for the type, and what it says. */
export function writtenType(
  type: ResetType,
  { config, behaviours }: Policy,
): { readonly name: ResetType; readonly reset: ResetConfig } | undefined {
  const written = config.session?.resetByType ?? {};
  // Once the type is called `direct`, releases still read its older name, until 2026.8.1 refuses it.
  const older = behaviours.has("direct-reset-type") && !behaviours.has("legacy-settings-refused");
  const alsoDm = type === "direct" && (behaviours.has("dm-means-direct-in-resets") || older);
  for (const name of alsoDm ? (["direct", "dm"] as const) : [type]) {
    const reset = written[name];
    if (reset !== undefined) return { name, reset };
  }
  return undefined;
}
