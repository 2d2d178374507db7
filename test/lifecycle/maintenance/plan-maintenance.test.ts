import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { planMaintenance } from "../../../src/lifecycle/maintenance/plan-maintenance.ts";
import type { StoredEntry } from "../../../src/lifecycle/stored-entry.ts";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { newestMaintenance, oldestMaintenance } from "./maintenance-oracle.ts";
import { knownStore, now } from "./store-arbitrary.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);
const hour = 3_600_000;
const day = 24 * hour;

function policyOf(edition: Edition, maintenance?: object) {
  return parsePolicy(maintenance === undefined ? {} : { session: { maintenance } }, { edition });
}

function planned(entries: Iterable<SessionEntry>, edition: Edition, maintenance?: object) {
  const { steps } = planMaintenance(entries, policyOf(edition, maintenance), now);
  return steps.map(({ action, reason, key }) => `${action} ${key}: ${reason}`);
}

const old: SessionEntry = { key: "agent:main:explicit:old", updatedAt: now - 31 * day };
const oldHook: SessionEntry = { key: "agent:main:hook:1", updatedAt: now - 31 * day };
const oldGroup: SessionEntry = { key: "agent:main:whatsapp:group:1@g.us", updatedAt: now - 31 * day };
const idleDashboard: SessionEntry = { key: "agent:main:dashboard:1", updatedAt: now - 8 * day };

describe("planMaintenance by age", () => {
  it.each<readonly [why: string, edition: Edition, steps: readonly string[]]>([
    ["no maintenance yet", "openclaw@2026.2.9", []],
    [
      "everything is deleted alike",
      "openclaw@2026.3.7",
      [
        `delete ${old.key}: age-retention`,
        `delete ${oldHook.key}: age-retention`,
        `delete ${oldGroup.key}: age-retention`,
      ],
    ],
    [
      "groups are kept",
      "openclaw@2026.5.2",
      [`delete ${old.key}: age-retention`, `delete ${oldHook.key}: age-retention`],
    ],
    [
      "dashboards are archived first",
      "openclaw@2026.8.1",
      [
        `archive ${idleDashboard.key}: stale-dashboard`,
        `delete ${old.key}: age-retention`,
        `delete ${oldHook.key}: age-retention`,
      ],
    ],
    [
      "only disposable sessions are deleted",
      "openclaw@2026.9.3",
      [
        `archive ${idleDashboard.key}: stale-dashboard`,
        `archive ${old.key}: age-retention`,
        `delete ${oldHook.key}: age-retention`,
      ],
    ],
  ])("%s (%s)", (_, edition, steps) => {
    expect(planned([old, oldHook, oldGroup, idleDashboard], edition)).toEqual(steps);
  });

  it.each<readonly [why: string, updatedAt: number | undefined, touched: boolean]>([
    ["exactly as old as allowed", now - 30 * day, false],
    ["a millisecond older", now - 30 * day - 1, true],
    ["never updated", undefined, false],
    ["not a number", Number.NaN, false],
    ["updated in the future", now + day, false],
  ])("%s: the bound is strict and an unknown age is none", (_, updatedAt, touched) => {
    const entry = { key: "agent:main:explicit:1", ...(updatedAt !== undefined && { updatedAt }) };
    expect(planned([entry], "2026-11")).toHaveLength(touched ? 1 : 0);
  });

  it("removes everything under `pruneAfter: 0` until 2026.8.1 refuses the setting", () => {
    expect(planned([{ key: "x", updatedAt: now - 1 }], "openclaw@2026.7.1", { pruneAfter: 0 })).toHaveLength(
      1,
    );
  });
});

function explicit(count: number, updatedAt = now): readonly SessionEntry[] {
  return Array.from({ length: count }, (_, index) => ({ key: `agent:main:explicit:${index}`, updatedAt }));
}

describe("planMaintenance by the cap", () => {
  it.each<readonly [edition: Edition, maxEntries: number, stored: number, taken: number]>([
    ["openclaw@2026.4.25", 50, 51, 1],
    ["openclaw@2026.4.26", 50, 74, 0],
    ["openclaw@2026.4.26", 50, 75, 25],
    ["openclaw@2026.4.26", 49, 50, 1],
    ["2026-11", 500, 549, 0],
    ["2026-11", 500, 550, 50],
  ])("%s: a cap of %i with %i sessions takes %i", (edition, maxEntries, stored, taken) => {
    expect(planned(explicit(stored), edition, { maxEntries })).toHaveLength(taken);
  });

  it("applies at once when forced", () => {
    const policy = policyOf("2026-11", { maxEntries: 50 });
    expect(planMaintenance(explicit(51), policy, now, { force: true }).steps).toHaveLength(1);
  });

  it.each<readonly [edition: Edition, order: string, taken: readonly string[]]>([
    ["openclaw@2026.9.1", "of the later half, the earlier first", ["2", "3"]],
    ["openclaw@2026.9.2", "the last in the store first", ["3", "2"]],
    ["2026-11", "by key", ["0", "1"]],
  ])("%s takes equals: %s", (edition, _, taken) => {
    const steps = planned(explicit(4), edition, { maxEntries: 2 });
    expect(steps.map((step) => /explicit:(\d)/.exec(step)?.[1])).toEqual(taken);
  });

  it("ranks by `updatedAt` before 2026.9.2 and by any activity since", () => {
    const store = [
      { key: "agent:main:explicit:quiet", updatedAt: now - hour },
      { key: "agent:main:explicit:talking", updatedAt: now - 2 * hour, lastInteractionAt: now },
    ];
    expect(planned(store, "openclaw@2026.9.1", { maxEntries: 1 })).toEqual([
      "delete agent:main:explicit:talking: active-session-cap",
    ]);
    expect(planned(store, "openclaw@2026.9.2", { maxEntries: 1 })).toEqual([
      "archive agent:main:explicit:quiet: active-session-cap",
    ]);
  });

  it("leaves a store above the cap when what is left is protected", () => {
    const rooms = Array.from({ length: 4 }, (_, index) => ({ key: `agent:main:slack:channel:${index}` }));
    expect(planned(rooms, "2026-11", { maxEntries: 1 })).toEqual([]);
  });
});

describe("planMaintenance as a whole", () => {
  it("says under `warn` what it would do, and where each setting came from", () => {
    const plan = planMaintenance([old], policyOf("2026-11", { pruneAfter: "10d" }), now);
    expect(plan).toMatchObject({
      kind: "maintenance",
      mode: "warn",
      counts: { total: 1, delete: 0, archive: 1 },
      settings: { pruneAfterMs: 10 * day, maxEntries: 500 },
      sources: { mode: "2026-11", pruneAfterMs: "session.maintenance.pruneAfter", maxEntries: "2026-11" },
    });
    expect(plan.steps).toEqual([
      { key: old.key, index: 0, action: "archive", reason: "age-retention", transcript: "kept" },
    ]);
  });

  it("counts what it keeps by reason", () => {
    const { kept } = planMaintenance(
      [oldGroup, { ...old, pinnedAt: 1 }, { ...oldHook, inUse: true }],
      policyOf("2026-11"),
      now,
    ).counts;
    expect(kept).toMatchObject({ conversation: 1, pinned: 1, "in-use": 1, running: 0 });
  });

  it("passes once over a generator", () => {
    function* sessions() {
      yield old;
      yield oldHook;
    }
    const generator = sessions();
    expect(planned(generator, "2026-11")).toHaveLength(2);
    expect(generator.next().done).toBe(true);
  });

  it("takes hostile keys as data", () => {
    const hostile = ["__proto__", "agent:", "agent::", "\0", "\ud800", "agent:main:", ":".repeat(1000), ""];
    const entries = hostile.map((key) => ({ key, updatedAt: 0 }));
    for (const edition of ["openclaw@2026.5.2", "openclaw@2026.9.6", "2026-11"] as const)
      expect(planned(entries, edition)).toHaveLength(hostile.length);
  });
});

const limits = fc.record({
  maxEntries: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 21, max: 55 })),
  pruneAfterHours: fc.integer({ min: 6, max: 80 }),
  dashboardHours: fc.integer({ min: 6, max: 80 }),
});

describe("planMaintenance agrees with an implementation that takes sessions one by one", () => {
  it("under 2026-11, step for step", () => {
    fc.assert(
      fc.property(
        knownStore,
        limits,
        fc.boolean(),
        (store, { maxEntries, pruneAfterHours, dashboardHours }, force) => {
          const maintenance = {
            maxEntries,
            pruneAfter: `${pruneAfterHours}h`,
            archiveDashboardAfter: `${dashboardHours}h`,
          };
          const { steps } = planMaintenance(
            store.map(({ entry }) => entry),
            policyOf("2026-11", maintenance),
            now,
            { force },
          );
          const expected = newestMaintenance(
            store,
            {
              maxEntries,
              force,
              pruneAfterMs: pruneAfterHours * hour,
              archiveDashboardAfterMs: dashboardHours * hour,
            },
            now,
          );
          expect(steps.map(({ action, key }) => `${action} ${key}`)).toEqual(expected);
        },
      ),
      { numRuns },
    );
  });

  it("under openclaw@2026.3.7", () => {
    fc.assert(
      fc.property(knownStore, limits, (store, { maxEntries, pruneAfterHours }) => {
        const policy = policyOf("openclaw@2026.3.7", { maxEntries, pruneAfter: `${pruneAfterHours}h` });
        const entries = store.map(({ entry }) => entry);
        const taken = new Set(planMaintenance(entries, policy, now).steps.map(({ key }) => key));
        const bounds = { maxEntries, pruneAfterMs: pruneAfterHours * hour };
        expect(taken).toEqual(oldestMaintenance(store, bounds, now));
      }),
      { numRuns },
    );
  });
});

describe("what holds for every store under 2026-11", () => {
  const policy = policyOf("2026-11", { maxEntries: 5, pruneAfter: "1d" });

  it("the plan names no protected session, each session at most once, and points at it", () => {
    fc.assert(
      fc.property(knownStore, (store) => {
        const { steps } = planMaintenance(
          store.map(({ entry }) => entry),
          policy,
          now,
        );
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
        for (const { key, index } of steps) {
          const session = store[index];
          expect(session?.known.key).toBe(key);
          expect(session?.known.conversation).toBe(false);
          expect(session?.entry).not.toHaveProperty("archivedAt");
        }
      }),
      { numRuns },
    );
  });

  it("the order of the store does not matter", () => {
    fc.assert(
      fc.property(
        knownStore.chain((store) =>
          fc.tuple(fc.constant(store), fc.shuffledSubarray([...store], { minLength: store.length })),
        ),
        ([store, shuffled]) => {
          const steps = (sessions: typeof store) =>
            planMaintenance(
              sessions.map(({ entry }) => entry),
              policy,
              now,
            )
              .steps.map(({ key, action, reason }) => `${key} ${action} ${reason}`)
              .sort();
          expect(steps(shuffled)).toEqual(steps(store));
        },
      ),
      { numRuns },
    );
  });

  it("a second plan over what the first one leaves touches nothing", () => {
    fc.assert(
      fc.property(knownStore, (store) => {
        const entries = store.map(({ entry }) => entry);
        const taken = new Set(planMaintenance(entries, policy, now).steps.map(({ key }) => key));
        const left = entries.filter(({ key }) => !taken.has(key));
        expect(planMaintenance(left, policy, now).steps).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("a plan is plain JSON", () => {
    fc.assert(
      fc.property(knownStore, (store) => {
        const plan = planMaintenance(
          store.map(({ entry }) => entry),
          policy,
          now,
        );
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns },
    );
  });
});

describe("a store as databases return it", () => {
  const policy = parsePolicy({ session: { maintenance: { pruneAfter: "1d" } } }, { edition: "2026-11" });
  const day = 86_400_000;
  const now = Date.UTC(2026, 10, 30);
  const old = now - 2 * day;
  const hook = (id: string, more: object) => ({ key: `agent:main:hook:${id}`, ...more });

  async function* stream<Value>(values: readonly Value[]) {
    for (const value of values) yield await Promise.resolve(value);
  }

  it.each<[what: string, row: object, taken: boolean, kept: object]>([
    ["a time in decimal text", { updatedAt: String(old) }, true, {}],
    ["a bigint", { updatedAt: BigInt(old) }, true, {}],
    ["a date", { updatedAt: new Date(old) }, true, {}],
    ["ISO text", { updatedAt: new Date(old).toISOString() }, true, {}],
    ["columns that are null", { updatedAt: old, archivedAt: null, pinnedAt: null }, true, {}],
    ["a young time in text", { updatedAt: String(now) }, false, {}],
    ["a time in words", { updatedAt: "long ago" }, false, { "malformed-times": 1 }],
    ["another in words", { updatedAt: old, lastActivityAt: "?" }, false, { "malformed-times": 1 }],
  ])("of %s", async (_, row, taken, kept) => {
    const store: readonly StoredEntry[] = [hook("1", row)];
    const plan = planMaintenance(store, policy, now);
    expect(plan.steps).toHaveLength(taken ? 1 : 0);
    expect(plan.counts.kept).toMatchObject(kept);
    expect(await planMaintenance(stream(store), policy, now)).toEqual(plan);
  });

  it("is gone through as it arrives, and holds what may go alone", async () => {
    const size = 20_000;
    async function* rows() {
      for (let index = 0; index < size; index += 1)
        yield await Promise.resolve(hook(String(index), { updatedAt: index % 100 === 0 ? old : now }));
    }
    const roomy = parsePolicy(
      { session: { maintenance: { pruneAfter: "1d", maxEntries: size } } },
      { edition: "2026-11" },
    );
    const plan = await planMaintenance(rows(), roomy, now);
    expect(plan.counts).toMatchObject({ total: size, delete: size / 100 });
  });
});

describe("a store as OpenClaw writes it", () => {
  const policy = parsePolicy({ session: { maintenance: { pruneAfter: "1d" } } }, { edition: "2026-11" });
  const now = 10 * 86_400_000;
  const entries = {
    "agent:main:hook:1": { sessionId: "1", updatedAt: 0 },
    "agent:main:hook:2": { sessionId: "2", updatedAt: now },
    "agent:main:telegram:direct:5": { sessionId: "3", updatedAt: 0 },
  };
  const rows = Object.entries(entries).map(([key, entry]) => ({ key, ...entry }));
  const plan = planMaintenance(rows, policy, now);

  it("is read from entries by key, and from entries with their keys by either name", () => {
    expect(plan.steps).toMatchObject([{ key: "agent:main:hook:1", action: "delete" }]);
    expect(planMaintenance(entries, policy, now)).toEqual(plan);
    const renamed = rows.map(({ key, ...entry }) => ({ sessionKey: key, ...entry }));
    expect(planMaintenance(renamed, policy, now)).toEqual(plan);
  });

  it("may be a list of keys, of which none has an age", () => {
    const { counts, steps } = planMaintenance(Object.keys(entries), policy, now);
    expect({ steps, total: counts.total }).toEqual({ steps: [], total: 3 });
  });

  it("may stream", async () => {
    async function* stream() {
      await Promise.resolve();
      yield* rows;
    }
    expect(await planMaintenance(stream(), policy, now)).toEqual(plan);
  });
});
