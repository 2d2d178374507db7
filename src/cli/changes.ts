import { explainMaintenance } from "../lifecycle/maintenance/explain.ts";
import { planMaintenance, type MaintenancePlan } from "../lifecycle/maintenance/plan-maintenance.ts";
import type { StoreRow } from "../lifecycle/store/store-row.ts";
import { checkPins, type Drift } from "../analysis/pin/check-pins.ts";
import { recordPins } from "../analysis/pin/record-pins.ts";
import type { Question } from "../analysis/question.ts";
import { storedQuestions } from "../analysis/store/stored-questions.ts";
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

/** Compares what two policies answer to inputs; that only the reason is another is left out, unless all is to be told. */
export function inputChanges(
  inputs: Iterable<Question>,
  from: Policy,
  to: Policy,
  verbose: boolean,
): readonly Drift[] {
  return checkPins(recordPins(from, inputs), to).filter(({ risk }) => verbose || risk !== "explanation");
}

/** Drifts that are alike: what is asked, what it risks, and why it was and is decided so. */
function alike(drifts: readonly Drift[]): readonly (readonly Drift[])[] {
  const groups = new Map<string, Drift[]>();
  for (const drift of drifts) {
    const { found, input, recorded, risk } = drift;
    const reasons = [recorded, found].map((answer) => ("reason" in answer ? answer.reason : undefined));
    const kind = JSON.stringify([input.ask, risk, ...reasons]);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [drift]);
    else group.push(drift);
  }
  return [...groups.values()];
}

/** Says what is answered otherwise: of those that are alike the first one, and how many there are. */
export function inputBlocks(drifts: readonly Drift[], verbose: boolean): readonly (readonly Line[])[] {
  return (verbose ? drifts.map((drift) => [drift]) : alike(drifts)).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { found, input, recorded, risk } = first;
    const more: Line = others.length === 0 ? [] : [`, and ${others.length} more like it`];
    return [
      [
        [
          riskSpan(risk),
          "  ",
          { text: input.ask, style: "bold" },
          ": ",
          JSON.stringify(input.request),
          ...more,
        ],
        ["  was  ", explain(recorded)],
        ["  now  ", explain(found)],
      ],
    ];
  });
}

/** What a move does to the sessions of a store. */
export interface StoreChanges {
  readonly sessions: number;
  readonly maintenance: { readonly from: MaintenancePlan; readonly to: MaintenancePlan };
  /** Sessions that maintenance lets go after the move, and not before. */
  readonly letGo: readonly string[];
  /** Sessions that it let go before, and not after. */
  readonly kept: readonly string[];
  /** What is answered otherwise about them. */
  readonly answers: readonly Drift[];
}

function takenBy({ mode, steps }: MaintenancePlan): ReadonlySet<string> {
  return new Set(mode === "enforce" ? steps.map(({ key }) => key) : []);
}

/** Compares what becomes of the sessions of a store. */
export function storeChanges(
  rows: readonly StoreRow[],
  from: Policy,
  to: Policy,
  now: number,
  verbose: boolean,
): StoreChanges {
  const maintenance = { from: planMaintenance(rows, from, now), to: planMaintenance(rows, to, now) };
  const before = takenBy(maintenance.from);
  const after = takenBy(maintenance.to);
  return {
    sessions: rows.length,
    maintenance,
    letGo: [...after].filter((key) => !before.has(key)),
    kept: [...before].filter((key) => !after.has(key)),
    answers: inputChanges(storedQuestions(rows, from, now), from, to, verbose),
  };
}

const mostKeys = 3;

function keysLine(title: string, keys: readonly string[], verbose: boolean): readonly Line[] {
  if (keys.length === 0) return [];
  const told = verbose ? keys : keys.slice(0, mostKeys);
  const more = keys.length - told.length;
  return [[`  ${title} ${keys.length}: ${told.join(", ")}${more === 0 ? "" : `, and ${more} more`}`]];
}

/** Says what becomes of the sessions of a store. */
export function storeBlocks(changes: StoreChanges, verbose: boolean): readonly (readonly Line[])[] {
  const { answers, kept, letGo, maintenance, sessions } = changes;
  const was = explainMaintenance(maintenance.from);
  const now = explainMaintenance(maintenance.to);
  return [
    [
      [{ text: "Stored sessions:", style: "bold" }],
      ...(was === now
        ? [[`  ${was}`]]
        : [
            ["  was  ", was],
            ["  now  ", now],
          ]),
      ...keysLine("let go only now,", letGo, verbose),
      ...keysLine("let go only before,", kept, verbose),
    ],
    ...inputBlocks(answers, verbose),
    [[`Sessions: ${sessions}. Answers about them that differ: ${answers.length}.`]],
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
