import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { parseCommand } from "../../src/policy/exec/command.ts";
import { evaluateExec, type ExecDecision } from "../../src/policy/exec/exec.ts";
import type { ExecRequest } from "../../src/policy/exec/outcome.ts";
import { explainExec } from "../../src/policy/exec/explain.ts";
import { changeSettings } from "./change-settings.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };
const modes = {
  security: fc.constantFrom("deny", "allowlist", "full"),
  ask: fc.constantFrom("off", "on-miss", "always"),
} as const;
type ExecConfig = NonNullable<NonNullable<ConfigInput["tools"]>["exec"]>;

function answer({ outcome, reason, path }: ExecDecision): string {
  return [`${outcome}: ${reason}`, ...(path === undefined ? [] : [path])].join(" ");
}

function decide(exec: ExecConfig | undefined, command: string): string {
  const tools = exec && { exec };
  return answer(evaluateExec({ command }, parsePolicy({ ...(tools && { tools }) }, { edition: "2026-11" })));
}

describe("evaluateExec by the config", () => {
  const allowlist = ["git status", "npm test"];

  it.each<readonly [ExecConfig | undefined, string, string, string]>([
    [
      undefined,
      "ls",
      "ask: not-allowlisted tools.exec.approvals.allowlist",
      "approvals are on where nothing is written",
    ],
    [
      { approvals: { enabled: false } },
      "rm -rf /",
      "run: approvals-off tools.exec.approvals.enabled",
      "they are switched off on purpose",
    ],
    [
      { approvals: { allowlist } },
      "npm test --watch",
      "run: allowlisted tools.exec.approvals.allowlist[1]",
      "it begins with an entry",
    ],
    [
      { approvals: { allowlist } },
      "npm testing",
      "ask: not-allowlisted tools.exec.approvals.allowlist",
      "it only looks like one",
    ],
    [
      { approvals: { allowlist } },
      "git status\nrm",
      "ask: not-plain tools.exec.approvals.allowlist",
      "a line break is no argument",
    ],
    [
      { approvals: { allowlist, policy: "always" } },
      "git status",
      "ask: always-ask tools.exec.approvals.policy",
      "everything is asked for",
    ],
    [
      { approvals: { allowlist, policy: "never" } },
      "git status",
      "run: allowlisted tools.exec.approvals.allowlist[0]",
      "nobody needs to be asked",
    ],
    [
      { approvals: { allowlist, policy: "never" } },
      "rm x",
      "deny: not-allowlisted tools.exec.approvals.allowlist",
      "nobody may be asked",
    ],
    [
      { approvals: { enabled: false }, security: "deny" },
      "ls",
      "deny: security-deny tools.exec.security",
      "no command runs",
    ],
    [
      { approvals: { enabled: false }, ask: "always" },
      "ls",
      "ask: always-ask tools.exec.ask",
      "everything is asked for",
    ],
  ])("%j, %j: %s, for %s", (exec, command, expected) => {
    expect(decide(exec, command)).toBe(expected);
  });

  it("takes an agent's word before everybody's, and says who approves", () => {
    const policy = parsePolicy(
      {
        tools: { exec: { approvals: { enabled: false } } },
        agents: {
          list: [
            { id: "main", default: true },
            { id: "guest", tools: { exec: { approvals: { policy: "always" } } } },
          ],
        },
        channels: { telegram: { execApprovals: { enabled: true, approvers: ["1"], target: "both" } } },
      },
      { edition: "2026-11" },
    );
    expect(evaluateExec({ command: "ls", agentId: "main" }, policy).outcome).toBe("run");
    const asked = evaluateExec({ command: "ls", agentId: "guest", channel: "telegram" }, policy);
    expect(asked.approval).toEqual({
      approvers: ["1"],
      target: "both",
      path: "channels.telegram.execApprovals",
    });
    expect(asked.path).toBe("agents.list[1].tools.exec.approvals.policy");
  });

  it("never runs by its allowlist what a shell would read otherwise", () => {
    const policy = parsePolicy(
      { tools: { exec: { approvals: { allowlist: ["git status"] } } } },
      { edition: "2026-11" },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (rest) => {
        const command = `git status ${rest}`;
        expect(evaluateExec({ command }, policy).allowed).toBe(parseCommand(command).ok);
      }),
      runs,
    );
  });

  it("the trace agrees with the decision, and names settings that turn it", () => {
    const exec = fc.record(
      {
        ...modes,
        approvals: fc.record(
          {
            enabled: fc.boolean(),
            policy: fc.constantFrom("allowlist", "always", "never"),
            allowlist: fc.constantFrom(["ls"], ["git status", "ls"]),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<ExecConfig>;
    fc.assert(
      fc.property(exec, fc.constantFrom("ls", "ls -l", "pwd", "ls | wc", ""), (written, command) => {
        const config = { tools: { exec: written } };
        const policy = parsePolicy(config, { edition: "2026-11" });
        const { trace, ...decision } = evaluateExec({ command }, policy, { trace: true });
        expect(evaluateExec({ command }, policy)).toEqual(decision);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        expect(explainExec(decision)).toMatch(/^[A-Z].*\.$/);
        expect(trace?.opposite.length).toBeGreaterThan(0);
        for (const changes of trace?.opposite ?? [])
          for (const which of [0, -1] as const) {
            const after = parsePolicy(changeSettings(config, changes, which), { edition: "2026-11" });
            const turned = evaluateExec({ command }, after).allowed;
            expect({ changes, turned }).toEqual({ changes, turned: !decision.allowed });
          }
      }),
      runs,
    );
  });
});

describe("evaluateExec by the approvals file, and the faults of the releases", () => {
  const ls = {
    resolution: { rawExecutable: "ls", resolvedPath: "/usr/bin/ls", executableName: "ls" },
    argv: ["ls", "-l"],
  };
  const listed = (pattern: string): ExecRequest => ({
    command: "ls -l",
    segments: [ls],
    file: { defaults: { security: "allowlist", ask: "off" }, agents: { main: { allowlist: [{ pattern }] } } },
    agentId: "main",
  });

  it.each<readonly [string, ExecRequest, `2026.${string}`, string]>([
    [
      "E1 nothing was trusted without a file",
      { command: "ls", segments: [ls] },
      "2026.3.31",
      "deny: security-deny",
    ],
    [
      "E1 everything is trusted without a file",
      { command: "ls", segments: [ls] },
      "2026.9.6",
      "run: trusted",
    ],
    ["a path is matched", listed("/usr/bin/*"), "2026.1.29", "run: allowlisted"],
    ["E5 paths had no case", listed("/USR/BIN/LS"), "2026.3.11", "run: allowlisted"],
    ["E5 paths have case", listed("/USR/BIN/LS"), "2026.3.13", "deny: not-allowlisted"],
    ["E4 `*` matched nothing", listed("*"), "2026.2.23", "deny: not-allowlisted"],
    ["E4 `*` matches everything", listed("*"), "2026.2.24", "run: allowlisted"],
    ["E3 a bare name matched nothing", listed("ls"), "2026.4.23", "deny: not-allowlisted"],
    ["E3 a bare name trusts whatever is found", listed("ls"), "2026.4.24", "run: allowlisted"],
    [
      "a command that could not be taken apart",
      { ...listed("*"), segments: [] },
      "2026.9.6",
      "deny: not-allowlisted",
    ],
    [
      "every part must be listed",
      {
        ...listed("/usr/bin/*"),
        segments: [ls, { ...ls, resolution: { ...ls.resolution, resolvedPath: "/tmp/ls" } }],
      },
      "2026.9.6",
      "deny: not-allowlisted",
    ],
  ])("%s", (_, request, release, expected) => {
    const policy = parsePolicy({}, { edition: `openclaw@${release}` as "openclaw@2026.9.6" });
    expect(answer(evaluateExec(request, policy))).toBe(expected);
  });

  it("E2 asks for an unknown `ask` only under 2026-11, where the config decides", () => {
    const file = { defaults: { security: "full", ask: "sometimes" as "off" } } as const;
    const request = { command: "ls", segments: [ls], file };
    expect(evaluateExec(request, parsePolicy({}, { edition: "openclaw@2026.9.6" })).outcome).toBe("run");
    expect(evaluateExec(request, parsePolicy({}, { edition: "2026-11" })).outcome).toBe("ask");
  });

  it("names the setting where it stands, an agent's section beside the one for everybody", () => {
    const list = [{ id: "main", tools: { exec: { ask: "always" } } }] as const;
    const config: ConfigInput = { tools: { exec: { security: "deny" } }, agents: { list: [...list] } };
    const request = { command: "ls", segments: [ls], agentId: "main" };
    const under = (edition: Edition) => evaluateExec(request, parsePolicy(config, { edition })).path;
    expect(under("2026-11")).toBe("tools.exec.security");
    expect(under("openclaw@2026.9.6")).toBe("tools.exec.security");
  });

  it("the trace agrees with the decision, and names settings that turn it where any can", () => {
    const words = fc.record(modes, { requiredKeys: [] });
    const requests = fc.record(
      {
        command: fc.constant("ls -l"),
        agentId: fc.constant("main"),
        segments: fc.constantFrom([], [ls]),
        approvedForGood: fc.boolean(),
        file: fc.record({ defaults: words, agents: fc.constantFrom({}, listed("/usr/bin/*").file?.agents) }),
      },
      { requiredKeys: ["command", "agentId"] },
    ) as fc.Arbitrary<ExecRequest>;
    const releases = fc.constantFrom<Edition>("openclaw@2026.3.7", "openclaw@2026.4.15", "openclaw@2026.9.6");
    fc.assert(
      fc.property(words, requests, releases, (exec, request, edition) => {
        const config: ConfigInput = { tools: { exec } };
        const policy = parsePolicy(config, { edition });
        const { trace, ...decision } = evaluateExec(request, policy, { trace: true });
        expect(evaluateExec(request, policy)).toEqual(decision);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        const unbound = evaluateExec(request, parsePolicy({}, { edition }));
        expect(trace?.opposite.length === 0).toBe(!unbound.allowed);
        for (const changes of trace?.opposite ?? [])
          for (const which of [0, -1] as const) {
            const after = parsePolicy(changeSettings(config, changes, which), { edition });
            expect(evaluateExec(request, after).allowed).toBe(!decision.allowed);
          }
      }),
      runs,
    );
  });

  it("lets the config make the file stricter, never looser", () => {
    const config = { tools: { exec: { security: "full", ask: "always" } } } as const;
    const policy = parsePolicy(config, { edition: "openclaw@2026.9.6" });
    const file = { defaults: { security: "deny" } } as const;
    expect(evaluateExec({ command: "ls", segments: [ls] }, policy).outcome).toBe("ask");
    expect(evaluateExec({ command: "ls", segments: [ls], file }, policy).outcome).toBe("deny");
  });
});
