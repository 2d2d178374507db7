import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { resetPolicies, type ResetPolicy } from "../../../src/lifecycle/reset/policy.ts";
import { resetFactsReader } from "../../../src/lifecycle/reset/target.ts";
import { resetTable } from "../../../src/lifecycle/reset/table.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function line({ mode, atHour, idleMinutes, configured, from }: ResetPolicy): string {
  return [mode, atHour, idleMinutes, configured, from.mode].map(String).join(" ");
}

/** The policies of a session section: of whatever has none of its own, of direct chats, groups and threads. */
function policiesOf(session: object | undefined, edition: Edition): string {
  const { base, byType } = resetPolicies(uncheckedPolicy({ session }, edition));
  const lines = [base, byType.direct, byType.group, byType.thread].map((reset) => line(reset));
  const differing = ["direct", "group", "thread"].flatMap((type, at) =>
    lines[at + 1] === lines[0] ? [] : [`; ${type}: ${lines[at + 1]}`],
  );
  return [lines[0], ...differing].join("");
}

const releases: readonly Edition[] = [
  "openclaw@2026.1.29",
  "openclaw@2026.7.35",
  "openclaw@2026.9.6",
  "2026-11",
];

describe("every reset policy of a config", () => {
  it.each<readonly [why: string, session: object | undefined, lines: readonly string[]]>([
    [
      "nothing is written",
      undefined,
      [
        "daily 4 undefined undefined openclaw@2026.1.29",
        "daily 4 undefined false openclaw@2026.7.35",
        "none 4 undefined false openclaw@2026.9.6",
        "daily 4 undefined false 2026-11",
      ],
    ],
    [
      "a base",
      { reset: { mode: "idle", idleMinutes: 5 } },
      [
        "idle 4 5 undefined session.reset.mode",
        "idle 4 5 true session.reset.mode",
        "idle 4 5 true session.reset.mode",
        "idle 4 5 true session.reset.mode",
      ],
    ],
    [
      "a type alone",
      { resetByType: { group: { mode: "daily", atHour: 6 } } },
      [
        "daily 4 undefined undefined openclaw@2026.1.29; group: daily 6 undefined undefined session.resetByType.group.mode",
        "daily 4 undefined false openclaw@2026.7.35; group: daily 6 undefined true session.resetByType.group.mode",
        "none 4 undefined false openclaw@2026.9.6; group: daily 6 undefined true session.resetByType.group.mode",
        "daily 4 undefined false 2026-11; group: daily 6 undefined true session.resetByType.group.mode",
      ],
    ],
    [
      "an older name of a type",
      { resetByType: { dm: { mode: "idle", idleMinutes: 7 } } },
      [
        "daily 4 undefined undefined openclaw@2026.1.29",
        "daily 4 undefined false openclaw@2026.7.35; direct: idle 4 7 true session.resetByType.dm.mode",
        "none 4 undefined false openclaw@2026.9.6",
        "daily 4 undefined false 2026-11; direct: idle 4 7 true session.resetByType.dm.mode",
      ],
    ],
    [
      "the older window alone",
      { idleMinutes: 9 },
      [
        "idle 4 9 undefined session.idleMinutes",
        "idle 4 9 true session.idleMinutes",
        "none 4 undefined false openclaw@2026.9.6",
        "daily 4 9 true 2026-11",
      ],
    ],
    [
      "a daily type beside an idle base",
      { reset: { mode: "idle", idleMinutes: 5 }, resetByType: { thread: { mode: "daily" } } },
      [
        "idle 4 5 undefined session.reset.mode; thread: daily 4 5 undefined session.resetByType.thread.mode",
        "idle 4 5 true session.reset.mode; thread: daily 4 5 true session.resetByType.thread.mode",
        "idle 4 5 true session.reset.mode; thread: daily 4 5 true session.resetByType.thread.mode",
        "idle 4 5 true session.reset.mode; thread: daily 4 undefined true session.resetByType.thread.mode",
      ],
    ],
    [
      "no daily reset",
      { dailyReset: false, idleMinutes: 9, resetByType: { group: { atHour: 6 } } },
      [
        "none 4 9 undefined session.dailyReset; group: none 6 9 undefined session.dailyReset",
        "none 4 9 true session.dailyReset; group: none 6 9 true session.dailyReset",
        "none 4 undefined true session.dailyReset; group: none 6 undefined true session.dailyReset",
        "idle 4 9 true session.dailyReset; group: idle 6 9 true session.dailyReset",
      ],
    ],
  ])("%s", (_, session, lines) => {
    expect(releases.map((edition) => policiesOf(session, edition))).toEqual(lines);
  });

  it("ends sessions, or not, by its mode", () => {
    const ends = (mode: string, edition: Edition) => {
      const policy = uncheckedPolicy(
        { session: { reset: { mode, idleMinutes: 5 } } } as ConfigInput,
        edition,
      );
      const { rowOf } = resetTable(policy);
      const row = rowOf(resetFactsReader(policy.behaviours)({ key: "agent:main:main" }), "direct");
      return [row.ends, row.needsBoth, row.daily !== undefined].join(" ");
    };
    expect(["none", "daily", "idle", "all", "any"].map((mode) => ends(mode, "2026-11"))).toEqual([
      "false false false",
      "true false true",
      "true false false",
      "true true true",
      "true false true",
    ]);
    // Before 2026.8.1 no config could say it, and a window ended even that.
    expect(ends("none", "openclaw@2026.7.35")).toBe("true false false");
    expect(ends("none", "openclaw@2026.9.6")).toBe("false false false");
  });
});
