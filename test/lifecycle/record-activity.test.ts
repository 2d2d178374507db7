import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  parsePolicy,
  recordActivity,
  type ActivityEvent,
  type Edition,
  type SessionTimes,
} from "../../src/index.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function policyOf(edition: Edition) {
  return parsePolicy({}, { edition, timeZone: "UTC" });
}

const all = { sessionStartedAt: 100, lastInteractionAt: 200, updatedAt: 300 };
const message = "user-message";
const beat = "heartbeat";

describe("what an event extends", () => {
  it.each<[string, Edition, SessionTimes, ActivityEvent["kind"], SessionTimes]>([
    [
      "a message begins a session",
      "2026-11",
      {},
      message,
      { sessionStartedAt: 1000, lastInteractionAt: 1000, updatedAt: 1000 },
    ],
    [
      "a message",
      "2026-11",
      all,
      message,
      { sessionStartedAt: 100, lastInteractionAt: 1000, updatedAt: 1000 },
    ],
    [
      "a channel's message",
      "2026-11",
      all,
      "channel-message",
      { sessionStartedAt: 100, lastInteractionAt: 1000, updatedAt: 1000 },
    ],
    ["a heartbeat moves the update alone", "2026-11", all, beat, { ...all, updatedAt: 1000 }],
    ["so does cron", "2026-11", all, "cron", { ...all, updatedAt: 1000 }],
    ["so does exec", "2026-11", all, "exec", { ...all, updatedAt: 1000 }],
    ["so does any other system event", "openclaw@2026.9.6", all, "system", { ...all, updatedAt: 1000 }],
    [
      "a heartbeat first writes down what the update stood for",
      "2026-11",
      { updatedAt: 300 },
      beat,
      { sessionStartedAt: 300, updatedAt: 1000 },
    ],
    [
      "in a release it prolongs such a session",
      "openclaw@2026.9.6",
      { updatedAt: 300 },
      beat,
      { updatedAt: 1000 },
    ],
    [
      "a heartbeat does not lift the mark for a reset",
      "2026-11",
      { ...all, updatedAt: 0 },
      beat,
      { ...all, updatedAt: 0 },
    ],
    [
      "everything moves the only time up to 2026.4.24",
      "openclaw@2026.4.24",
      { updatedAt: 300 },
      beat,
      { updatedAt: 1000 },
    ],
    ["a message too", "openclaw@2026.4.24", { updatedAt: 300 }, message, { updatedAt: 1000 }],
    [
      "a clock that went back keeps the later update up to 2026.4.26",
      "openclaw@2026.4.26",
      { updatedAt: 5000 },
      message,
      { updatedAt: 5000, lastInteractionAt: 1000 },
    ],
    [
      "a clock that went back is believed from 2026.4.27 on",
      "openclaw@2026.4.27",
      { updatedAt: 5000 },
      message,
      { updatedAt: 1000, lastInteractionAt: 1000 },
    ],
    [
      "a beginning in the future is taken back",
      "2026-11",
      { ...all, sessionStartedAt: 5000 },
      message,
      { sessionStartedAt: 1000, lastInteractionAt: 1000, updatedAt: 1000 },
    ],
  ])("%s", (_, edition, times, kind, expected) => {
    expect(recordActivity(times, { kind, at: 1000 }, policyOf(edition))).toEqual(expected);
  });

  it.each([NaN, Infinity, -1])("an instant that is none (%s) changes nothing", (at) => {
    expect(recordActivity(all, { kind: message, at }, policyOf("2026-11"))).toBe(all);
  });
});

describe("laws of 2026-11", () => {
  const now = Date.UTC(2026, 10, 2, 12);
  const instant = fc.integer({ min: now - 5 * 86_400_000, max: now });
  const time = fc.option(fc.oneof(instant, fc.constantFrom(0, NaN, now + 1)), { nil: undefined });
  const stored = fc
    .record({ sessionStartedAt: time, lastInteractionAt: time, updatedAt: time })
    .map(
      (times) =>
        Object.fromEntries(Object.entries(times).filter(([, at]) => at !== undefined)) as SessionTimes,
    )
    .filter((times) => Object.keys(times).length > 0);
  const system = fc.record({
    kind: fc.constantFrom("heartbeat", "cron", "exec", "system"),
    at: instant,
  });
  const policy = parsePolicy(
    { session: { reset: { mode: "any", atHour: 4, idleMinutes: 600 } } },
    { edition: "2026-11", timeZone: "Europe/Berlin" },
  );

  function record(times: SessionTimes, events: readonly ActivityEvent[]) {
    return events.reduce((before, event) => recordActivity(before, event, policy), times);
  }

  it("system events, however many and in whatever order, change no decision", () => {
    const check = fc.property(stored, fc.array(system, { maxLength: 6 }), (times, events) => {
      const decide = (after: SessionTimes) => evaluateReset(after, { key: "agent:main:main" }, policy, now);
      expect(decide(record(times, events))).toEqual(decide(times));
    });
    fc.assert(check, { numRuns });
  });

  it("system events in any order leave the same anchors", () => {
    const check = fc.property(stored, fc.array(system, { maxLength: 6 }), (times, events) => {
      const anchors = ({ sessionStartedAt, lastInteractionAt }: SessionTimes) => [
        sessionStartedAt,
        lastInteractionAt,
      ];
      const settled = record(times, [{ kind: "heartbeat", at: now }]);
      expect(anchors(record(settled, events))).toEqual(anchors(record(settled, events.toReversed())));
    });
    fc.assert(check, { numRuns });
  });
});
