import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { capTime } from "./cap-victims.ts";
import { compileKeyTraits, type KeyTraits } from "./key-traits.ts";
import type { MaintenanceSettings } from "./resolve-maintenance.ts";
import { stepRules, type MaintenanceStep } from "./steps.ts";
import { compileProtection, type KeptReason, type Protection } from "./protected-session.ts";
import { storedTimeNames as timeNames, type StoredEntry } from "../stored-entry.ts";
import { isNumberOrNone, readTime } from "../read-times.ts";
import { lastSignOfLife, time, type SessionEntry } from "../session-entry.ts";

/** The ages beyond which sessions go, and the one within which they are kept; what is absent does nothing. */
export type MaintenanceAges = {
  readonly [
    Name in "modelRunPruneAfterMs" | "archiveDashboardAfterMs" | "pruneAfterMs" | "preserveRecentMs"
  ]?: MaintenanceSettings[Name] | undefined;
};

/**
 * What one pass over a store found. Each session is looked at once, while it is at hand, and what
 * would be done with it is written down at once: coming back to it later costs more than both.
 */
export interface Survey {
  /** Model runs that may go early; those that nothing keeps are in another list as well. */
  readonly staleModelRuns: readonly MaintenanceStep[];
  readonly staleDashboards: readonly MaintenanceStep[];
  readonly beyondAge: readonly MaintenanceStep[];
  /** What only the cap can take. */
  readonly withinAge: readonly MaintenanceStep[];
  /** The times by which the cap ranks `withinAge`, in the same order. */
  readonly capTimes: readonly number[];
  readonly total: number;
  /** How many sessions count towards the cap. */
  readonly counted: number;
  /** How many sessions are kept, by reason. */
  readonly kept: Readonly<Record<KeptReason, number>>;
}

/** How an edition looks at the sessions of a store. */
export interface Surveyor extends Protection {
  readonly traitsOf: (key: string) => KeyTraits;
  /** Begins to pass once over a store. */
  readonly begin: (ages: MaintenanceAges, now: number) => Pass;
}

/** A pass over a store, session by session. */
export interface Pass {
  readonly look: (entry: StoredEntry) => void;
  /** What it has found. */
  readonly end: () => Survey;
}

function areNumbers(stored: StoredEntry): stored is SessionEntry {
  const { archivedAt, lastActivityAt, lastInteractionAt, pinnedAt, sessionStartedAt, updatedAt } = stored;
  return (
    isNumberOrNone(updatedAt) &&
    isNumberOrNone(sessionStartedAt) &&
    isNumberOrNone(lastInteractionAt) &&
    isNumberOrNone(lastActivityAt) &&
    isNumberOrNone(pinnedAt) &&
    isNumberOrNone(archivedAt)
  );
}

/** Reads a session's times as databases return them; undefined where one of them cannot be read. */
function readEntry(stored: StoredEntry): SessionEntry | undefined {
  if (areNumbers(stored)) return stored;
  const times: Partial<Record<(typeof timeNames)[number], number | undefined>> = {};
  for (const name of timeNames) {
    const told: unknown = stored[name];
    const time = told === null ? undefined : readTime(told);
    if (time === undefined && told !== undefined && told !== null) return undefined;
    times[name] = time;
  }
  // What is absent is undefined, as everything here reads it.
  return { ...stored, ...times } as SessionEntry;
}

function isUpdatedBefore({ updatedAt }: SessionEntry, cutoff: number): boolean {
  return (time(updatedAt) ?? cutoff) < cutoff;
}

/** A session that gave no sign of life has no time at which it fell silent. */
function isActiveBefore(entry: SessionEntry, cutoff: number): boolean {
  const last = lastSignOfLife(entry);
  return last > 0 && last < cutoff;
}

/** Which reasons the steps for model runs and for dashboards overlook. */
function compileOverlooked({ behaviours }: Policy): (traits: KeyTraits, reason: KeptReason) => boolean {
  const seenByDashboards: ReadonlySet<KeptReason> = new Set(["archived", "pinned", "in-use"]);
  const lenientDashboards = !behaviours.has("dashboards-kept-alike");
  return (traits, reason) =>
    traits.modelRun
      ? !traits.disposable && reason === "conversation"
      : traits.dashboard && lenientDashboards && !seenByDashboards.has(reason);
}

/** How a policy's edition looks at the sessions of a store. */
export const surveyor: (policy: Policy) => Surveyor = /* @__PURE__ */ once((policy: Policy) => {
  const { behaviours } = policy;
  const traitsOf = compileKeyTraits(policy);
  const protection = compileProtection(policy);
  const isOverlooked = compileOverlooked(policy);
  const take = stepRules(behaviours);
  const capTimeOf = capTime(behaviours);
  const countsArchived = !behaviours.has("cap-archives");
  const zeroKeeps = behaviours.has("zero-age-keeps");
  const cutoff = (ageMs: number | undefined, now: number) =>
    ageMs === undefined || (zeroKeeps && ageMs <= 0) ? Number.NEGATIVE_INFINITY : now - ageMs;

  return {
    ...protection,
    traitsOf,
    begin: (ages, now) => {
      const runsBefore = cutoff(ages.modelRunPruneAfterMs, now);
      const dashboardsBefore = cutoff(ages.archiveDashboardAfterMs, now);
      const allBefore = cutoff(ages.pruneAfterMs, now);
      const recentSince = now - (ages.preserveRecentMs ?? Number.NEGATIVE_INFINITY);
      const staleModelRuns: MaintenanceStep[] = [];
      const staleDashboards: MaintenanceStep[] = [];
      const beyondAge: MaintenanceStep[] = [];
      const withinAge: MaintenanceStep[] = [];
      const capTimes: number[] = [];
      const kept: Record<KeptReason, number> = {
        archived: 0,
        pinned: 0,
        "in-use": 0,
        locked: 0,
        running: 0,
        recent: 0,
        conversation: 0,
        "malformed-times": 0,
      };
      let index = -1;
      let counted = 0;
      function look(stored: StoredEntry): void {
        index += 1;
        // A row that names no session is left alone.
        if (!isObject(stored) || !isText(stored.key)) return;
        const entry = readEntry(stored);
        if (entry === undefined) {
          counted += 1;
          kept["malformed-times"] += 1;
          return;
        }
        if (countsArchived || entry.archivedAt === undefined) counted += 1;
        const traits = traitsOf(entry.key);
        const reason = protection.whyKept(entry, traits, recentSince);
        if (reason !== undefined) {
          kept[reason] += 1;
          if (!isOverlooked(traits, reason)) return;
        }
        if (traits.modelRun && isUpdatedBefore(entry, runsBefore))
          staleModelRuns.push(take["stale-model-run"](entry.key, index, traits));
        if (traits.dashboard && isActiveBefore(entry, dashboardsBefore))
          staleDashboards.push(take["stale-dashboard"](entry.key, index, traits));
        else if (reason !== undefined) return;
        else if (isUpdatedBefore(entry, allBefore))
          beyondAge.push(take["age-retention"](entry.key, index, traits));
        else {
          withinAge.push(take["active-session-cap"](entry.key, index, traits));
          capTimes.push(capTimeOf(entry));
        }
      }
      return {
        look,
        end: () => ({
          staleModelRuns,
          staleDashboards,
          beyondAge,
          withinAge,
          capTimes,
          total: index + 1,
          counted,
          kept,
        }),
      };
    },
  };
});

/** The same survey without the sessions that go as model runs. */
export function withoutModelRuns(survey: Survey): Survey {
  const { staleModelRuns, beyondAge, withinAge, capTimes } = survey;
  if (staleModelRuns.length === 0) return survey;
  const gone = new Set(staleModelRuns.map(({ index }) => index));
  const stays = ({ index }: MaintenanceStep) => !gone.has(index);
  return {
    ...survey,
    beyondAge: beyondAge.filter(stays),
    withinAge: withinAge.filter(stays),
    capTimes: capTimes.filter((_, place) => withinAge[place] !== undefined && stays(withinAge[place])),
  };
}
