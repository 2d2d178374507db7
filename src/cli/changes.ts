import { checkPins, type Drift } from "../analysis/pin/check-pins.ts";
import { recordPins } from "../analysis/pin/record-pins.ts";
import type { Question } from "../analysis/question.ts";
import type { Policy } from "../config/policy.ts";
import { explain } from "../explain.ts";
import {
  resolveMaintenance,
  type MaintenanceSettings,
} from "../lifecycle/maintenance/resolve-maintenance.ts";
import { matchResetTrigger } from "../lifecycle/trigger/reset-trigger.ts";
import { riskSpan, table, type Line } from "./page.ts";

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

/** Compares what two policies answer to inputs. */
export function inputChanges(inputs: Iterable<Question>, from: Policy, to: Policy): readonly Drift[] {
  return checkPins(recordPins(from, inputs), to);
}

/** Says what an input is answered otherwise. */
export function inputBlock({ found, input, recorded, risk }: Drift): readonly Line[] {
  return [
    [riskSpan(risk), "  ", { text: input.ask, style: "bold" }, ": ", JSON.stringify(input.request)],
    ["  was  ", explain(recorded)],
    ["  now  ", explain(found)],
  ];
}

/** Says what of maintenance and of triggers is another. */
export function settingBlocks(
  maintenance: readonly MaintenanceChange[],
  triggers: readonly TriggerChange[],
): readonly (readonly Line[])[] {
  const blocks = [
    {
      title: "Maintenance:",
      rows: maintenance.map(({ now, setting, was }): Line => [
        setting.replace(/Ms$|Bytes$/, ""),
        `was ${was}`,
        `now ${now}`,
      ]),
    },
    {
      title: "Reset triggers:",
      rows: triggers.map(({ now, text, was }): Line => [JSON.stringify(text), `was ${was}`, `now ${now}`]),
    },
  ];
  return blocks
    .filter(({ rows }) => rows.length > 0)
    .map(({ rows, title }): readonly Line[] => [[{ text: title, style: "bold" }], ...table(rows, "  ")]);
}
