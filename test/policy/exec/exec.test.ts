import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { parseCommand } from "../../../src/policy/exec/command.ts";
import { evaluateExec, type ExecDecision } from "../../../src/policy/exec/exec.ts";
import type { ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { execShells } from "../../../src/policy/exec/shell.ts";
import { explainExec } from "../../../src/policy/exec/explain.ts";
import { changeSettings } from "../change-settings.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };
const modes = {
  security: fc.constantFrom("deny", "allowlist", "full"),
  ask: fc.constantFrom("off", "on-miss", "always"),
} as const;
type ExecConfig = NonNullable<NonNullable<ConfigInput["tools"]>["exec"]>;

function answer({ outcome, reason, path, defaultOf: edition }: ExecDecision): string {
  const place = path ?? (edition && `default of ${edition}`);
  return [`${outcome}: ${reason}`, ...(place === undefined ? [] : [place])].join(" ");
}

function decide(exec: ExecConfig | undefined, command: string): string {
  const tools = exec && { exec };
  return answer(evaluateExec({ command }, parsePolicy({ ...(tools && { tools }) }, { edition: "2026-11" })));
}

describe("evaluateExec by the config", () => {
  const allowlist = ["git status", "npm test"];

  it.each<readonly [ExecConfig | undefined, string, string, string]>([
    [undefined, "ls", "ask: not-allowlisted default of 2026-11", "approvals are on where nothing is written"],
    [{ approvals: {} }, "ls", "ask: not-allowlisted default of 2026-11", "nothing is written here either"],
    [
      { approvals: { enabled: true } },
      "ls",
      "ask: not-allowlisted tools.exec.approvals.enabled",
      "they are switched on, and nothing is listed",
    ],
    [
      { approvals: { enabled: true, policy: "never" } },
      "ls",
      "deny: not-allowlisted tools.exec.approvals.policy",
      "nobody may be asked, and nothing is listed",
    ],
    [
      { approvals: { enabled: false } },
      "rm -rf /",
      "run: approvals-off tools.exec.approvals.enabled",
      "they are switched off on purpose",
    ],
    [
      { approvals: { allowlist } },
      "npm  'test'",
      "run: allowlisted tools.exec.approvals.allowlist[1]",
      "these are the words of an entry",
    ],
    [
      { approvals: { allowlist } },
      "npm test --watch",
      "ask: not-allowlisted tools.exec.approvals.allowlist",
      "an entry without ` *` lets no arguments follow",
    ],
    [
      { approvals: { allowlist: ["npm test", "npm test *"] } },
      "npm test -- --watch",
      "run: allowlisted tools.exec.approvals.allowlist[1]",
      "an entry with ` *` lets them follow",
    ],
    [
      { approvals: { allowlist: ["npm test", "npm test *"] } },
      "npm test",
      "run: allowlisted tools.exec.approvals.allowlist[0]",
      "the first entry that allows it is named",
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
    [{ security: "deny" }, "ls", "deny: security-deny tools.exec.security", "no command runs"],
    [{ ask: "always" }, "ls", "ask: always-ask tools.exec.ask", "everything is asked for"],
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

  it("never runs by its allowlist what the request's shell would read otherwise", () => {
    const policy = parsePolicy(
      { tools: { exec: { approvals: { allowlist: ["git status *"] } } } },
      { edition: "2026-11" },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...execShells), (rest, shell) => {
        const command = `git status ${rest}`;
        expect(evaluateExec({ command, shell }, policy).allowed).toBe(parseCommand(command, shell).ok);
      }),
      runs,
    );
  });

  it.each<readonly [ExecRequest["shell"], string, string]>([
    [undefined, "git diff 'a & b'", "run"],
    ["posix", "git diff 'a & b'", "run"],
    ["cmd", "git diff 'a & b'", "ask"],
    ["cmd", 'git diff "a & b"', "run"],
    ["powershell", "git diff 'a & b'", "run"],
    ["powershell", "git diff a,b", "ask"],
    // JavaScript may name any.
    ["fish" as "posix", "git diff", "ask"],
    ["__proto__" as "posix", "git diff", "ask"],
  ])("for the shell %s, %j: %s", (shell, command, outcome) => {
    const policy = parsePolicy(
      { tools: { exec: { approvals: { allowlist: ["git diff *"] } } } },
      { edition: "2026-11" },
    );
    expect(evaluateExec({ command, ...(shell && { shell }) }, policy).outcome).toBe(outcome);
  });

  it("answers whatever JavaScript hands over, and runs none of it", () => {
    const policy = parsePolicy(
      { tools: { exec: { approvals: { allowlist: ["ls *"] } } } },
      { edition: "2026-11" },
    );
    const hostile: readonly unknown[] = [
      undefined,
      null,
      7,
      {},
      [],
      "\ud800",
      "x".repeat(1_000_000),
      Object.create(null),
      Symbol("ls"),
      () => "ls",
    ];
    for (const value of hostile)
      for (const request of [
        value,
        { command: value },
        { command: "rm", shell: value },
        { command: "rm", agentId: value },
        { command: "rm", key: value },
        { command: "rm", channel: value },
      ])
        for (const trace of [false, true])
          // What no type allows.
          expect(evaluateExec(request as ExecRequest, policy, { trace }).allowed).toBe(false);
  });

  it("the trace agrees with the decision, and names settings that turn it", () => {
    const exec = fc.record(
      {
        ...modes,
        approvals: fc.record(
          {
            enabled: fc.boolean(),
            policy: fc.constantFrom("allowlist", "always", "never"),
            allowlist: fc.constantFrom(["ls"], ["git status", "ls *"]),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    const configs = fc.record({ exec, ofMain: fc.option(exec), ofWork: fc.option(exec) }).map((written) => ({
      tools: { exec: written.exec },
      agents: {
        list: [
          { id: "main", default: true, ...(written.ofMain && { tools: { exec: written.ofMain } }) },
          { id: "work", ...(written.ofWork && { tools: { exec: written.ofWork } }) },
        ],
      },
    })) as fc.Arbitrary<ConfigInput>;
    const requests = fc.record({
      command: fc.constantFrom("ls", "ls -l", " pwd\t", "\u00a0", "ls | wc", "", "git 'a; b'"),
      agentId: fc.constantFrom("main", "other"),
      shell: fc.constantFrom(...execShells),
    });
    fc.assert(
      fc.property(configs, requests, (config, request) => {
        const parsed = safeParsePolicy(config, { edition: "2026-11" });
        fc.pre(parsed.ok);
        const { trace, ...decision } = evaluateExec(request, parsed.policy, { trace: true });
        expect(evaluateExec(request, parsed.policy)).toEqual(decision);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        expect(explainExec(decision)).toMatch(/^[A-Z].*\.$/);
        for (const changes of trace?.opposite ?? []) {
          for (const which of [0, -1] as const) {
            const after = parsePolicy(changeSettings(config, changes, which), { edition: "2026-11" });
            const turned = evaluateExec(request, after).allowed;
            expect({ changes, turned }).toEqual({ changes, turned: !decision.allowed });
          }
          const enough = changes.filter((left) => {
            const rest = changes.filter((choice) => choice !== left);
            const after = safeParsePolicy(changeSettings(config, rest, 0), { edition: "2026-11" });
            return after.ok && evaluateExec(request, after.policy).allowed !== decision.allowed;
          });
          expect(enough).toEqual([]);
        }
        // Nothing lets run what no entry can name, where the agent has no place of its own and others are limited.
        const isCertain = request.agentId === "main" || parseCommand(request.command, request.shell).ok;
        expect(isCertain && trace?.opposite.length === 0).toBe(false);
      }),
      runs,
    );
  });
});

describe("explainExec", () => {
  const channels = {
    telegram: { execApprovals: { enabled: true, approvers: ["123456789"], target: "dm" } },
    discord: { execApprovals: { enabled: true, approvers: ["1", 2], target: "both" } },
    slack: { execApprovals: { enabled: true, approvers: ["U1"], target: "channel" } },
    irc: { execApprovals: { enabled: true } },
  } as const;
  const ask = "The command has to be approved first";

  it.each<readonly [ExecConfig, ExecRequest, string]>([
    [{}, { command: "ls" }, `${ask}: it is not on the allowlist (the default of 2026-11).`],
    [
      { approvals: { allowlist: ["ls"] } },
      { command: "ls -l" },
      `${ask}: it is not on the allowlist (tools.exec.approvals.allowlist).`,
    ],
    [
      { approvals: { policy: "always" } },
      { command: "ls", channel: "telegram" },
      `${ask}: every command has to be approved (tools.exec.approvals.policy); 123456789 will be asked in a direct chat (channels.telegram.execApprovals).`,
    ],
    [
      {},
      { command: "ls", channel: "discord" },
      `${ask}: it is not on the allowlist (the default of 2026-11); 1, 2 will be asked in a direct chat and in the chat that it comes from (channels.discord.execApprovals).`,
    ],
    [
      {},
      { command: "ls %X%", shell: "cmd", channel: "slack" },
      `${ask}: it is more than a plain command, with a substitution (the default of 2026-11); U1 will be asked in the chat that it comes from (channels.slack.execApprovals).`,
    ],
    [
      {},
      { command: "ls", channel: "irc" },
      `${ask}: it is not on the allowlist (the default of 2026-11); nobody will be asked in a direct chat (channels.irc.execApprovals).`,
    ],
    [
      { approvals: { enabled: false } },
      { command: "ls", channel: "telegram" },
      "The command may run: approvals are switched off (tools.exec.approvals.enabled).",
    ],
  ])("%j, %j: %s", (exec, request, sentence) => {
    const policy = parsePolicy(
      // The approvers are written as lists that may be changed.
      {
        tools: { exec },
        channels: structuredClone(channels) as unknown as NonNullable<ConfigInput["channels"]>,
      },
      { edition: "2026-11" },
    );
    expect(explainExec(evaluateExec(request, policy))).toBe(sentence);
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
      "E1 somebody was asked without a file",
      { command: "ls", segments: [ls] },
      "2026.3.31",
      "ask: not-allowlisted default of openclaw@2026.3.31",
    ],
    [
      "E1 everything is trusted without a file",
      { command: "ls", segments: [ls] },
      "2026.9.6",
      "run: trusted default of openclaw@2026.9.6",
    ],
    ["a path is matched", listed("/usr/bin/*"), "2026.1.29", "run: allowlisted"],
    ["E5 paths had no case", listed("/USR/BIN/LS"), "2026.3.11", "run: allowlisted"],
    [
      "E5 paths have case",
      listed("/USR/BIN/LS"),
      "2026.3.13",
      "deny: not-allowlisted default of openclaw@2026.3.13",
    ],
    [
      "E4 `*` matched nothing",
      listed("*"),
      "2026.2.23",
      "ask: not-allowlisted default of openclaw@2026.2.23",
    ],
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
    const policy = parsePolicy(
      { tools: { exec: { host: "gateway" } } },
      { edition: `openclaw@${release}` as "openclaw@2026.9.6" },
    );
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
