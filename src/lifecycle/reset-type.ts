import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
import { splitThreadSuffix } from "../scope/thread-suffix.ts";
import { isResolved, type KnownTarget } from "./complete-target.ts";

/** The kinds of chat that reset policies tell apart. Releases before 2026.2.9 call `direct` `dm`. */
export type ResetType = "direct" | "dm" | "group" | "thread";

interface ResetTypes {
  /** Tells whether a message belongs to a thread, by what its channel says or by its key. */
  readonly isThread: (target: KnownTarget) => boolean;
  readonly typeOf: (target: KnownTarget) => ResetType;
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function hasThreadSigns(target: KnownTarget): boolean {
  if (isResolved(target)) return false;
  return isWritten(target.threadLabel) || isWritten(target.threadStarter) || isWritten(target.parentKey);
}

/** Tells whether a key is a thread's, as the release sees it without channel plugins. */
function threadMark(behaviours: Behaviours): (key: string) => boolean {
  if (behaviours.has("topics-on-telegram-alone"))
    return (key) => splitThreadSuffix(key, behaviours).thread !== undefined;
  return (key) => key.includes(":thread:") || key.includes(":topic:");
}

function isRoom(target: KnownTarget): boolean {
  return target.chatType !== undefined && target.chatType !== "direct";
}

/** The kinds of chat as an edition tells them apart. */
export const resetTypes = perEdition((behaviours): ResetTypes => {
  const direct = behaviours.has("direct-reset-type") ? "direct" : "dm";
  if (behaviours.has("reset-facts-from-key")) {
    const isThread = (target: KnownTarget) => isWritten(target.thread) || hasThreadSigns(target);
    return {
      isThread,
      typeOf: (target) => (isThread(target) ? "thread" : isRoom(target) ? "group" : direct),
    };
  }
  const marksThread = threadMark(behaviours);
  // Upstream's `messageThreadId != null`: a blank one counts.
  const isThreadBy = (target: KnownTarget, key: string) =>
    target.thread !== undefined || hasThreadSigns(target) || marksThread(key);
  return {
    isThread: (target) => isThreadBy(target, fold(target.key)),
    typeOf(target) {
      const key = fold(target.key);
      if (isThreadBy(target, key)) return "thread";
      return isRoom(target) || key.includes(":group:") || key.includes(":channel:") ? "group" : direct;
    },
  };
});
