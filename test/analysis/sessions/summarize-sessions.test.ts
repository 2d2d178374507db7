import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainStoreSummary, summarizeSessions } from "../../../src/analysis/sessions/summarize-sessions.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { planMaintenance } from "../../../src/lifecycle/maintenance/plan-maintenance.ts";
import { evaluateReset } from "../../../src/lifecycle/reset/evaluate-reset.ts";
import type { StoredSessions } from "../../../src/lifecycle/store/read-store.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const now = Date.UTC(2026, 10, 30, 12);
const minute = 60_000;
const day = 1440 * minute;
const idle: ConfigInput["session"] = { reset: { mode: "idle", idleMinutes: 60 } };

function policyOf(session: ConfigInput["session"], edition: Edition = "2026-11") {
  return parsePolicy({ session }, { edition, timeZone: "UTC" });
}

describe("how a stored session stands", () => {
  const key = "agent:main:telegram:direct:111";

  it.each<readonly [string, ConfigInput["session"], object, string, string]>([
    ["within its window", idle, { updatedAt: now - 5 * minute }, "fresh", "none"],
    ["after its window", idle, { updatedAt: now - 61 * minute }, "stale", "idle"],
    ["before the daily hour", {}, { updatedAt: now - day }, "stale", "daily"],
    ["marked for a reset", idle, { updatedAt: 0 }, "stale", "manual"],
    ["a time that cannot be read", idle, { updatedAt: "yesterday" }, "unreadable", "malformed-times"],
    ["no time", idle, {}, "unknown", "missing-times"],
    ["no time where nothing ends", { dailyReset: false }, {}, "unknown", "missing-times"],
    ["a time as a database tells it", idle, { updatedAt: "2026-11-30T11:59:00Z" }, "fresh", "none"],
    ["a clock that is a little ahead", idle, { updatedAt: now + 1000 }, "fresh", "none"],
    [
      "the facts of its last message",
      { reset: { mode: "none" }, resetByChannel: { telegram: { mode: "idle", idleMinutes: 1 } } },
      { updatedAt: now - 5 * minute, lastChannel: "telegram", lastTo: "telegram:111" },
      "stale",
      "idle",
    ],
  ])("%s", (_, session, entry, state, reason) => {
    const [summary] = summarizeSessions({ [key]: entry }, policyOf(session), now).sessions;
    expect([summary?.state, summary?.reason]).toEqual([state, reason]);
  });

  it("tells what is at fault, what people call it, and when it ends", () => {
    const store = {
      [key]: { updatedAt: now, label: "Alice" },
      "agent:main:main": { updatedAt: {}, sessionStartedAt: now },
    };
    const { nextResetAt, sessions } = summarizeSessions(store, policyOf(idle), now);
    expect(sessions).toEqual([
      {
        key,
        label: "Alice",
        state: "fresh",
        reason: "none",
        nextResetAt: now + 60 * minute + 1,
        nextResetBy: "idle",
      },
      { key: "agent:main:main", state: "unreadable", reason: "malformed-times", faults: ["updatedAt"] },
    ]);
    expect(nextResetAt).toBe(now + 60 * minute + 1);
  });
});

describe("the sessions of a store", () => {
  const store = {
    "agent:main:main": { updatedAt: now - minute },
    "agent:main:hook:a": { updatedAt: now - 40 * day },
    "agent:main:hook:b": { updatedAt: now - minute },
    "agent:main:telegram:direct:1": { updatedAt: "?" },
  };

  it("are counted, with what maintenance would do", () => {
    const summary = summarizeSessions(store, policyOf(idle), now);
    expect(summary.counts).toEqual({
      sessions: 4,
      fresh: 2,
      stale: 1,
      unreadable: 1,
      unknown: 0,
      delete: 1,
      archive: 0,
    });
    expect(summary.maintenance).toBe("warn");
    expect(summary.sessions.map(({ maintenance }) => maintenance?.action)).toEqual([
      undefined,
      "delete",
      undefined,
      undefined,
    ]);
    expect(explainStoreSummary(summary)).toBe(
      "Of 4 sessions, 2 are fresh, 1 is stale and 1 cannot be judged. Maintenance would delete 1.",
    );
  });

  it.each<readonly [Edition, string]>([
    ["openclaw@2026.9.6", "Of 0 sessions, 0 are fresh and 0 are stale. Maintenance will touch none."],
    [
      "openclaw@2026.1.29",
      "Of 0 sessions, 0 are fresh and 0 are stale. This edition has no session maintenance.",
    ],
  ])("under %s", (edition, sentence) => {
    expect(explainStoreSummary(summarizeSessions({}, policyOf({}, edition), now))).toBe(sentence);
  });

  it("name what of the store cannot be read", () => {
    const broken = summarizeSessions(
      [{ key: "agent:main:main", updatedAt: now }, 5] as never,
      policyOf(idle),
      now,
    );
    expect(broken.unread.map(({ path }) => path)).toEqual(["[1]"]);
    expect(explainStoreSummary(broken)).toContain("1 part of the store cannot be read.");
    const none = summarizeSessions({ channels: {} }, policyOf(idle), now);
    expect(explainStoreSummary(none)).toBe("This is not a store (config).");
  });

  it("stand as the decisions say, whatever the store", () => {
    const key = fc.constantFrom(
      "agent:main:main",
      "agent:main:telegram:direct:1",
      "agent:main:slack:channel:c1:thread:5",
      "agent:main:hook:1",
      "agent:main:cron:x",
    );
    const times = fc.record(
      {
        updatedAt: fc.integer({ min: now - 60 * day, max: now }),
        sessionStartedAt: fc.integer({ min: now - 60 * day, max: now }),
      },
      { requiredKeys: ["updatedAt"] },
    );
    const edition = fc.constantFrom<Edition[]>("2026-11", "openclaw@2026.9.6", "openclaw@2026.3.28");
    fc.assert(
      fc.property(fc.dictionary(key, times), edition, (some, edition) => {
        const policy = policyOf(idle, edition);
        const { counts, sessions } = summarizeSessions(some, policy, now);
        const rows = Object.entries(some).map(([key, entry]) => ({ key, ...entry }));
        rows.forEach((row, index) => {
          const decision = evaluateReset(row, { key: row.key }, policy, now);
          expect(sessions[index]?.state).toBe(decision.fresh ? "fresh" : "stale");
          expect(sessions[index]?.nextResetAt).toBe(decision.nextResetAt);
        });
        expect(counts.delete).toBe(planMaintenance(rows, policy, now).counts.delete);
      }),
    );
  });

  it("never throws, whatever it holds", () => {
    const policy = policyOf(idle);
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "binary" }), fc.anything(), { maxKeys: 5 }),
        fc.anything(),
        (some, at) => {
          const summary = summarizeSessions(some as StoredSessions, policy, at as number);
          expect(explainStoreSummary(summary)).toMatch(/^(?:Of|This is not a store) /);
        },
      ),
    );
  });
});
