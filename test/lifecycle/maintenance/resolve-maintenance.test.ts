import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import {
  resolveMaintenance,
  type MaintenanceSettings,
} from "../../../src/lifecycle/maintenance/resolve-maintenance.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const day = 86_400_000;
const gibibyte = 1024 ** 3;

function resolve(edition: Edition, maintenance?: object) {
  return resolveMaintenance(
    parsePolicy(maintenance === undefined ? {} : { session: { maintenance } }, { edition }),
  );
}

describe("the defaults of maintenance", () => {
  it.each<readonly [edition: Edition, settings: MaintenanceSettings]>([
    ["openclaw@2026.2.9", { mode: "off" }],
    [
      "openclaw@2026.2.12",
      { mode: "warn", pruneAfterMs: 30 * day, maxEntries: 500, rotateBytes: 10 * 1024 ** 2 },
    ],
    [
      "openclaw@2026.4.20",
      {
        mode: "enforce",
        pruneAfterMs: 30 * day,
        maxEntries: 500,
        resetArchiveRetentionMs: 30 * day,
        rotateBytes: 10 * 1024 ** 2,
      },
    ],
    [
      "openclaw@2026.7.35",
      {
        mode: "enforce",
        pruneAfterMs: 30 * day,
        maxEntries: 500,
        modelRunPruneAfterMs: day,
        resetArchiveRetentionMs: 30 * day,
      },
    ],
    [
      "openclaw@2026.9.6",
      {
        mode: "enforce",
        pruneAfterMs: 30 * day,
        maxEntries: 5000,
        modelRunPruneAfterMs: day,
        archiveDashboardAfterMs: 7 * day,
        maxDiskBytes: 10 * gibibyte,
        highWaterBytes: 8 * gibibyte,
      },
    ],
    [
      "2026-11",
      {
        mode: "warn",
        pruneAfterMs: 30 * day,
        maxEntries: 500,
        modelRunPruneAfterMs: day,
        archiveDashboardAfterMs: 7 * day,
        maxDiskBytes: 10 * gibibyte,
        highWaterBytes: 8 * gibibyte,
      },
    ],
  ])("%s", (edition, settings) => {
    expect(resolve(edition).settings).toEqual(settings);
  });
});

describe("what a config says about maintenance", () => {
  it.each<
    readonly [why: string, edition: Edition, maintenance: object, settings: Partial<MaintenanceSettings>]
  >([
    ["a number is days", "2026-11", { pruneAfter: 1.5 }, { pruneAfterMs: 1.5 * day }],
    ["days under the older name", "openclaw@2026.3.7", { pruneDays: 7 }, { pruneAfterMs: 7 * day }],
    ["the newer name wins", "openclaw@2026.3.7", { pruneDays: 7, pruneAfter: "1d" }, { pruneAfterMs: day }],
    ["archives live as long", "openclaw@2026.3.7", { pruneAfter: "1d" }, { resetArchiveRetentionMs: day }],
    [
      "a limit has a high water",
      "2026-11",
      { maxDiskBytes: "1kb" },
      { maxDiskBytes: 1024, highWaterBytes: 819 },
    ],
    [
      "it is not above the limit",
      "2026-11",
      { maxDiskBytes: 1000, highWaterBytes: "1gb" },
      { maxDiskBytes: 1000, highWaterBytes: 1000 },
    ],
    [
      "0 used to be a limit",
      "openclaw@2026.7.1",
      { maxDiskBytes: 0 },
      { maxDiskBytes: 0, highWaterBytes: 0 },
    ],
  ])("%s (%s)", (_, edition, maintenance, settings) => {
    expect(resolve(edition, maintenance).settings).toMatchObject(settings);
  });

  it.each<readonly [why: string, maintenance: object, field: keyof MaintenanceSettings]>([
    ["dashboards", { archiveDashboardAfter: false }, "archiveDashboardAfterMs"],
    ["dashboards, as a number", { archiveDashboardAfter: 0 }, "archiveDashboardAfterMs"],
    ["archives", { resetArchiveRetention: false }, "resetArchiveRetentionMs"],
    ["recent sessions", { preserveRecent: false }, "preserveRecentMs"],
    ["the disk", { maxDiskBytes: false }, "maxDiskBytes"],
    ["the disk, as a number", { maxDiskBytes: 0 }, "maxDiskBytes"],
  ])("switches off: %s", (_, maintenance, field) => {
    const { settings, sources } = resolve("2026-11", maintenance);
    expect(settings).not.toHaveProperty(field);
    expect(sources[field]).toMatch(/^session\.maintenance\./);
  });
});
