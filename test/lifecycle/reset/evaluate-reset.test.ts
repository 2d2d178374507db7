import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTimeOfDay } from "../../../src/config/time-of-day.ts";
import {
  evaluateReset,
  parsePolicy,
  recordActivity,
  resolveSession,
  type ConfigInput,
  type Edition,
  type ResetDecision,
  type ResetTarget,
  type SessionTimes,
} from "../../../src/index.ts";

type Session = NonNullable<ConfigInput["session"]>;

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function policyOf(session: ConfigInput["session"], edition: Edition = "2026-11", timeZone = "Europe/Berlin") {
  return parsePolicy({ ...(session !== undefined && { session }) }, { edition, timeZone });
}

const main: ResetTarget = { key: "agent:main:main" };

/** 2 November 2026, a Monday, by Berlin's clock. */
function berlin(hour: number, minute = 0, day = 2): number {
  return Date.UTC(2026, 10, day, hour - 1, minute);
}

function since(at: number): SessionTimes {
  return { sessionStartedAt: at, lastInteractionAt: at, updatedAt: at };
}

function outcome({ fresh, reason }: ResetDecision) {
  return fresh ? "fresh" : reason;
}

describe("a daily reset", () => {
  it.each([
    ["began at the boundary", berlin(4), berlin(4), "fresh"],
    ["began a millisecond before", berlin(4) - 1, berlin(4), "daily"],
    ["began yesterday, before the hour", berlin(22, 0, 1), berlin(3, 59), "fresh"],
    ["began yesterday, at the hour", berlin(22, 0, 1), berlin(4), "daily"],
  ])("%s", (_, started, now, expected) => {
    expect(outcome(evaluateReset(since(started), main, policyOf(undefined), now))).toBe(expected);
  });

  it("happens at 04:00 in UTC when nothing is configured, and says where that comes from", () => {
    const { policy } = evaluateReset(since(0), main, parsePolicy({}, { edition: "2026-11" }), 1);
    expect(policy).toEqual({
      mode: "daily",
      atHour: 4,
      timeZone: "UTC",
      configured: false,
      from: { mode: "2026-11", atHour: "2026-11", timeZone: "2026-11" },
    });
  });

  it.each([
    ["false", false, { mode: "none" }],
    ["an hour", 6, { mode: "daily", atHour: 6, timeZone: "Europe/Berlin" }],
    [
      "an hour in a zone",
      { atHour: 6, timeZone: "Asia/Kolkata" },
      { mode: "daily", atHour: 6, timeZone: "Asia/Kolkata" },
    ],
  ] as const)("is written short as %s", (_, dailyReset, expected) => {
    const { policy } = evaluateReset(since(0), main, policyOf({ dailyReset }), 1);
    expect(policy).toMatchObject(expected);
    expect(policy?.from.mode).toBe("session.dailyReset");
  });

  it("leaves an idle window alone when it is switched off", () => {
    const policy = policyOf({ dailyReset: false, reset: { idleMinutes: 30 } });
    expect(evaluateReset(since(berlin(8)), main, policy, berlin(8, 31)).reason).toBe("idle");
    expect(evaluateReset(since(berlin(3, 45)), main, policy, berlin(4, 10)).fresh).toBe(true);
  });
});

describe("an idle window", () => {
  const policy = policyOf({ reset: { mode: "idle", idleMinutes: 30 } });

  it.each([
    ["its last millisecond", 30 * 60_000, "fresh"],
    ["the next", 30 * 60_000 + 1, "idle"],
  ])("%s", (_, later, expected) => {
    expect(outcome(evaluateReset(since(berlin(8)), main, policy, berlin(8) + later))).toBe(expected);
  });

  it("looks at the last interaction, not at heartbeats", () => {
    const times = recordActivity(since(berlin(8)), { kind: "heartbeat", at: berlin(8, 29) }, policy);
    expect(evaluateReset(times, main, policy, berlin(8, 31)).fresh).toBe(false);
  });

  it("a huge one never ends, in numbers that stay finite", () => {
    const huge = policyOf({ reset: { mode: "idle", idleMinutes: Number.MAX_SAFE_INTEGER } });
    const decision = evaluateReset(since(berlin(8)), main, huge, berlin(9));
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });
});

describe("modes", () => {
  const session = (mode: "daily" | "any" | "all") => ({ reset: { mode, idleMinutes: 60 } });
  const talking = { sessionStartedAt: berlin(2), lastInteractionAt: berlin(3, 59) };

  it.each([
    ["daily with an idle window: whichever comes first", session("daily"), berlin(4), "daily"],
    ["any: whichever comes first", session("any"), berlin(4), "daily"],
    ["all: nobody is cut off in mid-conversation", session("all"), berlin(4, 30), "fresh"],
    ["all: at the end of the idle window", session("all"), berlin(4, 59) + 1, "idle"],
    ["none", { reset: { mode: "none" as const } }, berlin(4, 0, 9), "fresh"],
    [
      "a greatest age",
      { reset: { mode: "idle" as const, idleMinutes: 600, maxAgeMinutes: 90 } },
      berlin(4),
      "max-age",
    ],
    ["a grace period", { reset: { graceMinutes: 10 } }, berlin(4, 9), "fresh"],
    ["after the grace period", { reset: { graceMinutes: 10 } }, berlin(4, 9) + 1, "daily"],
  ])("%s", (_, settings, now, expected) => {
    expect(outcome(evaluateReset(talking, main, policyOf(settings), now))).toBe(expected);
  });

  it("all: by the hour when the idle window had passed already", () => {
    const idle = since(berlin(1));
    const decision = evaluateReset(idle, main, policyOf(session("all")), berlin(3));
    expect(decision).toMatchObject({ fresh: true, nextResetAt: berlin(4), nextResetBy: "daily" });
  });

  it("names what ended it first, and since when", () => {
    const policy = policyOf({ reset: { mode: "daily", idleMinutes: 2880 } });
    const decision = evaluateReset(since(berlin(22, 0, 1)), main, policy, berlin(6, 0, 8));
    expect(decision).toMatchObject({ fresh: false, reason: "daily", staleSince: berlin(4) });
    // The release looks at the latest 04:00 alone, which came after the idle window had passed.
    const upstream = policyOf({ reset: { mode: "daily", idleMinutes: 2880 } }, "openclaw@2026.9.6");
    expect(evaluateReset(since(berlin(22, 0, 1)), main, upstream, berlin(6, 0, 8)).reason).toBe("idle");
  });
});

describe("times that tell little", () => {
  const now = berlin(12);

  it.each([
    ["none at all", {}, "missing-times"],
    ["one that is no number", { updatedAt: NaN }, "missing-times"],
    ["a negative one", { sessionStartedAt: -1 }, "missing-times"],
    ["one in the future", { updatedAt: now + 1 }, "missing-times"],
    ["the last interaction alone", { lastInteractionAt: berlin(8) }, "fresh"],
    ["the last update alone", { updatedAt: berlin(8) }, "fresh"],
    [
      "a clock that went back: the beginning lies ahead",
      { sessionStartedAt: now + 1, updatedAt: berlin(8) },
      "fresh",
    ],
    ["the mark for a reset", { sessionStartedAt: berlin(8), updatedAt: 0 }, "manual"],
  ])("%s", (_, times, expected) => {
    expect(outcome(evaluateReset(times, main, policyOf(undefined), now))).toBe(expected);
  });

  it.each([NaN, Infinity, -Infinity])("a clock that shows %s ends the session and says so", (clock) => {
    expect(evaluateReset(since(1), main, policyOf({ reset: { mode: "none" } }), clock).reason).toBe(
      "invalid-clock",
    );
  });

  it("counts a future time from when it has come", () => {
    const policy = policyOf({ reset: { mode: "idle", idleMinutes: 60 } });
    const times = { sessionStartedAt: now, lastInteractionAt: now + 30 * 60_000 };
    expect(evaluateReset(times, main, policy, now).nextResetAt).toBe(now + 90 * 60_000 + 1);
  });
});

describe("what releases held", () => {
  const daily = { reset: { mode: "daily" as const, atHour: 4 } };
  const now = berlin(12);

  it.each([
    ["nothing can have passed up to 2026.4.26", "openclaw@2026.4.26", "fresh"],
    ["2026.4.27 took the missing time for 1970", "openclaw@2026.4.27", "daily"],
  ] as const)("a session without times: %s", (_, edition, expected) => {
    expect(outcome(evaluateReset({}, main, policyOf(daily, edition), now))).toBe(expected);
  });

  it.each([
    ["openclaw@2026.4.24", "fresh"],
    ["openclaw@2026.4.25", "daily"],
  ] as const)("heartbeats keep a session alive for ever up to 2026.4.24: %s", (edition, expected) => {
    const times = { sessionStartedAt: berlin(22, 0, 1), updatedAt: berlin(11, 59) };
    expect(outcome(evaluateReset(times, main, policyOf(daily, edition), now))).toBe(expected);
  });

  it.each([
    ["openclaw@2026.4.26", "fresh"],
    ["openclaw@2026.4.27", "daily"],
  ] as const)("a time in the future: %s", (edition, expected) => {
    expect(outcome(evaluateReset({ updatedAt: now + 1 }, main, policyOf(daily, edition), now))).toBe(
      expected,
    );
  });

  it.each([
    ["openclaw@2026.7.35", "daily"],
    ["openclaw@2026.8.1", "none"],
    ["2026-11", "daily"],
  ] as const)("without a reset policy: %s is %s", (edition, mode) => {
    expect(evaluateReset({}, main, policyOf(undefined, edition), now).policy?.mode).toBe(mode);
  });

  it.each([
    ["openclaw@2026.3.31", "daily"],
    ["openclaw@2026.4.1", "fresh"],
    ["2026-11", "fresh"],
  ] as const)("a heartbeat on a stale session: %s", (edition, expected) => {
    const target: ResetTarget = { ...main, event: "heartbeat" };
    expect(outcome(evaluateReset(since(berlin(22, 0, 1)), target, policyOf(daily, edition), now))).toBe(
      expected,
    );
  });

  it("in a session resolved from a message it takes every fact from there", () => {
    const policy = policyOf({ resetByType: { thread: { mode: "idle", idleMinutes: 5 } } });
    const resolution = resolveSession(
      { channel: "discord", chatType: "channel", peer: "1", thread: "2" },
      policy,
    );
    expect(evaluateReset(since(now), resolution, policy, now).resetType).toBe("thread");
  });

  it("an inbound without a session is not fresh", () => {
    const policy = policyOf({ dmScope: "per-peer" });
    const resolution = resolveSession({ channel: "discord", chatType: "direct" }, policy);
    expect(evaluateReset(since(now), resolution, policy, now)).toEqual({
      kind: "reset",
      fresh: false,
      reason: "unresolved-session",
    });
  });
});

describe("the spellings of guides", () => {
  const since20 = 1_795_946_400_000; // 2026-11-29T10:00:00Z
  const threeHoursLater = since20 + 3 * 3_600_000;
  const times = { sessionStartedAt: since20, lastInteractionAt: since20, updatedAt: since20 };
  const discord = { key: "agent:main:discord:group:9", channel: "discord", chatType: "group" } as const;
  const twoIdleHours = { mode: "idle", idleMinutes: 120 } as const;

  it.each<readonly [string, Session, string, ResetTarget, object]>([
    ["an idle window alone", { idleMinutes: 120 }, "Asia/Taipei", main, { fresh: false, reason: "idle" }],
    [
      "an idle window beside an hour: whichever comes first",
      { dailyReset: 4, idleMinutes: 120 },
      "Asia/Taipei",
      main,
      { fresh: false, reason: "idle" },
    ],
    [
      "the hour, where that comes first",
      { dailyReset: 19, idleMinutes: 120 },
      "Asia/Taipei",
      main,
      { fresh: false, reason: "daily", staleSince: Date.UTC(2026, 10, 29, 11) },
    ],
    [
      "a daily reset at the usual hour",
      { dailyReset: true },
      "Asia/Taipei",
      main,
      { fresh: true, nextResetAt: 1_795_982_400_000 },
    ],
    [
      "a time of day",
      { dailyReset: "04:00" },
      "Asia/Taipei",
      main,
      { fresh: true, nextResetAt: 1_795_982_400_000 },
    ],
    [
      "a time of day with minutes, in a zone",
      { dailyReset: { at: "04:30", timeZone: "Asia/Kolkata" } },
      "UTC",
      main,
      { fresh: true, nextResetAt: 1_795_993_200_000 },
    ],
    [
      "the usual hour in a zone",
      { dailyReset: { timeZone: "Asia/Kolkata" } },
      "UTC",
      main,
      { fresh: true, nextResetAt: 1_795_993_200_000 - 30 * 60_000 },
    ],
    ["no daily reset", { dailyReset: false }, "UTC", main, { fresh: true, reason: "none" }],
    [
      "no daily reset, but an idle window",
      { dailyReset: false, idleMinutes: 1440 },
      "UTC",
      main,
      { fresh: true, nextResetAt: since20 + 1440 * 60_000 + 1, nextResetBy: "idle" },
    ],
    [
      "dm for direct",
      { resetByType: { dm: twoIdleHours } },
      "UTC",
      main,
      { fresh: false, reason: "idle", resetType: "direct" },
    ],
    [
      "a channel before a type",
      {
        resetByType: { direct: twoIdleHours },
        resetByChannel: { discord: { mode: "idle", idleMinutes: 10_080 } },
      },
      "UTC",
      discord,
      { fresh: true },
    ],
  ])("%s", (_, session, timeZone, target, expected) => {
    const policy = parsePolicy({ session }, { edition: "2026-11", timeZone });
    expect(evaluateReset(times, target, policy, threeHoursLater)).toMatchObject(expected);
  });
});

describe("laws", () => {
  const start = Date.UTC(2026, 9, 20);
  const instant = fc.integer({ min: start, max: start + 20 * 86_400_000 });
  const anyTime = fc.option(fc.oneof(instant, fc.constantFrom(0, -1, NaN, Infinity)), { nil: undefined });
  const known = fc
    .record({ started: instant, spoke: fc.nat({ max: 86_400_000 }) })
    .map(({ started, spoke }): SessionTimes => ({
      sessionStartedAt: started,
      lastInteractionAt: started + spoke,
    }));
  const untidy = fc
    .record({ sessionStartedAt: anyTime, lastInteractionAt: anyTime, updatedAt: anyTime })
    .map(
      (times) =>
        Object.fromEntries(Object.entries(times).filter(([, at]) => at !== undefined)) as SessionTimes,
    );
  const atHour = fc.nat({ max: 23 });
  const at = fc.tuple(atHour, fc.nat({ max: 59 })).map(([hour, minute]) => formatTimeOfDay({ hour, minute }));
  const reset = fc.record(
    {
      time: fc.oneof(fc.record({ atHour }), fc.record({ at })),
      idleMinutes: fc.integer({ min: 1, max: 4000 }),
      maxAgeMinutes: fc.integer({ min: 1, max: 9000 }),
      graceMinutes: fc.integer({ min: 1, max: 200 }),
      timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"),
    },
    { requiredKeys: ["idleMinutes"] },
  );
  const written = fc
    .tuple(fc.constantFrom("daily", "idle", "any", "all"), reset)
    .map(([mode, { time, ...settings }]) => ({ reset: { mode, ...settings, ...time } }));
  const short = fc.record(
    { dailyReset: fc.oneof(fc.boolean(), atHour, at, fc.record({ at })), idleMinutes: fc.nat({ max: 4000 }) },
    { requiredKeys: [] },
  );
  const ownPolicy = fc
    .oneof(
      fc.constant({ reset: { mode: "none" as const } }),
      written,
      short.map(({ idleMinutes = 0, ...daily }) => ({
        ...daily,
        ...(idleMinutes > 0 && { idleMinutes }),
      })),
    )
    .map((session) => policyOf(session));
  const editions = [
    "openclaw@2026.3.7",
    "openclaw@2026.4.25",
    "openclaw@2026.7.1",
    "openclaw@2026.9.6",
  ] as const;
  const releasePolicy = fc
    .tuple(
      fc.constantFrom(...editions),
      fc.constantFrom("daily", "idle"),
      fc.nat({ max: 23 }),
      fc.integer({ min: 1, max: 4000 }),
    )
    .map(([edition, mode, atHour, idleMinutes]) =>
      policyOf({ reset: { mode, atHour, idleMinutes } }, edition),
    );
  const policy = fc.oneof(ownPolicy, releasePolicy);

  it("is fresh until the next reset and stale at it, when nothing happens", () => {
    const check = fc.property(
      fc.oneof(known, untidy),
      policy,
      instant,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (times, under, now, share) => {
        const { fresh, nextResetAt } = evaluateReset(times, main, under, now);
        if (!fresh || nextResetAt === undefined) return;
        const before = now + Math.floor((nextResetAt - 1 - now) * share);
        expect(evaluateReset(times, main, under, before).fresh).toBe(true);
        expect(evaluateReset(times, main, under, nextResetAt - 1).fresh).toBe(true);
        expect(evaluateReset(times, main, under, nextResetAt).fresh).toBe(false);
      },
    );
    fc.assert(check, { numRuns });
  });

  it("was fresh until it was stale", () => {
    const check = fc.property(known, ownPolicy, instant, (times, under, now) => {
      const { staleSince } = evaluateReset(times, main, under, now);
      if (staleSince === undefined) return;
      expect(staleSince).toBeLessThanOrEqual(now);
      expect(evaluateReset(times, main, under, staleSince).fresh).toBe(false);
      const last = Math.max(times.sessionStartedAt ?? 0, times.lastInteractionAt ?? 0);
      fc.pre(staleSince > last);
      expect(evaluateReset(times, main, under, staleSince - 1).fresh).toBe(true);
    });
    fc.assert(check, { numRuns });
  });

  it("is the same however often it is asked, and plain data", () => {
    const check = fc.property(untidy, policy, fc.oneof(instant, fc.double()), (times, under, now) => {
      const stored = { ...times };
      const decision = evaluateReset(times, main, under, now);
      expect(evaluateReset(times, main, under, now)).toEqual(decision);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      expect(times).toEqual(stored);
    });
    fc.assert(check, { numRuns });
  });
});
