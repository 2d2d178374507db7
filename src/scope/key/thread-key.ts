import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { writeSegment } from "./segment.ts";
import type { SessionKey } from "../resolution.ts";

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
  if (behaviours.has("ids-escaped"))
    return thread == null ? base : base + threadMarker + writeSegment(thread);
  const id = (thread ?? "").trim();
  if (id === "") return base;
  return base + threadMarker + (keepsCase && behaviours.has("thread-case-choice") ? id : fold(id));
}
