/** What can happen in a session: somebody writes, or the host does something of itself. */
export type ActivityKind = "user-message" | "channel-message" | "heartbeat" | "cron" | "exec" | "system";

/** Tells whether the host did something of itself; such an event is no interaction. */
export function isSystemEvent(kind: ActivityKind | undefined): boolean {
  return kind !== undefined && kind !== "user-message" && kind !== "channel-message";
}
