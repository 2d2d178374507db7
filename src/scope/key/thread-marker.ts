import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { threadMarker } from "./thread-key.ts";

/** A key without its thread, and the thread; a blank thread is none. */
export interface ThreadSuffix {
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
export interface ThreadMark {
  readonly at: number;
  readonly end: number;
}

/**
 * Finds the last marker of a thread in a key, as the releases do: in a lower-cased copy, so that a letter
 * that grows shifts the place.
 */
export function threadMarkIn(key: string, behaviours: Behaviours): ThreadMark | undefined {
  const lowered = key.toLowerCase();
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
