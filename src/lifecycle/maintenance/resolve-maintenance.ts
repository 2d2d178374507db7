import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { readByteSize, readDuration } from "../../config/amounts.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { unwrittenMaintenance, type MaintenanceConfig } from "./defaults.ts";

const dayMs = 86_400_000;
const highWaterShare = 0.8;

/** What `session.maintenance` comes to. What is absent is off, or unknown to the edition. */
export interface MaintenanceSettings {
  /** `off`: the edition has no maintenance. `warn`: a plan is only shown. `enforce`: it is carried out. */
  readonly mode: "off" | "warn" | "enforce";
  /**
   * The age, in milliseconds since its last activity, at which a session goes (`pruneAfter`, `pruneDays`).
   */
  readonly pruneAfterMs?: number;
  /** The most sessions that a store may hold (`maxEntries`); beyond, the longest unused ones go. */
  readonly maxEntries?: number;
  /** The age, in milliseconds, at which the session of a model run goes; no setting changes it. */
  readonly modelRunPruneAfterMs?: number;
  /** The age, in milliseconds, at which a dashboard session is set aside (`archiveDashboardAfter`). */
  readonly archiveDashboardAfterMs?: number;
  /**
   * For how long after its last activity, in milliseconds, a session is kept whatever else says
   * (`preserveRecent`).
   */
  readonly preserveRecentMs?: number;
  /**
   * For how long, in milliseconds, archives of transcripts are kept after a reset (`resetArchiveRetention`).
   */
  readonly resetArchiveRetentionMs?: number;
  /** The most that the sessions of an agent may take on disk, in bytes (`maxDiskBytes`). */
  readonly maxDiskBytes?: number;
  /**
   * To how many bytes a store that is too large is brought down (`highWaterBytes`); at most `maxDiskBytes`.
   */
  readonly highWaterBytes?: number;
  /** The size in bytes from which the store's file is begun anew (`rotateBytes`). */
  readonly rotateBytes?: number;
}

/** Where each setting came from: a config path, or the edition's name for a default. */
export type MaintenanceSources = { readonly [Name in keyof MaintenanceSettings]?: string };

/** The settings of maintenance, and where each came from. */
export interface ResolvedMaintenance {
  /** The settings as they are in force, defaults filled in. */
  readonly settings: MaintenanceSettings;
  /** Where each of them is written, or the edition whose default it is. */
  readonly sources: MaintenanceSources;
}

/** A setting and the field it was read from; no field where it is a default. */
type SettingChoice<Value> = readonly [value: Value | undefined, field?: keyof MaintenanceConfig | undefined];

type Amount = string | number | boolean | undefined;

/** Reads an amount of days; undefined for what is absent, blank, off or no duration. */
function inDays(amount: Amount, behaviours: Behaviours): number | undefined {
  return readDuration(String(amount), "d", behaviours);
}

function inBytes(amount: Amount, behaviours: Behaviours): number | undefined {
  return readByteSize(String(amount), behaviours);
}

/** What a field says, read as an amount; where it says nothing that can be read, what goes without saying. */
function choose(
  field: Exclude<keyof MaintenanceConfig, "coldStorage">,
  read: typeof inDays,
  config: MaintenanceConfig,
  behaviours: Behaviours,
): SettingChoice<number> {
  const value = read(config[field], behaviours);
  return value === undefined ? [read(unwrittenMaintenance(behaviours)[field], behaviours)] : [value, field];
}

/** The same of an age that `false` switches off. */
function chooseAge(
  field: "archiveDashboardAfter" | "preserveRecent" | "resetArchiveRetention",
  config: MaintenanceConfig,
  behaviours: Behaviours,
): SettingChoice<number> {
  return config[field] === false ? [undefined, field] : choose(field, inDays, config, behaviours);
}

function choosePruneAfter(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const days =
    config.pruneAfter == null && !behaviours.has("legacy-settings-refused")
      ? inDays(config.pruneDays, behaviours)
      : undefined;
  return days === undefined ? choose("pruneAfter", inDays, config, behaviours) : [days, "pruneDays"];
}

function chooseArchiveRetention(
  config: MaintenanceConfig,
  behaviours: Behaviours,
  pruneAfter: SettingChoice<number>,
): SettingChoice<number> {
  const own = chooseAge("resetArchiveRetention", config, behaviours);
  return own[1] !== undefined || behaviours.has("reset-archives-kept") ? own : pruneAfter;
}

function chooseDashboardAge(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const [age, field] = chooseAge("archiveDashboardAfter", config, behaviours);
  return age === 0 ? [undefined, field] : [age, field];
}

function chooseDisk(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const field = "maxDiskBytes";
  const choice = choose(field, inBytes, config, behaviours);
  const isBlank = String(config[field] ?? "").trim() === "";
  // A limit that nothing could satisfy, or that cannot be read, must not start deletions.
  return behaviours.has("default-disk-budget") && !isBlank && (choice[1] === undefined || choice[0] === 0)
    ? [undefined, field]
    : choice;
}

function chooseHighWater(
  config: MaintenanceConfig,
  behaviours: Behaviours,
  [disk]: SettingChoice<number>,
): SettingChoice<number> {
  const field = "highWaterBytes";
  if (disk === undefined) return [undefined];
  const share = disk === 0 ? 0 : Math.max(1, Math.floor(disk * highWaterShare));
  const size = inBytes(config[field], behaviours);
  if (size === undefined || (size === 0 && behaviours.has("default-disk-budget"))) return [share];
  return [Math.min(size, disk), field];
}

type Choices = { readonly [Name in keyof MaintenanceSettings]: SettingChoice<MaintenanceSettings[Name]> };

function chooseAll(config: MaintenanceConfig, behaviours: Behaviours): Choices {
  if (!behaviours.has("maintenance-settings")) return { mode: ["off"] };
  const { mode, maxEntries } = unwrittenMaintenance(behaviours);
  const pruneAfter = choosePruneAfter(config, behaviours);
  const disk = chooseDisk(config, behaviours);
  return {
    mode: config.mode === undefined ? [mode] : [config.mode, "mode"],
    pruneAfterMs: pruneAfter,
    maxEntries: config.maxEntries === undefined ? [maxEntries] : [config.maxEntries, "maxEntries"],
    ...(behaviours.has("store-rotation") && {
      rotateBytes: choose("rotateBytes", inBytes, config, behaviours),
    }),
    ...(behaviours.has("disk-budget-settings") && {
      resetArchiveRetentionMs: chooseArchiveRetention(config, behaviours, pruneAfter),
      maxDiskBytes: disk,
      highWaterBytes: chooseHighWater(config, behaviours, disk),
    }),
    ...(behaviours.has("model-runs-expire") && { modelRunPruneAfterMs: [dayMs] }),
    ...(behaviours.has("dashboards-archived") && {
      archiveDashboardAfterMs: chooseDashboardAge(config, behaviours),
    }),
    ...(behaviours.has("retention-settings") && {
      preserveRecentMs: chooseAge("preserveRecent", config, behaviours),
    }),
  };
}

const resolved = /* @__PURE__ */ once(({ config, behaviours, edition }: Policy): ResolvedMaintenance => {
  const choices = Object.entries(chooseAll(config.session?.maintenance ?? {}, behaviours));
  return Object.freeze({
    // Entry by entry, choices have the types of the settings; Object.fromEntries forgets them.
    settings: Object.freeze(
      Object.fromEntries(
        choices.flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
      ) as unknown as MaintenanceSettings,
    ),
    sources: Object.freeze(
      Object.fromEntries(
        choices.map(([name, [, field]]) => [
          name,
          field === undefined ? edition : formatPath(["session", "maintenance", field]),
        ]),
      ),
    ),
  });
});

/**
 * Resolves `session.maintenance`: each setting, and where it came from. What the release cannot
 * read (`pruneAfter: "1 week"`) is as if it were not written, or turned off, as in the release;
 * `2026-11` refuses it when the policy is parsed.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { maintenance: { pruneAfter: "12h" } } }, { edition: "2026-11" });
 * resolveMaintenance(policy).settings.pruneAfterMs; //=> 43200000
 * resolveMaintenance(policy).sources.pruneAfterMs; //=> "session.maintenance.pruneAfter"
 * resolveMaintenance(policy).sources.maxEntries; //=> "2026-11"
 * ```
 */
export function resolveMaintenance(policy: Policy): ResolvedMaintenance {
  if (isPolluted()) return unpolluted(resolveMaintenance, policy);
  demandPolicy(policy);
  return resolved(policy);
}
