import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  explainReset,
  parsePolicy,
  type ConfigInput,
  type SessionTimes,
} from "../../../src/index.ts";

type Reset = NonNullable<NonNullable<ConfigInput["session"]>["reset"]>;

function explain(reset: Reset, times: SessionTimes, now: number) {
  const policy = parsePolicy({ session: { reset } }, { edition: "2026-11", timeZone: "Europe/Berlin" });
  return explainReset(evaluateReset(times, { key: "agent:main:main" }, policy, now));
}

const noon = Date.UTC(2026, 10, 2, 11);
const hour = 3_600_000;
const times = { sessionStartedAt: noon, lastInteractionAt: noon };

describe("why a session goes on or begins anew", () => {
  it.each<[string, Reset, SessionTimes, number, string]>([
    [
      "daily, to come",
      {},
      times,
      noon,
      "The session goes on. If nothing happens it ends at 2026-11-03T03:00:00.000Z, because then it began before 04:00 in Europe/Berlin (the default of 2026-11).",
    ],
    [
      "daily",
      { atHour: 6 },
      times,
      noon + 24 * hour,
      "The session starts over: it began before 06:00 in Europe/Berlin (session.reset.atHour), since 2026-11-03T05:00:00.000Z.",
    ],
    [
      "daily, to the minute",
      { at: "4:30", timeZone: "Asia/Kolkata" },
      times,
      noon + 24 * hour,
      "The session starts over: it began before 04:30 in Asia/Kolkata (session.reset.at), since 2026-11-02T23:00:00.000Z.",
    ],
    [
      "idle",
      { mode: "idle", idleMinutes: 1 },
      times,
      noon + hour,
      "The session starts over: nobody wrote for 1 minute (session.reset.idleMinutes), since 2026-11-02T11:01:00.001Z.",
    ],
    [
      "both",
      { mode: "all", idleMinutes: 60 },
      times,
      noon + 24 * hour,
      "The session starts over: it began before 04:00 in Europe/Berlin (the default of 2026-11) and nobody wrote for 60 minutes (session.reset.idleMinutes), since 2026-11-03T03:00:00.000Z.",
    ],
    [
      "age",
      { maxAgeMinutes: 90 },
      times,
      noon + 2 * hour,
      "The session starts over: it is older than 90 minutes (session.reset.maxAgeMinutes), since 2026-11-02T12:30:00.001Z.",
    ],
    [
      "never",
      { mode: "none" },
      times,
      noon,
      "The session goes on: it never resets by itself (session.reset.mode).",
    ],
    ["no window", { mode: "idle" }, times, noon, "The session goes on, and nothing known will end it."],
    [
      "marked",
      {},
      { updatedAt: 0 },
      noon,
      "The session starts over: it was marked for a reset (updatedAt is 0).",
    ],
    ["no times", {}, {}, noon, "The session starts over: none of its times are known."],
    ["no clock", {}, times, NaN, "The session starts over: the current time is not a number."],
  ])("%s", (_, reset, stored, now, sentence) => {
    expect(explain(reset, stored, now)).toBe(sentence);
  });

  it("a system event ends none", () => {
    const policy = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });
    const target = { key: "agent:main:main", event: "heartbeat" } as const;
    expect(explainReset(evaluateReset({ updatedAt: 1 }, target, policy, noon))).toBe(
      "The session goes on: system events do not end it.",
    );
  });

  it("a message that belongs to no session", () => {
    expect(explainReset({ kind: "reset", fresh: false, reason: "unresolved-session" })).toBe(
      "No session continues: the message belongs to no known session.",
    );
  });
});
