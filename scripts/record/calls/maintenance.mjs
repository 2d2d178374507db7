import { atTime } from "./at-time.mjs";
import { having } from "./having.mjs";
import { nothing } from "./nothing.mjs";

/** How the functions that tidy the store of sessions, and the schema of its settings, are called. */
export const maintenanceCalls = {
  schema:
    ({ SessionSchema }) =>
    ({ session }) => {
      const { success, data, error } = SessionSchema.safeParse(session);
      if (success) return { ok: true, data };
      return {
        ok: false,
        issues: error.issues.map(({ path, code, keys }) => ({ path: path.join("."), code, keys })),
      };
    },
  // Before sessions were tidied, durations were read for other things alone.
  duration: [
    having(
      "resolveMaintenanceConfig",
      ({ parseDurationMs }) =>
        ({ raw, defaultUnit }) =>
          parseDurationMs(raw, defaultUnit && { defaultUnit }),
    ),
    nothing,
  ],
  bytes:
    ({ parseByteSize }) =>
    ({ raw, defaultUnit }) =>
      parseByteSize(raw, { defaultUnit }),
  maintenanceConfig: [
    ({ resolveMaintenanceConfigFromInput }) =>
      ({ maintenance }) =>
        resolveMaintenanceConfigFromInput(maintenance),
    ({ resolveMaintenanceConfig, "replace:loadConfig": replaceConfig }) =>
      ({ maintenance }) => {
        replaceConfig(() => ({ session: { maintenance } }));
        return resolveMaintenanceConfig();
      },
    nothing,
  ],
  highWater: [
    ({ resolveSessionEntryMaintenanceHighWater }) =>
      ({ maxEntries }) =>
        resolveSessionEntryMaintenanceHighWater(maxEntries),
    nothing,
  ],
  warning:
    ({ getActiveSessionMaintenanceWarning }) =>
    ({ now, params }) =>
      atTime(now, () => getActiveSessionMaintenanceWarning({ ...params, nowMs: now })),

  prune:
    ({ pruneStaleEntries }) =>
    (input) =>
      tidy(input, (store, options) => pruneStaleEntries(store, input.maxAgeMs, options), "pruned"),
  cap:
    ({ capEntryCount }) =>
    (input) =>
      tidy(input, (store, options) => capEntryCount(store, input.maxEntries, options), "removed"),
  archiveDashboard: [
    ({ archiveStaleDashboardEntries }) =>
      (input) =>
        tidy(input, (store, options) => archiveStaleDashboardEntries(store, input.archiveAfterMs, options)),
    nothing,
  ],
  pruneModelRun: [
    ({ pruneStaleModelRunEntries }) =>
      (input) => {
        const { count, pruned, store } = tidy(
          input,
          (store, options) => pruneStaleModelRunEntries(store, input.maxAgeMs, options),
          "pruned",
        );
        return { count, pruned, keys: Object.keys(store) };
      },
    nothing,
  ],

  protect: [
    (upstream) => protection(upstream, upstream.isGatewayModelRunSessionKey),
    (upstream) => protection(upstream, () => undefined),
    nothing,
  ],

  plan:
    ({ planSessionEntryMaintenance, resolveMaintenanceConfigFromInput }) =>
    (input) => {
      const { now, force, preserveKeys } = input;
      const maintenance = resolveMaintenanceConfigFromInput(input.maintenance);
      const entries = input.store;
      const events = [];
      const unarchived = Object.values(entries).filter(({ archivedAt }) => archivedAt === undefined);
      const { store, ...counts } = atTime(now, () =>
        planSessionEntryMaintenance({
          profile: "write",
          maintenance,
          initialUnarchivedCount: unarchived.length,
          forceMaintenance: force,
          log: false,
          // Handed over as they are up to 2026.9.4.
          preserveKeys: new Set(preserveKeys),
          readPreserveKeys: () => new Set(preserveKeys),
          readAgeCandidates: () => entries,
          readCapCandidates: () => ({ store: entries, maxEntries: maintenance.maxEntries }),
          onRemoved: ({ key }, reason) => events.push([reason, key]),
          onArchived: ({ key }, phase) => events.push([`archive:${phase}`, key]),
        }),
      );
      return { mode: maintenance.mode, counts, events, store };
    },
};

function protection(upstream, isModelRun) {
  const { shouldPreserveMaintenanceEntry, isProtectedSessionMaintenanceEntry } = upstream;
  const { isSyntheticSessionMaintenanceKey } = upstream;
  return ({ key, entry, now, preserveRecentMs }) => ({
    preserve: atTime(now, () => shouldPreserveMaintenanceEntry({ key, entry, preserveRecentMs })),
    protectedEntry: isProtectedSessionMaintenanceEntry(key, entry),
    synthetic: isSyntheticSessionMaintenanceKey(key),
    modelRun: isModelRun(key),
  });
}

/** Lets a step change the store, and tells what it did. */
function tidy({ store, now, preserveKeys, preserveRecentMs }, step, removedName) {
  const removed = [];
  const archived = [];
  const options = {
    nowMs: now,
    log: false,
    preserveKeys: preserveKeys && new Set(preserveKeys),
    preserveRecentMs,
    onPruned: ({ key }) => removed.push(key),
    onRemoved: ({ key }) => removed.push(key),
    onCapped: ({ key }) => removed.push(key),
    onArchived: ({ key }) => archived.push(key),
  };
  const before = Object.keys(store);
  const count = atTime(now, () => step(store, options));
  // Early releases do not report what they capped.
  const unreported = removed.length === 0 && removedName === "removed";
  const gone = unreported ? before.filter((key) => !(key in store)) : removed;
  return { count, ...(removedName && { [removedName]: gone }), archived, store };
}
