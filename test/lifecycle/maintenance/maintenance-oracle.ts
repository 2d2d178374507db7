import type { KnownSession } from "./store-arbitrary.ts";

interface Limits {
  readonly pruneAfterMs: number;
  readonly archiveDashboardAfterMs: number;
  readonly maxEntries: number;
  readonly force: boolean;
}

const dayMs = 86_400_000;
const never = Number.NEGATIVE_INFINITY;

function activity({ entry }: KnownSession): number {
  return Math.max(entry.updatedAt ?? 0, entry.sessionStartedAt ?? 0, entry.lastInteractionAt ?? 0);
}

function isKept({ known, entry }: KnownSession): boolean {
  const pinned =
    entry.pinnedAt !== undefined && (entry.spawnedBy ?? "") === "" && !known.key.includes("subagent");
  const held = entry.modelSelectionLocked === true || entry.status === "running" || entry.inUse === true;
  return entry.archivedAt !== undefined || pinned || held || known.conversation;
}

/** Maintenance of `2026-11`, session by session: what goes, in order, as `action key`. */
export function newestMaintenance(
  store: readonly KnownSession[],
  limits: Limits,
  now: number,
): readonly string[] {
  const gone: string[] = [];
  const isLeft = ({ known }: KnownSession) => !gone.some((step) => step.endsWith(` ${known.key}`));
  const free = () => store.filter((session) => !isKept(session) && isLeft(session));
  const count = () =>
    store.filter((session) => session.entry.archivedAt === undefined && isLeft(session)).length;
  const goes = ({ known }: KnownSession) =>
    gone.push(`${known.disposable ? "delete" : "archive"} ${known.key}`);
  const isOld = ({ entry }: KnownSession, age: number) => (entry.updatedAt ?? now) < now - age;
  const { maxEntries, force } = limits;
  const slack = maxEntries < 50 ? 1 : Math.max(25, Math.ceil(maxEntries / 10));

  if (count() >= maxEntries + (force ? 1 : slack))
    free()
      .filter((session) => session.known.modelRun && isOld(session, dayMs))
      .forEach(goes);
  free()
    .filter((session) => session.known.dashboard && activity(session) > 0)
    .filter((session) => activity(session) < now - limits.archiveDashboardAfterMs)
    .forEach(goes);
  free()
    .filter((session) => isOld(session, limits.pruneAfterMs))
    .forEach(goes);
  if (!force && count() < maxEntries + slack) return gone;
  while (count() > maxEntries && free().length > 0) {
    const least = Math.min(...free().map(activity));
    const ties = free().filter((session) => activity(session) === least);
    const first = ties.map(({ known }) => known.key).sort()[0];
    ties.filter(({ known }) => known.key === first).forEach(goes);
  }
  return gone;
}

/** Maintenance of OpenClaw 2026.2.12 to 2026.4.21: age, then the cap, and nobody is spared. */
export function oldestMaintenance(
  store: readonly KnownSession[],
  limits: Pick<Limits, "maxEntries" | "pruneAfterMs">,
  now: number,
): ReadonlySet<string> {
  const updated = ({ entry }: KnownSession) => entry.updatedAt ?? never;
  const young = store.filter(({ entry }) => (entry.updatedAt ?? now) >= now - limits.pruneAfterMs);
  const latestFirst = [...young].sort((a, b) => (updated(a) === updated(b) ? 0 : updated(b) - updated(a)));
  const staying = new Set(latestFirst.slice(0, limits.maxEntries).map(({ known }) => known.key));
  return new Set(store.map(({ known }) => known.key).filter((key) => !staying.has(key)));
}
