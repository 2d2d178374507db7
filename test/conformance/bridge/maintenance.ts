import { readByteSize, readDuration, type DurationUnit } from "../../../src/config/amounts.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { capVictims, entryHighWater } from "../../../src/lifecycle/maintenance/cap-victims.ts";
import { resolveMaintenance } from "../../../src/lifecycle/maintenance/resolve-maintenance.ts";
import type { MaintenanceStep } from "../../../src/lifecycle/maintenance/steps.ts";
import { surveyor, type MaintenanceAges } from "../../../src/lifecycle/maintenance/survey.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { planMaintenance } from "../../../src/lifecycle/maintenance/plan-maintenance.ts";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";
import { warnOfMaintenance } from "../../../src/lifecycle/maintenance/warning.ts";
import type { Bridge, Circumstances } from "./bridge.ts";

type Store = Readonly<Record<string, Omit<SessionEntry, "key">>>;

/** What upstream's maintenance functions are told beside the number that each is about. */
interface Situation {
  readonly store: Store;
  readonly now: number;
  readonly preserveKeys?: readonly string[];
  readonly preserveRecentMs?: number | null;
}

interface WarningParameters extends Omit<Situation, "now"> {
  readonly activeSessionKey: string;
  readonly pruneAfterMs: number;
  readonly maxEntries: number;
}

/** A policy as the release's functions see it: they are lenient, and no schema stands before them. */
function policyWith(maintenance: unknown, { edition, timeZone }: Circumstances): Policy {
  // The lenient functions are recorded with values that the schema's types exclude.
  const config = { session: { maintenance } } as Policy["config"];
  return { ...parsePolicy({}, { edition, timeZone }), config };
}

function hasMaintenance({ behaviours }: Pick<Policy, "behaviours">): boolean {
  return behaviours.has("maintenance-settings");
}

function entriesOf(store: Store, preserveKeys: readonly string[] = []): readonly SessionEntry[] {
  const inUse = new Set(preserveKeys);
  return Object.entries(store).map(([key, entry]) => ({ ...entry, key, inUse: inUse.has(key) }));
}

/** Carries steps out on a copy of the store, as the release leaves it. */
function storeAfter(store: Store, steps: readonly MaintenanceStep[], now: number, policy: Policy): Store {
  const after = new Map(Object.entries(store));
  for (const { key, action, reason } of steps) {
    if (action === "delete") after.delete(key);
    else
      after.set(key, {
        ...after.get(key),
        archivedAt: now,
        // Releases note the reason since the cap archives, too.
        ...(policy.behaviours.has("cap-archives") && { archiveReason: reason }),
      });
  }
  return Object.fromEntries(after);
}

function keysOf(steps: readonly MaintenanceStep[], action: MaintenanceStep["action"]): readonly string[] {
  return steps.filter((step) => step.action === action).map(({ key }) => key);
}

/** The recording reads the store where a release does not report what it removed. */
function inStoreOrder(steps: readonly MaintenanceStep[]): readonly MaintenanceStep[] {
  return [...steps].sort((a, b) => a.index - b.index);
}

function isReported({ action, transcript }: MaintenanceStep): boolean {
  return action === "archive" || transcript === "archived";
}

/** Looks at the store with no other age than the one that the function is about. */
function survey(
  { store, preserveKeys, preserveRecentMs, now }: Situation,
  policy: Policy,
  ages: MaintenanceAges = {},
) {
  const pass = surveyor(policy).begin({ ...ages, preserveRecentMs: preserveRecentMs ?? undefined }, now);
  for (const entry of entriesOf(store, preserveKeys)) pass.look(entry);
  return pass.end();
}

const eventNames = {
  "stale-model-run": { delete: "model-run-pruned", archive: "" },
  "stale-dashboard": { delete: "", archive: "archive:dashboard" },
  "age-retention": { delete: "pruned", archive: "archive:age" },
  "active-session-cap": { delete: "capped", archive: "archive:cap" },
} as const;

/** Translations of the upstream functions that concern maintenance. */
export const maintenanceBridge: Bridge = {
  duration({ raw, defaultUnit = "ms" }: { raw: string; defaultUnit?: DurationUnit }, { edition }) {
    const behaviours = behavioursOf(edition);
    if (!hasMaintenance({ behaviours })) return null;
    const duration = readDuration(raw, defaultUnit, behaviours);
    if (duration === undefined) throw new RangeError(`No duration: ${raw}`);
    return duration;
  },

  bytes({ raw }: { raw: string }, { edition }) {
    const behaviours = behavioursOf(edition);
    if (!hasMaintenance({ behaviours })) return null;
    const size = readByteSize(raw, behaviours);
    if (size === undefined) throw new RangeError(`No size: ${raw}`);
    return size;
  },

  highWater({ maxEntries }: { maxEntries: number }, { edition }) {
    const behaviours = behavioursOf(edition);
    return behaviours.has("cap-slack") ? entryHighWater(maxEntries, behaviours) : null;
  },

  maintenanceConfig({ maintenance }: { maintenance: unknown }, circumstances) {
    const policy = policyWith(maintenance, circumstances);
    return hasMaintenance(policy) ? resolveMaintenance(policy).settings : null;
  },

  prune(input: Situation & { readonly maxAgeMs: number }, circumstances) {
    const policy = policyWith({}, circumstances);
    if (!hasMaintenance(policy)) throw new TypeError("No maintenance");
    const { beyondAge: steps } = survey(input, policy, { pruneAfterMs: input.maxAgeMs });
    const deleted = steps.filter(({ action }) => action === "delete");
    return {
      count: deleted.length,
      pruned: keysOf(deleted.filter(isReported), "delete"),
      archived: keysOf(steps, "archive"),
      store: storeAfter(input.store, steps, input.now, policy),
    };
  },

  cap(input: Situation & { readonly maxEntries: number }, circumstances) {
    const policy = policyWith({}, circumstances);
    if (!hasMaintenance(policy)) throw new TypeError("No maintenance");
    const { withinAge, capTimes, counted } = survey(input, policy);
    const overflow = counted - Math.max(0, input.maxEntries);
    const steps = capVictims(policy.behaviours)(withinAge, capTimes, overflow);
    return {
      count: steps.length,
      removed: keysOf(steps.every(isReported) ? steps : inStoreOrder(steps), "delete"),
      archived: keysOf(steps, "archive"),
      store: storeAfter(input.store, steps, input.now, policy),
    };
  },

  pruneModelRun(input: Situation & { readonly maxAgeMs: number | null }, circumstances) {
    const policy = policyWith({}, circumstances);
    if (!policy.behaviours.has("model-runs-expire")) return null;
    const { staleModelRuns: steps } = survey(input, policy, {
      modelRunPruneAfterMs: input.maxAgeMs ?? undefined,
    });
    return {
      count: steps.length,
      pruned: keysOf(steps, "delete"),
      keys: Object.keys(storeAfter(input.store, steps, input.now, policy)),
    };
  },

  archiveDashboard(input: Situation & { readonly archiveAfterMs: number | null }, circumstances) {
    const policy = policyWith({}, circumstances);
    if (!policy.behaviours.has("dashboards-archived")) return null;
    const archiveDashboardAfterMs = input.archiveAfterMs ?? undefined;
    const { staleDashboards: steps } = survey(input, policy, { archiveDashboardAfterMs });
    return {
      count: steps.length,
      archived: keysOf(steps, "archive"),
      store: storeAfter(input.store, steps, input.now, policy),
    };
  },

  plan(
    { store, maintenance, now, force, preserveKeys }: Situation & { maintenance: unknown; force?: boolean },
    circumstances,
  ) {
    const policy = policyWith(maintenance, circumstances);
    const { mode, steps } = planMaintenance(entriesOf(store, preserveKeys), policy, now, {
      force: force === true,
    });
    if (mode === "off") return null;
    const count = (reason: MaintenanceStep["reason"], action?: MaintenanceStep["action"]) =>
      steps.filter((step) => step.reason === reason && (action ?? step.action) === step.action).length;
    const archives = policy.behaviours.has("cap-archives");
    const capped = steps.filter(({ reason }) => reason === "active-session-cap");
    const others = steps.filter((step) => step.reason !== "active-session-cap" && isReported(step));
    return {
      mode,
      counts: {
        archived: keysOf(steps, "archive").length,
        ...(archives && { capArchived: count("active-session-cap", "archive") }),
        modelRunPruned: count("stale-model-run"),
        pruned: count("age-retention", "delete"),
        capped: capped.length,
      },
      events: [...others, ...(archives ? capped : inStoreOrder(capped))].map(({ key, action, reason }) => [
        eventNames[reason][action],
        key,
      ]),
      store: storeAfter(store, steps, now, policy),
    };
  },

  protect(
    {
      key,
      entry,
      now,
      preserveKeys,
      preserveRecentMs,
    }: Omit<Situation, "store"> & { key: string; entry: object },
    circumstances,
  ) {
    const policy = policyWith({}, circumstances);
    if (!policy.behaviours.has("conversations-kept")) return null;
    const { traitsOf, whyKept, isConversation } = surveyor(policy);
    const session = { ...entry, key, inUse: preserveKeys?.includes(key) === true };
    const traits = traitsOf(key);
    return {
      preserve: whyKept(session, traits, now - (preserveRecentMs ?? Number.NEGATIVE_INFINITY)) !== undefined,
      protectedEntry: isConversation(session, traits),
      synthetic: traits.disposable,
      modelRun: policy.behaviours.has("model-runs-expire") ? traits.modelRun : null,
    };
  },

  warning({ params, now }: { params: WarningParameters; now: number }, circumstances) {
    const { store, activeSessionKey, pruneAfterMs, maxEntries, preserveKeys, preserveRecentMs } = params;
    const policy = policyWith(
      { pruneAfter: `${pruneAfterMs}ms`, maxEntries, preserveRecent: `${preserveRecentMs ?? ""}ms` },
      circumstances,
    );
    const key = activeSessionKey.trim();
    const warning = warnOfMaintenance(key, entriesOf(store, preserveKeys), policy, now);
    if (warning === undefined) return null;
    const { ageOutcome, capOutcome } = warning;
    const outcome = { delete: "remove", archive: "archive" } as const;
    return {
      activeSessionKey: key,
      activeUpdatedAt: store[key]?.updatedAt,
      totalEntries: Object.keys(store).length,
      pruneAfterMs,
      maxEntries,
      wouldPrune: ageOutcome !== undefined,
      wouldCap: capOutcome !== undefined,
      ...(policy.behaviours.has("cap-archives") && capOutcome && { capOutcome: outcome[capOutcome] }),
      ...(policy.behaviours.has("age-archives") && ageOutcome && { pruneOutcome: outcome[ageOutcome] }),
    };
  },
};
