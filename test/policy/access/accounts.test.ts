import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { channelAccess, configuredGroups, usualAccount } from "../../../src/policy/access/channel-access.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const config: ConfigInput = {
  channels: {
    telegram: { accounts: { Work: {}, " home ": {}, work: {}, default: {} } },
    slack: { accounts: { b: {}, a: {} } },
    irc: {},
    signal: { accounts: { b: {} } },
    discord: { accounts: { default: {}, a: {} } },
  },
};

describe("which account's section counts", () => {
  const asked = ["work", "WORK", "Work", "home", " home ", "HOME", "default", undefined, "x"];

  it.each<readonly [edition: Edition, sections: readonly string[]]>([
    [
      "openclaw@2026.1.29",
      [
        ".accounts.work",
        ".accounts.work",
        ".accounts.work",
        "-",
        "-",
        "-",
        ".accounts.default",
        ".accounts.default",
        "-",
      ],
    ],
    [
      "openclaw@2026.3.7",
      [
        ".accounts.work",
        ".accounts.work",
        ".accounts.work",
        "-",
        "-",
        "-",
        ".accounts.default",
        ".accounts.default",
        "-",
      ],
    ],
    [
      "openclaw@2026.9.6",
      [
        ".accounts.work",
        ".accounts.work",
        ".accounts.work",
        '.accounts[" home "]',
        '.accounts[" home "]',
        '.accounts[" home "]',
        ".accounts.default",
        ".accounts.default",
        "-",
      ],
    ],
    [
      "2026-11",
      [
        ".accounts.work",
        "-",
        ".accounts.Work",
        "-",
        '.accounts[" home "]',
        "-",
        ".accounts.default",
        ".accounts.default",
        "-",
      ],
    ],
  ])(
    "under %s, for a name as it is written, in another case, with blanks, or for none",
    (edition, sections) => {
      const policy = uncheckedPolicy(config, edition);
      const paths = asked.map((account) => channelAccess("telegram", account, policy)?.path ?? "");
      expect(paths.map((path) => path.replace("channels.telegram", "") || "-")).toEqual(sections);
    },
  );

  it.each<readonly [edition: Edition, accounts: readonly string[]]>([
    ["openclaw@2026.4.9", ["a", "-", "-", "-", "-", "-"]],
    ["openclaw@2026.1.29", ["-", "-", "-", "-", "-", "-"]],
    ["openclaw@2026.3.7", ["-", "-", "-", "-", "-", "-"]],
    ["openclaw@2026.9.6", ["-", "-", "-", "-", "-", "-"]],
    ["2026-11", ["-", "-", "-", "-", "-", "-"]],
  ])("under %s, where none is told", (edition, accounts) => {
    const policy = uncheckedPolicy(config, edition);
    const channels = ["slack", "telegram", "irc", "signal", "discord", "none"];
    expect(channels.map((channel) => usualAccount(channel, policy) ?? "-")).toEqual(accounts);
    expect(channelAccess("none", "a", policy)).toBeUndefined();
  });
});

describe("whose groups an account has", () => {
  const lending: object = {
    channels: {
      telegram: { groups: { c: {} }, accounts: { Work: { groups: { W: {} } }, work: {} } },
      signal: { groups: { c: {} }, accounts: { a: { groups: {} } } },
      irc: { groups: { "#c": {} }, accounts: { a: { groups: {} }, b: { groups: {} } } },
      whatsapp: { groups: { c: {} }, accounts: { a: { groups: {} }, b: {} } },
      zalo: { groups: { c: {} }, accounts: { a: { groups: { own: {} } } } },
    },
  };

  it.each<readonly [edition: Edition, groups: readonly string[]]>([
    [
      "openclaw@2026.1.29",
      [
        "channels.telegram.accounts.Work.groups",
        "channels.telegram.accounts.Work.groups",
        "channels.signal.accounts.a.groups",
        "channels.irc.accounts.a.groups",
        "channels.whatsapp.accounts.a.groups",
        "channels.whatsapp.groups",
        "channels.zalo.accounts.a.groups",
      ],
    ],
    [
      "openclaw@2026.3.7",
      [
        "channels.telegram.groups",
        "channels.telegram.groups",
        "channels.signal.accounts.a.groups",
        "channels.irc.accounts.a.groups",
        "channels.whatsapp.accounts.a.groups",
        "channels.whatsapp.groups",
        "channels.zalo.accounts.a.groups",
      ],
    ],
    [
      "openclaw@2026.9.6",
      [
        "channels.telegram.groups",
        "channels.telegram.groups",
        "channels.signal.groups",
        "channels.irc.accounts.a.groups",
        "channels.whatsapp.accounts.a.groups",
        "channels.whatsapp.groups",
        "channels.zalo.accounts.a.groups",
      ],
    ],
    [
      "2026-11",
      [
        "channels.telegram.groups",
        "channels.telegram.accounts.Work.groups",
        "channels.signal.groups",
        "channels.irc.accounts.a.groups",
        "channels.whatsapp.accounts.a.groups",
        "channels.whatsapp.groups",
        "channels.zalo.accounts.a.groups",
      ],
    ],
  ])("under %s: its own, another's of nearly its name, or its channel's", (edition, groups) => {
    const policy = uncheckedPolicy({ ...lending }, edition);
    const found = ([channel, account]: readonly [string, string]) => {
      const access = channelAccess(channel, account, policy);
      return access?.groups?.path ?? access?.places?.path;
    };
    const asked = [
      ["telegram", "work"],
      ["telegram", "Work"],
      ["signal", "a"],
      ["irc", "a"],
      ["whatsapp", "a"],
      ["whatsapp", "b"],
      ["zalo", "a"],
    ] as const;
    expect(asked.map(found)).toEqual(groups);
  });
});

describe("which of two accounts of nearly one name is meant", () => {
  it.each(["work", "WORK", "Work"])("by %s: the first of them", (asked) => {
    const config: ConfigInput = { channels: { signal: { accounts: { Work: {}, WORK: {} } } } };
    const access = channelAccess("signal", asked, uncheckedPolicy(config, "openclaw@2026.2.23"));
    expect(access?.path).toBe("channels.signal.accounts.Work");
  });
});

describe("the groups of a config", () => {
  it("are a channel's own and those of its accounts, servers and rooms, each with its place", () => {
    const written: object = {
      channels: {
        defaults: { groups: { x: {} } },
        telegram: { groups: { "-1": {} }, accounts: { work: { groups: { "-2": {} } } } },
        discord: { guilds: { "9": { channels: { "30": {} } } } },
        irc: {},
      },
    };
    expect(configuredGroups({ ...written }).map(({ channel, path }) => `${channel} ${path}`)).toEqual([
      'telegram channels.telegram.groups["-1"]',
      'telegram channels.telegram.accounts.work.groups["-2"]',
      'discord channels.discord.guilds["9"]',
      'discord channels.discord.guilds["9"].channels["30"]',
    ]);
  });
});
