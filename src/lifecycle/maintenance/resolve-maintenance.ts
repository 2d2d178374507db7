import { once } from "../../edition/once.ts";
import { readByteSize, readDuration } from "../../config/amounts.ts";
import type { SessionConfig } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { unwrittenMaintenance } from "./defaults.ts";

type MaintenanceConfig = NonNullable<SessionConfig["maintenance"]>;

const dayMs = 86_400_000;
const highWaterShare = 0.8;

/** What `session.maintenance` comes to. What is absent is off, or unknown to the edition. */
export interface MaintenanceSettings {
  /** `off`: the edition has no maintenance. `warn`: a plan is only shown. `enforce`: it is carried out. */
  readonly mode: "off" | "warn" | "enforce";
  readonly pruneAfterMs?: number;
  readonly maxEntries?: number;
  readonly modelRunPruneAfterMs?: number;
  readonly archiveDashboardAfterMs?: number;
  readonly preserveRecentMs?: number;
  readonly resetArchiveRetentionMs?: number;
  readonly maxDiskBytes?: number;
  readonly highWaterBytes?: number;
  readonly rotateBytes?: number;
}

/** Where each setting came from: a config path, or the edition's name for a default. */
export type MaintenanceSources = { readonly [Name in keyof MaintenanceSettings]?: string };

/** The settings of maintenance, and where each came from. */
export interface ResolvedMaintenance {
  readonly settings: MaintenanceSettings;
  readonly sources: MaintenanceSources;
}

/** A setting and the field it was read from; no field where it is a default. */
type SettingChoice<Value> = readonly [value: Value | undefined, field?: keyof MaintenanceConfig];

type Amount = string | number | boolean | undefined;

/** Reads an amount of days; undefined for what is absent, blank or no duration. */
function inDays(amount: Amount, behaviours: Behaviours): number | undefined {
  return readDuration(String(amount), "d", behaviours);
}

function choose<Value>(
  value: Value | undefined,
  field: keyof MaintenanceConfig,
  fallback: Value | undefined,
): SettingChoice<Value> {
  return value === undefined ? [fallback] : [value, field];
}

function choosePruneAfter(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const field =
    config.pruneAfter == null && !behaviours.has("legacy-settings-refused") ? "pruneDays" : "pruneAfter";
  return choose(
    inDays(config[field], behaviours),
    field,
    inDays(unwrittenMaintenance(behaviours).pruneAfter, behaviours),
  );
}

function chooseArchiveRetention(
  config: MaintenanceConfig,
  behaviours: Behaviours,
  pruneAfter: SettingChoice<number>,
): SettingChoice<number> {
  const field = "resetArchiveRetention";
  if (config[field] === false) return [undefined, field];
  const retention = inDays(config[field], behaviours);
  if (retention !== undefined) return [retention, field];
  return behaviours.has("reset-archives-kept") ? [undefined] : pruneAfter;
}

function chooseDashboardAge(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const field = "archiveDashboardAfter";
  const age = config[field] === false ? 0 : inDays(config[field], behaviours);
  return age === 0
    ? [undefined, field]
    : choose(age, field, inDays(unwrittenMaintenance(behaviours)[field], behaviours));
}

function chooseRecent(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const field = "preserveRecent";
  return config[field] === false
    ? [undefined, field]
    : choose(inDays(config[field], behaviours), field, undefined);
}

function chooseDisk(config: MaintenanceConfig, behaviours: Behaviours): SettingChoice<number> {
  const field = "maxDiskBytes";
  const size = readByteSize(String(config[field]), behaviours);
  const unwritten = unwrittenMaintenance(behaviours)[field];
  if (unwritten === undefined) return choose(size, field, undefined);
  if (String(config[field] ?? "").trim() === "") return [readByteSize(unwritten, behaviours)];
  // A limit that nothing could satisfy, or that cannot be read, must not start deletions.
  return [size === 0 ? undefined : size, field];
}

function chooseHighWater(
  config: MaintenanceConfig,
  behaviours: Behaviours,
  [disk]: SettingChoice<number>,
): SettingChoice<number> {
  const field = "highWaterBytes";
  if (disk === undefined) return [undefined];
  const share = disk === 0 ? 0 : Math.max(1, Math.floor(disk * highWaterShare));
  const size = readByteSize(String(config[field]), behaviours);
  if (size === undefined || (size === 0 && behaviours.has("default-disk-budget"))) return [share];
  return [Math.min(size, disk), field];
}

type Choices = { readonly [Name in keyof MaintenanceSettings]: SettingChoice<MaintenanceSettings[Name]> };

function chooseAll(config: MaintenanceConfig, behaviours: Behaviours): Choices {
  if (!behaviours.has("maintenance-settings")) return { mode: ["off"] };
  const unwritten = unwrittenMaintenance(behaviours);
  const pruneAfter = choosePruneAfter(config, behaviours);
  const disk = chooseDisk(config, behaviours);
  return {
    mode: choose(config.mode, "mode", unwritten.mode),
    pruneAfterMs: pruneAfter,
    maxEntries: choose(config.maxEntries, "maxEntries", unwritten.maxEntries),
    ...(behaviours.has("store-rotation") && {
      rotateBytes: choose(
        readByteSize(String(config.rotateBytes), behaviours),
        "rotateBytes",
        readByteSize(unwritten.rotateBytes, behaviours),
      ),
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
    ...(behaviours.has("retention-settings") && { preserveRecentMs: chooseRecent(config, behaviours) }),
  };
}

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
export const resolveMaintenance: (policy: Policy) => ResolvedMaintenance = once(
  ({ config, behaviours, edition }) => {
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
  },
);
