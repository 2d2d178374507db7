import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainMemorySearch } from "../../../src/policy/memory/explain.ts";
import {
  evaluateMemorySearch,
  memoryRules,
  memoryScopes,
  type MemorySearchDecision,
  type MemorySearchRequest,
} from "../../../src/policy/memory/memory-search.ts";
import { changeSettings } from "../change-settings.ts";
import { ruleLists, sessions } from "../rule/rule-lists.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 100);
const ours = "2026-11";

function decide(config: ConfigInput, key: string, edition: Edition = ours) {
  return evaluateMemorySearch({ key }, parsePolicy(config, { edition }));
}

type Scope = NonNullable<NonNullable<NonNullable<ConfigInput["memory"]>["qmd"]>["scope"]>;

const qmd = (scope: Scope): ConfigInput => ({ memory: { qmd: { scope } } });
const everyAgent = (scope: Scope): ConfigInput => ({ agents: { defaults: { memorySearch: { scope } } } });

describe("evaluateMemorySearch", () => {
  const config: ConfigInput = {
    agents: {
      defaults: {
        memorySearch: {
          scope: {
            default: "deny",
            rules: [
              { action: "allow", match: { chatType: "direct" } },
              { id: "no-discord", action: "deny", match: { keyPrefix: "discord:" } },
            ],
          },
        },
      },
      list: [
        { id: "main", default: true },
        { id: "work", memorySearch: { scope: { rules: [{ action: "allow", match: { peer: "-1" } }] } } },
      ],
    },
  };
  const shared = "agents.defaults.memorySearch.scope";
  const own = "agents.list[1].memorySearch.scope";
  it.each([
    ["the shared scope", "agent:main:irc:direct:1", { allowed: true, rule: { index: 0 }, scope: shared }],
    [
      "a deny before an allow",
      "agent:main:discord:direct:1",
      { allowed: false, rule: { index: 1, id: "no-discord" } },
    ],
    ["the written default", "agent:main:irc:group:1", { allowed: false, reason: "default", scope: shared }],
    [
      "the agent's own scope instead",
      "agent:work:irc:group:-1",
      { allowed: true, rule: { index: 0 }, scope: own },
    ],
    [
      "the edition where that has no default",
      "agent:work:irc:group:-2",
      { allowed: false, reason: "edition-default" },
    ],
  ])("asks %s", (_, key, expected) => {
    expect(decide(config, key)).toMatchObject(expected);
  });

  it.each([
    ["a direct chat", "agent:main:irc:direct:1", true],
    ["the main session", "agent:main:main", true],
    ["a group", "agent:main:irc:group:1", false],
    ["a channel", "agent:main:irc:channel:1", false],
    ["a cron job", "agent:main:cron:daily", false],
    ["a hook", "agent:main:hook:mail", false],
    ["a sub-agent", "agent:main:subagent:1", false],
    ["an ACP session", "agent:main:acp:1", false],
    ["everyone's session", "global", false],
    ["a group of an old store", "agent:main:group:abc", false],
    ["a WhatsApp group of an old store", "agent:main:whatsapp:1@g.us", false],
    ["a key without an agent", "irc:direct:1", false],
    ["no key", "", false],
  ])("2026-11 searches without a scope in %s: %s %s", (_, key, allowed) => {
    expect(decide({}, key).allowed).toBe(allowed);
  });

  it("believes whoever says that a session is not private", () => {
    const policy = parsePolicy({}, { edition: ours });
    const allowed = (key: string, chatType: "direct" | "group") =>
      evaluateMemorySearch({ key, chatType }, policy).allowed;
    expect(allowed("agent:main:main", "group")).toBe(false);
    expect(allowed("agent:main:irc:group:1", "direct")).toBe(false);
    expect(allowed("agent:main:hook:1", "direct")).toBe(false);
    expect(allowed("global", "direct")).toBe(true);
  });

  it("tells whether MEMORY.md belongs in the session", () => {
    expect(decide({}, "agent:main:main").notes).toBe(true);
    expect(decide({}, "agent:main:irc:direct:1").notes).toBe(false);
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: [] } as const;
    expect(evaluateMemorySearch(unresolved, parsePolicy({}, { edition: ours }))).toEqual({
      kind: "memory-search",
      allowed: false,
      reason: "unresolved-session",
      notes: false,
    });
  });
});

describe("where nobody tells whose session it is", () => {
  const own = (scope: Scope): ConfigInput => ({
    agents: {
      list: [
        { id: "main", default: true },
        { id: "work", memorySearch: { scope } },
      ],
    },
  });
  const policy = parsePolicy(own({ default: "deny" }), { edition: ours });
  const asked = { key: "global", chatType: "direct" } as const;

  it("is not searched if an agent has a scope of its own", () => {
    const decision = evaluateMemorySearch(asked, policy, { trace: true });
    expect(decision).toMatchObject({ allowed: false, reason: "missing-fact", missing: ["agentId"] });
    expect(decision.trace?.opposite).toEqual([]);
    expect(explainMemorySearch(decision)).toContain(
      "its agentId was not given, and the answer depends on that",
    );
    expect(evaluateMemorySearch({ ...asked, agentId: "main" }, policy).allowed).toBe(true);
    expect(evaluateMemorySearch({ ...asked, agentId: "work" }, policy).allowed).toBe(false);
  });

  it("is, if none has, and in the releases", () => {
    expect(evaluateMemorySearch(asked, parsePolicy({}, { edition: ours })).allowed).toBe(true);
    const release = uncheckedPolicy(own({ default: "deny" }), "openclaw@2026.9.6");
    expect(evaluateMemorySearch(asked, release).allowed).toBe(true);
  });
});

/** What is asked, of which agents have a scope of their own, and all that is decided. */
describe("decides whole", () => {
  const deny = { id: "no-work", action: "deny", match: { account: "work" } } as const;
  const config: ConfigInput = {
    agents: {
      defaults: { memorySearch: { scope: { default: "allow", rules: [deny] } } },
      list: [{ id: "main", default: true, memorySearch: { scope: { default: "deny" } } }, { id: "work" }],
    },
  };
  const shared = "agents.defaults.memorySearch.scope";
  const rule = { index: 0, path: `${shared}.rules[0]`, id: "no-work" };
  const of = (fields: Omit<MemorySearchDecision, "kind" | "notes"> & { readonly notes?: boolean }) => ({
    kind: "memory-search",
    notes: false,
    ...fields,
  });
  const refused = (reason: MemorySearchDecision["reason"], ...facts: string[]) =>
    of({ allowed: false, reason, facts });
  const byDefault = of({ allowed: true, reason: "default", scope: shared });

  it.each<readonly [string, ConfigInput, unknown, object]>([
    [
      "a rule",
      config,
      { key: "agent:work:irc:direct:1", account: "work" },
      of({ allowed: false, reason: "rule", rule, scope: shared }),
    ],
    ["a default", config, { key: "agent:work:irc:direct:1", account: "home" }, byDefault],
    [
      "an agent's own scope",
      config,
      "agent:main:irc:direct:1",
      of({ allowed: false, reason: "default", scope: "agents.list[0].memorySearch.scope" }),
    ],
    [
      "a rule that asks for what nobody told",
      config,
      "agent:work:irc:direct:1",
      of({ allowed: false, reason: "missing-fact", rule, missing: ["account"], scope: shared }),
    ],
    [
      "nobody's word for whose session it is, while an agent has a scope of its own",
      config,
      { key: "global", chatType: "direct", account: "home" },
      of({ allowed: false, reason: "missing-fact", missing: ["agentId"], scope: shared }),
    ],
    [
      "a session of nobody known by what holds for all, not by the scope of `main`",
      config,
      { key: "global", account: "work" },
      of({ allowed: false, reason: "rule", rule, scope: shared }),
    ],
    [
      "the edition, of a session of an agent that has none",
      {},
      "agent:main:irc:direct:1",
      of({ allowed: true, reason: "edition-default", defaultOf: ours }),
    ],
    ["a request without a key", config, {}, refused("malformed-request", "key")],
    [
      "a word that is not a kind of chat",
      config,
      { key: "agent:work:main", chatType: "private" },
      refused("malformed-request", "chatType"),
    ],
    [
      "a job that is said to be somebody's chat",
      config,
      { key: "agent:work:cron:1", chatType: "dm" },
      refused("fact-mismatch", "chatType", "key"),
    ],
    [
      "a job that is stored as somebody's chat",
      config,
      { key: "agent:work:cron:1", stored: { chatType: "direct" } },
      refused("fact-mismatch", "stored", "key"),
    ],
  ])("by %s", (_, written, request, expected) => {
    const policy = parsePolicy(written, { edition: ours });
    // Callers without types hand over anything.
    expect(evaluateMemorySearch(request as MemorySearchRequest, policy)).toStrictEqual(expected);
  });

  it.each<readonly [string, ConfigInput, unknown, object]>([
    ["the scope of all, where it is written", config, "agent:work:irc:direct:1", byDefault],
    [
      "memory.qmd.scope",
      qmd({ default: "deny" }),
      "agent:main:irc:direct:1",
      of({ allowed: false, reason: "default", scope: "memory.qmd.scope", notes: true }),
    ],
    [
      "the release, where that is not written",
      { memory: {} },
      "agent:main:irc:group:1",
      of({ allowed: false, reason: "edition-default", defaultOf: "openclaw@2026.3.7", notes: true }),
    ],
    [
      "any word for a kind of chat",
      {},
      { key: "agent:main:main", chatType: "private" },
      of({ allowed: true, reason: "edition-default", defaultOf: "openclaw@2026.3.7", notes: true }),
    ],
  ])("under 2026.3.7 by %s", (_, written, request, expected) => {
    const policy = uncheckedPolicy(written, "openclaw@2026.3.7");
    const decision = evaluateMemorySearch(request as MemorySearchRequest, policy);
    expect({ ...decision, notes: false }).toStrictEqual({ ...expected, notes: false });
  });

  it("says what would turn it, where a rule waits for a fact, and nothing where nobody is known", () => {
    const policy = parsePolicy(config, { edition: ours });
    const opposite = (request: MemorySearchRequest) =>
      evaluateMemorySearch(request, policy, { trace: true }).trace?.opposite;
    expect(opposite({ key: "agent:work:irc:direct:1" })).toEqual([
      [[{ setting: `${rule.path}.action`, to: "allow" }]],
    ]);
    expect(opposite({ key: "global", chatType: "direct", account: "home" })).toEqual([]);
  });
});

describe("memoryRules", () => {
  const scope = { default: "deny" } as const;
  const ofWork = { list: [{ id: "main" }, { id: "work", memorySearch: { scope } }] };
  it.each<readonly [string, Edition, ConfigInput, readonly string[]]>([
    ["nothing is written", ours, {}, []],
    ["all have one", ours, everyAgent(scope), ["agents.defaults.memorySearch.scope.default"]],
    ["an agent has one", ours, { agents: ofWork }, ["agents.list[1].memorySearch.scope.default"]],
    [
      "both have",
      ours,
      { agents: { ...ofWork, defaults: { memorySearch: { scope } } } },
      ["agents.defaults.memorySearch.scope.default", "agents.list[1].memorySearch.scope.default"],
    ],
    ["a release asks memory.qmd.scope", "openclaw@2026.3.7", qmd(scope), ["memory.qmd.scope.default"]],
    ["a later one does not", "openclaw@2026.9.6", qmd(scope), []],
  ])("are every list that is written, where %s (%s)", (_, edition, config, paths) => {
    const lists = memoryRules(uncheckedPolicy(config, edition));
    expect(lists.map(({ defaultPath }) => defaultPath)).toEqual(paths);
  });
});

describe("what a host tells beside the key", () => {
  const scope: Scope = { default: "allow", rules: [{ action: "deny", match: { channel: "irc" } }] };
  it.each<readonly [Edition, ConfigInput, boolean]>([
    ["openclaw@2026.3.7", qmd(scope), true],
    ["openclaw@2026.9.6", everyAgent(scope), false],
    [ours, everyAgent(scope), false],
  ])("counts unless the key alone is asked (%s)", (edition, config, keyAlone) => {
    const policy = uncheckedPolicy(config, edition);
    const told = evaluateMemorySearch({ key: "agent:main:main", channel: "irc" }, policy);
    expect(told.allowed).toBe(keyAlone);
    expect(memoryScopes(policy).shared.keyAlone).toBe(keyAlone);
  });
});

describe("what memory.qmd.scope compares with a key", () => {
  const group = "agent:main:irc:group:1";
  type Match = NonNullable<NonNullable<Scope["rules"]>[number]["match"]>;
  it.each<readonly [string, Match, string, boolean, boolean]>([
    ["a prefix with the name of a session", { keyPrefix: "irc:group:" }, group, false, true],
    ["a prefix with a main session's one segment", { keyPrefix: "main" }, "agent:main:main", false, true],
    ["a prefix with the whole key, if it begins an agent's", { keyPrefix: "agent:main:" }, group, true, true],
    ["and with the name, if it only begins so", { keyPrefix: "agent" }, group, true, false],
    ["a prefix in its own case", { keyPrefix: "Irc:" }, group, false, true],
    ["a key in its own case", { keyPrefix: "agent:main:irc" }, "Agent:Main:irc:group:1", false, true],
    ["a channel, after an agent in capitals", { channel: "irc" }, "Agent:Main:irc:group:1", false, true],
    ["the channel of a direct chat", { channel: "irc" }, "agent:main:irc:direct:1", false, true],
    ["a channel with a key that names none", { channel: "irc" }, "agent:main:main", false, false],
  ])("%s: %j in %s, at first %s, then %s", (_, match, key, before, since) => {
    const scope: Scope = { default: "allow", rules: [{ action: "deny", match }] };
    const denied = (edition: Edition) => !decide(qmd(scope), key, edition).allowed;
    expect([denied("openclaw@2026.2.2"), denied("openclaw@2026.3.7")]).toEqual([before, since]);
  });
});

describe("memory.qmd.scope", () => {
  const allowGroupsFirst: Scope = {
    rules: [
      { action: "allow", match: { channel: "irc" } },
      { action: "deny", match: { chatType: "group" } },
    ],
  };
  it.each([
    ["M1: the first match wins", allowGroupsFirst, "agent:main:irc:group:1", true],
    [
      "M3: a channel is compared in its own case",
      { default: "deny", rules: [{ action: "allow", match: { channel: "IRC" } }] },
      "agent:main:irc:group:1",
      false,
    ],
    ["M7: an empty scope restricts nothing", {}, "agent:main:irc:group:1", true],
  ] as const)("%s", (_, scope, key, before) => {
    expect(decide(qmd(scope), key, "openclaw@2026.3.7").allowed).toBe(before);
    expect(decide(everyAgent(scope as Scope), key).allowed).toBe(!before);
  });

  it("M4: `dm` never matches: refused when parsed", () => {
    const scope: Scope = { default: "deny", rules: [{ action: "allow", match: { chatType: "dm" } }] };
    expect(decide(qmd(scope), "agent:main:irc:direct:1", "openclaw@2026.3.7").allowed).toBe(false);
    expect(safeParsePolicy(everyAgent(scope), { edition: ours }).ok).toBe(false);
  });

  it.each([
    ["M5b: a cron job", "agent:main:cron:daily"],
    ["M5c: a hook", "agent:main:hook:1"],
    ["M5f: a group of an old store", "agent:main:group:abc"],
    ["M5g: a WhatsApp group of an old store", "agent:main:whatsapp:1@g.us"],
    ["M5h: a Discord channel of an old store", "discord:guild-1:channel-2"],
    ["M5j: an ACP session", "agent:main:acp:1"],
  ])("%s passes for a direct chat, and no longer does", (_, key) => {
    expect(decide({}, key, "openclaw@2026.7.1")).toMatchObject({ allowed: true, reason: "edition-default" });
    expect(decide({}, key).allowed).toBe(false);
  });

  it.each([
    ["2026.2.1", true],
    ["2026.2.2", false],
    ["2026.4.11", false],
    ["2026.4.12", true],
    ["2026.4.26", true],
    ["2026.4.27", false],
    ["2026.7.35", false],
    ["2026.8.1", true],
  ] as const)("without a scope, %s searches in channels: %s", (release, allowed) => {
    expect(decide({}, "agent:main:irc:channel:1", `openclaw@${release}`).allowed).toBe(allowed);
  });

  it("is reported where nothing reads it", () => {
    const parsed = safeParsePolicy(qmd({ default: "deny" }), { edition: ours });
    expect(parsed.ok && parsed.warnings).toContainEqual(
      expect.objectContaining({ code: "setting-without-effect" }),
    );
  });
});

describe("trace", () => {
  const cases = [
    ["openclaw@2026.3.7", qmd],
    [ours, everyAgent],
  ] as const;
  it.each(cases)("agrees with the decision and turns it (%s)", (edition, configOf) => {
    fc.assert(
      fc.property(ruleLists, sessions, fc.constantFrom(0, -1), (scope, { key }, which) => {
        const config = configOf(scope);
        const policy = uncheckedPolicy(config, edition);
        const { trace, ...decision } = evaluateMemorySearch({ key }, policy, { trace: true });
        expect(evaluateMemorySearch({ key }, policy)).toEqual(decision);
        expect(trace?.rules.find(({ decisive }) => decisive)?.index).toBe(decision.rule?.index);
        const after = (changed: ConfigInput) => decide(changed, key, edition).allowed;
        for (const changes of trace?.opposite ?? []) {
          expect(after(changeSettings(config, changes, which))).toBe(!decision.allowed);
          for (const choice of changes) {
            const others = changes.filter((each) => each !== choice);
            expect(after(changeSettings(config, others, which))).toBe(decision.allowed);
          }
        }
      }),
      { numRuns },
    );
  });

  it("names no rules where the config has none, and no settings where the key cannot be read", () => {
    const traced = (key: string, edition: Edition) =>
      evaluateMemorySearch({ key }, parsePolicy({}, { edition }), { trace: true }).trace;
    expect(traced("agent:main:irc:group:1", "openclaw@2026.3.7")).toMatchObject({
      rules: [],
      opposite: [[[{ setting: "memory.qmd.scope.default", to: "allow" }]]],
    });
    expect(traced("agent:main:irc:group:1", ours)).toMatchObject({
      rules: [],
      opposite: [[[{ setting: "agents.defaults.memorySearch.scope.default", to: "allow" }]]],
    });
    expect(traced("irc:group:1", ours)).toMatchObject({ rules: [], opposite: [] });
  });
});
