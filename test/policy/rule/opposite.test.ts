import { describe, expect, it } from "vitest";
import type { RuleListConfig } from "../../../src/config/config.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import { compileQmdScope } from "../../../src/policy/memory/qmd-scope.ts";
import { opposite } from "../../../src/policy/rule/opposite.ts";
import { noFacts, type RuleFacts } from "../../../src/policy/rule/rule-facts.ts";
import { compileRuleList, fullReading, type RuleList } from "../../../src/policy/rule/rule-list.ts";
import { traceRules } from "../../../src/policy/rule/trace.ts";

const group: RuleFacts = {
  ...noFacts,
  rawKey: "agent:main:irc:group:1",
  scopedKey: "irc:group:1",
  channel: "irc",
  chatType: "group",
};
const quiet: RuleFacts = { ...noFacts, rawKey: "global", scopedKey: "" };

type Rules = NonNullable<RuleListConfig["rules"]>;
type Action = Rules[number]["action"];

const allow = (match: Rules[number]["match"] = {}) => ({ action: "allow", match }) as const;
const deny = (match: Rules[number]["match"] = {}) => ({ action: "deny", match }) as const;

/** Every smallest set of changes, each with its choices, of which one is enough: `0.action=allow | 0.match.channel`. */
function ways(list: RuleList, byDefault: Action, facts: RuleFacts, answer: Action): readonly string[] {
  return opposite({ list, byDefault }, facts, answer).map((changes) =>
    changes
      .map((choice) =>
        choice
          .map(({ setting, to }) => {
            const place = setting.replace(/^[a-z.]+(?:\.rules\[(\d)\])?\./, (_, index = "") =>
              index === "" ? "" : `${String(index)}.`,
            );
            return to === undefined ? place : `${place}=${String(to)}`;
          })
          .join(" | "),
      )
      .join(" & "),
  );
}

describe("what would turn the answer of a list in which any deny beats every allow", () => {
  const reading = fullReading(behavioursOf("2026-11"));
  it.each<readonly [string, Rules, Action, RuleFacts, Action, readonly string[]]>([
    [
      "a deny that matches, by its action or any of its fields",
      [deny({ channel: "irc", chatType: "group" })],
      "allow",
      group,
      "deny",
      ["0.action=allow | 0.match.channel | 0.match.chatType"],
    ],
    [
      "the same where an allow matches, too, which is left as it is",
      [allow({ channel: "irc" }), deny({ chatType: "group" })],
      "deny",
      group,
      "deny",
      ["1.action=allow | 1.match.chatType"],
    ],
    [
      "by default denied, the default and whatever denies, or what allows instead",
      [deny({ channel: "irc" }), allow({ channel: "slack" })],
      "deny",
      group,
      "deny",
      ["0.match.channel & default=allow", "0.match.channel & 1.match.channel=irc", "0.action=allow"],
    ],
    [
      "each of two denies that match",
      [deny({ channel: "irc" }), deny({ chatType: "group" })],
      "deny",
      group,
      "deny",
      [
        "0.match.channel & 1.match.chatType & default=allow",
        "0.action=allow & 1.action=allow | 1.match.chatType",
        "1.action=allow & 0.action=allow | 0.match.channel",
      ],
    ],
    [
      "a deny for want of a fact, which allows nothing by its action alone",
      [deny({ account: "work" })],
      "deny",
      group,
      "deny",
      ["0.action=allow & default=allow", "0.action=allow & 0.match.account=*"],
    ],
    [
      "a deny that asks for nothing, by its action alone",
      [deny(), allow({ channel: "slack" })],
      "deny",
      group,
      "deny",
      ["0.action=allow"],
    ],
    [
      "allowed by default, any rule that could deny, and the default",
      [deny({ channel: "slack" }), allow({ channel: "discord" })],
      "allow",
      group,
      "allow",
      ["0.match.channel=irc", "1.action=deny & 1.match.channel=irc", "default=deny"],
    ],
    [
      "an allow that matches, and the default behind it",
      [allow({ channel: "irc" })],
      "allow",
      group,
      "allow",
      ["0.action=deny", "0.match.channel & default=deny"],
    ],
    [
      "an allow that matches, where the default denies",
      [allow({ channel: "irc" })],
      "deny",
      group,
      "allow",
      ["0.action=deny", "0.match.channel"],
    ],
    [
      "an allow that asks for nothing, and nothing behind it",
      [allow()],
      "allow",
      group,
      "allow",
      ["0.action=deny"],
    ],
    [
      "beginnings of the key, by the whole one",
      [deny({ keyPrefix: "slack:" }), deny({ rawKeyPrefix: "agent:work:" })],
      "allow",
      group,
      "allow",
      [
        "0.match.keyPrefix=agent:main:irc:group:1",
        "1.match.rawKeyPrefix=agent:main:irc:group:1",
        "default=deny",
      ],
    ],
  ])("%s", (_, rules, byDefault, facts, answer, expected) => {
    const list = compileRuleList({ default: byDefault, rules }, "list", reading, "deny-overrides");
    expect(ways(list, byDefault, facts, answer)).toEqual(expected);
  });
});

describe("what would turn the answer of a list of which the first match decides", () => {
  const behaviours = behavioursOf("openclaw@2026.3.7");
  it.each<readonly [string, Rules, Action, RuleFacts, Action, readonly string[]]>([
    [
      "what matches, or the default behind it",
      [allow({ channel: "irc" })],
      "allow",
      group,
      "allow",
      ["0.action=deny", "0.match.channel & default=deny"],
    ],
    [
      "what matches, where the next that does says otherwise; none behind that counts",
      [allow({ channel: "irc" }), deny({ chatType: "group" }), deny({ channel: "slack" })],
      "allow",
      group,
      "allow",
      ["0.action=deny", "0.match.channel"],
    ],
    [
      "one that comes before, too",
      [deny({ channel: "slack" }), allow({ channel: "irc" })],
      "allow",
      group,
      "allow",
      ["1.action=deny", "0.match.channel=irc", "1.match.channel & default=deny"],
    ],
    [
      "one that comes behind, if what matches no longer does",
      [allow({ channel: "irc" }), deny({ channel: "slack" })],
      "allow",
      group,
      "allow",
      ["0.action=deny", "0.match.channel & 1.match.channel=irc", "0.match.channel & default=deny"],
    ],
    [
      "but none that comes behind where the default says so then",
      [allow({ channel: "irc" }), deny({ channel: "slack" })],
      "deny",
      group,
      "allow",
      ["0.action=deny", "0.match.channel"],
    ],
    [
      "one that comes before, where the default says so then",
      [deny({ channel: "slack" }), allow({ channel: "irc" })],
      "deny",
      group,
      "allow",
      ["1.action=deny", "0.match.channel=irc", "1.match.channel"],
    ],
    [
      "what matches without asking for anything, by its action alone",
      [allow(), deny({ channel: "slack" })],
      "allow",
      group,
      "allow",
      ["0.action=deny"],
    ],
    [
      "an answer of no",
      [deny({ channel: "irc" })],
      "deny",
      group,
      "deny",
      ["0.action=allow", "0.match.channel & default=allow"],
    ],
    [
      "beginnings of the key, by what they are compared with",
      [deny({ keyPrefix: "slack:" }), deny({ keyPrefix: "agent:work:" }), deny({ rawKeyPrefix: "x" })],
      "allow",
      group,
      "allow",
      [
        "0.match.keyPrefix=irc:group:1",
        "1.match.keyPrefix=agent:main:irc:group:1",
        "2.match.rawKeyPrefix=agent:main:irc:group:1",
        "default=deny",
      ],
    ],
    [
      "what is not known, by asking for it no more",
      [deny({ channel: "irc" }), deny({ keyPrefix: "irc:" })],
      "allow",
      quiet,
      "allow",
      ["0.match.channel=null", "1.match.keyPrefix=null", "default=deny"],
    ],
  ])("%s", (_, rules, byDefault, facts, answer, expected) => {
    const list = compileQmdScope({ default: byDefault, rules }, behaviours);
    expect(ways(list, byDefault, facts, answer)).toEqual(expected);
  });

  it("is told with what each rule was held against", () => {
    const rules = [
      deny({ keyPrefix: "slack:", rawKeyPrefix: "agent:main:" }),
      deny({ keyPrefix: "agent:work:" }),
      allow({ channel: "irc" }),
    ];
    const list = compileQmdScope({ rules }, behaviours);
    const decisive = list.rules[2]?.reference;
    const of = (at: number, action: Action) => ({ ...list.rules[at]?.reference, action });
    expect(traceRules({ list, byDefault: "deny" }, group, "allow", decisive)).toMatchObject({
      facts: {
        rawKey: "agent:main:irc:group:1",
        scopedKey: "irc:group:1",
        channel: "irc",
        chatType: "group",
      },
      rules: [
        {
          ...of(0, "deny"),
          matched: false,
          decisive: false,
          fields: [
            { field: "keyPrefix", asked: "slack:", found: "irc:group:1", matched: false },
            { field: "rawKeyPrefix", asked: "agent:main:", found: "agent:main:irc:group:1", matched: true },
          ],
        },
        {
          ...of(1, "deny"),
          matched: false,
          decisive: false,
          fields: [
            { field: "keyPrefix", asked: "agent:work:", found: "agent:main:irc:group:1", matched: false },
          ],
        },
        {
          ...of(2, "allow"),
          matched: true,
          decisive: true,
          fields: [{ field: "channel", asked: "irc", found: "irc", matched: true }],
        },
      ],
    });
  });
});
