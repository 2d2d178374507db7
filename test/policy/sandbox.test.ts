import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { explainSandbox } from "../../src/policy/explain-sandbox.ts";
import { evaluateSandbox, type SandboxRequest } from "../../src/policy/sandbox.ts";

type Sandbox = NonNullable<NonNullable<NonNullable<ConfigInput["agents"]>["defaults"]>["sandbox"]>;

function decide(sandbox: Sandbox, request: SandboxRequest) {
  return evaluateSandbox(request, parsePolicy({ agents: { defaults: { sandbox } } }, { edition: "2026-11" }));
}

describe("evaluateSandbox", () => {
  it.each<readonly [Sandbox, SandboxRequest, boolean, string]>([
    [{}, { action: "write-workspace" }, true, "The sandbox lets it through: the session is not sandboxed."],
    [
      { enabled: true },
      { action: "read-workspace" },
      false,
      "The sandbox does not let it through: its access to the workspace is none.",
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
      "The sandbox does not let it through: its network is none.",
    ],
    [
      { mode: "all", network: "restricted" },
      { action: "network" },
      false,
      "The sandbox does not let it through: its network is restricted (agents.defaults.sandbox.network).",
    ],
    [
      { mode: "all", network: "bridge" },
      { action: "network" },
      true,
      "The sandbox lets it through: its network is bridge (agents.defaults.sandbox.network).",
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
      "The sandbox lets it through: its lists allow the tool (tools.sandbox.tools.allow).",
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

  it("leaves out the main session where only the others are sandboxed, and only when it is known", () => {
    const key = "agent:main:main";
    expect(decide({ mode: "non-main" }, { action: "network", key, mainKey: key }).sandboxed).toBe(false);
    expect(
      decide({ mode: "non-main" }, { action: "network", key: "agent:main:irc:group:a", mainKey: key })
        .sandboxed,
    ).toBe(true);
    expect(decide({ mode: "non-main" }, { action: "network", key }).sandboxed).toBe(true);
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
      "agent-mismatch",
    );
  });
});
