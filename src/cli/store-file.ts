import { JSONParser } from "@streamparser/json";
import type { Question } from "../analysis/question.ts";
import { storedQuestions } from "../analysis/store/stored-questions.ts";
import { isObject } from "../config/is-object.ts";
import { formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import { explainStore, explainUnreadRows } from "../lifecycle/store/explain.ts";
import { readStore, storeReader, type ReadStore, type StoreReading } from "../lifecycle/store/read-store.ts";
import { listIn } from "./data-file.ts";
import { UsageError } from "./fault.ts";
import type { Line } from "./page.ts";
import { questionSchema } from "./question-schema.ts";
import { nameOf, readPieces } from "./text-file.ts";

/** How many characters of a store are held; of a larger one each row is forgotten but for what is understood of it. */
const heldAtMost = 4_000_000;

/** Takes the text of a store piece by piece. */
interface Feed {
  readonly write: (piece: string) => void;
  readonly end: () => StoreReading;
}

/** A store that is one JSON value: each member is handed on as soon as it is there, and then forgotten. */
function jsonFeed(): Feed {
  const reader = storeReader();
  const parser = new JSONParser({ paths: ["$.*"], keepStack: false });
  let isMalformed = false;
  parser.onValue = ({ key, value }) => {
    if (typeof key === "number") reader.element(formatPath([key]), value);
    else reader.member(key ?? "", value);
  };
  parser.onError = () => {
    isMalformed = true;
  };
  return {
    write: (piece) => {
      if (!isMalformed && piece.trim() !== "") parser.write(piece);
    },
    end: () =>
      isMalformed || !parser.isEnded ? { kind: "store", ok: false, reason: "malformed-json" } : reader.end(),
  };
}

/** A store that has a row a line. */
function lineFeed(): Feed {
  const reader = storeReader();
  let number = 0;
  let rest = "";
  return {
    write: (piece) => {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) reader.line((number += 1), line);
    },
    end: () => {
      reader.line(number + 1, rest);
      return reader.end();
    },
  };
}

/** Whether the first line of a text is a row by itself. */
function beginsWithRow(text: string): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  if (!/^[[{]/.test(first)) return true;
  try {
    return isObject(JSON.parse(first));
  } catch {
    return false;
  }
}

/** What was read of a file: its text, where that is held; of a larger store what was read of it row by row. */
type Held = { readonly text: string } | { readonly reading: StoreReading };

async function readFile(file: string, isNoStore: (text: string) => boolean): Promise<Held> {
  let held = "";
  let feed: Feed | undefined;
  for await (const piece of readPieces(file)) {
    if (feed !== undefined) feed.write(piece);
    else if ((held += piece).length > heldAtMost && !isNoStore(held)) {
      const text = held.replace(/^\uFEFF/, "");
      feed = beginsWithRow(text) ? lineFeed() : jsonFeed();
      feed.write(text);
      held = "";
    }
  }
  return feed === undefined ? { text: held } : { reading: feed.end() };
}

function readingOf(held: Held): StoreReading {
  return "text" in held ? readStore(held.text) : held.reading;
}

function sound(file: string, reading: StoreReading): ReadStore {
  if (!reading.ok) throw new UsageError(`cannot read ${nameOf(file)}: ${explainStore(reading)}`);
  return reading;
}

/** Reads the stored sessions of a file, in any of the forms of `readStore`; refuses a file that is no store. */
export async function readSessions(file: string): Promise<ReadStore> {
  return sound(file, readingOf(await readFile(file, () => false)));
}

const question = /(?:^|[{,\s])["']?ask["']?\s*:/;
/** Within so many characters a file of questions has said that it is one. */
const saysItWithin = 2000;

function asks(text: string): boolean {
  return question.test(text.slice(0, saysItWithin));
}

/** What to ask: the questions of a file, or those that its stored sessions pose, with what of these could not be read. */
export interface ReadInputs {
  readonly questions: readonly Question[];
  readonly notRead: readonly Line[];
}

/** Reads a file of questions, or a store whose sessions pose some to a policy. */
export async function readInputs(file: string, policy: Policy): Promise<ReadInputs> {
  const held = await readFile(file, asks);
  if ("text" in held) {
    const reading = asks(held.text) ? undefined : readStore(held.text);
    // What is neither is refused as the questions that it was to be.
    if (reading?.ok !== true || reading.rows.length === 0)
      return { questions: listIn(file, held.text, questionSchema), notRead: [] };
  }
  const store = sound(file, readingOf(held));
  return { questions: storedQuestions(store.rows, policy), notRead: unreadLines(store) };
}

/** Names what of a store could not be read; nothing where all of it was. */
export function unreadLines({ unread }: ReadStore): readonly Line[] {
  return unread.length === 0 ? [] : [[{ text: `Not read: ${explainUnreadRows(unread)}.`, style: "yellow" }]];
}
