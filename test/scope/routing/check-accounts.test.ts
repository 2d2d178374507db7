import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { normalizeAccountId } from "../../../src/identity/account-id.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import { checkAccounts } from "../../../src/scope/routing/check-accounts.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function told(config: ConfigInput, edition: Edition = "2026-11"): readonly string[] {
  const { ok, warnings, issues } = safeParsePolicy(config, { edition, timeZone: "UTC" });
  return (ok ? warnings : issues)
    .filter(({ code }) => code === "unknown-account")
    .map(({ severity, path, message, hint }) => `${severity} ${path}: ${message} (${hint})`);
}

const everyEdition = ["openclaw@2026.1.29", "openclaw@2026.3.13", "openclaw@2026.9.6", "2026-11"] as const;
const bound = (accountId: string, channel = "slack") => [{ agentId: "main", match: { channel, accountId } }];
const nobodys = (account: string, known: string, hint = `one of ${known}`) => [
  `warning bindings[0].match.accountId: slack has no account "${account}", only ${known}: no messages come through it (${hint})`,
];

describe("a binding for an account", () => {
  it.each<readonly [string, ConfigInput, readonly string[]]>([
    ["that is listed", { channels: { slack: { accounts: { work: {} } } }, bindings: bound("work") }, []],
    [
      "that is not",
      { channels: { slack: { accounts: { work: {}, home: {} } } }, bindings: bound("oc_test") },
      nobodys("oc_test", "work, home"),
    ],
    [
      "that is nearly one",
      { channels: { slack: { accounts: { support: {} } } }, bindings: bound("suport") },
      nobodys("suport", "support", "did you mean `support`?"),
    ],
    ["that every channel has which lists none", { channels: { slack: {} }, bindings: bound("default") }, []],
    [
      "of a channel that lists none",
      { channels: { slack: {} }, bindings: bound("work") },
      nobodys("work", "default"),
    ],
    [
      "of a channel that lists none in as many words",
      { channels: { slack: { accounts: {} } }, bindings: bound("work") },
      nobodys("work", "default"),
    ],
    [
      "of the bot beside the listed ones",
      { channels: { slack: { botToken: "b", accounts: { work: {} } } }, bindings: bound("default") },
      [],
    ],
    [
      "called default, of a channel that has no bot beside the listed ones",
      { channels: { slack: { accounts: { work: {} } } }, bindings: bound("default") },
      [
        'warning bindings[0].match.accountId: slack has no account "default", unless the environment provides it, only work: no messages come through it (one of work)',
      ],
    ],
    ["that means all", { channels: { slack: { accounts: { work: {} } } }, bindings: bound("*") }, []],
    ["of a channel that the config says nothing of", { channels: {}, bindings: bound("work") }, []],
    [
      "of a channel in other letters",
      { channels: { slack: { accounts: { work: {} } } }, bindings: bound("home", "Slack") },
      nobodys("home", "work"),
    ],
  ])("%s, under every edition", (_, config, expected) => {
    for (const edition of everyEdition)
      expect([edition, ...told(config, edition)]).toEqual([edition, ...expected]);
  });

  it.each<readonly [Edition, readonly string[]]>([
    // The bot's account is `work`, and bindings were compared as they are written.
    ["openclaw@2026.2.19", nobodys("Work", "work", "did you mean `work`?")],
    ["openclaw@2026.2.21", []],
    ["2026-11", []],
  ])("that is written in capitals in both places (%s)", (edition, expected) => {
    expect(
      told({ channels: { slack: { accounts: { Work: {} } } }, bindings: bound("Work") }, edition),
    ).toEqual(expected);
  });

  it.each<readonly [Edition, readonly string[]]>([
    ["openclaw@2026.9.6", []],
    ["2026-11", nobodys("my-shop", "My Shop", "did you mean `My Shop`?")],
  ])("that is written as its id (%s)", (edition, expected) => {
    expect(
      told({ channels: { slack: { accounts: { "My Shop": {} } } }, bindings: bound("my-shop") }, edition),
    ).toEqual(expected);
  });

  it("that routes nothing is nobody's to look at", () => {
    const bindings = [
      {
        type: "acp",
        agentId: "main",
        match: { channel: "slack", accountId: "x", peer: { kind: "channel", id: "C1" } },
      },
    ] as const;
    expect(told({ channels: { slack: {} }, bindings }, "openclaw@2026.9.6")).toEqual([]);
  });
});

describe("an account in other places", () => {
  it("of a channel's default", () => {
    const channels = { telegram: { accounts: { work: {} }, defaultAccount: "home" } };
    for (const edition of ["openclaw@2026.9.6", "2026-11"] as const)
      expect(told({ channels }, edition)).toEqual([
        'warning channels.telegram.defaultAccount: telegram has no account "home", only work: no messages come through it (one of work)',
      ]);
    expect(
      told(
        { channels: { telegram: { accounts: { work: {} }, defaultAccount: "Work" } } },
        "openclaw@2026.9.6",
      ),
    ).toEqual([]);
  });

  it("of rules, with a channel and without", () => {
    const channels = { slack: { accounts: { work: {} } }, telegram: {} };
    const rule = (match: object) => ({ action: "deny" as const, match });
    const rules = [
      rule({ channel: "slack", account: "home" }),
      rule({ account: "shop" }),
      rule({ account: "work" }),
    ];
    const scope = { default: "allow" as const, rules: [rule({ channel: "telegram", account: "work" })] };
    expect(
      told({
        channels,
        session: { sendPolicy: { default: "allow", rules } },
        agents: { defaults: { memorySearch: { scope } } },
      }),
    ).toEqual([
      'warning session.sendPolicy.rules[0].match.account: slack has no account "home", only work: no messages come through it (one of work)',
      'warning session.sendPolicy.rules[1].match.account: no channel has account "shop", only work, default: no messages come through it (one of work, default)',
      'warning agents.defaults.memorySearch.scope.rules[0].match.account: telegram has no account "work", only default: no messages come through it (one of default)',
    ]);
    expect(told({ session: { sendPolicy: { default: "allow", rules } } })).toEqual([]);
  });
});

describe("what is said of bindings", () => {
  it("is that no account of the config reaches them, and each other one is reached", () => {
    const name = fc.constantFrom("work", "Work", "my shop", "default", "日本", "__proto__");
    const editions = fc.constantFrom<Edition>(
      "openclaw@2026.1.29",
      "openclaw@2026.2.21",
      "openclaw@2026.9.6",
      "2026-11",
    );
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(editions, fc.uniqueArray(name, { maxLength: 3 }), name, (edition, names, accountId) => {
        const accounts = Object.fromEntries(names.map((each) => [each, {}]));
        const policy = uncheckedPolicy(
          { channels: { slack: { accounts } }, bindings: bound(accountId) },
          edition,
        );
        const ids =
          names.length === 0
            ? ["default"]
            : Object.keys(accounts).map((each) => normalizeAccountId(each, policy.behaviours));
        const reached = ids.some((account) => {
          const inbound = { channel: "slack", chatType: "channel", peer: "C1", account } as const;
          const session = resolveSession(inbound, policy);
          return session.ok && session.matchedBy === "binding.account";
        });
        seen.add(reached);
        expect(checkAccounts(policy).length === 0).toBe(reached);
      }),
      { numRuns: runs },
    );
    expect(seen.size).toBe(2);
  });
});
