import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { splitAtThreadMarker } from "../../scope/key/thread-key.ts";
import { isWritten, type ResetFacts } from "./target.ts";

/** The kinds of chat that reset policies tell apart. Releases before 2026.2.9 call `direct` `dm`. */
export type ResetType = "direct" | "dm" | "group" | "thread";

/** Something for each kind of chat. */
export function ofEachType<Value>(valueOf: (type: ResetType) => Value): Readonly<Record<ResetType, Value>> {
  return {
    direct: valueOf("direct"),
    dm: valueOf("dm"),
    group: valueOf("group"),
    thread: valueOf("thread"),
  };
}

/** What follows the kind in the key of a group or channel, without empty segments. */
function roomIn(key: string): string | undefined {
  const segments = key.split(":").filter((segment) => segment !== "");
  const start = fold(segments[0] ?? "") === "agent" ? 2 : 0;
  const [channel = "", kind = "", ...room] = segments.slice(start);
  const isRoom = fold(channel) !== "" && ["group", "channel"].includes(fold(kind));
  return isRoom ? room.join(":") : undefined;
}

/** Tells whether a key is a thread's, as the release sees it without channel plugins. */
function threadMark(behaviours: Behaviours): (key: string) => boolean {
  const hasThread = (text: string) => splitAtThreadMarker(text, behaviours).thread !== undefined;
  if (behaviours.has("threads-sought-in-room-ids"))
    return (key) => {
      const room = roomIn(key.trim()) ?? "";
      return hasThread(splitAtThreadMarker(room, behaviours).base.trim() === "" ? key : room);
    };
  if (behaviours.has("topics-on-telegram-alone")) return hasThread;
  return (key) => /:thread:|:topic:/.test(fold(key));
}

function isRoom(facts: ResetFacts): boolean {
  return facts.chatType !== undefined && facts.chatType !== "direct";
}

type ResetTypeRule = (facts: ResetFacts) => ResetType;

/** How an edition tells the kinds of chat apart. */
export const resetTypes = /* @__PURE__ */ once(
  (behaviours: Behaviours): { readonly typeOf: ResetTypeRule } => {
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
  },
);
