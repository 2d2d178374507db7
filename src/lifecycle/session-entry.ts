/** Every kind of activity, messages first. */
export const activityKinds = [
  "user-message",
  "channel-message",
  "heartbeat",
  "cron",
  "exec",
  "system",
] as const;

/** What can happen in a session: somebody writes, or the host does something of itself. */
export type ActivityKind = (typeof activityKinds)[number];

/** Tells whether the host did something of itself; such an event is no interaction. */
export function isSystemEvent(kind: ActivityKind | undefined): boolean {
  return kind !== undefined && kind !== "user-message" && kind !== "channel-message";
}

/** What a host stores of a session's life, in epoch milliseconds; anything may be missing. */
export interface SessionTimes {
  /** When the conversation began; the daily hour and the greatest age look at it. */
  readonly sessionStartedAt?: number;
  /** When a person last wrote; the idle window looks at it. */
  readonly lastInteractionAt?: number;
  /** When anything last happened, heartbeats included; stands in for the others where they are missing. */
  readonly updatedAt?: number;
}

/** The times of a session, each by its name. */
export const sessionTimeNames = [
  "sessionStartedAt",
  "lastInteractionAt",
  "updatedAt",
] as const satisfies readonly (keyof SessionTimes)[];

/** Tells whether a stored time is one: a finite number, not negative, and not after `latest`. */
export function isPastTime(time: number | undefined, latest: number): time is number {
  return typeof time === "number" && time >= 0 && time <= latest && time !== Infinity;
}

/**
 * One session of a store, as far as maintenance looks at it. Times are epoch milliseconds; a time
 * that is not finite counts as absent.
 */
export interface SessionEntry extends SessionTimes {
  /** The session key, `agent:<agentId>:…`. */
  readonly key: string;
  /** When its transcript last grew. */
  readonly lastActivityAt?: number;
  /** When a person pinned it. */
  readonly pinnedAt?: number;
  /** When it was set aside; it stays in the store. */
  readonly archivedAt?: number;
  /** `"running"` while a turn runs. */
  readonly status?: string;
  /** `"direct"`, `"group"`, `"channel"` or `"thread"`. */
  readonly chatType?: string;
  /** Where replies go; `"external"` is a chat channel. */
  readonly delivery?: {
    /** `"external"` for a chat channel; any other is the gateway's own. */
    readonly kind: string;
    /** Where the last message came from. */
    readonly origin?: {
      /** `"direct"`, `"group"`, `"channel"` or `"thread"`. */
      readonly chatType?: string;
    };
  };
  /** Where the session came from, as releases before 2026.8.1 noted it. */
  readonly origin?: {
    /** `"direct"`, `"group"`, `"channel"` or `"thread"`. */
    readonly chatType?: string;
  };
  /** The session that started it as a sub-agent. */
  readonly spawnedBy?: string;
  /** The key of the session that it hangs under; absent at the top level, where a pin counts. */
  readonly parentSessionKey?: string;
  /** A native runtime depends on its model. */
  readonly modelSelectionLocked?: boolean;
  /** The host is using it: the active session and its ancestors, admitted work. */
  readonly inUse?: boolean;
}

/** The last sign of life of a session, whatever it was; 0 when there was none. */
export function lastSignOfLife(entry: SessionEntry): number {
  return Math.max(
    time(entry.lastInteractionAt) ?? 0,
    time(entry.lastActivityAt) ?? 0,
    time(entry.sessionStartedAt) ?? 0,
    time(entry.updatedAt) ?? 0,
  );
}

/** A stored time that can be compared; undefined for one that is absent or not finite. */
export function time(stored: number | undefined): number | undefined {
  return Number.isFinite(stored) ? stored : undefined;
}
