import { describe, expect, it } from "vitest";
import { safeParsePolicy, type ConfigInput, type ParseOptions } from "../../../src/index.ts";

type Session = NonNullable<ConfigInput["session"]>;

/** The one issue of a config, as people read it. */
function sentenceOf(session: Session, options: Partial<ParseOptions> = {}): string {
  const parsed = safeParsePolicy({ session }, { edition: "2026-11", timeZone: "Europe/Berlin", ...options });
  const issues = parsed.ok ? parsed.warnings : parsed.issues;
  return issues.map(({ path, message, hint }) => `${path}: ${message} (${hint ?? ""})`).join("\n");
}

describe("what is said of a reset policy, and how it is mended", () => {
  it.each<readonly [string, Session, string]>([
    [
      "a zone that there is none of",
      { reset: { timeZone: "Europe/Bärlin" } },
      'session.reset.timeZone: unknown time zone "Europe/Bärlin" (an IANA name, such as Europe/Berlin)',
    ],
    [
      "a mode that needs a window",
      { reset: { mode: "all" } },
      "session.reset.mode: mode `all` needs an idle window (write `idleMinutes` beside it, or use mode `daily`)",
    ],
    [
      "the other mode that needs one",
      { reset: { mode: "any" } },
      "session.reset.mode: mode `any` needs an idle window (write `idleMinutes` beside it, or use mode `daily`)",
    ],
    [
      "a window that is none",
      { reset: { mode: "idle" } },
      "session.reset.mode: mode `idle` without `idleMinutes` never resets (write `idleMinutes` beside it, or use mode `none`)",
    ],
    [
      "a channel that is written twice",
      { resetByChannel: { discord: {}, Discord: {} } },
      "session.resetByChannel.Discord: is the same channel as `session.resetByChannel.discord` (keep one of the two)",
    ],
    [
      "two settings that repeat each other",
      { dailyReset: 4, reset: { atHour: 5 } },
      "session.reset.atHour: `session.reset.atHour: 5` contradicts or repeats `session.dailyReset: 4` (keep one of the two: `session.dailyReset: 4` or `session.reset.atHour: 5`)",
    ],
    [
      "two entries of which one is long",
      { resetByType: { direct: { atHour: 5 }, dm: { atHour: 6 } } },
      "session.resetByType.dm: `session.resetByType.dm` contradicts or repeats `session.resetByType.direct` (keep one of the two: `session.resetByType.direct` or `session.resetByType.dm`)",
    ],
    [
      "an hour that decides nothing",
      { reset: { mode: "idle", idleMinutes: 30, atHour: 5 } },
      'session.reset.atHour: decides nothing, because mode `idle` resets at no time of day (leave it out, or write `mode: "daily"`)',
    ],
    [
      "a zone that decides nothing",
      { reset: { mode: "idle", idleMinutes: 30, timeZone: "UTC" } },
      'session.reset.timeZone: decides nothing, because mode `idle` resets at no time of day (leave it out, or write `mode: "daily"`)',
    ],
    [
      "a grace where nothing ends",
      { reset: { mode: "none", graceMinutes: 5 } },
      "session.reset.graceMinutes: decides nothing, because mode `none` never resets (leave it out)",
    ],
    [
      "a grace that is shorter than what would end it",
      { reset: { mode: "idle", idleMinutes: 30, graceMinutes: 5 } },
      "session.reset.graceMinutes: decides nothing, because nothing ends a session sooner than that (leave it out)",
    ],
    [
      "a window that the day ends before",
      { reset: { idleMinutes: 2880 } },
      'session.reset.idleMinutes: decides nothing, because the daily reset always comes sooner (leave it out, or write `mode: "idle"` for no daily reset)',
    ],
    [
      "an age that the day ends before",
      { reset: { maxAgeMinutes: 2880 } },
      'session.reset.maxAgeMinutes: decides nothing, because the daily reset always comes sooner (leave it out, or write `mode: "idle"` for no daily reset)',
    ],
    [
      "an age that the day ends before, beside a window that may",
      { reset: { mode: "any", idleMinutes: 10, maxAgeMinutes: 2880 } },
      'session.reset.maxAgeMinutes: decides nothing, because the daily reset always comes sooner (leave it out, or write `mode: "idle"` for no daily reset)',
    ],
    [
      "two modes that need a window",
      { resetByType: { group: { mode: "any" }, thread: { mode: "all" } } },
      "session.resetByType.group.mode: mode `any` needs an idle window (write `idleMinutes` beside it, or use mode `daily`)\n" +
        "session.resetByType.thread.mode: mode `all` needs an idle window (write `idleMinutes` beside it, or use mode `daily`)",
    ],
    [
      "a window that the age ends before",
      { reset: { mode: "idle", idleMinutes: 61, maxAgeMinutes: 60 } },
      "session.reset.idleMinutes: decides nothing, because `maxAgeMinutes` always comes sooner (leave it out)",
    ],
  ])("%s", (_, session, sentence) => {
    expect(sentenceOf(session)).toBe(sentence);
  });

  it("that no zone is named, where the reset is written or where nothing is", () => {
    const unnamed = { timeZone: undefined } as unknown as ParseOptions;
    const hint = 'pass `timeZone`, such as "Europe/Berlin", where the policy is parsed';
    expect(sentenceOf({}, unnamed)).toBe(
      `session: resets daily at 04:00 in UTC, because no time zone is named (${hint})`,
    );
    expect(sentenceOf({ reset: { mode: "daily", at: "05:30" } }, unnamed)).toBe(
      `session.reset.mode: resets daily at 05:30 in UTC, because no time zone is named (${hint})`,
    );
    expect(sentenceOf({ reset: { mode: "idle", idleMinutes: 5 } }, unnamed)).toBe("");
    expect(sentenceOf({ reset: { timeZone: "UTC" } }, unnamed)).toBe("");
  });
});

describe("what ends a session at the edge of what decides", () => {
  it.each<readonly [string, Session, readonly string[]]>([
    ["a window just shorter than two days", { reset: { idleMinutes: 2879 } }, []],
    ["an age just shorter than two days", { reset: { maxAgeMinutes: 2879 } }, []],
    ["a window as long as the age", { reset: { mode: "idle", idleMinutes: 60, maxAgeMinutes: 60 } }, []],
    ["a window that is asked for with the hour", { reset: { mode: "all", idleMinutes: 9999 } }, []],
    ["a window that ends any", { reset: { mode: "any", idleMinutes: 9999 } }, []],
    [
      "a grace that is longer than the window",
      { reset: { mode: "idle", idleMinutes: 5, graceMinutes: 6 } },
      [],
    ],
    [
      "a grace as long as the window",
      { reset: { mode: "idle", idleMinutes: 5, graceMinutes: 5 } },
      ["graceMinutes"],
    ],
    ["a grace beside the hour", { reset: { graceMinutes: 5 } }, []],
    [
      "a grace beside an age",
      { reset: { mode: "idle", idleMinutes: 30, maxAgeMinutes: 60, graceMinutes: 5 } },
      [],
    ],
    [
      "a grace where both must pass",
      { reset: { mode: "all", idleMinutes: 30, graceMinutes: 5 } },
      ["graceMinutes"],
    ],
    ["an age where nothing ends", { reset: { mode: "none" } }, []],
  ])("%s", (_, session, without) => {
    const found = sentenceOf(session)
      .split("\n")
      .filter((line) => line.includes("decides nothing"));
    expect(found.map((line) => line.replace(/^session\.reset\.(\w+):.*/, "$1"))).toEqual(without);
  });
});
