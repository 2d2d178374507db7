import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainSandbox } from "../../../src/policy/sandbox/explain.ts";
import type { SandboxRequest } from "../../../src/policy/sandbox/sandbox-rule.ts";
import { evaluateSandbox } from "../../../src/policy/sandbox/sandbox.ts";
import { changeSettings } from "../change-settings.ts";
import { knownTo } from "../../known-to.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

type Sandbox = NonNullable<NonNullable<NonNullable<ConfigInput["agents"]>["defaults"]>["sandbox"]>;

function decide(sandbox: Sandbox, request: SandboxRequest) {
  return evaluateSandbox(request, parsePolicy({ agents: { defaults: { sandbox } } }, { edition: "2026-11" }));
}

describe("evaluateSandbox", () => {
  it.each<readonly [Sandbox, SandboxRequest, boolean, string]>([
    [
      {},
      { action: "write-workspace" },
      true,
      "The sandbox lets it through: the session is not sandboxed (the default of 2026-11).",
    ],
    [
      { mode: "off" },
      { action: "write-workspace" },
      true,
      "The sandbox lets it through: the session is not sandboxed (agents.defaults.sandbox.mode).",
    ],
    [
      { enabled: true },
      { action: "read-workspace" },
      false,
      "The sandbox does not let it through: its access to the workspace is none (the default of 2026-11).",
    ],
    [
      { enabled: true, workspaceAccess: "ro" },
      { action: "read-workspace" },
      true,
      "The sandbox lets it through: its access to the workspace is ro (agents.defaults.sandbox.workspaceAccess).",
    ],
    [
      { enabled: true, workspaceAccess: "ro" },
      { action: "write-workspace" },
      false,
      "The sandbox does not let it through: its access to the workspace is ro (agents.defaults.sandbox.workspaceAccess).",
    ],
    [
      { enabled: true, workspaceAccess: "rw" },
      { action: "write-workspace" },
      true,
      "The sandbox lets it through: its access to the workspace is rw (agents.defaults.sandbox.workspaceAccess).",
    ],
    [
      { mode: "all" },
      { action: "network" },
      false,
      "The sandbox does not let it through: its network is none (the default of 2026-11).",
    ],
    [
      { mode: "all", network: "restricted" },
      { action: "network" },
      false,
      "The sandbox does not let it through: its network is restricted (agents.defaults.sandbox.network).",
    ],
    [
      { mode: "all", network: "full" },
      { action: "network" },
      true,
      "The sandbox lets it through: its network is full (agents.defaults.sandbox.network).",
    ],
    [
      { mode: "all", tools: { deny: ["exec"] } },
      { action: "tool", tool: "exec" },
      false,
      "The sandbox does not let it through: its lists do not allow the tool (agents.defaults.sandbox.tools.deny[0]).",
    ],
    [
      { mode: "all" },
      { action: "tool", tool: "read" },
      true,
      "The sandbox lets it through: its lists allow the tool (tools.sandbox.tools.allow: the default of 2026-11).",
    ],
    [
      { mode: "all" },
      { action: "tool", tool: "web_fetch" },
      false,
      "The sandbox does not let it through: its lists do not allow the tool (tools.sandbox.tools: the default of 2026-11).",
    ],
    [
      { mode: "all", tools: { allow: ["read"] } },
      { action: "tool", tool: "exec" },
      false,
      "The sandbox does not let it through: its lists do not allow the tool (agents.defaults.sandbox.tools).",
    ],
    [
      { mode: "all", workspaceAccess: "ro", tools: { allow: ["*"] } },
      { action: "tool", tool: "Apply-Patch" },
      false,
      "The sandbox does not let it through: its access to the workspace is ro (agents.defaults.sandbox.workspaceAccess).",
    ],
    [
      { mode: "all", workspaceAccess: "rw" },
      { action: "tool", tool: "write" },
      true,
      "The sandbox lets it through: its lists allow the tool (tools.sandbox.tools.allow: the default of 2026-11).",
    ],
    [
      { mode: "all" },
      { action: "tool" },
      false,
      "The sandbox does not let it through: the request names no tool.",
    ],
  ])("%j, %j: %s", (sandbox, request, allowed, sentence) => {
    const decision = decide(sandbox, request);
    expect(decision.allowed).toBe(allowed);
    expect(explainSandbox(decision)).toBe(sentence);
  });

  it.each([
    ["off", "none"],
    [false, "none"],
    ["Disabled", "none"],
    ["none ", "none"],
    ["on", "full"],
    [true, "full"],
    ["open", "full"],
    ["bridge", "full"],
    ["limited", "restricted"],
    ["restrcted", "restricted"],
    ["vpn", undefined],
    [0, undefined],
    [null, undefined],
    [["full"], undefined],
    ["__proto__", undefined],
  ])("refuses the network %j, and shows %s for it", (network, meant) => {
    const text = JSON.stringify({ agents: { list: [{ id: "guest", sandbox: { network } }] } });
    const parsed = safeParsePolicy(text, { edition: "2026-11" });
    const hint = meant === undefined ? "one of full, restricted, none" : `did you mean \`${meant}\`?`;
    const found = parsed.ok ? [] : parsed.issues.filter(({ path }) => path !== "agents.list[0].sandbox");
    expect(found).toMatchObject([{ path: "agents.list[0].sandbox.network", hint }]);
  });

  it.each<readonly [Edition, string | undefined, string, boolean]>([
    ["2026-11", "full", "full", true],
    ["2026-11", undefined, "none", false],
    ["openclaw@2026.9.6", undefined, "none", false],
  ])("%s: a network %s is %s, and lets through: %s", (edition, network, told, allowed) => {
    const sandbox = { mode: "all", ...(network !== undefined && { network }) } as const;
    const policy = parsePolicy({ agents: { defaults: { sandbox } } }, { edition });
    expect(evaluateSandbox({ action: "network" }, policy)).toMatchObject({ network: told, allowed });
    const outside = parsePolicy({}, { edition });
    const { network: open } = evaluateSandbox({ action: "network" }, outside);
    expect(open).toBe(edition === "2026-11" ? "full" : "open");
  });

  it("leaves out the main session where only the others are sandboxed, and only when it is known", () => {
    const confines = (request: Pick<SandboxRequest, "key">) =>
      decide({ mode: "non-main" }, { action: "network", ...request }).sandboxed;
    expect(confines({ key: "agent:main:main" })).toBe(false);
    expect(confines({ key: "agent:main:irc:group:a" })).toBe(true);
    expect(confines({})).toBe(true);
  });

  it("takes an agent's word before everybody's, field by field", () => {
    const config = {
      agents: {
        defaults: { sandbox: { mode: "all", workspaceAccess: "ro" } },
        list: [
          { id: "main", default: true },
          { id: "guest", sandbox: { workspaceAccess: "none" } },
        ],
      },
    } as const;
    const policy = parsePolicy(config, { edition: "2026-11" });
    expect(evaluateSandbox({ action: "read-workspace", agentId: "main" }, policy).allowed).toBe(true);
    expect(evaluateSandbox({ action: "read-workspace", agentId: "guest" }, policy).path).toBe(
      "agents.list[1].sandbox.workspaceAccess",
    );
  });

  it("denies a message without a session, and an agent that the key contradicts", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;
    expect(evaluateSandbox({ ...unresolved, action: "network" }, policy).reason).toBe("unresolved-session");
    expect(evaluateSandbox({ action: "network", agentId: "a", key: "agent:b:main" }, policy).reason).toBe(
      "fact-mismatch",
    );
  });
});

describe("the trace of a decision about a sandbox", () => {
  const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 200);
  const names = fc.array(fc.constantFrom("read", "exec", "browser", "group:ui", "*"), {
    minLength: 1,
    maxLength: 2,
  });
  const tools = fc.record({ allow: names, deny: names }, { requiredKeys: [] });
  const sandbox = fc.record(
    {
      enabled: fc.boolean(),
      mode: fc.constantFrom("off", "non-main", "all"),
      workspaceAccess: fc.constantFrom("none", "ro", "rw"),
      network: fc.constantFrom("none", "restricted", "full"),
      tools,
    },
    { requiredKeys: [] },
  );
  const configs = fc.record({
    tools: fc.record({ sandbox: fc.record({ tools }, { requiredKeys: [] }) }, { requiredKeys: [] }),
    agents: fc.record({
      defaults: fc.record({ sandbox }, { requiredKeys: [] }),
      list: fc.tuple(fc.record({ id: fc.constant("main"), sandbox }, { requiredKeys: ["id"] })),
    }),
  }) as fc.Arbitrary<ConfigInput>;
  const requests = fc.record(
    {
      action: fc.constantFrom("read-workspace", "write-workspace", "network", "tool"),
      tool: fc.constantFrom("read", "exec", "browser", "write", "apply-patch"),
      agentId: fc.constant("main"),
      key: fc.constantFrom("agent:main:main", "agent:main:irc:group:a"),
      mainKey: fc.constant("agent:main:main"),
    },
    { requiredKeys: ["action"] },
  ) as fc.Arbitrary<SandboxRequest>;
  const editions = fc.constantFrom<Edition>("openclaw@2026.3.7", "openclaw@2026.9.6", "2026-11");

  it("agrees with the decision, and names settings that turn it, all of them needed", () => {
    fc.assert(
      fc.property(configs, requests, editions, (config, request, edition) => {
        const policy = parsePolicy(knownTo(edition, config), { edition });
        const { trace, ...decision } = evaluateSandbox(request, policy, { trace: true });
        expect(evaluateSandbox(request, policy)).toEqual(decision);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        // The lists of tools are named by entry.
        const { path, reason } = decision;
        const named = trace?.settings.some(({ setting }) => setting === path);
        expect(path === undefined || reason === "tools" || named).toBe(true);
        const after = (changes: Parameters<typeof changeSettings>[1]) => {
          const changed = changeSettings(knownTo(edition, config), changes, 0);
          return evaluateSandbox(request, uncheckedPolicy(changed, edition)).allowed;
        };
        expect(trace?.opposite.length).toBeGreaterThan(0);
        for (const changes of trace?.opposite ?? []) {
          expect({ changes, after: after(changes) }).toEqual({ changes, after: !decision.allowed });
          for (const choice of changes)
            expect(after(changes.filter((each) => each !== choice))).toBe(decision.allowed);
        }
      }),
      { numRuns },
    );
  });

  it("names what was asked, the nearest word first, and every way out", () => {
    const config: ConfigInput = {
      agents: {
        defaults: { sandbox: { mode: "all", workspaceAccess: "rw" } },
        list: [{ id: "guest", sandbox: { workspaceAccess: "ro" } }],
      },
    };
    const request = { action: "write-workspace", agentId: "guest" } as const;
    const policy = parsePolicy(config, { edition: "2026-11" });
    expect(evaluateSandbox(request, policy, { trace: true }).trace).toEqual({
      settings: [
        { setting: "agents.defaults.sandbox.mode", value: "all" },
        { setting: "agents.list[0].sandbox.workspaceAccess", value: "ro" },
        { setting: "agents.defaults.sandbox.workspaceAccess", value: "rw" },
      ],
      opposite: [
        [[{ setting: "agents.list[0].sandbox.workspaceAccess", to: "rw" }]],
        [[{ setting: "agents.defaults.sandbox.mode", to: "off" }]],
      ],
    });
  });
});
