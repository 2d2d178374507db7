import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

function issues(config: ConfigInput) {
  const parsed = safeParsePolicy(config, { edition: "2026-11" });
  // What daily resets lack is told of every config here.
  const found = (parsed.ok ? parsed.warnings : parsed.issues).filter(
    ({ path }) => !path.startsWith("session"),
  );
  return found.map(({ severity, code, path, hint }) => `${severity} ${code} ${path} (${hint ?? ""})`);
}

describe("what is found about access when a config is read", () => {
  it.each<readonly [string, ConfigInput["channels"], readonly string[]]>([
    ["nothing where it is sound", { irc: { dmPolicy: "open", allowFrom: ["*"] } }, []],
    [
      "an open policy that its list contradicts",
      { irc: { dmPolicy: "open", allowFrom: ["a"] } },
      ['error open-without-star channels.irc.dmPolicy (write allowFrom: ["*"], or `allowlist`)'],
    ],
    [
      "an account that opens, with its channel's list",
      { irc: { allowFrom: ["a"], accounts: { work: { dmPolicy: "open" } } } },
      [
        'error open-without-star channels.irc.accounts.work.dmPolicy (write allowFrom: ["*"], or `allowlist`)',
      ],
    ],
    [
      "pairing that never happens",
      { whatsapp: { dmPolicy: "pairing", allowFrom: ["*"] } },
      ['warning inert-pairing channels.whatsapp.allowFrom (leave out "*", or write dmPolicy: "open")'],
    ],
    [
      "names where Telegram has numbers",
      {
        telegram: {
          allowFrom: ["tg:1", "@alice"],
          groups: { "-1": { topics: { "3": { allowFrom: ["bob"] } } } },
        },
      },
      [
        "warning not-a-telegram-id channels.telegram.allowFrom[1] (write the sender's numeric id)",
        'warning not-a-telegram-id channels.telegram.groups["-1"].topics["3"].allowFrom[0] (write the sender\'s numeric id)',
      ],
    ],
    [
      "a group among the people of Telegram",
      { telegram: { groupPolicy: "allowlist", groupAllowFrom: ["-1001234567890"] } },
      [
        "warning not-a-telegram-id channels.telegram.groupAllowFrom[0] (list the group under `channels.telegram.groups`)",
      ],
    ],
    [
      "an access group that does not exist",
      { irc: { groupAllowFrom: ["accessGroup:opps"] } },
      ["error unknown-access-group channels.irc.groupAllowFrom[0] (one of ops, friends)"],
    ],
    [
      "an allow list without anybody on it",
      {
        irc: { dmPolicy: "allowlist", accounts: { a: { allowFrom: ["ann"] }, b: { dmPolicy: "allowlist" } } },
      },
      [
        "warning nobody-listed channels.irc.allowFrom (list who may write, or write another `dmPolicy`)",
        "warning nobody-listed channels.irc.accounts.b.allowFrom (list who may write, or write another `dmPolicy`)",
      ],
    ],
    [
      "groups in which no list names anybody",
      { irc: { groups: { "#a": { requireMention: true } } } },
      [
        'warning nobody-listed channels.irc.groupAllowFrom (list who may write in groups, or write `groupPolicy: "open"`)',
      ],
    ],
    [
      "groups that have lists of their own",
      { irc: { groups: { "#a": { allowFrom: ["ann"] } }, accounts: { b: { groupPolicy: "open" } } } },
      [],
    ],
    [
      "approvals that nobody gives",
      { irc: { execApprovals: { enabled: true } } },
      ["warning no-approvers channels.irc.execApprovals.approvers (list who may approve)"],
    ],
  ])("%s", (_, channels, expected) => {
    const accessGroups = { ops: { type: "message.senders" }, friends: { type: "message.senders" } };
    expect(issues({ accessGroups, channels })).toEqual(expected);
  });

  it.each<readonly [string, ConfigInput["channels"], readonly string[]]>([
    [
      "an open policy that its list contradicts",
      { telegram: { dmPolicy: "open", allowFrom: ["1"] } },
      ["open-without-star channels.telegram.dmPolicy"],
    ],
    [
      "pairing that never happens",
      { whatsapp: { dmPolicy: "pairing", allowFrom: ["*"] } },
      ["inert-pairing channels.whatsapp.allowFrom"],
    ],
    ["nothing of what each release reads in its own way", { telegram: { allowFrom: ["@alice"] } }, []],
  ])("is told of a release, too, which loads it: %s", (_, channels, expected) => {
    const parsed = safeParsePolicy({ channels }, { edition: "openclaw@2026.9.6" });
    const warnings = (parsed.ok ? parsed.warnings : []).filter(({ path }) => path.startsWith("channels"));
    expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });
});
