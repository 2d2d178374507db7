import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { readNow } from "../read-times.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isStream, optionsOf } from "../../config/given.ts";
import type { Policy } from "../../config/policy.ts";
import { capVictims, entryHighWater } from "./cap-victims.ts";
import {
  resolveMaintenance,
  type MaintenanceSettings,
  type MaintenanceSources,
} from "./resolve-maintenance.ts";
import type { MaintenanceStep } from "./steps.ts";
import { surveyor, withoutModelRuns, type Pass, type Survey } from "./survey.ts";
import { entriesOf, entryOf, type StoredSessions } from "../store/read-store.ts";
import type { KeptReason } from "./protected-session.ts";

/** How a plan is asked for. */
export interface MaintenanceRequest {
  /** Apply the cap at once, without the slack that an edition leaves between two passes. */
  readonly force?: boolean;
}

/** What maintenance does with a store, or under `warn`, would do. */
export interface MaintenancePlan {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "maintenance";
  /** Only under `enforce` are the steps to be carried out. `off`: the edition has no maintenance. */
  readonly mode: MaintenanceSettings["mode"];
  /** In the order in which they are decided: model runs, dashboards, age, cap. */
  readonly steps: readonly MaintenanceStep[];
  /** How many sessions there are, and what happens to them. */
  readonly counts: {
    /** All sessions of the store. */
    readonly total: number;
    /** Those that are deleted. */
    readonly delete: number;
    /** Those that are set aside and stay in the store. */
    readonly archive: number;
    /** Sessions that no age and no cap touches, by the reason. */
    readonly kept: Readonly<Record<KeptReason, number>>;
  };
  /** The settings by which the plan was made, with defaults filled in. */
  readonly settings: MaintenanceSettings;
  /** Where each of them is written, or the edition whose default it is. */
  readonly sources: MaintenanceSources;
}

function decide(survey: Survey, policy: Policy, force: boolean): readonly MaintenanceStep[] {
  const { behaviours } = policy;
  const { maxEntries = Number.POSITIVE_INFINITY } = resolveMaintenance(policy).settings;
  const highWater = entryHighWater(maxEntries, behaviours);
  // Model runs go early only when the cap is about to take sessions.
  const isPressed = survey.counted >= (force ? maxEntries + 1 : highWater);
  const { beyondAge, withinAge, capTimes } = isPressed ? withoutModelRuns(survey) : survey;
  const staleModelRuns = isPressed ? survey.staleModelRuns : [];
  const steps = [...staleModelRuns, ...survey.staleDashboards, ...beyondAge];
  const archivesCount = !behaviours.has("cap-archives");
  const gone = archivesCount ? steps.filter(({ action }) => action === "delete") : steps;
  const counted = survey.counted - gone.length;
  if (!force && counted < highWater) return steps;
  return steps.concat(capVictims(behaviours)(withinAge, capTimes, counted - Math.max(0, maxEntries)));
}

function planOf(survey: Survey, policy: Policy, force: boolean): MaintenancePlan {
  const { settings, sources } = resolveMaintenance(policy);
  const steps = settings.mode === "off" ? [] : decide(survey, policy, force);
  const archive = steps.filter(({ action }) => action === "archive").length;
  return {
    kind: "maintenance",
    mode: settings.mode,
    steps,
    counts: { total: survey.total, delete: steps.length - archive, archive, kept: survey.kept },
    settings,
    sources,
  };
}

/**
 * Plans the maintenance of a store in one pass over its sessions, as entries by key, a list of entries or of keys: which are
 * deleted or archived, and why. Nothing is changed. A session that the edition protects is never named. The store may
 * come in any order, as a list or as a stream, of which a plan is promised; only sessions that may have to go are held in
 * memory.
 *
 * A session without `updatedAt` has no age; for the cap it is the least active. Times may be told as databases tell them; a
 * session with one that cannot be read is kept, and counted (`malformed-times`). Under `2026-11`
 * the same sessions give the same plan in whatever order they come.
 *
 * Reproduces the maintenance of OpenClaw from 2026.2.12 on; releases before had none.
 *
 * @param now - the current instant in epoch milliseconds
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { maintenance: { pruneAfter: "1d" } } }, { edition: "2026-11" });
 * const store = [{ key: "agent:main:hook:1", updatedAt: 0 }, { key: "agent:main:main", updatedAt: 0 }];
 * planMaintenance(store, policy, 90_000_000).steps.map(({ key, action }) => `${action} ${key}`);
 * //=> ["delete agent:main:hook:1"]
 * ```
 */
export function planMaintenance(
  entries: AsyncIterable<string | object>,
  policy: Policy,
  now: number,
  request?: MaintenanceRequest,
): Promise<MaintenancePlan>;
export function planMaintenance(
  entries: StoredSessions,
  policy: Policy,
  now: number,
  request?: MaintenanceRequest,
): MaintenancePlan;
export function planMaintenance(
  entries: StoredSessions | AsyncIterable<string | object>,
  policy: Policy,
  now: number,
  request: MaintenanceRequest = {},
): MaintenancePlan | Promise<MaintenancePlan> {
  if (isPolluted()) return unpolluted(plan, entries, policy, now, request);
  return plan(entries, policy, now, request);
}

function plan(
  entries: StoredSessions | AsyncIterable<string | object>,
  policy: Policy,
  now: number,
  request: MaintenanceRequest,
): MaintenancePlan | Promise<MaintenancePlan> {
  demandPolicy(policy);
  const { force = false } = optionsOf(request);
  const pass = surveyor(policy).begin(resolveMaintenance(policy).settings, readNow(now));
  if (isStream(entries)) return lookAtStream(entries, pass).then(() => planOf(pass.end(), policy, force));
  for (const entry of entriesOf(entries)) pass.look(entry);
  return planOf(pass.end(), policy, force);
}

async function lookAtStream(entries: AsyncIterable<string | object>, { look }: Pass): Promise<void> {
  const lookAt = (entry: string | object) => {
    look(entryOf(entry));
  };
  for await (const entry of entries)
    if (isPolluted()) unpolluted(lookAt, entry);
    else lookAt(entry);
}
