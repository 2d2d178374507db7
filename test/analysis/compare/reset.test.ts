import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareReset, type ResetRequest } from "../../../src/analysis/compare/reset.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { evaluateReset } from "../../../src/lifecycle/reset/evaluate-reset.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { expectAgreement } from "./oracle.ts";

const minute = 60_000;

function configs(extended: boolean): fc.Arbitrary<ConfigInput> {
  const reset = fc
    .record(
      {
        mode: fc.constantFrom("daily" as const, "idle" as const),
        time: fc.oneof(
          fc.record({ atHour: fc.constantFrom(0, 4, 23) }),
          ...(extended ? [fc.record({ at: fc.constantFrom("04:00", "04:30", "23:59") })] : []),
        ),
        idleMinutes: fc.constantFrom(30, 90, 3000),
        ...(extended && { maxAgeMinutes: fc.constantFrom(60, 600), graceMinutes: fc.constantFrom(10, 120) }),
      },
      { requiredKeys: ["mode", "idleMinutes"] },
    )
    .map(({ time, ...reset }) => ({ ...reset, ...time }));
  const sometimes = fc.option(reset, { nil: undefined });
  return fc
    .record({
      all: sometimes,
      group: sometimes,
      thread: sometimes,
      irc: sometimes,
      ofOne: sometimes,
      room: sometimes,
    })
    .map(({ all, group, irc, ofOne, room, thread }) => ({
      session: {
        ...(all && { reset: all }),
        resetByType: { ...(group && { group }), ...(thread && { thread }) },
        ...(irc && { resetByChannel: { irc } }),
      },
      ...(extended && {
        ...(ofOne && {
          agents: {
            list: [
              { id: "main", default: true },
              { id: "work", reset: ofOne },
            ],
          },
        }),
        ...(room && { channels: { telegram: { groups: { "-100": { reset: room } } } } }),
      }),
    }));
}

const targets: readonly ResetRequest["target"][] = [
  { key: "agent:main:main", chatType: "direct" },
  { key: "agent:main:irc:direct:1", channel: "irc", chatType: "direct" },
  { key: "agent:work:x", agentId: "work", chatType: "direct" },
  { key: "agent:main:telegram:group:-100", channel: "telegram", chatType: "group", peer: "-100" },
  { key: "agent:main:telegram:group:-200", channel: "telegram", chatType: "group", peer: "-200" },
  { key: "agent:main:irc:group:1:thread:7", channel: "irc", chatType: "group", peer: "1", thread: "7" },
];

/** Ages just before and just after limits, of the session and of its last message, at the times of a day. */
const ages = [0, 10, 29, 31, 59, 61, 89, 91, 121, 601, 1441, 2999, 3001].map((age) => age * minute);
const four = Date.UTC(2026, 4, 5, 4);
const nows = [Date.UTC(2026, 4, 5, 12), ...[-1, 1, 29, 31].map((minutes) => four + minutes * minute)];
const moments = nows.flatMap((now) =>
  ages.flatMap((age) =>
    ages
      .filter((silence) => silence <= age)
      .map((silence) => ({
        times: { sessionStartedAt: now - age, lastInteractionAt: now - silence, updatedAt: now - silence },
        now,
      })),
  ),
);
const requests: readonly ResetRequest[] = targets.flatMap((target) =>
  moments.map((moment) => ({ target, ...moment })),
);

describe("compareReset", () => {
  it.each<readonly [ConfigInput["session"], ConfigInput["session"]]>([
    [{ reset: { atHour: 4 } }, { reset: { at: "04:30" } }],
    [{ dailyReset: "04:30" }, { dailyReset: "04:31" }],
    [
      { dailyReset: { at: "04:30" }, idleMinutes: 60 },
      { dailyReset: { at: "04:00" }, idleMinutes: 60 },
    ],
  ])("sees that the boundary moves: %j, %j", (from, to) => {
    const policies = [from, to].map((session) =>
      parsePolicy({ session }, { edition: "2026-11", timeZone: "UTC" }),
    );
    const [before, after] = policies;
    if (before === undefined || after === undefined) throw new Error("two policies");
    const { verdict } = compareReset(before, after);
    expect(verdict).toBe("incomparable");
  });

  it("sees that two spellings say the same", () => {
    const [one, other] = [
      { dailyReset: "4:30", idleMinutes: 60, resetByType: { dm: { atHour: 6 } } },
      { reset: { at: "04:30", idleMinutes: 60 }, resetByType: { direct: { at: "06:00" } } },
    ].map((session) => parsePolicy({ session }, { edition: "2026-11", timeZone: "UTC" }));
    if (one === undefined || other === undefined) throw new Error("two policies");
    expect(compareReset(one, other).verdict).toBe("equivalent");
  });

  it.each<[Edition, boolean]>([
    ["2026-11", true],
    ["openclaw@2026.9.6", false],
    ["openclaw@2026.3.7", false],
    ["openclaw@2026.1.29", false],
  ])("agrees with a search of many sessions under %s", (edition, extended) => {
    expectAgreement(configs(extended), edition, requests, {
      compare: compareReset,
      decide: ({ now, target, times }, policy) => evaluateReset(times, target, policy, now),
      loosens: (before, after) => !before.fresh && after.fresh,
    });
  });
});
