import type { Policy } from "../config/policy.ts";
import {
  resolveMaintenance,
  type MaintenanceSettings,
} from "../lifecycle/maintenance/resolve-maintenance.ts";
import { matchResetTrigger } from "../lifecycle/trigger/reset-trigger.ts";
import { table, type Line } from "./page.ts";

/** A setting of maintenance that comes to something else. */
export interface MaintenanceChange {
  readonly setting: keyof MaintenanceSettings;
  readonly was: string;
  readonly now: string;
}

/** The units in which settings are told, by what their names end in; the largest first. */
const units = {
  Ms: [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
    ["second", 1000],
    ["millisecond", 1],
  ],
  Bytes: [
    ["GiB", 2 ** 30],
    ["MiB", 2 ** 20],
    ["KiB", 2 ** 10],
    ["byte", 1],
  ],
} as const;

/** Says an amount in the largest unit in which it is told exactly. */
function amount(setting: string, value: string | number | undefined): string {
  if (value === undefined) return "off";
  const [, kind] = /(Ms|Bytes)$/.exec(setting) ?? [];
  if (typeof value === "string" || (kind !== "Ms" && kind !== "Bytes")) return String(value);
  const [unit, size] = units[kind].find(([, each]) => value >= each && value % each === 0) ?? ["", 1];
  const count = value / size;
  return `${count} ${unit}${count === 1 || unit.endsWith("B") ? "" : "s"}`.trim();
}

/** Compares what maintenance may let go, by the settings that it comes to. */
export function maintenanceChanges(from: Policy, to: Policy): readonly MaintenanceChange[] {
  const before = resolveMaintenance(from).settings;
  const after = resolveMaintenance(to).settings;
  // The keys of both are those of their type.
  const settings = Object.keys({ ...before, ...after }) as readonly (keyof MaintenanceSettings)[];
  return settings
    .filter((setting) => before[setting] !== after[setting])
    .map((setting) => ({
      setting,
      was: amount(setting, before[setting]),
      now: amount(setting, after[setting]),
    }));
}

/** A text that resets its session under one of two policies alone, or in another way. */
export interface TriggerChange {
  readonly text: string;
  readonly was: string;
  readonly now: string;
}

/** What every policy is asked, beside the triggers that either names. */
const usualTexts = ["/new", "/reset", "/reset soft"] as const;

function triggerOf(text: string, policy: Policy): string {
  const match = matchResetTrigger(text, policy);
  return match === undefined
    ? "a message like any other"
    : match.command === "soft"
      ? "a soft reset"
      : "a reset";
}

/** Compares the texts that begin a conversation anew: those that either config names, and the usual ones. */
export function triggerChanges(from: Policy, to: Policy): readonly TriggerChange[] {
  const named = [from, to].flatMap(({ config }) => config.session?.resetTriggers ?? []);
  return [...new Set([...named, ...usualTexts])]
    .map((text) => ({ text, was: triggerOf(text, from), now: triggerOf(text, to) }))
    .filter(({ now, was }) => now !== was);
}

/** So many settings are told in tables; more in a line each kind. */
const settingsInTable = 6;

/** Says what of maintenance and of triggers is another. */
export function settingBlocks(
  maintenance: readonly MaintenanceChange[],
  triggers: readonly TriggerChange[],
  verbose: boolean,
): readonly (readonly Line[])[] {
  const kinds = [
    {
      title: { text: "Maintenance:", style: "bold" },
      settings: maintenance.map(({ setting, ...each }) => ({
        ...each,
        name: setting.replace(/Ms$|Bytes$/, ""),
      })),
    },
    {
      title: { text: "Reset triggers:", style: "bold" },
      settings: triggers.map(({ text, ...each }) => ({ ...each, name: JSON.stringify(text) })),
    },
  ] as const;
  const found = kinds.filter(({ settings }) => settings.length > 0);
  if (!verbose && maintenance.length + triggers.length > settingsInTable)
    return [
      found.map(({ settings, title }): Line => {
        const each = settings.map(({ name, now, was }) => `${name} was ${was}, now ${now}`);
        return [title, ` ${each.join("; ")}.`];
      }),
    ];
  return found.map(({ settings, title }) => [
    [title],
    ...table(
      settings.map(({ name, now, was }): Line => [name, `was ${was}`, `now ${now}`]),
      "  ",
    ),
  ]);
}
