import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { parsePath } from "../../../src/config/path.ts";
import { without } from "../../../src/config/without.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { ceiling } from "../../../src/policy/ceiling/ceiling.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { roomSections } from "../access/room-arbitraries.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { defaultAgent } from "../../../src/scope/routing/agent-choice.ts";
import { evaluateExec } from "../../../src/policy/exec/exec.ts";
import { evaluateMemorySearch } from "../../../src/policy/memory/memory-search.ts";
import type { SandboxAction } from "../../../src/policy/sandbox/sandbox-rule.ts";
import { evaluateSandbox } from "../../../src/policy/sandbox/sandbox.ts";
import { evaluateSend } from "../../../src/policy/send/send.ts";
import { evaluateTool, type ToolRequest } from "../../../src/policy/tool/tool.ts";
import { evaluateVisibility } from "../../../src/policy/visibility/visibility.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 150) };

const some = { requiredKeys: [] as [] };
const ids = fc.uniqueArray(fc.constantFrom("1", "2", "3", "*"), { minLength: 1, maxLength: 2 });
const groupPolicy = fc.constantFrom("open", "allowlist", "disabled");
const names = fc.uniqueArray(
  fc.constantFrom(
    "read",
    "exec",
    "write",
    "group:fs",
    "group:runtime",
    "sessions_*",
    "session_status",
    "*",
    "lobster",
    "lob*",
  ),
  { minLength: 1, maxLength: 3 },
);
const selection = fc.record({ allow: names, alsoAllow: names, deny: names }, some);
const topic = fc.record(
  { enabled: fc.boolean(), requireMention: fc.boolean(), allowFrom: ids, groupPolicy },
  some,
);
const room = fc.record(
  {
    enabled: fc.boolean(),
    requireMention: fc.boolean(),
    allowFrom: ids,
    groupPolicy,
    topics: fc.dictionary(fc.constantFrom("7", "*"), topic, { maxKeys: 2 }),
    tools: selection,
    toolsBySender: fc.dictionary(fc.constantFrom("id:1", "*"), selection, { maxKeys: 2 }),
  },
  some,
);
const account = fc.record(
  {
    enabled: fc.boolean(),
    dmPolicy: fc.constantFrom("pairing", "allowlist", "disabled"),
    allowFrom: ids,
    groupPolicy,
    groupAllowFrom: ids,
    requireMention: fc.boolean(),
    groups: fc.dictionary(fc.constantFrom("-1", "-2", "*"), room, { maxKeys: 2 }),
  },
  some,
);
const channel = fc
  .tuple(account, fc.record({ accounts: fc.dictionary(fc.constant("work"), account, { maxKeys: 1 }) }, some))
  .map(([own, more]) => ({ ...own, ...more }));
const rule = fc.record({
  action: fc.constantFrom("allow", "deny"),
  match: fc.record(
    {
      channel: fc.constantFrom("telegram", "signal"),
      chatType: fc.constantFrom("direct", "group"),
      keyPrefix: fc.constantFrom("telegram:", "telegram:group:", "agent:main:"),
    },
    some,
  ),
});
const scope = fc.record(
  { default: fc.constantFrom("allow", "deny"), rules: fc.array(rule, { minLength: 1, maxLength: 2 }) },
  some,
);
const ofCommands = {
  host: fc.constantFrom("sandbox", "gateway", "node"),
  strictInlineEval: fc.boolean(),
};
const byWord = fc.record(
  { mode: fc.constantFrom("deny", "allowlist", "ask", "auto", "full"), ...ofCommands },
  some,
);
const byWords = fc.record(
  {
    security: fc.constantFrom("deny", "allowlist", "full"),
    ask: fc.constantFrom("off", "on-miss", "always"),
    ...ofCommands,
    approvals: fc.record(
      {
        enabled: fc.boolean(),
        policy: fc.constantFrom("allowlist", "always", "never"),
        allowlist: fc.constantFrom(["ls"], ["ls *"], ["ls -l *", "pwd"], ["ls -l", "ls -l a", "pwd *"]),
      },
      some,
    ),
  },
  some,
);
const exec = fc.oneof({ weight: 3, arbitrary: byWords }, { weight: 1, arbitrary: byWord });
const elevated = fc.record(
  { enabled: fc.boolean(), allowFrom: fc.record({ telegram: fc.constantFrom(["1"], ["2"], ["*"]) }) },
  some,
);
const profile = fc.constantFrom("minimal", "coding", "messaging", "full");
const tools = fc.record(
  {
    profile,
    allow: names,
    alsoAllow: names,
    deny: names,
    byProvider: fc.dictionary(
      fc.constantFrom("openai", "openai/gpt-5"),
      fc.record({ profile, allow: names, deny: names }, some),
      { maxKeys: 2 },
    ),
    toolsBySender: fc.dictionary(fc.constantFrom("id:1", "*"), selection, { maxKeys: 2 }),
    sandbox: fc.record({ tools: selection }),
    subagents: fc.record({ tools: selection }),
    exec,
    elevated,
    fs: fc.constant({}),
  },
  some,
);
const sandbox = fc.record(
  {
    enabled: fc.boolean(),
    mode: fc.constantFrom("off", "non-main", "all"),
    workspaceAccess: fc.constantFrom("none", "ro", "rw"),
    network: fc.constantFrom("none", "restricted", "full"),
    docker: fc.record({ network: fc.constantFrom("none", "bridge", "other") }),
    scope: fc.constantFrom("session", "agent", "shared"),
    sessionToolsVisibility: fc.constantFrom("spawned", "all"),
  },
  some,
);
const sessions = fc.record(
  {
    sessions: fc.record({ visibility: fc.constantFrom("self", "tree", "agent", "all") }),
    agentToAgent: fc.record(
      { enabled: fc.boolean(), allow: fc.constantFrom(["main"], ["*"], ["m*", "work"]) },
      some,
    ),
  },
  some,
);
const discord = fc.record(
  {
    groupPolicy,
    guilds: fc.dictionary(
      fc.constantFrom("9", "*"),
      fc.record(
        {
          requireMention: fc.boolean(),
          users: fc.constantFrom(["1"], ["2"]),
          tools: fc.constantFrom({ allow: ["read"] }, { deny: ["exec"] }),
        },
        some,
      ),
    ),
  },
  some,
);
const config = fc.record(
  {
    session: fc.record({ sendPolicy: scope }, some),
    tools: fc.tuple(tools, sessions).map(([lists, more]) => ({ ...lists, ...more })),
    channels: fc.record(
      {
        telegram: channel,
        signal: channel,
        irc: roomSections.irc,
        discord,
        defaults: fc.record({ groupPolicy }, some),
      },
      some,
    ),
    agents: fc.record(
      {
        defaults: fc.record(
          {
            sandbox,
            memorySearch: fc.record({ scope }),
            subagents: fc.record({ maxSpawnDepth: fc.constantFrom(1, 3) }),
          },
          some,
        ),
        list: fc.uniqueArray(
          fc.record(
            {
              id: fc.constantFrom("main", "work"),
              default: fc.boolean(),
              tools,
              sandbox,
              memorySearch: fc.record({ scope }),
            },
            { requiredKeys: ["id"] },
          ),
          { minLength: 1, maxLength: 2, selector: ({ id }) => id },
        ),
      },
      some,
    ),
  },
  some,
) as fc.Arbitrary<ConfigInput>;

const agentId = fc.constantFrom("main", "work", "other");
const message = fc.record(
  {
    channel: fc.constantFrom("telegram", "signal", "irc", "slack", "discord"),
    chatType: fc.constantFrom("direct", "group", "channel"),
    guild: fc.constantFrom("9", "8"),
    account: fc.constantFrom("work", "default"),
    peer: fc.constantFrom("-1", "-2", "-3", "1", "2", "constructor"),
    sender: fc.constantFrom("1", "2", "3"),
    thread: fc.constantFrom("7", "8"),
    mentioned: fc.boolean(),
    paired: fc.constantFrom(["1"], ["2", "3"]),
  },
  { requiredKeys: ["channel", "chatType"] },
) as fc.Arbitrary<AccessRequest>;
const wanted = fc
  .record(
    {
      tool: fc.constantFrom(
        "read",
        "exec",
        "write",
        "apply_patch",
        "session_status",
        "sessions_list",
        "gateway",
        "lobster_run",
        "image",
        "canvas",
      ),
      plugin: fc.constant("lobster"),
      agentId,
      provider: fc.constant("openai"),
      model: fc.constantFrom("gpt-5", "gpt-4"),
      channel: fc.constantFrom("telegram", "signal", "discord"),
      account: fc.constant("work"),
      chatType: fc.constant("group"),
      guild: fc.constantFrom("9", "8"),
      peer: fc.constantFrom("-1", "-2", "-3"),
      sender: fc.constantFrom("1", "2"),
      sandboxed: fc.boolean(),
      subagent: fc.constantFrom({}, { spawnDepth: 2 }),
    },
    { requiredKeys: ["tool"] },
  )
  // A plugin's tools have names of their own.
  .map(({ plugin, ...request }) =>
    plugin === undefined ? request : { ...request, plugin, tool: "lobster_run" },
  ) as fc.Arbitrary<ToolRequest>;
const key = fc.constantFrom(
  "agent:main:main",
  "agent:work:main",
  "agent:main:telegram:direct:1",
  "agent:main:telegram:group:-1",
  "agent:work:irc:group:a",
  "agent:main:subagent:x",
  "cron:x",
);

/** One question of every kind that a policy answers with yes or no. */
const question = fc.oneof(
  message.map((request) => (policy: Policy) => evaluateAccess(request, policy).allowed),
  wanted.map((request) => (policy: Policy) => evaluateTool(request, policy).allowed),
  fc
    .record(
      {
        command: fc.constantFrom("ls", "ls -l", "ls -l a", "pwd -P", "rm", "ls | wc", "python3 -c 1"),
        agentId,
        key,
        sandboxed: fc.boolean(),
        host: fc.constantFrom("gateway" as const, "node" as const),
        ask: fc.constant("always" as const),
        channel: fc.constant("telegram"),
        sender: fc.constantFrom("1", "2"),
        elevated: fc.boolean(),
        elevatedLevel: fc.constantFrom("on" as const, "full" as const),
      },
      { requiredKeys: ["command"] },
    )
    .map((request) => (policy: Policy) => evaluateExec(request, policy).allowed),
  fc
    .record(
      {
        action: fc.constantFrom<SandboxAction>("read-workspace", "write-workspace", "network", "tool"),
        tool: fc.constantFrom("read", "write", "edit", "browser"),
        agentId,
        key,
      },
      { requiredKeys: ["action", "tool"] },
    )
    .map((request) => (policy: Policy) => evaluateSandbox(request, policy).allowed),
  key.map((of) => (policy: Policy) => evaluateSend({ key: of }, policy).allowed),
  key.map((of) => (policy: Policy) => evaluateMemorySearch({ key: of }, policy).allowed),
  fc
    .record({
      action: fc.constantFrom("list" as const, "history" as const, "send" as const),
      requester: key,
      target: key,
      sandboxed: fc.boolean(),
    })
    .map((request) => (policy: Policy) => evaluateVisibility(request, policy).allowed),
);

const sampled: readonly Edition[] = [
  "2026-11",
  "2026-11",
  "openclaw@2026.1.29",
  "openclaw@2026.2.12",
  "openclaw@2026.2.24",
  "openclaw@2026.3.7",
  "openclaw@2026.3.28",
  "openclaw@2026.4.9",
  "openclaw@2026.4.29",
  "openclaw@2026.5.28",
  "openclaw@2026.7.1",
  "openclaw@2026.8.1",
  "openclaw@2026.9.6",
];

/** A config without what an edition refuses; undefined where that is more than some settings. */
function readable(written: ConfigInput, edition: Edition): Policy | undefined {
  let config: ConfigInput = written;
  for (let look = 0; look < 12; look += 1) {
    const parsed = safeParsePolicy(config, { edition });
    if (parsed.ok) return parsed.policy;
    const [wrong] = parsed.issues;
    config = without(config, parsePath(wrong.path) ?? []) as ConfigInput;
  }
  return undefined;
}

describe("ceiling", () => {
  it("allows only what both allow, and can be written down", () => {
    fc.assert(
      fc.property(
        config,
        config,
        fc.array(question, { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...sampled),
        (x, y, questions, edition) => {
          const [a, b] = [readable(x, edition), readable(y, edition)];
          fc.pre(a !== undefined && b !== undefined);
          // Where the default agents differ, requests that name none are decided by what holds for all agents.
          fc.pre(isDeepStrictEqual(defaultAgent(a), defaultAgent(b)));
          const met = ceiling(a, b);
          expect(met.ok).toBe(true);
          if (!met.ok) return;
          const again = parsePolicy(JSON.parse(JSON.stringify(met.policy.config)) as ConfigInput, {
            edition,
          });
          for (const ask of questions) {
            expect(ask(met.policy) && !(ask(a) && ask(b))).toBe(false);
            expect(ask(again)).toBe(ask(met.policy));
          }
        },
      ),
      runs,
    );
  });

  it("allows what a policy allows that is met with itself", () => {
    fc.assert(
      fc.property(config, fc.array(question, { minLength: 20, maxLength: 20 }), (written, questions) => {
        const parsed = safeParsePolicy(written, { edition: "2026-11" });
        fc.pre(parsed.ok);
        const met = ceiling(parsed.policy, parsed.policy);
        fc.pre(met.ok && met.notes.length === 0);
        for (const ask of questions) expect(ask(met.policy)).toBe(ask(parsed.policy));
      }),
      runs,
    );
  });

  it.each([
    ["ro", "none", "denied"],
    ["none", "ro", "denied"],
    ["ro", "rw", "denied"],
    ["ro", "ro", "denied"],
    ["rw", "none", "allowed"],
  ] as const)("of a workspace %s and one %s: a tool that writes it is %s", (one, other, expected) => {
    const [a, b] = [one, other].map((workspaceAccess) =>
      parsePolicy({ agents: { defaults: { sandbox: { workspaceAccess } } } }, { edition: "2026-11" }),
    );
    const met = a && b && ceiling(a, b);
    const answers = met?.ok
      ? ["write", "edit", "apply_patch", "read"].map(
          (tool) => evaluateTool({ tool, agentId: "main", sandboxed: true }, met.policy).reason,
        )
      : [];
    expect(answers).toEqual([expected, expected, expected, "allowed"]);
  });

  it("of two profiles with lists beside them allows what both come to", () => {
    const [a, b] = [
      { profile: "coding", allow: ["browser"] },
      { profile: "messaging", allow: ["browser", "read"] },
    ].map((tools) => parsePolicy({ tools }, { edition: "2026-11" }));
    const met = a && b && ceiling(a, b);
    const allowed = met?.ok
      ? ["browser", "read", "exec", "message", "sessions_list"].filter(
          (tool) => evaluateTool({ tool, agentId: "main" }, met.policy).allowed,
        )
      : [];
    expect(allowed).toEqual(["browser", "read", "sessions_list"]);
  });

  it("tells of editions that differ", () => {
    const [a, b] = (["2026-11", "openclaw@2026.9.6"] as const).map((edition) => parsePolicy({}, { edition }));
    expect(a && b && ceiling(a, b)).toEqual({ ok: false, reason: "other-edition" });
  });

  it("notes where the config language has no word for what both allow", () => {
    const parse = (written: ConfigInput) => parsePolicy(written, { edition: "openclaw@2026.9.6" });
    const met = ceiling(
      parse({ tools: { byProvider: { openai: { deny: ["exec"] } } } }),
      parse({ tools: { byProvider: { zai: { deny: ["read"] } } } }),
    );
    expect(met.ok && met.notes.map(({ path }) => path)).toEqual(["tools.byProvider"]);
  });
});
