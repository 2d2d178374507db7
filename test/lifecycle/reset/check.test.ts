import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  parsePolicy,
  safeParsePolicy,
  type ConfigInput,
  type ParseOptions,
  type Policy,
} from "../../../src/index.ts";

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

describe("settings of which at most one may be written", () => {
  const off = { mode: "none", idleMinutes: 30 } as const;

  it.each<readonly [ConfigInput["session"], one: string, other: string]>([
    [{ reset: { at: "4:30", atHour: 4 } }, 'reset.at: "4:30"', "reset.atHour: 4"],
    [{ dailyReset: { at: "4:00", atHour: 4 } }, 'dailyReset.at: "4:00"', "dailyReset.atHour: 4"],
    [{ reset: off }, 'reset.mode: "none"', "reset.idleMinutes: 30"],
    [{ reset: { mode: "none", maxAgeMinutes: 30 } }, 'reset.mode: "none"', "reset.maxAgeMinutes: 30"],
    [{ idleMinutes: 30, reset: { mode: "none" } }, 'reset.mode: "none"', "idleMinutes: 30"],
    [{ idleMinutes: 30, reset: { idleMinutes: 30 } }, "idleMinutes: 30", "reset.idleMinutes: 30"],
    [{ idleMinutes: 30, reset: { idleMinutes: 60 } }, "idleMinutes: 30", "reset.idleMinutes: 60"],
    [{ dailyReset: true, reset: { atHour: 5 } }, "dailyReset: true", "reset.atHour: 5"],
    [{ dailyReset: 4, reset: { atHour: 4 } }, "dailyReset: 4", "reset.atHour: 4"],
    [{ dailyReset: "4:00", reset: { at: "5:00" } }, 'dailyReset: "4:00"', 'reset.at: "5:00"'],
    [{ dailyReset: { at: "4:00" }, reset: { atHour: 5 } }, 'dailyReset.at: "4:00"', "reset.atHour: 5"],
    [{ dailyReset: { atHour: 4 }, reset: { at: "5:00" } }, "dailyReset.atHour: 4", 'reset.at: "5:00"'],
    [{ dailyReset: { timeZone: "UTC" }, reset: { at: "5:00" } }, "dailyReset", 'reset.at: "5:00"'],
    [
      { dailyReset: { timeZone: "UTC" }, reset: { timeZone: "Asia/Tokyo" } },
      'dailyReset.timeZone: "UTC"',
      'reset.timeZone: "Asia/Tokyo"',
    ],
    [{ dailyReset: false, reset: { at: "5:00" } }, "dailyReset: false", 'reset.at: "5:00"'],
    [{ dailyReset: false, reset: { atHour: 5 } }, "dailyReset: false", "reset.atHour: 5"],
    [{ dailyReset: false, reset: { mode: "daily" } }, "dailyReset: false", 'reset.mode: "daily"'],
    [{ dailyReset: false, reset: { mode: "any", idleMinutes: 5 } }, "dailyReset: false", 'reset.mode: "any"'],
    [{ dailyReset: false, reset: { mode: "all", idleMinutes: 5 } }, "dailyReset: false", 'reset.mode: "all"'],
    [{ dailyReset: true, reset: { mode: "none" } }, "dailyReset: true", 'reset.mode: "none"'],
    [
      { dailyReset: "4:30", reset: { mode: "idle", idleMinutes: 5 } },
      'dailyReset: "4:30"',
      'reset.mode: "idle"',
    ],
    [{ resetByType: { direct: {}, dm: {} } }, "resetByType.direct", "resetByType.dm"],
    [{ resetByType: { group: off } }, 'resetByType.group.mode: "none"', "resetByType.group.idleMinutes: 30"],
    [
      { resetByType: { dm: { at: "4:30", atHour: 4 } } },
      'resetByType.dm.at: "4:30"',
      "resetByType.dm.atHour: 4",
    ],
    [
      { resetByChannel: { irc: off } },
      'resetByChannel.irc.mode: "none"',
      "resetByChannel.irc.idleMinutes: 30",
    ],
    [
      { resetByChannel: { irc: { at: "4:30", atHour: 4 } } },
      'resetByChannel.irc.at: "4:30"',
      "resetByChannel.irc.atHour: 4",
    ],
  ])("%j", (session, one, other) => {
    const parsed = safeParsePolicy({ session }, { edition: "2026-11", timeZone: "UTC" });
    expect(parsed.ok ? [] : parsed.issues).toEqual([
      {
        severity: "error",
        code: "conflicting-settings",
        path: `session.${other.replace(/:.*/, "")}`,
        message: `\`session.${other}\` contradicts or repeats \`session.${one}\``,
        hint: `keep one of the two: \`session.${one}\` or \`session.${other}\``,
      },
    ]);
  });

  it.each<readonly [string, ConfigInput, string]>([
    ["an agent's", { agents: { list: [{ id: "main", reset: off }] } }, "agents.list[0].reset.idleMinutes"],
    [
      "a group's",
      { channels: { irc: { groups: { "#a": { reset: { at: "4:00", atHour: 4 } } } } } },
      'channels.irc.groups["#a"].reset.atHour',
    ],
  ])("%s too", (_, config, path) => {
    expect(issuesOf(config)).toEqual([`error conflicting-settings ${path}`]);
  });

  it.each<ConfigInput["session"]>([
    { dailyReset: true, reset: { mode: "daily", idleMinutes: 30 } },
    { dailyReset: "4:30", reset: { mode: "any", idleMinutes: 30, timeZone: "Asia/Tokyo" } },
    { dailyReset: true, idleMinutes: 30 },
    { dailyReset: false, idleMinutes: 30 },
    { dailyReset: false, idleMinutes: 30, reset: { mode: "idle" } },
    { dailyReset: false, reset: { mode: "none" } },
    { dailyReset: false, reset: { maxAgeMinutes: 30 } },
    { idleMinutes: 30, reset: { mode: "any", at: "4:30" } },
    { idleMinutes: 30, resetByType: { group: { mode: "none" } } },
    { idleMinutes: 30, resetByType: { dm: { idleMinutes: 60 } } },
    { idleMinutes: 30, resetByChannel: { irc: { mode: "none" } } },
    { reset: { at: "4:30" }, resetByType: { group: { atHour: 6 } } },
  ])("but not %j", (session) => {
    expect(issuesOf({ session })).toEqual([]);
  });

  it("in releases one of them decides, as ever", () => {
    expect(issuesOf({ session: { reset: off } }, { edition: "openclaw@2026.9.6" })).toEqual([]);
    const twice = { session: { idleMinutes: 30, reset: { idleMinutes: 60 } } };
    expect(issuesOf(twice, { edition: "openclaw@2026.3.7" })).toEqual([]);
  });
});

describe("settings that decide nothing", () => {
  const idle = { mode: "idle", idleMinutes: 30 } as const;

  it.each<readonly [string, ConfigInput["session"], path: string]>([
    ["an hour where nothing is daily", { reset: { ...idle, atHour: 6 } }, "reset.atHour"],
    ["a time", { reset: { ...idle, at: "6:30" } }, "reset.at"],
    ["a zone", { reset: { ...idle, timeZone: "UTC" } }, "reset.timeZone"],
    ["an hour where nothing resets", { reset: { mode: "none", atHour: 6 } }, "reset.atHour"],
    ["a zone there", { reset: { mode: "none", timeZone: "UTC" } }, "reset.timeZone"],
    ["a zone beside no daily reset", { dailyReset: false, reset: { timeZone: "UTC" } }, "reset.timeZone"],
    ["of a type", { resetByType: { dm: { ...idle, at: "6:30" } } }, "resetByType.dm.at"],
    ["of a channel", { resetByChannel: { irc: { ...idle, atHour: 6 } } }, "resetByChannel.irc.atHour"],
    [
      "an hour of a type that resets as the host does: not daily",
      { dailyReset: false, idleMinutes: 30, resetByType: { group: { atHour: 6 } } },
      "resetByType.group.atHour",
    ],
    ["a grace where nothing ends", { reset: { mode: "none", graceMinutes: 5 } }, "reset.graceMinutes"],
    ["a grace within the idle window", { reset: { ...idle, graceMinutes: 30 } }, "reset.graceMinutes"],
    ["idle days beside a daily reset", { dailyReset: 4, idleMinutes: 2880 }, "idleMinutes"],
    ["idle days without a mode", { idleMinutes: 10_080 }, "idleMinutes"],
    ["days of age beside a daily reset", { reset: { maxAgeMinutes: 2880 } }, "reset.maxAgeMinutes"],
    ["a window longer than the greatest age", { reset: { ...idle, maxAgeMinutes: 29 } }, "reset.idleMinutes"],
  ])("%s: %j", (_, session, path) => {
    expect(issuesOf({ session })).toEqual([`warning setting-without-effect session.${path}`]);
  });

  it.each<readonly [string, ConfigInput["session"]]>([
    [
      "an hour that a type takes",
      { reset: { ...idle, atHour: 6 }, resetByType: { group: { mode: "daily" } } },
    ],
    ["a zone that a channel takes", { reset: { ...idle, timeZone: "UTC" }, resetByChannel: { irc: {} } }],
    ["an idle day beside a daily reset", { dailyReset: 4, idleMinutes: 2879 }],
    ["idle days that a type takes", { idleMinutes: 10_080, resetByType: { group: { mode: "idle" } } }],
    ["a long window that must pass as well", { reset: { mode: "all", idleMinutes: 10_080 } }],
    ["a grace that is longer than the window", { reset: { ...idle, graceMinutes: 31 } }],
    ["a grace before the hour", { reset: { graceMinutes: 5 } }],
    [
      "a grace before the hour, within a window",
      { reset: { mode: "daily", idleMinutes: 20, graceMinutes: 10 } },
    ],
    [
      "what every type overrides",
      { reset: { atHour: 6 }, resetByType: { direct: idle, group: idle, thread: idle } },
    ],
  ])("%s decides something: %j", (_, session) => {
    expect(issuesOf({ session }).filter((issue) => issue.includes("without-effect"))).toEqual([]);
  });

  it("are a release's own matter", () => {
    const config: ConfigInput = { session: { reset: { ...idle, atHour: 6 } } };
    expect(issuesOf(config, { edition: "openclaw@2026.9.6" })).toEqual([]);
  });

  it("make no difference, whatever happens in a session", () => {
    const amount = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 6000 }));
    const written = fc.record(
      {
        mode: fc.constantFrom("none", "daily", "idle", "any", "all"),
        at: fc.constantFrom("0:00", "4:30", "23:59"),
        idleMinutes: amount,
        maxAgeMinutes: amount,
        graceMinutes: amount,
        timeZone: fc.constantFrom("Pacific/Apia", "America/New_York"),
      },
      { requiredKeys: ["mode"] },
    );
    const day = 86_400_000;
    // Around a date that Apia skipped, and a change of offset.
    const begin = fc.oneof(
      fc.integer({ min: Date.UTC(2011, 11, 27), max: Date.UTC(2012, 0, 2) }),
      fc.integer({ min: Date.UTC(2026, 2, 6), max: Date.UTC(2026, 2, 10) }),
    );
    let useless = 0;
    fc.assert(
      fc.property(
        written,
        begin,
        fc.nat({ max: 3 * day }),
        fc.nat({ max: 3 * day }),
        (reset, at, life, silence) => {
          const parsed = safeParsePolicy({ session: { reset } }, { edition: "2026-11", timeZone: "UTC" });
          if (!parsed.ok) return;
          const idle = parsed.warnings.filter(({ code }) => code === "setting-without-effect");
          const names = idle.map(({ path }) => path.replace("session.reset.", ""));
          useless += names.length;
          const kept = Object.entries(reset).filter(([name]) => !names.includes(name));
          const without = parsePolicy(
            { session: { reset: Object.fromEntries(kept) } },
            { edition: "2026-11", timeZone: "UTC" },
          );
          const times = { sessionStartedAt: at, lastInteractionAt: at + life };
          const ends = (policy: Policy, now: number) => {
            const { fresh, nextResetAt } = evaluateReset(times, { key: "agent:main:main" }, policy, now);
            return [fresh, nextResetAt];
          };
          for (const now of [at + life, at + life + silence])
            expect(ends(without, now)).toEqual(ends(parsed.policy, now));
        },
      ),
      { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 500) },
    );
    expect(useless).toBeGreaterThan(0);
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
    [
      "by the short spelling",
      { session: { dailyReset: "4:30" } },
      ["warning unnamed-time-zone session.dailyReset"],
    ],
    ["beside an idle window", { session: { idleMinutes: 30 } }, ["warning unnamed-time-zone session"]],
    ["with a zone of its own", { session: { reset: { mode: "daily", timeZone: "UTC" } } }, []],
    ["nothing daily", { session: { reset: { mode: "none" } } }, []],
  ])("%s", (_, config, expected) => {
    expect(issuesOf(config, unnamed)).toEqual(expected);
  });

  it("is told with its time", () => {
    const parsed = safeParsePolicy({ session: { dailyReset: "4:30" } }, { edition: "2026-11" });
    expect(parsed.ok && parsed.warnings[0]?.message).toContain("daily at 04:30 in UTC");
  });

  it("is doubtful in a release too, whose host has one", () => {
    expect(issuesOf({}, { ...unnamed, edition: "openclaw@2026.3.7" })).toEqual([
      "warning unnamed-time-zone session",
    ]);
    expect(issuesOf({}, { ...unnamed, edition: "openclaw@2026.9.6" })).toEqual([]);
  });
});
