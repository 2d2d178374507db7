import { sessionTimeNames, type SessionEntry } from "./session-entry.ts";
import type { StoredTime } from "./session-times-of.ts";

/** The times that a store holds of a session. */
export const storedTimeNames = [...sessionTimeNames, "lastActivityAt", "pinnedAt", "archivedAt"] as const;

/** A session of a store, with its times as the store tells them. */
export type StoredEntry = Omit<SessionEntry, (typeof storedTimeNames)[number]> &
  Readonly<Partial<Record<(typeof storedTimeNames)[number], StoredTime>>>;
