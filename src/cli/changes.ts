import { explainMaintenance } from "../lifecycle/maintenance/explain.ts";
import { planMaintenance, type MaintenancePlan } from "../lifecycle/maintenance/plan-maintenance.ts";
import type { StoreRow } from "../lifecycle/store/store-row.ts";
import { checkPins, type Drift, type DriftRisk } from "../analysis/pin/check-pins.ts";
import { recordPins } from "../analysis/pin/record-pins.ts";
import type { Question, QuestionKind } from "../analysis/question.ts";
import { storedQuestions } from "../analysis/store/stored-questions.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Policy } from "../config/policy.ts";
import { explainBoth } from "../analysis/compare/explain.ts";
import {
  resolveMaintenance,
  type MaintenanceSettings,
} from "../lifecycle/maintenance/resolve-maintenance.ts";
import { matchResetTrigger } from "../lifecycle/trigger/reset-trigger.ts";
import { riskSpan, table, tally, type Line } from "./page.ts";

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

/** Whether a session begins anew at its next message either way, so that only since when is another. */
function beginsAnewAnyway({ found, recorded }: Drift): boolean {
  return recorded.kind === "reset" && found.kind === "reset" && !recorded.fresh && !found.fresh;
}

/** Compares what two policies answer to inputs; what comes to the same is left out, unless all is to be told. */
export function inputChanges(
  inputs: Iterable<Question>,
  from: Policy,
  to: Policy,
  verbose: boolean,
): readonly Drift[] {
  return checkPins(recordPins(from, inputs), to).filter(
    (drift) => verbose || (drift.risk !== "explanation" && !beginsAnewAnyway(drift)),
  );
}

/** What a drift risks; what may be dangerous comes first. */
export const risks = [
  "widens",
  "re-keys",
  "timing",
  "narrows",
  "explanation",
] as const satisfies readonly DriftRisk[];

/** Drifts that are alike: what is asked, what it risks, and why it was and is decided so. */
export function alike(drifts: readonly Drift[]): readonly (readonly [Drift, ...Drift[]])[] {
  const groups = new Map<string, [Drift, ...Drift[]]>();
  for (const drift of drifts) {
    const { found, input, recorded, risk } = drift;
    const reasons = [recorded, found].map((answer) => ("reason" in answer ? answer.reason : undefined));
    const kind = JSON.stringify([input.ask, risk, ...reasons]);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [drift]);
    else group.push(drift);
  }
  return [...groups.values()].toSorted(
    ([one], [other]) => risks.indexOf(one.risk) - risks.indexOf(other.risk),
  );
}

/** Says what is answered otherwise: of those that are alike the first one, and how many there are. */
export function inputBlocks(drifts: readonly Drift[], verbose: boolean): readonly (readonly Line[])[] {
  const groups = verbose ? drifts.map((drift) => [drift] as const) : alike(drifts);
  return groups.map(([first, ...others]) => {
    const { found, input, recorded, risk } = first;
    const [was, now] = explainBoth(recorded, found);
    const more: Line = others.length === 0 ? [] : [`, and ${others.length} more like it`];
    return [
      [
        riskSpan(risk),
        "  ",
        { text: input.ask, style: "bold" },
        ": ",
        JSON.stringify(input.request),
        ...more,
      ],
      ["  was  ", was],
      ["  now  ", now],
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
  /** How many there are in chats of each kind, and what is answered otherwise about those. */
  readonly places: readonly StoredPlace[];
}

/** The sessions of a store in chats of one kind. */
interface StoredPlace {
  readonly chatType: ChatType | "none";
  readonly sessions: number;
  /** Of how many each question is answered otherwise, by what that risks. */
  readonly differ: readonly { readonly ask: QuestionKind; readonly risks: string }[];
}

/** Where sessions are, as it is told. */
const places: Readonly<Record<StoredPlace["chatType"], string>> = {
  direct: "in direct chats",
  group: "in groups",
  channel: "in channels",
  none: "in no chat",
};

function chatTypeOf({ request }: Question): unknown {
  return "chatType" in request ? request.chatType : "none";
}

/** Counts the sessions in chats of each kind, and what is answered otherwise about them. */
function placesIn(questions: readonly Question[], answers: readonly Drift[]): readonly StoredPlace[] {
  // Of each session it is asked once whether it may send.
  const sessions = questions.filter(({ ask }) => ask === "send").map(chatTypeOf);
  // The names of a record are those of its type.
  return (Object.keys(places) as readonly StoredPlace["chatType"][])
    .map((chatType) => {
      const here = answers.filter(({ input }) => chatTypeOf(input) === chatType);
      const differ = [...new Set(here.map(({ input }) => input.ask))].map((ask) => {
        const about = here.filter(({ input }) => input.ask === ask);
        return { ask, risks: tally(about, ({ risk }) => risk, risks) };
      });
      return { chatType, sessions: sessions.filter((each) => each === chatType).length, differ };
    })
    .filter((place) => place.sessions > 0);
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
  const questions = storedQuestions(rows, from, now);
  const answers = inputChanges(questions, from, to, verbose);
  return {
    sessions: rows.length,
    maintenance,
    letGo: [...after].filter((key) => !before.has(key)),
    kept: [...before].filter((key) => !after.has(key)),
    answers,
    places: placesIn(questions, answers),
  };
}

const mostKeys = 3;

function keysLine(title: string, keys: readonly string[], verbose: boolean): readonly Line[] {
  if (keys.length === 0) return [];
  const told = verbose ? keys : keys.slice(0, mostKeys);
  const more = keys.length - told.length;
  return [[`  ${title} ${keys.length}: ${told.join(", ")}${more === 0 ? "" : `, and ${more} more`}`]];
}

function counted(sessions: number): string {
  return `${sessions} ${sessions === 1 ? "session" : "sessions"}`;
}

/** How many sessions maintenance takes, in a few words. */
function takes({ mode, steps }: MaintenancePlan): string {
  const words = {
    off: "removes none",
    warn: `only warns of ${steps.length}`,
    enforce: `removes ${steps.length}`,
  };
  return words[mode];
}

function maintenanceLines(
  { kept, letGo, maintenance, sessions }: StoreChanges,
  verbose: boolean,
): readonly Line[] {
  const { from, to } = maintenance;
  const was = explainMaintenance(from);
  const now = explainMaintenance(to);
  if (was === now) return [[`  ${was}`]];
  return [
    [`  Of ${counted(sessions)}, maintenance ${takes(from)} before the move, and ${takes(to)} after it.`],
    ["    was  ", was],
    ["    now  ", now],
    ...keysLine("removed now but not before,", letGo, verbose),
    ...keysLine("removed before but not now,", kept, verbose),
  ];
}

/** What is answered otherwise of the sessions in chats of each kind, in a line. */
function placeRows(stored: readonly StoredPlace[]): readonly Line[] {
  const rows = stored.map(({ chatType, differ, sessions }): Line => [
    `${counted(sessions)} ${places[chatType]}`,
    differ.length === 0
      ? "same answers as before"
      : differ.map(({ ask, risks }) => `${ask}: ${risks}`).join("; "),
  ]);
  return table(rows, "  ");
}

/** Says what becomes of the sessions of a store. */
export function storeBlocks(changes: StoreChanges, verbose: boolean): readonly (readonly Line[])[] {
  const { answers, sessions } = changes;
  return [
    [
      [{ text: "Stored sessions:", style: "bold" }],
      ...maintenanceLines(changes, verbose),
      ...placeRows(changes.places),
    ],
    ...inputBlocks(answers, verbose),
    [[`Sessions: ${sessions}. Answers about them that differ: ${answers.length}.`]],
  ];
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
