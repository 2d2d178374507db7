import { describe, expect, it } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { checkAccess } from "../../../src/policy/access/check.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** What is found in a config, as people read it, though the edition would refuse it. */
function sentences(config: object, edition: Edition): readonly string[] {
  const issues = checkAccess({ ...uncheckedPolicy({}, edition), config: config as Config });
  return issues.map(
    ({ severity, code, path, message, hint }) => `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
  );
}

describe("what is said of a config about access", () => {
  it.each<readonly [of: string, channels: object, edition: Edition, said: readonly string[]]>([
    [
      "an open door that its list contradicts",
      { irc: { dmPolicy: "open", allowFrom: ["a"] } },
      "2026-11",
      [
        'error open-without-star channels.irc.dmPolicy: is open, but allowFrom does not list everybody (write allowFrom: ["*"], or `allowlist`)',
      ],
    ],
    [
      "the same to a release",
      { telegram: { dmPolicy: "open", allowFrom: ["1"] } },
      "openclaw@2026.9.6",
      [
        'warning open-without-star channels.telegram.dmPolicy: is open, but allowFrom does not list everybody (write allowFrom: ["*"], or `allowlist`)',
      ],
    ],
    [
      "the section of a channel that has it there",
      { matrix: { dm: { policy: "open", allowFrom: ["a"] } } },
      "2026-11",
      [
        'error open-without-star channels.matrix.dm.policy: is open, but allowFrom does not list everybody (write allowFrom: ["*"], or `allowlist`)',
      ],
    ],
    [
      "a list of nobody",
      { irc: { dmPolicy: "allowlist" } },
      "2026-11",
      [
        "warning nobody-listed channels.irc.allowFrom: lists nobody, so nobody may write (list who may write, or write another `dmPolicy`)",
      ],
    ],
    [
      "a list of nobody in a section",
      { matrix: { dm: { policy: "allowlist" } } },
      "2026-11",
      [
        "warning nobody-listed channels.matrix.dm.allowFrom: lists nobody, so nobody may write (list who may write, or write another `policy`)",
      ],
    ],
    [
      "pairing that never happens",
      { irc: { allowFrom: [" * "] } },
      "2026-11",
      [
        'warning inert-pairing channels.irc.allowFrom: lets everybody in, so nobody is ever paired (leave out "*", or write dmPolicy: "open")',
      ],
    ],
    [
      "pairing that never happens, on an account",
      { irc: { accounts: { a: { dmPolicy: "pairing", allowFrom: ["*"] } } } },
      "2026-11",
      [
        'warning inert-pairing channels.irc.accounts.a.allowFrom: lets everybody in, so nobody is ever paired (leave out "*", or write dmPolicy: "open")',
      ],
    ],
    [
      "a name among numbers",
      { telegram: { allowFrom: ["@ann"] } },
      "2026-11",
      [
        "warning not-a-telegram-id channels.telegram.allowFrom[0]: \"@ann\" matches nobody: Telegram's lists take numeric ids (write the sender's numeric id)",
      ],
    ],
    [
      "a group among people",
      { telegram: { accounts: { a: { groupAllowFrom: [-5] } } } },
      "2026-11",
      [
        'warning not-a-telegram-id channels.telegram.accounts.a.groupAllowFrom[0]: "-5" matches nobody: Telegram\'s lists take people (list the group under `channels.telegram.groups`)',
      ],
    ],
    [
      "a name in a group's list",
      { telegram: { groups: { "-1": { allowFrom: ["x"] } }, groupPolicy: "open" } },
      "2026-11",
      [
        'warning not-a-telegram-id channels.telegram.groups["-1"].allowFrom[0]: "x" matches nobody: Telegram\'s lists take numeric ids (write the sender\'s numeric id)',
      ],
    ],
    [
      "an access group that there is not",
      { irc: { dm: { allowFrom: ["accessGroup:ops"] } } },
      "2026-11",
      [
        'error unknown-access-group channels.irc.dm.allowFrom[0]: there is no access group "ops" (write it under `accessGroups`)',
      ],
    ],
    [
      "groups that answer nobody",
      { signal: { groups: { "*": {} } } },
      "2026-11",
      [
        'warning nobody-listed channels.signal.groupAllowFrom: lists nobody, so nobody in a group gets an answer (list who may write in groups, or write `groupPolicy: "open"`)',
      ],
    ],
    [
      "groups of an account that answer nobody",
      { signal: { accounts: { a: { groups: { g: {} } } } } },
      "2026-11",
      [
        'warning nobody-listed channels.signal.accounts.a.groupAllowFrom: lists nobody, so nobody in a group gets an answer (list who may write in groups, or write `groupPolicy: "open"`)',
      ],
    ],
    [
      "approvals by nobody",
      { irc: { execApprovals: { enabled: true } } },
      "2026-11",
      [
        "warning no-approvers channels.irc.execApprovals.approvers: names nobody who could approve (list who may approve)",
      ],
    ],
    [
      "approvals by an empty list",
      { irc: { execApprovals: { enabled: true, approvers: [] } } },
      "2026-11",
      [
        "warning no-approvers channels.irc.execApprovals.approvers: names nobody who could approve (list who may approve)",
      ],
    ],
    [
      "an open door of a channel, once and not of its accounts",
      { irc: { dmPolicy: "open", allowFrom: ["a"], accounts: { a: {} } } },
      "2026-11",
      [
        'error open-without-star channels.irc.dmPolicy: is open, but allowFrom does not list everybody (write allowFrom: ["*"], or `allowlist`)',
      ],
    ],
    [
      "what is no id of Telegram's, and whether it is that of a group",
      { telegram: { allowFrom: ["-100", "x-1", "-1x"] } },
      "2026-11",
      [
        'warning not-a-telegram-id channels.telegram.allowFrom[0]: "-100" matches nobody: Telegram\'s lists take people (list the group under `channels.telegram.groups`)',
        "warning not-a-telegram-id channels.telegram.allowFrom[1]: \"x-1\" matches nobody: Telegram's lists take numeric ids (write the sender's numeric id)",
        "warning not-a-telegram-id channels.telegram.allowFrom[2]: \"-1x\" matches nobody: Telegram's lists take numeric ids (write the sender's numeric id)",
      ],
    ],
    [
      "the entry of all groups, which lists no group by its id and so admits no members",
      { telegram: { groups: { "*": {} } } },
      "openclaw@2026.9.6",
      [
        'warning nobody-listed channels.telegram.groupAllowFrom: lists nobody, so nobody in a group gets an answer (list who may write in groups, or write `groupPolicy: "open"`)',
      ],
    ],
  ])("of %s", (_, channels, edition, said) => {
    expect(sentences({ channels }, edition)).toEqual(said);
  });

  it.each<readonly [of: string, channels: object, edition: Edition]>([
    ["an open door to everybody", { irc: { dmPolicy: "open", allowFrom: ["*"] } }, "2026-11"],
    [
      "an account that takes everything from its channel",
      { irc: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: {} } } },
      "2026-11",
    ],
    ["numbers", { telegram: { allowFrom: ["tg:1", 2, " 3 "] } }, "2026-11"],
    ["everybody on Telegram", { telegram: { dmPolicy: "open", allowFrom: ["*"] } }, "2026-11"],
    ["strangers who are to be paired", { irc: { dmPolicy: "pairing" } }, "2026-11"],
    ["a group whose members a release admits", { telegram: { groups: { "-1": {} } } }, "openclaw@2026.9.6"],
    ["names on other channels", { irc: { allowFrom: ["@ann"] } }, "2026-11"],
    ["names to a release", { telegram: { allowFrom: ["@ann"] } }, "openclaw@2026.9.6"],
    ["approvals that are off", { irc: { execApprovals: { enabled: false } } }, "2026-11"],
    ["approvals by somebody", { irc: { execApprovals: { enabled: true, approvers: ["1"] } } }, "2026-11"],
    ["groups that list somebody", { signal: { groupAllowFrom: ["+1"], groups: { g: {} } } }, "2026-11"],
  ])("nothing of %s", (_, channels, edition) => {
    expect(sentences({ channels }, edition)).toEqual([]);
  });

  it("of access groups, whether there is one, and of what kind", () => {
    const channels = { irc: { allowFrom: ["accessGroup:ops", "accessGroup:oops", "accessGroup:friends"] } };
    const ofType = (type: string) => ({ type, members: {} });
    const accessGroups = {
      ops: ofType("message.senders"),
      friends: ofType("message.sender"),
      others: ofType("people"),
    };
    expect(sentences({ channels, accessGroups }, "2026-11")).toEqual([
      'error unknown-access-group channels.irc.allowFrom[1]: there is no access group "oops" (one of ops, friends, others)',
      'error unknown-value accessGroups.friends.type: "message.sender" is not a kind of access group (did you mean `message.senders`?)',
    ]);
    expect(sentences({ channels, accessGroups }, "openclaw@2026.9.6")).toEqual([]);
  });
});
