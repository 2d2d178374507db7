import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
import { splitAtThreadMarker } from "../scope/thread-marker.ts";
import { isWritten, type ResetFacts } from "./reset-facts.ts";

/** The kinds of chat that reset policies tell apart. Releases before 2026.2.9 call `direct` `dm`. */
export type ResetType = "direct" | "dm" | "group" | "thread";

/** Tells whether a key is a thread's, as the release sees it without channel plugins. */
function threadMark(behaviours: Behaviours): (key: string) => boolean {
  if (behaviours.has("topics-on-telegram-alone"))
    return (key) => splitAtThreadMarker(key, behaviours).thread !== undefined;
  return (key) => /:thread:|:topic:/.test(fold(key));
}

function isRoom(facts: ResetFacts): boolean {
  return facts.chatType !== undefined && facts.chatType !== "direct";
}

type ResetTypeRule = (facts: ResetFacts) => ResetType;

/** How an edition tells the kinds of chat apart. */
export const resetTypes = perEdition((behaviours): { readonly typeOf: ResetTypeRule } => {
  const direct = behaviours.has("direct-reset-type") ? "direct" : "dm";
  if (behaviours.has("reset-facts-from-key"))
    return {
      typeOf(facts) {
        if (isWritten(facts.thread) || facts.threadSigns) return "thread";
        return isRoom(facts) ? "group" : direct;
      },
    };
  const marksThread = threadMark(behaviours);
  return {
    typeOf(facts) {
      const key = fold(facts.key);
      // Upstream's `messageThreadId != null`: a blank one counts.
      if (facts.thread !== undefined || facts.threadSigns || marksThread(facts.key)) return "thread";
      return isRoom(facts) || key.includes(":group:") || key.includes(":channel:") ? "group" : direct;
    },
  };
});
