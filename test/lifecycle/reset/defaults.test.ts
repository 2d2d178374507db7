import { describe, expect, it } from "vitest";
import type { DefaultSetting } from "../../../src/config/default-setting.ts";
import type { ConfigInput, Edition } from "../../../src/index.ts";
import { resetDefaults } from "../../../src/lifecycle/reset/defaults.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** What may be written already beside a setting. */
const beside = {
  nothing: {},
  daily: { mode: "daily" },
  any: { mode: "any" },
  idle: { mode: "idle" },
  none: { mode: "none" },
  at: { at: "05:00" },
  atHour: { atHour: 5 },
};

/** A default in a line, and beside what it would be written, unless beside anything. */
function line({ path, value, beside: allows }: DefaultSetting): string {
  const places = Object.entries(beside).filter(([, written]) => allows?.(written) === true);
  const where = allows === undefined ? "" : ` beside ${places.map(([name]) => name).join(", ")}`;
  return `${path.join(".")}=${String(value)}${where}`;
}

describe("what goes without saying about resets", () => {
  it.each<
    readonly [
      where: string,
      session: NonNullable<ConfigInput["session"]>,
      edition: Edition,
      lines: readonly string[],
    ]
  >([
    [
      "nothing is written",
      {},
      "2026-11",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4 beside nothing, daily, any",
        "session.reset.timeZone=UTC beside nothing, daily, any, at, atHour",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4 beside nothing, daily, any",
      ],
    ],
    [
      "a release resets nothing where nothing is written",
      {},
      "openclaw@2026.9.6",
      [
        "session.reset.mode=none",
        "session.reset.atHour=4",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4",
      ],
    ],
    [
      "an earlier one did daily",
      {},
      "openclaw@2026.7.1",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4",
      ],
    ],
    [
      "an entry names nothing",
      { reset: {} },
      "2026-11",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4 beside nothing, daily, any",
        "session.reset.timeZone=UTC beside nothing, daily, any, at, atHour",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4 beside nothing, daily, any",
      ],
    ],
    [
      "an entry names nothing to a release",
      { reset: {} },
      "openclaw@2026.9.6",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4",
      ],
    ],
    [
      "a daily reset names a zone alone",
      { dailyReset: { timeZone: "UTC" } },
      "2026-11",
      [
        "session.dailyReset.atHour=4 beside nothing, daily, any",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4 beside nothing, daily, any",
      ],
    ],
    [
      "a daily reset is an hour",
      { dailyReset: 6 },
      "2026-11",
      ["session.resetByChannel.*.mode=daily", "session.resetByChannel.*.atHour=4 beside nothing, daily, any"],
    ],
    [
      "there is no daily reset",
      { dailyReset: false },
      "2026-11",
      ["session.resetByChannel.*.mode=daily", "session.resetByChannel.*.atHour=4 beside nothing, daily, any"],
    ],
    [
      "an idle window says it all to an earlier release",
      { idleMinutes: 5 },
      "openclaw@2026.7.1",
      ["session.resetByChannel.*.mode=daily", "session.resetByChannel.*.atHour=4"],
    ],
    [
      "an entry stands beside it",
      { idleMinutes: 5, reset: {} },
      "openclaw@2026.7.1",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4",
      ],
    ],
    [
      "an idle window stands beside the daily reset",
      { idleMinutes: 5 },
      "2026-11",
      [
        "session.reset.mode=daily",
        "session.reset.atHour=4 beside nothing, daily, any",
        "session.reset.timeZone=UTC beside nothing, daily, any, at, atHour",
        "session.resetByChannel.*.mode=daily",
        "session.resetByChannel.*.atHour=4 beside nothing, daily, any",
      ],
    ],
  ])("where %s", (_, session, edition, lines) => {
    expect(resetDefaults({ ...uncheckedPolicy({}, edition), config: { session } }).map(line)).toEqual(lines);
  });

  it("is the same without a section about sessions", () => {
    const { config, ...policy } = uncheckedPolicy({}, "2026-11");
    expect(config.session).toBeUndefined();
    const lines = resetDefaults({ ...policy, config: {} }).map(line);
    expect(lines).toEqual(resetDefaults({ ...policy, config: { session: {} } }).map(line));
  });
});
