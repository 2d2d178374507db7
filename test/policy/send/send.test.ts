import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleTrace } from "../../../src/policy/rule/trace.ts";
import type { ConfigInput, MatchConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { explainSend } from "../../../src/policy/send/explain.ts";
import { evaluateSend, type SendRequest } from "../../../src/policy/send/send.ts";
import { changeSettings } from "../change-settings.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { quietKeys, sendConfigs, sessions } from "../rule/rule-lists.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 100);
const ours = "2026-11";
const newest = "openclaw@2026.9.6";

type SendPolicy = NonNullable<NonNullable<ConfigInput["session"]>["sendPolicy"]>;
type Rules = NonNullable<SendPolicy["rules"]>;

const denyIrc: Rules = [{ action: "deny", match: { channel: "irc" } }];

function decide(sendPolicy: SendPolicy, request: SendRequest, edition: Edition = ours) {
  return evaluateSend(request, parsePolicy({ session: { sendPolicy } }, { edition }));
}

function answer(rules: Rules, request: SendRequest, edition: Edition): string {
  const { allowed, reason } = decide({ default: "allow", rules }, request, edition);
  return `${allowed ? "allow" : "deny"}: ${reason}`;
}

describe("evaluateSend", () => {
  const list: SendPolicy = {
    default: "allow",
    rules: [
      { action: "allow", match: { channel: "discord" } },
      { id: "no-rooms", reason: "too loud", action: "deny", match: { chatType: "group" } },
      { action: "deny", match: { channel: "discord", peer: "7" } },
      { action: "deny", match: { agent: "work", account: "second", thread: "9" } },
    ],
  };
  it.each([
    ["the default where no rule matches", "agent:main:irc:direct:1", { allowed: true, reason: "default" }],
    ["a lone allow", "agent:main:discord:direct:1", { allowed: true, rule: { index: 0 } }],
    ["a deny before an allow that stands first", "agent:main:discord:direct:7", { rule: { index: 2 } }],
    ["the first of two denies", "agent:main:discord:group:7", { allowed: false, rule: { index: 1 } }],
    [
      "a deny by agent, account and thread",
      "agent:work:irc:second:direct:1:thread:9",
      { rule: { index: 3 } },
    ],
    [
      "no rule when the account is another one",
      "agent:work:irc:third:direct:1:thread:9",
      { reason: "default" },
    ],
    [
      "the rule that asks for an account that the key does not tell",
      "agent:work:irc:direct:1:thread:9",
      { reason: "missing-fact", rule: { index: 3 }, missing: ["account"] },
    ],
  ])("names %s", (_, key, expected) => {
    expect(decide(list, { key })).toMatchObject(expected);
  });

  it("returns a rule's id and reason verbatim, with its path", () => {
    expect(decide(list, { key: "agent:main:irc:group:1" })).toEqual({
      kind: "send",
      allowed: false,
      reason: "rule",
      rule: { index: 1, path: "session.sendPolicy.rules[1]", id: "no-rooms", reason: "too loud" },
    });
  });

  it.each<readonly [string, SendPolicy | undefined, object]>([
    [
      "by a written default, which is no edition's",
      { default: "deny" },
      { allowed: false, reason: "default" },
    ],
    ["by one that is not written", {}, { allowed: true, reason: "default", defaultOf: ours }],
    ["without a policy", undefined, { allowed: true, reason: "no-policy", defaultOf: ours }],
  ])("decides %s", (_, sendPolicy, expected) => {
    const policy = parsePolicy({ session: { ...(sendPolicy && { sendPolicy }) } }, { edition: ours });
    expect(evaluateSend({ key: "agent:main:main" }, policy)).toStrictEqual({ kind: "send", ...expected });
  });

  it("takes a Resolution, and denies a message that has no session", () => {
    const policy = parsePolicy({ session: { sendPolicy: list } }, { edition: ours });
    const resolved = {
      kind: "resolution",
      ok: true,
      key: "agent:main:main",
      agentId: "main",
      matchedBy: "default",
      channel: "discord",
      account: "default",
      chatType: "direct",
      peer: "7",
      dmScope: "main",
      groupScope: "per-group",
      mainKey: "agent:main:main",
      lostTo: [],
    } as const;
    expect(evaluateSend(resolved, policy).rule?.index).toBe(2);
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;
    expect(evaluateSend(unresolved, policy)).toMatchObject({ allowed: false, reason: "unresolved-session" });
  });

  it.each([
    ["allow", true, "override"],
    ["deny", false, "override"],
    ["inherit", false, "rule"],
  ] as const)("lets the session's own switch %s", (override, allowed, reason) => {
    expect(decide(list, { key: "agent:main:irc:group:1", override })).toMatchObject({ allowed, reason });
  });

  it("compares a peer as keys do: in its own case, but on channels that have none", () => {
    const of = (channel: string): SendPolicy => ({
      default: "allow",
      rules: [{ action: "deny", match: { channel, peer: "Bob" } }],
    });
    const allowed = (channel: string, peer: string) =>
      decide(of(channel), { key: "agent:main:main", channel, peer }).allowed;
    expect([allowed("irc", "BOB"), allowed("telegram", "BOB"), allowed("telegram", "Bob")]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("takes a person's canonical name in a key for no id", () => {
    const key = resolveSession(
      { channel: "telegram", chatType: "direct", peer: "7" },
      parsePolicy(
        { session: { dmScope: "per-peer", identityLinks: { bob: ["telegram:7"] } } },
        { edition: ours },
      ),
    );
    const rules: Rules = [{ action: "deny", match: { peer: "bob" } }];
    expect(key.ok && decide({ default: "allow", rules }, { key: key.key })).toMatchObject({
      reason: "missing-fact",
    });
  });

  it("matches every session where `*` says so", () => {
    const everywhere: SendPolicy = { default: "allow", rules: [{ action: "deny", match: { channel: "*" } }] };
    expect(decide(everywhere, { key: "agent:main:cron:daily" })).toMatchObject({ allowed: false });
    expect(decide(everywhere, { key: "global" })).toMatchObject({ allowed: false });
  });

  it("is total and serialisable for hostile texts", () => {
    const policy = parsePolicy({ session: { sendPolicy: list } }, { edition: ours });
    const old = parsePolicy({ session: { sendPolicy: {} } }, { edition: "openclaw@2026.3.7" });
    const texts = [
      "",
      "__proto__",
      "\0",
      "\uD800",
      `agent:main:${"a:".repeat(20_000)}`,
      "x".repeat(1_000_000),
    ];
    for (const key of texts)
      for (const each of [policy, old]) {
        const decision = evaluateSend({ key, channel: key, peer: key }, each, { trace: true });
        expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
      }
  });
});

describe("what the releases got wrong, and what becomes of it", () => {
  it.each([
    {
      fault: "S2: a deny with an empty match denies everything",
      rules: [{ action: "deny", match: {} }],
      code: "empty-match",
      severity: "error",
    },
    {
      fault: "S2b: so does a deny without a match",
      rules: [{ action: "deny" }],
      code: "empty-match",
      severity: "error",
    },
    {
      fault: "S9: a prefix ends within an id",
      rules: [{ action: "deny", match: { keyPrefix: "irc:group:1" } }],
      code: "prefix-within-id",
      severity: "warning",
    },
  ] as const)("$fault", ({ rules, code, severity }) => {
    expect(decide({ default: "allow", rules }, { key: "irc:group:12" }, newest).allowed).toBe(false);
    const parsed = safeParsePolicy(
      { session: { sendPolicy: { default: "allow", rules } } },
      { edition: ours },
    );
    expect(parsed.ok ? parsed.warnings : parsed.issues).toContainEqual(
      expect.objectContaining({ code, severity }),
    );
  });

  it.each([
    [
      "S1: an unknown action means allow",
      { default: "deny", rules: [{ action: "block", match: { channel: "irc" } }] },
    ],
    ["S3: an unknown chat type is left out", { rules: [{ action: "deny", match: { chatType: "room" } }] }],
    ["S4b: an unknown default means allow", { default: "denied" }],
  ])("%s: refused when parsed", (_, sendPolicy) => {
    expect(safeParsePolicy(JSON.stringify({ session: { sendPolicy } }), { edition: ours }).ok).toBe(false);
  });

  it("S4: a missing default means allow: a warning where that leaves an allow without effect", () => {
    const rules: Rules = [{ action: "allow", match: { channel: "irc" } }];
    expect(decide({ rules }, { key: "telegram:group:1" }, newest).allowed).toBe(true);
    const parsed = safeParsePolicy({ session: { sendPolicy: { rules } } }, { edition: ours });
    expect(parsed.ok && parsed.warnings.map(({ code }) => code)).toContain("missing-default");
  });

  const denyGroups: Rules = [{ action: "deny", match: { chatType: "group" } }];
  const denyDirect: Rules = [{ action: "deny", match: { chatType: "direct" } }];
  it.each([
    [
      "S7b: a prefix is not found after the agent",
      "2026.2.2",
      [{ action: "deny", match: { keyPrefix: "irc:" } }],
      { key: "agent:main:irc:group:1" },
    ],
    [
      "S8: a key in upper case escapes a prefix",
      "2026.2.2",
      [{ action: "deny", match: { keyPrefix: "irc:" } }],
      { key: "Agent:main:IRC:group:1" },
    ],
    [
      "S11: an account in the key hides the channel",
      "2026.3.7",
      denyIrc,
      { key: "agent:main:irc:second:direct:1" },
    ],
    ["S11b: a direct chat hides the channel", "2026.3.7", denyIrc, { key: "agent:main:irc:direct:1" }],
    ["S12: a direct chat has no chat type", "2026.2.2", denyDirect, { key: "agent:main:irc:dm:1" }],
    ["S18: the main session is not a direct chat", "2026.9.6", denyDirect, { key: "agent:main:main" }],
    [
      "S19: upper case in the agent's part escapes the rules",
      "2026.9.6",
      denyGroups,
      { key: "Agent:main:irc:group:1" },
    ],
  ] as const)("%s (%s)", (_, release, rules, request) => {
    expect(answer(rules, request, `openclaw@${release}`)).toBe("allow: default");
    expect(answer(rules, request, ours)).toBe("deny: rule");
  });

  it.each<readonly [string, MatchConfig, boolean, boolean]>([
    ["a `*`, which is any channel to us, is the name of one", { channel: "*" }, false, true],
    ["a field that none knows asks nothing", { chatType: "group", account: "work" }, true, false],
  ])("in the releases %s", (_, match, before, now) => {
    const denied = (edition: Edition) => {
      const policy = uncheckedPolicy(
        { session: { sendPolicy: { rules: [{ action: "deny", match }] } } },
        edition,
      );
      return !evaluateSend({ key: "agent:main:irc:group:1" }, policy).allowed;
    };
    expect([denied(newest), denied(ours)]).toEqual([before, now]);
  });

  it("S13b: a stored chat type hides that the key is a group's", () => {
    const request = { key: "agent:main:irc:group:1", stored: { chatType: "direct" } };
    expect(answer(denyGroups, request, newest)).toBe("allow: default");
    expect(answer(denyGroups, request, ours)).toBe("deny: rule");
  });

  it("S13: an empty chat type hides the stored one", () => {
    // What a host passes that fills every field with a text.
    const request = JSON.parse(
      '{"key":"agent:main:main","chatType":"","stored":{"chatType":"group"}}',
    ) as SendRequest;
    expect(answer(denyGroups, request, newest)).toBe("allow: default");
    expect(answer(denyGroups, request, ours)).toBe("deny: rule");
  });

  it.each([
    [
      "S16: words inside a hook's id make it a group",
      "hook:x:group:y",
      newest,
      "deny: rule",
      "deny: malformed-key",
    ],
    [
      "S17: what is in a malformed key is not looked at",
      "agent::irc:group:1",
      newest,
      "allow: default",
      "deny: malformed-key",
    ],
    [
      "S10: a key with two readings is let through",
      "agent:main:irc:group:direct:1",
      "openclaw@2026.6.11",
      "allow: default",
      "deny: malformed-key",
    ],
    [
      "S10: it is stopped since 2026.7.1",
      "agent:main:irc:group:direct:1",
      newest,
      "deny: ambiguous-key",
      "deny: malformed-key",
    ],
  ] as const)("%s", (_, key, edition, before, now) => {
    const rules = edition === newest ? denyGroups : denyDirect;
    expect(answer(rules, { key }, edition)).toBe(before);
    expect(answer(rules, { key }, ours)).toBe(now);
  });

  it("S10b: a key with two readings may send where there is no policy, and never under 2026-11", () => {
    const request = { key: "agent:main:irc:group:direct:1" };
    expect(evaluateSend(request, parsePolicy({}, { edition: newest })).reason).toBe("no-policy");
    expect(evaluateSend(request, parsePolicy({}, { edition: ours })).reason).toBe("malformed-key");
  });

  it.each([
    ["S14: the channel last used", { lastChannel: "irc" }, true, false],
    ["S15: the channel of the delivery", { delivery: { kind: "external", channel: "irc" } }, false, true],
    ["S15: not of an internal one", { delivery: { kind: "internal", channel: "irc" } }, false, false],
  ] as const)("%s counts until 2026.7, or since 2026.8.1", (_, stored, before, since) => {
    const counts = (edition: Edition) =>
      decide({ default: "allow", rules: denyIrc }, { key: "agent:main:main", stored }, edition).reason ===
      "rule";
    expect([counts("openclaw@2026.7.1"), counts(newest), counts(ours)]).toEqual([before, since, since]);
  });
});

describe("what nobody tells of a session", () => {
  const denied = (match: MatchConfig): Rules => [{ action: "deny", match }];
  const main = "agent:main:main";

  it.each<readonly [string, Rules, SendRequest, readonly string[] | undefined]>([
    ["is the channel of the main session", denied({ channel: "irc" }), { key: main }, ["channel"]],
    ["unless the request does", denied({ channel: "irc" }), { key: main, channel: "slack" }, undefined],
    [
      "also of a job that writes somewhere",
      denied({ channel: "irc" }),
      { key: "agent:main:cron:x" },
      ["channel"],
    ],
    [
      "is not asked where what is known differs",
      denied({ channel: "irc", chatType: "group" }),
      { key: main },
      undefined,
    ],
    [
      "is all that a rule asks for in vain",
      denied({ channel: "irc", account: "work", chatType: "direct" }),
      { key: main },
      ["channel", "account"],
    ],
    [
      "is the channel of a person's chats on all channels",
      denied({ channel: "irc" }),
      { key: "agent:main:direct:7" },
      ["channel"],
    ],
    [
      "is the account of a chat that all accounts share",
      denied({ account: "work" }),
      { key: "agent:main:irc:direct:7" },
      ["account"],
    ],
    [
      "but not that of a room: a key without one is the default account's",
      denied({ account: "work" }),
      { key: "agent:main:irc:group:7" },
      undefined,
    ],
    ["is the agent of a session that all share", denied({ agent: "ops" }), { key: "global" }, ["agentId"]],
    [
      "but never the thread: a session without one has none",
      denied({ thread: "1" }),
      { key: main },
      undefined,
    ],
  ])("%s", (_, rules, request, missing) => {
    const decision = decide({ default: "allow", rules }, request);
    expect(decision.missing).toEqual(missing);
    expect(decision.allowed).toBe(missing === undefined);
  });

  it("matches no rule in the releases", () => {
    expect(answer(denied({ channel: "irc" }), { key: main }, newest)).toBe("allow: default");
  });

  it("is not asked for where a rule denies anyway, or the default does", () => {
    const rules: Rules = [...denied({ channel: "irc" }), ...denied({ chatType: "direct" })];
    expect(decide({ default: "allow", rules }, { key: main })).toMatchObject({
      rule: { index: 1 },
      reason: "rule",
    });
    expect(decide({ default: "deny", rules: denied({ channel: "irc" }) }, { key: main }).reason).toBe(
      "default",
    );
  });

  it("is said in a sentence, with the rule that asks for it", () => {
    expect(explainSend(decide({ default: "allow", rules: denied({ channel: "irc" }) }, { key: main }))).toBe(
      "The session may not send: its channel was not given, and a rule that could deny it asks for that: session.sendPolicy.rules[0].",
    );
    const both = denied({ channel: "irc", account: "work" });
    expect(explainSend(decide({ default: "allow", rules: both }, { key: main }))).toContain(
      "its channel and account were not given, and a rule that could deny it asks for that",
    );
  });
});

const anyKey = fc.oneof(
  sessions.map(({ key }) => key),
  quietKeys,
);

describe("trace", () => {
  it("tells every rule field by field", () => {
    const rules: Rules = [
      { action: "deny", match: { channel: "discord", chatType: "group" } },
      { id: "cron", action: "deny", match: { keyPrefix: "cron:" } },
    ];
    const policy = parsePolicy({ session: { sendPolicy: { default: "allow", rules } } }, { edition: ours });
    const { trace } = evaluateSend({ key: "agent:main:discord:direct:7" }, policy, { trace: true });
    expect(trace).toEqual({
      facts: {
        rawKey: "agent:main:discord:direct:7",
        scopedKey: "discord:direct:7",
        channel: "discord",
        chatType: "direct",
        peer: "7",
        agent: "main",
      },
      rules: [
        {
          index: 0,
          path: "session.sendPolicy.rules[0]",
          action: "deny",
          matched: false,
          decisive: false,
          fields: [
            { field: "channel", asked: "discord", found: "discord", matched: true },
            { field: "chatType", asked: "group", found: "direct", matched: false },
          ],
        },
        {
          index: 1,
          path: "session.sendPolicy.rules[1]",
          id: "cron",
          action: "deny",
          matched: false,
          decisive: false,
          fields: [
            { field: "keyPrefix", asked: "cron:", found: "agent:main:discord:direct:7", matched: false },
          ],
        },
      ],
      opposite: [
        [[{ setting: "session.sendPolicy.rules[0].match.chatType", to: "direct" }]],
        [[{ setting: "session.sendPolicy.rules[1].match.keyPrefix", to: "agent:main:discord:direct:7" }]],
        [[{ setting: "session.sendPolicy.default", to: "deny" }]],
        [[{ setting: "override", to: "deny" }]],
      ],
    });
  });

  it.each<readonly [string, ConfigInput, SendRequest, readonly string[]]>([
    [
      "rule",
      { session: { sendPolicy: { rules: denyIrc } } },
      { key: "agent:main:irc:group:1" },
      ["session.sendPolicy.rules[0].action", "session.sendPolicy.rules[0].match.channel", "override"],
    ],
    [
      "missing-fact",
      { session: { sendPolicy: { rules: denyIrc } } },
      { key: "agent:main:main" },
      ["session.sendPolicy.rules[0].action", "override"],
    ],
    [
      "default",
      { session: { sendPolicy: { default: "deny" } } },
      { key: "agent:main:main" },
      ["session.sendPolicy.default", "override"],
    ],
    ["no-policy", {}, { key: "agent:main:main" }, ["session.sendPolicy.default", "override"]],
    ["override", {}, { key: "agent:main:main", override: "deny" }, ["override"]],
    ["override", {}, { key: "agent:main:main", override: "allow" }, ["override"]],
    [
      "malformed-key",
      { session: { sendPolicy: { rules: denyIrc } } },
      { key: "agent:main:irc:group:direct:1" },
      ["override"],
    ],
  ])("of a decision by %s names what would turn it", (reason, config, request, settings) => {
    const { trace, ...decision } = evaluateSend(request, parsePolicy(config, { edition: ours }), {
      trace: true,
    });
    expect(decision.reason).toBe(reason);
    expect(trace?.opposite.flat(2).map(({ setting }) => setting)).toEqual(settings);
  });

  it("is of no request that cannot be read, and switches are words", () => {
    const policy = parsePolicy({}, { edition: ours });
    const asked = (override: unknown) => {
      // A caller without types writes anything.
      const request = { key: "agent:main:main", override } as SendRequest;
      return evaluateSend(request, policy, { trace: true });
    };
    expect(asked(5)).toEqual({
      kind: "send",
      allowed: false,
      reason: "malformed-request",
      facts: ["override"],
    });
    expect(asked("loud")).toEqual(asked(5));
    for (const silent of ["", " ", "inherit", null, undefined])
      expect(asked(silent).reason).toBe("no-policy");
  });

  it.each(["openclaw@2026.3.7", newest, ours] as const)("agrees with the decision (%s)", (edition) => {
    fc.assert(
      fc.property(sendConfigs, anyKey, (config, key) => {
        const policy = parsePolicy(config, { edition });
        const { trace, ...decision } = evaluateSend({ key }, policy, { trace: true });
        expect(evaluateSend({ key }, policy)).toEqual(decision);
        const rules = trace?.rules ?? [];
        const decisive = rules.filter((rule) => rule.decisive);
        expect(decisive.map(({ index }) => index)).toEqual(
          decision.rule === undefined ? [] : [decision.rule.index],
        );
        // A deny rule is also in force where what it asks for and the session does not have is not known.
        const unmet = (rule: RuleTrace) => rule.fields.filter(({ matched }) => !matched);
        const matched = rules.filter((rule) => rule.matched);
        const denying =
          matched.find(({ action }) => action === "deny") ??
          (decision.reason === "missing-fact" ? decisive[0] : undefined);
        const first = denying ?? matched[0];
        expect(decision.missing ?? []).toEqual(
          first === undefined ? [] : unmet(first).map(({ field }) => field),
        );
        expect(first && unmet(first).flatMap(({ found }) => found ?? [])).toEqual(first && []);
        expect(first?.index).toBe(decision.rule?.index);
        expect(decision.allowed).toBe(
          (first?.action ?? config.session?.sendPolicy?.default ?? "allow") === "allow",
        );
      }),
      { numRuns },
    );
  });

  it.each(["openclaw@2026.3.7", ours] as const)(
    "names settings that turn the answer, all of them needed (%s)",
    (edition) => {
      fc.assert(
        fc.property(sendConfigs, anyKey, fc.constantFrom(0, -1), (config, key, which) => {
          const { allowed, trace } = evaluateSend({ key }, parsePolicy(config, { edition }), { trace: true });
          const after = (changed: ConfigInput) =>
            evaluateSend({ key }, parsePolicy(changed, { edition })).allowed;
          const ways = trace?.opposite ?? [];
          expect(ways.at(-1)).toEqual([[{ setting: "override", to: allowed ? "deny" : "allow" }]]);
          for (const changes of ways.slice(0, -1)) {
            expect(after(changeSettings(config, changes, which))).toBe(!allowed);
            for (const choice of changes) {
              const others = changes.filter((each) => each !== choice);
              expect(after(changeSettings(config, others, which))).toBe(allowed);
            }
          }
        }),
        { numRuns },
      );
    },
  );
});
