import type { Behaviours } from "../../edition/edition.ts";
import { formatSessionKey, parseSessionKey } from "./session-key.ts";
import { splitAtThreadMarker, threadMarkIn, type ThreadSuffix } from "./thread-marker.ts";

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
  return behaviours.has("ids-escaped") ? splitParsed(key ?? "") : splitAtThreadMarker(key ?? "", behaviours);
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
