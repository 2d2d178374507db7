import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noFacts, type KeyForms, type RuleFacts } from "../../../src/policy/rule/rule-facts.ts";
import { factFields, ofEachFact } from "../../../src/config/rule-fields.ts";
import { indexRules } from "../../../src/policy/rule/rule-index.ts";
import { compileRules, rankRules } from "../../../src/policy/rule/matcher.ts";
import {
  keyDemands,
  matchesKey,
  type KeyForm,
  type Rule,
  type RuleAction,
} from "../../../src/policy/rule/rule.ts";
import { compileUntoldDenials } from "../../../src/policy/rule/untold.ts";
import { toldAs } from "../../../src/policy/session-facts.ts";
import { scanRules } from "./scan-rules.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);
const words = fc.constantFrom("a", "b", "__proto__");
const keys = fc.string({ unit: fc.constantFrom("a", "b", ":", "\u{1F600}", "\uD800"), maxLength: 6 });

const maybe = fc.option(words, { nil: undefined });
const facts = ofEachFact(() => maybe);
const keyForms: fc.Arbitrary<KeyForms> = fc.record({ rawKey: keys, scopedKey: keys });
/** Sessions of one key: what is kept with a key must hold for all of them. */
const sessionsOfOneKey: fc.Arbitrary<readonly [RuleFacts, ...RuleFacts[]]> = fc
  .tuple(keyForms, fc.record(facts), fc.array(fc.record(facts), { maxLength: 3 }))
  .map(([key, first, others]) => [{ ...first, ...key }, ...others.map((other) => ({ ...other, ...key }))]);

const nothing: Rule["asks"] = { ...noFacts, keyPrefix: undefined, rawKeyPrefix: undefined };

function ruleAt(
  index: number,
  action: RuleAction,
  asks: Partial<Rule["asks"]>,
  keyPrefixOf: KeyForm = "either",
): Rule {
  const reference = { index, path: `rules[${index}]`, id: `rule-${index}` };
  return { action, asks: { ...nothing, ...asks }, keyPrefixOf, reference };
}

function of(key: string): KeyForms {
  return { rawKey: `r:${key}`, scopedKey: key };
}

const prefix = fc.option(keys, { nil: undefined });
const asks = fc.oneof(
  // Few rules that ask for many facts match, so that some ask for one.
  fc.tuple(fc.constantFrom(...factFields), words).map(([field, word]) => ({ [field]: word })),
  fc.record({ channel: maybe, chatType: maybe, keyPrefix: prefix }),
  fc.record({ ...facts, keyPrefix: prefix, rawKeyPrefix: prefix }),
);
const ruleLists = fc
  .array(
    fc.record({
      action: fc.constantFrom("allow", "deny"),
      asks,
      of: fc.constantFrom("raw", "scoped", "either"),
    }),
    { maxLength: 90, size: "max" },
  )
  .map((list) => list.map(({ action, asks, of }, index) => ruleAt(index, action, asks, of)));

describe("rankRules", () => {
  it.each([
    ["deny-overrides", [1, 3, 0, 2]],
    ["first-match", [0, 1, 2, 3]],
  ] as const)("%s", (precedence, expected) => {
    const actions = ["allow", "deny", "allow", "deny"] as const;
    const ranked = rankRules(
      actions.map((action, index) => ruleAt(index, action, {})),
      precedence,
    );
    expect(ranked.map(({ reference }) => reference.index)).toEqual(expected);
  });
});

describe("what both forms of a key must begin with for a rule to match, as alternatives", () => {
  it.each<readonly [string, Partial<Rule["asks"]>, KeyForm, readonly string[]]>([
    ["a rule that asks for nothing of the key", {}, "either", [" / "]],
    ["the whole key", { rawKeyPrefix: "agent:a" }, "either", ["agent:a / "]],
    ["either form", { keyPrefix: "irc:" }, "either", ["irc: / ", " / irc:"]],
    ["the whole one alone", { keyPrefix: "irc:" }, "raw", ["irc: / "]],
    ["the one without its agent alone", { keyPrefix: "irc:" }, "scoped", [" / irc:"]],
    [
      "two prefixes, of which the longer says it all",
      { keyPrefix: "agent:a:b", rawKeyPrefix: "agent:a" },
      "raw",
      ["agent:a:b / "],
    ],
    ["…whichever that is", { keyPrefix: "agent:", rawKeyPrefix: "agent:a" }, "raw", ["agent:a / "]],
    [
      "two prefixes that no text has, of two forms",
      { keyPrefix: "irc:", rawKeyPrefix: "agent:a" },
      "either",
      ["agent:a / irc:"],
    ],
    ["…of one form: never", { keyPrefix: "irc:", rawKeyPrefix: "agent:a" }, "raw", []],
    ["…that end alike: never", { keyPrefix: "a:a", rawKeyPrefix: "b:a:a" }, "raw", []],
    ["…whichever is longer", { keyPrefix: "b:a:a", rawKeyPrefix: "a:a" }, "raw", []],
  ])("%s", (_, asks, form, expected) => {
    const demands = keyDemands(ruleAt(0, "deny", asks, form));
    expect(demands.map(({ raw, scoped }) => `${raw} / ${scoped}`)).toEqual(expected);
  });
});

describe("compileRules", () => {
  it.each(["deny-overrides", "first-match"] as const)(
    "%s: names the rule that a scan names",
    (precedence) => {
      fc.assert(
        fc.property(ruleLists, sessionsOfOneKey, (rules, sessions) => {
          const match = compileRules(rules, precedence)(sessions[0]);
          for (const session of sessions)
            expect(match(session)).toBe(scanRules(rules, session, precedence === "first-match"));
        }),
        { numRuns },
      );
    },
  );

  it("an index of few rules names the rule that a scan names", () => {
    fc.assert(
      fc.property(ruleLists, sessionsOfOneKey, (rules, sessions) => {
        const match = indexRules(rules)(sessions[0]);
        for (const session of sessions) expect(match(session)).toBe(scanRules(rules, session, true));
      }),
      { numRuns },
    );
  });

  it("names the first deny rule that only unknown facts keep from matching, and those facts", () => {
    const untold = { value: () => undefined, keyPrefixOf: () => "either" as const };
    const differs = (rule: Rule, session: RuleFacts) =>
      factFields.some(
        (field) =>
          rule.asks[field] !== undefined &&
          rule.asks[field] !== session[field] &&
          (field === "thread" || session[field] !== undefined),
      );
    fc.assert(
      fc.property(ruleLists, sessionsOfOneKey, (rules, [session]) => {
        fc.pre(scanRules(rules, session, false)?.action !== "deny");
        const expected = rules.find(
          (rule) => rule.action === "deny" && matchesKey(rule, session) && !differs(rule, session),
        );
        const found = compileUntoldDenials(rules, { ...untold, deniesUntold: true })(session);
        expect(found?.rule).toBe(expected?.reference);
        expect(found?.missing).toEqual(
          expected &&
            factFields
              .filter((field) => expected.asks[field] !== undefined && session[field] === undefined)
              .map((field) => toldAs[field]),
        );
        expect(compileUntoldDenials(rules, { ...untold, deniesUntold: false })(session)).toBeUndefined();
      }),
      { numRuns },
    );
  });

  it.each<readonly [string, readonly Partial<Rule["asks"]>[], KeyForms, number | undefined]>([
    ["the first of two of one prefix", [{ keyPrefix: "a" }, { keyPrefix: "a" }], of("a"), 0],
    [
      "the first, though a longer prefix is found before it",
      [{ keyPrefix: "a" }, { keyPrefix: "ab" }],
      of("ab"),
      0,
    ],
    [
      "the first, though a shorter one is found after it",
      [{ keyPrefix: "ab" }, { keyPrefix: "a" }],
      of("ab"),
      0,
    ],
    [
      "the one that asks for less than others before it",
      [{ keyPrefix: "abc" }, { keyPrefix: "b" }, {}],
      of("ab"),
      2,
    ],
    ["none", [{ keyPrefix: "abc" }, { keyPrefix: "b" }], of("ab"), undefined],
    ["a prefix behind one that is not the key's", [{ keyPrefix: "aa" }, { keyPrefix: "a" }], of("ab"), 1],
    ["one whose fact is told", [{ channel: "y" }, { channel: "x" }], of("a"), 1],
    ["none whose fact is not told", [{ peer: "x" }, { account: "x" }], of("a"), undefined],
    [
      "one that asks for all that is told",
      [
        { channel: "x", peer: "1" },
        { channel: "x", chatType: "z" },
      ],
      of("a"),
      1,
    ],
  ])("an index finds %s", (_, asks, key, expected) => {
    const rules = asks.map((each, index) => ruleAt(index, "deny", each));
    const session = { ...nothing, channel: "x", chatType: "z" };
    expect(indexRules(rules)(key)(session)?.reference.index).toBe(expected);
  });

  it("finds the one rule in ten thousand", () => {
    const rules = Array.from({ length: 10_000 }, (_, index) =>
      ruleAt(index, "deny", { keyPrefix: `room-${index}:` }),
    );
    const matcherOf = compileRules(rules, "deny-overrides");
    const match = (session: RuleFacts) => matcherOf(session)(session);
    const session = { ...nothing, rawKey: "" };
    expect(match({ ...session, scopedKey: "room-7777:x" })?.reference.id).toBe("rule-7777");
    expect(match({ ...session, scopedKey: "room-77777:x" })).toBeUndefined();
  });
});

describe("every policy of up to two rules over two channels, two chat types and short prefixes", () => {
  const optional = <Value>(values: readonly Value[]) => [undefined, ...values];
  const prefixes = ["a", "b", "aa", "ab", "ba", "bb"];
  const matches = optional(["x", "y"]).flatMap((channel) =>
    optional(["direct", "group"]).flatMap((chatType) =>
      optional(prefixes).map((keyPrefix) => ({ channel, chatType, keyPrefix })),
    ),
  );
  const choices = (["allow", "deny"] as const).flatMap((action) => matches.map((asks) => ({ action, asks })));
  const sessions: readonly RuleFacts[] = optional(["x", "y"]).flatMap((channel) =>
    optional(["direct", "group"]).flatMap((chatType) =>
      ["", "a", "aa", "ab:", "b", "ba", "bb:"].map((scopedKey) => ({
        ...nothing,
        channel,
        chatType,
        rawKey: `r:${scopedKey}`,
        scopedKey,
      })),
    ),
  );

  function differences(rules: readonly Rule[]): number {
    const index = indexRules([
      ...rules.filter(({ action }) => action === "deny"),
      ...rules.filter(({ action }) => action === "allow"),
    ]);
    return sessions.filter((session) => index(session)(session) !== scanRules(rules, session, false)).length;
  }

  it("is decided by the index as by a scan, rule included", () => {
    let policies = 1;
    let different = differences([]);
    for (const first of choices) {
      const one = ruleAt(0, first.action, first.asks);
      different += differences([one]);
      policies += 1;
      for (const second of choices) {
        different += differences([one, ruleAt(1, second.action, second.asks)]);
        policies += 1;
      }
    }
    expect({ policies, different }).toEqual({ policies: 1 + 126 + 126 * 126, different: 0 });
  });
});
