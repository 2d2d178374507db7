import type { ResetConfig, SessionConfig } from "../../config/config.ts";

type Setting = keyof ResetConfig;

/** What one place of the config says about resets, each setting with its path. */
export type ResetEntry = {
  readonly [Name in Setting]?: {
    readonly value: NonNullable<ResetConfig[Name]>;
    readonly path: string;
  };
};

const settings = ["mode", "atHour", "idleMinutes", "maxAgeMinutes", "graceMinutes", "timeZone"] as const;

/** Reads a reset policy as written at a path. */
export function resetEntry(config: ResetConfig | undefined, path: string): ResetEntry | undefined {
  if (config === undefined) return undefined;
  const written = settings
    .filter((name) => config[name] !== undefined)
    .map((name) => [name, { value: config[name], path: `${path}.${name}` }]);
  // The names are those of the settings, each with its own value.
  return Object.fromEntries(written) as ResetEntry;
}

/** Reads `session.reset`, with `session.dailyReset` as a short spelling of its daily part. */
export function baseEntry(session: SessionConfig | undefined): ResetEntry | undefined {
  const reset = resetEntry(session?.reset, "session.reset");
  const daily = session?.dailyReset;
  if (daily === undefined) return reset;
  const path = "session.dailyReset";
  if (daily === false)
    return { mode: { value: reset?.idleMinutes === undefined ? "none" : "idle", path }, ...reset };
  const mode = { value: "daily", path } as const;
  if (typeof daily === "number") return { mode, atHour: { value: daily, path }, ...reset };
  return {
    mode,
    atHour: { value: daily.atHour, path: `${path}.atHour` },
    ...(daily.timeZone !== undefined && { timeZone: { value: daily.timeZone, path: `${path}.timeZone` } }),
    ...reset,
  };
}
