import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { extendPath, formatPath } from "../../config/path.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isBlank } from "../../identity/fold.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import type { StoredEntry } from "../stored-entry.ts";
import { readRow, type StoreRow } from "./store-row.ts";

/** Why a row of a store, or a field of one, could not be read. */
export type UnreadRowReason =
  /** The line is neither JSON nor a key. */
  | "malformed-line"
  /** It has neither `key` nor `sessionKey`, or its key is blank. */
  | "no-key"
  /** What stands under the key is no entry. */
  | "no-entry"
  /** The field is not of the type that OpenClaw writes; the row is there without it. */
  | "malformed-field";

/** A row of a store, or a field of one, that could not be read. */
export interface UnreadRow {
  /** Where it stands: `["agent:main:main"].chatType`, `[3]`, `line 7`. */
  readonly path: string;
  /** Why it could not be read. */
  readonly reason: UnreadRowReason;
}

/** A store that was read, with all that was not. */
export interface ReadStore {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "store";
  /** True: it is a store, though rows of it may be `unread`. */
  readonly ok: true;
  /** The sessions, in the order of the store. */
  readonly rows: readonly StoreRow[];
  /** The rows and fields that could not be read, in the order of the store; empty where all could. */
  readonly unread: readonly UnreadRow[];
}

/** Something that is no store. */
export interface NoStore {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "store";
  /** False: it is no store. */
  readonly ok: false;
  /**
   * `malformed-json`: it begins as JSON and is none. `config`: it is a config of OpenClaw. `no-sessions`: nothing in it names a
   * session.
   */
  readonly reason: "malformed-json" | "config" | "no-sessions";
}

/** What `readStore` made of what it was given. */
export type StoreReading = ReadStore | NoStore;

/** A store as functions take it that ask about stored sessions: keys, entries with their keys, or entries by key. */
export type StoredSessions = Iterable<string | object> | Readonly<Record<string, object>>;

/** Sections of a config that no session is called by. */
const sections: ReadonlySet<string> = new Set([
  "agents",
  "bindings",
  "channels",
  "gateway",
  "session",
  "tools",
]);

/** The times by which an entry is known where its key could be anybody's word. */
const signs = ["sessionId", "updatedAt", "sessionStartedAt", "lastInteractionAt"] as const;

/** Reads a store piece by piece, as it arrives. */
export interface StoreReader {
  /** An entry under its key. */
  readonly member: (key: string, value: unknown) => void;
  /** A key, or an entry with its key, at a place of a list or a file. */
  readonly element: (path: string, value: unknown) => void;
  /** A line of a file that holds one row each. */
  readonly line: (number: number, text: string) => void;
  readonly end: () => StoreReading;
}

const jsonBegins = /^[[{"]/;

/** Whether a line can be a key: older ones are any word, but a number, and a text of several words, is none. */
function isKeyLine(line: string): boolean {
  const isWord = /^[^\s{}[\]"',]+$/.test(line) && !line.endsWith(":") && jsonIn(line) === undefined;
  return isWord || parseSessionKey(line) !== undefined;
}

function keyIn(value: Readonly<Record<string, unknown>>): string | undefined {
  const key = value["key"] ?? value["sessionKey"];
  return isText(key) && !isBlank(key) ? key : undefined;
}

/** Begins to read a store. */
export function storeReader(): StoreReader {
  const rows: StoreRow[] = [];
  const unread: UnreadRow[] = [];
  let seen = 0;
  let known = 0;
  let likely = 0;
  let isConfig = false;
  let isJsonLines: boolean | undefined;
  let isMalformed = false;
  let isEnvelope = false;

  /** What `openclaw sessions --json` and the gateway answer holds beside its rows, such as their number, is no row. */
  const isBeside = ({ path, reason }: UnreadRow) =>
    isEnvelope && reason === "no-entry" && !path.startsWith("[");

  function miss(path: string, reason: UnreadRowReason): void {
    unread.push({ path, reason });
  }

  function take(key: string, entry: Readonly<Record<string, unknown>>, path: string): void {
    const { row, faults } = readRow(key, entry);
    rows.push(row);
    if (Object.keys(row).length > 1) likely += 1;
    for (const fault of faults) miss(`${path}.${fault}`, "malformed-field");
  }

  function member(key: string, value: unknown): void {
    const path = extendPath("", key);
    seen += 1;
    isConfig ||= sections.has(key);
    if (key === "sessions" && Array.isArray(value)) {
      isEnvelope = true;
      value.forEach((each, index) => {
        element(formatPath([index]), each);
      });
    } else if (isBlank(key)) miss(path, "no-key");
    else if (!isObject(value)) miss(path, "no-entry");
    else {
      const isSigned = signs.some((sign) => Object.hasOwn(value, sign));
      if (isSigned || parseSessionKey(key) !== undefined) known += 1;
      take(key, value, path);
    }
  }

  function element(path: string, value: unknown): void {
    seen += 1;
    const entry = isObject(value) ? value : {};
    const key = isText(value) ? value : keyIn(entry);
    if (key !== undefined && !isBlank(key)) {
      known += 1;
      take(key, entry, path);
    } else miss(path, isText(value) || isObject(value) ? "no-key" : "no-entry");
  }

  function line(number: number, text: string): void {
    const written = text.trim();
    if (written === "" || isMalformed) return;
    const path = `line ${number}`;
    isJsonLines ??= jsonBegins.test(written);
    const key = isKeyLine(written) ? written : undefined;
    const value = isJsonLines ? jsonIn(written) : key;
    // What begins as JSON and is not even in its first line is one broken text, and not a list of lines.
    isMalformed = isJsonLines && value === undefined && seen === 0;
    if (value !== undefined) element(path, value);
    else if (!isMalformed) {
      seen += 1;
      miss(path, "malformed-line");
    }
  }

  function end(): StoreReading {
    if (isMalformed) return none("malformed-json");
    // Any word may be a key, and a section of a config may have a field that an entry has, too.
    const isStore = seen === 0 || known > 0 || isEnvelope || (likely > 0 && !isConfig);
    if (!isStore) return none(isConfig ? "config" : "no-sessions");
    return { kind: "store", ok: true, rows, unread: unread.filter((each) => !isBeside(each)) };
  }

  return { member, element, line, end };
}

function none(reason: NoStore["reason"]): NoStore {
  return { kind: "store", ok: false, reason };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is gone through, as far as it is no text. */
function isIterable(given: unknown): given is Iterable<unknown> {
  return typeof given === "object" && given !== null && Symbol.iterator in given;
}

/** Hands the pieces of a value to a reader. */
function readValue(value: unknown, reader: StoreReader): StoreReading {
  if (isIterable(value)) {
    let index = 0;
    for (const each of value) reader.element(formatPath([index++]), each);
    return reader.end();
  }
  if (!isObject(value)) return none("no-sessions");
  // A file of one row each that has one row only.
  if (keyIn(value) !== undefined) reader.element("[0]", value);
  else for (const [key, entry] of Object.entries(value)) reader.member(key, entry);
  return reader.end();
}

function readText(text: string): StoreReading {
  const written = text.replace(/^\uFEFF/, "");
  if (jsonBegins.test(written.trimStart())) {
    const value = jsonIn(written);
    if (value !== undefined) return readValue(isText(value) ? [value] : value, storeReader());
  }
  const reader = storeReader();
  written.split("\n").forEach((line, index) => {
    reader.line(index + 1, line);
  });
  return reader.end();
}

/**
 * Reads a store of sessions in any of the forms in which OpenClaw and its users have it: entries by key, as in
 * `sessions.json`; a list of keys, or of entries with `key` or `sessionKey`; what `openclaw sessions --json` prints; as a value,
 * as its JSON, or one row a line. A row that cannot be read is named, and the rest is read; a field of another type than OpenClaw
 * writes is named and left out of its row.
 *
 * What is none of these is refused: a config, a text that begins as JSON and is none, a list of anything else. An empty store has
 * no sessions.
 *
 * @param source - A value, or the text of a file.
 * @example
 * ```ts
 * const store = readStore('{ "agent:main:telegram:direct:5": { "updatedAt": 1795953600000, "lastTo": "telegram:5" } }');
 * store.ok && store.rows.map(({ key, lastTo }) => [key, lastTo]); //=> [["agent:main:telegram:direct:5", "telegram:5"]]
 * readStore("agent:main:main\nagent:main:telegram:group:-100").ok; //=> true
 * readStore({ channels: { telegram: {} } }); //=> { kind: "store", ok: false, reason: "config" }
 * ```
 */
export function readStore(source: unknown): StoreReading {
  if (isPolluted()) return unpolluted(readStore, source);
  return isText(source) ? readText(source) : readValue(source, storeReader());
}

/**
 * The rows of a store one by one, for whoever passes over it once: what a list holds comes as it is, with its key, because
 * whoever passes over a great store looks at few fields of it.
 */
export function* entriesOf(given: StoredSessions): Generator<StoredEntry, void, undefined> {
  if (!isIterable(given)) yield* rowsOf(given);
  else for (const each of given) yield entryOf(each);
}

/** A row as a function was given it: a key alone, an entry with its key by either name, or whatever else, which names no session. */
export function entryOf(given: unknown): StoredEntry {
  if (isText(given)) return { key: given };
  const key = isObject(given) && given["key"] === undefined ? given["sessionKey"] : undefined;
  // Whoever passes over the store looks at each field before it counts.
  return (isText(key) ? { ...(given as object), key } : given) as StoredEntry;
}

/** The rows of a store that a function was given, each with its key; what names no session is left alone. */
export function rowsOf(given: StoredSessions): readonly StoreRow[] {
  const read = readValue(given, storeReader());
  return read.ok ? read.rows : [];
}
