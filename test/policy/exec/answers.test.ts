import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import { matchExecAllowlist, type ExecAllowlistEntry } from "../../../src/policy/exec/allowlist.ts";
import { elevatedExample, elevatedPermissions } from "../../../src/policy/exec/elevated.ts";
import { evaluateExec } from "../../../src/policy/exec/exec.ts";
import { explainExec } from "../../../src/policy/exec/explain.ts";
import { resolveExecApprovals, type ExecApprovalsFile } from "../../../src/policy/exec/file.ts";
import { chooseHost, type HostFacts } from "../../../src/policy/exec/host.ts";
import { execPolicy } from "../../../src/policy/exec/in-force.ts";
import { bringsCode } from "../../../src/policy/exec/inline-code.ts";
import { modeOf } from "../../../src/policy/exec/mode.ts";
import { isSafeBin } from "../../../src/policy/exec/safe-bins.ts";
import { takeApart } from "../../../src/policy/exec/take-apart.ts";
import { seeThrough } from "../../../src/policy/exec/wrappers.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const policies = new Map<string, Policy>();

/** The policy of a config, read once however many rows ask it. */
function policyOf(config: object, edition: Edition): Policy {
  const name = `${edition} ${JSON.stringify(config)}`;
  const policy = policies.get(name) ?? uncheckedPolicy(config as ConfigInput, edition);
  policies.set(name, policy);
  return policy;
}

function decide(config: object, request: object, edition: Edition = "2026-11") {
  return evaluateExec({ command: "git status", ...request }, policyOf(config, edition), {
    trace: true,
  });
}

/** All that a decision says but for its trace, in a line. */
function told(config: object, request: object, edition?: Edition): string {
  const {
    kind,
    allowed,
    outcome,
    reason,
    host,
    security,
    ask,
    path,
    defaultOf,
    doubt,
    entry,
    facts,
    approval,
  } = decide(config, request, edition);
  expect([kind, allowed]).toEqual(["exec", outcome === "run"]);
  const more = [
    host,
    security,
    ask,
    path,
    defaultOf && "by default",
    doubt,
    entry && JSON.stringify(entry),
    facts,
    approval && JSON.stringify(approval),
  ];
  return [`${outcome}: ${reason}`, ...more.filter((each) => each !== undefined).map(String)].join(", ");
}

const exec = (settings: object) => ({ tools: { exec: settings } });
const releases: readonly Edition[] = [
  "openclaw@2026.2.21",
  "openclaw@2026.3.28",
  "openclaw@2026.4.2",
  "openclaw@2026.7.35",
  "openclaw@2026.9.6",
];
const git = { programs: { git: "/usr/bin/git", ls: "/bin/ls", sh: "/bin/sh", wc: "/usr/bin/wc" } };
const listing = (...patterns: readonly string[]) => ({
  ...git,
  file: { agents: { main: { allowlist: patterns.map((pattern) => ({ pattern })) } } },
});

describe("what releases decide on the host", () => {
  it.each<readonly [string, object, object, string]>([
    [
      "nothing written",
      {},
      { host: "gateway" },
      "deny: host-not-allowed, by default | deny: host-not-allowed, by default | deny: host-not-allowed, by default | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default",
    ],
    [
      "nothing runs",
      exec({ host: "gateway", security: "deny" }),
      {},
      "deny: security-deny, gateway, deny, on-miss, tools.exec.security | deny: security-deny, gateway, deny, on-miss, tools.exec.security | deny: security-deny, gateway, deny, off, tools.exec.security | deny: security-deny, gateway, deny, off, tools.exec.security | deny: security-deny, gateway, deny, off, tools.exec.security",
    ],
    [
      "everything runs",
      exec({ host: "gateway", security: "full", ask: "off" }),
      {},
      "run: trusted, gateway, full, off, tools.exec.security | run: trusted, gateway, full, off, tools.exec.security | run: trusted, gateway, full, off, tools.exec.security | run: trusted, gateway, full, off, tools.exec.security | run: trusted, gateway, full, off, tools.exec.security",
    ],
    [
      "everything is asked about",
      exec({ host: "gateway", security: "full", ask: "always" }),
      {},
      "ask: always-ask, gateway, full, always, tools.exec.ask | ask: always-ask, gateway, full, always, tools.exec.ask | ask: always-ask, gateway, full, always, tools.exec.ask | ask: always-ask, gateway, full, always, tools.exec.ask | ask: always-ask, gateway, full, always, tools.exec.ask",
    ],
    [
      "what is listed runs",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      listing("/usr/bin/git"),
      'run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"}',
    ],
    [
      "what is not is asked about",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      listing("/usr/bin/hg"),
      "ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security",
    ],
    [
      "or denied",
      exec({ host: "gateway", security: "allowlist", ask: "off" }),
      listing("/usr/bin/hg"),
      "deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security",
    ],
    [
      "what was approved for good runs",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      { ...listing("/x"), approvedForGood: true },
      "ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | run: approved-for-good, gateway, allowlist, on-miss | run: approved-for-good, gateway, allowlist, on-miss | run: approved-for-good, gateway, allowlist, on-miss",
    ],
    [
      "what cannot be taken apart is asked about, or not",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      { ...listing("/usr/bin/git"), command: "git status > x" },
      "ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | deny: unbindable, gateway, allowlist, on-miss, tools.exec.security",
    ],
    [
      "each of several",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      { ...listing("/usr/bin/git", "/bin/ls"), command: "git status && ls" },
      'run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"}',
    ],
    [
      "not one of several",
      exec({ host: "gateway", security: "allowlist", ask: "off" }),
      { ...listing("/usr/bin/git"), command: "git status; ls" },
      "deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security",
    ],
    [
      "with what reads its input alone",
      exec({ host: "gateway", security: "allowlist", ask: "off" }),
      { ...listing("/usr/bin/git"), command: "git status | wc -l" },
      'run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"} | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"}',
    ],
    [
      "what a shell is given",
      exec({ host: "gateway", security: "allowlist", ask: "on-miss" }),
      { ...listing("/usr/bin/git", "/bin/ls"), command: "sh -c 'git status && ls'" },
      'ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.security | run: allowlisted, gateway, allowlist, on-miss, {"pattern":"/usr/bin/git"} | ask: shell-command, gateway, allowlist, on-miss, tools.exec.security | ask: shell-command, gateway, allowlist, on-miss, tools.exec.security',
    ],
    [
      "as the host took it apart",
      exec({ host: "gateway", security: "allowlist", ask: "off" }),
      {
        ...listing("/usr/bin/git"),
        segments: [
          {
            resolution: { rawExecutable: "git", resolvedPath: "/usr/bin/git", executableName: "git" },
            argv: ["git"],
          },
        ],
      },
      'run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"} | run: allowlisted, gateway, allowlist, off, {"pattern":"/usr/bin/git"}',
    ],
    [
      "or could not",
      exec({ host: "gateway", security: "allowlist", ask: "off" }),
      { ...listing("/usr/bin/git"), segments: [] },
      "deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security",
    ],
    [
      "code is asked about",
      exec({ host: "gateway", security: "full", ask: "off", strictInlineEval: true }),
      { command: "python -c 'x'" },
      "run: trusted, gateway, full, off, tools.exec.security | ask: inline-code, gateway, full, off, tools.exec.strictInlineEval | ask: inline-code, gateway, full, off, tools.exec.strictInlineEval | ask: inline-code, gateway, full, off, tools.exec.strictInlineEval | ask: inline-code, gateway, full, off, tools.exec.strictInlineEval",
    ],
    [
      "the call asks for more",
      exec({ host: "gateway", security: "full", ask: "off" }),
      { ask: "always", security: "deny" },
      "deny: security-deny, gateway, deny, always, tools.exec.security | deny: security-deny, gateway, deny, always, tools.exec.security | deny: security-deny, gateway, deny, always, tools.exec.security | ask: always-ask, gateway, full, always, tools.exec.ask | ask: always-ask, gateway, full, always, tools.exec.ask",
    ],
    [
      "or for less",
      exec({ host: "gateway", security: "allowlist", ask: "always" }),
      { ask: "off", security: "full" },
      "ask: always-ask, gateway, allowlist, always, tools.exec.ask | ask: always-ask, gateway, allowlist, always, tools.exec.ask | ask: always-ask, gateway, allowlist, always, tools.exec.ask | ask: always-ask, gateway, allowlist, always, tools.exec.ask | ask: always-ask, gateway, allowlist, always, tools.exec.ask",
    ],
    [
      "the file says more",
      exec({ host: "gateway", security: "full", ask: "off" }),
      { file: { defaults: { security: "allowlist", ask: "on-miss" } } },
      "ask: not-allowlisted, gateway, allowlist, on-miss | ask: not-allowlisted, gateway, allowlist, on-miss | ask: not-allowlisted, gateway, allowlist, on-miss | ask: not-allowlisted, gateway, allowlist, on-miss | ask: not-allowlisted, gateway, allowlist, on-miss",
    ],
    [
      "the file says less",
      exec({ host: "gateway", security: "allowlist", ask: "always" }),
      { file: { defaults: { security: "full", ask: "off" } } },
      "ask: always-ask, gateway, allowlist, always, tools.exec.ask | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | deny: not-allowlisted, gateway, allowlist, off, tools.exec.security | ask: always-ask, gateway, allowlist, always, tools.exec.ask | ask: always-ask, gateway, allowlist, always, tools.exec.ask",
    ],
    [
      "the file completes it",
      exec({ host: "gateway" }),
      { file: { defaults: { security: "deny", ask: "always" } } },
      "deny: security-deny, gateway, deny, always | deny: security-deny, gateway, deny, always | deny: security-deny, gateway, deny, always | deny: security-deny, gateway, deny, always | deny: security-deny, gateway, deny, always",
    ],
    [
      "on a node",
      exec({ host: "node", security: "deny" }),
      {},
      "deny: security-deny, node, deny, on-miss, tools.exec.security | deny: security-deny, node, deny, on-miss, tools.exec.security | deny: security-deny, node, deny, off, tools.exec.security | deny: security-deny, node, deny, off, tools.exec.security | deny: security-deny, node, deny, off, tools.exec.security",
    ],
    [
      "in a sandbox",
      {},
      { sandboxed: true },
      "run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox",
    ],
    [
      "where nothing runs",
      exec({ security: "deny" }),
      { sandboxed: true },
      "run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | deny: security-deny, sandbox, tools.exec.security | deny: security-deny, sandbox, tools.exec.security",
    ],
    [
      "in one that there is not",
      exec({ host: "sandbox" }),
      { sandboxed: false },
      "run: no-approvals, gateway, tools.exec.host | deny: no-sandbox, sandbox, tools.exec.host | deny: no-sandbox, sandbox, tools.exec.host | deny: no-sandbox, sandbox, tools.exec.host | deny: no-sandbox, sandbox, tools.exec.host",
    ],
    [
      "on another host than is configured",
      exec({ host: "node" }),
      { host: "gateway" },
      "deny: host-not-allowed, tools.exec.host | deny: host-not-allowed, tools.exec.host | deny: host-not-allowed, tools.exec.host | deny: host-not-allowed, tools.exec.host | deny: host-not-allowed, tools.exec.host",
    ],
    [
      "on a host that there is not",
      {},
      { host: "moon" },
      "deny: host-not-allowed, by default | deny: host-not-allowed, by default | deny: host-not-allowed, by default | deny: host-not-allowed, by default | deny: host-not-allowed, by default",
    ],
    [
      "one word for both",
      exec({ host: "gateway", mode: "ask" }),
      {},
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default | ask: not-allowlisted, gateway, allowlist, on-miss, by default | run: trusted, gateway, full, off, by default | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.mode | ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.mode",
    ],
    [
      "an agent's before everybody's",
      {
        tools: { exec: { host: "gateway", security: "full" } },
        agents: { list: [{ id: "main", tools: { exec: { security: "deny" } } }] },
      },
      {},
      "deny: security-deny, gateway, deny, on-miss, agents.list[0].tools.exec.security | deny: security-deny, gateway, deny, on-miss, agents.list[0].tools.exec.security | deny: security-deny, gateway, deny, off, agents.list[0].tools.exec.security | deny: security-deny, gateway, deny, off, agents.list[0].tools.exec.security | deny: security-deny, gateway, deny, off, agents.list[0].tools.exec.security",
    ],
    [
      "nobody's",
      { agents: { list: [{ id: "a" }, { id: "b" }] } },
      { host: "gateway" },
      "deny: host-not-allowed, by default | deny: host-not-allowed, by default | deny: host-not-allowed, by default | run: trusted, gateway, full, off, by default | deny: ambiguous-agent",
    ],
  ])("%s", (_, config, request, expected) => {
    expect(releases.map((edition) => told(config, request, edition)).join(" | ")).toBe(expected);
  });

  it("is told with the settings that were asked, and those that turn it", () => {
    const config = exec({ host: "gateway", security: "allowlist", ask: "on-miss", strictInlineEval: true });
    expect(decide(config, listing("/x"), "openclaw@2026.9.6").trace).toEqual({
      settings: [
        { setting: "tools.exec.host", value: "gateway" },
        { setting: "tools.exec.security", value: "allowlist" },
        { setting: "tools.exec.ask", value: "on-miss" },
        { setting: "tools.exec.strictInlineEval", value: true },
      ],
      opposite: [[[{ setting: "tools.exec.security", to: "full" }]]],
    });
    expect(decide(exec({ host: "gateway", mode: "ask" }), listing("/x"), "openclaw@2026.9.6").trace).toEqual({
      settings: [
        { setting: "tools.exec.host", value: "gateway" },
        { setting: "tools.exec.mode", value: "ask" },
      ],
      opposite: [[[{ setting: "tools.exec.mode", to: "full" }]]],
    });
    expect(decide(exec({ host: "sandbox" }), { sandboxed: false }, "openclaw@2026.9.6").trace).toEqual({
      settings: [{ setting: "tools.exec.host", value: "sandbox" }],
      opposite: [
        [[{ setting: "tools.exec.host", to: "auto" }]],
        [[{ setting: "tools.exec.host", to: "gateway" }]],
        [[{ setting: "tools.exec.host", to: "node" }]],
      ],
    });
    expect(decide({}, { host: "gateway" }, "openclaw@2026.3.13").trace).toEqual({
      settings: [],
      opposite: [
        [[{ setting: "tools.exec.security", to: "full" }], [{ setting: "tools.exec.host", to: "gateway" }]],
      ],
    });
  });
});

describe("what 2026-11 decides", () => {
  const approvals = (settings: object, more: object = {}) => exec({ approvals: settings, ...more });
  const approvers = {
    channels: {
      irc: { execApprovals: { enabled: true, approvers: [7, "ann"], target: "both" } },
      line: { execApprovals: { enabled: false } },
      signal: { execApprovals: { enabled: true } },
    },
  };
  const two = {
    agents: {
      list: [
        { id: "main", default: true, tools: { exec: { approvals: { allowlist: ["git *"] } } } },
        { id: "work" },
      ],
    },
  };
  it.each<readonly [string, object, object, string, unknown]>([
    [
      "nothing written",
      {},
      {},
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "listed",
      approvals({ allowlist: ["git status"] }),
      {},
      "run: allowlisted, gateway, allowlist, on-miss, tools.exec.approvals.allowlist[0]",
      [
        [
          [
            { setting: "tools.exec.approvals.policy", to: "always" },
            { setting: "tools.exec.security", to: "deny" },
            { setting: "tools.exec.ask", to: "always" },
          ],
        ],
      ],
    ],
    [
      "not listed",
      approvals({ allowlist: ["ls"] }),
      { command: " git  push " },
      "ask: not-allowlisted, gateway, allowlist, on-miss, tools.exec.approvals.allowlist",
      [
        [[{ setting: "tools.exec.approvals.allowlist[1]", to: "git  push" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "not plain",
      approvals({ allowlist: ["ls"] }),
      { command: "ls | wc" },
      "ask: not-plain, gateway, allowlist, on-miss, tools.exec.approvals.allowlist, operator",
      [[[{ setting: "tools.exec.approvals.enabled", to: false }]]],
    ],
    [
      "off",
      approvals({ enabled: false }),
      {},
      "run: approvals-off, gateway, full, off, tools.exec.approvals.enabled",
      [[[{ setting: "tools.exec.approvals.enabled", to: true }]]],
    ],
    [
      "always",
      approvals({ policy: "always", allowlist: ["git status"] }),
      {},
      "ask: always-ask, gateway, allowlist, always, tools.exec.approvals.policy",
      [
        [[{ setting: "tools.exec.approvals.policy", to: "allowlist" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "never",
      approvals({ policy: "never" }),
      {},
      "deny: not-allowlisted, gateway, allowlist, off, tools.exec.approvals.policy",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "denied",
      exec({ security: "deny" }),
      {},
      "deny: security-deny, gateway, deny, off, tools.exec.security",
      [
        [
          [{ setting: "tools.exec.security", to: "allowlist" }],
          [{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }],
        ],
        [
          [{ setting: "tools.exec.approvals.enabled", to: false }],
          [{ setting: "tools.exec.security", to: "full" }],
        ],
      ],
    ],
    [
      "denied, and listed",
      approvals({ allowlist: ["git status"] }, { security: "deny" }),
      {},
      "deny: security-deny, gateway, deny, off, tools.exec.security",
      [[[{ setting: "tools.exec.security", to: "allowlist" }]]],
    ],
    [
      "always asked",
      exec({ ask: "always" }),
      {},
      "ask: always-ask, gateway, allowlist, always, tools.exec.ask",
      [
        [
          [{ setting: "tools.exec.ask", to: "on-miss" }],
          [{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }],
        ],
        [
          [{ setting: "tools.exec.approvals.enabled", to: false }],
          [{ setting: "tools.exec.ask", to: "off" }],
        ],
      ],
    ],
    [
      "one word",
      exec({ mode: "allowlist" }),
      {},
      "deny: not-allowlisted, gateway, allowlist, off, tools.exec.mode",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [
          [{ setting: "tools.exec.approvals.enabled", to: false }],
          [{ setting: "tools.exec.mode", to: "full" }],
        ],
      ],
    ],
    [
      "one word that denies",
      approvals({ allowlist: ["git status"] }, { mode: "deny" }),
      {},
      "deny: security-deny, gateway, deny, off, tools.exec.mode",
      [[[{ setting: "tools.exec.mode", to: "ask" }]]],
    ],
    [
      "one word that lets all through",
      exec({ mode: "full" }),
      {},
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "code",
      approvals({ enabled: false }, { strictInlineEval: true }),
      { command: "python -c x" },
      "ask: inline-code, gateway, full, off, tools.exec.strictInlineEval",
      [[[{ setting: "tools.exec.strictInlineEval", to: false }]]],
    ],
    [
      "code that cannot be taken apart",
      approvals({ enabled: false }, { strictInlineEval: true }),
      { command: "a | b" },
      "ask: inline-code, gateway, full, off, tools.exec.strictInlineEval, operator",
      [[[{ setting: "tools.exec.strictInlineEval", to: false }]]],
    ],
    [
      "code, and not listed",
      exec({ strictInlineEval: true }),
      { command: "python -c x" },
      "ask: inline-code, gateway, allowlist, on-miss, tools.exec.strictInlineEval",
      [
        [
          [{ setting: "tools.exec.strictInlineEval", to: false }],
          [{ setting: "tools.exec.approvals.allowlist[0]", to: "python -c x" }],
        ],
        [
          [{ setting: "tools.exec.strictInlineEval", to: false }],
          [{ setting: "tools.exec.approvals.enabled", to: false }],
        ],
      ],
    ],
    [
      "no code",
      approvals({ allowlist: ["git *"] }, { strictInlineEval: true }),
      {},
      "run: allowlisted, gateway, allowlist, on-miss, tools.exec.approvals.allowlist[0]",
      [
        [
          [
            { setting: "tools.exec.approvals.policy", to: "always" },
            { setting: "tools.exec.security", to: "deny" },
            { setting: "tools.exec.ask", to: "always" },
          ],
        ],
      ],
    ],
    [
      "the call has somebody asked",
      approvals({ enabled: false }),
      { ask: "always" },
      "ask: always-ask, gateway, full, always",
      [],
    ],
    [
      "an agent's own",
      two,
      { agentId: "main" },
      "run: allowlisted, gateway, allowlist, on-miss, agents.list[0].tools.exec.approvals.allowlist[0]",
      [
        [
          [
            { setting: "agents.list[0].tools.exec.approvals.policy", to: "always" },
            { setting: "agents.list[0].tools.exec.security", to: "deny" },
            { setting: "agents.list[0].tools.exec.ask", to: "always" },
          ],
        ],
      ],
    ],
    [
      "not another's",
      two,
      { agentId: "work" },
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "a host",
      exec({ host: "node" }),
      {},
      "ask: not-allowlisted, node, allowlist, on-miss, by default",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    ["no sandbox", exec({ host: "sandbox" }), {}, "deny: no-sandbox, sandbox, tools.exec.host", []],
    [
      "another host",
      exec({ host: "node" }),
      { host: "gateway" },
      "deny: host-not-allowed, tools.exec.host",
      [],
    ],
    [
      "who is asked",
      approvers,
      { channel: "irc" },
      'ask: not-allowlisted, gateway, allowlist, on-miss, by default, {"approvers":["7","ann"],"target":"both","path":"channels.irc.execApprovals"}',
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "who is asked by default",
      approvers,
      { channel: "signal" },
      'ask: not-allowlisted, gateway, allowlist, on-miss, by default, {"approvers":[],"target":"dm","path":"channels.signal.execApprovals"}',
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "nobody is",
      approvers,
      { channel: "line" },
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default",
      [
        [[{ setting: "tools.exec.approvals.allowlist[0]", to: "git status" }]],
        [[{ setting: "tools.exec.approvals.enabled", to: false }]],
      ],
    ],
    [
      "a word that there is none of",
      {},
      { security: "some", ask: "maybe" },
      "deny: malformed-request, security,ask",
      undefined,
    ],
    ["no command", {}, { command: 7 }, "deny: malformed-request, command", undefined],
    [
      "a contradiction",
      {},
      { agentId: "a", key: "agent:b:main" },
      "deny: fact-mismatch, agentId,key",
      undefined,
    ],
    [
      "a shell",
      approvals({ allowlist: ["ls %TEMP%"] }),
      { command: "ls %TEMP%", shell: "cmd" },
      "ask: not-plain, gateway, allowlist, on-miss, tools.exec.approvals.allowlist, substitution",
      [[[{ setting: "tools.exec.approvals.enabled", to: false }]]],
    ],
  ])("%s", (_, config, request, expected, opposite) => {
    expect(told(config, request)).toBe(expected);
    expect(decide(config, request).trace?.opposite).toEqual(opposite);
    expect(explainExec(decide(config, request))).toMatch(/^The command (?:may|has).*\.$/);
  });
});

describe("the sentence on a command", () => {
  const word = (outcome: "run" | "ask" | "deny", reason: string, more: object = {}) =>
    explainExec({ kind: "exec", allowed: outcome === "run", outcome, reason, ...more } as ReturnType<
      typeof decide
    >);
  it.each([
    ["approvals-off", "The command may not run: approvals are switched off."],
    ["sandboxed", "The command may not run: it runs in the sandbox, where no approval is needed."],
    [
      "no-approvals",
      "The command may not run: it is meant for a sandbox, there is none, and on the host no approval is needed.",
    ],
    [
      "elevated",
      "The command may not run: somebody who is allowed to runs it outside the sandbox, without approval.",
    ],
    ["allowlisted", "The command may not run: it is on the allowlist."],
    ["trusted", "The command may not run: commands are trusted."],
    ["approved-for-good", "The command may not run: it was approved permanently."],
    ["always-ask", "The command may not run: every command has to be approved."],
    ["not-allowlisted", "The command may not run: it is not on the allowlist."],
    ["not-plain", "The command may not run: it is more than a plain command."],
    ["inline-code", "The command may not run: it contains code, which has to be approved."],
    ["shell-command", "The command may not run: it has a shell run what is on the allowlist."],
    ["unbindable", "The command may not run: it would have to be approved, and cannot be parsed for that."],
    ["security-deny", "The command may not run: no command runs."],
    ["no-sandbox", "The command may not run: it has to run in a sandbox, and there is none."],
    ["host-not-allowed", "The command may not run: it may not be sent to run there."],
    ["elevated-unavailable", "The command may not run: the sender may not run commands outside the sandbox."],
    ["ambiguous-agent", "The command may not run: it is not clear whose command it is."],
    ["agent-mismatch", "The command may not run: the session belongs to another agent."],
    ["unresolved-session", "The command may not run: the message has no session."],
  ])("for %s", (reason, expected) => {
    expect(word("deny", reason)).toBe(expected);
  });
});

describe("what holds before a command is known", () => {
  const asked: readonly Edition[] = [
    "openclaw@2026.3.28",
    "openclaw@2026.4.2",
    "openclaw@2026.7.35",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  const line = (config: object, request: object, edition: Edition) => {
    const found = execPolicy({ agentId: "main", ...request }, policyOf(config, edition));
    if (found === undefined) return "none";
    const { host, runsOn, node, mode, security, ask, from } = found;
    const place = (source: object) => Object.values(source).map(String).join();
    return [host, runsOn, node, mode, security, ask, place(from.host), place(from.security), place(from.ask)]
      .filter((each) => each !== undefined)
      .join(" ");
  };
  it.each<readonly [string, object, object, string]>([
    [
      "nothing written",
      {},
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | auto gateway full full off openclaw@2026.9.6 openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway ask allowlist on-miss 2026-11 2026-11 2026-11",
    ],
    [
      "all written",
      exec({ host: "node", node: "n1", security: "allowlist", ask: "always" }),
      {},
      "node node n1 allowlist always tools.exec.host tools.exec.security tools.exec.ask | node node n1 allowlist always tools.exec.host tools.exec.security tools.exec.ask | node node n1 ask allowlist always tools.exec.host tools.exec.security tools.exec.ask | node node n1 ask allowlist always tools.exec.host tools.exec.security tools.exec.ask | node node n1 ask allowlist always tools.exec.host 2026-11 tools.exec.ask",
    ],
    [
      "one word",
      exec({ mode: "auto" }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway auto allowlist on-miss openclaw@2026.7.35 tools.exec.mode tools.exec.mode | auto gateway auto allowlist on-miss openclaw@2026.9.6 tools.exec.mode tools.exec.mode | auto gateway auto allowlist on-miss 2026-11 2026-11 2026-11",
    ],
    [
      "in a sandbox",
      {},
      { sandboxed: true },
      "sandbox sandbox deny on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto sandbox deny off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto sandbox deny deny off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | auto sandbox deny deny off openclaw@2026.9.6 openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway ask allowlist on-miss 2026-11 2026-11 2026-11",
    ],
    [
      "wherever it is",
      exec({ host: "auto" }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off tools.exec.host openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off tools.exec.host openclaw@2026.7.35 openclaw@2026.7.35 | auto gateway full full off tools.exec.host openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway ask allowlist on-miss tools.exec.host 2026-11 2026-11",
    ],
    [
      "by a file",
      exec({ security: "full", ask: "off" }),
      { file: { defaults: { security: "deny", ask: "always" } } },
      "sandbox gateway full off openclaw@2026.3.28 tools.exec.security tools.exec.ask | auto gateway full off openclaw@2026.4.2 tools.exec.security tools.exec.ask | auto gateway deny deny always openclaw@2026.7.35 true true | auto gateway deny deny always openclaw@2026.9.6 true true | auto gateway ask allowlist on-miss 2026-11 2026-11 2026-11",
    ],
    [
      "off",
      exec({ approvals: { enabled: false } }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | auto gateway full full off openclaw@2026.9.6 openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway full full off 2026-11 tools.exec.approvals.enabled tools.exec.approvals.enabled",
    ],
    [
      "by a policy",
      exec({ approvals: { policy: "never" } }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | auto gateway full full off openclaw@2026.9.6 openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway allowlist allowlist off 2026-11 tools.exec.approvals.policy tools.exec.approvals.policy",
    ],
    [
      "always",
      exec({ approvals: { policy: "always" } }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | auto gateway full full off openclaw@2026.9.6 openclaw@2026.9.6 openclaw@2026.9.6 | auto gateway ask allowlist always 2026-11 tools.exec.approvals.policy tools.exec.approvals.policy",
    ],
    [
      "denied",
      exec({ security: "deny" }),
      {},
      "sandbox gateway deny on-miss openclaw@2026.3.28 tools.exec.security openclaw@2026.3.28 | auto gateway deny off openclaw@2026.4.2 tools.exec.security openclaw@2026.4.2 | auto gateway deny deny off openclaw@2026.7.35 tools.exec.security openclaw@2026.7.35 | auto gateway deny deny off openclaw@2026.9.6 tools.exec.security openclaw@2026.9.6 | auto gateway deny deny off 2026-11 tools.exec.security tools.exec.security",
    ],
    [
      "only what is listed",
      exec({ mode: "allowlist" }),
      {},
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway allowlist allowlist off openclaw@2026.7.35 tools.exec.mode tools.exec.mode | auto gateway allowlist allowlist off openclaw@2026.9.6 tools.exec.mode tools.exec.mode | auto gateway allowlist allowlist off 2026-11 2026-11 tools.exec.mode",
    ],
    [
      "of no certain agent",
      { agents: { list: [{ id: "a" }, { id: "b" }] } },
      { agentId: undefined },
      "sandbox gateway allowlist on-miss openclaw@2026.3.28 openclaw@2026.3.28 openclaw@2026.3.28 | auto gateway full off openclaw@2026.4.2 openclaw@2026.4.2 openclaw@2026.4.2 | auto gateway full full off openclaw@2026.7.35 openclaw@2026.7.35 openclaw@2026.7.35 | none | none",
    ],
    ["of what cannot be read", {}, { key: 7 }, "none | none | none | none | none"],
  ])("%s", (_, config, request, expected) => {
    expect(asked.map((edition) => line(config, request, edition)).join(" | ")).toBe(expected);
  });

  it("names the node where there is one, and no field where there is none", () => {
    const edition: Edition = "openclaw@2026.9.6";
    const unwritten = { defaultOf: edition };
    expect(execPolicy({ agentId: "main" }, policyOf({}, edition))).toStrictEqual({
      host: "auto",
      runsOn: "gateway",
      mode: "full",
      security: "full",
      ask: "off",
      from: { host: unwritten, security: unwritten, ask: unwritten },
    });
  });

  it("is completed by what the approvals file says for all, which is told", () => {
    const file = { defaults: { security: "deny", ask: "always" } } as const;
    const found = execPolicy({ agentId: "main", file }, policyOf({}, "openclaw@2026.4.2"));
    expect([found?.security, found?.ask]).toEqual(["deny", "always"]);
    expect(found?.from).toEqual({
      host: { defaultOf: "openclaw@2026.4.2" },
      security: { file: true },
      ask: { file: true },
    });
  });

  it("is one word for two", () => {
    const words = (["deny", "allowlist", "full"] as const).flatMap((security) =>
      (["off", "on-miss", "always"] as const).map((ask) => modeOf({ security, ask }, false)),
    );
    expect(words.join(" ")).toBe("deny deny deny allowlist ask ask full full ask");
    expect(modeOf({ security: "allowlist", ask: "on-miss" }, true)).toBe("auto");
  });
});

describe("where a command runs", () => {
  const hosts = [undefined, "auto", "sandbox", "gateway", "node"] as const;
  const asked: readonly Edition[] = [
    "openclaw@2026.2.21",
    "openclaw@2026.2.22",
    "openclaw@2026.2.23",
    "openclaw@2026.3.31",
    "openclaw@2026.4.2",
    "openclaw@2026.4.5",
    "openclaw@2026.4.10",
    "openclaw@2026.9.6",
  ];
  it.each<readonly [string, Pick<HostFacts, "sandboxed" | "elevated">, unknown]>([
    [
      "outside a sandbox",
      { sandboxed: false, elevated: false },
      [
        "2026.2.21: sg! sg! sg! - - | sg! sg! sg! - - | sg! sg! sg! - - | gg gg - gg - | nn nn - - nn",
        "2026.2.22: gg gg - gg - | gg gg - gg - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
        "2026.2.23: sg! sg! ss - - | sg! sg! ss - - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
        "2026.3.31: ag ag ss gg nn | ag ag ss gg nn | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.4.2: ag ag - - - | ag ag - - - | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.4.5: ag ag ss gg nn | ag ag ss gg nn | ss - ss - - | gg - - gg - | nn - - - nn",
        "2026.4.10: ag ag ss gg nn | ag ag ss gg nn | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.9.6: ag ag ss gg nn | ag ag ss gg nn | ss ss ss - - | gg gg - gg - | nn nn - - nn",
      ],
    ],
    [
      "in one",
      { sandboxed: true, elevated: false },
      [
        "2026.2.21: ss ss ss - - | ss ss ss - - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
        "2026.2.22: ss ss ss - - | ss ss ss - - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
        "2026.2.23: ss ss ss - - | ss ss ss - - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
        "2026.3.31: as as ss gg nn | as as ss gg nn | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.4.2: as as - - - | as as - - - | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.4.5: as as ss - nn | as as ss - nn | ss - ss - - | gg - - gg - | nn - - - nn",
        "2026.4.10: as as ss - - | as as ss - - | ss - ss - - | gg - - gg - | nn - - - nn",
        "@2026.9.6: as as ss - - | as as ss - - | ss ss ss - - | gg gg - gg - | nn nn - - nn",
      ],
    ],
    [
      "out of one",
      { sandboxed: true, elevated: true },
      [
        "2026.2.21: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg",
        "2026.2.22: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg",
        "2026.2.23: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg",
        "2026.3.31: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg",
        "@2026.4.2: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg",
        "@2026.4.5: gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | gg gg gg gg gg | nn nn nn nn nn",
        "2026.4.10: gg gg gg - - | gg gg gg - - | gg - gg - - | gg - - gg - | nn - - - nn",
        "@2026.9.6: gg gg gg - - | gg gg gg - - | gg gg gg - - | gg gg - gg - | nn nn - - nn",
      ],
    ],
  ])("%s", (_, facts, expected) => {
    // For each host that is configured, what becomes of each that is asked for.
    const table = asked.map((edition) => {
      const rows = hosts.map((configured) =>
        hosts
          .map((requested) => {
            const choice = chooseHost({ configured, requested, ...facts }, policyOf({}, edition));
            if (!choice.ok) return "-";
            return `${choice.selected[0] ?? ""}${choice.host[0] ?? ""}${choice.unguarded === true ? "!" : ""}`;
          })
          .join(" "),
      );
      return `${edition.slice(-9)}: ${rows.join(" | ")}`;
    });
    expect(table).toEqual(expected);
  });
});

describe("who may run commands outside the sandbox", () => {
  const asked: readonly Edition[] = ["openclaw@2026.2.21", "openclaw@2026.9.6", "2026-11"];
  const of = (...entries: readonly (string | number)[]) => ({
    tools: { elevated: { allowFrom: { irc: entries } } },
  });
  const own = (elevated: object) => ({
    tools: { elevated: { allowFrom: { irc: ["ann"] } } },
    agents: { list: [{ id: "main", tools: { elevated } }] },
  });
  it.each<readonly [string, object, object, string]>([
    ["the sender", of("ann"), { sender: "ann" }, "may | may | may"],
    ["in any case", of("Ann"), { sender: "aNN" }, "may | may | may"],
    ["with a channel before the id", of("irc:ann"), { sender: "ann" }, "may | may | may"],
    [
      "or before the sender's",
      of("ann"),
      { sender: "user:ann" },
      "may | may | allowFrom tools.elevated.allowFrom.irc",
    ],
    ["a number", of(7), { sender: "7" }, "may | may | may"],
    ["everybody", of("*"), { sender: "x" }, "may | may | may"],
    [
      "nobody by a blank",
      of(" ", "id: "),
      { sender: " " },
      "allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "nobody without a list",
      {},
      { sender: "ann" },
      "allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "nobody on no channel",
      of("ann"),
      { sender: "ann", channel: undefined },
      "provider | provider | provider",
    ],
    [
      "nobody on another",
      of("ann"),
      { sender: "ann", channel: "line" },
      "allowFrom tools.elevated.allowFrom.line | allowFrom tools.elevated.allowFrom.line | allowFrom tools.elevated.allowFrom.line",
    ],
    ["by the number", of("+15"), { sender: "x", senderE164: "+15" }, "may | may | may"],
    [
      "by its field",
      of("e164:+15"),
      { sender: "x", senderE164: " +15" },
      "allowFrom tools.elevated.allowFrom.irc | may | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "by the name",
      of("Ann B"),
      { sender: "x", senderName: "Ann B" },
      "may | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "by its slug",
      of("@ann_b!"),
      { sender: "x", senderName: "Ann  B" },
      "may | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "by its field",
      of("name:Ann B"),
      { sender: "x", senderName: "ann-b" },
      "allowFrom tools.elevated.allowFrom.irc | may | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "exactly",
      of("name:Ann B"),
      { sender: "x", senderName: "Ann B" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "by the user name",
      of("username:ann"),
      { sender: "x", senderUsername: "ann" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "by the tag",
      of("tag:ann#1"),
      { sender: "x", senderTag: "ann#1" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "by where it came from",
      of("from:irc:ann"),
      { sender: "x", from: "irc:ann" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "which is the sender where nothing is told",
      of("from:x"),
      { sender: "x" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "by the id's field",
      of("ID:ann"),
      { sender: "ann" },
      "allowFrom tools.elevated.allowFrom.irc | may | may",
    ],
    [
      "not by another field",
      of("id:ann"),
      { sender: "x", senderName: "ann", from: "ann", to: "ann" },
      "allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "by whom it is to",
      of("ann"),
      { sender: "x", to: "ann" },
      "may | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    ["by where it came from, plainly", of("irc:ann"), { sender: "x", from: "irc:ann" }, "may | may | may"],
    [
      "by another id",
      of("ann"),
      { sender: "x", aliases: ["ann"] },
      "allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc | may",
    ],
    [
      "switched off",
      { tools: { elevated: { enabled: false, allowFrom: { irc: ["*"] } } } },
      { sender: "x" },
      "off,enabled tools.elevated.enabled | off,enabled tools.elevated.enabled | off,enabled tools.elevated.enabled",
    ],
    [
      "switched off for the agent",
      own({ enabled: false }),
      { sender: "ann" },
      "off,enabled agents.list[0].tools.elevated.enabled | off,enabled agents.list[0].tools.elevated.enabled | off,enabled agents.list[0].tools.elevated.enabled",
    ],
    ["by both lists", own({ allowFrom: { irc: ["ann"] } }), { sender: "ann" }, "may | may | may"],
    [
      "not by the agent's alone",
      own({ allowFrom: { irc: ["bob"] } }),
      { sender: "bob" },
      "allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc | allowFrom tools.elevated.allowFrom.irc",
    ],
    [
      "not by everybody's alone",
      own({ allowFrom: {} }),
      { sender: "ann" },
      "allowFrom agents.list[0].tools.elevated.allowFrom.irc | allowFrom agents.list[0].tools.elevated.allowFrom.irc | allowFrom agents.list[0].tools.elevated.allowFrom.irc",
    ],
    ["what cannot be read", of("*"), { sender: 7 }, "request sender | request sender | request sender"],
  ])("%s", (_, config, request, expected) => {
    const lines = asked.map((edition) => {
      const { enabled, allowed, refusals } = elevatedPermissions(
        { agentId: "main", channel: "irc", ...request },
        policyOf(config, edition),
      );
      expect(allowed).toBe(refusals.length === 0);
      return allowed
        ? "may"
        : [
            ...(enabled ? [] : ["off"]),
            ...refusals.map((refusal) => Object.values(refusal).map(String).join(" ")),
          ].join();
    });
    expect(lines.join(" | ")).toBe(expected);
  });

  it("may be shown by somebody", () => {
    const examples = [
      of("ann"),
      of("id: ann"),
      of("username:ann"),
      of("name:Ann"),
      of("tag:a"),
      of("e164:+15"),
      of(" ", "ann"),
      {},
    ].map((config) => elevatedExample("main", policyOf(config, "openclaw@2026.9.6")));
    expect(examples).toEqual([
      { agentId: "main", channel: "irc", sender: "ann" },
      { agentId: "main", channel: "irc", sender: "ann" },
      { agentId: "main", channel: "irc", senderUsername: "ann" },
      { agentId: "main", channel: "irc", senderName: "Ann" },
      { agentId: "main", channel: "irc", senderTag: "a" },
      { agentId: "main", channel: "irc", senderE164: "+15" },
      { agentId: "main", channel: "irc", sender: "ann" },
      undefined,
    ]);
  });

  it.each<readonly [string, object, string]>([
    [
      "who may, and asks",
      { sender: "ann", elevated: true },
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default | ask: not-allowlisted, gateway, allowlist, on-miss, by default | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default | ask: not-allowlisted, gateway, allowlist, on-miss, by default",
    ],
    [
      "who may, and does not ask",
      { sender: "ann" },
      "ask: not-allowlisted, gateway, allowlist, on-miss, by default | ask: not-allowlisted, gateway, allowlist, on-miss, by default | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default | ask: not-allowlisted, sandbox, allowlist, on-miss, by default",
    ],
    [
      "who may, and asks for the opposite",
      { sender: "ann", elevated: false },
      "run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | ask: not-allowlisted, sandbox, allowlist, on-miss, by default",
    ],
    [
      "who may, at the full level",
      { sender: "ann", elevated: true, elevatedLevel: "full" },
      "run: elevated, gateway | run: elevated, gateway | run: elevated, gateway | run: trusted, gateway, full, off, by default | run: trusted, gateway, full, off, by default | ask: not-allowlisted, gateway, allowlist, on-miss, by default",
    ],
    [
      "who may, at no level",
      { sender: "ann", elevatedLevel: "off" },
      "run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | ask: not-allowlisted, sandbox, allowlist, on-miss, by default",
    ],
    [
      "who may not, and asks",
      { sender: "bob", elevated: true },
      "deny: elevated-unavailable | deny: elevated-unavailable | deny: elevated-unavailable | deny: elevated-unavailable | deny: elevated-unavailable | deny: elevated-unavailable",
    ],
    [
      "who may not, and does not ask",
      { sender: "bob" },
      "run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | run: sandboxed, sandbox | ask: not-allowlisted, sandbox, allowlist, on-miss, by default",
    ],
  ])("leaves the sandbox: %s", (_, request, expected) => {
    expect(
      [...releases, "2026-11" as const]
        .map((edition) => told(of("ann"), { channel: "irc", sandboxed: true, ...request }, edition))
        .join(" | "),
    ).toBe(expected);
  });
});

describe("what a release's allowlist matches", () => {
  const resolution = { rawExecutable: "git", resolvedPath: "/usr/bin/git", executableName: "git" };
  const asked: readonly Edition[] = [
    "openclaw@2026.2.23",
    "openclaw@2026.3.2",
    "openclaw@2026.4.24",
    "openclaw@2026.9.6",
  ];
  it.each<readonly [string, readonly ExecAllowlistEntry[], object, string]>([
    ["the path", [{ pattern: " /usr/bin/git " }], {}, "0 0 0 0"],
    ["another case", [{ pattern: "/usr/bin/GIT" }], {}, "0 0 - -"],
    ["a name alone", [{ pattern: "git" }], {}, "- - 0 0"],
    [
      "a name of what was given by its path",
      [{ pattern: "git" }],
      { resolution: { ...resolution, rawExecutable: "/usr/bin/git" } },
      "- - - -",
    ],
    ["everything", [{ pattern: "*" }], {}, "- 0 0 0"],
    ["everything of a directory", [{ pattern: "/usr/bin/*" }], {}, "0 0 0 0"],
    ["one character", [{ pattern: "/usr/bin?git" }], {}, "0 0 - -"],
    ["signs of expressions", [{ pattern: "/usr/bin/g.t" }], {}, "0 - - -"],
    ["any directories", [{ pattern: "/**/git" }], {}, "0 0 0 0"],
    [
      "nothing that was not found",
      [{ pattern: "*" }, { pattern: "git" }],
      { resolution: { rawExecutable: "git", executableName: "git" } },
      "- 0 0 0",
    ],
    ["nothing of what was not told", [{ pattern: "*" }], { resolution: undefined }, "- - - -"],
    [
      "where a link leads",
      [{ pattern: "/opt/git" }],
      { resolution: { ...resolution, resolvedRealPath: "/opt/git" } },
      "- - - 0",
    ],
    [
      "dots within a pattern's path",
      [{ pattern: "/usr/*/git" }],
      { resolution: { ...resolution, resolvedPath: "/usr/x/../git" } },
      "- - - -",
    ],
    [
      "arguments",
      [{ pattern: "/usr/bin/git", argPattern: "^status$" }],
      { argv: ["git", "status"] },
      "0 0 0 0",
    ],
    [
      "other arguments",
      [{ pattern: "/usr/bin/git", argPattern: "^status$" }],
      { argv: ["git", "push"] },
      "0 0 0 -",
    ],
    [
      "arguments before none",
      [{ pattern: "/usr/bin/git" }, { pattern: "/usr/bin/git", argPattern: "^status$" }],
      { argv: ["git", "status"] },
      "0 0 0 1",
    ],
    [
      "arguments with what ends each",
      [{ pattern: "/usr/bin/git", argPattern: "^a\0b\0$" }],
      { argv: ["git", "a", "b"] },
      "0 0 0 0",
    ],
    ["no arguments", [{ pattern: "/usr/bin/git", argPattern: "^\0\0$" }], { argv: ["git"] }, "0 0 0 0"],
    [
      "a redirection after them",
      [{ pattern: "/usr/bin/git", argPattern: "^status$" }],
      { argv: ["git", "status", "2>&1", "1>/dev/null"] },
      "0 0 0 -",
    ],
    [
      "what is no expression",
      [{ pattern: "/usr/bin/git", argPattern: "(" }],
      { argv: ["git", "("] },
      "0 0 0 -",
    ],
    [
      "long arguments",
      [{ pattern: "/usr/bin/git", argPattern: "^a+$" }],
      { argv: ["git", "a".repeat(200)] },
      "0 0 0 0",
    ],
    [
      "on Windows",
      [{ pattern: "C:\\git.exe", argPattern: "^a\\\\b$" }],
      {
        windows: true,
        resolution: { rawExecutable: "git", resolvedPath: "c:/git.exe", executableName: "git.exe" },
        argv: ["git", "a/b"],
      },
      "0 0 0 0",
    ],
    ["what was approved for good", [{ pattern: "/usr/bin/git", source: "allow-always" }], {}, "0 0 0 -"],
    ["a blank", [{ pattern: " " }], {}, "- - - -"],
  ])("%s", (_, entries, segment, expected) => {
    const found = asked.map((edition) => {
      const entry = matchExecAllowlist(
        entries,
        { resolution, argv: ["git"], ...segment },
        policyOf({}, edition),
      );
      return entry === undefined ? "-" : entries.indexOf(entry);
    });
    expect(found.join(" ")).toBe(expected);
  });
});

describe("how a command is taken apart", () => {
  const asked: readonly Edition[] = ["openclaw@2026.2.6-3", "openclaw@2026.2.22", "openclaw@2026.9.6"];
  it.each<readonly [string, string]>([
    ["git status", '[["git","status"]] | [["git","status"]] | [["git","status"]]'],
    [" a  b\tc ", '[["a","b","c"]] | [["a","b","c"]] | [["a","b","c"]]'],
    ["a;b", '[["a"],["b"]] chain | [["a"],["b"]] chain | [["a"],["b"]] chain'],
    ["a;;b", "- | - | -"],
    ["a;", '- | - | [["a"]] chain'],
    [";a", "- | - | -"],
    ["a && b", '[["a"],["b"]] chain | [["a"],["b"]] chain | [["a"],["b"]] chain'],
    ["a & b", "- | - | -"],
    ["a || b", '[["a"],["b"]] chain | [["a"],["b"]] chain | [["a"],["b"]] chain'],
    ["a | b", '[["a"],["b"]] | [["a"],["b"]] | [["a"],["b"]]'],
    ["a |& b", "- | - | -"],
    ["a |", "- | - | -"],
    ["a &&", "- | - | -"],
    ["a\nb", '- | - | [["a"],["b"]] chain'],
    ["a\n\nb", '- | - | [["a"],["b"]] chain'],
    ["\n", "- | - | -"],
    ["", "- | - | -"],
    ["a 'b c' \"d e\"", '[["a","b c","d e"]] | [["a","b c","d e"]] | [["a","b c","d e"]]'],
    ["a 'b", "- | - | -"],
    ['a "b', "- | - | -"],
    ["a b\\ c", '[["a","b c"]] | [["a","b c"]] | [["a","b c"]]'],
    ["a \\", "- | - | -"],
    ["a \\\nb", '[["a","b"]] | - | -'],
    ["a\\;b", '[["a;b"]] | [["a;b"]] | [["a;b"]]'],
    ["a > b", "- | - | -"],
    ["a < b", "- | - | -"],
    ["a `b`", "- | - | -"],
    ["a (b)", "- | - | -"],
    ["a $(b)", "- | - | -"],
    ["a $b", '[["a","$b"]] | [["a","$b"]] | -'],
    ["a $ b", '[["a","$","b"]] | [["a","$","b"]] | [["a","$","b"]]'],
    ['a "$(b)"', '[["a","$(b)"]] | - | -'],
    ['a "$b"', '[["a","$b"]] | [["a","$b"]] | -'],
    ['a "\\$b"', '[["a","$b"]] | [["a","$b"]] | [["a","$b"]]'],
    ['a "\\x"', '[["a","\\\\x"]] | [["a","\\\\x"]] | [["a","\\\\x"]]'],
    ['a "`b`"', '[["a","`b`"]] | - | -'],
    ['a "b\nc"', "- | - | -"],
    ["a\n", '- | - | [["a"]] chain'],
    ['a "b(c)"', '[["a","b(c)"]] | [["a","b(c)"]] | [["a","b(c)"]]'],
    ["a # b", '[["a"]] | [["a"]] | [["a"]]'],
    ["a #b\nc", '- | - | [["a"],["c"]] chain'],
    ["a b#c", '[["a","b#c"]] | [["a","b#c"]] | [["a","b#c"]]'],
    ["if a", '[["if","a"]] | [["if","a"]] | -'],
    ["a; then b", '[["a"],["then","b"]] chain | [["a"],["then","b"]] chain | -'],
    ["! a", '[["!","a"]] | [["!","a"]] | [["a"]]'],
    ["!", '[["!"]] | [["!"]] | [["!"]]'],
    ["''", '[[""]] | [[""]] | [[""]]'],
    ["a ''", '[["a",""]] | [["a",""]] | [["a",""]]'],
  ])("%j", (command, expected) => {
    const parts = asked.map((edition) => {
      const found = takeApart(command, policyOf({}, edition));
      return found === undefined ? "-" : `${JSON.stringify(found.commands)}${found.isChain ? " chain" : ""}`;
    });
    expect(parts.join(" | ")).toBe(expected);
  });
});

describe("what runs what", () => {
  const asked: readonly Edition[] = [
    "openclaw@2026.2.21",
    "openclaw@2026.2.22",
    "openclaw@2026.3.22",
    "openclaw@2026.3.24",
    "openclaw@2026.7.1",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  it.each<readonly [string, string]>([
    [
      "git status",
      "command git status | command git status | command git status | command git status | command git status | command git status | command git status",
    ],
    [
      "nice git",
      "command nice git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    ["nice -n 5 git", "command nice -n 5 git | blocked | blocked | blocked | blocked | blocked | blocked"],
    [
      "nohup /usr/bin/git",
      "command nohup /usr/bin/git | command /usr/bin/git (wrapped) | command /usr/bin/git (wrapped) | command /usr/bin/git (wrapped) | command /usr/bin/git (wrapped) | command /usr/bin/git (wrapped) | command /usr/bin/git (wrapped)",
    ],
    [
      "env git",
      "command env git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    [
      "env A=1 git",
      "command env A=1 git | command git (wrapped) | blocked | blocked | blocked | blocked | blocked",
    ],
    [
      "env -i git",
      "command env -i git | command git (wrapped) | blocked | blocked | blocked | blocked | blocked",
    ],
    ["env", "command env | blocked | blocked | blocked | blocked | blocked | blocked"],
    ["env -u A git", "command env -u A git | blocked | blocked | blocked | blocked | blocked | blocked"],
    ["sudo git", "command sudo git | blocked | blocked | blocked | blocked | blocked | blocked"],
    [
      "timeout 5 git",
      "command timeout 5 git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    [
      "timeout 5.5s git",
      "command timeout 5.5s git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    ["timeout -k git", "command timeout -k git | blocked | blocked | blocked | blocked | blocked | blocked"],
    ["timeout 5", "command timeout 5 | blocked | blocked | blocked | blocked | blocked | blocked"],
    [
      "time git",
      "command time git | command time git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    [
      "xargs git",
      "command xargs git | command xargs git | command xargs git | command xargs git | blocked | blocked | blocked",
    ],
    [
      "busybox sh -c ls",
      "command busybox sh -c ls | command busybox sh -c ls | blocked | command busybox sh -c ls | command busybox sh -c ls | command busybox sh -c ls | blocked",
    ],
    [
      "busybox ls",
      "command busybox ls | command busybox ls | blocked | blocked | blocked | blocked | blocked",
    ],
    ["toybox ls", "command toybox ls | command toybox ls | blocked | blocked | blocked | blocked | blocked"],
    [
      "npx x",
      "command npx x | command npx x | command npx x | command npx x | command x (wrapped) | command x (wrapped) | command x (wrapped)",
    ],
    [
      "npx -y x",
      "command npx -y x | command npx -y x | command npx -y x | command npx -y x | blocked | blocked | blocked",
    ],
    [
      "npm exec x",
      "command npm exec x | command npm exec x | command npm exec x | command npm exec x | command x (wrapped) | command x (wrapped) | command x (wrapped)",
    ],
    [
      "npm exec",
      "command npm exec | command npm exec | command npm exec | command npm exec | blocked | blocked | blocked",
    ],
    [
      "npm run x",
      "command npm run x | command npm run x | command npm run x | command npm run x | command npm run x | command npm run x | command npm run x",
    ],
    [
      "pnpm exec x",
      "command pnpm exec x | command pnpm exec x | command pnpm exec x | command pnpm exec x | command x (wrapped) | command x (wrapped) | command x (wrapped)",
    ],
    [
      "exec git",
      "command exec git | command exec git | command exec git | command exec git | command exec git | command git (wrapped) | command git (wrapped)",
    ],
    [
      "command git",
      "command command git | command command git | command command git | command command git | command command git | command git (wrapped) | command git (wrapped)",
    ],
    [
      "/bin/exec git",
      "command /bin/exec git | command /bin/exec git | command /bin/exec git | command /bin/exec git | command /bin/exec git | command /bin/exec git | command /bin/exec git",
    ],
    [
      "sh -c ls",
      "shell sh -c ls <ls> | shell sh -c ls <ls> | shell sh -c ls <ls> | shell sh -c ls <ls> | shell sh -c ls <ls> | shell sh -c ls <ls> | shell sh -c ls <ls>",
    ],
    [
      "sh -c ls x",
      "shell sh -c ls x | shell sh -c ls x | shell sh -c ls x | shell sh -c ls x | shell sh -c ls x | shell sh -c ls x | shell sh -c ls x",
    ],
    [
      "sh ls",
      "shell sh ls | shell sh ls | shell sh ls | shell sh ls | shell sh ls | shell sh ls | shell sh ls",
    ],
    [
      "nice sh -c ls",
      "command nice sh -c ls | shell sh -c ls (wrapped) <ls> | shell sh -c ls (wrapped) <ls> | shell sh -c ls (wrapped) <ls> | shell sh -c ls (wrapped) <ls> | shell sh -c ls (wrapped) <ls> | shell sh -c ls (wrapped) <ls>",
    ],
    [
      "fish -c ls",
      "shell fish -c ls | shell fish -c ls | shell fish -c ls | shell fish -c ls | shell fish -c ls | shell fish -c ls | shell fish -c ls",
    ],
    [
      "CMD.exe /c dir",
      "shell CMD.exe /c dir | shell CMD.exe /c dir | shell CMD.exe /c dir | shell CMD.exe /c dir | shell CMD.exe /c dir | shell CMD.exe /c dir | shell CMD.exe /c dir",
    ],
    [
      "nice nice nice nice git",
      "command nice nice nice nice git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    [
      "nice nice nice nice nice git",
      "command nice nice nice nice nice git | blocked | blocked | blocked | blocked | blocked | blocked",
    ],
    [
      "busybox ls -c",
      "command busybox ls -c | command busybox ls -c | blocked | blocked | blocked | blocked | blocked",
    ],
    [
      "busybox sh x",
      "command busybox sh x | command busybox sh x | blocked | blocked | blocked | blocked | blocked",
    ],
    [
      "timeout 10 git",
      "command timeout 10 git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    [
      "timeout 5.25m git",
      "command timeout 5.25m git | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped) | command git (wrapped)",
    ],
    ["timeout x5 git", "command timeout x5 git | blocked | blocked | blocked | blocked | blocked | blocked"],
    ["timeout 5x git", "command timeout 5x git | blocked | blocked | blocked | blocked | blocked | blocked"],
    [
      "git exec x",
      "command git exec x | command git exec x | command git exec x | command git exec x | command git exec x | command git exec x | command git exec x",
    ],
    [
      "sh -x ls",
      "shell sh -x ls | shell sh -x ls | shell sh -x ls | shell sh -x ls | shell sh -x ls | shell sh -x ls | shell sh -x ls",
    ],
    [
      "sh -c",
      "shell sh -c | shell sh -c | shell sh -c | shell sh -c | shell sh -c | shell sh -c | shell sh -c",
    ],
    ["nice A=1 git", "command nice A=1 git | blocked | blocked | blocked | blocked | blocked | blocked"],
    ["nice", "command nice | blocked | blocked | blocked | blocked | blocked | blocked"],
  ])("%j", (command, expected) => {
    const found = asked.map((edition) => {
      const seen = seeThrough(command.split(" "), policyOf({}, edition));
      return seen.kind === "blocked"
        ? "blocked"
        : [
            seen.kind,
            ...seen.words,
            ...(seen.wrapped ? ["(wrapped)"] : []),
            ...("body" in seen ? [`<${seen.body ?? ""}>`] : []),
          ].join(" ");
    });
    expect(found.join(" | ")).toBe(expected);
  });
});

describe("what needs no entry of the allowlist", () => {
  const asked: readonly Edition[] = [
    "openclaw@2026.2.12",
    "openclaw@2026.2.19",
    "openclaw@2026.2.22",
    "openclaw@2026.2.23",
    "openclaw@2026.7.35",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  it.each<readonly [string, string, string, object, string]>([
    ["lines counted", "wc -l", "/usr/bin/wc", {}, "yes yes yes no no yes no"],
    ["not those of a file", "wc -l x", "/usr/bin/wc", {}, "no no no no no no no"],
    ["another flag", "wc -z", "/usr/bin/wc", {}, "no no no no no no no"],
    ["an option's value", "head -n 5", "/bin/head", {}, "yes yes yes yes yes yes no"],
    ["which may be a path", "head -n /etc", "/bin/head", {}, "no no no no no no no"],
    ["or lack", "head -n", "/bin/head", {}, "no no no no no no no"],
    ["its input by name", "head -", "/bin/head", {}, "no no no no no no no"],
    ["two words", "tr a b", "/usr/bin/tr", {}, "yes yes yes yes yes yes no"],
    ["no word", "tr", "/usr/bin/tr", {}, "no no no no no no no"],
    ["three", "tr a b c", "/usr/bin/tr", {}, "no no no no no no no"],
    ["a word that may name files", "tr a* b", "/usr/bin/tr", {}, "no no no no no no no"],
    ["a word that is a hyphen", "tr - a", "/usr/bin/tr", {}, "yes yes yes yes yes yes no"],
    ["a word that only jq reads otherwise", "tr env x", "/usr/bin/tr", {}, "yes yes yes yes yes yes no"],
    ["jq", "jq .", "/usr/bin/jq", {}, "no yes yes yes no no no"],
    ["jq where it is listed", "jq .", "/usr/bin/jq", { safeBins: ["jq"] }, "no yes yes yes no no no"],
    ["jq that reads more", "jq env", "/usr/bin/jq", { safeBins: ["jq"] }, "no no no no no no no"],
    ["elsewhere", "wc -l", "/opt/wc", {}, "yes yes no no no no no"],
    [
      "where that is trusted",
      "wc -l",
      "/opt/wc",
      { trustedDirectories: ["/opt"] },
      "yes yes yes no no yes no",
    ],
    ["what is not found", "wc -l", "", {}, "no no no no no no no"],
    ["what is not listed", "wc -l", "/usr/bin/wc", { safeBins: ["cut"] }, "no no no no no no no"],
    ["in any case", "WC -l", "/usr/bin/wc", { safeBins: [" WC "] }, "yes yes yes no no yes no"],
    ["another that is listed", "sort -r", "/usr/bin/sort", { safeBins: ["sort"] }, "yes yes no no no no no"],
    ["with a word", "sort x", "/usr/bin/sort", { safeBins: ["sort"] }, "no no no no no no no"],
    [
      "with a word after options",
      "sort -r names",
      "/usr/bin/sort",
      { safeBins: ["sort"] },
      "no no no no no no no",
    ],
    ["with a hyphen", "sort -", "/usr/bin/sort", { safeBins: ["sort"] }, "no no no no no no no"],
    ["behind another", "wc -l", "/usr/bin/wc", { wrapped: true }, "no no no no no yes no"],
  ])("%s", (_, command, path, { wrapped = false, ...settings }: { wrapped?: boolean }, expected) => {
    const found = asked.map((edition) =>
      isSafeBin(
        { words: command.split(" "), path: path === "" ? undefined : path, wrapped },
        { trustedDirectories: [], ...settings },
        policyOf({}, edition),
      ),
    );
    expect(found.map((isSafe) => (isSafe ? "yes" : "no")).join(" ")).toBe(expected);
  });
});

it("jq needed an entry from 2026.3.22 on, unless it was listed as safe, and always does since 2026.7.1", () => {
  const needs = (["openclaw@2026.3.13", "openclaw@2026.3.28", "openclaw@2026.7.1"] as const).map((edition) =>
    [undefined, ["jq"]].map(
      (safeBins) =>
        !isSafeBin(
          { words: ["jq", "."], path: "/usr/bin/jq", wrapped: false },
          { safeBins, trustedDirectories: [] },
          policyOf({}, edition),
        ),
    ),
  );
  expect(needs).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

describe("what an approvals file says for an agent", () => {
  const asked: readonly Edition[] = [
    "openclaw@2026.2.3",
    "openclaw@2026.3.28",
    "openclaw@2026.4.2",
    "openclaw@2026.9.6",
    "2026-11",
  ];
  const a = { pattern: "a" };
  const file = (agents: object, defaults?: object): ExecApprovalsFile =>
    ({ agents, ...(defaults && { defaults }) }) as ExecApprovalsFile;
  it.each<readonly [string, ExecApprovalsFile | undefined, string | undefined, string]>([
    [
      "no file",
      undefined,
      "main",
      "allowlist on-miss deny false / allowlist on-miss deny false | allowlist on-miss deny false / allowlist on-miss deny false | allowlist off full false / allowlist off full false | allowlist off deny false / allowlist off deny false | allowlist on-miss deny false / allowlist on-miss deny false",
    ],
    [
      "nothing of it",
      file({}),
      "main",
      "allowlist on-miss deny false / allowlist on-miss deny false | allowlist on-miss deny false / allowlist on-miss deny false | allowlist off full false / allowlist off full false | allowlist off deny false / allowlist off deny false | allowlist on-miss deny false / allowlist on-miss deny false",
    ],
    [
      "its own",
      file({
        main: {
          security: "full",
          ask: "always",
          askFallback: "allowlist",
          autoAllowSkills: true,
          allowlist: [a],
        },
      }),
      "main",
      "full always allowlist true / allowlist on-miss deny false [a] | full always allowlist true / allowlist on-miss deny false [a] | full always allowlist true / allowlist off full false [a] | full always allowlist true / allowlist off deny false [a] | full always allowlist true / allowlist on-miss deny false [a]",
    ],
    [
      "those of all",
      file({ "*": { security: "full", allowlist: [a] } }),
      "main",
      "full on-miss deny false / allowlist on-miss deny false [a] | full on-miss deny false / allowlist on-miss deny false [a] | full off full false / allowlist off full false [a] | full off deny false / allowlist off deny false [a] | full on-miss deny false / allowlist on-miss deny false [a]",
    ],
    [
      "its own before those of all",
      file({
        main: { security: "deny", allowlist: [a] },
        "*": { security: "full", ask: "off", allowlist: [{ pattern: "b" }] },
      }),
      "main",
      "deny off deny false / allowlist on-miss deny false [b] [a] | deny off deny false / allowlist on-miss deny false [b] [a] | deny off full false / allowlist off full false [b] [a] | deny off deny false / allowlist off deny false [b] [a] | deny off deny false / allowlist on-miss deny false [b] [a]",
    ],
    [
      "the defaults",
      file({}, { security: "full", ask: "off" }),
      "main",
      "full off deny false / full off deny false | full off deny false / full off deny false | full off full false / full off full false | full off deny false / full off deny false | full off deny false / full off deny false",
    ],
    [
      "under its former name",
      file({ default: { security: "full", autoAllowSkills: true, allowlist: [a] } }),
      "main",
      "full on-miss deny true / allowlist on-miss deny false [a] | full on-miss deny true / allowlist on-miss deny false [a] | allowlist off full true / allowlist off full false [a] | allowlist off deny true / allowlist off deny false [a] | allowlist on-miss deny true / allowlist on-miss deny false [a]",
    ],
    [
      "which completes its own",
      file({
        main: { ask: "off", allowlist: [a, { pattern: "A" }] },
        default: {
          security: "full",
          ask: "always",
          allowlist: [{ pattern: "a", argPattern: "x" }, { pattern: "b" }],
        },
      }),
      "main",
      "full off deny false / allowlist on-miss deny false [a] [b] | full off deny false / allowlist on-miss deny false [a] [b] | allowlist off full false / allowlist off full false [a] [ax] [b] | allowlist off deny false / allowlist off deny false [a] [ax] [b] | allowlist off deny false / allowlist on-miss deny false [a] [ax] [b]",
    ],
    [
      "and is nobody else's",
      file({
        default: { security: "full", allowlist: [a] },
        "*": { ask: "off", security: "deny", askFallback: "full" },
      }),
      "default",
      "deny off full false / allowlist on-miss deny false | deny off full false / allowlist on-miss deny false | allowlist off full false / allowlist off full false | allowlist off full false / allowlist off deny false | allowlist off full false / allowlist on-miss deny false",
    ],
    [
      "of no agent",
      file({ main: { security: "full" }, "*": { ask: "off" } }),
      undefined,
      "full off deny false / allowlist on-miss deny false | full off deny false / allowlist on-miss deny false | full off full false / allowlist off full false | allowlist off deny false / allowlist off deny false | allowlist off deny false / allowlist on-miss deny false",
    ],
    [
      "of another",
      file({ main: { security: "full" } }),
      "work",
      "allowlist on-miss deny false / allowlist on-miss deny false | allowlist on-miss deny false / allowlist on-miss deny false | allowlist off full false / allowlist off full false | allowlist off deny false / allowlist off deny false | allowlist on-miss deny false / allowlist on-miss deny false",
    ],
    [
      "blank entries",
      file({ main: { allowlist: [{ pattern: " " }, a] } }),
      "main",
      "allowlist on-miss deny false / allowlist on-miss deny false [ ] [a] | allowlist on-miss deny false / allowlist on-miss deny false [a] | allowlist off full false / allowlist off full false [a] | allowlist off deny false / allowlist off deny false [a] | allowlist on-miss deny false / allowlist on-miss deny false [a]",
    ],
    [
      "words that there are none of",
      file({ main: { security: "some", ask: "maybe", askFallback: "x" } }),
      "main",
      "some maybe x false / allowlist on-miss deny false | some maybe x false / allowlist on-miss deny false | some maybe x false / allowlist off full false | some maybe x false / allowlist off deny false | deny always deny false / allowlist on-miss deny false",
    ],
  ])("%s", (_, approvals, agentId, expected) => {
    const lines = asked.map((edition) => {
      const { agent, defaults, allowlist } = resolveExecApprovals(
        approvals,
        agentId,
        { security: "allowlist" },
        policyOf({}, edition),
      );
      return [
        ...Object.values(agent),
        "/",
        ...Object.values(defaults),
        ...allowlist.map(({ pattern, argPattern = "" }) => `[${pattern}${argPattern}]`),
      ].join(" ");
    });
    expect(lines.join(" | ")).toBe(expected);
  });
});

it("joins the list of `main` with that of its former name, each entry once, by its arguments since 2026.4.2", () => {
  const own = [{ pattern: "a" }, { pattern: "a", argPattern: "x" }];
  const lent = [{ pattern: " A " }, { pattern: "a", argPattern: "" }, { pattern: "a", argPattern: " x " }];
  const more = [{ pattern: "b" }, { pattern: " " }];
  const file = { agents: { main: { allowlist: own }, default: { allowlist: [...lent, ...more] } } };
  const lists = (["openclaw@2026.3.28", "openclaw@2026.9.6"] as const).map(
    (edition) => resolveExecApprovals(file, "main", {}, policyOf({}, edition)).allowlist,
  );
  expect(lists).toEqual([
    [{ pattern: "a" }, { pattern: "b" }],
    [{ pattern: "a" }, { pattern: "a", argPattern: "x" }, { pattern: "b" }],
  ]);
});

describe("which commands bring code", () => {
  it.each<readonly [string, string]>([
    ["python -c x", "true true true true"],
    ["python3 -cx", "false false false false"],
    ["python x.py", "false false false false"],
    ["node -e x", "true true true true"],
    ["node --eval=x", "true true true true"],
    ["node -p x", "true true true true"],
    ["ruby -e x", "true true true true"],
    ["perl -E x", "true true true true"],
    ["php -r x", "true true true true"],
    ["sh -c x", "false false false false"],
    ["awk x", "false true true true"],
    ["find . -exec x", "false true true true"],
    ["xargs x", "false true true true"],
    ["xargs  x", "false true true true"],
    ["xargs -0", "false false false false"],
    ["awk x -y", "false true true true"],
    ["awk ", "false false false false"],
    ["make x", "false false false false"],
    ["sed e", "false true true true"],
    ["git status", "false false false false"],
    ["lua -e x", "true true true true"],
    ["osascript -e x", "true true true true"],
    ["deno eval x", "false false false false"],
  ])("%s", (command, expected) => {
    const found = (["openclaw@2026.3.22", "openclaw@2026.3.31", "openclaw@2026.9.6", "2026-11"] as const).map(
      (edition) => bringsCode(command.split(" "), policyOf({}, edition)),
    );
    expect(found.join(" ")).toBe(expected);
  });
});

describe("what is wrong with settings of commands, with what to write instead", () => {
  it.each<readonly [string, object, unknown]>([
    [
      "entries that are no plain commands",
      exec({
        approvals: {
          allowlist: [
            "a; b",
            "ls *.txt",
            "a > b",
            "echo $HOME",
            "a 'b",
            "a\\ b",
            "\\x",
            " ",
            "a\nb",
            "(a)",
            "ls ~",
            "C:\\git.exe status",
            "a!",
          ],
        },
      }),
      [
        'error empty-value tools.exec.approvals.allowlist[7]: expected text that is not empty, found " " (write text that is not empty, such as `"…"`)',
      ],
    ],
    [
      "entries that allow more than they say",
      exec({
        approvals: {
          allowlist: [
            "sh *",
            "env *",
            "A=1 b",
            "nice -n 5 git status",
            "python -c x",
            "git *",
            "find *",
            "sudo ls",
            "xargs *",
            "npm run *",
            "node",
          ],
        },
      }),
      [
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[0]: "sh *" allows more than it says: sh is a shell, which runs what it is given (list each command that it should run by itself, such as `git status`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[1]: "env *" allows more than it says: env runs the command that it is given (list each command that it should run by itself, such as `git status`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[2]: "A=1 b" allows more than it says: A=1 decides how the command after it runs (list the command that it runs: `b`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[3]: "nice -n 5 git status" allows more than it says: nice runs the command that it is given (list the command that it runs: `git status`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[4]: "python -c x" allows more than it says: python runs code that it is given (list each command with its arguments, such as `python script.py`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[5]: "git *" allows more than it says: git runs commands that options and settings name (list each command with its arguments, such as `git status`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[6]: "find *" allows more than it says: find runs commands on what it finds (list each command with its arguments, such as `find . -name README.md`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[7]: "sudo ls" allows more than it says: sudo runs the command that it is given, as another user (list the command that it runs: `ls`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[8]: "xargs *" allows more than it says: xargs runs the command that it is given (list each command that it should run by itself, such as `git status`)',
        'warning runs-what-it-is-given tools.exec.approvals.allowlist[9]: "npm run *" allows more than it says: npm runs scripts and programs, with the arguments that follow (list each command with its arguments, such as `npm run`)',
      ],
    ],
    [
      "approvals that are off beside limits",
      exec({ approvals: { enabled: false }, security: "allowlist", ask: "always" }),
      [
        'error conflicting-settings tools.exec.approvals.enabled: is false, which lets every command run, beside tools.exec.security: "allowlist", which does not (write tools.exec.approvals: { enabled: true }, or remove tools.exec.security)',
        'error conflicting-settings tools.exec.approvals.enabled: is false, which lets every command run, beside tools.exec.ask: "always", which does not (write tools.exec.approvals: { enabled: true }, or remove tools.exec.ask)',
      ],
    ],
    [
      "the same in a word",
      exec({ approvals: { enabled: false }, mode: "ask" }),
      [
        'error conflicting-settings tools.exec.approvals.enabled: is false, which lets every command run, beside tools.exec.mode: "ask", which does not (write tools.exec.approvals: { enabled: true }, or remove tools.exec.mode)',
      ],
    ],
    [
      "what approvals leave without effect",
      exec({ security: "full", ask: "off" }),
      [
        'warning setting-without-effect tools.exec.security: "full" has no effect, because approvals are on (by default) (to let every command run, write tools.exec.approvals: { enabled: false })',
        'warning setting-without-effect tools.exec.ask: "off" has no effect, because approvals are on (by default) (to ask nobody, write tools.exec.approvals: { policy: "never" })',
      ],
    ],
    [
      "not where nobody is asked",
      exec({ approvals: { policy: "never", enabled: true }, security: "full", ask: "off" }),
      [
        'warning setting-without-effect tools.exec.security: "full" has no effect, because approvals are on (tools.exec.approvals.enabled) (to let every command run, write tools.exec.approvals: { enabled: false })',
      ],
    ],
    [
      "a word that has none",
      exec({ mode: "full" }),
      [
        'warning setting-without-effect tools.exec.mode: "full" has no effect, because approvals are on (by default) (to let every command run, write tools.exec.approvals: { enabled: false })',
      ],
    ],
    [
      "a word beside others",
      exec({ mode: "ask", security: "deny", ask: "off" }),
      [
        "error conflicting-settings tools.exec.mode: `mode` replaces `security` and `ask`, and both are set (write `mode`, or `security` and `ask`)",
      ],
    ],
    [
      "of an agent",
      {
        agents: {
          list: [
            { id: "a", tools: { exec: { mode: "ask", ask: "off", approvals: { allowlist: ["a|b"] } } } },
          ],
        },
      },
      [
        "error conflicting-settings agents.list[0].tools.exec.mode: `mode` replaces `ask`, and both are set (write `mode`, or `ask`)",
        'error not-plain-command agents.list[0].tools.exec.approvals.allowlist[0]: "a|b" is more than a plain command (operator), and can match none (list each command by itself: `a`, `b`)',
      ],
    ],
  ])("%s", (_, config, expected) => {
    const parsed = safeParsePolicy(config as ConfigInput, { edition: "2026-11", timeZone: "UTC" });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    expect(
      issues.map(
        ({ severity, code, path, message, hint }) =>
          `${severity} ${code} ${path}: ${message} (${hint ?? ""})`,
      ),
    ).toEqual(expected);
  });
});
