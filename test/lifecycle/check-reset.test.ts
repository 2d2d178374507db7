import { describe, expect, it } from "vitest";
import { safeParsePolicy, type ConfigInput, type ParseOptions } from "../../src/index.ts";

function issuesOf(config: ConfigInput, options: Partial<ParseOptions> = {}) {
  const parsed = safeParsePolicy(config, { edition: "2026-11", timeZone: "Europe/Berlin", ...options });
  const issues = parsed.ok ? parsed.warnings : parsed.issues;
  return issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

describe("what is wrong with reset policies", () => {
  it.each<[string, ConfigInput, string]>([
    [
      "an unknown zone",
      { session: { reset: { timeZone: "Europe/Bärlin" } } },
      "error unknown-time-zone session.reset.timeZone",
    ],
    [
      "an offset for a zone",
      { session: { reset: { timeZone: "+02:00" } } },
      "error unknown-time-zone session.reset.timeZone",
    ],
    [
      "of the short spelling",
      { session: { dailyReset: { atHour: 4, timeZone: "Nowhere" } } },
      "error unknown-time-zone session.dailyReset.timeZone",
    ],
    [
      "of a type",
      { session: { resetByType: { group: { timeZone: "x" } } } },
      "error unknown-time-zone session.resetByType.group.timeZone",
    ],
    [
      "of a channel",
      { session: { resetByChannel: { irc: { timeZone: "x" } } } },
      "error unknown-time-zone session.resetByChannel.irc.timeZone",
    ],
    [
      "of a group",
      { channels: { irc: { groups: { "#a": { reset: { timeZone: "x" } } } } } },
      'error unknown-time-zone channels.irc.groups["#a"].reset.timeZone',
    ],
    [
      "both, of which one is missing",
      { session: { reset: { mode: "all" } } },
      "error missing-idle-minutes session.reset.mode",
    ],
    [
      "either, of which one is missing",
      { session: { resetByType: { group: { mode: "any" } } } },
      "error missing-idle-minutes session.resetByType.group.mode",
    ],
    [
      "the hour twice",
      { session: { dailyReset: 4, reset: { atHour: 5 } } },
      "error conflicting-settings session.reset.atHour",
    ],
    [
      "daily and not",
      { session: { dailyReset: 4, reset: { mode: "idle", idleMinutes: 5 } } },
      "error conflicting-settings session.reset.mode",
    ],
    [
      "not daily and daily",
      { session: { dailyReset: false, reset: { mode: "daily" } } },
      "error conflicting-settings session.reset.mode",
    ],
    [
      "the zone twice",
      { session: { dailyReset: { atHour: 4, timeZone: "UTC" }, reset: { timeZone: "UTC" } } },
      "error conflicting-settings session.reset.timeZone",
    ],
    [
      "a channel twice",
      { session: { resetByChannel: { discord: {}, Discord: {} } } },
      "error duplicate-channel session.resetByChannel.Discord",
    ],
    [
      "idle without minutes",
      { session: { reset: { mode: "idle" } } },
      "warning never-resets session.reset.mode",
    ],
    [
      "an hour out of range",
      { session: { reset: { atHour: 24 } } },
      "error out-of-range session.reset.atHour",
    ],
    ["a fractional hour", { session: { reset: { atHour: 4.5 } } }, "error out-of-range session.reset.atHour"],
    [
      "no idle window at all",
      { session: { reset: { idleMinutes: 0 } } },
      "error out-of-range session.reset.idleMinutes",
    ],
  ])("%s", (_, config, expected) => {
    expect(issuesOf(config)).toEqual([expected]);
  });

  it.each<[string, ConfigInput]>([
    ["nothing", {}],
    ["both ends, with a window", { session: { dailyReset: 4, reset: { mode: "all", idleMinutes: 30 } } }],
    ["a window of its own", { session: { dailyReset: false, reset: { mode: "idle", idleMinutes: 30 } } }],
    [
      "a type that has its window from the base",
      { session: { reset: { idleMinutes: 5 }, resetByType: { group: { mode: "all" } } } },
    ],
  ])("is not %s", (_, config) => {
    expect(issuesOf(config)).toEqual([]);
  });
});

describe("a daily reset without a zone", () => {
  const unnamed = { timeZone: undefined } as unknown as Partial<ParseOptions>;

  it.each<[string, ConfigInput, readonly string[]]>([
    ["by default", {}, ["warning unnamed-time-zone session"]],
    [
      "as configured",
      { session: { reset: { mode: "daily" } } },
      ["warning unnamed-time-zone session.reset.mode"],
    ],
    ["with a zone of its own", { session: { reset: { mode: "daily", timeZone: "UTC" } } }, []],
    ["nothing daily", { session: { reset: { mode: "none" } } }, []],
  ])("%s", (_, config, expected) => {
    expect(issuesOf(config, unnamed)).toEqual(expected);
  });

  it("is doubtful in a release too, whose host has one", () => {
    expect(issuesOf({}, { ...unnamed, edition: "openclaw@2026.3.7" })).toEqual([
      "warning unnamed-time-zone session",
    ]);
    expect(issuesOf({}, { ...unnamed, edition: "openclaw@2026.9.6" })).toEqual([]);
  });
});
