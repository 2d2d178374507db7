import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { explainSandbox } from "../../../src/policy/sandbox/explain.ts";
import { checkSandboxes } from "../../../src/policy/sandbox/check.ts";
import { evaluateSandbox, sandboxOf } from "../../../src/policy/sandbox/sandbox.ts";
import type { SandboxRequest } from "../../../src/policy/sandbox/sandbox-rule.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

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
    expect(evaluateSandbox({ action: "network" }, two)).toStrictEqual({
      kind: "sandbox",
      allowed: false,
      reason: "ambiguous-agent",
      ...closed,
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
    [
      { action: "network" },
      { agents: { defaults: { sandbox: { enabled: false } } } },
      `${through}: the session is not sandboxed (agents.defaults.sandbox.enabled).`,
    ],
    [{ action: "network" }, two, `${not}: it is not clear whose sandbox is meant.`],
    [{ action: "x" }, open, "The session may not: something in the request cannot be read (action)."],
    [
      { action: "network", agentId: "a", key: "agent:b:main" },
      open,
      "The session may not: facts of the request contradict each other (agentId; key).",
    ],
  ])("%j: %#", (request, config, sentence) => {
    expect(explainSandbox(decide(request, config))).toBe(sentence);
  });

  it("of a session of another agent than the one that is named, in a release", () => {
    const request = { action: "network", agentId: "a", key: "agent:b:main" };
    expect(explainSandbox(decide(request, {}, "openclaw@2026.9.6"))).toBe(
      `${not}: the session belongs to another agent.`,
    );
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
    `error unknown-value ${path}.docker.network: ${JSON.stringify(network)} would take the sandbox out of its own network (write \`bridge\` or \`none\`)`;
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

  it("by us alone, under 2026-11: releases have their own checks of it", () => {
    const config = { agents: { defaults: { sandbox: docker("host") } } };
    expect(checkSandboxes(uncheckedPolicy(config, "openclaw@2026.9.6"))).toEqual([]);
    expect(checkSandboxes(uncheckedPolicy(config, "2026-11"))).toHaveLength(1);
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
      "nothing is written",
      { action: "network" },
      {},
      "2026-11",
      [`${base}.mode=all`, `${base}.enabled=true`],
    ],
    [
      "the access of a tool that writes",
      { action: "tool", tool: "write" },
      { agents: { defaults: { sandbox: { ...all, workspaceAccess: "rw" } } } },
      "2026-11",
      [`${base}.workspaceAccess=ro`, "tools.sandbox.tools.deny[0]=write"],
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

describe("every word of the config on what was asked", () => {
  const base = "agents.defaults.sandbox";
  const sandbox = {
    mode: "all",
    workspaceAccess: "ro",
    docker: { network: "bridge" },
    tools: { allow: ["write", "exec"], deny: ["browser"] },
  } as const;
  const { tools, ...box } = sandbox;
  const config = {
    tools: { sandbox: { tools } },
    agents: { defaults: { sandbox: box } },
  } as unknown as ConfigInput;
  const mode = `${base}.mode=all`;
  const lists = ["tools.sandbox.tools.allow=write,exec", "tools.sandbox.tools.deny=browser"];
  it.each<readonly [object, Edition, readonly string[]]>([
    [{ action: "network" }, "openclaw@2026.9.6", [mode, `${base}.docker.network=bridge`]],
    [{ action: "read-workspace" }, "openclaw@2026.9.6", [mode, `${base}.workspaceAccess=ro`]],
    [{ action: "tool", tool: "exec" }, "openclaw@2026.9.6", [mode, ...lists]],
    [{ action: "tool", tool: "write" }, "openclaw@2026.9.6", [mode, ...lists]],
    // Where the workspace may only be read, what writes it is asked of its access, too.
    [{ action: "tool", tool: "write" }, "2026-11", [mode, `${base}.workspaceAccess=ro`, ...lists]],
    [{ action: "tool", tool: "exec" }, "2026-11", [mode, ...lists]],
    [{ action: "tool" }, "2026-11", [mode, ...lists]],
  ])("%j under %s", (request, edition, expected) => {
    const { trace } = decide(request, config, edition);
    expect(trace?.settings.map(({ setting, value }) => `${setting}=${String(value)}`).sort()).toEqual(
      [...expected].sort(),
    );
  });

  it("what writes the workspace is let through by its access", () => {
    const ways = decide({ action: "tool", tool: "write" }, config).trace?.opposite.map((changes) =>
      changes.map(([change]) => `${change?.setting ?? ""}=${String(change?.to)}`).join(" & "),
    );
    expect(ways).toContain(`${base}.workspaceAccess=rw`);
  });
});

describe("what a sandbox is like", () => {
  const told = (sandbox: object, edition: Edition = "openclaw@2026.9.6") =>
    sandboxOf(
      { key: "agent:main:main" },
      parsePolicy({ agents: { defaults: { sandbox } } } as ConfigInput, { edition }),
    );
  it.each<readonly [object, object, string]>([
    [
      {},
      { readOnlyRoot: true, backend: "docker", binds: [], workspaceAccess: "none", network: "none" },
      "unwritten, it is closed",
    ],
    [{ docker: { readOnlyRoot: false } }, { readOnlyRoot: false }, "its root may be written"],
    [{ backend: " ssh " }, { backend: "ssh" }, "blanks around what runs it are none of it"],
    [{ backend: " " }, { backend: "docker" }, "a blank runs nothing"],
    [{ docker: { binds: ["/a:/b"] } }, { binds: ["/a:/b"] }, "what is mounted"],
  ])("%j: %j, for %s", (sandbox, expected) => {
    expect(told(sandbox)).toMatchObject({ ok: true, agentId: "main", ...expected });
  });

  it.each<readonly [string, string, boolean]>([
    [" None ", "none", false],
    [" ", "none", false],
    [" bridge", "open", true],
  ])("reaches through a network of a release written %j: %s", (network, reach, allowed) => {
    const sandbox = { mode: "all", docker: { network } };
    const policy = uncheckedPolicy({ agents: { defaults: { sandbox } } } as ConfigInput, "openclaw@2026.9.6");
    expect(evaluateSandbox({ action: "network" }, policy)).toMatchObject({ network: reach, allowed });
  });

  it("has no choice of what runs it before there was one", () => {
    expect(told({}, "openclaw@2026.3.13")).not.toHaveProperty("backend");
  });
});

it("says that a message has no session", () => {
  const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;
  expect(explainSandbox(decide({ ...unresolved, action: "network" }))).toBe(
    "The sandbox does not let it through: the message has no session.",
  );
});

describe("whose sandbox it is", () => {
  const two: ConfigInput = { agents: { list: [{ id: "a", default: true }, { id: "b" }] } };
  const none: ConfigInput = { agents: { list: [] } };
  it.each<readonly [string, object, ConfigInput, Edition, string]>([
    ["whoever is named, without a key", { agentId: "b" }, two, "openclaw@2026.7.1", "b"],
    ["whoever is named, without a key", { agentId: "b" }, two, "openclaw@2026.8.1", "b"],
    ["whoever is named, without a key", { agentId: "b" }, two, "2026-11", "b"],
    ["the key's, whoever is named", { agentId: "a", key: "agent:b:x" }, two, "openclaw@2026.7.1", "b"],
    [
      "nobody's, where the two differ",
      { agentId: "a", key: "agent:b:x" },
      two,
      "openclaw@2026.8.1",
      "agent-mismatch",
    ],
    ["nobody's, where the two differ", { agentId: "a", key: "agent:b:x" }, two, "2026-11", "agent-mismatch"],
    [
      "the default one's, of a key without an agent",
      { agentId: "b", key: "global" },
      two,
      "openclaw@2026.7.1",
      "a",
    ],
    [
      "the default one's, of a key without an agent",
      { agentId: "b", key: "global" },
      two,
      "openclaw@2026.8.1",
      "a",
    ],
    ["whoever's is named, of such a key", { agentId: "b", key: "global" }, two, "openclaw@2026.8.2", "b"],
    ["the default one's, where nothing is told", {}, two, "openclaw@2026.7.1", "a"],
    ["the default one's, where nothing is told", {}, two, "2026-11", "a"],
    ["nobody's, where the config lists none", {}, none, "openclaw@2026.9.6", "ambiguous-agent"],
    ["but whoever is named then", { agentId: "b" }, none, "openclaw@2026.9.6", "b"],
  ])("is %s: %j", (_, request, config, edition, owner) => {
    const sandbox = sandboxOf(request, uncheckedPolicy(config, edition));
    expect(sandbox.ok ? sandbox.agentId : sandbox.reason).toBe(owner);
  });
});
