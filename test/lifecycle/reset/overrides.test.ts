import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  parsePolicy,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
  type ResetTarget,
} from "../../../src/index.ts";

import { behavioursOf } from "../../../src/edition/edition.ts";
import { resetChannelNames, resetOverrides } from "../../../src/lifecycle/reset/override.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const now = Date.UTC(2026, 10, 30, 12);

/** Where the idle window of a session comes from. */
function idleFrom(config: ConfigInput, edition: Edition, target: ResetTarget): string | undefined {
  const policy = parsePolicy(config, { edition, timeZone: "UTC" });
  const decision = evaluateReset({ updatedAt: now }, target, policy, now);
  return "policy" in decision ? decision.policy.from.idleMinutes : undefined;
}

const longIdle = { mode: "idle", idleMinutes: 99 } as const;
const idle = { mode: "idle", idleMinutes: 10 } as const;

describe("the names of channels in session.resetByChannel", () => {
  it.each<[edition: Edition, written: string, asked: string, holds: boolean]>([
    ["openclaw@2026.2.9", "irc", "internet-relay-chat", false],
    ["openclaw@2026.2.12", "irc", "internet-relay-chat", true],
    ["openclaw@2026.4.14", "irc", "internet-relay-chat", false],
    ["openclaw@2026.4.2", "msteams", "teams", false],
    ["openclaw@2026.4.5", "msteams", "teams", true],
    ["openclaw@2026.9.6", "imessage", "imsg", true],
    ["openclaw@2026.9.6", "googlechat", "google-chat", true],
    ["openclaw@2026.9.6", "googlechat", "gchat", true],
    ["openclaw@2026.9.6", "telegram", " Telegram ", true],
    ["2026-11", "irc", "internet-relay-chat", true],
    ["2026-11", "internet-relay-chat", "irc", true],
    ["2026-11", "msteams", "teams", true],
    ["2026-11", "telegram", "discord", false],
  ])("%s: what is written of %s holds on %s: %j", (edition, written, asked, holds) => {
    const config = {
      session: { reset: longIdle, resetByChannel: { [written]: idle } },
    };
    const from = idleFrom(config, edition, { key: "agent:main:main", channel: asked });
    expect(from).toBe(
      holds
        ? `session.resetByChannel${/^\w+$/.test(written) ? `.${written}` : `["${written}"]`}.idleMinutes`
        : "session.reset.idleMinutes",
    );
  });

  it.each<[asked: string | undefined]>([[undefined], [""], ["  "]])(
    "say nothing of the channel %j",
    (channel) => {
      const config = {
        session: { reset: longIdle, resetByChannel: { telegram: idle } },
      };
      const target = { key: "agent:main:main", ...(channel !== undefined && { channel }) };
      expect(idleFrom(config, "openclaw@2026.9.6", target)).toBe("session.reset.idleMinutes");
    },
  );
});

describe("every reset that takes the place of others", () => {
  const reset = { mode: "idle", idleMinutes: 10 } as const;
  const config: object = {
    session: { resetByChannel: { Teams: reset, telegram: undefined, " ": reset } },
    agents: { list: [{ id: "Night", reset }, { id: "day" }], entries: { Early: { reset } } },
    channels: {
      defaults: { groups: { g: { reset } } },
      ghost: undefined,
      " ": { groups: { g: { reset } } },
      Telegram: {
        groups: { "-1": { reset }, "-2": {} },
        accounts: { work: { groups: { "-3": { reset } } } },
      },
    },
  };
  const read = (edition: Edition) =>
    [...resetOverrides(uncheckedPolicy(config as ConfigInput, edition))].map(({ entry, ...override }) => ({
      ...override,
      says: Object.keys(entry).join(),
    }));
  const says = "mode,idleMinutes";

  it("is one of a channel alone in a release, and what every object inherits", () => {
    const path = "session.resetByChannel";
    const inherited = { for: "channel", says: "" };
    expect(read("openclaw@2026.9.6")).toStrictEqual([
      { for: "channel", channel: "Teams", path: `${path}.Teams`, says },
      { for: "channel", channel: " ", path: `${path}[" "]`, says },
      { ...inherited, channel: "constructor", path: `${path}.constructor` },
      { ...inherited, channel: "__proto__", path: `${path}.__proto__` },
    ]);
  });

  it("is one of an agent or a group, too, under 2026-11, and a channel's by whatever name", () => {
    expect(read("2026-11")).toStrictEqual([
      { for: "channel", channel: "msteams", path: "session.resetByChannel.Teams", says },
      { for: "agent", agentId: "night", path: "agents.list[0].reset", says },
      { for: "agent", agentId: "early", path: "agents.entries.Early.reset", says },
      { for: "group", channel: "telegram", peer: "-1", path: 'channels.Telegram.groups["-1"].reset', says },
      {
        for: "group",
        channel: "telegram",
        account: "work",
        peer: "-3",
        path: 'channels.Telegram.accounts.work.groups["-3"].reset',
        says,
      },
    ]);
  });

  it("has a name for its channel, but for a blank one", () => {
    const { nameOf } = resetChannelNames(behavioursOf("2026-11"));
    expect([" Teams ", "irc", " ", "", undefined].map(nameOf)).toEqual([
      "msteams",
      "irc",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the reset of a group", () => {
  const config = {
    session: { reset: { mode: "idle", idleMinutes: 99 } },
    channels: {
      defaults: { groupPolicy: "open" },
      telegram: {
        groups: { "-1": { reset: idle }, "*": { reset: { mode: "idle", idleMinutes: 20 } }, "-3": {} },
        accounts: { work: { groups: { "-1": { reset: { mode: "idle", idleMinutes: 30 } } } } },
      },
      discord: {},
    },
    agents: {
      list: [
        { id: "main", default: true },
        { id: "night", reset: { mode: "idle", idleMinutes: 40 } },
      ],
    },
  } as const;
  const group = {
    key: "agent:main:telegram:group:-1",
    channel: "telegram",
    chatType: "group",
    peer: "-1",
  } as const;

  it.each<[why: string, target: ResetTarget, from: string]>([
    ["is its own", group, 'channels.telegram.groups["-1"].reset.idleMinutes'],
    [
      "is that of the account that received it",
      { ...group, key: "agent:main:telegram:account:work:group:-1", account: "work" },
      'channels.telegram.accounts.work.groups["-1"].reset.idleMinutes',
    ],
    [
      "is that of all groups, where it has none",
      { key: "agent:main:telegram:group:-2", channel: "telegram", chatType: "group", peer: "-2" },
      'channels.telegram.groups["*"].reset.idleMinutes',
    ],
    [
      "is that of all groups, where its entry says nothing",
      { key: "agent:main:telegram:group:-3", channel: "telegram", chatType: "group", peer: "-3" },
      'channels.telegram.groups["*"].reset.idleMinutes',
    ],
    [
      "is not that of another channel",
      { key: "agent:main:discord:group:-1", channel: "discord", chatType: "group", peer: "-1" },
      "session.reset.idleMinutes",
    ],
    [
      "is no direct chat's",
      { key: "agent:main:telegram:direct:-1", channel: "telegram", chatType: "direct", peer: "-1" },
      "session.reset.idleMinutes",
    ],
    [
      "is its agent's, where no group has one",
      { key: "agent:night:discord:group:1", channel: "discord", chatType: "group", peer: "1" },
      "agents.list[1].reset.idleMinutes",
    ],
  ])("%s", (_, target, from) => {
    expect(idleFrom(config, "2026-11", target)).toBe(from);
  });
});

describe("a setting about resets that decides nothing", () => {
  const found = (reset: object): readonly string[] => {
    const parsed = safeParsePolicy({ session: { reset } }, { edition: "2026-11", timeZone: "UTC" });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    return issues
      .filter(({ code }) => code === "setting-without-effect")
      .map(({ message, path }) => `${path} ${message}`);
  };
  const day = 24 * 60;

  it.each<[why: string, reset: object, told: readonly string[]]>([
    [
      "an hour without a daily reset",
      { mode: "idle", idleMinutes: 10, atHour: 5 },
      ["session.reset.atHour decides nothing, because mode `idle` resets at no time of day"],
    ],
    [
      "a window of days beside a daily reset",
      { mode: "daily", idleMinutes: 3 * day },
      ["session.reset.idleMinutes decides nothing, because the daily reset always comes sooner"],
    ],
    ["the same in mode any, where it must be written", { mode: "any", idleMinutes: 3 * day }, []],
    ["the same in mode all, where both must pass", { mode: "all", idleMinutes: 3 * day }, []],
    [
      "an age of days beside a daily reset",
      { mode: "any", idleMinutes: 10, maxAgeMinutes: 3 * day },
      ["session.reset.maxAgeMinutes decides nothing, because the daily reset always comes sooner"],
    ],
    [
      "an age of days where the daily reset may wait",
      { mode: "all", idleMinutes: 10, maxAgeMinutes: 3 * day },
      [],
    ],
    [
      "a window that is longer than the age",
      { mode: "idle", idleMinutes: 30, maxAgeMinutes: 20 },
      ["session.reset.idleMinutes decides nothing, because `maxAgeMinutes` always comes sooner"],
    ],
    ["a window as long as the age", { mode: "idle", idleMinutes: 20, maxAgeMinutes: 20 }, []],
    [
      "a grace that the window is longer than",
      { mode: "idle", idleMinutes: 30, graceMinutes: 10 },
      ["session.reset.graceMinutes decides nothing, because nothing ends a session sooner than that"],
    ],
    ["a grace beside a daily reset", { mode: "daily", graceMinutes: 10 }, []],
    ["a grace beside an age", { mode: "idle", idleMinutes: 30, maxAgeMinutes: 60, graceMinutes: 10 }, []],
  ])("is %s", (_, reset, told) => {
    expect(found(reset)).toEqual(told);
  });
});
