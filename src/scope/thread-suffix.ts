import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
import { writeSegment } from "./key-segment.ts";
import type { SessionKey } from "./resolution.ts";
import { formatSessionKey, parseSessionKey } from "./session-key.ts";

/** A key without its thread, and the thread; a blank thread is none. */
export interface ThreadSuffix {
  readonly base: string;
  readonly thread?: string;
}

type ThreadRule = (key: string) => ThreadSuffix;

const threadMarker = ":thread:";
const topicMarker = ":topic:";

function splitParsed(key: string): ThreadSuffix {
  const parts = parseSessionKey(key);
  if (parts === undefined || !("thread" in parts)) return { base: key };
  const { thread, ...base } = parts;
  return { base: formatSessionKey(base), thread };
}

/** The last marker, searched in a lower-cased copy: a letter that grows shifts the place, as upstream. */
function splitAtMarker(key: string, markers: readonly string[]): ThreadSuffix {
  const lowered = key.toLowerCase();
  let at = -1;
  let length = 0;
  for (const marker of markers) {
    const place = lowered.lastIndexOf(marker);
    if (place > at) [at, length] = [place, marker.length];
  }
  if (at === -1) return { base: key };
  const thread = key.slice(at + length).trim();
  return { base: key.slice(0, at), ...(thread !== "" && { thread }) };
}

function channelOf(key: string): string {
  const segments = key.split(":").filter((segment) => segment !== "");
  return fold(segments[fold(segments[0] ?? "") === "agent" ? 2 : 0] ?? "");
}

const threadRule = perEdition((behaviours): ThreadRule => {
  if (behaviours.has("ids-escaped")) return splitParsed;
  if (behaviours.has("topics-in-peer-ids")) return (key) => splitAtMarker(key.trim(), [threadMarker]);
  if (!behaviours.has("topics-on-telegram-alone"))
    return (key) => splitAtMarker(key.trim(), [threadMarker, topicMarker]);
  return (key) => {
    const trimmed = key.trim();
    const markers = channelOf(trimmed) === "telegram" ? [threadMarker, topicMarker] : [threadMarker];
    return splitAtMarker(trimmed, markers);
  };
});

/**
 * Splits a key before its thread. OpenClaw splits at the last `:thread:`, up to 2026.3.31 also at
 * a `:topic:`, wherever it stands; `2026-11` knows the suffix from the grammar of keys.
 */
export function splitThreadSuffix(key: string | null | undefined, behaviours: Behaviours): ThreadSuffix {
  return threadRule(behaviours)(key ?? "");
}

/** The key of the session that a thread hangs under; undefined for a key without a thread. */
export function threadParentKey(key: string | null | undefined, behaviours: Behaviours): string | undefined {
  const { base, thread } = splitThreadSuffix(key, behaviours);
  // Up to 2026.3.28 a marker alone makes a thread.
  const threaded = behaviours.has("topics-on-telegram-alone") ? thread !== undefined : base !== key?.trim();
  const parent = base.trim();
  return threaded && parent !== "" ? parent : undefined;
}

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
  if (behaviours.has("ids-escaped"))
    return thread == null ? base : base + threadMarker + writeSegment(thread);
  const id = (thread ?? "").trim();
  if (id === "") return base;
  return base + threadMarker + (keepsCase && behaviours.has("thread-case-choice") ? id : fold(id));
}
