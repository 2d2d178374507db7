import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSend } from "../../../src/analysis/compare/send.ts";
import type { MatchConfig, RuleListConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { evaluateSend, type SendRequest } from "../../../src/policy/send/send.ts";
import { expectAgreement } from "./oracle.ts";
import { isWanting } from "../../../src/analysis/representative/sessions.ts";
import { byKeyAndChat, ruleLists, sessions } from "./rule-arbitraries.ts";

describe("compareSend", () => {
  it.each<[Edition, boolean, readonly SendRequest[]]>([
    ["2026-11", true, sessions],
    ["openclaw@2026.9.6", false, byKeyAndChat],
    ["openclaw@2026.3.7", false, byKeyAndChat],
    ["openclaw@2026.2.9", false, byKeyAndChat],
  ])("agrees with a search of every session under %s", (edition, extended, universe) => {
    const groupScope = extended
      ? fc.constantFrom(undefined, undefined, "main" as const)
      : fc.constant(undefined);
    const configs = fc
      .record({ sendPolicy: ruleLists(extended), groupScope })
      .map(({ sendPolicy, groupScope }) => ({ session: { sendPolicy, ...(groupScope && { groupScope }) } }));
    expectAgreement(configs, edition, universe, {
      compare: compareSend,
      decide: evaluateSend,
      loosens: (before, after) => !before.allowed && after.allowed,
      wants: isWanting,
    });
  });

  const deny = (match: MatchConfig): RuleListConfig => ({ rules: [{ action: "deny", match }] });

  it.each<
    [
      string,
      RuleListConfig | undefined,
      RuleListConfig | undefined,
      string,
      string | undefined,
      string | undefined,
    ]
  >([
    [
      "the same twice",
      deny({ channel: "irc" }),
      deny({ channel: "irc" }),
      "equivalent",
      undefined,
      undefined,
    ],
    ["a default that is written", undefined, { default: "allow" }, "equivalent", undefined, undefined],
    [
      "the same in another order",
      {
        rules: [
          ...(deny({ channel: "irc" }).rules ?? []),
          ...(deny({ peer: "7", channel: "x" }).rules ?? []),
        ],
      },
      {
        rules: [
          ...(deny({ peer: "7", channel: "x" }).rules ?? []),
          ...(deny({ channel: "irc" }).rules ?? []),
        ],
      },
      "equivalent",
      undefined,
      undefined,
    ],
    [
      "a rule within another",
      deny({ channel: "irc" }),
      {
        rules: [
          ...(deny({ channel: "irc" }).rules ?? []),
          ...(deny({ channel: "irc", chatType: "group" }).rules ?? []),
        ],
      },
      "equivalent",
      undefined,
      undefined,
    ],
    [
      "every chat type in place of none",
      deny({ channel: "irc" }),
      deny({ channel: "irc", chatType: "*" }),
      "equivalent",
      undefined,
      undefined,
    ],
    ["a rule more", undefined, deny({ channel: "irc" }), "stricter", "agent:x:irc:group:x", undefined],
    [
      "a rule that asks for more",
      deny({ channel: "irc" }),
      deny({ channel: "irc", chatType: "group" }),
      "looser",
      undefined,
      "agent:x:irc:direct:x",
    ],
    [
      "a longer beginning",
      deny({ keyPrefix: "irc:group:" }),
      deny({ keyPrefix: "irc:group:7:" }),
      "looser",
      undefined,
      "agent:x:irc:group:x",
    ],
    [
      "another channel",
      deny({ channel: "irc" }),
      deny({ channel: "slack" }),
      "incomparable",
      "agent:x:slack:group:x",
      "agent:x:irc:group:x",
    ],
  ])("tells what becomes of %s", (_, before, after, verdict, stricter, looser) => {
    const policyOf = (sendPolicy: RuleListConfig | undefined) =>
      parsePolicy({ session: sendPolicy ? { sendPolicy } : {} }, { edition: "2026-11" });
    const comparison = compareSend(policyOf(before), policyOf(after));
    expect(comparison).toMatchObject({ verdict, exact: true });
    expect(comparison.stricter?.request.key).toBe(stricter);
    expect(comparison.looser?.request.key).toBe(looser);
  });

  it("knows that rules about account, peer, agent and thread can be evaded by what a host tells", () => {
    const rules = (channel: string): RuleListConfig => deny({ channel, peer: "7" });
    const policies = ["irc", "slack"].map((channel) =>
      parsePolicy({ session: { sendPolicy: rules(channel) } }, { edition: "2026-11" }),
    );
    const [from, to] = policies;
    expect(from && to && compareSend(from, to).verdict).toBe("incomparable");
  });

  it("proves nothing where two editions read keys differently, and shows what it finds", () => {
    const sendPolicy = deny({ chatType: "direct" });
    const [from, to] = (["openclaw@2026.3.7", "2026-11"] as const).map((edition) =>
      parsePolicy({ session: { sendPolicy } }, { edition }),
    );
    const comparison = from && to && compareSend(from, to);
    expect(comparison).toMatchObject({ stricter: { from: { allowed: true }, to: { allowed: false } } });
    expect(comparison?.exact).toBe(comparison?.verdict === "incomparable");
  });
});
