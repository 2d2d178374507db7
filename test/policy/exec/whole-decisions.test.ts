import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { evaluateExec, execOpenness, execPlacement, execStrictness } from "../../../src/policy/exec/exec.ts";
import type { ExecOutcome, ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const policyOf = (config: object, edition: Edition) => uncheckedPolicy(config as ConfigInput, edition);
const exec = (settings: object) => ({ tools: { exec: settings } });
const denied = { kind: "exec", outcome: "deny", allowed: false } as const;
const asked = { kind: "exec", outcome: "ask", allowed: false } as const;
const run = { kind: "exec", outcome: "run", allowed: true } as const;

describe("a decision has what there is to tell, and no field beside it", () => {
  const entry = { pattern: "/bin/ls" };
  const listed = { programs: { ls: "/bin/ls" }, file: { agents: { main: { allowlist: [entry] } } } };
  const careful = exec({ host: "gateway", security: "allowlist", ask: "on-miss" });

  it.each<readonly [string, Edition, object, object, object]>([
    [
      "somebody is asked, and nobody says who",
      "2026-11",
      {},
      { channel: "irc" },
      {
        ...asked,
        reason: "not-allowlisted",
        host: "gateway",
        security: "allowlist",
        ask: "on-miss",
        defaultOf: "2026-11",
      },
    ],
    [
      "a setting decides, and no default",
      "2026-11",
      exec({ approvals: { allowlist: ["ls"] } }),
      {},
      {
        ...run,
        reason: "allowlisted",
        host: "gateway",
        security: "allowlist",
        ask: "on-miss",
        path: "tools.exec.approvals.allowlist[0]",
      },
    ],
    [
      "why a command is not plain is told where that decides",
      "2026-11",
      exec({ approvals: { policy: "never" } }),
      { command: "ls | wc" },
      {
        ...denied,
        reason: "not-plain",
        host: "gateway",
        security: "allowlist",
        ask: "off",
        path: "tools.exec.approvals.policy",
        doubt: "operator",
      },
    ],
    [
      "and not where approvals are off, so that it runs all the same",
      "2026-11",
      exec({ approvals: { enabled: false } }),
      { command: "ls | wc" },
      {
        ...run,
        reason: "approvals-off",
        host: "gateway",
        security: "full",
        ask: "off",
        path: "tools.exec.approvals.enabled",
      },
    ],
    [
      "or where everything is asked about",
      "2026-11",
      exec({ approvals: { policy: "always" } }),
      { command: "ls | wc" },
      {
        ...asked,
        reason: "always-ask",
        host: "gateway",
        security: "allowlist",
        ask: "always",
        path: "tools.exec.approvals.policy",
      },
    ],
    [
      "the entry of the file is told by itself",
      "openclaw@2026.9.6",
      careful,
      listed,
      { ...run, reason: "allowlisted", host: "gateway", security: "allowlist", ask: "on-miss", entry },
    ],
    [
      "nothing is told of a host where a command may not leave the sandbox",
      "openclaw@2026.9.6",
      {},
      { elevated: true, channel: "irc", sender: "ann" },
      { ...denied, reason: "elevated-unavailable" },
    ],
    [
      "in a sandbox no words hold",
      "openclaw@2026.9.6",
      {},
      { sandboxed: true },
      { ...run, reason: "sandboxed", host: "sandbox" },
    ],
    [
      "a node knew its own words alone",
      "openclaw@2026.2.17",
      exec({ host: "node", security: "deny" }),
      {},
      { ...denied, reason: "security-deny", host: "node", path: "tools.exec.security" },
    ],
    [
      "the gateway never did",
      "openclaw@2026.2.17",
      exec({ host: "gateway", security: "deny" }),
      {},
      {
        ...denied,
        reason: "security-deny",
        host: "gateway",
        security: "deny",
        ask: "on-miss",
        path: "tools.exec.security",
      },
    ],
    [
      "since then a node is told those of the gateway",
      "openclaw@2026.2.19",
      exec({ host: "node", security: "deny" }),
      {},
      {
        ...denied,
        reason: "security-deny",
        host: "node",
        security: "deny",
        ask: "on-miss",
        path: "tools.exec.security",
      },
    ],
    [
      "there must be a command",
      "2026-11",
      {},
      { command: undefined },
      { ...denied, reason: "malformed-request", facts: ["command"] },
    ],
  ])("%s (%s, %j, %j)", (_, edition, config, request, expected) => {
    const policy = policyOf(config, edition);
    expect(evaluateExec({ command: "ls", agentId: "main", ...request }, policy)).toStrictEqual(expected);
  });

  it.each<readonly [string, Edition, object, readonly (readonly [string, unknown])[]]>([
    ["nothing is written", "2026-11", {}, []],
    [
      "all that approvals say",
      "2026-11",
      exec({ approvals: { enabled: true, policy: "never", allowlist: ["ls"] } }),
      [
        ["tools.exec.approvals.enabled", true],
        ["tools.exec.approvals.policy", "never"],
        ["tools.exec.approvals.allowlist", ["ls"]],
      ],
    ],
    [
      "either word by itself",
      "2026-11",
      exec({ host: "node", security: "allowlist", ask: "always" }),
      [
        ["tools.exec.host", "node"],
        ["tools.exec.security", "allowlist"],
        ["tools.exec.ask", "always"],
      ],
    ],
    [
      "one word for both",
      "2026-11",
      exec({ mode: "ask", strictInlineEval: true }),
      [
        ["tools.exec.mode", "ask"],
        ["tools.exec.strictInlineEval", true],
      ],
    ],
    [
      "a release, which knows no approvals in its config",
      "openclaw@2026.9.6",
      exec({ host: "gateway", approvals: { policy: "never" } }),
      [["tools.exec.host", "gateway"]],
    ],
  ])("a trace lists the settings that were asked: %s", (_, edition, config, expected) => {
    const { trace } = evaluateExec({ command: "ls", agentId: "main" }, policyOf(config, edition), {
      trace: true,
    });
    expect(trace?.settings).toEqual(expected.map(([setting, value]) => ({ setting, value })));
  });

  it("asks about code in any of several commands of a release", () => {
    const policy = policyOf(
      exec({ host: "gateway", security: "full", ask: "off", strictInlineEval: true }),
      "openclaw@2026.9.6",
    );
    const reasons = ["ls && ls -l", "ls && python3 -c 1", "python3 -c 1 && ls"].map(
      (command) => evaluateExec({ command, agentId: "main" }, policy).reason,
    );
    expect(reasons).toEqual(["trusted", "inline-code", "inline-code"]);
  });
});

describe("how much a decision lets happen", () => {
  it.each<readonly [Pick<ExecOutcome, "outcome" | "host">, number, string]>([
    [{ outcome: "deny" }, 0, "nothing runs"],
    [{ outcome: "deny", host: "gateway" }, 0, "wherever it would"],
    [{ outcome: "deny", host: "sandbox" }, 0, "wherever it would"],
    [{ outcome: "ask", host: "gateway" }, 1, "it may come to run"],
    [{ outcome: "ask", host: "sandbox" }, 1, "wherever that is"],
    [{ outcome: "run", host: "sandbox" }, 2, "it runs, and sees nothing of the host"],
    [{ outcome: "run", host: "gateway" }, 3, "it runs on the host"],
    [{ outcome: "run", host: "node" }, 3, "or on another"],
    [{ outcome: "run" }, 3, "or nobody knows where"],
  ])("%j: %i, for %s", (outcome, openness) => {
    expect(execOpenness(outcome)).toBe(openness);
  });

  const depends = { agents: { defaults: { sandbox: { mode: "non-main" } } } };

  it.each<readonly [string, object, object, string]>([
    ["as on the host where either is as strict", depends, {}, "ask: not-allowlisted, gateway"],
    [
      "as in the sandbox where the request tells of one",
      depends,
      { sandboxed: true },
      "ask: not-allowlisted, sandbox",
    ],
    [
      "whatever it tells, by the stricter answer",
      { ...depends, ...exec({ host: "sandbox", approvals: { enabled: false } }) },
      { sandboxed: true },
      "deny: no-sandbox, sandbox",
    ],
    [
      "by what its key says, where it has one",
      depends,
      { key: "agent:main:irc:group:x" },
      "ask: not-allowlisted, sandbox",
    ],
  ])("of a session that is not known: %s", (_, config, request, expected) => {
    const { outcome, reason, host } = evaluateExec(
      { command: "ls", agentId: "main", ...request },
      policyOf(config, "2026-11"),
    );
    expect(`${outcome}: ${reason}, ${host}`).toBe(expected);
  });
});

describe("what two policies are compared by, before a command is known", () => {
  const depends = { agents: { defaults: { sandbox: { mode: "non-main" } } } };
  const two = { agents: { list: [{ id: "a", default: true }, { id: "b" }] } };

  it.each<readonly [string, Edition, object, object, readonly string[]]>([
    ["in no sandbox", "openclaw@2026.9.6", {}, { sandboxed: false }, ["guarded gateway"]],
    ["in one", "openclaw@2026.9.6", {}, { sandboxed: true }, ["sandbox sandbox"]],
    ["in one in which somebody is asked", "2026-11", {}, {}, ["guarded gateway"]],
    ["in one of either", "openclaw@2026.9.6", depends, {}, ["sandbox sandbox", "guarded gateway"]],
    [
      "where it may not be asked to run",
      "openclaw@2026.9.6",
      {},
      { sandboxed: true, host: "node" },
      ["deny "],
    ],
    ["where nobody is asked", "openclaw@2026.3.28", {}, { sandboxed: false }, ["run gateway"]],
    ["in a sandbox that there is not", "2026-11", exec({ host: "sandbox" }), {}, ["deny sandbox"]],
    [
      "of an agent that is not certain",
      "2026-11",
      two,
      { agentId: "a", key: "agent:b:main" },
      ["agent-mismatch"],
    ],
  ])("where a command runs: %s (%s)", (_, edition, config, request, expected) => {
    const asked: ExecRequest = { command: "", agentId: "main", ...request };
    expect(execPlacement(asked, policyOf(config, edition))).toEqual(expected);
  });

  it.each<readonly [string, Edition, object, object, string]>([
    ["nothing is written", "openclaw@2026.9.6", {}, {}, "full off"],
    ["once it was stricter", "openclaw@2026.3.28", {}, {}, "allowlist on-miss"],
    ["the config", "openclaw@2026.9.6", exec({ security: "deny" }), {}, "deny off"],
    ["the call", "openclaw@2026.9.6", {}, { ask: "always" }, "full always"],
    ["the file", "openclaw@2026.9.6", {}, { file: { defaults: { security: "allowlist" } } }, "allowlist off"],
    ["ours asks", "2026-11", {}, {}, "allowlist on-miss"],
    ["ours asks nobody", "2026-11", exec({ approvals: { policy: "never" } }), {}, "allowlist off"],
    ["ours, and the call asks", "2026-11", {}, { ask: "always" }, "allowlist on-miss asked"],
    ["ours, and the call asks for less", "2026-11", {}, { ask: "off" }, "allowlist on-miss"],
    ["an agent that is not certain", "2026-11", two, { agentId: "a", key: "agent:b:main" }, "agent-mismatch"],
  ])("how strictly it is decided: %s (%s)", (_, edition, config, request, expected) => {
    const asked: ExecRequest = { command: "", agentId: "main", ...request };
    expect(execStrictness(asked, policyOf(config, edition))).toBe(expected);
  });
});
