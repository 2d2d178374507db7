import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainSandbox } from "../../../src/policy/sandbox/explain.ts";
import { evaluateSandbox, sandboxOf } from "../../../src/policy/sandbox/sandbox.ts";
import type { SandboxRequest } from "../../../src/policy/sandbox/sandbox-rule.ts";

const closed = { sandboxed: true, workspaceAccess: "none", network: "none" } as const;
const open: ConfigInput = { agents: { defaults: { sandbox: { mode: "off" } } } };

function decide(request: object, config: ConfigInput = open, edition: Edition = "2026-11") {
  return evaluateSandbox(request as SandboxRequest, parsePolicy(config, { edition }), { trace: true });
}

describe("a request that cannot be read is let through by nothing, and says which fact is at fault", () => {
  it.each<readonly [string, object, string, readonly string[]]>([
    ["no action", {}, "malformed-request", ["action"]],
    ["an action that there is none of", { action: "read" }, "malformed-request", ["action"]],
    ["a tool that is a number", { action: "tool", tool: 7 }, "malformed-request", ["tool"]],
    ["an agent that is a list", { action: "network", agentId: [] }, "malformed-request", ["agentId"]],
    ["a key that is a list", { action: "network", key: [] }, "malformed-request", ["key"]],
    [
      "an agent that is not the key's",
      { action: "network", agentId: "a", key: "agent:b:main" },
      "fact-mismatch",
      ["agentId", "key"],
    ],
  ])("%s", (_, request, reason, facts) => {
    const { facts: told = [], ...decision } = decide(request);
    expect(decision).toEqual({ kind: "sandbox", allowed: false, reason, ...closed });
    expect([...told].sort()).toEqual(facts);
  });

  it("nothing at all", () => {
    const policy = parsePolicy(open, { edition: "2026-11" });
    for (const nothing of [undefined, null, 7, "x"])
      expect(evaluateSandbox(nothing as unknown as SandboxRequest, policy)).toMatchObject({
        allowed: false,
        reason: "malformed-request",
      });
  });

  it("is nobody's sandbox, either", () => {
    const policy = parsePolicy(open, { edition: "2026-11" });
    expect(sandboxOf({ agentId: [] as unknown as string }, policy)).toMatchObject({
      ok: false,
      reason: "malformed-request",
      facts: ["agentId"],
    });
    const two = parsePolicy({ agents: { list: [{ id: "a" }, { id: "b" }] } }, { edition: "2026-11" });
    expect(sandboxOf({}, two)).toEqual({ ok: false, reason: "ambiguous-agent" });
    expect(evaluateSandbox({ action: "network" }, two)).toMatchObject({
      allowed: false,
      reason: "ambiguous-agent",
    });
  });
});

describe("what is said of a sandbox", () => {
  const confined: ConfigInput = { agents: { defaults: { sandbox: { mode: "all", workspaceAccess: "ro" } } } };
  const two: ConfigInput = { agents: { list: [{ id: "a" }, { id: "b" }] } };
  const through = "The sandbox lets it through";
  const not = "The sandbox does not let it through";
  it.each<readonly [object, ConfigInput, string]>([
    [{ action: "network" }, open, `${through}: the session is not sandboxed (agents.defaults.sandbox.mode).`],
    [
      { action: "read-workspace" },
      confined,
      `${through}: its access to the workspace is ro (agents.defaults.sandbox.workspaceAccess).`,
    ],
    [
      { action: "write-workspace" },
      confined,
      `${not}: its access to the workspace is ro (agents.defaults.sandbox.workspaceAccess).`,
    ],
    [{ action: "network" }, confined, `${not}: its network is none (the default of 2026-11).`],
    [{ action: "tool" }, confined, `${not}: the request names no tool.`],
    [{ action: "network" }, two, `${not}: it is not certain whose sandbox is meant.`],
    [{ action: "x" }, open, "The session may not: what the request tells cannot be read (action)."],
    [
      { action: "network", agentId: "a", key: "agent:b:main" },
      open,
      "The session may not: what the request tells contradicts itself (agentId; key).",
    ],
  ])("%j: %#", (request, config, sentence) => {
    expect(explainSandbox(decide(request, config))).toBe(sentence);
  });
});

describe("a network that is none of the sandbox's own is refused where it is written", () => {
  const issuesOf = (config: ConfigInput, edition: Edition = "2026-11") => {
    const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
    return (parsed.ok ? [] : parsed.issues).map(
      ({ severity, code, path, message, hint }) => `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
    );
  };
  const refused = (network: string, path: string) =>
    `error unknown-value ${path}.docker.network: ${JSON.stringify(network)} would take the sandbox out of its network (write \`bridge\` or \`none\`)`;
  const docker = (network: string, joins?: boolean) => ({
    docker: { network, ...(joins !== undefined && { dangerouslyAllowContainerNamespaceJoin: joins }) },
  });

  it.each<readonly [string, ConfigInput, readonly string[]]>([
    [
      "that of the host",
      { agents: { defaults: { sandbox: docker("host") } } },
      [refused("host", "agents.defaults.sandbox")],
    ],
    [
      "another container's",
      { agents: { defaults: { sandbox: docker("container:x") } } },
      [refused("container:x", "agents.defaults.sandbox")],
    ],
    ["…unless that is asked for", { agents: { defaults: { sandbox: docker("container:x", true) } } }, []],
    [
      "…and is, not",
      { agents: { defaults: { sandbox: docker("container:x", false) } } },
      [refused("container:x", "agents.defaults.sandbox")],
    ],
    [
      "one of an agent",
      { agents: { list: [{ id: "a", sandbox: docker("host") }] } },
      [refused("host", "agents.list[0].sandbox")],
    ],
    ["its own", { agents: { defaults: { sandbox: docker("bridge") } } }, []],
    ["none", { agents: { defaults: { sandbox: docker("none") } } }, []],
  ])("%s", (_, config, expected) => {
    expect(issuesOf(config)).toEqual(expected);
  });
});

describe("what would have to change for the opposite answer of a sandbox", () => {
  const all = { mode: "all" } as const;
  const base = "agents.defaults.sandbox";
  it.each<readonly [string, object, ConfigInput, Edition, readonly string[]]>([
    [
      "nothing is confined",
      { action: "network" },
      open,
      "2026-11",
      [`${base}.mode=all`, `${base}.enabled=true`],
    ],
    [
      "the network",
      { action: "network" },
      { agents: { defaults: { sandbox: all } } },
      "2026-11",
      [`${base}.network=full`, `${base}.mode=off`],
    ],
    [
      "the network by its name",
      { action: "network" },
      { agents: { defaults: { sandbox: { ...all, docker: { network: "bridge" } } } } },
      "openclaw@2026.9.6",
      [`${base}.docker.network=none`],
    ],
    [
      "…where none is written",
      { action: "network" },
      { agents: { defaults: { sandbox: all } } },
      "openclaw@2026.9.6",
      [`${base}.docker.network=bridge`, `${base}.mode=off`],
    ],
    [
      "…of an agent",
      { action: "network", agentId: "main" },
      { agents: { defaults: { sandbox: all }, list: [{ id: "main", sandbox: { scope: "agent" } }] } },
      "openclaw@2026.9.6",
      ["agents.list[0].sandbox.docker.network=bridge", `${base}.mode=off`],
    ],
    [
      "…that all share",
      { action: "network", agentId: "main" },
      { agents: { defaults: { sandbox: all }, list: [{ id: "main", sandbox: { scope: "shared" } }] } },
      "openclaw@2026.9.6",
      [`${base}.docker.network=bridge`, `${base}.mode=off`],
    ],
    [
      "the workspace",
      { action: "read-workspace" },
      { agents: { defaults: { sandbox: all } } },
      "2026-11",
      [`${base}.workspaceAccess=ro`, `${base}.workspaceAccess=rw`, `${base}.mode=off`],
    ],
    [
      "a switch",
      { action: "read-workspace" },
      { agents: { defaults: { sandbox: { enabled: true } } } },
      "2026-11",
      [`${base}.workspaceAccess=ro`, `${base}.workspaceAccess=rw`, `${base}.enabled=false`],
    ],
  ])("%s: %j", (_, request, config, edition, expected) => {
    const opposite = decide(request, config, edition).trace?.opposite.map((changes) =>
      changes
        .map(([change]) => `${change?.setting ?? ""}=${JSON.stringify(change?.to).replaceAll('"', "")}`)
        .join(" & "),
    );
    expect([...(opposite ?? [])].sort()).toEqual([...expected].sort());
  });
});
