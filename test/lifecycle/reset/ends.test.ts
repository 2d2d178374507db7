import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  explainReset,
  resolveSession,
  toExpiry,
  type ConfigInput,
  type Edition,
} from "../../../src/index.ts";
import type { ResetDecision } from "../../../src/lifecycle/reset/decision.ts";
import { definedFields, withoutFields } from "../../../src/policy/section.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

type Session = NonNullable<ConfigInput["session"]>;
type Reset = Session["reset"];

/** A session's times, in minutes after noon. */
interface Minutes {
  /** When it began. */
  readonly s?: number;
  /** When somebody wrote last. */
  readonly l?: number;
  /** When it was updated. */
  readonly u?: number;
}

const noon = Date.UTC(2026, 10, 2, 12);
const minute = 60_000;
const key = "agent:main:main";

function at(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : noon + minutes * minute;
}

function spell(instant: number | undefined): string | undefined {
  if (instant === undefined) return undefined;
  return Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : String(instant);
}

/** A decision without the policy that it was made by, its instants as text. */
function told(decision: ResetDecision): object {
  const { staleSince, nextResetAt, dailyResetAt, idleExpiresAt } = decision;
  return {
    ...withoutFields(decision, "policy", "resetType", "kind"),
    ...definedFields({
      staleSince: spell(staleSince),
      nextResetAt: spell(nextResetAt),
      dailyResetAt: spell(dailyResetAt),
      idleExpiresAt: spell(idleExpiresAt),
    }),
  };
}

describe("a session ends", () => {
  it.each<
    readonly [how: string, reset: Reset, edition: Edition, times: Minutes, now: number, decision: object]
  >([
    [
      "by its window",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.9.6",
      { s: 0, l: 0 },
      60,
      {
        fresh: false,
        reason: "idle",
        staleSince: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by its window, which passed after the hour",
      { mode: "daily", idleMinutes: 30 },
      "openclaw@2026.7.1",
      { s: 0, l: 0 },
      60,
      {
        fresh: false,
        reason: "idle",
        staleSince: "2026-11-02T12:30:00.001Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by its window, which passed before the hour",
      { mode: "daily", idleMinutes: 30 },
      "openclaw@2026.7.1",
      { s: 0, l: 0 },
      1440,
      {
        fresh: false,
        reason: "idle",
        staleSince: "2026-11-02T12:30:00.001Z",
        dailyResetAt: "2026-11-03T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by the hour, which passed before the window",
      { mode: "daily", idleMinutes: 600 },
      "openclaw@2026.7.1",
      { s: -540, l: -540 },
      0,
      {
        fresh: false,
        reason: "daily",
        staleSince: "2026-11-02T04:00:00.000Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T13:00:00.000Z",
      },
    ],
    [
      "by the hour, which passed before the window did, too",
      { mode: "daily", idleMinutes: 600 },
      "openclaw@2026.7.1",
      { s: -540, l: -540 },
      120,
      {
        fresh: false,
        reason: "daily",
        staleSince: "2026-11-02T04:00:00.000Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T13:00:00.000Z",
      },
    ],
    [
      "by its window in an early release, whichever passed before",
      { mode: "daily", idleMinutes: 600 },
      "openclaw@2026.1.29",
      { u: -540 },
      120,
      {
        fresh: false,
        reason: "idle",
        staleSince: "2026-11-02T04:00:00.000Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T13:00:00.000Z",
      },
    ],
    [
      "for want of times",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      {},
      0,
      { fresh: false, reason: "missing-times" },
    ],
    [
      "for want of times, as if it were of 1970, in a release",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.9.6",
      {},
      0,
      { fresh: false, reason: "idle", idleExpiresAt: "1970-01-01T00:30:00.000Z" },
    ],
    [
      "for want of times by the hour, in a release",
      {},
      "openclaw@2026.9.6",
      {},
      0,
      { fresh: false, reason: "daily", dailyResetAt: "2026-11-02T04:00:00.000Z" },
    ],
    [
      "never for want of times, in an earlier one",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.4.26",
      {},
      0,
      { fresh: true, reason: "none" },
    ],
    [
      "never for want of times, in an early one",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.1.29",
      {},
      0,
      { fresh: true, reason: "none" },
    ],
    [
      "never without a clock",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.9.6",
      { s: 0, l: 0 },
      NaN,
      { fresh: true, reason: "none", idleExpiresAt: "2026-11-02T12:30:00.000Z" },
    ],
    [
      "never without a clock, in an early release",
      {},
      "openclaw@2026.1.29",
      { u: 0 },
      NaN,
      { fresh: true, reason: "none" },
    ],
    [
      "at once, where nobody knows the time here",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { s: 0, l: 0 },
      NaN,
      { fresh: false, reason: "invalid-clock" },
    ],
    [
      "later than it would, by a time that is to come",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { s: 0, l: 10 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:40:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "no later by a time that comes too late",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { s: 0, l: 40 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "later by a time that comes in the last moment",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { s: 0, l: 30.5 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "no later by a beginning that is to come",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { s: 20, l: 0, u: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "for want of times that have come",
      { mode: "idle", idleMinutes: 30, maxAgeMinutes: 30 },
      "2026-11",
      { s: 20, l: 10, u: 5 },
      1,
      { fresh: false, reason: "missing-times" },
    ],
    [
      "no later by an update, where its times are told apart",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.9.6",
      { s: 0, u: 5 },
      0,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "later by the first of several times that are to come",
      { mode: "idle", idleMinutes: 30 },
      "openclaw@2026.9.6",
      { s: 0, l: 25, u: 20 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:55:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "later by an update and then by a word",
      { mode: "idle", idleMinutes: 30, maxAgeMinutes: 40 },
      "openclaw@2026.9.6",
      { s: 35, l: 50, u: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by its age, and not by the hour and the window",
      { mode: "all", idleMinutes: 10, maxAgeMinutes: 60 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "max-age",
        nextResetAt: "2026-11-02T13:00:00.001Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T12:10:00.000Z",
      },
    ],
    [
      "by the hour, and not by its age at the same time",
      { mode: "all", idleMinutes: 10, maxAgeMinutes: 960 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "daily",
        nextResetAt: "2026-11-03T04:00:00.000Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T12:10:00.000Z",
      },
    ],
    [
      "by the window, which passes after the hour",
      { mode: "all", idleMinutes: 1200 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-03T08:00:00.001Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-03T08:00:00.000Z",
      },
    ],
    [
      "by the hour, which passes after the window",
      { mode: "all", idleMinutes: 10 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "daily",
        nextResetAt: "2026-11-03T04:00:00.000Z",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "2026-11-02T12:10:00.000Z",
      },
    ],
    [
      "never, where the window is beyond all dates",
      { mode: "all", idleMinutes: 9007199254740991 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        dailyResetAt: "2026-11-02T04:00:00.000Z",
        idleExpiresAt: "540431957078080200000",
      },
    ],
    [
      "by its window, where its age comes at the same time",
      { mode: "idle", idleMinutes: 30, maxAgeMinutes: 30 },
      "2026-11",
      { s: 0, l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by its age",
      { mode: "idle", idleMinutes: 300, maxAgeMinutes: 30 },
      "2026-11",
      { s: 0, l: 0 },
      60,
      {
        fresh: false,
        reason: "max-age",
        staleSince: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T17:00:00.000Z",
      },
    ],
    [
      "by a word before its beginning alone",
      { mode: "idle", idleMinutes: 30 },
      "2026-11",
      { l: 0 },
      1,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    ["never", { mode: "none" }, "2026-11", { s: 0, l: 0 }, 0, { fresh: true, reason: "none" }],
    [
      "by its window in a release without a word for never",
      { mode: "none", idleMinutes: 30 },
      "openclaw@2026.7.1",
      { s: 0, l: 0 },
      60,
      {
        fresh: false,
        reason: "idle",
        staleSince: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:30:00.000Z",
      },
    ],
    [
      "by the hour of a time that cannot be read",
      { at: "9am", atHour: 3 },
      "2026-11",
      { s: 0, l: 0 },
      0,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "daily",
        nextResetAt: "2026-11-03T03:00:00.000Z",
        dailyResetAt: "2026-11-02T03:00:00.000Z",
      },
    ],
    [
      "by the time before the hour",
      { at: "09:30", atHour: 3 },
      "2026-11",
      { s: 0, l: 0 },
      0,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "daily",
        nextResetAt: "2026-11-03T09:30:00.000Z",
        dailyResetAt: "2026-11-02T09:30:00.000Z",
      },
    ],
    [
      "after a grace",
      { graceMinutes: 30 },
      "2026-11",
      { s: 0, l: 950 },
      970,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "daily",
        nextResetAt: "2026-11-03T04:20:00.001Z",
        dailyResetAt: "2026-11-03T04:00:00.000Z",
      },
    ],
    [
      "by its age, of which there is none beside a grace",
      { mode: "idle", idleMinutes: 10, graceMinutes: 30 },
      "2026-11",
      { s: 0, l: 0 },
      20,
      {
        fresh: true,
        reason: "none",
        nextResetBy: "idle",
        nextResetAt: "2026-11-02T12:30:00.001Z",
        idleExpiresAt: "2026-11-02T12:10:00.000Z",
      },
    ],
  ])("%s", (_, reset, edition, { s, l, u }, now, decision) => {
    const times = { sessionStartedAt: at(s), lastInteractionAt: at(l), updatedAt: at(u) };
    const policy = uncheckedPolicy({ session: { reset } }, edition);
    const stored = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
    expect(told(evaluateReset(stored, { key }, policy, noon + now * minute))).toEqual(decision);
  });
});

describe("the hour around a change of clocks", () => {
  it.each<readonly [edition: Edition, zone: string, hour: number, now: string, boundary: string]>([
    ["2026-11", "Pacific/Apia", 4, "2011-12-30T09:00:00Z", "2011-12-29T14:00:00.000Z"],
    ["2026-11", "Pacific/Apia", 4, "2011-12-30T11:00:00Z", "2011-12-29T14:00:00.000Z"],
    ["2026-11", "Pacific/Apia", 4, "2011-12-30T15:00:00Z", "2011-12-30T14:00:00.000Z"],
    ["2026-11", "America/New_York", 2, "2026-03-08T06:59:59.999Z", "2026-03-07T07:00:00.000Z"],
    ["2026-11", "America/New_York", 2, "2026-03-08T07:00:00.000Z", "2026-03-08T07:00:00.000Z"],
    ["openclaw@2026.9.6", "Pacific/Apia", 4, "2011-12-30T09:00:00Z", "2011-12-29T14:00:00.000Z"],
    ["openclaw@2026.9.6", "Pacific/Apia", 4, "2011-12-30T11:00:00Z", "2011-12-30T14:00:00.000Z"],
    ["openclaw@2026.9.6", "Pacific/Apia", 4, "2011-12-30T15:00:00Z", "2011-12-30T14:00:00.000Z"],
    ["openclaw@2026.9.6", "America/New_York", 2, "2026-03-08T06:59:59.999Z", "2026-03-07T07:00:00.000Z"],
    ["openclaw@2026.9.6", "America/New_York", 2, "2026-03-08T07:00:00.000Z", "2026-03-08T07:00:00.000Z"],
    ["openclaw@2026.7.1", "Pacific/Apia", 4, "2011-12-30T09:00:00Z", "2011-12-29T14:00:00.000Z"],
    ["openclaw@2026.7.1", "Pacific/Apia", 4, "2011-12-30T11:00:00Z", "2011-12-30T14:00:00.000Z"],
    ["openclaw@2026.7.1", "Pacific/Apia", 4, "2011-12-30T15:00:00Z", "2011-12-30T14:00:00.000Z"],
    ["openclaw@2026.7.1", "America/New_York", 2, "2026-03-08T06:59:59.999Z", "2026-03-07T08:00:00.000Z"],
    ["openclaw@2026.7.1", "America/New_York", 2, "2026-03-08T07:00:00.000Z", "2026-03-08T07:00:00.000Z"],
  ])("under %s in %s at %d, asked at %s", (edition, zone, atHour, now, boundary) => {
    const policy = uncheckedPolicy({ session: { reset: { atHour } } }, edition, zone);
    const { dailyResetAt } = evaluateReset({ updatedAt: 1 }, { key }, policy, Date.parse(now));
    expect(spell(dailyResetAt)).toBe(boundary);
  });
});

describe("where a session's end is written", () => {
  const endOf = (config: ConfigInput, target: Parameters<typeof evaluateReset>[1], edition: Edition) => {
    const { mode, idleMinutes, from } =
      evaluateReset({}, target, uncheckedPolicy(config, edition), 1).policy ?? {};
    return [mode, idleMinutes, from?.mode, from?.idleMinutes];
  };
  const ours = "2026-11";
  const idle = (idleMinutes: number) => ({ mode: "idle", idleMinutes }) as const;
  const inbound = { channel: "signal", account: "work", chatType: "group", peer: "g" } as const;
  const ofWork = resolveSession(inbound, uncheckedPolicy({}, ours));
  const group = {
    key: "agent:main:signal:group:g",
    chatType: "group",
    channel: "signal",
    peer: "g",
  } as const;

  it.each<
    readonly [
      why: string,
      config: ConfigInput,
      target: Parameters<typeof evaluateReset>[1],
      edition: Edition,
      end: unknown,
    ]
  >([
    [
      "the older window",
      { session: { idleMinutes: 45 } },
      { key },
      "openclaw@2026.3.13",
      ["idle", 45, "session.idleMinutes", "session.idleMinutes"],
    ],
    [
      "a type's entry where nothing else is",
      { session: { resetByType: { direct: { idleMinutes: 5 } } } },
      { key },
      "openclaw@2026.9.6",
      ["daily", 5, "openclaw@2026.9.6", "session.resetByType.direct.idleMinutes"],
    ],
    [
      "an entry of its own mode beside no daily reset",
      {
        session: { dailyReset: false, reset: { mode: "daily" }, resetByType: { direct: { idleMinutes: 5 } } },
      },
      { key },
      ours,
      ["daily", 5, "session.reset.mode", "session.resetByType.direct.idleMinutes"],
    ],
    [
      "an agent by its id",
      { agents: { entries: { main: { reset: idle(7) } } } },
      { key },
      ours,
      ["idle", 7, "agents.entries.main.reset.mode", "agents.entries.main.reset.idleMinutes"],
    ],
    [
      "an agent in the list",
      { agents: { list: [{ id: "x" }, { id: "main", reset: idle(7) }] } },
      { key },
      ours,
      ["idle", 7, "agents.list[1].reset.mode", "agents.list[1].reset.idleMinutes"],
    ],
    [
      "another agent says nothing",
      { agents: { list: [{ id: "x", reset: idle(7) }] } },
      { key },
      ours,
      ["daily", undefined, ours, undefined],
    ],
    [
      "a channel by another of its names",
      { session: { resetByChannel: { gchat: idle(3) } } },
      { key, channel: "googlechat" },
      ours,
      ["idle", 3, "session.resetByChannel.gchat.mode", "session.resetByChannel.gchat.idleMinutes"],
    ],
    [
      "the first of two names of a channel",
      { session: { resetByChannel: { teams: idle(3), msteams: idle(4) } } },
      { key, channel: "msteams" },
      ours,
      ["idle", 3, "session.resetByChannel.teams.mode", "session.resetByChannel.teams.idleMinutes"],
    ],
    [
      "no channel of blanks",
      { session: { resetByChannel: { " ": idle(3) } } },
      { key, channel: " " },
      "openclaw@2026.9.6",
      ["none", undefined, "openclaw@2026.9.6", undefined],
    ],
    [
      "a group",
      { channels: { signal: { groups: { g: { reset: idle(2) } } } } },
      group,
      ours,
      ["idle", 2, "channels.signal.groups.g.reset.mode", "channels.signal.groups.g.reset.idleMinutes"],
    ],
    [
      "any group",
      { channels: { signal: { groups: { "*": { reset: idle(2) } } } } },
      group,
      ours,
      ["idle", 2, 'channels.signal.groups["*"].reset.mode', 'channels.signal.groups["*"].reset.idleMinutes'],
    ],
    [
      "a group of the account before that of all",
      {
        channels: {
          signal: {
            groups: { g: { reset: idle(2) } },
            accounts: { work: { groups: { "*": { reset: idle(1) } } } },
          },
        },
      },
      ofWork,
      ours,
      [
        "idle",
        1,
        'channels.signal.accounts.work.groups["*"].reset.mode',
        'channels.signal.accounts.work.groups["*"].reset.idleMinutes',
      ],
    ],
    [
      "no group where only another account lists one",
      { channels: { signal: { accounts: { work: { groups: { g: { reset: idle(1) } } } } } } },
      group,
      ours,
      ["daily", undefined, ours, undefined],
    ],
    [
      "no group where the account lists another",
      { channels: { signal: { accounts: { work: { groups: { x: { reset: idle(1) } } } } } } },
      ofWork,
      ours,
      ["daily", undefined, ours, undefined],
    ],
    [
      "no group where none is told",
      { channels: { signal: { groups: { "*": { reset: idle(2) } } } } },
      { key, chatType: "group", channel: "signal" },
      ours,
      ["daily", undefined, ours, undefined],
    ],
    [
      "no group of a direct chat",
      { channels: { signal: { groups: { "*": { reset: idle(2) } } } } },
      { key, chatType: "direct", channel: "signal", peer: "g" },
      ours,
      ["daily", undefined, ours, undefined],
    ],
    [
      "a group before its agent and its channel",
      {
        session: { resetByChannel: { signal: idle(3) } },
        agents: { list: [{ id: "main", reset: idle(7) }] },
        channels: { signal: { groups: { g: { reset: idle(2) } } } },
      },
      group,
      ours,
      ["idle", 2, "channels.signal.groups.g.reset.mode", "channels.signal.groups.g.reset.idleMinutes"],
    ],
    [
      "an agent before its channel",
      {
        session: { resetByChannel: { signal: idle(3) } },
        agents: { list: [{ id: "main", reset: idle(7) }] },
      },
      group,
      ours,
      ["idle", 7, "agents.list[0].reset.mode", "agents.list[0].reset.idleMinutes"],
    ],
    [
      "no agent in a release",
      {
        session: { resetByChannel: { signal: idle(3) } },
        agents: { list: [{ id: "main", reset: idle(7) }] },
      },
      group,
      "openclaw@2026.9.6",
      ["idle", 3, "session.resetByChannel.signal.mode", "session.resetByChannel.signal.idleMinutes"],
    ],
  ])("%s", (_, config, target, edition, end) => {
    expect(endOf(config, target, edition)).toEqual(end);
  });
});

describe("who asks about a session", () => {
  const policy = uncheckedPolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, "2026-11");
  const times = { sessionStartedAt: noon, lastInteractionAt: noon, updatedAt: noon };
  const asked = (target: object, edition: Edition = "2026-11") => {
    const under = edition === "2026-11" ? policy : uncheckedPolicy({}, edition);
    const decision = evaluateReset(
      times,
      target as Parameters<typeof evaluateReset>[1],
      under,
      noon + 60 * minute,
    );
    return [decision.fresh, decision.reason, decision.resetType].map(String).join(" ");
  };

  it("a message that was resolved, which is no event of the host's and no thread", () => {
    const resolution = resolveSession({ channel: "irc", chatType: "direct", peer: "ann" }, policy);
    expect(asked(resolution)).toBe("false idle direct");
  });

  it.each<readonly [why: string, target: object, edition: Edition, answer: string]>([
    ["an event of the host's ends none", { key, event: "cron" }, "2026-11", "true system-event direct"],
    ["a message does", { key, event: "user-message" }, "2026-11", "false idle direct"],
    [
      "a kind of chat that there is not is refused",
      { key, chatType: "room" },
      "2026-11",
      "false malformed-request undefined",
    ],
    ["a release takes it for a room's", { key, chatType: "room" }, "openclaw@2026.9.6", "true none group"],
    [
      "an event that there is not is refused",
      { key, event: "sleep" },
      "2026-11",
      "false malformed-request undefined",
    ],
    [
      "a label that is no text is refused",
      { key, threadLabel: 5 },
      "2026-11",
      "false malformed-request undefined",
    ],
    ["nothing is refused", {}, "2026-11", "false malformed-request undefined"],
  ])("%s", (_, target, edition, answer) => {
    expect(asked(target, edition)).toBe(answer);
  });
});

describe("a decision that lacks", () => {
  const policy = uncheckedPolicy({ session: { reset: { mode: "idle", idleMinutes: 30 } } }, "2026-11");
  const made = evaluateReset({ updatedAt: noon }, { key }, policy, noon + 60 * minute);
  const never = uncheckedPolicy({ session: { reset: { mode: "none" } } }, "2026-11");
  const kept = evaluateReset({ updatedAt: noon }, { key }, never, noon);

  it.each<readonly [lacks: string, decision: object, sentence: string]>([
    ["a reason", { ...made, reason: "none" }, "The session starts over."],
    ["another reason than that it goes on", { ...made, reason: "system-event" }, "The session starts over."],
    [
      "an instant",
      { ...made, staleSince: undefined },
      "The session starts over: nobody wrote for 30 minutes (session.reset.idleMinutes).",
    ],
    [
      "a date for its instant",
      { ...made, staleSince: 8.64e15 + 1 },
      "The session starts over: nobody wrote for 30 minutes (session.reset.idleMinutes), since a time beyond all dates.",
    ],
    [
      "no date for the last of them",
      { ...made, staleSince: 8.64e15 },
      "The session starts over: nobody wrote for 30 minutes (session.reset.idleMinutes), since +275760-09-13T00:00:00.000Z.",
    ],
    [
      "what will end it",
      { ...kept, nextResetAt: noon },
      "The session goes on: it never resets by itself (session.reset.mode).",
    ],
    [
      "when it will end",
      { ...kept, nextResetBy: "idle" },
      "The session goes on: it never resets by itself (session.reset.mode).",
    ],
  ])("%s", (_, decision, sentence) => {
    // As a host stored it, which may have left something out.
    expect(explainReset(decision as ResetDecision)).toBe(sentence);
  });

  it("everything has a store drop its session", () => {
    for (const decision of [undefined, null, "fresh"])
      expect(toExpiry(decision as unknown as ResetDecision, noon)).toEqual({
        expiresAt: noon,
        ttlMs: 0,
        ttlSeconds: 0,
      });
  });
});
