import type { Drift } from "../analysis/pin/check-pins.ts";
import type { Question, QuestionKind } from "../analysis/question.ts";
import { storedQuestions } from "../analysis/store/stored-questions.ts";
import type { Policy } from "../config/policy.ts";
import { explainMaintenance } from "../lifecycle/maintenance/explain.ts";
import { planMaintenance, type MaintenancePlan } from "../lifecycle/maintenance/plan-maintenance.ts";
import type { StoreRow } from "../lifecycle/store/store-row.ts";
import type { ChatType } from "../scope/chat-type.ts";
import { inputBlocks, inputChanges, risks } from "./input-changes.ts";
import { table, tally, type Line } from "./page.ts";

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
