import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Issue } from "../../src/config/issue.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";

const ours = { edition: "2026-11", timeZone: "UTC", channels: ["discord", "telegram"] } as const;

function issuesOf(config: unknown): readonly Issue[] {
  const parsed = safeParsePolicy(JSON.stringify(config), ours);
  return parsed.ok ? parsed.warnings : parsed.issues;
}

function sendIssues(rule: unknown, before: readonly unknown[] = []): readonly Issue[] {
  return issuesOf({ session: { sendPolicy: { default: "allow", rules: [...before, rule] } } });
}

const first = "session.sendPolicy.rules[0]";

describe("the eight mistakes that the known engines let pass", () => {
  it.each([
    [
      "a field",
      { action: "deny", match: { chanel: "discord" } },
      `${first}.match.chanel`,
      "did you mean `channel`?",
    ],
    [
      "an operator",
      { action: "deny", match: { channel: { startsWith: "dis" } } },
      `${first}.match.channel`,
      undefined,
    ],
    [
      "an action",
      { action: "deyn", match: { channel: "discord" } },
      `${first}.action`,
      "did you mean `deny`?",
    ],
    [
      "a value",
      { action: "deny", match: { chatType: "gruop" } },
      `${first}.match.chatType`,
      "did you mean `group`?",
    ],
    [
      "a channel",
      { action: "deny", match: { channel: "discrod" } },
      `${first}.match.channel`,
      "did you mean `discord`?",
    ],
    ["a type", { action: "deny", match: { channel: 5 } }, `${first}.match.channel`, undefined],
    [
      "a padded value",
      { action: "deny", match: { channel: " discord" } },
      `${first}.match.channel`,
      undefined,
    ],
    ["an empty list", { action: "deny", match: { channel: [] } }, `${first}.match.channel`, undefined],
    [
      "a key too many",
      { action: "deny", match: { channel: "discord" }, when: "night" },
      `${first}.when`,
      undefined,
    ],
  ])("%s is refused, with its place", (_, rule, path, hint) => {
    const [issue, ...others] = sendIssues(rule);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "error", path, ...(hint !== undefined && { hint }) });
  });
});

describe("checkRules", () => {
  const deny = (match: object) => ({ action: "deny", match });
  it.each([
    ["an empty match", deny({}), "error", "empty-match", `${first}.match`],
    ["no match", { action: "deny" }, "error", "empty-match", `${first}.match`],
    [
      "a whole key that no key begins with",
      deny({ rawKeyPrefix: "discord:" }),
      "warning",
      "unreachable-rule",
      first,
    ],
    [
      "two prefixes that exclude one another",
      deny({ keyPrefix: "agent:a:", rawKeyPrefix: "global:" }),
      "warning",
      "unreachable-rule",
      first,
    ],
    [
      "a prefix that ends within an id",
      deny({ keyPrefix: "discord:group:1" }),
      "warning",
      "prefix-within-id",
      `${first}.match.keyPrefix`,
    ],
    [
      "a peer on every channel",
      deny({ peer: "7" }),
      "warning",
      "peer-without-channel",
      `${first}.match.peer`,
    ],
  ])("reports %s", (_, rule, severity, code, path) => {
    expect(sendIssues(rule)).toEqual([expect.objectContaining({ severity, code, path })]);
  });

  it.each([
    ["a match of everything, on purpose", deny({ channel: "*" })],
    ["a chat type of any value", deny({ chatType: "*" })],
    ["a prefix of a sentinel key", deny({ rawKeyPrefix: "agent:main:" })],
  ])("takes %s", (_, rule) => {
    expect(sendIssues(rule)).toEqual([]);
  });

  it.each([
    ["the same rule again", deny({ channel: "discord" }), deny({ channel: "discord" })],
    [
      "a narrower rule after a wider one",
      deny({ channel: "discord" }),
      deny({ channel: "discord", chatType: "group" }),
    ],
    [
      "a longer prefix after a shorter one",
      deny({ keyPrefix: "discord:" }),
      deny({ keyPrefix: "discord:group:" }),
    ],
    ["a whole key that begins so", deny({ keyPrefix: "agent:a:" }), deny({ rawKeyPrefix: "agent:a:b:" })],
    ["an allow within a deny", deny({ channel: "*" }), { action: "allow", match: { channel: "discord" } }],
  ])("reports %s as shadowed", (_, wider, narrower) => {
    expect(sendIssues(narrower, [wider])).toEqual([
      expect.objectContaining({
        severity: "warning",
        code: "shadowed-rule",
        path: "session.sendPolicy.rules[1]",
      }),
    ]);
  });

  it.each([
    [
      "a wider rule after a narrower one",
      deny({ channel: "discord", chatType: "group" }),
      deny({ channel: "discord" }),
    ],
    [
      "a deny within an allow",
      { action: "allow", match: { channel: "discord" } },
      deny({ channel: "discord", chatType: "group" }),
    ],
    [
      "a part of a key after a whole one",
      deny({ rawKeyPrefix: "agent:a:" }),
      deny({ keyPrefix: "agent:a:" }),
    ],
  ])("does not take %s for shadowed", (_, before, rule) => {
    expect(sendIssues(rule, [before])).toEqual([]);
  });

  it("looks at every scope of memory search, and names its place", () => {
    const scope = { rules: [{ action: "allow" }] };
    const config = {
      agents: { defaults: { memorySearch: { scope } }, list: [{ id: "main", memorySearch: { scope } }] },
    };
    expect(issuesOf(config).map(({ path }) => path)).toEqual([
      "agents.defaults.memorySearch.scope.rules[0].match",
      "agents.list[0].memorySearch.scope.rules[0].match",
    ]);
  });

  it("reports an agent that is not listed, an empty list, and a default that is not written", () => {
    const config: ConfigInput = {
      session: { sendPolicy: { rules: [{ action: "allow", match: { agent: "wrok" } }] } },
      agents: {
        defaults: { memorySearch: { scope: { default: "deny", rules: [] } } },
        list: [{ id: "work" }],
      },
    };
    expect(issuesOf(config)).toMatchObject([
      { code: "unknown-agent", path: `${first}.match.agent`, hint: "did you mean `work`?" },
      { code: "missing-default", path: "session.sendPolicy.default" },
      { code: "empty-list", path: "agents.defaults.memorySearch.scope.rules" },
    ]);
  });

  it("reports nothing under a release, which takes rules as they are", () => {
    const config: ConfigInput = { session: { sendPolicy: { rules: [{ action: "deny", match: {} }] } } };
    const parsed = safeParsePolicy(config, { edition: "openclaw@2026.9.6", timeZone: "UTC" });
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
  });
});

describe("what is said of rules", () => {
  const deny = (match: object) => ({ action: "deny", match });
  const agents = { list: [{ id: "main", default: true }, { id: "work" }] };
  const said = (config: object) =>
    issuesOf(config).map(
      ({ severity, code, path, message, hint }) => `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
    );
  const all = 'write `match: { channel: "*" }` to match every session on purpose';
  const empty = `error empty-match ${first}.match: a match with something in it; an empty one would match every session (${all})`;
  const never = `warning unreachable-rule ${first}: never matches: no session key begins like that (a whole key begins with \`agent:<agentId>:\`; \`keyPrefix\` may leave that out)`;
  const within = (field: string, prefix: string) =>
    `warning prefix-within-id ${first}.match.${field}: "${prefix}" also matches longer ids, such as "${prefix}0" (end it with \`:\`, or name the \`peer\` if you mean one id)`;
  it.each<readonly [string, object, readonly string[]]>([
    ["an empty match", deny({}), [empty]],
    ["a whole key that none begins with", deny({ rawKeyPrefix: "irc:" }), [never]],
    ["…nor with the name of an agent", deny({ rawKeyPrefix: "main:" }), [never]],
    ["an agent's key", deny({ rawKeyPrefix: "agent:main:" }), []],
    ["the beginning of one", deny({ rawKeyPrefix: "age" }), [within("rawKeyPrefix", "age")]],
    ["the session of all", deny({ rawKeyPrefix: "global" }), [within("rawKeyPrefix", "global")]],
    ["what is not known", deny({ rawKeyPrefix: "unk" }), [within("rawKeyPrefix", "unk")]],
    ["what goes on behind that", deny({ rawKeyPrefix: "globals:" }), [never]],
    ["the beginning of an id", deny({ keyPrefix: "irc:1" }), [within("keyPrefix", "irc:1")]],
    ["a whole segment", deny({ keyPrefix: "irc:" }), []],
    [
      "an agent that is none",
      deny({ agent: "wrk" }),
      [`warning unknown-agent ${first}.match.agent: there is no agent "wrk" (did you mean \`work\`?)`],
    ],
    ["one that is", deny({ agent: "work" }), []],
    [
      "a peer of any channel",
      deny({ peer: "7" }),
      [
        `warning peer-without-channel ${first}.match.peer: matches that id on every channel (name its \`channel\` too)`,
      ],
    ],
    ["a peer of one", deny({ peer: "7", channel: "telegram" }), []],
  ])("%s", (_, rule, expected) => {
    const sendPolicy = { default: "allow", rules: [rule] };
    expect(said({ session: { sendPolicy }, agents })).toEqual(expected);
  });

  const scopeHint = "write `agents.defaults.memorySearch.scope`";
  const missing =
    'warning missing-default session.sendPolicy.default: is not set, so sending is allowed whether or not a rule allows it (write `default: "deny"` or `default: "allow"`)';
  const bare = { rules: [{ action: "allow", match: { channel: "telegram" } }] };
  it.each<readonly [string, object, readonly string[]]>([
    [
      "a rule that another decides before",
      { session: { sendPolicy: { rules: [deny({ channel: "telegram" }), deny({ channel: "telegram" })] } } },
      [
        `warning shadowed-rule session.sendPolicy.rules[1]: never decides: ${first} decides before it whenever it matches (remove one of the two)`,
      ],
    ],
    ["an allow where no default is written", { session: { sendPolicy: bare } }, [missing]],
    [
      "an allow beside a deny, likewise",
      { session: { sendPolicy: { rules: [deny({ channel: "discord" }), ...bare.rules] } } },
      [missing],
    ],
    ["an allow where one is", { session: { sendPolicy: { ...bare, default: "deny" } } }, []],
    ["a deny where none is", { session: { sendPolicy: { rules: [deny({ channel: "telegram" })] } } }, []],
    ["no rules at all", { session: { sendPolicy: {} } }, []],
    [
      "an empty list",
      { session: { sendPolicy: { default: "deny", rules: [] } } },
      ["warning empty-list session.sendPolicy.rules: has no effect: it is empty (remove it)"],
    ],
    [
      "a scope that nothing reads",
      { memory: { qmd: { scope: { default: "deny" } } } },
      [`warning setting-without-effect memory.qmd.scope: is not read (${scopeHint})`],
    ],
    ["no scope there", { memory: { qmd: {} } }, []],
    ["nothing there", { memory: {} }, []],
    ["an agent where none are listed", { session: { sendPolicy: { rules: [deny({ agent: "x" })] } } }, []],
    [
      "a scope of an agent",
      { agents: { list: [{ id: "main", memorySearch: { scope: { default: "deny", rules: [] } } }] } },
      ["warning empty-list agents.list[0].memorySearch.scope.rules: has no effect: it is empty (remove it)"],
    ],
  ])("%s", (_, config, expected) => {
    expect(said(config)).toEqual(expected);
  });
});
