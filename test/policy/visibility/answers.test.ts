import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainVisibility } from "../../../src/policy/visibility/explain.ts";
import type { VisibilityRequest } from "../../../src/policy/visibility/visibility-facts.ts";
import { evaluateVisibility, visibleSessions } from "../../../src/policy/visibility/visibility.ts";

const main = "agent:main:main";
const stranger = "agent:main:telegram:direct:7";
const otherAgent = "agent:work:main";
const sandboxed = { requester: { key: "agent:main:x", sandboxed: true } } as const;

function decide(request: Partial<VisibilityRequest>, config: ConfigInput = {}, edition: Edition = "2026-11") {
  const whole = { action: "list", requester: main, target: stranger, ...request } as const;
  return evaluateVisibility(whole, parsePolicy(config, { edition }), { trace: true });
}

describe("what would have to change for the opposite answer", () => {
  const level = "tools.sessions.visibility";
  const sandbox = "agents.defaults.sandbox.sessionToolsVisibility";
  const all = { tools: { sessions: { visibility: "all" } } } as const;
  const open = {
    tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["*"] } },
  } as const;
  const closed = { tools: { agentToAgent: { enabled: true, allow: ["x"] } } } as const;
  const latest = "openclaw@2026.9.6";

  it.each<readonly [string, Partial<VisibilityRequest>, ConfigInput, Edition, readonly string[]]>([
    ["a wider view", {}, {}, "2026-11", [`${level}=agent`, `${level}=all`]],
    ["a narrower one", {}, {}, latest, [`${level}=self`, `${level}=tree`]],
    ["nothing, for itself", { target: main }, {}, "2026-11", []],
    [
      "both, for another agent",
      { target: otherAgent },
      {},
      "2026-11",
      [`${level}=all & tools.agentToAgent.enabled=true`],
    ],
    ["the list", { target: otherAgent }, closed, latest, ['tools.agentToAgent.allow=["*"]']],
    ["the switch", { target: otherAgent }, all, "2026-11", ["tools.agentToAgent.enabled=true"]],
    [
      "any of what lets agents reach each other",
      { target: otherAgent },
      open,
      "2026-11",
      [
        "tools.agentToAgent.allow=",
        "tools.agentToAgent.enabled=false",
        `${level}=self`,
        `${level}=tree`,
        `${level}=agent`,
      ],
    ],
    ["the sandbox", sandboxed, {}, latest, [`${sandbox}=all`]],
    [
      "the sandbox, and a wider view",
      sandboxed,
      {},
      "2026-11",
      [`${level}=agent & ${sandbox}=all`, `${level}=all & ${sandbox}=all`],
    ],
    [
      "the sandbox, that it may confine",
      sandboxed,
      {
        tools: { sessions: { visibility: "agent" } },
        agents: { defaults: { sandbox: { sessionToolsVisibility: "all" } } },
      },
      "2026-11",
      [`${sandbox}=spawned`, `${level}=self`, `${level}=tree`],
    ],
    [
      "no level, in releases that read none",
      { target: otherAgent },
      {},
      "openclaw@2026.2.12",
      ["tools.agentToAgent.enabled=true"],
    ],
  ])("%s", (_, request, config, edition, expected) => {
    const written = (to: unknown) =>
      typeof to === "string" ? to : to === undefined ? "" : JSON.stringify(to);
    const opposite = decide(request, config, edition).trace?.opposite.map((changes) =>
      changes.map(([change]) => `${change?.setting ?? ""}=${written(change?.to)}`).join(" & "),
    );
    expect(opposite).toEqual(expected);
  });

  it("is told with the settings and the facts that decided, where it is asked for", () => {
    const related = {
      incognito: false,
      self: false,
      requesterAgent: "main",
      targetAgent: "main",
      owned: false,
      task: false,
      main: false,
      sandboxed: false,
      confined: false,
    };
    const settings = { visibility: "tree", sandbox: "spawned", agentToAgent: true, admitted: true };
    const told = (target: string) => {
      const { facts, settings } = decide({ target }, closed).trace ?? {};
      return { facts, settings };
    };
    expect(told(stranger)).toEqual({ facts: related, settings });
    // No agent needs a list to reach itself, and within one agent a sub-agent is a session as any.
    expect(told("agent:main:subagent:a")).toEqual({ facts: related, settings });
    expect(told("agent:work:subagent:a")).toEqual({
      facts: { ...related, targetAgent: "work", task: true },
      settings: { ...settings, admitted: false },
    });
    const request = { action: "list", requester: main, target: stranger } as const;
    expect(evaluateVisibility(request, parsePolicy({}, { edition: "2026-11" }))).not.toHaveProperty("trace");
    expect(
      evaluateVisibility(request, parsePolicy({}, { edition: "2026-11" }), { trace: false }),
    ).not.toHaveProperty("trace");
  });
});

describe("what is said of it", () => {
  it.each<readonly [Partial<VisibilityRequest>, ConfigInput, string]>([
    [
      {},
      {},
      "The session may not list the other one: a session sees only itself and its tree (visibility tree, the default of 2026-11).",
    ],
    [
      { action: "history" },
      { tools: { sessions: { visibility: "agent" } } },
      "The session may read the other one: both belong to one agent (visibility agent).",
    ],
    [
      { target: { key: 7 as unknown as string } },
      {},
      "The session may not see the other one: something in the request cannot be read (target.key).",
    ],
  ])("%j under %j: %s", (request, config, sentence) => {
    expect(explainVisibility(decide(request, config))).toBe(sentence);
  });
});

describe("a request that cannot be read shows nothing, and says which fact is at fault", () => {
  const sees = {
    tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["*"] } },
  } as const;
  it.each<readonly [string, object, string, readonly string[]]>([
    ["what to do, of nobody's words", { action: "read" }, "malformed-request", ["action"]],
    ["no action", { action: undefined }, "malformed-request", ["action"]],
    ["who spawned whom, in a text", { spawnedBy: "x" }, "malformed-request", ["spawnedBy"]],
    ["a default agent that is a number", { defaultAgentId: 7 }, "malformed-request", ["defaultAgentId"]],
    ["nobody who asks", { requester: undefined }, "malformed-request", ["requester"]],
    ["a number that asks", { requester: 7 }, "malformed-request", ["requester"]],
    ["one who asks without a key", { requester: {} }, "malformed-request", ["requester.key"]],
    ["…with one that is a number", { requester: { key: 7 } }, "malformed-request", ["requester.key"]],
    [
      "…of an agent that is a number",
      { requester: { key: main, agentId: 7 } },
      "malformed-request",
      ["requester.agentId"],
    ],
    [
      "…whose main key is a list",
      { requester: { key: main, mainKey: [main] } },
      "malformed-request",
      ["requester.mainKey"],
    ],
    [
      "…whose sandbox is a list",
      { requester: { key: main, sandboxed: [] } },
      "malformed-request",
      ["requester.sandboxed"],
    ],
    [
      "…who spawned a text",
      { requester: { key: main, spawned: stranger } },
      "malformed-request",
      ["requester.spawned"],
    ],
    ["nothing to see", { target: undefined }, "malformed-request", ["target"]],
    ["a number to see", { target: 7 }, "malformed-request", ["target"]],
    ["a session without a key", { target: {} }, "malformed-request", ["target.key"]],
    [
      "…of an agent that is a list",
      { target: { key: stranger, agentId: [] } },
      "malformed-request",
      ["target.agentId"],
    ],
    [
      "…spawned by a list",
      { target: { key: stranger, spawnedBy: [] } },
      "malformed-request",
      ["target.spawnedBy"],
    ],
    [
      "…of an owner that is a list",
      { target: { key: stranger, owner: [] } },
      "malformed-request",
      ["target.owner"],
    ],
    [
      "…under one that is a list",
      { target: { key: stranger, parent: [] } },
      "malformed-request",
      ["target.parent"],
    ],
    [
      "an agent that is not the key's",
      { requester: { key: main, agentId: "work" } },
      "fact-mismatch",
      ["requester.agentId", "requester.key"],
    ],
    [
      "…nor the other's",
      { target: { key: stranger, agentId: "work" } },
      "fact-mismatch",
      ["target.agentId", "target.key"],
    ],
    [
      "a main session that is none by the config",
      { requester: { key: stranger, mainKey: stranger } },
      "fact-mismatch",
      ["requester.mainKey", "requester.key"],
    ],
  ])("%s", (_, wrong, reason, facts) => {
    const { trace, ...decision } = decide(wrong, sees);
    expect(trace).toBeUndefined();
    expect(decision).toMatchObject({ kind: "visibility", allowed: false, reason, visibility: "all" });
    expect([...(decision.facts ?? [])].sort()).toEqual([...facts].sort());
  });

  it("nothing at all is asked to list", () => {
    const policy = parsePolicy(sees, { edition: "2026-11" });
    for (const nothing of [undefined, null, 7, "x"])
      expect(evaluateVisibility(nothing as unknown as VisibilityRequest, policy)).toEqual({
        kind: "visibility",
        action: "list",
        allowed: false,
        reason: "malformed-request",
        visibility: "all",
        facts: ["request"],
      });
  });

  it.each<readonly [string, object]>([
    [
      "absent facts that are named",
      { requester: { key: main, agentId: undefined, mainKey: null, spawned: undefined } },
    ],
    ["a main session that is one", { requester: { key: main, mainKey: main } }],
    ["a main session that is another", { requester: { key: stranger, mainKey: main }, target: main }],
    ["what was spawned, as a list", { requester: { key: main, spawned: [] } }],
    ["what was spawned, as a set", { requester: { key: main, spawned: new Set() } }],
    ["who spawned whom, as a map", { spawnedBy: new Map() }],
    [
      "a row with all that a store has",
      { target: { key: stranger, agentId: "main", spawnedBy: "x", owner: "x", parent: "x" } },
    ],
  ])("but sees, with %s", (_, request) => {
    expect(decide(request, sees)).toMatchObject({ allowed: true, reason: "same-agent" });
  });
});

describe("who asks, and of whom", () => {
  const all = { mode: "all" } as const;
  const everything = { tools: { sessions: { visibility: "all" } } } as const;
  it.each<readonly [string, Partial<VisibilityRequest>, ConfigInput, Edition, string]>([
    [
      "the sandbox hides what was not spawned, in early releases",
      sandboxed,
      {},
      "openclaw@2026.2.12",
      "spawned-only",
    ],
    [
      "a sandbox that the config prescribes",
      {},
      { agents: { defaults: { sandbox: all } } },
      "openclaw@2026.9.6",
      "tree-only",
    ],
    [
      "…for the agent that asks",
      { requester: { key: "global", agentId: "main" }, target: stranger },
      { ...everything, agents: { list: [{ id: "main", sandbox: all }, { id: "work" }] } },
      "2026-11",
      "tree-only",
    ],
    [
      "a session without an agent is that of who asks",
      { requester: { key: "global", agentId: "main" }, target: "global" },
      {},
      "2026-11",
      "self",
    ],
    [
      "…unless such keys have an agent of their own",
      { requester: { key: "global", agentId: "main" }, target: "global", defaultAgentId: "work" },
      {},
      "2026-11",
      "other-agent",
    ],
    [
      "another session without an agent is nobody's",
      { requester: { key: "global", agentId: "main" }, target: "x" },
      {},
      "2026-11",
      "target-agent-unknown",
    ],
    [
      "a main session that is another's word says nothing",
      { requester: { key: stranger, mainKey: "agent:main:x" } },
      {},
      "2026-11",
      "self",
    ],
    [
      "…nor does one of a key without an agent",
      { requester: { key: "global", agentId: "main", mainKey: "global" } },
      everything,
      "2026-11",
      "same-agent",
    ],
  ])("%s", (_, request, config, edition, reason) => {
    expect(decide(request, config, edition).reason).toBe(reason);
  });
});

describe("a session's tree", () => {
  const child = "agent:main:subagent:a";
  const grandchild = "agent:main:subagent:b";
  const sessions = [grandchild, child, stranger];
  const world = { spawnedBy: { [child]: main, [grandchild]: child } };

  it("is listed as each of its sessions is decided alone, whatever was listed before", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    expect([...visibleSessions(main, sessions, policy, world)]).toEqual([grandchild, child]);
    expect([...visibleSessions(main, sessions.toReversed(), policy, world)]).toEqual([child, grandchild]);
    expect([...visibleSessions(stranger, sessions, policy, world)]).toEqual([stranger]);
  });

  it("has for a row what the row tells of itself, and for its namesake what the world tells", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    for (const own of [{ spawnedBy: main }, { owner: main }, { parent: main }])
      for (const rows of [
        [{ key: "agent:main:subagent:z", ...own }, { key: "agent:main:subagent:z" }],
        [
          { key: "agent:main:subagent:z", ...own },
          { key: "agent:main:subagent:y", spawnedBy: "agent:main:subagent:z" },
        ],
      ])
        expect([...visibleSessions(main, rows, policy, world)]).toEqual(rows.slice(0, 1));
  });

  it("does not forget what a row tells of itself where its namesake was looked for in vain", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const key = "agent:main:subagent:z";
    const rows = [{ key }, { key, owner: main }];
    expect([...visibleSessions(main, rows, policy, { spawnedBy: { [key]: stranger } })]).toEqual([rows[1]]);
  });
});

describe("which agents may reach one another", () => {
  it.each<readonly [readonly string[], boolean, string]>([
    [["*"], true, "all of them"],
    [["main", "work"], true, "both are listed"],
    [["Main", "WORK"], true, "in any case"],
    [["ma*", "w*k"], true, "by patterns"],
    [["main"], false, "one is not"],
  ])("%j: %s, for %s", (allow, allowed) => {
    const config = {
      tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: [...allow] } },
    } as const;
    expect(decide({ target: otherAgent }, config).allowed).toBe(allowed);
    expect(decide({}, config).reason).toBe("same-agent");
  });

  it.each<readonly [readonly string[], boolean, string]>([
    [[" main ", "work"], true, "blanks around a name are none of it"],
    [["", "main"], false, "nobody is called nothing"],
    [[" "], false, "…nor blank"],
  ])("in a release %j: %s, for %s", (allow, allowed) => {
    const config = { tools: { agentToAgent: { enabled: true, allow: [...allow] } } };
    expect(decide({ target: otherAgent }, config, "openclaw@2026.9.6").allowed).toBe(allowed);
  });

  it("in early releases not one that a row says is called nothing", () => {
    const config = {
      tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["", "main"] } },
    } as const;
    const ask = { target: { key: otherAgent, agentId: "" } };
    expect(decide(ask, config, "openclaw@2026.3.7").reason).toBe("agent-to-agent-not-allowed");
  });

  const warningsOf = (config: ConfigInput, edition: Edition = "2026-11") => {
    const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
    return (parsed.ok ? parsed.warnings : parsed.issues).filter(({ path }) => path.includes("agentToAgent"));
  };
  const listed = { agents: { list: [{ id: "main" }] } };

  it("is a warning where all may, for want of a list", () => {
    expect(warningsOf({ tools: { agentToAgent: { enabled: true } } })).toEqual([
      {
        severity: "warning",
        code: "open-agent-to-agent",
        path: "tools.agentToAgent.allow",
        message: "is not written, so that every agent can reach every other",
        hint: 'list the agents, or write `allow: ["*"]`',
      },
    ]);
    expect(warningsOf({ tools: { agentToAgent: { enabled: false } } })).toEqual([]);
    expect(warningsOf({ tools: { agentToAgent: {} } })).toEqual([]);
    expect(warningsOf({ tools: { agentToAgent: { enabled: true } } }, "openclaw@2026.9.6")).toEqual([]);
  });

  it("is a warning where a name is nobody's", () => {
    expect(
      warningsOf({
        tools: { agentToAgent: { enabled: true, allow: ["mian", "x*", "MAIN"] } },
        ...listed,
      }),
    ).toEqual([
      {
        severity: "warning",
        code: "unknown-agent",
        path: "tools.agentToAgent.allow[0]",
        message: 'there is no agent "mian"',
        hint: "did you mean `main`?",
      },
    ]);
    expect(warningsOf({ tools: { agentToAgent: { enabled: true, allow: ["mian"] } } })).toEqual([]);
  });
});
