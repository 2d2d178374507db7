import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  evaluateReset,
  parsePolicy,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
  type ResetTarget,
} from "../../../src/index.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function policyFor(config: ConfigInput, target: ResetTarget, edition: Edition = "2026-11") {
  return evaluateReset({}, target, parsePolicy(config, { edition, timeZone: "Europe/Berlin" }), 1).policy;
}

const direct: ResetTarget = { key: "agent:main:telegram:direct:9" };
const group: ResetTarget = {
  key: "agent:main:whatsapp:group:1@g.us",
  chatType: "group",
  channel: "whatsapp",
};
const thread: ResetTarget = { key: "agent:main:discord:channel:1:thread:2", channel: "discord" };

describe("what releases make of a config", () => {
  const unset = {};
  const legacy = { session: { idleMinutes: 45 } };
  const idle = { session: { reset: { mode: "idle" as const } } };
  const types = { session: { resetByType: { group: { mode: "idle" as const, idleMinutes: 5 } } } };

  it.each([
    ["unset, before 2026.8.1", unset, "openclaw@2026.7.1", { mode: "daily", atHour: 4 }],
    ["unset, from 2026.8.1 on", unset, "openclaw@2026.8.1", { mode: "none", atHour: 4, configured: false }],
    ["unset, on the branch of 2026.7", unset, "openclaw@2026.7.35", { mode: "daily", atHour: 4 }],
    ["the older idleMinutes", legacy, "openclaw@2026.3.13", { mode: "idle", idleMinutes: 45 }],
    [
      "the older idleMinutes, known to be chosen",
      legacy,
      "openclaw@2026.4.22",
      { mode: "idle", configured: true },
    ],
    ["idle without minutes: an hour", idle, "openclaw@2026.3.13", { mode: "idle", idleMinutes: 60 }],
    ["idle without minutes: never", idle, "openclaw@2026.3.22", { mode: "idle", idleMinutes: 0 }],
    [
      "another type's entry, before 2026.8.1",
      types,
      "openclaw@2026.7.1",
      { mode: "daily", configured: false },
    ],
    [
      "another type's entry, from 2026.8.1 on",
      types,
      "openclaw@2026.8.1",
      { mode: "none", configured: false },
    ],
    ["another type's entry, here", types, "2026-11", { mode: "daily", configured: false }],
  ] as const)("%s", (_, config, edition, expected) => {
    expect(policyFor(config, direct, edition)).toMatchObject(expected);
  });

  it("an entry of resetByType beside the older idleMinutes makes that daily", () => {
    const config = { session: { idleMinutes: 45, resetByType: {} } };
    expect(policyFor(config, direct, "openclaw@2026.3.7")).toMatchObject({ mode: "daily", idleMinutes: 45 });
  });

  it.each([
    ["openclaw@2026.2.6-3", "dm"],
    ["openclaw@2026.2.9", "direct"],
  ] as const)("%s calls a direct chat %s, and reads `dm` for it", (edition, type) => {
    const policy = parsePolicy({ session: { resetByType: { dm: { idleMinutes: 7 } } } }, { edition });
    const decision = evaluateReset({}, direct, policy, 1);
    expect(decision.resetType).toBe(type);
    expect(decision.policy?.from.idleMinutes).toBe("session.resetByType.dm.idleMinutes");
  });

  it("an entry of a type under mode none resets daily as well, from 2026.8.1 on", () => {
    const config = {
      session: { reset: { mode: "none" as const, atHour: 9 }, resetByType: { group: { idleMinutes: 5 } } },
    };
    expect(policyFor(config, group, "openclaw@2026.9.6")).toMatchObject({
      mode: "daily",
      atHour: 9,
      idleMinutes: 5,
    });
  });
});

describe("precedence, and where each part was found", () => {
  const config: ConfigInput = {
    session: {
      reset: { mode: "daily", atHour: 4, idleMinutes: 120 },
      resetByType: { direct: { mode: "idle", idleMinutes: 30 }, thread: { atHour: 6 } },
      resetByChannel: { discord: { mode: "idle", idleMinutes: 10080 } },
    },
  };

  it.each([
    [
      "a type",
      direct,
      {
        mode: "session.resetByType.direct.mode",
        idleMinutes: "session.resetByType.direct.idleMinutes",
        atHour: "session.reset.atHour",
      },
    ],
    [
      "the base",
      group,
      {
        mode: "session.reset.mode",
        atHour: "session.reset.atHour",
        idleMinutes: "session.reset.idleMinutes",
      },
    ],
    [
      "a type, and the base for what it leaves out",
      { key: "agent:main:slack:channel:1:thread:2" },
      { atHour: "session.resetByType.thread.atHour", idleMinutes: "session.reset.idleMinutes" },
    ],
    [
      "a channel, which replaces both",
      thread,
      { mode: "session.resetByChannel.discord.mode", atHour: "2026-11" },
    ],
  ])("%s", (_, target, expected) => {
    expect(policyFor(config, target)?.from).toMatchObject({ ...expected, timeZone: "options.timeZone" });
  });

  it("an empty entry of a channel means daily at 04:00, nothing inherited", () => {
    const empty = { session: { ...config.session, resetByChannel: { discord: {} } } };
    expect(policyFor(empty, thread)).toMatchObject({ mode: "daily", atHour: 4 });
    expect(policyFor(empty, thread)).not.toHaveProperty("idleMinutes");
  });
});

describe("the spellings of a reset policy, and where each part was found", () => {
  const idle = { mode: "idle", idleMinutes: 30 } as const;

  it.each<readonly [ConfigInput["session"], ResetTarget, object, object]>([
    [
      { dailyReset: true },
      direct,
      { mode: "daily", atHour: 4 },
      { mode: "session.dailyReset", atHour: "2026-11" },
    ],
    [{ dailyReset: false }, direct, { mode: "none" }, { mode: "session.dailyReset" }],
    [{ dailyReset: 6 }, direct, { atHour: 6 }, { mode: "session.dailyReset", atHour: "session.dailyReset" }],
    [{ dailyReset: "06:00" }, direct, { atHour: 6 }, { atHour: "session.dailyReset" }],
    [{ dailyReset: "6:05" }, direct, { atHour: 6, atMinute: 5 }, { atHour: "session.dailyReset" }],
    [{ dailyReset: { at: "6:05" } }, direct, { atHour: 6, atMinute: 5 }, { atHour: "session.dailyReset.at" }],
    [{ dailyReset: { atHour: 6 } }, direct, { atHour: 6 }, { atHour: "session.dailyReset.atHour" }],
    [
      { dailyReset: { timeZone: "UTC" } },
      direct,
      { atHour: 4, timeZone: "UTC" },
      { atHour: "2026-11", timeZone: "session.dailyReset.timeZone" },
    ],
    [{ dailyReset: {} }, direct, { mode: "daily", atHour: 4 }, { mode: "session.dailyReset" }],
    [
      { idleMinutes: 30 },
      direct,
      { mode: "daily", atHour: 4, idleMinutes: 30, configured: true },
      { mode: "2026-11", atHour: "2026-11", idleMinutes: "session.idleMinutes" },
    ],
    [{ idleMinutes: 30, reset: { mode: "idle" } }, direct, idle, { idleMinutes: "session.idleMinutes" }],
    [
      { idleMinutes: 30, reset: { mode: "all", at: "4:30" } },
      direct,
      { mode: "all", atMinute: 30, idleMinutes: 30 },
      { mode: "session.reset.mode", atHour: "session.reset.at", idleMinutes: "session.idleMinutes" },
    ],
    [
      { idleMinutes: 30, dailyReset: false },
      direct,
      idle,
      { mode: "session.dailyReset", idleMinutes: "session.idleMinutes" },
    ],
    [
      { dailyReset: false, reset: { maxAgeMinutes: 30 } },
      direct,
      { mode: "idle", idleMinutes: 0, maxAgeMinutes: 30 },
      { mode: "session.dailyReset", idleMinutes: "2026-11" },
    ],
    [
      { dailyReset: false, resetByType: { group: { idleMinutes: 30 } } },
      group,
      idle,
      { mode: "session.dailyReset", idleMinutes: "session.resetByType.group.idleMinutes" },
    ],
    [
      { dailyReset: false, resetByType: { group: {} } },
      group,
      { mode: "none" },
      { mode: "session.dailyReset" },
    ],
    [
      { dailyReset: "4:30", resetByType: { group: { atHour: 6 } } },
      group,
      { atHour: 6 },
      { mode: "session.dailyReset", atHour: "session.resetByType.group.atHour" },
    ],
    [
      { dailyReset: 4, resetByType: { group: { at: "4:30" } } },
      group,
      { atHour: 4, atMinute: 30 },
      { atHour: "session.resetByType.group.at" },
    ],
    [
      { idleMinutes: 30, resetByType: { group: { atHour: 6 } } },
      group,
      { mode: "daily", atHour: 6, idleMinutes: 30 },
      { idleMinutes: "session.idleMinutes" },
    ],
    [
      { resetByType: { dm: idle } },
      direct,
      idle,
      { mode: "session.resetByType.dm.mode", idleMinutes: "session.resetByType.dm.idleMinutes" },
    ],
    [
      { resetByChannel: { discord: { at: "23:59" } } },
      thread,
      { mode: "daily", atHour: 23, atMinute: 59 },
      { atHour: "session.resetByChannel.discord.at" },
    ],
  ])("%j", (session, target, expected, from) => {
    const policy = policyFor({ session }, target);
    expect(policy).toMatchObject({ ...expected, from });
    // The minute belongs to its hour, and there is none on the hour.
    expect(policy?.atMinute).toBe("atMinute" in expected ? expected.atMinute : undefined);
  });

  it.each<readonly [string, ConfigInput["session"], ResetTarget]>([
    ["a daily type", { idleMinutes: 30, resetByType: { group: { mode: "daily" } } }, group],
    ["a channel", { idleMinutes: 30, resetByChannel: { discord: {} } }, thread],
  ])(
    "%s takes no window from session.idleMinutes, as it takes none from session.reset",
    (_, session, target) => {
      expect(policyFor({ session }, target)).not.toHaveProperty("idleMinutes");
    },
  );
});

describe("the channel of a session", () => {
  const of = (name: string): ConfigInput => ({ session: { resetByChannel: { [name]: { atHour: 9 } } } });
  const hour = (name: string, channel: string, edition: Edition) =>
    policyFor(of(name), { key: "agent:main:main", channel }, edition)?.atHour;

  it.each([
    ["its name", "discord", "discord", "openclaw@2026.3.7", 9],
    ["in any case", "discord", " Discord ", "openclaw@2026.3.7", 9],
    ["an alias", "imessage", "imsg", "openclaw@2026.3.7", 9],
    ["2026.4.14 alone knew no aliases", "imessage", "imsg", "openclaw@2026.4.14", 4],
    ["…but teams", "msteams", "teams", "openclaw@2026.4.14", 9],
    ["teams came with 2026.4.5", "msteams", "teams", "openclaw@2026.4.2", 4],
    ["irc came with 2026.2.12", "irc", "internet-relay-chat", "openclaw@2026.2.9", 4],
    ["an entry in another case is never found", "Discord", "discord", "openclaw@2026.9.6", 4],
    ["an entry in another case is found here", "Discord", "discord", "2026-11", 9],
    ["an entry under an alias is found here", "gchat", "googlechat", "2026-11", 9],
  ] as const)("%s", (_, name, channel, edition, expected) => {
    expect(hour(name, channel, edition)).toBe(expected);
  });

  it.each(["constructor", "__proto__"])(
    "a channel %s finds what objects inherit, up to 2026.9.6",
    (channel) => {
      const config: ConfigInput = {
        session: { reset: { mode: "idle", idleMinutes: 5 }, resetByChannel: {} },
      };
      expect(policyFor(config, { key: "agent:main:main", channel }, "openclaw@2026.9.6")?.mode).toBe("daily");
      expect(policyFor(config, { key: "agent:main:main", channel })?.mode).toBe("idle");
    },
  );

  it("is read from the key here, where the caller leaves it out", () => {
    const bare = { key: thread.key };
    expect(policyFor(of("discord"), bare)?.atHour).toBe(9);
    expect(policyFor(of("discord"), bare, "openclaw@2026.9.6")?.atHour).toBe(4);
  });
});

describe("agents and groups with a policy of their own", () => {
  const config: ConfigInput = {
    session: { reset: { timeZone: "Asia/Kolkata" }, resetByChannel: { telegram: { atHour: 1 } } },
    agents: { list: [{ id: "main" }, { id: "Night Shift", reset: { atHour: 2 } }] },
    channels: {
      telegram: {
        groups: { "-100": { reset: { at: "05:00" } }, "*": { reset: { atHour: 6 } } },
        accounts: { second: { groups: { "-100": { reset: { atHour: 7 } } } } },
      },
    },
  };
  const room = { channel: "telegram", chatType: "group" as const };

  it.each([
    [
      "a group",
      { key: "agent:main:telegram:group:-100", ...room, peer: "-100" },
      5,
      'channels.telegram.groups["-100"].reset.at',
    ],
    [
      "a group, by its key",
      { key: "agent:main:telegram:group:-100" },
      5,
      'channels.telegram.groups["-100"].reset.at',
    ],
    [
      "a topic of a group",
      { key: "agent:main:telegram:group:-100:thread:3" },
      5,
      'channels.telegram.groups["-100"].reset.at',
    ],
    [
      "any other group",
      { key: "agent:main:telegram:group:-7" },
      6,
      'channels.telegram.groups["*"].reset.atHour',
    ],
    [
      "a group of another account",
      { key: "agent:main:telegram:second:group:-100" },
      7,
      'channels.telegram.accounts.second.groups["-100"].reset.atHour',
    ],
    ["an agent", { key: "agent:night-shift:telegram:direct:9" }, 2, "agents.list[1].reset.atHour"],
    [
      "a group before an agent",
      { key: "agent:night-shift:telegram:group:-100" },
      5,
      'channels.telegram.groups["-100"].reset.at',
    ],
    [
      "a direct chat is no group",
      { key: "agent:main:telegram:direct:-100" },
      1,
      "session.resetByChannel.telegram.atHour",
    ],
  ])("%s", (_, target, atHour, from) => {
    const policy = policyFor(config, target);
    expect(policy).toMatchObject({ atHour, timeZone: "Asia/Kolkata" });
    expect(policy?.from).toMatchObject({ atHour: from, timeZone: "session.reset.timeZone" });
  });

  it("a group is found as its channel compares ids", () => {
    const irc: ConfigInput = { channels: { irc: { groups: { "#Support": { reset: { atHour: 5 } } } } } };
    expect(policyFor(irc, { key: "agent:main:irc:channel:#support" })?.atHour).toBe(5);
    const signal: ConfigInput = { channels: { signal: { groups: { C1: { reset: { atHour: 5 } } } } } };
    expect(policyFor(signal, { key: "agent:main:signal:group:c1" })?.atHour).toBe(4);
  });

  it("are refused by a release, and no matter to its functions", () => {
    const released: ConfigInput = {
      agents: { list: [{ id: "main", reset: { atHour: 2 } }] },
      channels: { telegram: { groups: { "*": { reset: { atHour: 6 } } } } },
    };
    const target = { key: "agent:main:telegram:group:-100", ...room, peer: "-100" };
    const edition = "openclaw@2026.7.1";
    expect(safeParsePolicy(released, { edition }).issues?.map(({ path }) => path)).toEqual([
      "agents.list[0].reset",
      'channels.telegram.groups["*"].reset',
    ]);
    expect(evaluateReset({}, target, uncheckedPolicy(released, edition), 1).policy?.atHour).toBe(4);
  });
});

describe("the shared config of lifecycles reads as its header says", () => {
  const config = readFileSync(new URL("../../configs/lifecycle.json5", import.meta.url), "utf8");
  const policyOf = (target: ResetTarget, edition: Edition = "2026-11") =>
    evaluateReset({}, target, parsePolicy(config, { edition, timeZone: "UTC" }), 1).policy;
  const slackThread: ResetTarget = { key: "agent:main:slack:channel:1:thread:2", channel: "slack" };

  it.each([
    ["direct messages: two idle hours", direct, { mode: "idle", idleMinutes: 120 }],
    ["groups: 04:00 or two idle hours", group, { mode: "daily", atHour: 4, idleMinutes: 120 }],
    ["everything on Discord: seven idle days, not 06:00", thread, { mode: "idle", idleMinutes: 10080 }],
  ] as const)("%s", (_, target, expected) => {
    expect(policyOf(target)).toMatchObject(expected);
  });

  it("threads: daily at 06:00, and only then", () => {
    expect(policyOf(slackThread)).toMatchObject({ mode: "daily", atHour: 6 });
    expect(policyOf(slackThread)).not.toHaveProperty("idleMinutes");
  });

  it("under a release they also take the idle window of session.reset", () => {
    expect(policyOf(slackThread, "openclaw@2026.9.6")).toMatchObject({ atHour: 6, idleMinutes: 120 });
  });
});
