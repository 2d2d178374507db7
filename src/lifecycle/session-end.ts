import type { ResetCause } from "./reset-decision.ts";
import type { ResetRow } from "./reset-table.ts";

/** When a session ends of itself, and by what. */
export interface SessionEnd {
  readonly at: number;
  readonly by: ResetCause;
}

/** The first whole millisecond after a window has passed: its last instant still belongs to it. */
function after(start: number, window: number): number {
  return Math.floor(start + window) + 1;
}

/** The first instant, `since` or later, at which a session with these anchors is stale. */
export function sessionEnd(
  row: ResetRow,
  started: number,
  last: number,
  since: number,
): SessionEnd | undefined {
  const start = row.graceMs === undefined ? since : Math.max(since, after(last, row.graceMs));
  const idle = row.idleMs === undefined ? Infinity : Math.max(start, after(last, row.idleMs));
  const age = row.maxAgeMs === undefined ? Infinity : Math.max(start, after(started, row.maxAgeMs));
  const daily = row.daily?.firstAfter(started, row.needsBoth ? idle : start) ?? Infinity;
  if (row.needsBoth) {
    const at = Math.min(daily, age);
    if (!Number.isFinite(at)) return undefined;
    return { at, by: age < daily ? "max-age" : daily > idle ? "daily" : "idle" };
  }
  const at = Math.min(daily, idle, age);
  if (!Number.isFinite(at)) return undefined;
  return { at, by: at === daily ? "daily" : at === idle ? "idle" : "max-age" };
}
