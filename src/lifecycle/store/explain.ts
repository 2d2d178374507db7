import { said } from "../../config/given.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import type { NoStore, StoreReading, UnreadRow, UnreadRowReason } from "./read-store.ts";

const rowReasons: Readonly<Record<UnreadRowReason, string>> = {
  "malformed-line": "neither JSON nor a session key",
  "no-key": "no session key",
  "no-entry": "no entry",
  "malformed-field": "not of the type that OpenClaw writes",
};

const storeReasons: Readonly<Record<NoStore["reason"], string>> = {
  "malformed-json": "This is not a store: it begins like JSON and is not JSON.",
  config: "This is not a store: it is a config.",
  "no-sessions":
    "This is not a store: it names no session. A store holds entries by key, a list of keys or of entries with their keys, or one of these per line.",
};

const mostNamed = 10;

/** Names what of a store could not be read, and why, ten at most. */
export function explainUnreadRows(unread: readonly UnreadRow[]): string {
  const named = unread.slice(0, mostNamed).map(({ path, reason }) => `${path} (${rowReasons[reason]})`);
  const more = unread.length > mostNamed ? [`and ${unread.length - mostNamed} more`] : [];
  return [...named, ...more].join(", ");
}

/**
 * Says in a sentence or two what was made of a store; of what could not be read it names ten at most. It tells no content.
 *
 * @example
 * ```ts
 * explainStore(readStore(["agent:main:main", 5])); //=> "1 session was read. 1 part was not: [1] (no entry)."
 * explainStore(readStore("{")); //=> "This is not a store: it begins like JSON and is not JSON."
 * ```
 */
export function explainStore(reading: StoreReading): string {
  if (isPolluted()) return unpolluted(explainStore, reading);
  return said(reading, sentenceOf);
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

function sentenceOf(reading: StoreReading): string {
  if (!reading.ok) return storeReasons[reading.reason];
  const { rows, unread } = reading;
  const read = `${counted(rows.length, "session was", "sessions were")} read.`;
  if (unread.length === 0) return read;
  return `${read} ${counted(unread.length, "part was", "parts were")} not: ${explainUnreadRows(unread)}.`;
}
