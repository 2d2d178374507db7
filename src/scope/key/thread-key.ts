import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { writeSegment } from "./segment.ts";
import type { SessionKey } from "../resolution.ts";
import { once } from "../../edition/once.ts";
import { formatSessionKey, parseSessionKey } from "./session-key.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** What stands between the key of a chat and the id of a thread in it. */
export const threadMarker = ":thread:";

/**
 * The key of a thread's session within another. OpenClaw trims the thread's id and lower-cases it,
 * unless the channel asks to keep its case (since 2026.2.23); `2026-11` keeps it exactly. A blank
 * thread is none under an openclaw@ edition.
 */
export function threadSessionKey(
  base: string,
  thread: string | null | undefined,
  behaviours: Behaviours,
  keepsCase = false,
): SessionKey {
  if (behaviours.has("key-grammar"))
    return thread == null ? base : base + threadMarker + writeSegment(thread);
  const id = (thread ?? "").trim();
  if (id === "") return base;
  return base + threadMarker + (keepsCase && behaviours.has("thread-case-choice") ? id : fold(id));
}

/** A key without its thread, and the thread; a blank thread is none. */
interface ThreadSuffix {
  readonly base: string;
  readonly thread?: string;
}

const threadAlone = [threadMarker];
const threadOrTopic = [threadMarker, ":topic:"];

function channelOf(key: string): string {
  const segments = key.split(":").filter((segment) => segment !== "");
  return fold(segments[fold(segments[0] ?? "") === "agent" ? 2 : 0] ?? "");
}

/** Which markers start a thread in a key. */
const markerRule = once((behaviours: Behaviours): ((key: string) => readonly string[]) => {
  if (behaviours.has("topics-in-peer-ids")) return () => threadAlone;
  return behaviours.has("topics-on-telegram-alone")
    ? (key) => (channelOf(key) === "telegram" ? threadOrTopic : threadAlone)
    : () => threadOrTopic;
});

/** Where the thread of a key begins: the place of its marker, and the one behind it. */
interface ThreadMark {
  readonly at: number;
  readonly end: number;
}

/**
 * Finds the last marker of a thread in a key, as the releases do: in a lower-cased copy, so that a letter
 * that grows shifts the place.
 */
function threadMarkIn(key: string, behaviours: Behaviours): ThreadMark | undefined {
  const lowered = lowerCase(key);
  let at = -1;
  let length = 0;
  for (const marker of markerRule(behaviours)(key)) {
    const place = lowered.lastIndexOf(marker);
    if (place > at) [at, length] = [place, marker.length];
  }
  return at === -1 ? undefined : { at, end: at + length };
}

/** Splits a key before its thread as the releases do. */
export function splitAtThreadMarker(written: string, behaviours: Behaviours): ThreadSuffix {
  const key = written.trim();
  const mark = threadMarkIn(key, behaviours);
  if (mark === undefined) return { base: key };
  const thread = key.slice(mark.end).trim();
  return { base: key.slice(0, mark.at), ...(thread !== "" && { thread }) };
}

function splitParsed(key: string): ThreadSuffix {
  const parts = parseSessionKey(key);
  if (parts === undefined || !("thread" in parts)) return { base: key };
  const { thread, ...base } = parts;
  return { base: formatSessionKey(base), thread };
}

/**
 * Splits a key before its thread. OpenClaw splits at the last `:thread:`, up to 2026.3.31 also at
 * a `:topic:`, wherever it stands; `2026-11` knows the suffix from the grammar of keys.
 */
export function splitThreadSuffix(key: string | null | undefined, behaviours: Behaviours): ThreadSuffix {
  return behaviours.has("key-grammar") ? splitParsed(key ?? "") : splitAtThreadMarker(key ?? "", behaviours);
}

function baseOfThread(key: string, behaviours: Behaviours): string | undefined {
  if (behaviours.has("topics-on-telegram-alone")) {
    const { base, thread } = splitThreadSuffix(key, behaviours);
    return thread === undefined ? undefined : base;
  }
  // Up to 2026.3.28 a marker alone makes a thread.
  const mark = threadMarkIn(key, behaviours);
  return mark && key.slice(0, mark.at);
}

/** The key of the session that a thread hangs under; undefined for a key without a thread. */
export function threadParentKey(key: string | null | undefined, behaviours: Behaviours): string | undefined {
  const parent = baseOfThread((key ?? "").trim(), behaviours)?.trim();
  return parent === "" ? undefined : parent;
}
